//! What several journeys do on the walkthrough page.

use std::time::Duration;

use browser::{Host, Page, SOON, holds_within};

/// Seconds as a duration, for short lines.
pub const fn secs(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

/// Notes in `__next` when the position after arriving becomes the current one.
pub const WATCH_NEXT: &str = "const list = document.getElementById('positions');
    new MutationObserver(() => {
      if (list.querySelector('#feet-opening[aria-current=step]')) window.__next ??= performance.now();
    }).observe(list, { attributes: true, subtree: true });";

/// Opens the page with a query such as `?plan=3` and stops its clock.
#[track_caller]
pub fn open_held(page: &Page, host: &Host, query: &str) {
    page.open_ready(host, &format!("/walkthrough/{query}"));
    page.clock().hold();
}

/// Opens a plan with a stopped clock and starts it.
#[track_caller]
pub fn start_held(page: &Page, host: &Host, query: &str) {
    open_held(page, host, query);
    page.button("Start").click();
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
pub fn seconds_left(page: &Page) -> u32 {
    let text = page.css("[role=timer]").text();
    let clock = text.split(' ').next().unwrap_or_default();
    let (minutes, seconds) =
        clock.split_once(':').unwrap_or_else(|| panic!("the timer says {text:?}, not m:ss"));
    assert_eq!(seconds.len(), 2, "the timer says {text:?}");
    let number = |digits: &str| digits.parse::<u32>().unwrap_or_else(|_| panic!("{text:?}"));
    number(minutes) * 60 + number(seconds)
}

/// Waits until the timer shows this many seconds.
#[track_caller]
pub fn left_is(page: &Page, expected: u32) {
    let held = holds_within(SOON, || seconds_left(page) == expected);
    assert!(held, "{} s left, not {expected}", seconds_left(page));
}
