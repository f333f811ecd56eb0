//! Where the walk meets the devices: events in, cues performed, time read, place kept.

use super::state::{Deed, Now, State};
use crate::content::Words;
use crate::core::Ms;
use crate::core::clock::Steady;
use crate::core::place::{KEEP_EVERY, KEY, Place};
use crate::core::plan::Choice;
use crate::core::walk::{Event, Phase};
use crate::platform::{Platform, page as view, signal};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

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
    let state = use_reducer(|| State::new(words));
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
