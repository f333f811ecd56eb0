//! What the page carries for the program to say, a line each: `name=text`.

use crate::platform::dom;

/// The text of this name.
pub fn said(name: &str) -> String {
    let all = dom::text("desk-says");
    let found = all.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('='));
    found.unwrap_or_default().to_owned()
}
