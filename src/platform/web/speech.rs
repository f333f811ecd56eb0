//! Speech Synthesis. Many browsers have its interface without a single voice behind it.

use super::Web;
use super::object::{call, document, get};
use crate::platform::speech::Speech;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Function, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// How fast the device's voice speaks, as a share of its usual pace.
const PACE: f64 = 0.85;

/// Voices come a while after they were asked for; a device that has none after so many milliseconds has none.
const WAIT: u32 = 2_000;

/// Errors that mean there is no voice; the others mean that something else was said instead.
const NO_VOICE: [&str; 4] =
    ["synthesis-unavailable", "synthesis-failed", "voice-unavailable", "language-unavailable"];

/// Hears that there is no voice.
type Missing = Rc<dyn Fn()>;

thread_local! {
    static MISSING: RefCell<Option<Missing>> = const { RefCell::new(None) };
}

fn synthesis() -> Option<JsValue> {
    get(&js_sys::global(), "speechSynthesis")
}

fn has_voices(synthesis: &JsValue) -> bool {
    let voices = call(synthesis, "getVoices", &[]).and_then(|voices| voices.dyn_into::<Array>().ok());
    voices.is_some_and(|voices| voices.length() > 0)
}

fn say_missing() {
    if let Some(missing) = MISSING.with_borrow(Clone::clone) {
        missing();
    }
}

/// Says something slowly with the device's voice, as loud as this (0 to 1).
fn speak(text: &str, volume: f64) {
    let maker = get(&js_sys::global(), "SpeechSynthesisUtterance");
    let maker = maker.and_then(|maker| maker.dyn_into::<Function>().ok());
    let (Some(synthesis), Some(maker)) = (synthesis(), maker) else { return };
    let Ok(said) = Reflect::construct(&maker, &Array::of1(&text.into())) else { return };
    let language = document().and_then(|document| document.document_element());
    let language = language.and_then(|root| root.get_attribute("lang")).unwrap_or_default();
    for (name, value) in [("lang", language.into()), ("rate", PACE.into()), ("volume", volume.into())] {
        let _ = Reflect::set(&said, &name.into(), &value);
    }
    // The browser frees it with what is said. One that is called once would be there until it is, which it seldom is.
    let failed = Closure::<dyn FnMut(JsValue)>::new(|event: JsValue| {
        let error = get(&event, "error").and_then(|error| error.as_string()).unwrap_or_default();
        if NO_VOICE.contains(&&*error) {
            say_missing();
        }
    });
    let _ = Reflect::set(&said, &"onerror".into(), &failed.into_js_value());
    call(&synthesis, "speak", &[&said]);
}

impl Speech for Web {
    fn prepare(&self, missing: Missing) {
        MISSING.set(Some(missing));
        let Some(synthesis) = synthesis() else { return say_missing() };
        // What is still being said would have to end before anything new is. An engine that says nothing is left alone:
        // some drop what comes right after they were hushed.
        if ["speaking", "pending"].iter().any(|it| get(&synthesis, it).is_some_and(|it| it.is_truthy())) {
            call(&synthesis, "cancel", &[]);
        }
        speak("", 0.0);
        if has_voices(&synthesis) {
            return;
        }
        let look = move || {
            if !has_voices(&synthesis) {
                say_missing();
            }
        };
        Timeout::new(WAIT, look).forget();
    }

    fn speak(&self, text: &str, volume: f64) {
        speak(text, volume);
    }

    fn hush(&self) {
        if let Some(synthesis) = synthesis() {
            call(&synthesis, "cancel", &[]);
        }
    }
}
