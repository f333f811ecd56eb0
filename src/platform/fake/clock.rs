//! A clock in the test's hands.

use crate::platform::clock::Clock;
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// What will be called, unless it is called off.
type Call = Rc<RefCell<Option<Box<dyn FnOnce()>>>>;

/// A clock that stands still until it is moved.
#[derive(Default)]
pub struct FakeClock {
    monotonic: Cell<u64>,
    wall: Cell<u64>,
    calls: RefCell<Vec<(u64, Call)>>,
}

struct Off(Call);

impl Drop for Off {
    fn drop(&mut self) {
        self.0.take();
    }
}

impl Clock for FakeClock {
    fn monotonic(&self) -> u64 {
        self.monotonic.get()
    }

    fn wall(&self) -> u64 {
        self.wall.get()
    }

    fn after(&self, milliseconds: u32, call: Box<dyn FnOnce()>) -> Box<dyn Any> {
        let call: Call = Rc::new(RefCell::new(Some(call)));
        self.calls.borrow_mut().push((self.monotonic.get() + u64::from(milliseconds), call.clone()));
        Box::new(Off(call))
    }
}

impl FakeClock {
    /// Time passes, and what is due is called in its order.
    pub fn advance(&self, milliseconds: u64) {
        let end = self.monotonic.get() + milliseconds;
        loop {
            self.calls.borrow_mut().retain(|(_, call)| call.borrow().is_some());
            let next = self.calls.borrow().iter().map(|(due, _)| *due).min().filter(|due| *due <= end);
            let Some(due) = next else { break };
            self.pass(due.saturating_sub(self.monotonic.get()));
            let place = self.calls.borrow().iter().position(|(other, _)| *other == due);
            let (_, call) = self.calls.borrow_mut().remove(place.expect("it is due"));
            let call = call.take();
            if let Some(call) = call {
                call();
            }
        }
        self.pass(end - self.monotonic.get());
    }

    /// Time passes, and nothing is called: the page is frozen.
    pub fn pass(&self, milliseconds: u64) {
        self.monotonic.set(self.monotonic.get() + milliseconds);
        self.wall.set(self.wall.get() + milliseconds);
    }

    /// Somebody sets the wall clock, or the machine slept.
    pub fn set_wall(&self, by: i64) {
        self.wall.set(self.wall.get().saturating_add_signed(by));
    }
}
