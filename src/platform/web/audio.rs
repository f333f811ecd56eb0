//! Playing through an `<audio>` element that stands in no page.

use super::Web;
use super::object::{get, of_navigator};
use crate::platform::audio::{Audio, AudioDevice, AudioEvent, Manner, QuietAudio};
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
    source: Rc<Source>,
    sounding: Sounding,
    _listening: [EventListener; 6],
}

/// Whether it should play, and who hears what happens.
#[derive(Clone)]
struct Sounding {
    /// Whether we want it to play: whatever differs was done by the device.
    wanted: Rc<Cell<bool>>,
    /// Counts files, so that the refusal of an older one is not taken for one of this.
    file: Rc<Cell<u32>>,
    on_event: Rc<dyn Fn(AudioEvent)>,
}

impl Sounding {
    /// Plays the file that the element has.
    fn ask(&self, element: &HtmlAudioElement) {
        let (asked, number) = (element.play(), self.file.get());
        let Sounding { wanted, file, on_event } = self.clone();
        spawn_local(async move {
            let refused = match asked {
                Ok(promise) => JsFuture::from(promise).await.err(),
                Err(reason) => Some(reason),
            };
            // A pause or a new file cuts a play short; that is no refusal.
            let cut_short = |reason: &JsValue| get(reason, "name").is_some_and(|name| name == "AbortError");
            if refused.is_some_and(|reason| !cut_short(&reason)) && file.get() == number && wanted.get() {
                wanted.set(false);
                on_event(AudioEvent::Refused);
            }
        });
    }
}

/// What an element plays. A file is replaced only once the device has taken it in: WebKit on Linux
/// stands still for ever when a file is taken away while its stream is being set up.
#[derive(Default)]
struct Source {
    /// Address of the file it has.
    address: RefCell<Option<String>>,
    /// Address of the file it gets as soon as it can.
    next: RefCell<Option<String>>,
    /// The file it has is being taken in.
    loading: Cell<bool>,
}

impl Source {
    /// Gives the element another file, now or soon; whether now.
    fn put(&self, element: &HtmlAudioElement, address: Option<String>) -> bool {
        if self.loading.get() {
            revoke(self.next.replace(address));
            return false;
        }
        self.loading.set(address.is_some());
        element.set_src(address.as_deref().unwrap_or_default());
        revoke(self.address.replace(address));
        true
    }

    /// The element has taken its file in, or can't: the next one may come. Whether one came.
    fn taken_in(&self, element: &HtmlAudioElement) -> bool {
        self.loading.set(false);
        let next = self.next.take();
        next.is_some() && self.put(element, next)
    }
}

fn revoke(address: Option<String>) {
    if let Some(address) = address {
        let _ = Url::revoke_object_url(&address);
    }
}

impl AudioDevice for Web {
    fn open(&self, manner: Manner, on_event: Rc<dyn Fn(AudioEvent)>) -> Box<dyn Audio> {
        open(manner, on_event)
    }
}

fn open(manner: Manner, on_event: Rc<dyn Fn(AudioEvent)>) -> Box<dyn Audio> {
    let Ok(element) = HtmlAudioElement::new() else {
        on_event(AudioEvent::Refused);
        return Box::new(QuietAudio);
    };
    element.set_loop(manner.repeated);
    // Without this the mute switch of some phones silences the page, and the lock screen ends it.
    if let Some(session) = of_navigator("audioSession") {
        let _ = js_sys::Reflect::set(&session, &"type".into(), &"playback".into());
    }
    let sounding = Sounding { wanted: Rc::default(), file: Rc::default(), on_event };
    let source = Rc::new(Source::default());
    let once_taken_in = |name: &'static str| {
        let (source, sounding, of) = (source.clone(), sounding.clone(), element.clone());
        EventListener::new(&element, name, move |_| {
            if source.taken_in(&of) && sounding.wanted.get() {
                sounding.ask(&of);
            }
        })
    };
    let on = |name: &'static str, while_wanted: bool, event: AudioEvent| {
        let (Sounding { on_event, wanted, .. }, of) = (sounding.clone(), element.clone());
        EventListener::new(&element, name, move |_| {
            // At the end of the file it also pauses; that is no interruption.
            if wanted.get() != while_wanted || of.ended() != (event == AudioEvent::Ended) {
                return;
            }
            if event == AudioEvent::Resumed && of_navigator("mediaSession").is_some() {
                // Keys come by the media session: this is a call that has ended. Never start unasked.
                let _ = of.pause();
                return;
            }
            wanted.set(event == AudioEvent::Resumed);
            on_event(event);
        })
    };
    let listening = [
        on("pause", true, AudioEvent::Interrupted),
        on("play", false, AudioEvent::Resumed),
        on("error", true, AudioEvent::Refused),
        on("ended", true, AudioEvent::Ended),
        once_taken_in("loadeddata"),
        once_taken_in("error"),
    ];
    Box::new(WebAudio { element, source, sounding, _listening: listening })
}

impl Audio for WebAudio {
    fn play(&self, file: Option<&File>) {
        self.sounding.wanted.set(true);
        if let Some(file) = file {
            let address = file.address();
            self.sounding.file.set(self.sounding.file.get() + 1);
            let put = self.source.put(&self.element, address);
            // It is asked as soon as it is there. An element that stands may need to be asked for that.
            if !put && !self.element.paused() {
                return;
            }
        }
        self.sounding.ask(&self.element);
    }

    fn pause(&self) {
        self.sounding.wanted.set(false);
        let _ = self.element.pause();
    }

    fn position(&self) -> u64 {
        if self.source.next.borrow().is_some() {
            return 0;
        }
        (self.element.current_time() * 1_000.0).round() as u64
    }
}

impl Drop for WebAudio {
    fn drop(&mut self) {
        let playing = self.sounding.wanted.replace(false) && !self.element.ended();
        revoke(self.source.next.take());
        fade(self.element.clone(), self.source.address.take(), if playing { FADE.0 } else { 0 });
    }
}

/// Turns the volume down step by step, then stops.
fn fade(element: HtmlAudioElement, address: Option<String>, left: u32) {
    if left == 0 {
        let _ = element.pause();
        revoke(address);
        return;
    }
    let volume = f64::from(left - 1) / f64::from(FADE.0);
    element.set_volume(volume);
    // Where a page may not set the volume, it stops at once.
    let left = if element.volume() > volume + 0.01 { 1 } else { left };
    Timeout::new(FADE.1, move || fade(element, address, left - 1)).forget();
}
