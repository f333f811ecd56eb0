//! The browser's own halves, under the same names.

pub mod audio;
pub mod body;
pub mod calendar;
pub mod clock;
pub mod field;
pub mod fields;
pub mod file;
pub mod form;
pub mod list;
pub mod look;
pub mod media_session;
pub mod notes;
pub mod object;
pub mod page;
pub mod pages;
pub mod portals;
pub mod share;
pub mod signal;
pub mod speech;
pub mod storage;
pub mod tabs;

/// The browser as a set of devices: each trait of [`super::devices`] is implemented beside its API.
pub struct Web;
