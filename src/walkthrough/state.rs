//! What the walk page shows, and how a deed changes it. Pure: time comes in with the deed.

use super::times::in_words;
use crate::content::{Words, fill};
use crate::core::place::{KEEP_EVERY, Place};
use crate::core::plan::{Choice, Hold};
use crate::core::track::timeline::{Sounds, Timed, Timeline};
use crate::core::track::{Frames, frame_at, ms};
use crate::core::walk::{Cue, Event, Phase, Walk};
use crate::core::wishes::Wishes;
use crate::core::{Ms, Text};
use std::rc::Rc;
use yew::prelude::*;

/// Everything the walk page shows.
#[derive(Clone, PartialEq)]
pub struct Now {
    /// What is chosen.
    pub choice: Choice,
    /// The holds of that choice.
    pub holds: Rc<Vec<Hold>>,
    /// How it is to be walked.
    pub wishes: Wishes,
    /// What is rung and said, and when.
    pub timeline: Rc<Timeline>,
    /// The walk.
    pub walk: Walk,
    /// The moment it is shown for.
    pub moment: Ms,
    /// What was announced last.
    pub news: Rc<str>,
    /// A walk that was broken off by a reload.
    pub offer: Option<Place>,
    /// A value of `?plan=` that is no plan.
    pub unknown: Option<Rc<str>>,
    /// The device refused to keep the place.
    pub refused: bool,
    /// Something about the sound that has to be said, once.
    pub note: Option<Text>,
    /// Everything that is said in the walk, to be read.
    pub transcript: Option<Rc<str>>,
    /// The screen is dark, with a caption and little else.
    pub resting: bool,
    /// Counts touches in the dark.
    pub touches: u32,
    /// Counts events: whoever waits for the next change waits anew after each.
    pub ticks: u32,
    /// Counts starts, jumps, pauses and long sleeps: whatever moving picture is shown begins anew.
    pub beat: u32,
}

impl Now {
    /// The index of the step that is held.
    pub fn at(&self) -> usize {
        self.walk.current(self.moment)
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

    /// The caption: the line that was said last in this step, or else the first that will be.
    pub fn caption(&self, words: &Words) -> Option<Text> {
        let begin = self.timeline.starts.get(self.at()).copied().unwrap_or(0);
        let end = self.timeline.starts.get(self.at() + 1).copied().unwrap_or(Frames::MAX);
        let now = frame_at(self.walk.elapsed(self.moment));
        let of_step = self.timeline.cues.iter().filter(|cue| (begin..end).contains(&cue.at));
        let mut lines = of_step.filter(|cue| matches!(cue.what, Sounds::Saying(_)));
        let first = lines.next()?;
        let said = lines.take_while(|line| line.at <= now).last().unwrap_or(first);
        Some(words.caption(&self.choice, said.what))
    }

    /// The name of the bell that sounds now.
    pub fn bell(&self, words: &Words) -> Option<Text> {
        let cue = self.cue().filter(|cue| matches!(cue.what, Sounds::Bell(_)))?;
        let sounds = cue.end() > frame_at(self.walk.elapsed(self.moment));
        sounds.then(|| words.caption(&self.choice, cue.what))
    }

    /// Chooses what to walk; nothing has begun then.
    pub fn choose(&mut self, words: &Words, choice: Choice) {
        let plan = words.plan(choice.minutes).or(words.plans.first());
        self.holds = Rc::new(plan.map(|plan| plan.holds(&choice)).unwrap_or_default());
        self.walk = Walk::new(&self.holds);
        self.timeline = Rc::new(words.timeline(&choice, self.wishes.rests));
        self.transcript = None;
        self.resting = false;
        self.choice = choice;
    }
}

/// What can be done to a walk.
pub enum Deed {
    /// Choose what to walk.
    Choose(Choice),
    /// Wish how to walk it.
    Wish(Wishes),
    /// Say something about the sound; nothing takes it back.
    Note(Option<Text>),
    /// Show everything that is said, to be read.
    Read,
    /// Make the screen dark, or light again.
    Rest(bool),
    /// Somebody touched the dark screen.
    Touch,
    /// An event of the walk, at this moment.
    Event(Event, Ms),
    /// Leave the walk that was broken off.
    Leave,
    /// What was found on arriving.
    Found {
        /// What was wished and chosen the last time.
        wished: Option<(Wishes, Choice)>,
        /// A walk that was broken off.
        place: Option<Place>,
        /// A value of `?plan=`.
        asked: Option<String>,
    },
    /// The device refused to keep the place.
    Refused,
}

/// The reducer's state: what is shown, and the words it is made from.
#[derive(Clone, PartialEq)]
pub struct State {
    words: Words,
    /// What is shown.
    pub now: Now,
}

impl State {
    /// Before anything happened: the first plan, not begun. The same on host and in browser.
    pub fn new(words: &Words) -> Self {
        let mut now = Now {
            choice: Choice::default(),
            holds: Rc::default(),
            wishes: Wishes::default(),
            timeline: Rc::default(),
            walk: Walk::new(&[]),
            moment: 0,
            news: "".into(),
            offer: None,
            unknown: None,
            refused: false,
            note: None,
            transcript: None,
            resting: false,
            touches: 0,
            ticks: 0,
            beat: 0,
        };
        let minutes = words.plans.first().map_or(0, |plan| plan.minutes);
        now.choose(words, Choice { minutes, ..Choice::default() });
        Self { words: words.clone(), now }
    }
}

impl Reducible for State {
    type Action = Deed;

    fn reduce(self: Rc<Self>, deed: Deed) -> Rc<Self> {
        let mut state = (*self).clone();
        let State { words, now } = &mut state;
        match deed {
            Deed::Choose(choice) => {
                now.unknown = None;
                now.choose(words, choice);
            }
            Deed::Wish(wishes) => {
                now.wishes = wishes;
                now.choose(words, now.choice.clone());
            }
            Deed::Note(note) => now.note = note,
            Deed::Read => now.transcript = Some(words.transcript(&now.choice, &now.timeline).into()),
            Deed::Rest(on) => now.resting = on,
            Deed::Touch => now.touches += 1,
            Deed::Event(event, moment) => {
                now.ticks += 1;
                happen(words, now, event, moment);
            }
            Deed::Leave => now.offer = None,
            Deed::Found { wished, place, asked } => {
                if let Some((wishes, choice)) = wished {
                    now.wishes = wishes;
                    let choice = if words.knows(&choice) { choice } else { now.choice.clone() };
                    now.choose(words, choice);
                }
                found(words, now, place, asked);
            }
            Deed::Refused => now.refused = true,
        }
        Rc::new(state)
    }
}

/// A tick that comes so much later than it was due has been slept through, in milliseconds.
const LATE: Ms = 1_500;

fn happen(words: &Words, now: &mut Now, event: Event, moment: Ms) {
    let late = moment > now.due() + LATE;
    let (walk, cues) = now.walk.step(event, moment);
    if event != Event::Tick || late {
        now.beat += 1;
    }
    if event == Event::Pause && matches!(walk.phase(), Phase::Paused { .. }) {
        now.news = words.labels.paused().as_ref().into();
    }
    now.walk = walk;
    now.moment = moment;
    for cue in cues {
        match cue {
            // The track rings it.
            Cue::Ring(_) => {}
            Cue::Enter(index) => {
                now.beat += 1;
                now.offer = None;
                now.news = news(words, &now.holds, index).into();
            }
            Cue::Ended => {
                // Whoever rests on is left in the dark.
                now.resting &= now.wishes.rests;
                now.news = words.labels.ended().as_ref().into();
            }
        }
    }
}

fn found(words: &Words, now: &mut Now, place: Option<Place>, asked: Option<String>) {
    now.offer = place.filter(|place| words.knows(&place.choice));
    if let Some(place) = &now.offer {
        now.choose(words, place.choice.clone());
    }
    let Some(asked) = asked else { return };
    match asked.parse().ok().filter(|minutes| words.plan(*minutes).is_some()) {
        Some(minutes) => now.choose(words, Choice { minutes, ..Choice::default() }),
        None => now.unknown = Some(asked.chars().take(20).collect::<String>().into()),
    }
}

fn news(words: &Words, holds: &[Hold], index: usize) -> String {
    let hold = &holds[index];
    let (n, total) = ((index + 1).to_string(), holds.len().to_string());
    let length = in_words(&words.labels, u32::from(hold.seconds));
    let title = &words.steps[usize::from(hold.step)].title;
    fill(&words.labels.news(), &[("title", title), ("n", &n), ("total", &total), ("length", &length)])
}
