//! Preparing: small steps towards one page to hand over, checklists, and dates for a calendar.
//!
//! The fields are the page's own HTML, so it can be read, filled in and printed without a program, and nobody's typing
//! is interrupted when the program comes. What follows from them is the island's: the sheet, the order of questions,
//! the calendar file, and that all is kept.

mod action;
mod answers;
#[cfg(feature = "ssr")]
mod dates;
#[cfg(feature = "ssr")]
mod field;
mod file;
mod form;
mod give;
mod island;
#[cfg(feature = "ssr")]
mod lists;
mod marks;
pub mod names;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod paper;
mod says;
mod sheet;
mod state;
#[cfg(feature = "ssr")]
mod steps;
#[cfg(all(test, feature = "ssr"))]
mod tests;
mod views;
mod visits;

pub use give::{Gift, Give, GiveProps, GiveWords};
pub use island::{Prepare, PrepareProps};
pub use names::join;
#[cfg(feature = "ssr")]
pub use page::{page, props};
