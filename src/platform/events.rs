//! Events of the window and the document: a key, the page shown again, the page about to go.
//! Whoever listens keeps what is returned; dropping it ends the listening.

use std::any::Any;

/// A key that was pressed.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    /// Its name, as browsers name it: `" "`, `ArrowRight`, `Escape` …
    pub name: String,
    /// Where the focus was.
    pub on: Focus,
}

/// What had the focus when a key was pressed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Focus {
    /// Nothing that does something with keys.
    Page,
    /// A button, link or disclosure: space and return belong to it.
    Control,
    /// A field: all keys but Escape belong to it.
    Field,
}

/// A key, with what was held down beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Press {
    /// The key.
    pub key: Key,
    /// Ctrl or ⌘.
    pub command: bool,
    /// Alt, which makes other letters on some keyboards.
    pub alt: bool,
}

/// What ends the listening when it is dropped.
pub type Listening = Box<dyn Any>;

#[cfg(target_arch = "wasm32")]
pub use super::web::events::{on_key, on_leave, on_press, on_return};

/// Calls with each key pressed without a modifier, unless a dialog is open or somebody has used it; an answer of
/// `true` means it was used.
#[cfg(not(target_arch = "wasm32"))]
pub fn on_key(_: impl Fn(Key) -> bool + 'static) -> Listening {
    Box::new(())
}

/// Calls when the page is shown again after it was hidden or frozen.
#[cfg(not(target_arch = "wasm32"))]
pub fn on_return(_: impl Fn() + 'static) -> Listening {
    Box::new(())
}

/// Calls when the page is hidden or about to go: the last moment to keep something.
#[cfg(not(target_arch = "wasm32"))]
pub fn on_leave(_: impl Fn() + 'static) -> Listening {
    Box::new(())
}
