//! How pages look: each setting is a mark on the page (`data-theme="dark"` on `<html>`), which style sheets read. The
//! marks are put there before anything is painted, by `static/js/settings.js`; here they are read and changed.

use super::events::Listening;

/// The marks of the page.
pub trait Look {
    /// What is chosen for a setting; nothing: as it is at first.
    fn chosen(&self, name: &str) -> String;
    /// Chooses this. `false` if the device doesn't keep it: then it lasts as long as the page.
    fn choose(&self, name: &str, value: &str) -> bool;
    /// Calls when another tab has chosen something.
    fn on_change(&self, call: Box<dyn Fn()>) -> Listening;
}

/// Nothing is chosen.
pub struct QuietLook;

impl Look for QuietLook {
    fn chosen(&self, _: &str) -> String {
        String::new()
    }

    fn choose(&self, _: &str, _: &str) -> bool {
        false
    }

    fn on_change(&self, _: Box<dyn Fn()>) -> Listening {
        Box::new(())
    }
}
