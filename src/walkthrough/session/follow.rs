//! What follows the state wherever it goes: timers, the place that is kept, the lit screen, the lock screen, and the
//! device's voice. Each hears of changes alone.

use super::{Session, dispatch};
use crate::core::Ms;
use crate::core::place::KEEP_EVERY;
use crate::core::preferences::{LOUDEST, Voice};
use crate::core::track::ms;
use crate::core::track::timeline::{Sounds, Timed};
use crate::core::walk::{Event, Phase};
use crate::platform::events::Listening;
use crate::platform::media_session::{Asked, Shown};
use crate::walkthrough::state::update::Action;
use std::rc::Rc;

/// What each of them was last told.
#[derive(Default)]
pub(super) struct Following {
    timers: Option<(bool, u32, bool)>,
    place: Option<(Phase, u32, Ms, bool)>,
    lit: bool,
    shown: Option<(Phase, usize, u32, bool)>,
    keys: Option<Listening>,
    said: Option<Timed>,
}

/// Puts a new value in the place of the old one; whether it differs.
fn changes<T: PartialEq>(before: &mut T, now: T) -> bool {
    let differs = *before != now;
    *before = now;
    differs
}

impl Session {
    /// Tells everything that follows what has changed.
    pub(super) fn follow(self: &Rc<Self>) {
        let state = self.state();
        let (phase, elapsed) = (state.walk.phase(), state.walk.elapsed(state.moment));
        let holding = state.is_holding();
        let mut following = self.following.take();
        if changes(&mut following.timers, Some((holding, state.ticks, state.resting))) {
            self.wait_for_change();
            self.wait_for_second();
        }
        let quarter = elapsed / KEEP_EVERY;
        if changes(&mut following.place, Some((phase, state.beat, quarter, state.yielded)))
            && !self.keep()
            && !state.not_kept
        {
            self.dispatch(Action::NotKept);
        }
        if changes(&mut following.lit, holding) {
            self.devices.wake_lock.keep_awake(holding);
        }
        if !phase.is_under_way() {
            self.claimed.take();
        }
        let settled = state.walk.settling(state.moment) == 0;
        let shown = phase.is_under_way().then_some((phase, state.at(), state.beat, settled));
        if changes(&mut following.shown, shown) {
            self.show_on_lock_screen();
        }
        if following.keys.is_some() != shown.is_some() {
            following.keys = shown.map(|_| self.hear_keys());
        }
        // A line that is over is not said again after a pause.
        let speaks = holding && state.preferences.voice == Voice::Device;
        let said = state.cue().filter(|cue| speaks && ms(cue.end()) > elapsed).copied();
        let said = said.filter(|cue| matches!(cue.what, Sounds::Saying(_)));
        let before = following.said;
        if changes(&mut following.said, said) {
            if before.is_some() {
                self.devices.speech.hush();
            }
            if let Some(cue) = said {
                let volume = f64::from(state.preferences.voice_level) / f64::from(LOUDEST);
                let text = self.words.caption(&state.choice, state.preferences.posture, cue.what);
                self.devices.speech.speak(&text, volume);
            }
        }
        self.following.replace(following);
    }

    /// The session is over: nothing follows it any more.
    pub(super) fn let_go(&self) {
        let following = self.following.take();
        if following.lit {
            self.devices.wake_lock.keep_awake(false);
        }
        if following.shown.is_some() {
            self.devices.lock_screen.show(None);
        }
        // What was tried before Start may still be being said.
        if self.state().preferences.voice == Voice::Device {
            self.devices.speech.hush();
        }
    }

    fn show_on_lock_screen(&self) {
        let state = self.state();
        if !state.walk.phase().is_under_way() {
            return self.devices.lock_screen.show(None);
        }
        self.devices.lock_screen.show(Some(&Shown {
            title: &state.title(),
            album: &self.words.labels.name(),
            picture: &self.player.picture(),
            playing: state.is_holding(),
            position: state.walk.elapsed(self.player.now()),
            length: state.walk.total(),
        }));
    }

    fn hear_keys(self: &Rc<Self>) -> Listening {
        let session = Rc::downgrade(self);
        self.devices.lock_screen.listen(Rc::new(move |asked| {
            let event = match asked {
                Asked::Play => Event::Resume,
                Asked::Pause => Event::Pause,
                Asked::Next => Event::Next,
                Asked::Previous => Event::Previous,
                Asked::Stop => Event::End,
                Asked::To(moment) => Event::To(moment),
            };
            dispatch(&session, Action::Walk(event));
        }))
    }
}
