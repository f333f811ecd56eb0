//! The symbols of the figure, through the DOM: they are drawings without a program, in every page.

use super::object::{by_id, document};
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Puts another drawing into the symbols: a file of the site. `false` if it's no such file.
pub fn put(file: &[u8]) -> bool {
    let put = || {
        // The file is ours, so it may be parsed as HTML: it becomes the same symbols.
        let drawing = document()?.create_element("div").ok()?;
        drawing.set_inner_html(std::str::from_utf8(file).ok()?);
        let symbols = drawing.query_selector_all("symbol[id]").ok()?;
        for n in 0..symbols.length() {
            let symbol: Element = symbols.get(n)?.dyn_into().ok()?;
            by_id(&symbol.id())?.set_inner_html(&symbol.inner_html());
        }
        (symbols.length() > 0).then_some(())
    };
    put().is_some()
}

/// Says which view and build is drawn now: style sheets lay the hands where they belong.
pub fn mark(view: &str, build: &str) {
    let Some(root) = document().and_then(|document| document.document_element()) else { return };
    for (name, value) in [("data-figure-view", view), ("data-figure-build", build)] {
        let _ = root.set_attribute(name, value);
    }
}
