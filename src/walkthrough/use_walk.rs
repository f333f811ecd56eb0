//! Where the walk meets the devices: events in, cues performed, time read, place kept.

use crate::content::{Words, fill};
use crate::core::Ms;
use crate::core::clock::Steady;
use crate::core::place::{KEEP_EVERY, KEY, Place};
use crate::core::plan::{Choice, Hold};
use crate::core::walk::{Cue, Event, Phase, Walk};
use crate::platform::{Platform, page as view, signal};
use crate::walkthrough::times::in_words;
use std::cell::RefCell;
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
struct State {
    words: Words,
    now: Now,
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

/// A walk and the way to act on it.
#[derive(Clone)]
pub struct UseWalk {
    /// What to show.
    pub now: Rc<Now>,
    act: Rc<dyn Fn(Deed)>,
    clock: Rc<dyn Fn() -> Ms>,
    platform: Rc<Platform>,
}

impl PartialEq for UseWalk {
    fn eq(&self, other: &Self) -> bool {
        self.now == other.now
    }
}

impl UseWalk {
    /// Chooses what to walk.
    pub fn choose(&self, choice: Choice) {
        (self.act)(Deed::Choose(choice));
    }

    /// Sends an event that happens now.
    pub fn send(&self, event: Event) {
        (self.act)(Deed::Event(event, (self.clock)()));
    }

    /// Takes up or leaves the walk that was broken off.
    pub fn answer_offer(&self, taken: bool) {
        if !taken {
            self.platform.storage.erase(KEY);
        }
        (self.act)(Deed::Offer(taken, (self.clock)()));
    }
}

/// Follows a walk. The first render is the same everywhere: the first plan, not begun.
#[hook]
pub fn use_walk(words: &Words) -> UseWalk {
    let state = use_reducer(|| {
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
        State { words: words.clone(), now }
    });
    let platform = use_memo((), |()| Platform::here());
    let clock: Rc<dyn Fn() -> Ms> = {
        let (platform, steady) = (platform.clone(), use_mut_ref(Steady::default));
        Rc::new(move || steady.borrow_mut().read(platform.clock.monotonic(), platform.clock.wall()))
    };
    let act: Rc<dyn Fn(Deed)> = {
        let dispatcher = state.dispatcher();
        Rc::new(move |deed| dispatcher.dispatch(deed))
    };
    let walk = UseWalk { now: Rc::new(state.now.clone()), act, clock, platform };
    let latest: Rc<RefCell<UseWalk>> = {
        let seen = use_mut_ref(|| walk.clone());
        seen.replace(walk.clone());
        seen
    };

    use_arrival(&walk);
    use_ticks(&walk);
    use_signals(&latest);
    use_keeping(&walk);
    walk
}

/// Looks once for a walk that was broken off, and for `?plan=`.
#[hook]
fn use_arrival(walk: &UseWalk) {
    let walk = walk.clone();
    use_effect_with((), move |()| {
        let platform = &walk.platform;
        let line = platform.storage.load(KEY);
        let place = line.and_then(|line| Place::from_line(&line));
        let place = place.filter(|place| place.is_fresh(platform.clock.wall()));
        (walk.act)(Deed::Found { place, asked: view::query("plan") });
    });
}

/// While holding, wakes at each full second and at each change, and never more often.
#[hook]
fn use_ticks(walk: &UseWalk) {
    let holding = matches!(walk.now.walk.phase(), Phase::Holding { .. });
    let walk = walk.clone();
    use_effect_with((holding, walk.now.moment, walk.now.beat), move |&(holding, ..)| {
        let due = holding.then(|| {
            let left = walk.now.walk.remaining_here((walk.clock)());
            let wait = match left % 1_000 {
                0 => 1_000.min(left),
                part => part,
            };
            let clock = walk.platform.clock.clone();
            clock.after(wait.max(1) as u32, Box::new(move || walk.send(Event::Tick)))
        });
        move || drop(due)
    });
}

/// Keys, and coming back after the page was hidden or frozen.
#[hook]
fn use_signals(latest: &Rc<RefCell<UseWalk>>) {
    let latest = latest.clone();
    use_effect_with((), move |()| {
        let (of_keys, of_return, of_leave) = (latest.clone(), latest.clone(), latest);
        let listening = (
            signal::on_key(move |key| press(&of_keys.borrow(), &key)),
            signal::on_return(move || {
                let walk = of_return.borrow();
                walk.send(Event::Tick);
            }),
            signal::on_leave({
                let latest = of_leave.clone();
                move || {
                    keep(&latest.borrow());
                }
            }),
        );
        move || {
            keep(&of_leave.borrow());
            drop(listening);
        }
    });
}

/// What a key means to a walk that has begun.
fn press(walk: &UseWalk, key: &signal::Key) -> bool {
    let event = match (walk.now.walk.phase(), key.name.as_str(), key.on) {
        (Phase::Ready | Phase::Ended { .. }, ..) => return false,
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

/// Keeps the place at each change and every quarter of a minute, and forgets it at the end.
#[hook]
fn use_keeping(walk: &UseWalk) {
    let walk = walk.clone();
    let quarter = walk.now.walk.elapsed(walk.now.moment) / KEEP_EVERY;
    use_effect_with((walk.now.walk.phase(), walk.now.beat, quarter), move |_| {
        if !keep(&walk) && !walk.now.refused {
            (walk.act)(Deed::Refused);
        }
    });
}

/// Keeps the place of a running walk. `false` if the device refused.
fn keep(walk: &UseWalk) -> bool {
    let (now, platform) = (&walk.now, &walk.platform);
    let elapsed = now.walk.elapsed((walk.clock)());
    let over = elapsed >= now.walk.total();
    match now.walk.phase() {
        Phase::Ready => true,
        Phase::Ended { .. } if over => {
            platform.storage.erase(KEY);
            true
        }
        _ => {
            let place = Place { choice: now.choice.clone(), elapsed, kept: platform.clock.wall() };
            platform.storage.save(KEY, &place.to_line())
        }
    }
}
