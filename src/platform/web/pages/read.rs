//! Reading pages: their files are fetched and parsed, ahead of the click if there is time, and kept for the
//! visit.

use super::copy::Copy;
use super::path_of;
use crate::platform::web::object::{call, document};
use js_sys::{JsString, Promise};
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Document, Response};

/// A page that has been read.
struct Page {
    path: String,
    /// Its file.
    text: JsString,
    /// What can be put in the place of the page that is shown. It is used up by that.
    copy: Option<Copy>,
}

thread_local! {
    static READ: RefCell<Vec<Page>> = const { RefCell::new(Vec::new()) };
    static WAITING: RefCell<Vec<Waiting>> = const { RefCell::new(Vec::new()) };
}

/// Who waits for a page.
struct Waiting {
    path: String,
    /// Somebody looks at the screen meanwhile.
    now: bool,
    /// Hears whether the page has come.
    told: Box<dyn FnOnce(bool)>,
}

fn with_page<T>(path: &str, call: impl FnOnce(&mut Page) -> T) -> Option<T> {
    READ.with_borrow_mut(|read| read.iter_mut().find(|page| page.path == path).map(call))
}

/// Reads the page of an address, unless it has been; then says whether it is there. Who asks for a page that
/// is on its way waits for that one. What is not wanted `now` comes in small pieces.
pub fn bring(address: &str, now: bool, then: impl FnOnce(bool) + 'static) {
    let path = path_of(address).to_owned();
    if with_page(&path, |page| page.copy.is_some()) == Some(true) {
        return then(true);
    }
    let first = WAITING.with_borrow_mut(|waiting| {
        let first = !waiting.iter().any(|it| it.path == path);
        waiting.push(Waiting { path: path.clone(), now, told: Box::new(then) });
        first
    });
    if !first {
        return;
    }
    spawn_local(async move {
        let came = read(&path).await.is_some();
        let tell: Vec<_> =
            WAITING.with_borrow_mut(|waiting| waiting.extract_if(.., |it| it.path == path).collect());
        for waiting in tell {
            (waiting.told)(came);
        }
    });
}

async fn read(path: &str) -> Option<()> {
    let text = match with_page(path, |page| page.text.clone()) {
        Some(text) => text,
        None => fetch(path).await?,
    };
    let copy = Copy::of(&parsed(path, &text).await?, path)?;
    READ.with_borrow_mut(|read| read.retain(|page| page.path != path));
    READ.with_borrow_mut(|read| read.push(Page { path: path.to_owned(), text, copy: Some(copy) }));
    Some(())
}

async fn fetch(path: &str) -> Option<JsString> {
    let answer = JsFuture::from(web_sys::window()?.fetch_with_str(path)).await.ok()?;
    let answer = answer.dyn_into::<Response>().ok().filter(Response::ok)?;
    JsFuture::from(answer.text().ok()?).await.ok()?.dyn_into().ok()
}

/// Parses a page a piece at a time, so that nothing waits long for it; all at once as soon as somebody waits
/// for the page itself. Its style is the one that is here already.
async fn parsed(path: &str, text: &JsString) -> Option<Document> {
    /// Characters of a piece: a slow phone parses them within a few milliseconds.
    const PIECE: u32 = 16_384;
    let style = text.index_of("<style>", 0).try_into().ok()?..text.index_of("</style>", 0).try_into().ok()?;
    let text = text.slice(0, style.start).concat(&text.slice(style.end, text.length()));
    let page = document()?.implementation().ok()?.create_html_document().ok()?;
    let (mut begin, length) = (0, text.length());
    while begin < length {
        let is_awaited = WAITING.with_borrow(|waiting| waiting.iter().any(|it| it.path == path && it.now));
        let end = if is_awaited { length } else { length.min(begin + PIECE) };
        call(&page, "write", &[&text.slice(begin, end)])?;
        begin = end;
        if begin < length {
            JsFuture::from(later()).await.ok()?;
        }
    }
    call(&page, "close", &[])?;
    Some(page)
}

/// Comes when the browser has done what else there was to do.
pub fn later() -> Promise {
    Promise::new(&mut |done, _| {
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback(&done);
        }
    })
}

/// Takes what can be shown of a page that has been read.
pub(super) fn take(path: &str) -> Option<Copy> {
    with_page(path, |page| page.copy.take()).flatten()
}
