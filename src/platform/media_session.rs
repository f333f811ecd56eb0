//! The lock screen, headphone keys and the like: what is shown there, and what is asked from there.

#[cfg(not(target_arch = "wasm32"))]
use super::signal::Listening;

/// What somebody asks for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Asked {
    /// To go on.
    Play,
    /// To stand still.
    Pause,
    /// The next piece.
    Next,
    /// The piece before.
    Previous,
    /// To stop.
    Stop,
    /// To a moment, in milliseconds.
    To(u64),
}

/// What is shown.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// The piece.
    pub title: &'a str,
    /// What it belongs to.
    pub album: &'a str,
    /// Address of a picture.
    pub picture: &'a str,
    /// Whether it is running.
    pub playing: bool,
    /// How much of the whole is over, in milliseconds.
    pub position: u64,
    /// Length of the whole in milliseconds.
    pub length: u64,
}

#[cfg(target_arch = "wasm32")]
pub use super::web::media_session::{listen, show};

/// Shows this, or nothing any more.
#[cfg(not(target_arch = "wasm32"))]
pub fn show(_: Option<&Shown>) {}

/// Calls with whatever is asked for.
#[cfg(not(target_arch = "wasm32"))]
pub fn listen(_: impl Fn(Asked) + 'static) -> Listening {
    Box::new(())
}
