//! Dates and times where the device is, by its own time zone.

/// What a date and a time mean here.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Meant {
    /// This moment, in milliseconds since 1970.
    At(i64),
    /// Two moments: the clocks go back. The first of them.
    Twice(i64),
    /// None: the clocks go forward. What they show instead, as `HH:MM`.
    Gap(String),
    /// No date or no time.
    Nothing,
}

/// The moment of a date (`2027-03-28`) and a time (`14:30`) here.
#[cfg(not(target_arch = "wasm32"))]
pub fn moment(_: &str, _: &str) -> Meant {
    Meant::Nothing
}

/// A moment in UTC, as `20270328T123000Z`.
#[cfg(not(target_arch = "wasm32"))]
pub fn stamp(_: i64) -> String {
    String::new()
}

/// The date this many days later; whatever is no date stays as it is.
#[cfg(not(target_arch = "wasm32"))]
pub fn later(date: &str, _: u32) -> String {
    date.to_owned()
}

/// The time zone of the device, as far as its browser tells.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Zone {
    /// Its name, for instance `Europe/Berlin`; may be empty.
    pub name: String,
    /// Its clocks are those of UTC the whole year. Browsers that hide where somebody is say so as well.
    pub is_utc: bool,
}

/// The time zone of the device.
#[cfg(not(target_arch = "wasm32"))]
pub fn zone() -> Zone {
    Zone::default()
}

/// The present moment, in milliseconds since 1970.
#[cfg(not(target_arch = "wasm32"))]
pub fn now() -> i64 {
    0
}

/// Letters and digits that nobody else has.
#[cfg(not(target_arch = "wasm32"))]
pub fn seed() -> String {
    String::new()
}

#[cfg(target_arch = "wasm32")]
pub use super::web::calendar::{later, moment, now, seed, stamp, zone};
