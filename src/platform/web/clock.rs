//! Time by `performance.now()`, `Date.now()` and `setTimeout`.

use crate::platform::clock::Clock;
use gloo::timers::callback::Timeout;
use std::any::Any;

/// The browser's clocks.
pub struct WebClock;

impl Clock for WebClock {
    fn monotonic(&self) -> u64 {
        let performance = web_sys::window().and_then(|window| window.performance());
        performance.map_or_else(|| self.wall(), |performance| performance.now() as u64)
    }

    fn wall(&self) -> u64 {
        js_sys::Date::now() as u64
    }

    fn after(&self, milliseconds: u32, call: Box<dyn FnOnce()>) -> Box<dyn Any> {
        Box::new(Timeout::new(milliseconds, call))
    }
}
