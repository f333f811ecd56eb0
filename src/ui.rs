//! Shared pieces. They take values as props and know neither the words nor a device.

mod base;
#[cfg(feature = "ssr")]
mod basis;
#[cfg(feature = "ssr")]
mod columns;
mod figure;
mod icon;
mod prose;
#[cfg(feature = "ssr")]
mod share;

pub use base::{Base, Link};
#[cfg(feature = "ssr")]
pub use basis::BasisNote;
#[cfg(feature = "ssr")]
pub use columns::{Columns, place};
pub use figure::Figure;
pub use icon::{Glyph, Icon};
pub use prose::Prose;
#[cfg(feature = "ssr")]
pub use share::ShareLink;
