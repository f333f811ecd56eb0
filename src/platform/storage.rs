//! Keeping small texts on the device.

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

/// That of the place we run in.
pub fn here() -> std::rc::Rc<dyn Storage> {
    #[cfg(target_arch = "wasm32")]
    return std::rc::Rc::new(super::web::storage::WebStorage);
    #[cfg(not(target_arch = "wasm32"))]
    std::rc::Rc::new(QuietStorage)
}
