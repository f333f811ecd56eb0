//! Keeping the screen on, and vibration.
//! Whatever is missing or refused is passed over.

use super::quiet::Quiet;

/// Who wants the screen lit. As long as one of them does, it is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum LitFor {
    /// Who follows a session.
    Session,
    /// Who shows the sheet over the whole screen.
    Sheet,
}

/// What keeps the screen lit.
pub trait WakeLock {
    /// Keeps the screen from going dark, or lets it. Browsers let it go when the page is hidden: ask again on
    /// return.
    fn keep_awake(&self, on: bool);
}

/// What shakes the device.
pub trait Vibration {
    /// Shakes: milliseconds of shaking and of rest, in turn; an empty list only asks. `false` where the device can't.
    fn shake(&self, pattern: &[u32]) -> bool;
}

impl WakeLock for Quiet {
    fn keep_awake(&self, _: bool) {}
}

impl Vibration for Quiet {
    fn shake(&self, _: &[u32]) -> bool {
        false
    }
}

#[cfg(target_arch = "wasm32")]
pub use super::web::body::keep_awake;

/// Keeps the screen from going dark, or lets it. Browsers let it go when the page is hidden: ask
/// again on return.
#[cfg(not(target_arch = "wasm32"))]
pub fn keep_awake(_: LitFor, _: bool) {}
