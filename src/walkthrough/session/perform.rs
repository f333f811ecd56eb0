//! Performing effects: each once, in the order in which they came.

use super::{Session, dispatch};
use crate::core::Ms;
use crate::core::preferences::{self, Voice};
use crate::core::track::timeline::{Saying, Sounds};
use crate::platform::file::File;
use crate::walkthrough::form_action::FormAction;
use crate::walkthrough::player::{Channel, Come, Score, Untried};
use crate::walkthrough::state::update::{Action, Effect, SHAKE_CHANGE};
use std::rc::Rc;

/// So long after Start the running walk has been seen, in milliseconds. To ask for fifty recordings takes a slow
/// phone a quarter of a second.
const SEEN: Ms = 50;

/// When no recording has come after so long, in milliseconds, that is said.
const PATIENCE: Ms = 8_000;

impl Session {
    pub(super) fn perform(self: &Rc<Self>, effect: Effect, moment: Ms) {
        match effect {
            Effect::Sound(command) => {
                self.player.perform(command, &self.score(), &self.state().walk, moment);
            }
            Effect::Fetch => {
                self.fetching.replace(Some(self.later(SEEN, Session::fetch)));
            }
            Effect::PrepareVoice => self.prepare_voice(),
            // At a bell there is enough to perceive: it was said when it was chosen.
            Effect::Shake(pattern) => drop(self.devices.vibration.shake(pattern)),
            Effect::AskToShake => self.shake(&[]),
            Effect::StopPacer => self.pacer.stop(),
            Effect::Claim => {
                let session = Rc::downgrade(self);
                // The one before is closed first: it would hear this one.
                self.claimed.take();
                let claimed = self.devices.tabs.claim(Rc::new(move || dispatch(&session, Action::OtherTab)));
                self.claimed.replace(Some(claimed));
            }
            Effect::Remember => {
                let state = self.state();
                let line = [&state.preferences.to_line(), "&", &state.choice.to_line()].concat();
                if !self.devices.platform.storage.save(preferences::KEY, &line) {
                    self.dispatch(Action::NotKept);
                }
            }
            Effect::Forget(key) => self.devices.platform.storage.erase(key),
            Effect::Form(action, fields) => self.press(action, &fields),
        }
    }

    fn prepare_voice(self: &Rc<Self>) {
        let session = Rc::downgrade(self);
        self.devices.speech.prepare(Rc::new(move || dispatch(&session, Action::NoVoice)));
    }

    fn fetch(self: &Rc<Self>) {
        let session = Rc::downgrade(self);
        let missing = self.words.labels.sound_missing();
        self.fetching.replace(Some(self.later(PATIENCE, Session::miss)));
        self.player.fetch(&self.score(), move |come| {
            // Some have come: the line is slow, and not dead.
            if let Some(session) = session.upgrade() {
                session.fetching.take();
            }
            if come == (Come::All { whole: false }) {
                dispatch(&session, Action::Say(missing.clone()));
            }
        });
    }

    /// Lets a channel be heard, or says why it isn't.
    fn try_out(self: &Rc<Self>, score: &Score, channel: Channel) {
        let (session, words) = (Rc::downgrade(self), self.words.clone());
        self.player.try_out(score, channel, move |untried| {
            let labels = &words.labels;
            let note = match untried {
                Untried::Refused => labels.try_refused(),
                Untried::Missing => labels.try_missing(),
            };
            dispatch(&session, Action::Say(note));
        });
    }

    /// Shakes, or says that this device doesn't.
    fn shake(self: &Rc<Self>, pattern: &[u32]) {
        if !self.devices.vibration.shake(pattern) {
            self.dispatch(Action::Say(self.words.labels.no_shake()));
        }
    }

    fn miss(self: &Rc<Self>) {
        if self.state().walk.phase().is_under_way() {
            self.dispatch(Action::Say(self.words.labels.sound_missing()));
        }
    }

    /// What a button of the form asks of the devices.
    fn press(self: &Rc<Self>, action: FormAction, fields: &str) {
        let (score, state) = (self.score(), self.state());
        let taken = {
            let words = self.words.clone();
            // Browsers inside other apps drop files without a word.
            move || Action::Say([&*words.labels.taken(), " ", &*words.labels.taken_nothing()].concat().into())
        };
        let save = |kind: &str, end: &str, text: String| {
            if let Some(file) = File::new(kind, |take| take(text.as_bytes())) {
                self.devices.files.save(&file, &score.file_name(end));
                self.dispatch(taken());
            }
        };
        match action {
            FormAction::Mp3 => {
                let (session, words) = (Rc::downgrade(self), self.words.clone());
                self.player.take_along(&score, move |made| {
                    let not_taken = || Action::Say(words.labels.not_taken());
                    dispatch(&session, if made { taken() } else { not_taken() });
                });
            }
            FormAction::Transcript => {
                let text = self.words.transcript(&state.choice, state.preferences.posture, &state.timeline);
                save("text/plain;charset=utf-8", "txt", text);
            }
            FormAction::Captions => {
                let text = self.words.vtt(&state.choice, state.preferences.posture, &state.timeline);
                save("text/vtt", "vtt", text);
            }
            FormAction::Pace => self.pacer.toggle(fields.contains("slower=1")),
            FormAction::PaceTap => self.pacer.tap(),
            FormAction::TryVoice if state.preferences.voice == Voice::Device => {
                self.prepare_voice();
                let what = Sounds::Saying(Saying::Taste);
                let taste = self.words.caption(&state.choice, state.preferences.posture, what);
                self.devices.speech.speak(&taste, 1.0);
            }
            FormAction::TryVoice => self.try_out(&score, Channel::Voice),
            FormAction::TryBells => self.try_out(&score, Channel::Bells),
            FormAction::TryNoise => self.try_out(&score, Channel::Noise),
            FormAction::TryShake => self.shake(SHAKE_CHANGE),
            // The page shows it.
            FormAction::Read => {}
        }
    }
}
