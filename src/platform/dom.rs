//! A page that is HTML already: its fields are read and filled, its texts written, and what a person
//! does in it is heard. Elements are named by their ids.

/// A named field, as it stands.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Field {
    /// The `data-group` of what it stands in.
    pub group: String,
    /// Its name.
    pub name: String,
    /// Its `data-kind`, or else its type.
    pub kind: String,
    /// Its value: a tick's is `1` or nothing.
    pub value: String,
    /// Whether it is the one that is chosen; always, where nothing is chosen.
    pub on: bool,
    /// Its `data-says`.
    pub says: String,
    /// Its `data-lead`.
    pub lead: String,
}

/// What a person did.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Done {
    /// A field was changed.
    Changed(Field),
    /// A box with `data-take` was ticked or unticked.
    Took(String, bool),
    /// A button was pressed: its `data-do`, and its `data-n`.
    Pressed(String, Option<usize>),
    /// Something with `data-tap` was tapped: its value.
    Tapped(String),
    /// Return was pressed in the field with this id.
    Entered(String),
}

#[cfg(target_arch = "wasm32")]
pub use super::web::dom::*;

#[cfg(not(target_arch = "wasm32"))]
mod host {
    use super::*;
    use crate::platform::signal::Listening;

    /// Whether an element with this id is there.
    pub fn is_there(_: &str) -> bool {
        false
    }

    /// What is chosen and what can be written inside an element, in reading order.
    pub fn fields(_: &str) -> Vec<Field> {
        Vec::new()
    }

    /// What is chosen among the fields of this name, or what is written there.
    pub fn chosen(_: &str, _: &str) -> Option<Field> {
        None
    }

    /// Gives all fields of this name inside an element a value.
    pub fn put(_: &str, _: &str, _: &str) {}

    /// Ticks the boxes inside an element whose `data-take` is asked for.
    pub fn tick(_: &str, _: impl Fn(&str) -> bool) {}

    /// The `data-take` of the boxes inside an element that are ticked.
    pub fn taken(_: &str) -> Vec<String> {
        Vec::new()
    }

    /// Hears what is done inside an element of this id, whenever there is one.
    pub fn listen(_: &'static str, _: impl Fn(Done) + 'static) -> Listening {
        Box::new(())
    }

    /// Whether an element has the focus.
    pub fn is_focused(_: &str) -> bool {
        false
    }

    /// Calls when an element of this id gets the focus, with `true`, and when it loses it.
    pub fn on_focus(_: &'static str, _: impl Fn(bool) + 'static) -> Listening {
        Box::new(())
    }

    /// The text inside an element.
    pub fn text(_: &str) -> String {
        String::new()
    }

    /// The value of a field.
    pub fn value(_: &str) -> String {
        String::new()
    }

    /// An element as HTML, itself included.
    pub fn outer(_: &str) -> String {
        String::new()
    }

    /// Writes a text into an element, if it is another one.
    pub fn set_text(_: &str, _: &str) {}

    /// Writes HTML into an element, if it is other HTML.
    pub fn set_html(_: &str, _: &str) {}

    /// Sets the value of a field.
    pub fn set_value(_: &str, _: &str) {}

    /// Shows an element, or hides it.
    pub fn show(_: &str, _: bool) {}

    /// Sets an attribute of everything inside an element that has this attribute with this value.
    pub fn mark(_: &str, _of: (&str, &str), _name: &str, _value: &str) {}

    /// Takes an attribute from everything inside an element that has this one, too.
    pub fn unmark(_: &str, _of: &str, _name: &str) {}

    /// Opens a dialog over the page; tells when it was closed, however that was.
    pub fn open_dialog(_: &str, _: impl FnOnce() + 'static) {}

    /// Closes a dialog.
    pub fn close_dialog(_: &str) {}

    /// The language of the page.
    pub fn language() -> String {
        String::new()
    }

    /// Tells the document, for whoever listens there.
    pub fn tell(_: &str) {}
}

#[cfg(not(target_arch = "wasm32"))]
pub use host::*;
