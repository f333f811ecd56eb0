//! The device as a thing: its screen stays lit, it shakes, it speaks with its own voice.
//! Whatever is missing or refused is passed over.

#[cfg(target_arch = "wasm32")]
pub use super::web::body::{can_speak, hush, keep_awake, say, shake, speak};

/// Keeps the screen from going dark, or lets it. Browsers let it go when the page is hidden: ask
/// again on return.
#[cfg(not(target_arch = "wasm32"))]
pub fn keep_awake(_: bool) {}

/// Shakes: milliseconds of shaking and of rest, in turn.
#[cfg(not(target_arch = "wasm32"))]
pub fn shake(_: &[u32]) {}

/// Whether the device has a voice.
#[cfg(not(target_arch = "wasm32"))]
pub fn can_speak() -> bool {
    false
}

/// Says something slowly with the device's voice, as loud as this (0 to 1).
#[cfg(not(target_arch = "wasm32"))]
pub fn speak(_: &str, _: f64) {}

/// Says something likewise; calls back if it turns out that nothing can be heard, because the device has no voice.
#[cfg(not(target_arch = "wasm32"))]
pub fn say(_: &str, _: f64, mute: impl FnOnce() + 'static) {
    mute();
}

/// Stops speaking.
#[cfg(not(target_arch = "wasm32"))]
pub fn hush() {}
