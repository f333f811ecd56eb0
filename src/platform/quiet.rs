//! Devices that do nothing: on the host, and where a browser has none.

/// A device that does nothing; each trait of a device says what that means.
pub struct Quiet;
