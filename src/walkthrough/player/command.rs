//! What the sound does when the walk has taken a step.

use crate::core::Ms;
use crate::core::walk::{Phase, Walk};

/// What the sound does.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Command {
    /// Begin.
    Start,
    /// Stand still.
    Pause {
        /// Somebody was still settling in: the silence before the track isn't taken up again.
        settling: bool,
    },
    /// The walk stands and is elsewhere now.
    MoveWhilePaused,
    /// Go on.
    Resume,
    /// Go on from where the walk is now.
    Splice,
    /// Stop.
    Stop,
    /// The device plays nothing: the steady clock takes over.
    FallSilent,
}

impl Command {
    /// What a step of the walk at this moment asks of the sound; nothing if it goes on as it was.
    pub fn between(before: &Walk, after: &Walk, moment: Ms) -> Option<Self> {
        use Phase::{Ended, Holding, Paused, Ready};
        let moved = before.elapsed(moment) != after.elapsed(moment)
            || before.settling(moment) > after.settling(moment);
        match (before.phase(), after.phase()) {
            (Ready | Ended { .. }, Holding { .. }) => Some(Command::Start),
            (Holding { .. }, Paused { .. }) => Some(Command::Pause { settling: before.settling(moment) > 0 }),
            (Paused { .. }, Paused { .. }) if moved => Some(Command::MoveWhilePaused),
            (Paused { .. }, Holding { .. }) => Some(Command::Resume),
            (Holding { .. }, Holding { .. }) if moved => Some(Command::Splice),
            (Holding { .. } | Paused { .. }, Ended { .. } | Ready) => Some(Command::Stop),
            _ => None,
        }
    }
}
