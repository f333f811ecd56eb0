//! The page itself: its head, focus, scrolling, address, and what an event was about.
//! Not a device: none of it can be refused. On the host each of these does nothing.

#[cfg(target_arch = "wasm32")]
pub use super::web::page::*;

#[cfg(not(target_arch = "wasm32"))]
mod host {
    use yew::prelude::*;

    /// Says something to the scripts that keep a page usable before its program comes.
    pub fn say(_: &str) {}

    /// Moves the focus to the element with this id.
    pub fn focus_id(_: &str) {}

    /// Moves the focus to the first-level heading without scrolling.
    pub fn focus_heading() {}

    /// Opens the dialog with this id over the page, or closes it.
    pub fn show_dialog(_: &str, _: bool) {}

    /// What stands in an element, as HTML.
    pub fn inner_html(_: &NodeRef) -> String {
        String::new()
    }

    /// What stands in the field with this id.
    pub fn value(_: &str) -> String {
        String::new()
    }

    /// Takes what was typed into the field with this id: it's empty then.
    pub fn take_value(_: &str) -> String {
        String::new()
    }

    /// What stands in the first element of this selector, as HTML.
    pub fn html_in(_: &str) -> Option<String> {
        None
    }

    /// Sets an attribute of the element with this id.
    pub fn mark(_: &str, _: &str, _: &str) {}

    /// Sets a style property of the element with this id.
    pub fn mark_style(_: &str, _: &str, _: &str) {}

    /// Shows the element with this id: opens the disclosure around it and scrolls to it.
    pub fn show_anchor(_: &str) -> bool {
        false
    }

    /// Whether the disclosure of this event is open now.
    pub fn is_open(_: &Event) -> bool {
        false
    }

    /// The value of this name in the address's query.
    pub fn query(_: &str) -> Option<String> {
        None
    }

    /// Writes a value into the address's query without a new history entry; empty removes it.
    pub fn set_query(_: &str, _: &str) {}

    /// Writes into an element that nobody else writes into.
    pub fn write(_: &NodeRef, _: &str) {}

    /// Renders into the element with this id, wherever in the page it is.
    pub fn portal(_: &str, _: Html) -> Html {
        html! {}
    }

    /// How many milliseconds ago the tap was made that this click carries out.
    pub fn tapped_ago(_: &MouseEvent) -> u64 {
        0
    }

    /// Sets a style property by the CSSOM, which a strict content security policy allows.
    pub fn set_style(_: &NodeRef, _: &str, _: &str) {}
}

#[cfg(not(target_arch = "wasm32"))]
pub use host::*;
