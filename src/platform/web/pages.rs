//! Going from page to page without a reload: links, the history, and the pages' own files. Whatever goes wrong
//! is left to the browser.

use super::object::document;
use gloo::events::{EventListener, EventListenerOptions};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, Location, MouseEvent, Url};

mod load;
pub use load::{Page, load, show};

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

thread_local! {
    /// The path of the page that is shown, as the address named it then.
    static SHOWN: RefCell<String> = const { RefCell::new(String::new()) };
}

/// The path of the page that is shown, as the address names it: `/faq` and `/faq/index.html` are one page's, and
/// where there is no page, the one that says so has as many as there are.
pub fn shown() -> String {
    SHOWN.with_borrow(Clone::clone)
}

/// The page of this address is shown now.
pub fn note_shown(address: &str) {
    SHOWN.set(path_of(address).to_owned());
}

fn app() -> Option<Element> {
    document()?.get_element_by_id("app")
}

/// The islands of the page that is shown, in reading order.
pub fn islands() -> Vec<Element> {
    let found = app().and_then(|app| app.query_selector_all("[data-island]").ok());
    let found = found.iter().flat_map(|all| (0..all.length()).filter_map(|n| all.get(n)?.dyn_into().ok()));
    found.collect()
}

/// The mark of an island that sleeps until somebody uses it.
pub const ON_USE: &str = "data-on-use";

/// The mark of one that has been asked to wake.
pub const WAKING: &str = "data-waking";

/// This island is asked to wake.
pub fn note_waking(root: &Element) {
    let _ = root.set_attribute(WAKING, "");
}

/// Calls with each island of that kind that somebody uses, or has used before there was a program: `static/js/keeper.js`
/// says so, and keeps what was done.
pub fn on_use(call: impl Fn(Element) + 'static) {
    let Some(document) = document() else { return };
    let begin = move |root: Element| {
        if !root.has_attribute("data-awake") && !root.has_attribute(WAKING) {
            note_waking(&root);
            call(root);
        }
    };
    if let Ok(used) = document.query_selector_all("[data-used]") {
        (0..used.length()).filter_map(|n| used.get(n)?.dyn_into().ok()).for_each(&begin);
    }
    let hear = move |event: &Event| {
        if let Some(root) = event.target().and_then(|target| target.dyn_into().ok()) {
            begin(root);
        }
    };
    EventListener::new(&document, "island-used", hear).forget();
}

/// Whether an element is in the document, but in no page of it: it stays where it is when another page comes.
pub fn is_outside(root: &Element) -> bool {
    root.is_connected() && !app().is_some_and(|app| app.contains(Some(root)))
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

/// Lets the browser go to an address by itself.
pub fn leave_for(address: &str) {
    let Some(there) = location() else { return };
    // Along the history the address is there before its page. To go to where one is, with an anchor, would load nothing,
    // and be an entry of the history that asks for its page once more.
    let _ = if address == self::address() { there.reload() } else { there.assign(address) };
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
}

/// A click that a browser would follow in this tab.
pub(super) fn is_plain(event: &MouseEvent) -> bool {
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
