//! Fuzzing: whatever was kept, stands in the address and is done then, at whatever time, there is something to show.

use super::*;
use crate::core::place::KEY;
use crate::core::walk::Event;
use crate::platform::audio::AudioEvent;
use crate::walkthrough::form_action::FormAction;
use crate::walkthrough::sample::words;
use crate::walkthrough::state::update::Action;
use ::fuzz::{Changed, changed, check};
use proptest::prelude::*;

const PREFERENCES: [&str; 3] = [
    "bells=1&bells-level=5&voice=1&device=0&settle=0&rests=0&minutes=3&fewer=0&swaps=",
    "bells=0&voice=1&device=1&noise=5&shake=1&settle=60&rests=1&minutes=60&fewer=1&swaps=1:4",
    "settle=15",
];
const PLACES: [&str; 3] =
    ["minutes=3&fewer=0&swaps=1:4 61000 17", "minutes=60&fewer=1&swaps= 3599000 17", "minutes=3 180000 17"];
const ASKED: [&str; 4] = ["3", "60", "", "twenty"];

/// What is done, with a text and with a number.
type Deed = (u8, Changed, u64);

fn action((which, text, number): &Deed) -> Action {
    let line = text.text(&PREFERENCES);
    match which % 20 {
        0 => Action::Length(*number as u16),
        1 => Action::Length(60),
        2 => Action::Fewer(number % 2 == 0),
        3 => Action::Swap { usual: 1, instead: 4, on: number % 2 == 0 },
        4 => Action::ChooseAgain,
        5 => Action::Prefer(line),
        6 => Action::Start { ago: *number },
        7 => Action::Start { ago: 0 },
        8 => Action::GoOn,
        9 => Action::Afresh,
        10 => Action::To(*number as usize),
        11 => Action::Walk(Event::To(*number)),
        12 => Action::Walk([Event::Pause, Event::Resume, Event::Next, Event::Previous][*number as usize % 4]),
        13 => Action::Walk(if number % 9 == 0 { Event::End } else { Event::Tick }),
        14 => Action::Sound(
            [AudioEvent::Interrupted, AudioEvent::Resumed, AudioEvent::Ended][*number as usize % 3],
        ),
        15 => Action::Sound(AudioEvent::Refused),
        16 => Action::Rest(number % 2 == 0),
        17 => Action::Form(FormAction::Read, line),
        18 => Action::OtherTab,
        _ => Action::Walk(Event::Tick),
    }
}

#[test]
fn fuzz_what_is_kept_asked_and_done() {
    let found = (changed(PREFERENCES.len()), changed(PLACES.len()), changed(ASKED.len()));
    let number = prop_oneof![0..8_u64, 0..200_000_u64, any::<u32>().prop_map(u64::from), any::<u64>()];
    // A clock counts milliseconds, and a page is open for some weeks.
    let deeds =
        prop::collection::vec(((any::<u8>(), changed(PREFERENCES.len()), number), 0..4_000_000_u64), 0..30);
    let inputs = (found, any::<[bool; 3]>(), deeds);
    check("what is kept, asked and done in a walk", 200, inputs, |((liked, place, asked), has, deeds)| {
        let mut state = State::new(&words());
        let liked = liked.text(&PREFERENCES);
        let preferred = (Preferences::default().with(&liked), Choice::from_line(&liked).unwrap_or_default());
        let place = Place::from_line(&place.text(&PLACES));
        let mut moment = 5;
        let found = Action::Found {
            preferred: has[0].then_some(preferred),
            offer: place.filter(|_| has[1]).map(|place| Offer { place, key: KEY }),
            asked: has[2].then(|| asked.text(&ASKED)),
        };
        state.update(found, moment);
        for (deed, later) in &deeds {
            moment += later;
            state.update(action(deed), moment);
            assert!(state.walk.elapsed(moment) <= state.walk.total());
            assert!(state.at() < state.holds.len());
            assert!(!state.is_holding() || state.due() >= state.moment);
            let _ = (state.title(), state.caption(), state.bell(), state.on_face(moment), state.screen());
        }
    });
}
