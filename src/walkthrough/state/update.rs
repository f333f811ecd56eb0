//! How an action changes the state, and what the devices should do then. One action is one step of the walk: nobody
//! else steps it, so nothing is ever decided on an old state.

use super::{LEAST_WAIT, Offer, State};
use crate::content::fill;
use crate::core::place::{OTHER_KEY, Place};
use crate::core::plan::{Choice, length};
use crate::core::preferences::{Preferences, Voice};
use crate::core::walk::{Bell, Cue, Event, Phase};
use crate::core::{Ms, Text};
use crate::platform::audio::AudioEvent;
use crate::walkthrough::form_action::FormAction;
use crate::walkthrough::player::Command;
use crate::walkthrough::times::in_words;

/// The device shakes so at a change, in milliseconds.
pub const SHAKE_CHANGE: &[u32] = &[120];

/// And so at the end: shaking, rest, shaking.
const SHAKE_END: &[u32] = &[250, 200, 250];

/// A tick that comes so much later than it was due has been slept through, in milliseconds.
const LATE: Ms = 1_500;

/// A value of `?plan=` that is no plan is shown up to so many letters.
const UNKNOWN: usize = 20;

/// What can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// What was kept is found on arriving.
    Found {
        /// How somebody liked it the last time, and what was chosen.
        preferred: Option<(Preferences, Choice)>,
        /// A walk that was broken off.
        offer: Option<Offer>,
        /// A value of `?plan=`.
        asked: Option<String>,
    },
    /// Choose the plan of so many minutes.
    Length(u16),
    /// Choose fewer positions, or all of them.
    Fewer(bool),
    /// Choose one position instead of another, or the usual one again.
    Swap {
        /// Index of the usual one.
        usual: u16,
        /// Index of the one that can be used instead.
        instead: u16,
        /// Whether it is.
        on: bool,
    },
    /// After the end, choose once more.
    ChooseAgain,
    /// Choose how, as a line of the form's fields.
    Prefer(String),
    /// Start was pressed so many milliseconds ago: a tap made before the program was there counts from the tap.
    Start {
        /// How long ago.
        ago: Ms,
    },
    /// Take up the walk that was broken off.
    GoOn,
    /// Leave it.
    Afresh,
    /// An event of the walk.
    Walk(Event),
    /// To the step with this index.
    To(usize),
    /// Something happened to the sound without our doing.
    Sound(AudioEvent),
    /// Make the screen dark, or light again.
    Rest(bool),
    /// Somebody touched the dark screen.
    Touch,
    /// A button of the form was pressed, with all its fields as one line.
    Form(FormAction, String),
    /// Say something, once.
    Say(Text),
    /// The device has no voice of its own.
    NoVoice,
    /// The device refused to keep something.
    NotKept,
    /// Another tab plays now.
    OtherTab,
    /// The page of the walk was left, and the walk goes on.
    Away,
}

/// What the devices should do: each is performed once, in this order.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// The sound follows.
    Sound(Command),
    /// Get the recordings.
    Fetch,
    /// Get the device's voice ready.
    PrepareVoice,
    /// Shake.
    Shake(&'static [u32]),
    /// Say so if the device can't shake.
    AskToShake,
    /// Stop the pacer.
    StopPacer,
    /// Only this tab plays.
    Claim,
    /// Keep what was chosen, and how.
    Remember,
    /// Forget the place that is kept under this key.
    Forget(&'static str),
    /// Carry out what a button of the form asks for.
    Form(FormAction, String),
}

impl State {
    /// Takes an action at a moment.
    pub fn update(&mut self, action: Action, moment: Ms) -> Vec<Effect> {
        match action {
            Action::Found { preferred, offer, asked } => self.find(preferred, offer, asked),
            Action::Length(minutes) => {
                return self.replace(Choice { minutes, ..self.choice.clone() }, moment);
            }
            Action::Fewer(fewer) => return self.replace(Choice { fewer, ..self.choice.clone() }, moment),
            Action::Swap { usual, instead, on } => {
                let mut choice = self.choice.clone();
                choice.swaps.retain(|(from, _)| *from != usual);
                if on {
                    choice.swaps.push((usual, instead));
                }
                return self.replace(choice, moment);
            }
            Action::ChooseAgain => return self.replace(self.choice.clone(), moment),
            Action::Prefer(line) => {
                let preferences = self.preferences.clone().with(&line);
                if preferences != self.preferences {
                    let shakes = preferences.shake && !self.preferences.shake;
                    self.preferences = preferences;
                    let mut effects = self.replace(self.choice.clone(), moment);
                    effects.extend(shakes.then_some(Effect::AskToShake));
                    return effects;
                }
            }
            Action::Start { ago } => {
                let settle = self.preferences.settle();
                let from = ago.saturating_sub(settle);
                return self.step(Event::Start { from, settle: settle.saturating_sub(ago) }, moment);
            }
            Action::GoOn => {
                let Some(Offer { place, key }) = self.offer.take() else { return Vec::new() };
                self.choose(place.choice);
                let mut effects = self.step(Event::Start { from: place.elapsed, settle: 0 }, moment);
                effects.push(Effect::Forget(key));
                return effects;
            }
            Action::Afresh => {
                return self.offer.take().map(|it| Effect::Forget(it.key)).into_iter().collect();
            }
            // Timers and sound count in fractions of their own: a change that is about to come is here.
            Action::Walk(Event::Tick) => {
                let left = self.walk.remaining_here(moment) + self.walk.settling(moment);
                return self.step(Event::Tick, moment + if left <= LEAST_WAIT { left } else { 0 });
            }
            Action::Walk(event) => return self.step(event, moment),
            Action::To(index) => return self.step(Event::To(self.walk.start_of(index)), moment),
            Action::Sound(event) => return self.hear(event, moment),
            Action::Rest(on) => self.resting = on,
            Action::Touch => self.touches += 1,
            Action::Form(action, fields) => return self.press(action, fields),
            Action::Say(note) => self.note = Some(note),
            Action::NoVoice => self.note = Some(self.words.labels.no_voice()),
            Action::NotKept => self.not_kept = true,
            // A walk that stands gives way as well: its place would be written over.
            Action::OtherTab if self.walk.phase().is_under_way() => {
                let effects = if self.is_holding() { self.step(Event::Pause, moment) } else { Vec::new() };
                self.yielded = true;
                self.note = Some(self.words.labels.other_tab());
                return effects;
            }
            Action::OtherTab => {}
            Action::Away => {
                self.resting = false;
                return vec![Effect::StopPacer];
            }
        }
        Vec::new()
    }

    fn find(
        &mut self,
        preferred: Option<(Preferences, Choice)>,
        offer: Option<Offer>,
        asked: Option<String>,
    ) {
        if let Some((preferences, choice)) = preferred {
            self.preferences = preferences;
            let choice = if self.words.knows(&choice) { choice } else { self.choice.clone() };
            self.choose(choice);
        }
        self.offer = offer.filter(|offer| self.leads_on(&offer.place));
        if let Some(offer) = &self.offer {
            self.choose(offer.place.choice.clone());
        }
        let Some(asked) = asked else { return };
        match asked.parse().ok().filter(|minutes| self.words.plan(*minutes).is_some()) {
            Some(minutes) => self.choose(Choice { minutes, ..Choice::default() }),
            None => self.unknown = Some(asked.chars().take(UNKNOWN).collect::<String>().into()),
        }
    }

    /// Whether there is something left of a walk that was broken off, in the words of this release.
    fn leads_on(&self, place: &Place) -> bool {
        let plan = self.words.plan(place.choice.minutes).filter(|_| self.words.knows(&place.choice));
        plan.is_some_and(|plan| place.elapsed < length(&plan.holds(&place.choice)))
    }

    /// Puts another walk in the place of this one, which ends if it is under way.
    fn replace(&mut self, choice: Choice, moment: Ms) -> Vec<Effect> {
        let before = self.walk.clone();
        self.unknown = None;
        self.choose(choice);
        let mut effects = vec![Effect::Remember];
        if let Some(command) = Command::between(&before, &self.walk, moment) {
            effects.push(Effect::Sound(command));
        }
        effects
    }

    /// What a button of the form changes here; the rest is up to the devices.
    fn press(&mut self, action: FormAction, fields: String) -> Vec<Effect> {
        match action {
            FormAction::Read => {
                self.transcript = Some(
                    self.words.transcript(&self.choice, self.preferences.posture, &self.timeline).into(),
                );
                return Vec::new();
            }
            FormAction::Mp3 => self.note = Some(self.words.labels.taking()),
            _ => {}
        }
        vec![Effect::Form(action, fields)]
    }

    fn hear(&mut self, event: AudioEvent, moment: Ms) -> Vec<Effect> {
        match event {
            // Stay paused, and offer to go on: never start unasked.
            AudioEvent::Interrupted if self.is_holding() => self.step(Event::Pause, moment),
            AudioEvent::Resumed => self.step(Event::Resume, moment),
            // The file is rounded to whole frames: the walk is over with it.
            AudioEvent::Ended if self.is_holding() => {
                self.step(Event::Tick, moment + self.walk.remaining(moment))
            }
            AudioEvent::Refused => {
                self.note = Some(self.words.labels.sound_refused());
                vec![Effect::Sound(Command::FallSilent)]
            }
            AudioEvent::Interrupted | AudioEvent::Ended => Vec::new(),
        }
    }

    /// One step of the walk.
    fn step(&mut self, event: Event, moment: Ms) -> Vec<Effect> {
        let late = moment > self.due() + LATE;
        let before = self.walk.clone();
        let (walk, cues) = before.step(event, moment);
        let mut effects = Vec::new();
        if let Some(command) = Command::between(&before, &walk, moment) {
            effects.push(Effect::Sound(command));
        }
        self.ticks += 1;
        if event != Event::Tick || late {
            self.beat += 1;
        }
        match (before.phase(), walk.phase()) {
            (Phase::Holding { .. }, Phase::Paused { .. }) => self.news = self.words.labels.paused(),
            (Phase::Ready | Phase::Ended { .. }, Phase::Holding { .. }) => self.begin(&mut effects),
            (Phase::Paused { .. }, Phase::Holding { .. }) => self.play_here(&mut effects),
            _ => {}
        }
        self.walk = walk;
        self.moment = moment;
        for cue in cues {
            self.perceive(cue, &mut effects);
        }
        effects
    }

    fn begin(&mut self, effects: &mut Vec<Effect>) {
        self.note = None;
        effects.push(Effect::StopPacer);
        effects.push(Effect::Fetch);
        if self.preferences.voice == Voice::Device {
            effects.push(Effect::PrepareVoice);
        }
        self.play_here(effects);
    }

    /// This tab plays, and the others make way.
    fn play_here(&mut self, effects: &mut Vec<Effect>) {
        if std::mem::take(&mut self.yielded) {
            self.note = None;
            effects.push(Effect::Forget(OTHER_KEY));
        }
        effects.push(Effect::Claim);
    }

    /// What a cue shows, and what is felt of it. The track rings.
    fn perceive(&mut self, cue: Cue, effects: &mut Vec<Effect>) {
        let labels = &self.words.labels;
        match cue {
            Cue::Ring(_) if !self.preferences.shake => {}
            Cue::Ring(Bell::Change) => effects.push(Effect::Shake(SHAKE_CHANGE)),
            Cue::Ring(Bell::End) if self.preferences.rests => {}
            Cue::Ring(Bell::End) => effects.push(Effect::Shake(SHAKE_END)),
            Cue::Enter(index) => {
                self.beat += 1;
                self.offer = None;
                let hold = &self.holds[index];
                let (n, total) = ((index + 1).to_string(), self.holds.len().to_string());
                let length = in_words(labels, u32::from(hold.seconds));
                let title = &self.words.steps[usize::from(hold.step)].title;
                let values = [("title", &**title), ("n", &n), ("total", &total), ("length", &length)];
                self.news = fill(&labels.news(), &values).into();
            }
            Cue::Ended => {
                // Whoever rests on is left in the dark.
                self.resting &= self.preferences.rests;
                self.news = labels.ended();
            }
        }
    }
}
