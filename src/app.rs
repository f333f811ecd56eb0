//! The app: the frame that every page has, made on the host, and in the browser the rooms that come
//! and go in it.

#[cfg(feature = "ssr")]
pub mod shell;
#[cfg(all(feature = "hydration", target_arch = "wasm32"))]
mod visit;

#[cfg(all(feature = "hydration", target_arch = "wasm32"))]
pub use visit::{Visit, begin};
