//! Screen Wake Lock, Vibration and Speech Synthesis.

use super::object::{call, document, get, of_navigator};
use js_sys::{Array, Function, Promise, Reflect};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// How fast the device's voice speaks, as a share of its usual pace.
const PACE: f64 = 0.85;

thread_local! {
    /// What holds the screen lit, or is being asked to.
    static LIT: RefCell<Option<Promise>> = const { RefCell::new(None) };
}

/// Keeps the screen from going dark, or lets it.
pub fn keep_awake(on: bool) {
    let before = LIT.take();
    if on {
        let asked = of_navigator("wakeLock").and_then(|lock| call(&lock, "request", &[&"screen".into()]));
        LIT.set(asked.and_then(|asked| asked.dyn_into().ok()));
    }
    let asked = LIT.with_borrow(Clone::clone);
    spawn_local(async move {
        if let Some(before) = before
            && let Ok(held) = JsFuture::from(before).await
        {
            call(&held, "release", &[]);
        }
        // Refused (hidden page, empty battery): the screen goes dark, the walk goes on.
        if let Some(asked) = asked {
            let _ = JsFuture::from(asked).await;
        }
    });
}

/// Shakes: milliseconds of shaking and of rest, in turn.
pub fn shake(pattern: &[u32]) {
    if let Some(window) = web_sys::window() {
        let list: Array = pattern.iter().map(|ms| JsValue::from(*ms)).collect();
        call(&window.navigator(), "vibrate", &[&list]);
    }
}

fn synthesis() -> Option<JsValue> {
    get(&js_sys::global(), "speechSynthesis")
}

/// Whether the device has a voice.
pub fn can_speak() -> bool {
    synthesis().is_some()
}

/// How long voices may take to come, in milliseconds.
const VOICES: u32 = 2_000;

/// Says something likewise; calls back if it turns out that nothing can be heard, because the device has no voice.
pub fn say(text: &str, volume: f64, mute: impl FnOnce() + 'static) {
    let Some((synthesis, said)) = utterance(text, volume) else { return mute() };
    let mute: Rc<Cell<Option<Box<dyn FnOnce()>>>> = Rc::new(Cell::new(Some(Box::new(mute))));
    let tell = |mute: &Cell<Option<Box<dyn FnOnce()>>>| mute.take().into_iter().for_each(|mute| mute());
    let at_error = mute.clone();
    let failed = Closure::once_into_js(move |event: JsValue| {
        // Who hears another sentence, or leaves, has heard this one well enough.
        let why = get(&event, "error").and_then(|why| why.as_string()).unwrap_or_default();
        if !matches!(why.as_str(), "canceled" | "interrupted") {
            tell(&at_error);
        }
    });
    let _ = Reflect::set(&said, &"onerror".into(), &failed);
    call(&synthesis, "speak", &[&said]);
    // The voices may come only now; some devices speak without naming any, and end it well.
    let ended = mute.clone();
    let end = Closure::once_into_js(move |_: JsValue| drop(ended.take()));
    let _ = Reflect::set(&said, &"onend".into(), &end);
    let look = move || {
        let voices = call(&synthesis, "getVoices", &[]).map_or(0, |voices| Array::from(&voices).length());
        if voices == 0 {
            tell(&mute);
        }
    };
    gloo::timers::callback::Timeout::new(VOICES, look).forget();
}

/// Says something slowly with the device's voice, as loud as this (0 to 1).
pub fn speak(text: &str, volume: f64) {
    if let Some((synthesis, said)) = utterance(text, volume) {
        call(&synthesis, "speak", &[&said]);
    }
}

fn utterance(text: &str, volume: f64) -> Option<(JsValue, JsValue)> {
    let maker = get(&js_sys::global(), "SpeechSynthesisUtterance");
    let maker = maker.and_then(|maker| maker.dyn_into::<Function>().ok());
    let (synthesis, maker) = synthesis().zip(maker)?;
    let said = Reflect::construct(&maker, &Array::of1(&text.into())).ok()?;
    let language = document().and_then(|document| document.document_element());
    let language = language.and_then(|root| root.get_attribute("lang")).unwrap_or_default();
    for (name, value) in [("lang", language.into()), ("rate", PACE.into()), ("volume", volume.into())] {
        let _ = Reflect::set(&said, &name.into(), &value);
    }
    Some((synthesis, said))
}

/// Stops speaking.
pub fn hush() {
    if let Some(synthesis) = synthesis() {
        call(&synthesis, "cancel", &[]);
    }
}
