//! What several journeys do on the walkthrough page.

use std::time::Duration;

use browser::words::{Walk, labels};
use browser::{Host, Page, SOON, holds_within};

/// Seconds as a duration, for short lines.
pub const fn secs(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

/// Moves the held clock so many seconds on, and a little past them. A moment is a whole number of milliseconds, and
/// may be rounded wherever the sound begins anew: what is due just then is not yet due a millisecond before.
#[track_caller]
pub fn pass(page: &Page, seconds: u64) {
    page.clock().advance(secs(seconds) + Duration::from_millis(50));
}

/// Notes in `__next` when the second step of the shortest walk becomes the current one.
pub fn watch_next(page: &Page) {
    let script = "const list = document.getElementById('positions');
        new MutationObserver(() => {
          const here = list.querySelector('[aria-current=step]');
          if (here?.id === arguments[0]) window.__next ??= performance.now();
        }).observe(list, { attributes: true, subtree: true });";
    page.eval(script, &[Walk::shortest().steps[1].id.into()]);
}

/// The page with a walk chosen.
pub fn route(walk: &Walk) -> String {
    format!("/walkthrough/{}", walk.query())
}

/// Opens the page with a query such as `?plan=20` and stops its clock.
#[track_caller]
pub fn open_held(page: &Page, host: &Host, query: &str) {
    page.open_ready(host, &format!("/walkthrough/{query}"));
    page.clock().hold();
}

/// Opens a walk with a stopped clock and starts it.
#[track_caller]
pub fn start_held(page: &Page, host: &Host, walk: &Walk) {
    open_held(page, host, &walk.query());
    page.button(labels().start()).click();
    state_is(page, "holding");
}

/// `ready`, `holding`, `paused` or `ended`.
pub fn state(page: &Page) -> String {
    page.any("[data-walk]").attribute("data-walk").unwrap_or_default()
}

/// Waits until the walk's state is this.
#[track_caller]
pub fn state_is(page: &Page, expected: &str) {
    let held = holds_within(SOON, || state(page) == expected);
    assert!(held, "the walk is {:?}, not {expected:?}", state(page));
}

/// Id of the current position, empty when there is none.
pub fn position(page: &Page) -> String {
    let found = page.any("#positions > li[aria-current=step]").attributes("id");
    assert!(found.len() <= 1, "several current positions: {found:?}");
    found.into_iter().next().unwrap_or_default()
}

/// Waits until the current position is this.
#[track_caller]
pub fn position_is(page: &Page, expected: &str) {
    let held = holds_within(SOON, || position(page) == expected);
    assert!(held, "the position is {:?}, not {expected:?}", position(page));
}

/// Seconds left in this position, as the timer shows them.
#[track_caller]
pub fn seconds_left(page: &Page) -> u64 {
    let text = page.css("[role=timer]").text();
    let clock = text.split(' ').next().unwrap_or_default();
    let (minutes, seconds) =
        clock.split_once(':').unwrap_or_else(|| panic!("the timer says {text:?}, not m:ss"));
    assert_eq!(seconds.len(), 2, "the timer says {text:?}");
    let number = |digits: &str| digits.parse::<u64>().unwrap_or_else(|_| panic!("{text:?}"));
    number(minutes) * 60 + number(seconds)
}

/// Waits until the timer shows this many seconds.
#[track_caller]
pub fn left_is(page: &Page, expected: u64) {
    let held = holds_within(SOON, || seconds_left(page) == expected);
    assert!(held, "{} s left, not {expected}", seconds_left(page));
}
