//! Shared pieces. They take values as props and know neither the words nor a device.

mod base;
mod figure;
mod icon;
mod prose;

pub use base::{Base, Link};
pub use figure::Figure;
pub use icon::{Glyph, Icon};
pub use prose::{Prose, SourceNote};
