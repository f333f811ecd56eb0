//! A file made here: to be played, or to be saved by the person.

/// A file that the browser holds. On the host there is none.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone)]
pub struct File;

#[cfg(target_arch = "wasm32")]
pub use super::web::file::{File, Link};

#[cfg(not(target_arch = "wasm32"))]
impl File {
    /// Makes a file of a media type out of pieces, which are handed in one after another.
    pub fn new(_: &str, _: impl FnOnce(&mut dyn FnMut(&[u8]))) -> Option<Self> {
        None
    }

    /// Offers it to be saved under a name.
    pub fn save(&self, _: &str) {}

    /// An address for it.
    pub fn link(&self) -> Option<Link> {
        None
    }
}

/// An address of a file that the browser holds. It's good as long as this is kept.
#[cfg(not(target_arch = "wasm32"))]
pub struct Link(pub String);

/// Fetches the bytes of a file of the site; `None` if it can't be had.
#[cfg(not(target_arch = "wasm32"))]
pub fn fetch(_: &str, _: impl FnOnce(Option<Vec<u8>>) + 'static) {}

#[cfg(target_arch = "wasm32")]
pub use super::web::file::fetch;
