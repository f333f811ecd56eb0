//! A session: the walk, its sound, and every device that follows it. It knows nothing of how it is shown, so it runs
//! with the browser's devices and with those of tests.
//!
//! Actions come in one at a time, each is one step of the state, and its effects are performed once, in order, before
//! the next action. All of this happens within the call, so that a tap is still a tap when the sound begins.

mod follow;
mod perform;
mod place;
#[cfg(test)]
mod tests;

use super::pacer::Pacer;
use super::player::{Player, Score};
use super::state::update::Action;
use super::state::{LEAST_WAIT, State};
use crate::content::Words;
use crate::core::Ms;
use crate::core::walk::Event;
use crate::platform::audio::AudioEvent;
use crate::platform::devices::Devices;
use crate::platform::events::Listening;
use follow::Following;
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

/// A call that comes later, unless it is called off.
type Timer = RefCell<Option<Box<dyn Any>>>;

/// Somebody who hears of something.
type Hear = RefCell<Option<Rc<dyn Fn()>>>;

/// A session.
pub struct Session {
    words: Words,
    devices: Devices,
    player: Rc<Player>,
    pacer: Rc<Pacer>,
    state: RefCell<Rc<State>>,
    queue: RefCell<Vec<Action>>,
    /// An action is being carried out: what comes meanwhile waits.
    busy: Cell<bool>,
    /// Shows the state.
    on_change: Hear,
    /// Shows the time.
    on_second: Hear,
    /// The next change of something else than the time.
    due: Timer,
    /// The next second.
    second: Timer,
    /// The recordings are about to be asked for.
    fetching: Timer,
    /// Hears that another tab plays.
    claimed: RefCell<Option<Listening>>,
    following: RefCell<Following>,
}

impl Session {
    /// A session that has not begun.
    pub fn new(devices: Devices, base: &str, words: &Words) -> Self {
        let player = Player::new(devices.clone(), base, words);
        Self {
            words: words.clone(),
            player: Rc::new(player),
            pacer: Rc::new(Pacer::new(devices.platform.clone())),
            devices,
            state: RefCell::new(Rc::new(State::new(words))),
            queue: RefCell::default(),
            busy: Cell::default(),
            on_change: RefCell::default(),
            on_second: RefCell::default(),
            due: RefCell::default(),
            second: RefCell::default(),
            fetching: RefCell::default(),
            claimed: RefCell::default(),
            following: RefCell::default(),
        }
    }

    /// Begins to listen, and looks for what was kept. `on_change` is called after each action.
    pub fn begin(self: &Rc<Self>, asked: Option<String>, on_change: impl Fn() + 'static) {
        self.on_change.replace(Some(Rc::new(on_change)));
        let session = Rc::downgrade(self);
        self.player.on_event(move |event| dispatch(&session, Action::Sound(event)));
        self.arrive(asked);
    }

    /// Calls each second while the walk goes on and is not in the dark.
    pub fn on_second(&self, call: impl Fn() + 'static) {
        self.on_second.replace(Some(Rc::new(call)));
    }

    /// What is shown.
    pub fn state(&self) -> Rc<State> {
        self.state.borrow().clone()
    }

    /// The moment it is now; never before the one that is shown.
    pub fn moment(&self) -> Ms {
        self.player.now().max(self.state.borrow().moment)
    }

    /// Takes an action, and performs what comes of it. What starts the sound has to come in the tap itself.
    pub fn dispatch(self: &Rc<Self>, action: Action) {
        self.queue.borrow_mut().push(action);
        if self.busy.replace(true) {
            return;
        }
        while !self.queue.borrow().is_empty() {
            let action = self.queue.borrow_mut().remove(0);
            let moment = self.moment();
            let effects = Rc::make_mut(&mut self.state.borrow_mut()).update(action, moment);
            for effect in effects {
                self.perform(effect, moment);
            }
            self.follow();
        }
        self.busy.set(false);
        if let Some(call) = self.on_change.borrow().clone() {
            call();
        }
    }

    /// Time has passed.
    pub fn tick(self: &Rc<Self>) {
        self.look();
        self.dispatch(Action::Walk(Event::Tick));
    }

    /// Looks after the sound.
    fn look(self: &Rc<Self>) {
        let state = self.state();
        self.player.refresh(&self.score(), &state.walk);
        if state.is_holding() && self.player.is_stuck() {
            self.dispatch(Action::Sound(match self.player.has_played() {
                true => AudioEvent::Interrupted,
                false => AudioEvent::Refused,
            }));
        }
    }

    /// The page is shown again after it was hidden or frozen.
    pub fn come_back(self: &Rc<Self>) {
        self.tick();
        if self.state().is_holding() {
            self.devices.wake_lock.keep_awake(true);
        }
    }

    /// The page is gone: what is heard stops, and the place is kept.
    pub fn leave(&self) {
        self.keep();
        self.on_change.take();
        self.on_second.take();
        for timer in [&self.due, &self.second, &self.fetching] {
            timer.take();
        }
        self.player.leave();
        self.pacer.stop();
        self.claimed.take();
        self.let_go();
    }

    /// What is walked, and how, for the sound.
    fn score(&self) -> Score {
        let state = self.state();
        Score {
            words: self.words.clone(),
            choice: state.choice.clone(),
            preferences: state.preferences.clone(),
            timeline: state.timeline.clone(),
        }
    }

    /// Waits for the next change of something else than the time, and never wakes more often.
    fn wait_for_change(self: &Rc<Self>) {
        let state = self.state();
        let timer = state.is_holding().then(|| {
            let wait = state.due().saturating_sub(self.player.now()).max(LEAST_WAIT);
            self.later(wait, Session::tick)
        });
        self.due.replace(timer);
    }

    /// Waits for the next second, while somebody sees it. It also asks whether a change is overdue: after a sleep
    /// that is so before its timer comes.
    fn wait_for_second(self: &Rc<Self>) {
        let state = self.state();
        let timer = (state.is_holding() && !state.resting).then(|| {
            let left = state.on_face(self.moment()) % 1_000;
            self.later(if left == 0 { 1_000 } else { left }.max(LEAST_WAIT), Session::pass_second)
        });
        self.second.replace(timer);
    }

    fn pass_second(self: &Rc<Self>) {
        if self.moment() >= self.state().due() {
            return self.tick();
        }
        self.look();
        if let Some(call) = self.on_second.borrow().clone() {
            call();
        }
        self.wait_for_second();
    }

    /// Calls after so many milliseconds.
    fn later(self: &Rc<Self>, wait: Ms, call: fn(&Rc<Self>)) -> Box<dyn Any> {
        let session = Rc::downgrade(self);
        let call = move || {
            if let Some(session) = session.upgrade() {
                call(&session);
            }
        };
        self.devices.platform.clock.after(wait as u32, Box::new(call))
    }
}

/// Takes an action if the session is still there: what devices call may outlive it.
fn dispatch(session: &Weak<Session>, action: Action) {
    if let Some(session) = session.upgrade() {
        session.dispatch(action);
    }
}
