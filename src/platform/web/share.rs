//! Clipboard, Web Share and printing. Each may be missing or refuse.

use super::object::{call, document, get, of_navigator, plain};
use crate::platform::file::File;
use gloo::events::EventListener;
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

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

/// Prints the page.
pub fn print(mark: &str) {
    let root = document().and_then(|document| document.document_element());
    let (Some(window), Some(root)) = (web_sys::window(), root) else { return };
    let _ = root.set_attribute("data-print", mark);
    let marked = root.clone();
    EventListener::once(&window, "afterprint", move |_| {
        let _ = marked.remove_attribute("data-print");
    })
    .forget();
    call(&window, "print", &[]);
}
