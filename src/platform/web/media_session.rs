//! The Media Session API. Browsers differ in which actions they know; an unknown one is refused
//! by itself and the others still work.

use super::Web;
use super::object::{call, get, of_navigator, plain};
use crate::platform::events::Listening;
use crate::platform::media_session::{Asked, LockScreen, Shown};
use js_sys::{Array, Function, Reflect};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

impl LockScreen for Web {
    fn show(&self, shown: Option<&Shown>) {
        show(shown);
    }

    fn listen(&self, ask: Rc<dyn Fn(Asked)>) -> Listening {
        listen(&ask)
    }
}

fn show(shown: Option<&Shown>) {
    let Some(session) = of_navigator("mediaSession") else { return };
    let put = |name: &str, value: &JsValue| {
        let _ = Reflect::set(&session, &name.into(), value);
    };
    let Some(shown) = shown else {
        put("metadata", &JsValue::NULL);
        put("playbackState", &"none".into());
        call(&session, "setPositionState", &[]);
        return;
    };
    let picture =
        plain(&[("src", shown.picture.into()), ("sizes", "512x512".into()), ("type", "image/png".into())]);
    let described = plain(&[
        ("title", shown.title.into()),
        ("artist", shown.album.into()),
        ("album", shown.album.into()),
        ("artwork", Array::of1(&picture).into()),
    ]);
    let made = get(&js_sys::global(), "MediaMetadata")
        .and_then(|maker| maker.dyn_into::<Function>().ok())
        .and_then(|maker| Reflect::construct(&maker, &Array::of1(&described)).ok());
    if let Some(made) = made {
        put("metadata", &made);
    }
    put("playbackState", &if shown.playing { "playing" } else { "paused" }.into());
    let seconds = |ms: u64| JsValue::from_f64(ms as f64 / 1_000.0);
    let state = plain(&[
        ("duration", seconds(shown.length)),
        ("position", seconds(shown.position.min(shown.length))),
        ("playbackRate", 1.into()),
    ]);
    call(&session, "setPositionState", &[&state]);
}

fn listen(ask: &Rc<dyn Fn(Asked)>) -> Listening {
    let Some(session) = of_navigator("mediaSession") else {
        return Box::new(());
    };
    let simple = [
        ("play", Asked::Play),
        ("pause", Asked::Pause),
        ("nexttrack", Asked::Next),
        ("previoustrack", Asked::Previous),
        ("stop", Asked::Stop),
        ("seekto", Asked::To(0)),
    ];
    let handlers = simple.map(|(name, asked)| {
        let ask = ask.clone();
        let handler = Handler::new(move |details: JsValue| {
            let to = get(&details, "seekTime").and_then(|time| time.as_f64());
            ask(match (asked, to) {
                (Asked::To(_), Some(seconds)) => Asked::To((seconds * 1_000.0) as u64),
                _ => asked,
            });
        });
        call(&session, "setActionHandler", &[&name.into(), handler.as_ref()]);
        (name, handler)
    });
    Box::new(Handlers { session, handlers })
}

/// Hears one kind of key.
type Handler = Closure<dyn Fn(JsValue)>;

/// Takes the handlers away when it is dropped.
struct Handlers {
    session: JsValue,
    handlers: [(&'static str, Handler); 6],
}

impl Drop for Handlers {
    fn drop(&mut self) {
        for (name, _) in &self.handlers {
            call(&self.session, "setActionHandler", &[&(*name).into(), &JsValue::NULL]);
        }
    }
}
