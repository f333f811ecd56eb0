//! What the walk page shows, and how a deed changes it. Pure: time comes in with the deed.

use super::times::in_words;
use crate::content::{Words, fill};
use crate::core::Ms;
use crate::core::place::Place;
use crate::core::plan::{Choice, Hold};
use crate::core::walk::{Cue, Event, Phase, Walk};
use std::rc::Rc;
use yew::prelude::*;

/// Everything the walk page shows.
#[derive(Clone, PartialEq)]
pub struct Now {
    /// What is chosen.
    pub choice: Choice,
    /// The holds of that choice.
    pub holds: Rc<Vec<Hold>>,
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
    /// Counts starts, jumps, pauses and long sleeps: whatever moving picture is shown begins anew.
    pub beat: u32,
}

impl Now {
    /// The index of the step that is held.
    pub fn at(&self) -> usize {
        self.walk.current(self.moment)
    }

    fn choose(&mut self, words: &Words, choice: Choice) {
        let plan = words.plan(choice.minutes).or(words.plans.first());
        self.holds = Rc::new(plan.map(|plan| plan.holds(&choice)).unwrap_or_default());
        self.walk = Walk::new(&self.holds);
        self.choice = choice;
    }
}

/// What can be done to a walk.
pub enum Deed {
    /// Choose what to walk.
    Choose(Choice),
    /// An event of the walk, at this moment.
    Event(Event, Ms),
    /// Take up or leave the walk that was broken off, at this moment.
    Offer(bool, Ms),
    /// What was found on arriving.
    Found {
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
            walk: Walk::new(&[]),
            moment: 0,
            news: "".into(),
            offer: None,
            unknown: None,
            refused: false,
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
            Deed::Event(event, moment) => happen(words, now, event, moment),
            Deed::Offer(taken, moment) => {
                if let Some(place) = now.offer.take().filter(|_| taken) {
                    now.choose(words, place.choice);
                    happen(words, now, Event::Start { from: place.elapsed }, moment);
                }
            }
            Deed::Found { place, asked } => found(words, now, place, asked),
            Deed::Refused => now.refused = true,
        }
        Rc::new(state)
    }
}

fn happen(words: &Words, now: &mut Now, event: Event, moment: Ms) {
    let late = moment.saturating_sub(now.moment) > 1_500;
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
            // Bells are heard once the walk has its sound; nothing else is rung.
            Cue::Ring(_) => {}
            Cue::Enter(index) => {
                now.beat += 1;
                now.offer = None;
                now.news = news(words, &now.holds, index).into();
            }
            Cue::Ended => now.news = words.labels.ended().as_ref().into(),
        }
    }
}

fn found(words: &Words, now: &mut Now, place: Option<Place>, asked: Option<String>) {
    now.offer = place.filter(|place| words.knows(place));
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
