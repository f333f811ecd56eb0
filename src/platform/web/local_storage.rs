//! Keeping small texts in `localStorage`, which may refuse to exist at all.

use crate::platform::local_storage::Storage;

/// The browser's `localStorage`.
pub struct WebStorage;

fn storage() -> Option<web_sys::Storage> {
    // The getter itself throws where storage is refused.
    web_sys::window()?.local_storage().ok()?
}

impl Storage for WebStorage {
    fn load(&self, key: &str) -> Option<String> {
        storage()?.get_item(key).ok()?
    }

    fn save(&self, key: &str, text: &str) -> bool {
        storage().is_some_and(|storage| storage.set_item(key, text).is_ok())
    }

    fn erase(&self, key: &str) {
        if let Some(storage) = storage() {
            let _ = storage.remove_item(key);
        }
    }
}
