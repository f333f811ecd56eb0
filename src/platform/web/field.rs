//! Fields of the page, through the DOM.

use super::object::{by_id, document};
use crate::platform::events::Listening;
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventInit, HtmlElement, HtmlInputElement};

/// See [`crate::platform::field`].
#[derive(Clone)]
pub struct Field(&'static str);

impl Field {
    /// The field with this id.
    pub fn new(id: &'static str) -> Self {
        Self(id)
    }

    fn input(&self) -> Option<HtmlInputElement> {
        by_id(self.0)?.dyn_into().ok()
    }

    /// What stands in it. Letters that look the same are the same: full-width ones, ligatures.
    pub fn value(&self) -> String {
        let value = self.input().map(|input| input.value()).unwrap_or_default();
        js_sys::JsString::from(value).normalize("NFKC").into()
    }

    /// Writes into it, as if somebody had typed it: whatever listens to the field hears of it.
    pub fn type_text(&self, text: &str) {
        let Some(input) = self.input() else { return };
        input.set_value(text);
        let init = EventInit::new();
        init.set_bubbles(true);
        if let Ok(event) = Event::new_with_event_init_dict("input", &init) {
            let _ = input.dispatch_event(&event);
        }
    }

    /// Whether it has the focus.
    pub fn has_focus(&self) -> bool {
        let active = document().and_then(|document| document.active_element());
        active.is_some_and(|active| active.id() == self.0)
    }

    /// Gives it the focus.
    pub fn focus(&self) {
        if let Some(element) = by_id(self.0).and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
            let _ = element.focus();
        }
    }

    /// Hides it, or shows it.
    pub fn set_hidden(&self, hidden: bool) {
        if let Some(element) = by_id(self.0) {
            let _ = element.toggle_attribute_with_force("hidden", hidden);
        }
    }

    /// Calls with what stands in it at each letter.
    pub fn on_input(&self, call: impl Fn(String) + 'static) -> Listening {
        let field = self.clone();
        self.on("input", move || call(field.value()))
    }

    /// Calls when it gets the focus.
    pub fn on_focus(&self, call: impl Fn() + 'static) -> Listening {
        self.on("focus", call)
    }

    /// Calls when it's pressed.
    pub fn on_click(&self, call: impl Fn() + 'static) -> Listening {
        self.on("click", call)
    }

    fn on(&self, event: &'static str, call: impl Fn() + 'static) -> Listening {
        let listen = |element: Element| EventListener::new(&element, event, move |_| call());
        Box::new(by_id(self.0).map(listen))
    }
}
