//! The browser's own halves, under the same names.

pub mod clock;
pub mod page;
pub mod signal;
pub mod storage;
