//! Handing something on, where the device can: to its clipboard, to other apps, to its printer.

#[cfg(not(target_arch = "wasm32"))]
use super::file::File;

/// Copies a text; tells whether it was.
#[cfg(not(target_arch = "wasm32"))]
pub fn copy(_: &str, then: impl FnOnce(bool) + 'static) {
    then(false);
}

/// Whether files like this can be shared.
#[cfg(not(target_arch = "wasm32"))]
pub fn can_share(_: &File, _: &str) -> bool {
    false
}

/// Shares a file under a name; tells whether it was.
#[cfg(not(target_arch = "wasm32"))]
pub fn share(_: &File, _: &str, then: impl FnOnce(bool) + 'static) {
    then(false);
}

/// Prints the page, with this mark on it (`data-print`) while it does. `false` where there is no printing.
#[cfg(not(target_arch = "wasm32"))]
pub fn print(_: &str) -> bool {
    false
}

#[cfg(target_arch = "wasm32")]
pub use super::web::share::{Link, can_share, copy, on_link, print, share, share_address};
