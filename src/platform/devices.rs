//! The devices of a session that plays: handed in by context, so that tests can put others in their place.

use super::Platform;
use super::audio::AudioDevice;
use super::body::{Vibration, WakeLock};
use super::file::Files;
use super::media_session::LockScreen;
#[cfg(not(target_arch = "wasm32"))]
use super::quiet::Quiet;
use super::speech::Speech;
use super::tabs::Tabs;
use std::rc::Rc;

/// What plays, speaks, shines and shakes. Apart from [`Platform`], so that only the chunk of the island that plays
/// carries it.
#[derive(Clone)]
pub struct Devices {
    /// The clock, and what keeps small texts.
    pub platform: Platform,
    /// Plays files that were made here.
    pub audio: Rc<dyn AudioDevice>,
    /// Fetches and saves files.
    pub files: Rc<dyn Files>,
    /// The device's own voice.
    pub speech: Rc<dyn Speech>,
    /// The lock screen and headphone keys.
    pub lock_screen: Rc<dyn LockScreen>,
    /// Keeps the screen lit.
    pub wake_lock: Rc<dyn WakeLock>,
    /// Shakes.
    pub vibration: Rc<dyn Vibration>,
    /// The other tabs.
    pub tabs: Rc<dyn Tabs>,
}

impl Devices {
    /// The browser's devices; on the host, quiet ones.
    pub fn here() -> Self {
        #[cfg(target_arch = "wasm32")]
        use super::web::Web as Here;
        #[cfg(not(target_arch = "wasm32"))]
        use Quiet as Here;
        Self {
            platform: Platform::here(),
            audio: Rc::new(Here),
            files: Rc::new(Here),
            speech: Rc::new(Here),
            lock_screen: Rc::new(Here),
            wake_lock: Rc::new(Here),
            vibration: Rc::new(Here),
            tabs: Rc::new(Here),
        }
    }
}

impl PartialEq for Devices {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.audio, &other.audio)
    }
}
