//! What the page of the walk shows. Pure: time comes in with each action (`update`), and what the devices should do
//! goes out as effects.

#[cfg(test)]
mod fuzz;
#[cfg(test)]
mod tests;
pub mod update;

use crate::content::Words;
use crate::core::place::{KEEP_EVERY, Place};
use crate::core::plan::{Choice, Hold};
use crate::core::preferences::Preferences;
use crate::core::track::timeline::{Sounds, Timed, Timeline};
use crate::core::track::{Frames, frame_at, ms};
use crate::core::walk::{Phase, Walk};
use crate::core::{Ms, Text};
use std::rc::Rc;

/// Two wake-ups are at least this far apart, in milliseconds.
pub const LEAST_WAIT: Ms = 15;

/// Which of its screens the page shows.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Screen {
    /// Choosing and starting.
    Choosing,
    /// The running walk.
    Held,
    /// The running walk in the dark.
    Resting,
    /// What comes after it.
    Ended,
}

/// A walk that was broken off, and the key under which it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// Where it was.
    pub place: Place,
    /// The key.
    pub key: &'static str,
}

/// Everything that the page of the walk shows.
#[derive(Clone)]
pub struct State {
    words: Words,
    /// What is chosen.
    pub choice: Choice,
    /// The holds of that choice.
    pub holds: Rc<Vec<Hold>>,
    /// How somebody likes it.
    pub preferences: Preferences,
    /// What is rung and said, and when.
    pub timeline: Rc<Timeline>,
    /// The walk.
    pub walk: Walk,
    /// The moment it is shown for.
    pub moment: Ms,
    /// What was announced last.
    pub news: Text,
    /// A walk that was broken off by a reload.
    pub offer: Option<Offer>,
    /// A value of `?plan=` that is no plan.
    pub unknown: Option<Text>,
    /// The device refused to keep something.
    pub not_kept: bool,
    /// Something that has to be said once: about the sound, or about another tab.
    pub note: Option<Text>,
    /// Everything that is said in the walk, to be read.
    pub transcript: Option<Text>,
    /// The screen is dark, with a caption and little else.
    pub resting: bool,
    /// Another tab plays: this walk is paused, and its place is kept apart.
    pub yielded: bool,
    /// Counts touches in the dark.
    pub touches: u32,
    /// Counts events of the walk: whoever waits for the next change waits anew after each.
    pub ticks: u32,
    /// Counts starts, jumps, pauses and long sleeps: whatever moves on the screen begins anew.
    pub beat: u32,
}

/// Whoever shows a state holds it, so each change makes another one: to compare their insides would only cost.
impl PartialEq for State {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl State {
    /// Before anything happened: the first plan, not begun. The same on host and in browser.
    pub fn new(words: &Words) -> Self {
        let minutes = words.plans.first().map_or(0, |plan| plan.minutes);
        let mut state = State {
            words: words.clone(),
            choice: Choice::default(),
            holds: Rc::default(),
            preferences: Preferences::default(),
            timeline: Rc::default(),
            walk: Walk::new(&[]),
            moment: 0,
            news: "".into(),
            offer: None,
            unknown: None,
            not_kept: false,
            note: None,
            transcript: None,
            resting: false,
            yielded: false,
            touches: 0,
            ticks: 0,
            beat: 0,
        };
        state.choose(Choice { minutes, ..Choice::default() });
        state
    }

    /// Which screen is shown.
    pub fn screen(&self) -> Screen {
        match self.walk.phase() {
            Phase::Ready => Screen::Choosing,
            _ if self.resting => Screen::Resting,
            Phase::Ended { .. } => Screen::Ended,
            Phase::Holding { .. } | Phase::Paused { .. } => Screen::Held,
        }
    }

    /// Names what is shown, for the style of what stands around it (`data-stage`, words as in a class): a pause shows the
    /// list of positions again.
    pub fn stage(&self) -> &'static str {
        match self.screen() {
            Screen::Choosing => "",
            Screen::Held if self.is_holding() => "held",
            Screen::Held => "held paused",
            Screen::Resting => "rest",
            Screen::Ended => "ended",
        }
    }

    /// Whether the walk goes on.
    pub fn is_holding(&self) -> bool {
        matches!(self.walk.phase(), Phase::Holding { .. })
    }

    /// The index of the step that is held.
    pub fn at(&self) -> usize {
        self.walk.current(self.moment)
    }

    /// Its title; nothing where there is no step.
    pub fn title(&self) -> Text {
        let step = self.holds.get(self.at()).and_then(|hold| self.words.steps.get(usize::from(hold.step)));
        step.map_or_else(|| "".into(), |step| step.title.clone())
    }

    /// The cue that has begun last in the step that is held.
    pub fn cue(&self) -> Option<&Timed> {
        self.timeline.shown_at(self.walk.elapsed(self.moment))
    }

    /// When something else than the time has to be shown: the next moment of its kind while holding.
    pub fn due(&self) -> Ms {
        let (settling, elapsed) = (self.walk.settling(self.moment), self.walk.elapsed(self.moment));
        if settling > 0 {
            return self.moment + settling;
        }
        let ended = self.timeline.shown_at(elapsed).map(|cue| ms(cue.end())).filter(|end| *end > elapsed);
        let cue = self.timeline.next_after(elapsed).unwrap_or(Ms::MAX).min(ended.unwrap_or(Ms::MAX));
        let wait = cue.saturating_sub(elapsed).min(KEEP_EVERY);
        self.moment + wait.min(self.walk.remaining_here(self.moment))
    }

    /// What the clock face shows: how long it takes to settle down, and then how long the step still is.
    pub fn on_face(&self, moment: Ms) -> Ms {
        match self.walk.settling(moment) {
            0 => self.walk.remaining_here(moment),
            settling => settling,
        }
    }

    /// The caption: the line that was said last in this step, or else the first that will be.
    pub fn caption(&self) -> Option<Text> {
        let begin = self.timeline.starts.get(self.at()).copied().unwrap_or(0);
        let end = self.timeline.starts.get(self.at() + 1).copied().unwrap_or(Frames::MAX);
        let now = frame_at(self.walk.elapsed(self.moment));
        let of_step = self.timeline.cues.iter().filter(|cue| (begin..end).contains(&cue.at));
        let mut lines = of_step.filter(|cue| matches!(cue.what, Sounds::Saying(_)));
        let first = lines.next()?;
        let said = lines.take_while(|line| line.at <= now).last().unwrap_or(first);
        Some(self.words.caption(&self.choice, self.preferences.posture, said.what))
    }

    /// The name of the bell that sounds now; nothing while none does.
    pub fn bell(&self) -> Text {
        let cue = self.cue().filter(|cue| matches!(cue.what, Sounds::Bell(_)));
        let sounds = cue.filter(|cue| cue.end() > frame_at(self.walk.elapsed(self.moment)));
        sounds.map_or_else(
            || "".into(),
            |cue| self.words.caption(&self.choice, self.preferences.posture, cue.what),
        )
    }

    /// Chooses what to walk; nothing has begun then.
    fn choose(&mut self, choice: Choice) {
        let words = &self.words;
        let plan = words.plan(choice.minutes).or(words.plans.first());
        self.holds = Rc::new(plan.map(|plan| plan.holds(&choice)).unwrap_or_default());
        self.walk = Walk::new(&self.holds);
        self.timeline = Rc::new(words.timeline(&choice, self.preferences.rests));
        self.transcript = None;
        self.resting = false;
        self.choice = choice;
    }
}
