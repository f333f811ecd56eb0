//! The model: what Stillpoint is about, as plain values.
//!
//! Nothing here reads a clock, draws a random number, touches a device or knows a browser.
//! Time comes in as an argument, in whole milliseconds; what should happen goes out as a value.

#[cfg(feature = "ssr")]
pub mod claim;
pub mod clock;
pub mod course;
pub mod pacer;
pub mod place;
pub mod plan;
pub mod position;
pub mod preferences;
pub mod questions;
pub mod search;
pub mod sheet;
pub mod track;
pub mod walk;

/// Text of a pack, shared instead of copied.
pub type Text = std::rc::Rc<str>;

/// A length or a moment in whole milliseconds. Moments count from a start that the caller chooses.
pub type Ms = u64;
