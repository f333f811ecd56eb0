//! The fields of a form that is the page's own, so that it can be read, filled in and printed without a program,
//! and nobody's typing is interrupted when one arrives. An island reads them once, and then hears what's done.

#[cfg(not(target_arch = "wasm32"))]
use super::events::Listening;

#[cfg(target_arch = "wasm32")]
pub use super::web::fields::{Fields, ticked};

/// What somebody did in a form.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Done {
    /// A field with a name was written, ticked or chosen: its name, and its value. A tick's is `1` or nothing.
    Changed(String, String),
    /// A button was pressed: its `data-do`.
    Pressed(String),
    /// Something with `data-tap` was tapped: its value.
    Tapped(String),
    /// Return was pressed in a field of one line: its id. Not the return that ends the composing of a word.
    Entered(String),
}

/// A form of the page. On the host there is none.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone)]
pub struct Fields;

#[cfg(not(target_arch = "wasm32"))]
impl Fields {
    /// The form with this id.
    pub fn of(_: &str) -> Option<Self> {
        None
    }

    /// The language that it's written in.
    pub fn language(&self) -> String {
        String::new()
    }

    /// What's written, ticked or chosen, with the fields' names.
    pub fn read(&self) -> Vec<(String, String)> {
        Vec::new()
    }

    /// What stands in the field of this name or id.
    pub fn value(&self, _: &str) -> String {
        String::new()
    }

    /// Writes into the field of this name or id, ticks it, or chooses this value of several.
    pub fn set(&self, _: &str, _: &str) {}

    /// Marks what can be tapped: what has one of these names in `data-tap` gets its `data-mark`, all else loses it.
    /// The drawing is the page's own: forty shapes that only change their marks.
    pub fn mark(&self, _: &[(String, &'static str)]) {}

    /// Calls with everything that's done in the form.
    pub fn listen(&self, _: impl Fn(Done) + 'static) -> Listening {
        Box::new(())
    }
}

/// The labels of all ticked boxes on the page that have this attribute.
#[cfg(not(target_arch = "wasm32"))]
pub fn ticked(_: &str) -> Vec<String> {
    Vec::new()
}
