//! Going from page to page without loading anew: links, the history, and the pages' own files, out of
//! which comes what stands in `#app`. Whatever goes wrong is left to the browser.

use super::object::document;
use gloo::events::{EventListener, EventListenerOptions};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DomParser, Element, Event, Location, MouseEvent, Response, SupportedType, Url};

/// A page that has been read: what changes when it is gone to.
struct Page {
    path: String,
    title: String,
    description: String,
    /// `#app` as it came, before any program touched it.
    app: Element,
}

thread_local! {
    static READ: RefCell<Vec<Page>> = const { RefCell::new(Vec::new()) };
}

const DESCRIPTION: &str = "meta[name=description]";

fn location() -> Option<Location> {
    Some(web_sys::window()?.location())
}

/// Path, query and anchor of the address now.
pub fn address() -> String {
    let read = || {
        let location = location()?;
        Some([location.pathname().ok()?, location.search().ok()?, location.hash().ok()?].concat())
    };
    read().unwrap_or_default()
}

/// The path of an address of the site.
pub fn path_of(address: &str) -> &str {
    address.split(['?', '#']).next().unwrap_or_default()
}

/// The path of the page that is shown, as its file names it.
pub fn shown() -> String {
    app().and_then(|app| app.get_attribute("data-path")).unwrap_or_default()
}

fn app() -> Option<Element> {
    document()?.get_element_by_id("app")
}

/// The element in which a room lives, and the room's name.
pub fn room() -> Option<(Element, String)> {
    let room = document()?.get_element_by_id("room")?;
    let name = room.get_attribute("data-room")?;
    Some((room, name))
}

fn keep(page: Option<Page>) {
    if let Some(page) = page.filter(|page| !is_read(&page.path)) {
        READ.with_borrow_mut(|read| read.push(page));
    }
}

fn is_read(path: &str) -> bool {
    READ.with_borrow(|read| read.iter().any(|page| page.path == path))
}

/// Reads the page of an address, unless it has been; then says whether it is there.
pub fn bring(address: &str, then: impl FnOnce(bool) + 'static) {
    let path = path_of(address).to_owned();
    if is_read(&path) {
        return then(true);
    }
    spawn_local(async move {
        let page = fetch(&path).await;
        let came = page.is_some();
        keep(page);
        then(came);
    });
}

async fn fetch(path: &str) -> Option<Page> {
    let answer = JsFuture::from(web_sys::window()?.fetch_with_str(path)).await.ok()?;
    let answer = answer.dyn_into::<Response>().ok().filter(Response::ok)?;
    let text = JsFuture::from(answer.text().ok()?).await.ok()?.as_string()?;
    let page = DomParser::new().ok()?.parse_from_string(&text, SupportedType::TextHtml).ok()?;
    let description = page.query_selector(DESCRIPTION).ok()??.get_attribute("content")?;
    let app = page.get_element_by_id("app")?;
    // A host that answers with another page's file has no such page.
    let here = app.get_attribute("data-path")? == path;
    here.then(|| Page { path: path.to_owned(), title: page.title(), description, app })
}

/// Puts a page that has been read in the place of the one that is shown.
pub fn show(path: &str) {
    let Some((document, app)) = document().zip(app()) else { return };
    READ.with_borrow(|read| {
        let Some(page) = read.iter().find(|page| page.path == path) else { return };
        let Ok(fresh) = document.import_node_with_deep(&page.app, true) else { return };
        let _ = app.replace_with_with_node_1(&fresh);
        let set = |selector: &str, attribute: &str, value: &str| {
            if let Ok(Some(element)) = document.query_selector(selector) {
                let _ = element.set_attribute(attribute, value);
            }
        };
        set(DESCRIPTION, "content", &page.description);
        set("link[rel=canonical]", "href", path);
        // Last: it tells others that the page is there.
        document.set_title(&page.title);
    });
}

/// Makes a new entry of the history. Its number tells entries of one address apart.
pub fn push(address: &str) {
    let history = web_sys::window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        let _ = history.push_state_with_url(&JsValue::from(js_sys::Date::now()), "", Some(address));
    }
}

/// Lets the browser go to an address by itself.
pub fn leave_for(address: &str) {
    if let Some(location) = location() {
        let _ = location.assign(address);
    }
}

/// Calls when another entry of the history is shown, as long as the page is there.
pub fn on_history(call: impl Fn() + 'static) {
    if let Some(window) = web_sys::window() {
        EventListener::new(&window, "popstate", move |_| call()).forget();
    }
}

/// Calls with where a click on a link leads within the site: path, query and anchor. The browser
/// follows what leads elsewhere.
pub fn on_link(base: String, call: impl Fn(String) + 'static) {
    let Some(document) = document() else { return };
    let of_touch = base.clone();
    let options = EventListenerOptions::enable_prevent_default();
    let follow = move |event: &Event| {
        let address = event.dyn_ref::<MouseEvent>().and_then(|event| inner_link(event, &base));
        if let Some(address) = address {
            event.prevent_default();
            call(address);
        }
    };
    EventListener::new_with_options(&document, "click", options, follow).forget();
    // A finger or a mouse that comes down: the page is on its way before the click.
    let soon = move |event: &Event| {
        let address = event.dyn_ref::<MouseEvent>().and_then(|event| inner_link(event, &of_touch));
        if let Some(address) = address {
            bring(&address, |_| {});
        }
    };
    EventListener::new(&document, "pointerdown", soon).forget();
}

fn inner_link(event: &MouseEvent, base: &str) -> Option<String> {
    let modified = event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key();
    if modified || event.button() != 0 || event.default_prevented() {
        return None;
    }
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let link = target.closest("a[href]").ok()??;
    if link.has_attribute("target") || link.has_attribute("download") {
        return None;
    }
    let location = location()?;
    let url = Url::new_with_base(&link.get_attribute("href")?, &location.href().ok()?).ok()?;
    let inside = url.origin() == location.origin().ok()? && url.pathname().starts_with(base);
    let page = url.pathname().ends_with('/');
    let here =
        Some(url.pathname()) == location.pathname().ok() && Some(url.search()) == location.search().ok();
    if !inside || !page || (here && !url.hash().is_empty()) {
        return None;
    }
    Some([url.pathname(), url.search(), url.hash()].concat())
}
