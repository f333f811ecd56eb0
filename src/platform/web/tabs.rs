//! The other tabs, through a `BroadcastChannel`. It's open only while something plays here.

use super::Web;
use super::object::{call, get};
use crate::platform::events::Listening;
use crate::platform::tabs::Tabs;
use gloo::events::EventListener;
use js_sys::{Array, Function, Reflect};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::EventTarget;

/// The name of the channel, and all that is said on it.
const PLAYING: &str = "stillpoint-playing";

/// Closes the channel when it is dropped.
struct Channel {
    channel: JsValue,
    _listening: EventListener,
}

impl Drop for Channel {
    fn drop(&mut self) {
        call(&self.channel, "close", &[]);
    }
}

impl Tabs for Web {
    fn claim(&self, other: Rc<dyn Fn()>) -> Listening {
        let maker = get(&js_sys::global(), "BroadcastChannel");
        let maker = maker.and_then(|maker| maker.dyn_into::<Function>().ok());
        let channel = maker.and_then(|maker| Reflect::construct(&maker, &Array::of1(&PLAYING.into())).ok());
        let Some(channel) = channel else { return Box::new(()) };
        let listening =
            EventListener::new(channel.unchecked_ref::<EventTarget>(), "message", move |_| other());
        call(&channel, "postMessage", &[&PLAYING.into()]);
        Box::new(Channel { channel, _listening: listening })
    }
}
