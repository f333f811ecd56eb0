//! A list that stands in the page as HTML, whose items can be put in another order, step aside, and be
//! chosen.

#[cfg(not(target_arch = "wasm32"))]
use super::events::Listening;

#[cfg(target_arch = "wasm32")]
pub use super::web::list::{arrange, mark, on_choice};

/// Fills a list with the items of these ids, in order, and begins each with its note. All others wait in
/// the list `aside`, in the order of the links in `links`; only the ones with `data-waits` are shown there.
/// Of the links those to an item of the list are shown.
#[cfg(not(target_arch = "wasm32"))]
pub fn arrange(_list: &str, _aside: &str, _links: &str, _items: &[(String, String)]) {}

/// Marks the item that is on now, as assistive technology is told it; `None` marks none.
#[cfg(not(target_arch = "wasm32"))]
pub fn mark(_list: &str, _id: Option<&str>) {}

/// Calls with the place, from 0, of an item whose button `data-go` was pressed.
#[cfg(not(target_arch = "wasm32"))]
pub fn on_choice(_list: &str, _call: impl Fn(usize) + 'static) -> Listening {
    Box::new(())
}
