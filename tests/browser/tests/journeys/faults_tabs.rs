//! Pages that are duplicated, framed, put aside and taken up again; five of them; clocks that jump.

use browser::words::{Walk, labels};
use browser::{Key, Page, SOON, Stage, becomes, journeys, site, until};
use serde_json::json;

use crate::faults::is_read;
use crate::preparing::{self, STEPS, all_steps, kept, lines_are, lines_of, open, records_are, step, value};
use crate::walking::{position, position_is, secs, start_held, state, state_is};

journeys!(long everywhere:
    five_tabs_write_one_sheet,
    a_duplicated_tab_goes_on_by_itself,
    a_page_put_aside_has_everything,
    a_frame_of_another_site_shows_nothing,
    asleep_for_32_hours,
    the_clock_is_set_while_a_session_runs,
    midnight_passes_in_a_session,
);

fn five_tabs_write_one_sheet(stage: &Stage) {
    let host = preparing::host(stage, &[]);
    let page = stage.page();
    open(&page, &host);
    let mut tabs = Vec::new();
    for place in 0..5 {
        if place > 0 {
            tabs.push(page.new_tab());
            open(&page, &host);
        }
        step(&page, place);
        kept(&page);
    }
    records_are(&page, &STEPS[..5]);
    // The first one hears of all of it when somebody comes back to it.
    page.to_tab(&tabs[0]);
    page.eval("document.dispatchEvent(new Event('visibilitychange'))", &[]);
    becomes("the sheet of the first tab", &lines_of(&STEPS[..5]), || preparing::lines(&page));
    page.is_clean();
}

/// A copy of a tab has what was kept, and neither takes away what the other writes.
fn a_duplicated_tab_goes_on_by_itself(stage: &Stage) {
    let host = preparing::host(stage, &[]);
    let page = stage.page();
    open(&page, &host);
    step(&page, 0);
    kept(&page);
    // As browsers duplicate: the same address and the same session storage.
    let copied: String = page.get("return JSON.stringify({ ...sessionStorage })");
    let first = page.new_tab();
    open(&page, &host);
    page.eval("Object.assign(sessionStorage, JSON.parse(arguments[0]))", &[json!(copied)]);
    preparing::again(&page);
    assert_eq!(value(&page, STEPS[0].0), STEPS[0].1);
    step(&page, 2);
    kept(&page);
    page.to_tab(&first);
    step(&page, 4);
    kept(&page);
    records_are(&page, &[STEPS[0], STEPS[2], STEPS[4]]);
    page.is_clean();
}

/// Whether the browser has kept the page as it was or loads it again: what was written is there, and goes on.
fn a_page_put_aside_has_everything(stage: &Stage) {
    let host = preparing::host(stage, &[]);
    let page = stage.page();
    open(&page, &host);
    step(&page, 2);
    step(&page, 5);
    kept(&page);
    page.go(&format!("{}robots.txt", host.url()));
    page.back();
    until("the page again", SOON, || page.route() == "/prepare/" && page.app() == "ready");
    preparing::ready(&page);
    lines_are(&page, &lines_of(&[STEPS[2], STEPS[5]]));
    step(&page, 0);
    kept(&page);
    records_are(&page, &[STEPS[0], STEPS[2], STEPS[5]]);
}

/// Nobody can be led to write into a page of ours that lies in theirs.
fn a_frame_of_another_site_shows_nothing(stage: &Stage) {
    let host = stage.plain_host(site::root(), "/");
    let theirs = stage.plain_host(site::root(), "/");
    let frame = format!(
        "<!doctype html><title>Theirs</title><h1>Theirs</h1><iframe src=\"{}\" onload=\"document.title='asked'\"></iframe>",
        host.url()
    );
    theirs.extra("/frame.html", "text/html; charset=utf-8", frame);
    let page = stage.page();
    page.go(&format!("{}frame.html", theirs.url()));
    until("the frame to ask for our page", SOON, || !host.requests().is_empty());
    until("an answer to it", SOON, || page.title() == "asked");
    let asked: Vec<String> = host.requests().into_iter().map(|it| it.path).filter(|it| it != "/").collect();
    assert!(asked.is_empty(), "our page lives in a frame of theirs: {asked:?}");
    page.go(&host.url());
    page.ready();
    is_read(&page);
}

/// A session in the middle of a step, with the clock in the test's hands.
fn in_a_session(stage: &Stage) -> (browser::Host, Page, Walk) {
    let host = stage.host_with_clock();
    let page = stage.page();
    let walk = Walk::shortest();
    start_held(&page, &host, &walk);
    page.clock().advance(secs(walk.steps[1].begins + 5));
    position_is(&page, walk.steps[1].id);
    (host, page, walk)
}

const HOUR: u64 = 3_600;

/// A laptop that is opened two days later: the session is over, or stands where it was left, and every control works.
fn asleep_for_32_hours(stage: &Stage) {
    let (_host, page, walk) = in_a_session(stage);
    page.clock().freeze(secs(32 * HOUR));
    state_is(&page, "ended");
    page.is_clean();
    // Where the one clock stands still in sleep, so much is taken for somebody setting the date.
    start_held(&page, &_host, &walk);
    page.clock().wall(32 * HOUR as i64 * 1_000);
    page.clock().advance(secs(1));
    assert_eq!(state(&page), "holding");
    assert_eq!(position(&page), walk.steps[0].id);
    page.button(labels().pause()).click();
    state_is(&page, "paused");
    page.is_clean();
}

/// Half an hour forward and an hour back, as a traveller's device and the end of summer do.
fn the_clock_is_set_while_a_session_runs(stage: &Stage) {
    let (_host, page, walk) = in_a_session(stage);
    for by in [-3_600_000, 14 * 3_600_000, -20 * 3_600_000] {
        page.clock().wall(by);
        page.clock().advance(secs(1));
        assert_eq!(position(&page), walk.steps[1].id, "after {by} ms");
        state_is(&page, "holding");
    }
    page.clock().advance(secs(walk.steps[2].begins - walk.steps[1].begins - 7));
    position_is(&page, walk.steps[2].id);
    page.is_clean();
}

fn midnight_passes_in_a_session(stage: &Stage) {
    let host = stage.host_with_clock();
    let page = stage.page();
    let walk = Walk::shortest();
    start_held(&page, &host, &walk);
    let left: f64 =
        page.get("const next = new Date(Date.now()); next.setHours(24, 0, 0, 0); return next - Date.now()");
    page.clock().wall(left as i64 - 20_000);
    page.clock().advance(secs(walk.steps[1].begins + 5));
    position_is(&page, walk.steps[1].id);
    page.press_key(Key::Space);
    state_is(&page, "paused");
    page.is_clean();
    // A page that is filled in across it keeps everything.
    preparing::open(&page, &host);
    page.clock().wall(86_400_000);
    all_steps(&page);
    kept(&page);
    records_are(&page, &STEPS);
}
