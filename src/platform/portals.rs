//! Places of a page that is HTML otherwise, which an island draws into besides its own element.

#[cfg(not(target_arch = "wasm32"))]
use yew::prelude::*;

#[cfg(target_arch = "wasm32")]
pub use super::web::portals::Portals;

/// Places, by their ids. On the host there are none.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Default)]
pub struct Portals;

#[cfg(not(target_arch = "wasm32"))]
impl Portals {
    /// Takes these spots. What the host made of them goes, whatever a translator or an extension made of that.
    pub fn take(_: &[&'static str]) -> Self {
        Self
    }

    /// Draws into a spot; nothing, where it's missing or isn't taken yet.
    pub fn draw(&self, _: &'static str, _: Html) -> Html {
        Html::default()
    }
}
