//! Shared pieces. They take values and know neither the words nor a device.
//!
//! What also runs in the browser is plain functions: each component costs a phone about 1.5 kB.

mod base;
#[cfg(feature = "ssr")]
mod basis;
#[cfg(feature = "ssr")]
mod columns;
mod figure;
mod icon;
#[cfg(feature = "ssr")]
mod link;
#[cfg(feature = "ssr")]
mod page_head;
#[cfg(feature = "ssr")]
mod prose;
#[cfg(feature = "ssr")]
mod share;

pub use base::Base;
#[cfg(feature = "ssr")]
pub use basis::{BasisNote, labels_mean};
#[cfg(feature = "ssr")]
pub use columns::{Columns, place};
pub use figure::{address, scene_of};
#[cfg(feature = "ssr")]
pub use figure::{far_figure, wide_figure};
pub use icon::{Glyph, icon};
#[cfg(feature = "ssr")]
pub use link::Link;
#[cfg(feature = "ssr")]
pub use page_head::PageHead;
#[cfg(feature = "ssr")]
pub use prose::Prose;
#[cfg(feature = "ssr")]
pub use share::ShareLink;
