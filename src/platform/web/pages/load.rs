//! Loading a page of the site to put it in the place of the one that is shown.

use super::app;
use crate::platform::web::object::document;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, Document, DomParser, Element, RequestInit, Response, SupportedType};

/// After so many milliseconds the browser goes there itself, and shows what it knows about the line.
const PATIENCE: u32 = 8_000;

const DESCRIPTION: &str = "meta[name=description]";
const CANONICAL: &str = "link[rel=canonical]";

/// What's said where something doesn't come. Each page has its own: it loads that page again, and comes by itself
/// where the page needs its program.
const FAILED: &str = "failed";

/// A page that has been loaded.
pub struct Page {
    document: Document,
    /// Its `#app`.
    app: Element,
}

/// Loads the page of a path. `None` if it doesn't come in time, is another page's file, as some hosts answer, or
/// belongs to another release: this program knows only its own.
pub async fn load(path: &str) -> Option<Page> {
    let options = RequestInit::new();
    options.set_signal(Some(&AbortSignal::timeout_with_u32(PATIENCE)));
    let asked = web_sys::window()?.fetch_with_str_and_init(path, &options);
    let answer = JsFuture::from(asked).await.ok()?.dyn_into::<Response>().ok().filter(Response::ok)?;
    let text = JsFuture::from(answer.text().ok()?).await.ok()?.as_string()?;
    let parsed = DomParser::new().ok()?.parse_from_string(&text, SupportedType::TextHtml).ok()?;
    let new = parsed.get_element_by_id("app")?;
    let release = app()?.get_attribute("data-release");
    let fits = new.get_attribute("data-path")? == whole(path) && new.get_attribute("data-release") == release;
    fits.then_some(Page { document: parsed, app: new })
}

/// A page's path as its file names it: hosts answer to `/faq` and `/faq/index.html` as well.
fn whole(path: &str) -> String {
    let path = path.strip_suffix("index.html").unwrap_or(path);
    if path.ends_with('/') { path.to_owned() } else { [path, "/"].concat() }
}

/// Puts it in the place of the page that is shown.
pub fn show(page: &Page) {
    let Some((document, before)) = document().zip(app()) else { return };
    // It fades in; what was there all the time does not.
    let _ = page.app.set_attribute("data-came", "");
    let _ = before.replace_with_with_node_1(&page.app);
    let [said, says] = [&document, &page.document].map(|document| document.get_element_by_id(FAILED));
    if let Some((said, says)) = said.zip(says) {
        let _ = said.replace_with_with_node_1(&says);
    }
    document.set_title(&page.document.title());
    for (selector, attribute) in [(DESCRIPTION, "content"), (CANONICAL, "href")] {
        let find = |document: &Document| document.query_selector(selector).ok().flatten();
        if let Some((old, new)) = find(&document).zip(find(&page.document)) {
            let _ = old.set_attribute(attribute, &new.get_attribute(attribute).unwrap_or_default());
        }
    }
}
