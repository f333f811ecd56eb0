//! A breathing pacer for those who like one. Off until it is asked for, and apart from the walk,
//! so that nobody takes its pace for a rhythm of the hands. Its picture stands in the page as
//! HTML (`form`); here it is only set going.

use crate::core::Ms;
use crate::core::pacer::{USUAL, breath, own};
use crate::platform::{Platform, page as view};
use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

/// The element that shows what it does, by `data-half`: "in", "out" or nothing.
const PLACE: &str = "pacer";

/// The element that grows and shrinks.
const CIRCLE: &str = "pacer-circle";

/// The pacer. Dropping it stops it.
pub struct Pacer {
    platform: Platform,
    /// The next half breath, while it is going.
    next: RefCell<Option<Box<dyn Any>>>,
    /// When somebody tapped, in milliseconds.
    taps: RefCell<Vec<Ms>>,
}

impl Pacer {
    /// A pacer that stands still.
    pub fn new(platform: Platform) -> Self {
        Self { platform, next: RefCell::default(), taps: RefCell::default() }
    }

    /// Somebody taps with a breath in.
    pub fn tap(&self) {
        self.taps.borrow_mut().push(self.platform.clock.monotonic());
    }

    /// Begins, slower and slower if that is wished; or stops.
    pub fn toggle(self: &Rc<Self>, slower: bool) {
        if self.next.take().is_some() {
            return self.stop();
        }
        let pace = own(&self.taps.take()).unwrap_or(USUAL);
        self.half(pace, slower, 0, true);
    }

    /// Stops.
    pub fn stop(&self) {
        self.next.take();
        view::mark(PLACE, "data-half", "");
    }

    fn half(self: &Rc<Self>, pace: Ms, slower: bool, begun: Ms, inwards: bool) {
        let half = breath(begun, pace, slower) / 2;
        view::mark_style(CIRCLE, "animation-duration", &[&half.to_string(), "ms"].concat());
        view::mark(PLACE, "data-half", if inwards { "in" } else { "out" });
        let pacer = self.clone();
        let next = move || pacer.half(pace, slower, begun + half, !inwards);
        self.next.replace(Some(self.platform.clock.after(half as u32, Box::new(next))));
    }
}
