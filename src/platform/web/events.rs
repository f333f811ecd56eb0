//! Keys, returning and leaving, as browsers tell them.

use crate::platform::events::{Focus, Key, Listening, Press};
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, KeyboardEvent, VisibilityState};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Calls with each key pressed without a modifier, unless a dialog is open or somebody has used it; an answer of
/// `true` means it was used.
pub fn on_key(call: impl Fn(Key) -> bool + 'static) -> Listening {
    let Some(document) = document() else {
        return Box::new(());
    };
    let options = EventListenerOptions::enable_prevent_default();
    Box::new(EventListener::new_with_options(&document, "keydown", options, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        // A key that closes a dialog, or that somebody else has used, is not for the page behind.
        if event.default_prevented() || dialog_is_open() {
            return;
        }
        if event.ctrl_key()
            || event.meta_key()
            || event.alt_key()
            || event.shift_key()
            || event.is_composing()
        {
            return;
        }
        let on = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let key = Key { name: event.key(), on: on.map_or(Focus::Page, |element| focus_on(&element)) };
        if call(key) {
            event.prevent_default();
        }
    }))
}

fn dialog_is_open() -> bool {
    let open = document().and_then(|document| document.query_selector("dialog[open]").ok().flatten());
    open.is_some()
}

/// Calls with each key pressed, for as long as the page is there; an answer of `true` means it was used.
pub fn on_press(call: impl Fn(Press) -> bool + 'static) {
    let Some(document) = document() else { return };
    let hear = move |event: &Event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>().filter(|event| !event.is_composing()) else {
            return;
        };
        let on = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let key = Key { name: event.key(), on: on.map_or(Focus::Page, |element| focus_on(&element)) };
        if call(Press { key, command: event.ctrl_key() || event.meta_key(), alt: event.alt_key() }) {
            event.prevent_default();
        }
    };
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document, "keydown", options, hear).forget();
}

fn focus_on(element: &Element) -> Focus {
    match element.tag_name().as_str() {
        "INPUT" | "TEXTAREA" | "SELECT" => Focus::Field,
        "BUTTON" | "A" | "SUMMARY" => Focus::Control,
        _ => Focus::Page,
    }
}

/// Calls when somebody comes back: the page is shown again after it was hidden or frozen, or its window beside
/// another one has the focus again.
pub fn on_return(call: impl Fn() + 'static) -> Listening {
    on_visibility(VisibilityState::Visible, &["pageshow", "focus"], call)
}

/// Calls when the page is hidden or about to go: the last moment to keep something.
pub fn on_leave(call: impl Fn() + 'static) -> Listening {
    on_visibility(VisibilityState::Hidden, &["pagehide"], call)
}

fn on_visibility(state: VisibilityState, also: &[&'static str], call: impl Fn() + 'static) -> Listening {
    let (Some(window), Some(document)) = (web_sys::window(), document()) else {
        return Box::new(());
    };
    let call = std::rc::Rc::new(call);
    let shown = document.clone();
    let on_change = {
        let call = call.clone();
        EventListener::new(&document, "visibilitychange", move |_| {
            if shown.visibility_state() == state {
                call();
            }
        })
    };
    let on_also: Vec<EventListener> = also
        .iter()
        .map(|event| {
            let call = call.clone();
            EventListener::new(&window, *event, move |_| call())
        })
        .collect();
    Box::new((on_change, on_also))
}
