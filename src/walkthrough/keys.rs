//! What a key means to a walk that has begun.

use super::state::update::Action;
use super::state::State;
use crate::core::walk::{Event, Phase};
use crate::platform::signal::{Focus, Key};

/// The action of a key; nothing if the key is not the walk's.
pub fn action(state: &State, key: &Key) -> Option<Action> {
    let event = match (state.walk.phase(), key.name.as_str(), key.on) {
        (Phase::Ready | Phase::Ended { .. }, ..) => return None,
        (_, "Escape", _) if state.resting => return Some(Action::Rest(false)),
        (_, "Escape", _) => Event::End,
        (_, _, Focus::Field) => return None,
        (_, "ArrowRight", _) => Event::Next,
        (_, "ArrowLeft", _) => Event::Previous,
        (Phase::Holding { .. }, " ", Focus::Page) => Event::Pause,
        (Phase::Paused { .. }, " ", Focus::Page) => Event::Resume,
        _ => return None,
    };
    Some(Action::Walk(event))
}
