//! Playing a file that was made here. A refused sound is said and stops nothing.

use super::file::File;
use super::quiet::Quiet;
use std::rc::Rc;

/// What happens to a sound without our doing.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum AudioEvent {
    /// The device goes on playing: somebody pressed a key of its own, where keys are not told apart
    /// from a call that has ended by [`super::media_session`].
    Resumed,
    /// The device has stopped it: a call came, or headphones were pulled out.
    Interrupted,
    /// The device does not play it at all.
    Refused,
    /// The file is over.
    Ended,
}

/// A player of one file at a time. Dropping it fades it out.
pub trait Audio {
    /// Plays: a new file from its beginning, or goes on with the one it has. The first time this
    /// has to be called in a tap, or browsers refuse.
    fn play(&self, file: Option<&File>);
    /// Stands still.
    fn pause(&self);
    /// How much of the file is over, in milliseconds.
    fn position(&self) -> u64;
}

/// How a player plays.
#[derive(Clone, Copy, Debug, Default)]
pub struct Manner {
    /// The file is repeated without end.
    pub repeated: bool,
}

/// What makes players.
pub trait AudioDevice {
    /// A player; `on_event` hears what happens to its sound.
    fn open(&self, manner: Manner, on_event: Rc<dyn Fn(AudioEvent)>) -> Box<dyn Audio>;
}

/// A player that plays nothing.
pub struct QuietAudio;

impl Audio for QuietAudio {
    fn play(&self, _: Option<&File>) {}

    fn pause(&self) {}

    fn position(&self) -> u64 {
        0
    }
}

impl AudioDevice for Quiet {
    fn open(&self, _: Manner, _: Rc<dyn Fn(AudioEvent)>) -> Box<dyn Audio> {
        Box::new(QuietAudio)
    }
}
