//! Playing through an `<audio>` element that stands in no page.

use super::object::{get, of_navigator};
use crate::platform::audio::{Audio, Manner, QuietAudio, Told};
use crate::platform::file::File;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlAudioElement, Url};

/// A stop fades over so many steps of so many milliseconds: 0.8 seconds.
const FADE: (u32, u32) = (16, 50);

struct WebAudio {
    element: HtmlAudioElement,
    /// Address of the file it has.
    address: RefCell<Option<String>>,
    /// Whether we want it to play: whatever differs was done by the device.
    wanted: Rc<Cell<bool>>,
    /// Counts files, so that the refusal of an older one is not taken for one of this.
    file: Rc<Cell<u32>>,
    tell: Rc<dyn Fn(Told)>,
    _listening: [EventListener; 4],
}

/// A player; `tell` hears what happens to its sound.
pub fn open(manner: Manner, tell: impl Fn(Told) + 'static) -> Box<dyn Audio> {
    let Ok(element) = HtmlAudioElement::new() else {
        tell(Told::Refused);
        return Box::new(QuietAudio);
    };
    element.set_loop(manner.repeated);
    // Without this the mute switch of some phones silences the page, and the lock screen ends it.
    if let Some(session) = of_navigator("audioSession") {
        let _ = js_sys::Reflect::set(&session, &"type".into(), &"playback".into());
    }
    let tell: Rc<dyn Fn(Told)> = Rc::new(tell);
    let wanted = Rc::new(Cell::new(false));
    let on = |name: &'static str, while_wanted: bool, told: Told| {
        let (tell, wanted, of) = (tell.clone(), wanted.clone(), element.clone());
        EventListener::new(&element, name, move |_| {
            // At the end of the file it also pauses; that is no interruption.
            if wanted.get() != while_wanted || of.ended() != (told == Told::Over) {
                return;
            }
            if told == Told::Resumed && of_navigator("mediaSession").is_some() {
                // Keys come by the media session: this is a call that has ended. Never start unasked.
                let _ = of.pause();
                return;
            }
            wanted.set(told == Told::Resumed);
            tell(told);
        })
    };
    let listening = [
        on("pause", true, Told::Interrupted),
        on("play", false, Told::Resumed),
        on("error", true, Told::Refused),
        on("ended", true, Told::Over),
    ];
    Box::new(WebAudio {
        element,
        address: RefCell::default(),
        wanted,
        file: Rc::default(),
        tell,
        _listening: listening,
    })
}

impl WebAudio {
    fn forget(&self) {
        if let Some(address) = self.address.take() {
            let _ = Url::revoke_object_url(&address);
        }
    }
}

impl Audio for WebAudio {
    fn play(&self, file: Option<&File>) {
        self.wanted.set(true);
        if let Some(file) = file {
            let address = file.address();
            self.file.set(self.file.get() + 1);
            self.element.set_src(address.as_deref().unwrap_or_default());
            self.forget();
            self.address.replace(address);
        }
        let (asked, number) = (self.element.play(), self.file.get());
        let (wanted, file, tell) = (self.wanted.clone(), self.file.clone(), self.tell.clone());
        spawn_local(async move {
            let refused = match asked {
                Ok(promise) => JsFuture::from(promise).await.err(),
                Err(reason) => Some(reason),
            };
            // A pause or a new file cuts a play short; that is no refusal.
            let cut_short = |reason: &JsValue| get(reason, "name").is_some_and(|name| name == "AbortError");
            if refused.is_some_and(|reason| !cut_short(&reason)) && file.get() == number && wanted.get() {
                wanted.set(false);
                tell(Told::Refused);
            }
        });
    }

    fn pause(&self) {
        self.wanted.set(false);
        let _ = self.element.pause();
    }

    fn position(&self) -> u64 {
        (self.element.current_time() * 1_000.0).round() as u64
    }
}

impl Drop for WebAudio {
    fn drop(&mut self) {
        let playing = self.wanted.replace(false) && !self.element.ended();
        fade(self.element.clone(), self.address.take(), if playing { FADE.0 } else { 0 });
    }
}

/// Turns the volume down step by step, then stops.
fn fade(element: HtmlAudioElement, address: Option<String>, left: u32) {
    if left == 0 {
        let _ = element.pause();
        if let Some(address) = address {
            let _ = Url::revoke_object_url(&address);
        }
        return;
    }
    let volume = f64::from(left - 1) / f64::from(FADE.0);
    element.set_volume(volume);
    // Where a page may not set the volume, it stops at once.
    let left = if element.volume() > volume + 0.01 { 1 } else { left };
    Timeout::new(FADE.1, move || fade(element, address, left - 1)).forget();
}
