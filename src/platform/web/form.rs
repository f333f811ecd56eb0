//! Fields and buttons that stand in the page as HTML.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

/// The named fields inside an element.
fn fields(node: &NodeRef) -> Vec<HtmlInputElement> {
    let found = node.cast::<Element>().and_then(|element| element.query_selector_all("input[name]").ok());
    let Some(found) = found else { return Vec::new() };
    (0..found.length()).filter_map(|n| found.get(n)?.dyn_into().ok()).collect()
}

/// The values of all named fields inside an element. A tick is 1 or 0.
pub fn read(node: &NodeRef) -> String {
    let pairs = fields(node).into_iter().filter_map(|field| {
        let value = match field.type_().as_str() {
            "checkbox" => u8::from(field.checked()).to_string(),
            "radio" if !field.checked() => return None,
            _ => field.value(),
        };
        Some([&field.name(), "=", &value].concat())
    });
    pairs.collect::<Vec<String>>().join("&")
}

/// Puts values into the named fields inside an element; fields that are not named stay.
pub fn fill(node: &NodeRef, line: &str) {
    for field in fields(node) {
        let name = field.name();
        let value = line.split('&').filter_map(|pair| pair.split_once('=')).find(|(known, _)| *known == name);
        let Some((_, value)) = value else { continue };
        match field.type_().as_str() {
            "checkbox" => field.set_checked(value == "1"),
            "radio" => field.set_checked(field.value() == value),
            _ => field.set_value(value),
        }
    }
}

/// The `data-do` of the button that a click was on.
pub fn pressed(event: &MouseEvent) -> Option<String> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest("button[data-do]").ok()??.get_attribute("data-do")
}
