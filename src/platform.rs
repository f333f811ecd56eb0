//! The outside world: everything the browser offers, behind small names.
//!
//! A device is a trait with a browser half and a quiet twin; on the host only the quiet twins
//! exist. It names nothing of ours and has never heard of a hand position.

pub mod audio;
pub mod body;
pub mod calendar;
pub mod clock;
pub mod devices;
pub mod events;
#[cfg(test)]
pub mod fake;
pub mod field;
pub mod fields;
pub mod file;
pub mod form;
pub mod here;
pub mod indexed_db;
pub mod json;
pub mod keep_alive;
pub mod list;
pub mod local_storage;
pub mod look;
pub mod media_session;
pub mod page;
pub mod portals;
pub mod quiet;
pub mod share;
pub mod speech;
pub mod store;
pub mod tabs;
#[cfg(target_arch = "wasm32")]
mod web;
#[cfg(target_arch = "wasm32")]
pub use web::pages;

use clock::Clock;
use local_storage::Storage;
use look::Look;
use std::rc::Rc;

/// The devices of the place we run in.
#[derive(Clone)]
pub struct Platform {
    /// Tells the time and wakes us.
    pub clock: Rc<dyn Clock>,
    /// Keeps small texts on the device.
    pub storage: Rc<dyn Storage>,
    /// How the page looks.
    pub look: Rc<dyn Look>,
}

impl Platform {
    /// The browser's devices; on the host, quiet ones.
    pub fn here() -> Self {
        #[cfg(target_arch = "wasm32")]
        return Self { clock: Rc::new(web::clock::WebClock), storage: here::storage(), look: here::look() };
        #[cfg(not(target_arch = "wasm32"))]
        Self { clock: Rc::new(clock::QuietClock), storage: here::storage(), look: here::look() }
    }
}
