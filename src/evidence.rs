//! What research says: the bottom line first, then what is known and what is not, the studies as picture and table,
//! and the claims that people meet elsewhere.

mod claims;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod picture;
mod sources;
mod studies;

pub use claims::{Claims, ClaimsProps};
#[cfg(feature = "ssr")]
pub use page::{claims, page, studies};
pub use studies::{Studies, StudiesProps};
