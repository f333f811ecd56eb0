//! The app: the frame round every page, the table of islands, and a visit in the browser.

pub mod islands;
#[cfg(feature = "ssr")]
pub mod shell;
#[cfg(target_arch = "wasm32")]
mod visit;
#[cfg(target_arch = "wasm32")]
mod wake;

#[cfg(target_arch = "wasm32")]
pub use visit::begin;
