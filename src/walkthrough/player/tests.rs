//! The sound of a session, on a device that plays what it is given, late, badly or not at all.

use crate::core::Text;
use crate::core::track::clip::Clip;
use crate::core::track::ms;
use crate::core::walk::Event;
use crate::platform::audio::AudioEvent;
use crate::platform::fake::Fake;
use crate::walkthrough::form_action::FormAction;
use crate::walkthrough::sample::words;
use crate::walkthrough::session::Session;
use crate::walkthrough::state::update::Action;
use std::rc::Rc;

/// A recording, with frames that are not silent.
const CLIP: &[u8] = include_bytes!("../../../static/audio/bell.mp3");

fn started(fake: &Rc<Fake>) -> Rc<Session> {
    let session = Rc::new(Session::new(fake.devices(), "/", &words()));
    session.begin(None, || {});
    session.dispatch(Action::Start { ago: 0 });
    // By now the recordings have been asked for.
    fake.clock.advance(100);
    session
}

/// How many recordings the file has that plays now.
fn recordings(fake: &Fake) -> usize {
    let sound = fake.sound();
    let files = sound.files.borrow();
    let bytes = files.last().expect("a file").bytes();
    // One frame of it is enough to know it by.
    let frame = &CLIP[CLIP.len() / 2..][..60];
    bytes.windows(frame.len()).filter(|it| *it == frame).count()
}

fn files(fake: &Fake) -> usize {
    fake.sound().files.borrow().len()
}

#[test]
fn recordings_that_come_late_are_put_in() {
    let fake = Fake::new();
    let session = started(&fake);
    assert_eq!((files(&fake), recordings(&fake)), (1, 0), "a silent track plays at once");
    let asked = fake.fetching.borrow().iter().map(|(address, _)| address.clone()).collect::<Vec<_>>();
    assert_eq!(asked[0], "/audio/emma/hello-3.mp3", "what sounds first is asked for first");
    fake.clock.advance(2_000);
    fake.answer(|_| Some(CLIP.to_vec()));
    fake.clock.advance(2_000);
    assert!(files(&fake) > 1 && recordings(&fake) > 1, "they are heard without anybody's doing");
    assert_eq!(session.state().note, None);
    // Nothing was left out or said twice: the walk is where it would be.
    let elapsed = session.state().walk.elapsed(session.moment());
    assert!((4_100..4_600).contains(&elapsed), "{elapsed}");
    let before = files(&fake);
    fake.clock.advance(20_000);
    assert_eq!(files(&fake), before, "and the track is left alone then");
}

#[test]
fn a_line_that_was_missed_is_said_late_if_there_is_time() {
    // Its recording comes a while after it was due. The next line follows soon after the first one.
    for (comes, at, said) in [("hello-3", 3_000, 0), ("b-1", 38_000, 1)] {
        let fake = Fake::new();
        let session = started(&fake);
        fake.clock.advance(at);
        fake.answer(|address| address.contains(comes).then(|| CLIP.to_vec()));
        fake.clock.advance(1_500);
        assert_eq!(recordings(&fake), said, "{comes}");
        assert_eq!(session.state().note, Some(words().labels.sound_missing()), "the others did not come");
    }
}

#[test]
fn nothing_is_put_in_while_something_is_heard() {
    let fake = Fake::new();
    let _session = started(&fake);
    fake.answer(|_| Some(CLIP.to_vec()));
    fake.clock.advance(3_000);
    let before = files(&fake);
    assert!(before > 1);
    fake.clock.advance(1_000);
    assert_eq!(files(&fake), before);
}

#[test]
fn a_refused_sound_is_said_and_tried_again_in_a_tap() {
    let fake = Fake::new();
    let session = started(&fake);
    fake.clock.advance(900);
    fake.sound().happen(AudioEvent::Refused);
    assert_eq!(session.state().note, Some(words().labels.sound_refused()));
    fake.clock.advance(30_000);
    assert_eq!((session.state().at(), fake.sounds.borrow().len()), (1, 1), "the walk goes on silently");
    session.dispatch(Action::Walk(Event::Pause));
    session.dispatch(Action::Walk(Event::Resume));
    assert!(fake.sounds.borrow().len() == 2 && fake.sound().is_playing());
}

#[test]
fn a_sound_that_never_moves_is_given_up() {
    let fake = Fake::new();
    fake.stuck.set(true);
    let session = started(&fake);
    fake.clock.advance(20_000);
    assert!(session.state().is_holding() && fake.sound().dropped.get());
    assert_eq!(session.state().note, Some(words().labels.sound_refused()));
    // From then on the steady clock is the time.
    let before = session.state().walk.elapsed(session.moment());
    fake.clock.advance(10_000);
    assert_eq!(session.state().walk.elapsed(session.moment()), before + 10_000);
}

#[test]
fn a_sound_that_stands_after_it_has_played_was_interrupted() {
    let fake = Fake::new();
    let session = started(&fake);
    fake.clock.advance(3_000);
    fake.sound().happen(AudioEvent::Interrupted);
    assert_eq!(session.state().walk.phase().as_str(), "paused");
    fake.clock.advance(600_000);
    assert_eq!(session.state().walk.phase().as_str(), "paused", "it never starts unasked");
    fake.sound().happen(AudioEvent::Resumed);
    assert!(session.state().is_holding() && fake.sound().is_playing());
    assert!(session.state().walk.elapsed(session.moment()) < 4_000);
}

#[test]
fn the_end_of_the_file_is_the_end_of_the_walk() {
    let fake = Fake::new();
    let session = started(&fake);
    fake.clock.advance(179_900);
    fake.sound().happen(AudioEvent::Ended);
    assert_eq!(session.state().walk.phase().as_str(), "ended");
    assert!(fake.sound().dropped.get());
}

#[test]
fn each_step_of_the_walk_moves_the_sound_once() {
    let fake = Fake::new();
    let session = started(&fake);
    for files_by_then in 2..5 {
        session.dispatch(Action::Walk(Event::Next));
        assert_eq!(files(&fake), files_by_then);
    }
    session.dispatch(Action::Walk(Event::Pause));
    session.dispatch(Action::Walk(Event::Previous));
    assert_eq!(
        (files(&fake), fake.sound().is_playing()),
        (4, false),
        "what stands is put in when it goes on"
    );
    session.dispatch(Action::Walk(Event::Resume));
    assert_eq!((files(&fake), fake.sound().is_playing()), (5, true));
}

/// Who pauses while settling in goes on in the walk itself, not in the rest of that silence.
#[test]
fn the_silence_of_settling_in_is_not_taken_up_again() {
    let fake = Fake::new();
    let session = Rc::new(Session::new(fake.devices(), "/", &words()));
    session.begin(None, || {});
    session.dispatch(Action::Prefer("settle=20".into()));
    session.dispatch(Action::Start { ago: 0 });
    fake.clock.advance(5_000);
    session.dispatch(Action::Walk(Event::Pause));
    session.dispatch(Action::Walk(Event::Resume));
    assert_eq!((files(&fake), session.state().walk.settling(session.moment())), (2, 0));
}

#[test]
fn soft_noise_plays_beside_the_track_and_stops_with_it() {
    let fake = Fake::new();
    let session = Rc::new(Session::new(fake.devices(), "/", &words()));
    session.begin(None, || {});
    session.dispatch(Action::Prefer("noise=2".into()));
    session.dispatch(Action::Start { ago: 0 });
    let noise = fake.sound();
    assert!(noise.repeated && noise.is_playing());
    session.dispatch(Action::Walk(Event::Pause));
    assert!(!noise.is_playing());
    session.dispatch(Action::Walk(Event::End));
    assert!(noise.dropped.get());
}

#[test]
fn what_is_tried_is_heard_to_its_end() {
    let fake = Fake::new();
    let session = Rc::new(Session::new(fake.devices(), "/", &words()));
    session.begin(None, || {});
    session.dispatch(Action::Form(FormAction::TryBells, String::new()));
    assert!(fake.sound().is_playing(), "something plays in the tap itself");
    fake.answer(|address| address.ends_with("bell.mp3").then(|| CLIP.to_vec()));
    assert_eq!(recordings(&fake), 1);
    let lasts = ms(Clip::read(CLIP).expect("a clip").frames());
    fake.clock.advance(lasts - 100);
    assert!(!fake.sound().dropped.get(), "it is not cut short");
    fake.clock.advance(300);
    assert!(fake.sound().dropped.get());
}

#[test]
fn each_voice_and_posture_has_its_own_recordings() {
    for (preferred, asked) in [
        ("speaker=emma", "/audio/emma/taste.mp3"),
        ("speaker=george", "/audio/george/taste.mp3"),
        ("speaker=george&posture=side", "/audio/george/taste-side.mp3"),
    ] {
        let fake = Fake::new();
        let session = Rc::new(Session::new(fake.devices(), "/", &words()));
        session.begin(None, || {});
        session.dispatch(Action::Prefer(preferred.into()));
        session.dispatch(Action::Form(FormAction::TryVoice, preferred.into()));
        let found = fake.fetching.borrow().iter().any(|(address, _)| address == asked);
        assert!(
            found,
            "{preferred}: {:?}",
            fake.fetching.borrow().iter().map(|it| it.0.clone()).collect::<Vec<_>>()
        );
    }
}

#[test]
fn a_walk_is_taken_along_whole_or_not_at_all() {
    let labels = words().labels.clone();
    let taken: Text = [&*labels.taken(), " ", &*labels.taken_nothing()].concat().into();
    for (whole, note) in [(true, taken), (false, labels.not_taken())] {
        let fake = Fake::new();
        let session = Rc::new(Session::new(fake.devices(), "/", &words()));
        session.begin(None, || {});
        session.dispatch(Action::Form(FormAction::Mp3, String::new()));
        assert_eq!(session.state().note, Some(words().labels.taking()));
        // The recordings, and then the picture.
        fake.answer(|address| (whole || address.ends_with("bell.mp3")).then(|| CLIP.to_vec()));
        fake.answer(|_| Some(vec![0; 10]));
        assert_eq!(
            (fake.saved.borrow().len(), session.state().note.clone()),
            (usize::from(whole), Some(note))
        );
    }
}
