//! Screen Wake Lock and Vibration.

use super::Web;
use super::object::{call, of_navigator};
use crate::platform::body::{LitFor, Vibration, WakeLock};
use js_sys::{Array, Promise};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

thread_local! {
    /// Who wants it lit.
    static WANTED: RefCell<Vec<LitFor>> = const { RefCell::new(Vec::new()) };
    /// What holds the screen lit, or is being asked to.
    static LIT: RefCell<Option<Promise>> = const { RefCell::new(None) };
}

/// Keeps the screen from going dark for somebody, or no longer for that. To ask again is to ask anew: the browser
/// lets go when the page is hidden.
pub fn keep_awake(whom: LitFor, on: bool) {
    let is_wanted = WANTED.with_borrow_mut(|wanted| {
        wanted.retain(|other| *other != whom);
        wanted.extend(on.then_some(whom));
        !wanted.is_empty()
    });
    if is_wanted && !on {
        return;
    }
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

impl WakeLock for Web {
    fn keep_awake(&self, on: bool) {
        keep_awake(LitFor::Session, on);
    }
}

impl Vibration for Web {
    fn shake(&self, pattern: &[u32]) -> bool {
        let list: Array = pattern.iter().map(|ms| JsValue::from(*ms)).collect();
        web_sys::window().and_then(|window| call(&window.navigator(), "vibrate", &[&list])).is_some()
    }
}
