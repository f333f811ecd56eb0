//! The page itself: its head, focus, scrolling, address, and what an event was about.
//! Not a device: none of it can be refused. On the host each of these does nothing.

#[cfg(target_arch = "wasm32")]
pub use super::web::page::*;

/// What stands in the head.
pub struct Head<'a> {
    /// The document's title.
    pub title: &'a str,
    /// Its description.
    pub description: &'a str,
    /// The path of the canonical address.
    pub path: &'a str,
}

#[cfg(not(target_arch = "wasm32"))]
mod host {
    use super::*;
    use yew::prelude::*;

    /// Writes title, description and canonical address.
    pub fn set_head(_: &Head) {}

    /// Says that the page works now; early taps and letters are carried out upon this.
    pub fn say_ready() {}

    /// Where a click on a link leads within the site: path, query and anchor. `None` if the
    /// browser should follow it by itself.
    pub fn inner_link(_: &MouseEvent, _: &str) -> Option<String> {
        None
    }

    /// Fetches the content of a page that is only read; `None` if it can't be had.
    pub fn fetch_still(_: String, _: impl FnOnce(Option<String>) + 'static) {}

    /// Lets the browser go to an address by itself.
    pub fn leave_for(_: &str) {}

    /// Changes the page within a view transition, where there are any and motion is welcome.
    pub fn with_transition(change: impl FnOnce() + 'static) {
        change();
    }

    /// Moves the focus to the first-level heading without scrolling.
    pub fn focus_heading() {}

    /// Moves the focus to an element.
    pub fn focus(_: &NodeRef) {}

    /// Moves the focus to the element with this id.
    pub fn focus_id(_: &str) {}

    /// Sets an attribute of the element with this id.
    pub fn mark(_: &str, _: &str, _: &str) {}

    /// Sets a style property of the element with this id.
    pub fn mark_style(_: &str, _: &str, _: &str) {}

    /// Scrolls to this many pixels from the top.
    pub fn scroll_to(_: f64) {}

    /// Remembers the scroll position of each history entry, for going back.
    pub fn keep_scroll() -> Box<dyn std::any::Any> {
        Box::new(())
    }

    /// The kept scroll position of the history entry that is shown now.
    pub fn kept_scroll() -> Option<f64> {
        None
    }

    /// Shows the element with this id: opens the disclosure around it and scrolls to it.
    pub fn show_anchor(_: &str) -> bool {
        false
    }

    /// The value of this name in the address's query.
    pub fn query(_: &str) -> Option<String> {
        None
    }

    /// Writes a value into the address's query without a new history entry; empty removes it.
    pub fn set_query(_: &str, _: &str) {}

    /// The text of the field an event came from.
    pub fn field_text(_: &InputEvent) -> String {
        String::new()
    }

    /// The text that stands in a field.
    pub fn text_in(_: &NodeRef) -> String {
        String::new()
    }

    /// Puts a text into a field.
    pub fn put_text(_: &NodeRef, _: &str) {}

    /// How many milliseconds ago the tap was made that this click carries out.
    pub fn tapped_ago(_: &MouseEvent) -> u64 {
        0
    }

    /// Sets a style property by the CSSOM, which a strict content security policy allows.
    pub fn set_style(_: &NodeRef, _: &str, _: &str) {}

    /// Says that nothing can be worked with any more; the page shows its message and stays readable.
    pub fn say_failed() {}

    /// Asks the offline worker to keep these files of the site.
    pub fn keep_offline(_: &[String]) {}

    /// Lets the offline worker take over when the page is quiet.
    pub fn register_worker(_: &str) {}
}

#[cfg(not(target_arch = "wasm32"))]
pub use host::*;
