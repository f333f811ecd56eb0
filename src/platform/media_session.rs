//! The lock screen, headphone keys and the like: what is shown there, and what is asked from there.

use super::events::Listening;
use super::quiet::Quiet;
use std::rc::Rc;

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

/// What is shown outside the page while something plays.
pub trait LockScreen {
    /// Shows this, or nothing any more.
    fn show(&self, shown: Option<&Shown>);
    /// Calls with whatever is asked for.
    fn listen(&self, ask: Rc<dyn Fn(Asked)>) -> Listening;
}

impl LockScreen for Quiet {
    fn show(&self, _: Option<&Shown>) {}

    fn listen(&self, _: Rc<dyn Fn(Asked)>) -> Listening {
        Box::new(())
    }
}
