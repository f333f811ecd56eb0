//! A file made here: to be played, or to be saved by the person.

use super::quiet::Quiet;

/// A file that the browser holds; on the host, its bytes.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone)]
pub struct File(std::rc::Rc<[u8]>);

#[cfg(target_arch = "wasm32")]
pub use super::web::file::{File, Link};

#[cfg(not(target_arch = "wasm32"))]
impl File {
    /// Makes a file of a media type out of pieces, which are handed in one after another.
    pub fn new(_: &str, pieces: impl FnOnce(&mut dyn FnMut(&[u8]))) -> Option<Self> {
        let mut bytes = Vec::new();
        pieces(&mut |piece| bytes.extend_from_slice(piece));
        Some(Self(bytes.into()))
    }

    /// Its bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.0
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

/// Hears the bytes of a file, or that it can't be had.
pub type Then = Box<dyn FnOnce(Option<Vec<u8>>)>;

/// Files of the site, and files that were made here.
pub trait Files {
    /// Fetches the bytes of a file of the site.
    fn fetch(&self, address: &str, then: Then);
    /// Offers a file that was made here to be saved under a name.
    fn save(&self, file: &File, name: &str);
    /// Asks the offline worker to keep these files of the site.
    fn keep_offline(&self, addresses: &[String]);
}

impl Files for Quiet {
    fn fetch(&self, _: &str, _: Then) {}

    fn save(&self, _: &File, _: &str) {}

    fn keep_offline(&self, _: &[String]) {}
}
