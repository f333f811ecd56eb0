//! What a key means to a walk that has begun.

use super::state::State;
use super::state::update::Action;
use crate::core::walk::{Event, Phase};
use crate::platform::events::{Focus, Key};

/// The action of a key; nothing if the key is not the walk's.
pub fn action(state: &State, key: &Key) -> Option<Action> {
    let event = match (state.walk.phase(), key.name.as_str(), key.on) {
        // Out of the dark it leads after the end as well.
        (_, "Escape", _) if state.resting => return Some(Action::Rest(false)),
        (Phase::Ready | Phase::Ended { .. }, ..) => return None,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::walkthrough::sample::words;

    fn state(actions: &[Action]) -> State {
        let mut state = State::new(&words());
        for action in actions {
            state.update(action.clone(), 0);
        }
        state
    }

    #[test]
    fn keys_act_on_a_walk_that_has_begun() {
        let start = Action::Start { ago: 0 };
        let pause = Action::Walk(Event::Pause);
        let ready = state(&[]);
        let holding = state(std::slice::from_ref(&start));
        let paused = state(&[start.clone(), pause]);
        let resting = state(&[start.clone(), Action::Rest(true)]);
        let ended = state(&[start.clone(), Action::Walk(Event::End)]);
        let ended_resting = state(&[start, Action::Walk(Event::End), Action::Rest(true)]);
        let walk = |event| Some(Action::Walk(event));
        for (state, name, on, expected) in [
            (&ready, " ", Focus::Page, None),
            (&ended, "Escape", Focus::Page, None),
            (&holding, " ", Focus::Page, walk(Event::Pause)),
            (&paused, " ", Focus::Page, walk(Event::Resume)),
            // Space belongs to a button that has the focus, and all but Escape to a field.
            (&holding, " ", Focus::Control, None),
            (&holding, "ArrowRight", Focus::Control, walk(Event::Next)),
            (&holding, "ArrowRight", Focus::Field, None),
            (&paused, "ArrowLeft", Focus::Page, walk(Event::Previous)),
            (&holding, "Escape", Focus::Field, walk(Event::End)),
            (&resting, "Escape", Focus::Page, Some(Action::Rest(false))),
            (&ended_resting, "Escape", Focus::Page, Some(Action::Rest(false))),
            (&holding, "x", Focus::Page, None),
        ] {
            let key = Key { name: name.to_owned(), on };
            assert_eq!(action(state, &key), expected, "{key:?} while {}", state.walk.phase().as_str());
        }
    }
}
