//! What the page carries for the program to say.

use crate::content;
use crate::platform::dom;

/// The text of this name.
pub fn said(name: &str) -> String {
    content::said(&dom::text("desk-says"), name).to_owned()
}
