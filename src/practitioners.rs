//! Choosing a practitioner: first steps, questions to ask, signs, letters, and rules by country.

mod asks;
#[cfg(feature = "ssr")]
mod page;

pub use asks::{Asks, AsksProps, KEPT};
#[cfg(feature = "ssr")]
pub use asks::props;
#[cfg(feature = "ssr")]
pub use page::page;
