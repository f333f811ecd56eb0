//! The device as a thing: its screen stays lit, it shakes, it speaks with its own voice.
//! Whatever is missing or refused is passed over.

use super::devices::Quiet;

/// What keeps the screen lit.
pub trait WakeLock {
    /// Keeps the screen from going dark, or lets it. Browsers let it go when the page is hidden: ask again on
    /// return.
    fn keep_awake(&self, on: bool);
}

/// What shakes the device.
pub trait Vibration {
    /// Shakes: milliseconds of shaking and of rest, in turn.
    fn shake(&self, pattern: &[u32]);
}

impl WakeLock for Quiet {
    fn keep_awake(&self, _: bool) {}
}

impl Vibration for Quiet {
    fn shake(&self, _: &[u32]) {}
}

#[cfg(target_arch = "wasm32")]
pub use super::web::body::keep_awake;
#[cfg(target_arch = "wasm32")]
pub use super::web::speech::{can_speak, speak};

/// Keeps the screen from going dark, or lets it. Browsers let it go when the page is hidden: ask
/// again on return.
#[cfg(not(target_arch = "wasm32"))]
pub fn keep_awake(_: bool) {}

/// Whether the device has a voice.
#[cfg(not(target_arch = "wasm32"))]
pub fn can_speak() -> bool {
    false
}

/// Says something slowly with the device's voice, as loud as this (0 to 1).
#[cfg(not(target_arch = "wasm32"))]
pub fn speak(_: &str, _: f64) {}
