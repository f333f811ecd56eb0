//! Clipboard, Web Share and printing. Each may be missing or refuse.

use super::object::{call, document, get, of_navigator, plain};
use super::pages::is_plain;
use crate::platform::file::File;
use gloo::events::{EventListener, EventListenerOptions};
use js_sys::{Array, Function, Promise, Reflect};
use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, Event, MouseEvent, Url};

/// Waits for what was asked for; nothing asked is a no.
fn heard(asked: Option<JsValue>, then: impl FnOnce(bool) + 'static) {
    spawn_local(async move {
        then(match asked.and_then(|asked| asked.dyn_into::<Promise>().ok()) {
            Some(asked) => JsFuture::from(asked).await.is_ok(),
            None => false,
        });
    });
}

/// Copies a text.
pub fn copy(text: &str, then: impl FnOnce(bool) + 'static) {
    heard(of_navigator("clipboard").and_then(|board| call(&board, "writeText", &[&text.into()])), then);
}

/// What `navigator.share` takes: the file, under its name.
fn parcel(file: &File, name: &str) -> Option<JsValue> {
    let maker: Function = get(&js_sys::global(), "File")?.dyn_into().ok()?;
    let kind = plain(&[("type", file.kind().into())]);
    let named =
        Reflect::construct(&maker, &Array::of3(&Array::of1(file.blob()), &name.into(), &kind)).ok()?;
    Some(plain(&[("files", Array::of1(&named).into())]))
}

/// Whether files like this can be shared.
pub fn can_share(file: &File, name: &str) -> bool {
    let asked = || call(&web_sys::window()?.navigator(), "canShare", &[&parcel(file, name)?])?.as_bool();
    asked().unwrap_or(false)
}

/// Shares a file.
pub fn share(file: &File, name: &str, then: impl FnOnce(bool) + 'static) {
    let asked = || call(&web_sys::window()?.navigator(), "share", &[&parcel(file, name)?]);
    heard(asked(), then);
}

/// A link that is there to be handed on (`ui::ShareLink`).
pub struct Link(Element);

/// Calls with each such link that is clicked: it is not followed then. There are hundreds on a page, and all that
/// changes is one word beside one of them, so they are the page's own, and no islands.
pub fn on_link(call: impl Fn(Link) + 'static) {
    let Some(document) = document() else { return };
    let hear = move |event: &Event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = target.and_then(|target| target.closest("a[data-share]").ok().flatten());
        if let Some(link) = link.filter(|_| event.dyn_ref::<MouseEvent>().is_some_and(is_plain)) {
            event.prevent_default();
            call(Link(link));
        }
    };
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document, "click", options, hear).forget();
}

impl Link {
    /// Where it leads, without anything that was typed.
    pub fn address(&self) -> Option<String> {
        let url = Url::new_with_base(&self.0.get_attribute("href")?, &document()?.base_uri().ok()??).ok()?;
        url.set_search("");
        Some(url.href())
    }

    /// What is said once it's copied.
    pub fn copied(&self) -> Option<String> {
        document()?.query_selector("[data-copied]").ok()??.get_attribute("data-copied")
    }

    /// Says something beside it.
    pub fn say(&self, text: String) {
        let place = || {
            let around = self.0.parent_element()?;
            if let Some(place) = around.query_selector("[role=status]").ok()? {
                return Some(place);
            }
            let place = document()?.create_element("span").ok()?;
            place.set_attribute("role", "status").ok()?;
            around.append_child(&place).ok()?;
            Some(place)
        };
        let Some(place) = place() else { return };
        // Screen readers hear what changes in a place that is there already.
        gloo::timers::callback::Timeout::new(0, move || place.set_text_content(Some(&[" ", &text].concat())))
            .forget();
    }
}

/// Lets the device share an address; calls where it can't, or refuses.
pub fn share_address(address: &str, refused: impl FnOnce() + 'static) {
    let what = plain(&[("url", address.into())]);
    let asked = web_sys::window().and_then(|window| call(&window.navigator(), "share", &[&what]));
    let Some(asked) = asked.and_then(|asked| asked.dyn_into::<Promise>().ok()) else { return refused() };
    spawn_local(async move {
        // Somebody may change their mind: that's no failure.
        let changed = |reason: &JsValue| get(reason, "name").is_some_and(|name| name == "AbortError");
        if JsFuture::from(asked).await.is_err_and(|reason| !changed(&reason)) {
            refused();
        }
    });
}

/// So long after it was asked for, printing has begun, in milliseconds; or it never will.
const BEGUN: u32 = 1_000;

thread_local! {
    /// What was asked for is still to begin.
    static ASKED: Cell<bool> = const { Cell::new(false) };
    /// Prints are listened for.
    static LISTENS: Cell<bool> = const { Cell::new(false) };
}

/// Prints the page with a mark on it. The mark goes when that is over; not every browser says so, so it goes as well
/// when somebody uses the page again, when another printing begins, and when none has begun.
pub fn print(mark: &str) -> bool {
    let root = document().and_then(|document| document.document_element());
    let (Some(window), Some(root)) = (web_sys::window(), root) else { return false };
    if !LISTENS.replace(true) {
        for event in ["afterprint", "pointerdown", "keydown"] {
            let options = EventListenerOptions::run_in_capture_phase();
            EventListener::new_with_options(&window, event, options, |_| unmark()).forget();
        }
        let begins = |_: &web_sys::Event| {
            if !ASKED.replace(false) {
                unmark();
            }
        };
        EventListener::new(&window, "beforeprint", begins).forget();
    }
    let _ = root.set_attribute("data-print", mark);
    ASKED.set(true);
    if call(&window, "print", &[]).is_none() {
        unmark();
        return false;
    }
    let never = || {
        if ASKED.get() {
            unmark();
        }
    };
    gloo::timers::callback::Timeout::new(BEGUN, never).forget();
    true
}

fn unmark() {
    ASKED.set(false);
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.remove_attribute("data-print");
    }
}
