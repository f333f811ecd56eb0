//! Notes in IndexedDB. `localStorage` would lose the last ones when a browser is ended by force; here each
//! transaction asks for `strict` durability, which no binding that we know of can ask for yet, so objects
//! are spoken to by name.

use super::object::{call, get, plain};
use crate::platform::indexed_db::{Answer, Notes, Read, Then};
use js_sys::{Array, Promise, Reflect};
use std::cell::{Cell, RefCell};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

const NAME: &str = "stillpoint";
const VERSION: u32 = 1;
const STORE: &str = "notes";

thread_local! {
    /// The database, once it is open.
    static OPEN: RefCell<Option<JsValue>> = const { RefCell::new(None) };
    /// It was open before.
    static KNOWN: Cell<bool> = const { Cell::new(false) };
    /// It was open before, and had to be made anew.
    static EMPTIED: Cell<bool> = const { Cell::new(false) };
}

/// The browser's IndexedDB, which may be missing, refused or full.
pub struct WebNotes;

/// Comes when one of an object's two events has come; an error for the second.
fn told(object: &JsValue, good: &str, bad: &str) -> Promise {
    Promise::new(&mut |yes, no| {
        let _ = Reflect::set(object, &good.into(), &yes);
        let _ = Reflect::set(object, &bad.into(), &no);
    })
}

async fn open() -> Option<JsValue> {
    if let Some(known) = OPEN.with_borrow(Clone::clone) {
        return Some(known);
    }
    let asked = call(&get(&js_sys::global(), "indexedDB")?, "open", &[&NAME.into(), &VERSION.into()])?;
    let new = asked.clone();
    let make = Closure::once_into_js(move |_: JsValue| {
        EMPTIED.set(KNOWN.get());
        if let Some(database) = get(&new, "result") {
            call(&database, "createObjectStore", &[&STORE.into()]);
        }
    });
    Reflect::set(&asked, &"onupgradeneeded".into(), &make).ok()?;
    JsFuture::from(told(&asked, "onsuccess", "onerror")).await.ok()?;
    let database = get(&asked, "result")?;
    // Another page brings a newer form of it, or the browser takes it away: let go, and open anew.
    let held = database.clone();
    let leave = Closure::<dyn FnMut(JsValue)>::new(move |_| {
        OPEN.take();
        call(&held, "close", &[]);
    });
    let leave = leave.into_js_value();
    for event in ["onversionchange", "onclose"] {
        let _ = Reflect::set(&database, &event.into(), &leave);
    }
    OPEN.set(Some(database.clone()));
    KNOWN.set(true);
    Some(database)
}

/// A transaction and its store.
async fn store(mode: &str) -> Option<(JsValue, JsValue)> {
    let strict = plain(&[("durability", "strict".into())]);
    for _ in 0..2 {
        let database = open().await?;
        if let Some(all) = call(&database, "transaction", &[&STORE.into(), &mode.into(), &strict]) {
            let store = call(&all, "objectStore", &[&STORE.into()])?;
            return Some((all, store));
        }
        // It was closed meanwhile.
        OPEN.take();
    }
    None
}

async fn done(transaction: &JsValue) -> Option<()> {
    JsFuture::from(told(transaction, "oncomplete", "onabort")).await.ok().map(|_| ())
}

async fn read() -> Option<Vec<(String, String)>> {
    let (transaction, store) = store("readonly").await?;
    let names = call(&store, "getAllKeys", &[])?;
    let texts = call(&store, "getAll", &[])?;
    done(&transaction).await?;
    let list = |asked: &JsValue| get(asked, "result").map(|list| list.unchecked_into::<Array>());
    let (names, texts) = (list(&names)?, list(&texts)?);
    let pairs = names.iter().zip(texts.iter());
    Some(pairs.filter_map(|(name, text)| Some((name.as_string()?, text.as_string()?))).collect())
}

async fn write(notes: &[(String, String)]) -> Option<()> {
    let (transaction, store) = store("readwrite").await?;
    for (name, text) in notes {
        let name = name.as_str().into();
        match text.as_str() {
            "" => call(&store, "delete", &[&name])?,
            text => call(&store, "put", &[&text.into(), &name])?,
        };
    }
    done(&transaction).await
}

fn answer<T>(done: Option<T>) -> Answer<T> {
    match done {
        None => Answer::Failed,
        Some(done) if EMPTIED.take() => Answer::Emptied(done),
        Some(done) => Answer::Done(done),
    }
}

impl Notes for WebNotes {
    fn load(&self, then: Read) {
        spawn_local(async { then(answer(read().await)) });
    }

    fn save(&self, notes: Vec<(String, String)>, then: Then) {
        spawn_local(async move { then(answer(write(&notes).await)) });
    }
}
