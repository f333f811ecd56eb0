//! The browser's own halves, under the same names.

pub mod audio;
pub mod body;
pub mod calendar;
pub mod clock;
pub mod events;
pub mod field;
pub mod fields;
pub mod file;
pub mod form;
pub mod indexed_db;
pub mod list;
pub mod local_storage;
pub mod look;
pub mod media_session;
pub mod object;
pub mod page;
pub mod pages;
pub mod portals;
pub mod share;
pub mod speech;
pub mod tabs;

/// The browser as a set of devices: each trait of [`super::devices`] is implemented beside its API.
pub struct Web;
