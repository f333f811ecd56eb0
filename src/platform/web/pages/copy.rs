//! Putting a page that has been read in the place of the one that is shown: first what can be seen of it,
//! and the rest once that has been painted.

use super::{app, read};
use crate::platform::web::object::document;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element};

/// What lies below the first screen, or far down on it: the host marks it.
const BELOW: &str = "[data-below]";

const DESCRIPTION: &str = "meta[name=description]";
const CANONICAL: &str = "link[rel=canonical]";

/// What changes when a page is gone to.
pub(super) struct Copy {
    path: String,
    title: String,
    description: String,
    /// Its whole address, where the site knows its own.
    canonical: String,
    /// Its `#app`.
    app: Element,
    /// What was taken out of that, and what holds its place.
    below: Vec<(Element, Element)>,
}

thread_local! {
    /// What is still missing in the page that is shown.
    static MISSING: RefCell<Vec<(Element, Element)>> = const { RefCell::new(Vec::new()) };
    /// Title and path of that page.
    static CAME: RefCell<Option<(String, String)>> = const { RefCell::new(None) };
}

impl Copy {
    /// Takes a parsed page apart. A host that answers with another page's file has no such page.
    pub(super) fn of(page: &Document, path: &str) -> Option<Self> {
        let description = page.query_selector(DESCRIPTION).ok()??.get_attribute("content")?;
        let canonical = page.query_selector(CANONICAL).ok()?.and_then(|link| link.get_attribute("href"));
        let canonical = canonical.unwrap_or_default();
        let app = page.get_element_by_id("app")?;
        if app.get_attribute("data-path")? != path {
            return None;
        }
        // It fades in; what was there all the time does not.
        app.set_attribute("data-came", "").ok()?;
        let found = app.query_selector_all(BELOW).ok()?;
        let take = |element: Element| {
            let place = page.create_element("template").ok()?;
            element.replace_with_with_node_1(&place).ok()?;
            Some((place, element))
        };
        let found = (0..found.length()).filter_map(|n| found.get(n)?.dyn_into().ok());
        let below = found.filter_map(take).collect();
        Some(Self { path: path.to_owned(), title: page.title(), description, canonical, app, below })
    }
}

/// Puts a page that has been read in the place of the one that is shown; what lies below only where the
/// `whole` page is wanted at once. [`finish`] brings the rest.
pub fn show(path: &str, whole: bool) {
    let Some((document, before)) = document().zip(app()) else { return };
    let Some(Copy { path, title, description, canonical, app, below }) = read::take(path) else { return };
    MISSING.set(below);
    if whole {
        put_missing();
    }
    let _ = before.replace_with_with_node_1(&app);
    let set = |selector: &str, attribute: &str, value: &str| {
        if let Ok(Some(element)) = document.query_selector(selector) {
            let _ = element.set_attribute(attribute, value);
        }
    };
    set(DESCRIPTION, "content", &description);
    set(CANONICAL, "href", &canonical);
    CAME.set(Some((title, path)));
}

/// Completes the page that is shown, once it has been seen.
pub fn finish() {
    put_missing();
    let Some((title, path)) = CAME.take() else { return };
    // It tells others that the page is there.
    if let Some(document) = document() {
        document.set_title(&title);
    }
    // It may be gone to again.
    read::bring(&path, false, |_| {});
}

fn put_missing() {
    for (place, element) in MISSING.take() {
        let _ = place.replace_with_with_node_1(&element);
    }
}
