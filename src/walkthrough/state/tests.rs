//! What actions change, and what they ask of the devices.

use super::update::{Action, Effect};
use super::*;
use crate::core::place::{KEY, OTHER_KEY};
use crate::core::walk::Event;
use crate::platform::audio::AudioEvent;
use crate::walkthrough::player::Command;
use crate::walkthrough::sample::{BEGINS, SECONDS, WHOLE, words};

const SETTLE: Ms = 20_000;

fn started(moment: Ms) -> State {
    let mut state = State::new(&words());
    state.update(Action::Start { ago: 0 }, moment);
    state
}

fn walk(state: &mut State, event: Event, moment: Ms) -> Vec<Effect> {
    state.update(Action::Walk(event), moment)
}

fn sounds(effects: &[Effect]) -> Vec<Command> {
    let sound = |it: &Effect| if let Effect::Sound(command) = it { Some(*command) } else { None };
    effects.iter().filter_map(sound).collect()
}

#[test]
fn start_begins_the_first_step_and_asks_for_sound_in_the_tap() {
    let mut state = State::new(&words());
    assert_eq!((state.screen(), state.walk.phase()), (Screen::Choosing, Phase::Ready));
    let effects = state.update(Action::Start { ago: 0 }, 500);
    assert_eq!(effects[0], Effect::Sound(Command::Start), "nothing comes before the sound");
    assert!(effects.contains(&Effect::Fetch) && effects.contains(&Effect::Claim));
    assert_eq!((state.screen(), state.at(), state.on_face(500)), (Screen::Held, 0, 30_000));
    assert_eq!(state.caption().as_deref(), Some("Hello of 3"));
}

#[test]
fn an_early_tap_counts_from_the_tap() {
    let mut state = State::new(&words());
    state.update(Action::Start { ago: 2_000 }, 5_000);
    assert_eq!(state.walk.elapsed(5_000), 2_000);
    // Of the time to settle in, as much is over; and of the walk what is left of that.
    for (ago, settling, elapsed) in [(2_000, SETTLE - 2_000, 0), (SETTLE + 3_000, 0, 3_000)] {
        let mut state = State::new(&words());
        state.update(Action::Prefer("settle=20".into()), 0);
        state.update(Action::Start { ago }, 5_000);
        assert_eq!((state.walk.settling(5_000), state.walk.elapsed(5_000)), (settling, elapsed), "{ago}");
    }
}

#[test]
fn settling_in_comes_before_the_walk() {
    let mut state = State::new(&words());
    state.update(Action::Prefer("settle=20".into()), 0);
    state.update(Action::Start { ago: 0 }, 0);
    assert_eq!((state.on_face(0), state.due()), (SETTLE, SETTLE));
    walk(&mut state, Event::Tick, SETTLE);
    assert_eq!((state.at(), state.on_face(SETTLE)), (0, 30_000));
    walk(&mut state, Event::Tick, SETTLE + BEGINS[1]);
    assert_eq!(state.at(), 1);
}

#[test]
fn next_and_previous_land_exactly() {
    let mut state = started(0);
    let mut now = 4_000;
    for (event, at) in [(Event::Next, 1), (Event::Next, 2), (Event::Previous, 1), (Event::Previous, 0)] {
        assert_eq!(sounds(&walk(&mut state, event, now)), [Command::Splice]);
        assert_eq!((state.at(), state.walk.elapsed(now)), (at, BEGINS[at]), "{event:?}");
        assert_eq!(state.on_face(now), u64::from(SECONDS[at]) * 1_000);
        assert!(state.news.is_empty() || !state.news.contains("paused"));
        now += 1_500;
    }
    state.update(Action::To(3), now);
    assert_eq!((state.at(), state.walk.elapsed(now)), (3, BEGINS[3]));
}

#[test]
fn the_page_around_knows_what_is_shown() {
    let mut state = State::new(&words());
    assert_eq!(state.stage(), "");
    state.update(Action::Start { ago: 0 }, 0);
    assert_eq!(state.stage(), "held");
    walk(&mut state, Event::Pause, 1_000);
    assert_eq!(state.stage(), "held paused");
    state.update(Action::Rest(true), 1_000);
    assert_eq!(state.stage(), "rest");
    state.update(Action::Rest(false), 1_000);
    walk(&mut state, Event::End, 2_000);
    assert_eq!(state.stage(), "ended");
}

#[test]
fn a_pause_keeps_time_still() {
    let mut state = started(0);
    assert_eq!(sounds(&walk(&mut state, Event::Pause, 35_000)), [Command::Pause { settling: false }]);
    assert_eq!((state.screen(), state.at()), (Screen::Held, 1));
    let later = 35_000 + 600_000;
    assert_eq!(state.walk.elapsed(later), 35_000);
    // A second pause, and a tick, mean nothing.
    assert_eq!(walk(&mut state, Event::Pause, later), []);
    assert_eq!(walk(&mut state, Event::Tick, later), []);
    assert_eq!(walk(&mut state, Event::Resume, later), [Effect::Sound(Command::Resume), Effect::Claim]);
    assert_eq!(state.walk.elapsed(later + 1_000), 36_000);
}

#[test]
fn somewhere_else_while_it_stands_is_taken_up_later() {
    let mut state = started(0);
    walk(&mut state, Event::Pause, 5_000);
    assert_eq!(sounds(&walk(&mut state, Event::Next, 6_000)), [Command::MoveWhilePaused]);
    assert_eq!((state.walk.phase().as_str(), state.at()), ("paused", 1));
}

#[test]
fn the_end_is_the_end_by_itself_or_asked_for() {
    let mut state = started(0);
    let effects = walk(&mut state, Event::Tick, WHOLE);
    assert_eq!((state.screen(), sounds(&effects)), (Screen::Ended, vec![Command::Stop]));
    let mut state = started(0);
    let effects = walk(&mut state, Event::End, 7_000);
    assert_eq!((state.screen(), sounds(&effects)), (Screen::Ended, vec![Command::Stop]));
    assert_eq!(walk(&mut state, Event::End, 8_000), [], "it ends once");
}

#[test]
fn an_hour_slept_through_lands_where_the_plan_says_and_shakes_once() {
    let mut state = State::new(&words());
    state.update(Action::Length(60), 0);
    state.update(Action::Prefer("shake=1".into()), 0);
    state.update(Action::Start { ago: 0 }, 0);
    let beat = state.beat;
    let effects = walk(&mut state, Event::Tick, 3_000_000);
    assert_eq!((state.at(), effects.len()), (3, 1), "{effects:?}");
    assert!(state.beat > beat, "what moves begins anew");
    walk(&mut state, Event::Tick, 3_600_000);
    assert_eq!(state.screen(), Screen::Ended);
}

#[test]
fn rest_mode_stays_dark_for_those_who_rest_on() {
    for (line, screen) in [("rests=0", Screen::Ended), ("rests=1", Screen::Resting)] {
        let mut state = State::new(&words());
        state.update(Action::Prefer(line.into()), 0);
        state.update(Action::Start { ago: 0 }, 0);
        state.update(Action::Rest(true), 0);
        walk(&mut state, Event::Tick, WHOLE);
        assert_eq!(state.screen(), screen, "{line}");
    }
}

fn offer(minutes: u16, key: &'static str) -> Option<Offer> {
    let place = Place { choice: Choice { minutes, ..Choice::default() }, elapsed: 95_000, kept: 0 };
    Some(Offer { place, key })
}

#[test]
fn a_walk_that_was_broken_off_is_offered_and_taken_up() {
    let mut state = State::new(&words());
    state.update(Action::Found { preferred: None, offer: offer(3, KEY), asked: None }, 0);
    assert!(state.offer.is_some());
    let effects = state.update(Action::GoOn, 1_000);
    assert_eq!(sounds(&effects), [Command::Start]);
    assert_eq!((state.at(), state.walk.elapsed(1_000), state.offer.clone()), (2, 95_000, None));
    assert_eq!(state.update(Action::GoOn, 1_000), [], "it is taken up once");
}

#[test]
fn a_walk_that_was_broken_off_is_left() {
    let mut state = State::new(&words());
    state.update(Action::Found { preferred: None, offer: offer(3, OTHER_KEY), asked: None }, 0);
    assert_eq!(state.update(Action::Afresh, 0), [Effect::Forget(OTHER_KEY)]);
    assert_eq!((state.offer.clone(), state.screen()), (None, Screen::Choosing));
    // A plan that is no more is not offered.
    state.update(Action::Found { preferred: None, offer: offer(7, KEY), asked: None }, 0);
    assert_eq!(state.offer, None);
}

#[test]
fn the_address_names_a_plan() {
    for (asked, minutes, unknown) in [("60", 60, None), ("67", 3, Some("67")), ("%E0", 3, Some("%E0"))] {
        let mut state = State::new(&words());
        state.update(Action::Found { preferred: None, offer: None, asked: Some(asked.to_owned()) }, 0);
        assert_eq!((state.choice.minutes, state.unknown.as_deref()), (minutes, unknown), "{asked}");
        // Choosing one takes the notice away.
        state.update(Action::Length(3), 0);
        assert_eq!((state.choice.minutes, &state.unknown), (3, &None));
        state.update(Action::Start { ago: 0 }, 0);
        assert_eq!(state.on_face(0), u64::from(SECONDS[0]) * 1_000);
    }
}

#[test]
fn what_happens_to_the_sound() {
    let cases = [
        (AudioEvent::Interrupted, "paused", Command::Pause { settling: false }),
        (AudioEvent::Ended, "ended", Command::Stop),
        (AudioEvent::Refused, "holding", Command::FallSilent),
    ];
    for (event, phase, command) in cases {
        let mut state = started(0);
        let effects = state.update(Action::Sound(event), 10_000);
        assert_eq!((state.walk.phase().as_str(), sounds(&effects)), (phase, vec![command]), "{event:?}");
    }
    // A call that has ended starts nothing that has ended, and nothing is interrupted that stands.
    let mut state = State::new(&words());
    for event in [AudioEvent::Interrupted, AudioEvent::Ended, AudioEvent::Resumed] {
        assert_eq!(sounds(&state.update(Action::Sound(event), 0)), [], "{event:?}");
    }
}

/// Two actions in one task: the second is decided on what the first has changed.
#[test]
fn nothing_is_decided_on_an_old_state() {
    let mut state = started(0);
    let moment = 10_000;
    assert_eq!(sounds(&state.update(Action::Sound(AudioEvent::Interrupted), moment)).len(), 1);
    assert_eq!(sounds(&walk(&mut state, Event::Tick, moment + BEGINS[1])), []);
    assert_eq!(state.walk.elapsed(moment + BEGINS[1]), moment);
}

#[test]
fn another_tab_pauses_this_one_and_says_so() {
    let mut state = started(0);
    let effects = state.update(Action::OtherTab, 5_000);
    assert_eq!(sounds(&effects), [Command::Pause { settling: false }]);
    assert!(state.yielded && state.note.is_some());
    assert_eq!(state.update(Action::OtherTab, 6_000), [], "it stands already");
    let effects = walk(&mut state, Event::Resume, 7_000);
    assert!(effects.contains(&Effect::Forget(OTHER_KEY)) && effects.contains(&Effect::Claim));
    assert!(!state.yielded && state.note.is_none());
}

/// A walk that stands has a place to lose as well.
#[test]
fn another_tab_is_given_way_to_by_a_paused_walk_too() {
    let mut state = started(0);
    walk(&mut state, Event::Pause, 5_000);
    assert_eq!(state.update(Action::OtherTab, 6_000), [], "there is nothing to pause");
    assert!(state.yielded && state.note.is_some());
    let effects = walk(&mut state, Event::Resume, 7_000);
    assert!(effects.contains(&Effect::Forget(OTHER_KEY)) && effects.contains(&Effect::Claim));
    assert!(!state.yielded && state.note.is_none());
    // One that is over, or hasn't begun, gives way to nobody.
    walk(&mut state, Event::End, 8_000);
    for mut state in [State::new(&words()), state] {
        assert_eq!(state.update(Action::OtherTab, 9_000), []);
        assert!(!state.yielded && state.note.is_none());
    }
}

#[test]
fn another_walk_ends_the_one_under_way() {
    let mut state = started(0);
    let effects = state.update(Action::Length(60), 5_000);
    assert_eq!(effects, [Effect::Remember, Effect::Sound(Command::Stop)]);
    assert_eq!(state.screen(), Screen::Choosing);
}

/// Choices made one after another all count, also where nothing was drawn between them.
#[test]
fn choices_add_up() {
    let mut state = State::new(&words());
    for action in [Action::Length(60), Action::Fewer(true), Action::Swap { usual: 1, instead: 4, on: true }] {
        state.update(action, 0);
    }
    state.update(Action::Prefer("shake=1".into()), 0);
    state.update(Action::Prefer("rests=1".into()), 0);
    assert_eq!(state.choice, Choice { minutes: 60, fewer: true, swaps: vec![(1, 4)] });
    assert_eq!(state.holds[1].step, 4);
    assert!(state.preferences.shake && state.preferences.rests);
    state.update(Action::Swap { usual: 1, instead: 4, on: false }, 0);
    assert_eq!(state.holds[1].step, 1);
    assert_eq!(state.update(Action::Prefer("rests=1".into()), 0), [], "nothing new is preferred");
}
