//! Which device serves where we run: the browser's, or on the host a quiet one.

#[cfg(not(target_arch = "wasm32"))]
use super::indexed_db::QuietNotes as HereNotes;
#[cfg(not(target_arch = "wasm32"))]
use super::local_storage::QuietStorage as HereStorage;
#[cfg(not(target_arch = "wasm32"))]
use super::look::QuietLook as HereLook;
#[cfg(not(target_arch = "wasm32"))]
use super::quiet::Quiet as Here;
#[cfg(target_arch = "wasm32")]
use super::web::{
    Web as Here, indexed_db::WebNotes as HereNotes, local_storage::WebStorage as HereStorage,
    look::WebLook as HereLook,
};
use super::{indexed_db::Notes, local_storage::Storage, look::Look, speech::Speech};
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
