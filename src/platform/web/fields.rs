//! Fields of a form, through the DOM.

use super::object::{by_id, call, document};
use crate::platform::events::Listening;
use crate::platform::fields::Done;
use gloo::events::EventListener;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, Event, HtmlFormElement, HtmlInputElement, HtmlTextAreaElement, KeyboardEvent, NodeList,
};

/// What `keyCode` is while a word is being composed. Safari says so with the key that ends it, and calls that key
/// composed no longer.
const COMPOSING: u32 = 229;

/// See [`crate::platform::fields`].
#[derive(Clone)]
pub struct Fields(HtmlFormElement);

impl Fields {
    /// The form with this id.
    pub fn of(id: &str) -> Option<Self> {
        by_id(id)?.dyn_into().ok().map(Self)
    }

    /// The language that it's written in.
    pub fn language(&self) -> String {
        let around = self.0.closest("[lang]").ok().flatten();
        around.and_then(|element| element.get_attribute("lang")).unwrap_or_default()
    }

    /// What's written, ticked or chosen, with the fields' names.
    pub fn read(&self) -> Vec<(String, String)> {
        let elements = self.0.elements();
        let all = (0..elements.length()).filter_map(|n| elements.item(n));
        all.filter(|element| !is_choice(element) || is_chosen(element)).filter_map(|it| field(&it)).collect()
    }

    /// One field, or the list of several that share the name.
    fn named(&self, name: &str) -> Option<JsValue> {
        call(&self.0.elements(), "namedItem", &[&name.into()]).filter(|found| !found.is_null())
    }

    /// What stands in the field of this name or id.
    pub fn value(&self, name: &str) -> String {
        let found = self.named(name).and_then(|found| Reflect::get(&found, &"value".into()).ok());
        found.and_then(|value| value.as_string()).unwrap_or_default()
    }

    /// Writes into the field of this name or id, ticks it, or chooses this value of several.
    pub fn set(&self, name: &str, value: &str) {
        let Some(found) = self.named(name) else { return };
        if let Some(several) = found.dyn_ref::<NodeList>() {
            // The list has a `value` of its own, but not every browser takes an empty one there. A value that no
            // release knows any more changes nothing.
            let inputs = elements(several).filter_map(|element| element.dyn_into::<HtmlInputElement>().ok());
            return inputs.filter(|input| input.value() == value).for_each(|input| input.set_checked(true));
        }
        match found.dyn_ref::<HtmlInputElement>() {
            Some(input) if is_choice(input) => input.set_checked(value == "1"),
            _ => {
                let _ = Reflect::set(&found, &"value".into(), &value.into());
            }
        }
    }

    /// Marks what can be tapped: what has one of these names in `data-tap` gets its `data-mark`, all else loses it.
    /// The drawing is the page's own: forty shapes that only change their marks.
    pub fn mark(&self, marks: &[(String, &'static str)]) {
        let Ok(spots) = self.0.query_selector_all("[data-tap]") else { return };
        for spot in elements(&spots) {
            let name = spot.get_attribute("data-tap").unwrap_or_default();
            let _ = match marks.iter().find(|(known, _)| *known == name) {
                Some((_, mark)) => spot.set_attribute("data-mark", mark),
                None => spot.remove_attribute("data-mark"),
            };
        }
    }

    /// Calls with everything that's done in the form.
    pub fn listen(&self, call: impl Fn(Done) + 'static) -> Listening {
        let call = std::rc::Rc::new(call);
        let hear = |event: &'static str, done: fn(&Event, &Element) -> Option<Done>| {
            let call = call.clone();
            EventListener::new(&self.0, event, move |event| {
                let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
                if let Some(done) = target.and_then(|target| done(event, &target)) {
                    call(done);
                }
            })
        };
        Box::new([
            hear("input", changed),
            hear("change", changed),
            hear("click", clicked),
            hear("keydown", entered),
        ])
    }
}

/// The labels of all ticked boxes on the page that have this attribute.
pub fn ticked(attribute: &str) -> Vec<String> {
    let found = document().and_then(|it| it.query_selector_all(&["[", attribute, "]:checked"].concat()).ok());
    let label = |box_: Element| box_.closest("label").ok()??.text_content();
    let labels = found.iter().flat_map(elements).filter_map(label);
    labels.map(|text| text.trim().to_owned()).collect()
}

fn elements(list: &NodeList) -> impl Iterator<Item = Element> {
    (0..list.length()).filter_map(|n| list.get(n)?.dyn_into().ok())
}

fn is_choice(element: &Element) -> bool {
    let input = element.dyn_ref::<HtmlInputElement>();
    input.is_some_and(|input| matches!(input.type_().as_str(), "checkbox" | "radio"))
}

fn is_chosen(element: &Element) -> bool {
    element.dyn_ref::<HtmlInputElement>().is_some_and(HtmlInputElement::checked)
}

/// Name and value of a field.
fn field(element: &Element) -> Option<(String, String)> {
    let name = element.get_attribute("name").filter(|name| !name.is_empty())?;
    let value = match element.dyn_ref::<HtmlInputElement>() {
        Some(input) if input.type_() == "checkbox" => (if input.checked() { "1" } else { "" }).to_owned(),
        Some(input) => input.value(),
        None => element.dyn_ref::<HtmlTextAreaElement>()?.value(),
    };
    Some((name, value))
}

fn changed(event: &Event, target: &Element) -> Option<Done> {
    // Texts tell each letter, choices each change; browsers tell the other event as well.
    if is_choice(target) == (event.type_() == "input") {
        return None;
    }
    field(target).map(|(name, value)| Done::Changed(name, value))
}

fn clicked(_: &Event, target: &Element) -> Option<Done> {
    if let Ok(Some(button)) = target.closest("button[data-do]") {
        return button.get_attribute("data-do").map(Done::Pressed);
    }
    target.closest("[data-tap]").ok()??.get_attribute("data-tap").map(Done::Tapped)
}

fn entered(event: &Event, target: &Element) -> Option<Done> {
    let key = event.dyn_ref::<KeyboardEvent>()?;
    let composes = key.is_composing() || key.key_code() == COMPOSING;
    let enters = key.key() == "Enter" && !composes && target.tag_name() == "INPUT";
    (enters && !target.id().is_empty()).then(|| Done::Entered(target.id()))
}
