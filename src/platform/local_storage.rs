//! Small texts in `localStorage`: settings, and the place in a session.

/// A keeper of small texts. What a person wrote does not belong here: browsers lose the last
/// writes when they are killed.
pub trait Storage {
    /// The text kept under this key.
    fn load(&self, key: &str) -> Option<String>;
    /// Keeps a text. `false` if the device refuses or is full.
    fn save(&self, key: &str, text: &str) -> bool;
    /// Forgets it.
    fn erase(&self, key: &str);
}

/// Keeps nothing.
pub struct QuietStorage;

impl Storage for QuietStorage {
    fn load(&self, _: &str) -> Option<String> {
        None
    }

    fn save(&self, _: &str, _: &str) -> bool {
        false
    }

    fn erase(&self, _: &str) {}
}
