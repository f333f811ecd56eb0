//! Waiting for a condition, with a bound. Nothing here waits for mere time.

use std::fmt::Debug;
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

/// Waits until what is read is what is wanted.
///
/// # Panics
/// After [`SOON`], with what was read last.
#[track_caller]
pub fn becomes<T, W>(what: &str, wanted: &W, mut read: impl FnMut() -> T)
where
    T: PartialEq<W> + Debug,
    W: Debug + ?Sized,
{
    let mut last = None;
    let same = holds_within(SOON, || *last.insert(read()) == *wanted);
    assert!(same, "{what}: {last:?} instead of {wanted:?}");
}
