//! Where the walk meets the devices: events in, cues performed, time read, place kept.

mod keeping;

use super::pacer::Pacer;
use super::player::{Come, Player, Score};
use super::state::{Deed, Now, State};
use super::use_sound::{use_device_voice, use_lock_screen, use_recordings, use_screen};
use crate::content::Words;
use crate::core::place::KEY;
use crate::core::plan::Choice;
use crate::core::walk::{Bell, Cue, Event, Phase};
use crate::core::wishes::{self, Voice, Wishes};
use crate::core::{Ms, Text};
use crate::platform::audio::Told;
use crate::platform::{Platform, body, signal};
use crate::ui::Base;
use keeping::{keep, use_arrival, use_keeping};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// The device shakes so at a change, in milliseconds.
pub const SHAKE_CHANGE: &[u32] = &[120];

/// And so at the end: shaking, rest, shaking.
const SHAKE_END: &[u32] = &[250, 200, 250];

/// Two wake-ups are at least this far apart, in milliseconds.
pub const LEAST_WAIT: Ms = 15;

/// A walk and the way to act on it.
#[derive(Clone)]
pub struct UseWalk {
    /// What to show.
    pub now: Rc<Now>,
    /// The sound, and the clock.
    pub player: Rc<Player>,
    /// The breathing pacer.
    pub pacer: Rc<Pacer>,
    /// The words.
    pub words: Words,
    act: Rc<dyn Fn(Deed)>,
    /// The devices.
    pub platform: Rc<Platform>,
}

impl PartialEq for UseWalk {
    fn eq(&self, other: &Self) -> bool {
        self.now == other.now
    }
}

impl UseWalk {
    /// Chooses what to walk.
    pub fn choose(&self, choice: Choice) {
        self.remember(&self.now.wishes, &choice);
        (self.act)(Deed::Choose(choice));
    }

    /// Wishes how to walk it.
    pub fn wish(&self, wishes: Wishes) {
        self.remember(&wishes, &self.now.choice);
        (self.act)(Deed::Wish(wishes));
    }

    fn remember(&self, wishes: &Wishes, choice: &Choice) {
        let line = [&wishes.to_line(), "&", &choice.to_line()].concat();
        if !self.platform.storage.save(wishes::KEY, &line) {
            (self.act)(Deed::Refused);
        }
    }

    /// What is walked, and how, for the sound.
    pub fn score(&self) -> Score {
        let Now { choice, wishes, timeline, .. } = &*self.now;
        let (words, timeline) = (self.words.clone(), timeline.clone());
        Score { words, choice: choice.clone(), wishes: wishes.clone(), timeline }
    }

    /// Sends an event that happens now. What starts the sound has to be sent in the tap itself.
    pub fn send(&self, event: Event) {
        self.send_at(event, self.moment());
    }

    /// The moment it is now; never before the one that is shown.
    pub fn moment(&self) -> Ms {
        self.player.now().max(self.now.moment)
    }

    fn send_at(&self, event: Event, moment: Ms) {
        let before = &self.now.walk;
        let (after, cues) = before.step(event, moment);
        let score = self.score();
        self.player.follow(&score, before, &after, moment);
        if matches!(event, Event::Start { .. }) {
            self.pacer.stop();
            let voiceless = score.wishes.voice == Voice::Device && !body::can_speak();
            (self.act)(Deed::Note(voiceless.then(|| self.words.labels.no_voice())));
            if score.wishes.voice == Voice::Device {
                // Some browsers let a page speak only after it has spoken in a tap.
                body::speak("", 0.0);
            }
        }
        for cue in cues {
            match cue {
                Cue::Ring(_) if !self.now.wishes.shake => {}
                Cue::Ring(Bell::Change) => body::shake(SHAKE_CHANGE),
                Cue::Ring(Bell::End) if self.now.wishes.rests => {}
                Cue::Ring(Bell::End) => body::shake(SHAKE_END),
                Cue::Enter(_) | Cue::Ended => {}
            }
        }
        (self.act)(Deed::Event(event, moment));
    }

    /// Asks for the recordings of what is walked.
    pub fn fetch(&self) {
        let (act, labels) = (self.act.clone(), self.words.clone());
        self.player.fetch(&self.score(), move |come| {
            if come == (Come::All { whole: false }) {
                act(Deed::Note(Some(labels.labels.sound_missing())));
            }
        });
    }

    /// Takes up or leaves the walk that was broken off.
    pub fn answer_offer(&self, taken: bool) {
        let Some(place) = &self.now.offer else { return };
        if !taken {
            self.platform.storage.erase(KEY);
            return (self.act)(Deed::Leave);
        }
        let mut now = (*self.now).clone();
        now.choose(&self.words, place.choice.clone());
        (self.act)(Deed::Choose(place.choice.clone()));
        let walk = Self { now: Rc::new(now), ..self.clone() };
        walk.send(Event::Start { from: place.elapsed, settle: 0 });
    }

    /// Does something else to what is shown.
    pub fn act(&self, deed: Deed) {
        (self.act)(deed);
    }

    /// Says something about the sound, once.
    pub fn note(&self, note: Text) {
        (self.act)(Deed::Note(Some(note)));
    }

    /// Whether the walk goes on.
    pub fn is_holding(&self) -> bool {
        matches!(self.now.walk.phase(), Phase::Holding { .. })
    }

    /// Looks after the sound, as often as time is told.
    pub fn look(&self) {
        self.player.refresh(&self.score(), &self.now.walk);
        if self.is_holding() && self.player.is_stuck() {
            self.hear(match self.player.has_played() {
                true => Told::Interrupted,
                false => Told::Refused,
            });
        }
    }

    /// Whether something else than the time has to be shown. After a sleep that is so before its timer comes.
    pub fn is_due(&self) -> bool {
        self.moment() >= self.now.due()
    }

    /// Time has passed.
    pub fn tick(&self) {
        self.look();
        let moment = self.moment();
        // Timers and sound count in fractions of their own: a change that is about to come is here.
        let left = self.now.walk.remaining_here(moment) + self.now.walk.settling(moment);
        self.send_at(Event::Tick, moment + if left <= LEAST_WAIT { left } else { 0 });
    }

    /// Something happened to the sound without our doing.
    fn hear(&self, told: Told) {
        match told {
            // Stay paused, and offer to go on: never start unasked.
            Told::Interrupted if self.is_holding() => self.send(Event::Pause),
            Told::Resumed => self.send(Event::Resume),
            Told::Over if self.is_holding() => {
                // The file is rounded to whole frames: the walk is over with it.
                let moment = self.moment();
                self.send_at(Event::Tick, moment + self.now.walk.remaining(moment));
            }
            Told::Refused => {
                self.player.fall_silent();
                self.note(self.words.labels.sound_refused());
            }
            Told::Interrupted | Told::Over => {}
        }
    }
}

/// Follows a walk. The first render is the same everywhere: the first plan, not begun. Beside the walk
/// comes a place where listeners that outlive a render find the latest one.
#[hook]
pub fn use_walk(words: &Words, base: &Base) -> (UseWalk, Rc<RefCell<UseWalk>>) {
    let state = use_reducer(|| State::new(words));
    let platform = use_memo((), |()| Platform::here());
    let player = use_memo((), |()| Player::new(platform.clone(), &base.0, words));
    let pacer = use_memo((), |()| Pacer::new(platform.clone()));
    let act: Rc<dyn Fn(Deed)> = {
        let dispatcher = state.dispatcher();
        Rc::new(move |deed| dispatcher.dispatch(deed))
    };
    let walk =
        UseWalk { now: Rc::new(state.now.clone()), player, pacer, words: words.clone(), act, platform };
    let latest: Rc<RefCell<UseWalk>> = {
        let seen = use_mut_ref(|| walk.clone());
        seen.replace(walk.clone());
        seen
    };

    use_arrival(&walk);
    use_recordings(&walk);
    use_ticks(&walk, &latest);
    use_signals(&latest);
    use_keeping(&walk);
    use_device_voice(&walk, words);
    use_lock_screen(&walk, &latest, words);
    use_screen(&walk);
    (walk, latest)
}

/// While holding, wakes when something else than the time changes: at each cue, and never more often.
#[hook]
fn use_ticks(walk: &UseWalk, latest: &Rc<RefCell<UseWalk>>) {
    let (walk, latest) = (walk.clone(), latest.clone());
    use_effect_with((walk.is_holding(), walk.now.ticks), move |&(holding, _)| {
        let due = holding.then(|| {
            let wait = walk.now.due().saturating_sub(walk.player.now()).max(LEAST_WAIT);
            walk.platform.clock.after(
                wait as u32,
                Box::new(move || {
                    let walk = latest.borrow().clone();
                    walk.tick();
                }),
            )
        });
        move || drop(due)
    });
}

/// Keys, what happens to the sound, and coming back after the page was hidden or frozen.
#[hook]
fn use_signals(latest: &Rc<RefCell<UseWalk>>) {
    let latest = latest.clone();
    use_effect_with((), move |()| {
        let now = move |latest: &Rc<RefCell<UseWalk>>| latest.borrow().clone();
        let (of_keys, of_return, of_leave, of_sound) =
            (latest.clone(), latest.clone(), latest.clone(), latest.clone());
        let of_hiding = latest.clone();
        latest.borrow().player.tell(move |told| now(&of_sound).hear(told));
        let listening = (
            signal::on_key(move |key| press(&now(&of_keys), &key)),
            signal::on_return(move || now(&of_return).tick()),
            signal::on_leave(move || {
                keep(&now(&of_hiding));
            }),
        );
        move || {
            let walk = now(&of_leave);
            keep(&walk);
            walk.player.leave();
            walk.pacer.stop();
            drop(listening);
        }
    });
}

/// What a key means to a walk that has begun.
fn press(walk: &UseWalk, key: &signal::Key) -> bool {
    if walk.now.resting {
        walk.act(Deed::Touch);
    }
    let event = match (walk.now.walk.phase(), key.name.as_str(), key.on) {
        (Phase::Ready | Phase::Ended { .. }, ..) => return false,
        (_, "Escape", _) if walk.now.resting => {
            walk.act(Deed::Rest(false));
            return true;
        }
        (_, "Escape", _) => Event::End,
        (_, _, signal::Focus::Field) => return false,
        (_, "ArrowRight", _) => Event::Next,
        (_, "ArrowLeft", _) => Event::Previous,
        (Phase::Holding { .. }, " ", signal::Focus::Page) => Event::Pause,
        (Phase::Paused { .. }, " ", signal::Focus::Page) => Event::Resume,
        _ => return false,
    };
    walk.send(event);
    true
}
