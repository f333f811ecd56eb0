//! A form whose fields stand in the page as HTML: read and filled as one line of `name=value`
//! pairs, and the buttons in it.

#[cfg(not(target_arch = "wasm32"))]
use yew::prelude::*;

#[cfg(target_arch = "wasm32")]
pub use super::web::form::{fill, pressed, read};

/// The values of all named fields inside an element. A tick is 1 or 0.
#[cfg(not(target_arch = "wasm32"))]
pub fn read(_: &NodeRef) -> String {
    String::new()
}

/// Puts values into the named fields inside an element; fields that are not named stay.
#[cfg(not(target_arch = "wasm32"))]
pub fn fill(_: &NodeRef, _: &str) {}

/// The `data-do` of the button that a click was on.
#[cfg(not(target_arch = "wasm32"))]
pub fn pressed(_: &MouseEvent) -> Option<String> {
    None
}
