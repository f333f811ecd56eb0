//! Choosing a practitioner: first steps, questions to ask, signs, letters, and rules by country.

mod asks;
#[cfg(feature = "ssr")]
mod page;

#[cfg(feature = "ssr")]
pub use asks::props;
pub use asks::{Asks, AsksProps, KEPT};
#[cfg(feature = "ssr")]
pub use page::page;
