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
    static WAITING: RefCell<Vec<(String, Told)>> = const { RefCell::new(Vec::new()) };
}

/// Hears whether a page has come.
type Told = Box<dyn FnOnce(bool)>;

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

fn is_read(path: &str) -> bool {
    READ.with_borrow(|read| read.iter().any(|page| page.path == path))
}

/// Reads the page of an address, unless it has been; then says whether it is there. Who asks for a page that
/// is on its way waits for that one.
pub fn bring(address: &str, then: impl FnOnce(bool) + 'static) {
    let path = path_of(address).to_owned();
    if is_read(&path) {
        return then(true);
    }
    let first = WAITING.with_borrow_mut(|waiting| {
        let first = !waiting.iter().any(|(known, _)| *known == path);
        waiting.push((path.clone(), Box::new(then)));
        first
    });
    if !first {
        return;
    }
    spawn_local(async move {
        let page = fetch(&path).await;
        let came = page.is_some();
        if let Some(page) = page {
            READ.with_borrow_mut(|read| read.push(page));
        }
        let tell: Vec<_> =
            WAITING.with_borrow_mut(|waiting| waiting.extract_if(.., |(known, _)| *known == path).collect());
        for (_, then) in tell {
            then(came);
        }
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
        if let Some(fresh) = fresh.dyn_ref::<Element>() {
            // It fades in; what was there all the time does not.
            let _ = fresh.set_attribute("data-came", "");
        }
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
        // Coming back, the page has to be put in its place before it can be scrolled: that is ours to do.
        restore(false);
        let _ = history.push_state_with_url(&JsValue::from(js_sys::Date::now()), "", Some(address));
        restore(true);
    }
}

/// Whether the browser scrolls by itself when it comes back to this entry, as after loading it anew.
pub fn restore(by_browser: bool) {
    let history = web_sys::window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        let how = if by_browser { "auto" } else { "manual" };
        let _ = js_sys::Reflect::set(&history, &"scrollRestoration".into(), &how.into());
    }
}

/// Calls when what was shown last has been painted, which takes a frame or two.
pub fn once_seen(call: impl FnOnce() + 'static) {
    const TWO_FRAMES: u32 = 34;
    gloo::timers::callback::Timeout::new(TWO_FRAMES, call).forget();
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
    let soon_base = base.clone();
    let options = EventListenerOptions::enable_prevent_default();
    let follow = move |event: &Event| {
        if !event.dyn_ref::<MouseEvent>().is_some_and(is_plain) {
            return;
        }
        if let Some(address) = inner_link(event, &base) {
            event.prevent_default();
            call(address);
        }
    };
    EventListener::new_with_options(&document, "click", options, follow).forget();
    // A finger or a mouse comes down, or the offline worker has the page: it is read ahead of the click.
    for sign in ["pointerdown", "stillpoint-soon"] {
        let base = soon_base.clone();
        let soon = move |event: &Event| {
            if let Some(address) = inner_link(event, &base).filter(|address| path_of(address) != shown()) {
                bring(&address, |_| {});
            }
        };
        EventListener::new(&document, sign, soon).forget();
    }
}

/// A click that a browser would follow in this tab.
fn is_plain(event: &MouseEvent) -> bool {
    let modified = event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key();
    !modified && event.button() == 0 && !event.default_prevented()
}

fn inner_link(event: &Event, base: &str) -> Option<String> {
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
