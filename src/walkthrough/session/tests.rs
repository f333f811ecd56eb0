//! A session with devices that do what the test says, and a clock that is moved.

use super::*;
use crate::core::place::{KEY, OTHER_KEY};
use crate::platform::fake::Fake;
use crate::platform::media_session::Asked;
use crate::walkthrough::form_action::FormAction;
use crate::walkthrough::sample::{BEGINS, WHOLE, words};
use crate::walkthrough::state::Screen;

const CLIP: &[u8] = include_bytes!("../../../static/audio/bell.mp3");

/// A session on fake devices, begun.
pub fn session(fake: &Rc<Fake>) -> Rc<Session> {
    let session = Rc::new(Session::new(fake.devices(), "/", &words()));
    session.begin(None, || {});
    session
}

/// The same, with Start pressed.
pub fn started(fake: &Rc<Fake>) -> Rc<Session> {
    let session = session(fake);
    session.dispatch(Action::Start { ago: 0 });
    session
}

fn elapsed(session: &Session) -> Ms {
    session.state().walk.elapsed(session.moment())
}

#[test]
fn the_plan_is_walked_to_its_end() {
    let fake = Fake::new();
    let session = started(&fake);
    for (at, begins) in BEGINS.into_iter().enumerate() {
        fake.clock.advance(begins - elapsed(&session));
        assert_eq!(session.state().at(), at);
        assert!(fake.awake.get() && fake.sound().is_playing());
        assert_eq!(fake.shown.borrow().clone(), Some((session.state().title().to_string(), true)));
        fake.clock.advance(500);
        assert_eq!(session.state().at(), at);
    }
    fake.clock.advance(WHOLE);
    assert_eq!(session.state().screen(), Screen::Ended);
    assert!(!fake.awake.get() && fake.shown.borrow().is_none() && fake.sound().dropped.get());
    assert!(!fake.kept.borrow().contains_key(KEY), "nothing is left to go on with");
}

#[test]
fn seconds_are_told_one_by_one_and_not_in_the_dark() {
    let fake = Fake::new();
    let session = session(&fake);
    let seconds = Rc::new(Cell::new(0));
    let counted = seconds.clone();
    session.on_second(move || counted.set(counted.get() + 1));
    session.dispatch(Action::Start { ago: 0 });
    fake.clock.advance(5_000);
    assert!((4..=5).contains(&seconds.get()), "{}", seconds.get());
    session.dispatch(Action::Rest(true));
    let before = seconds.get();
    fake.clock.advance(5_000);
    assert_eq!(seconds.get(), before);
    session.dispatch(Action::Rest(false));
    session.dispatch(Action::Walk(Event::Pause));
    fake.clock.advance(60_000);
    assert_eq!(seconds.get(), before, "a pause has no seconds");
}

#[test]
fn a_pause_keeps_time_still() {
    let fake = Fake::new();
    let session = started(&fake);
    fake.clock.advance(35_000);
    session.dispatch(Action::Walk(Event::Pause));
    let stood = elapsed(&session);
    fake.clock.advance(600_000);
    assert_eq!((elapsed(&session), fake.sound().is_playing(), fake.awake.get()), (stood, false, false));
    session.dispatch(Action::Walk(Event::Resume));
    fake.clock.advance(BEGINS[2] - stood - 500);
    assert_eq!(session.state().at(), 1);
    fake.clock.advance(500);
    assert_eq!(session.state().at(), 2);
}

#[test]
fn a_frozen_page_lands_where_the_plan_says() {
    let fake = Fake::new();
    let session = started(&fake);
    fake.clock.pass(100_000);
    session.come_back();
    assert_eq!((session.state().at(), elapsed(&session)), (2, 100_000));
}

/// Of a walk without sound: where there is sound, the walk is where the sound is.
#[test]
fn the_system_clock_is_not_trusted_and_sleep_counts() {
    let fake = Fake::new();
    let session = started(&fake);
    fake.sound().happen(AudioEvent::Refused);
    const HOUR: i64 = 3_600_000;
    let mut now = 10_000;
    fake.clock.advance(now);
    // Set back, and set ahead by more than anybody sleeps.
    for shift in [-2 * HOUR, 26 * HOUR] {
        fake.clock.set_wall(shift);
        fake.clock.advance(1_000);
        now += 1_000;
        assert_eq!(elapsed(&session), now, "{shift}");
    }
    // On many systems only the wall clock runs while the machine sleeps.
    fake.clock.set_wall(60_000);
    fake.clock.advance(1_000);
    assert_eq!((elapsed(&session), session.state().at()), (now + 61_000, 1));
}

#[test]
fn keys_of_the_lock_screen_act() {
    let fake = Fake::new();
    let session = started(&fake);
    let ask = fake.asks.borrow().clone().expect("somebody listens");
    fake.clock.advance(4_000);
    for (asked, phase, at) in [
        (Asked::Next, "holding", 1),
        (Asked::Pause, "paused", 1),
        (Asked::Play, "holding", 1),
        (Asked::To(BEGINS[3]), "holding", 3),
        (Asked::Previous, "holding", 2),
        (Asked::Stop, "ended", 2),
    ] {
        ask(asked);
        let state = session.state();
        assert_eq!((state.walk.phase().as_str(), state.at()), (phase, at), "{asked:?}");
    }
}

#[test]
fn a_reload_offers_to_go_on() {
    let fake = Fake::new();
    let before = started(&fake);
    fake.clock.advance(100_000);
    before.keep();
    drop(before);
    let session = session(&fake);
    assert!(session.state().offer.is_some());
    session.dispatch(Action::GoOn);
    let state = session.state();
    assert_eq!((state.at(), state.walk.elapsed(state.moment)), (2, 100_000));
    // A day later it is not offered any more.
    fake.clock.set_wall(24 * 3_600_000);
    assert!(self::session(&fake).state().offer.is_none());
}

#[test]
fn what_is_preferred_is_remembered() {
    let fake = Fake::new();
    let before = session(&fake);
    before.dispatch(Action::Length(60));
    before.dispatch(Action::Prefer("shake=1&noise=2".into()));
    let state = session(&fake).state();
    assert_eq!((state.choice.minutes, state.preferences.shake, state.preferences.noise), (60, true, 2));
    // A device that keeps nothing is said to, and all else works.
    fake.keeps_nothing.set(true);
    let session = started(&fake);
    assert!(session.state().not_kept && session.state().is_holding());
}

#[test]
fn the_devices_voice_says_each_line_or_its_absence_is_said() {
    let fake = Fake::new();
    let session = session(&fake);
    session.dispatch(Action::Prefer("device=1".into()));
    session.dispatch(Action::Start { ago: 0 });
    fake.clock.advance(29_000);
    assert_eq!(fake.spoken.take(), ["Hello of 3", "Line of a"]);
    assert_ne!(session.state().note, Some(words().labels.no_voice()));
    fake.voiceless.set(true);
    session.dispatch(Action::Walk(Event::End));
    session.dispatch(Action::Start { ago: 0 });
    assert_eq!(session.state().note, Some(words().labels.no_voice()));
    assert!(session.state().is_holding());
    // The same when it is only tried.
    let tried = self::session(&fake);
    tried.dispatch(Action::Prefer("device=1".into()));
    tried.dispatch(Action::Form(FormAction::TryVoice, String::new()));
    assert_eq!(tried.state().note, Some(words().labels.no_voice()));
}

/// Browsers inside other apps drop files without a word.
#[test]
fn whatever_is_taken_along_says_what_to_do_where_nothing_came() {
    for action in [FormAction::Transcript, FormAction::Captions, FormAction::Mp3] {
        let fake = Fake::new();
        let session = session(&fake);
        session.dispatch(Action::Form(action, String::new()));
        fake.answer(|_| Some(CLIP.to_vec()));
        fake.answer(|_| None);
        assert_eq!(fake.saved.borrow().len(), 1, "{action:?}");
        let note = session.state().note.clone().expect("something is said");
        assert!(note.ends_with(&*words().labels.taken_nothing()), "{action:?}: {note}");
    }
}

#[test]
fn what_is_tried_is_heard_or_it_says_why_not() {
    let labels = words().labels.clone();
    for (action, needs) in
        [(FormAction::TryVoice, true), (FormAction::TryBells, true), (FormAction::TryNoise, false)]
    {
        for (refuses, comes, note) in [
            (false, true, None),
            (true, true, Some(labels.try_refused())),
            (false, false, needs.then(|| labels.try_missing())),
        ] {
            let fake = Fake::new();
            fake.refuses.set(refuses);
            let session = session(&fake);
            session.dispatch(Action::Form(action, String::new()));
            fake.answer(|_| comes.then(|| CLIP.to_vec()));
            assert_eq!(session.state().note, note, "{action:?}; refuses: {refuses}, comes: {comes}");
        }
    }
}

#[test]
fn what_is_tried_may_come_late_and_what_never_comes_is_told() {
    for (wait, comes, note) in [(7_500, true, None), (8_500, false, Some(words().labels.try_missing()))] {
        let fake = Fake::new();
        let session = session(&fake);
        session.dispatch(Action::Form(FormAction::TryVoice, String::new()));
        fake.clock.advance(wait);
        let stands_by = !fake.sound().dropped.get();
        fake.answer(|_| comes.then(|| CLIP.to_vec()));
        assert_eq!((stands_by, session.state().note.clone()), (comes, note), "after {wait} ms");
        assert_eq!(fake.sound().files.borrow().len(), 1 + usize::from(comes));
    }
}

#[test]
fn a_device_that_cannot_shake_says_so_when_that_is_chosen_or_tried() {
    for (shakes, times) in [(true, 1), (false, 0)] {
        let note = (!shakes).then(|| words().labels.no_shake());
        let chosen = |fake: &Rc<Fake>| {
            fake.shakeless.set(!shakes);
            session(fake)
        };
        let fake = Fake::new();
        let session = chosen(&fake);
        session.dispatch(Action::Prefer("shake=1".into()));
        assert_eq!(
            (session.state().note.clone(), fake.shaken.get()),
            (note.clone(), 0),
            "nothing shakes as it's chosen"
        );
        session.dispatch(Action::Prefer("shake=0".into()));
        let tried = chosen(&fake);
        tried.dispatch(Action::Form(FormAction::TryShake, String::new()));
        assert_eq!((tried.state().note.clone(), fake.shaken.get()), (note, times));
    }
}

#[test]
fn of_two_tabs_the_earlier_one_pauses_and_no_place_is_lost() {
    for paused in [false, true] {
        // They share what is kept and nothing else.
        let first = Fake::new();
        let second = first.another_tab();
        let earlier = started(&first);
        first.clock.advance(40_000);
        if paused {
            earlier.dispatch(Action::Walk(Event::Pause));
        }
        let other = first.other_tab.borrow().clone().expect("somebody listens");
        let later = started(&second);
        assert_eq!(second.claims.get(), 1);
        other();
        let state = earlier.state();
        assert_eq!(
            (state.walk.phase().as_str(), state.note.clone()),
            ("paused", Some(words().labels.other_tab()))
        );
        assert!(later.state().is_holding());
        // Both are closed: the first one's place is there beside the other's, and when that one has come to its end,
        // it's offered.
        second.clock.advance(10_000);
        for session in [&earlier, &later] {
            session.leave();
        }
        assert!(first.kept.borrow().contains_key(OTHER_KEY), "its place, apart; paused: {paused}");
        first.kept.borrow_mut().remove(KEY);
        let fresh = first.another_tab();
        let session = session(&fresh);
        session.dispatch(Action::GoOn);
        assert_eq!(session.state().walk.elapsed(session.state().moment), 40_000);
        assert!(!fresh.kept.borrow().contains_key(OTHER_KEY) && fresh.kept.borrow().contains_key(KEY));
    }
}

#[test]
fn it_goes_on_while_its_page_is_away_and_ends_with_it() {
    let fake = Fake::new();
    let session = started(&fake);
    session.dispatch(Action::Rest(true));
    session.dispatch(Action::Away);
    assert_eq!(session.state().screen(), Screen::Held, "nobody comes back into the dark");
    fake.clock.advance(100_000);
    assert_eq!((session.state().at(), fake.sound().is_playing()), (2, true));
    session.leave();
    assert!(fake.sound().dropped.get() && !fake.awake.get() && fake.shown.borrow().is_none());
    fake.clock.advance(100_000);
    assert_eq!(session.state().at(), 2, "nothing follows a session that was left");
    assert!(fake.kept.borrow().contains_key(KEY));
}

#[test]
fn recordings_that_never_come_are_told_within_ten_seconds() {
    let fake = Fake::new();
    let session = started(&fake);
    fake.clock.advance(5_000);
    assert_eq!(session.state().note, None);
    fake.clock.advance(5_000);
    assert_eq!(session.state().note, Some(words().labels.sound_missing()));
    assert!(session.state().is_holding(), "the walk goes on");
    // One that was ended before has nothing to say.
    let ended = started(&fake);
    ended.dispatch(Action::Walk(Event::End));
    fake.clock.advance(10_000);
    assert_eq!(ended.state().note, None);
}

/// What a device says while an action is carried out waits until that one is done.
#[test]
fn actions_wait_for_each_other() {
    let fake = Fake::new();
    fake.refuses.set(true);
    // The refusal comes while Start is still being performed, before there is a player to stop.
    let session = started(&fake);
    assert_eq!(session.state().note, Some(words().labels.sound_refused()));
    assert!(fake.sound().dropped.get(), "the refused player is still there");
    // It's said until the next start.
    fake.refuses.set(false);
    session.dispatch(Action::Walk(Event::End));
    session.dispatch(Action::Start { ago: 0 });
    assert_eq!(session.state().note, None);
}
