//! Places of the page that an island draws into, as portals.

use super::object::by_id;
use web_sys::Element;
use yew::prelude::*;

/// See [`crate::platform::portals`].
#[derive(Default)]
pub struct Portals(Vec<(&'static str, Element)>);

impl Drop for Portals {
    /// Yew never lets go of an element that it has drawn a portal into: in its page it would hold all of it.
    fn drop(&mut self) {
        self.0.iter().for_each(|(_, element)| element.remove());
    }
}

impl Portals {
    /// Takes these spots. What the host made of them goes, whatever a translator or an extension made of that.
    pub fn take(ids: &[&'static str]) -> Self {
        let found = ids.iter().filter_map(|id| Some((*id, by_id(id)?)));
        let all: Vec<(&'static str, Element)> = found.collect();
        for (_, element) in all.iter().filter(|(_, element)| !element.has_attribute("data-beside")) {
            element.set_text_content(None);
        }
        Self(all)
    }

    /// Draws into a spot; nothing, where it's missing or isn't taken yet.
    pub fn draw(&self, id: &'static str, content: Html) -> Html {
        match self.0.iter().find(|(known, _)| *known == id) {
            Some((_, element)) => create_portal(content, element.clone()),
            None => Html::default(),
        }
    }
}
