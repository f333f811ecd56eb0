//! How an island outlives its page: a running session goes on while somebody reads elsewhere.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// What an island and the visit say to each other. All clones are the same.
#[derive(Clone, Default)]
pub struct KeepAlive(Rc<Inner>);

/// Hears `true` when the island's page is left, `false` when it is shown again.
type OnMove = Rc<dyn Fn(bool)>;

#[derive(Default)]
struct Inner {
    wanted: Cell<bool>,
    away: Cell<bool>,
    on_move: RefCell<Vec<OnMove>>,
}

impl PartialEq for KeepAlive {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl KeepAlive {
    /// The island says whether it wants to live on when its page is left.
    pub fn want(&self, wanted: bool) {
        self.0.wanted.set(wanted);
    }

    /// Whether it wants to.
    pub fn is_wanted(&self) -> bool {
        self.0.wanted.get()
    }

    /// Whether another page is shown.
    pub fn is_away(&self) -> bool {
        self.0.away.get()
    }

    /// Calls with `true` when the island's page is left, and with `false` when it is shown again.
    pub fn on_move(&self, call: impl Fn(bool) + 'static) {
        self.0.on_move.borrow_mut().push(Rc::new(call));
    }

    /// The visit says which it is now.
    pub fn tell(&self, away: bool) {
        if self.0.away.replace(away) != away {
            let calls = self.0.on_move.borrow().clone();
            for call in calls {
                call(away);
            }
        }
    }
}
