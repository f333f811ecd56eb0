//! Which device serves where we run: the browser's, or on the host a quiet one.

#[cfg(not(target_arch = "wasm32"))]
use super::look::QuietLook as HereLook;
#[cfg(not(target_arch = "wasm32"))]
use super::notes::QuietNotes as HereNotes;
#[cfg(not(target_arch = "wasm32"))]
use super::quiet::Quiet as Here;
#[cfg(not(target_arch = "wasm32"))]
use super::storage::QuietStorage as HereStorage;
#[cfg(target_arch = "wasm32")]
use super::web::{
    Web as Here, look::WebLook as HereLook, notes::WebNotes as HereNotes, storage::WebStorage as HereStorage,
};
use super::{look::Look, notes::Notes, speech::Speech, storage::Storage};
use std::rc::Rc;

/// How pages look.
pub fn look() -> Rc<dyn Look> {
    Rc::new(HereLook)
}

/// What keeps what people write.
pub fn notes() -> Rc<dyn Notes> {
    Rc::new(HereNotes)
}

/// The device's own voice.
pub fn speech() -> Rc<dyn Speech> {
    Rc::new(Here)
}

/// What keeps small texts.
pub fn storage() -> Rc<dyn Storage> {
    Rc::new(HereStorage)
}
