//! The app: the frame round every page, the table of islands, and a visit in the browser.

pub mod islands;
pub mod settings;
#[cfg(target_arch = "wasm32")]
mod sharing;
#[cfg(feature = "ssr")]
pub mod shell;
#[cfg(any(target_arch = "wasm32", test))]
mod shortcuts;
#[cfg(target_arch = "wasm32")]
mod visit;
#[cfg(target_arch = "wasm32")]
mod wake;

#[cfg(target_arch = "wasm32")]
pub use visit::begin;
