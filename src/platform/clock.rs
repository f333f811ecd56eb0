//! Telling the time, and being woken.

use std::any::Any;

/// A clock. Times are in whole milliseconds.
pub trait Clock {
    /// Time since some start; never jumps, but may stand still while the device sleeps.
    fn monotonic(&self) -> u64;
    /// Time since 1970 as the device believes it; may be set by anybody.
    fn wall(&self) -> u64;
    /// Calls back once after at least this long. Dropping what is returned calls it off.
    #[must_use = "the call is off when this is dropped"]
    fn after(&self, milliseconds: u32, call: Box<dyn FnOnce()>) -> Box<dyn Any>;
}

/// A clock that stands still and never wakes anybody.
pub struct QuietClock;

impl Clock for QuietClock {
    fn monotonic(&self) -> u64 {
        0
    }

    fn wall(&self) -> u64 {
        0
    }

    fn after(&self, _: u32, _: Box<dyn FnOnce()>) -> Box<dyn Any> {
        Box::new(())
    }
}
