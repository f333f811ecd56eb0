//! Waiting for a condition, with a bound. Nothing here waits for mere time.

use std::thread;
use std::time::{Duration, Instant};

/// The bound for what should happen at once, on a busy machine.
pub const SOON: Duration = Duration::from_secs(10);

const STEP: Duration = Duration::from_millis(20);

/// Polls `condition` until it is true.
///
/// # Panics
/// After `bound`, naming `what` was waited for.
#[track_caller]
pub fn until(what: &str, bound: Duration, condition: impl FnMut() -> bool) {
    assert!(holds_within(bound, condition), "waited {bound:?} in vain: {what}");
}

/// Polls `condition` for at most `bound`; whether it became true.
pub fn holds_within(bound: Duration, mut condition: impl FnMut() -> bool) -> bool {
    let begun = Instant::now();
    loop {
        if condition() {
            return true;
        }
        if begun.elapsed() > bound {
            return false;
        }
        thread::sleep(STEP);
    }
}
