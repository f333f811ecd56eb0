//! The walkthrough: its controls, its keys, its time.

use std::time::Duration;

use browser::{Key, Stage, journeys, scripts, site};

use crate::sounding::open;
use crate::walking::{
    left_is, open_held, position, position_is, seconds_left, secs, start_held, state, state_is,
};

journeys!(everywhere: walk_runs, reload_offers_to_go_on);
journeys!(
    controls_have_their_names,
    next_and_previous_land_exactly,
    keyboard,
    space_on_a_button_counts_once,
    pause_keeps_time_still,
    the_list_leads_to_a_step,
    places_come_back_in_their_order,
    system_clock_is_not_trusted,
    sleep_counts_where_the_other_clock_stood,
    plan_in_address,
    unknown_plan,
);

const HOUR: i64 = 3_600_000;

fn controls_have_their_names(stage: &Stage) {
    let host = stage.host_with_clock();
    let page = stage.page();
    open_held(&page, &host, "");
    assert!(page.role("group", "Choose a length").is_there());
    for name in ["60 minutes", "45 minutes", "20 minutes", "10 minutes", "3 minutes"] {
        assert_eq!(page.role_begins("radio", name).count(), 1, "{name}");
    }
    assert_eq!(state(&page), "ready");
    page.button("Start").click();
    state_is(&page, "holding");
    for name in ["Pause", "Next position", "Previous position", "End"] {
        assert_eq!(page.button(name).count(), 1, "{name}");
    }
    assert_eq!(page.css("[role=timer]").count(), 1);
    assert_ne!(page.css("[role=timer]").attribute("aria-live").as_deref(), Some("polite"));
    page.button("Pause").click();
    page.button("Resume").wait();
    assert!(page.button("End").is_there());
    page.is_clean();
}

fn walk_runs(stage: &Stage) {
    let host = stage.host_with_clock();
    let page = stage.page();
    start_held(&page, &host, "?plan=3");
    let clock = page.clock();
    for (index, (id, seconds)) in browser::site::THREE_MINUTES.into_iter().enumerate() {
        position_is(&page, id);
        left_is(&page, seconds);
        assert!(page.css("#walk-news").count() <= 1, "{index}");
        clock.advance(Duration::from_millis(u64::from(seconds) * 1000 - 500));
        assert_eq!(position(&page), id);
        clock.advance(Duration::from_millis(500));
    }
    state_is(&page, "ended");
    let heading = "return [...document.querySelectorAll('h2')].some((it) => shown(it) && squeeze(it.textContent) === 'The walk has ended')";
    page.until("the closing heading", heading);
    page.button("Start again").click();
    page.until(
        "a walk to begin again",
        "return document.querySelector('[data-walk]').dataset.walk !== 'ended'",
    );
    page.is_clean();
}

fn next_and_previous_land_exactly(stage: &Stage) {
    let host = stage.host_with_clock();
    let page = stage.page();
    start_held(&page, &host, "?plan=3");
    page.clock().advance(secs(4));
    page.button("Next position").click();
    position_is(&page, "feet-opening");
    left_is(&page, 25);
    page.button("Next position").click();
    position_is(&page, "sacrum");
    left_is(&page, 30);
    page.button("Previous position").click();
    position_is(&page, "feet-opening");
    left_is(&page, 25);
    page.clock().advance(secs(25));
    position_is(&page, "sacrum");
    page.button("End").click();
    state_is(&page, "ended");
    page.button("Start again").wait();
    page.is_clean();
}

fn keyboard(stage: &Stage) {
    let host = stage.host_with_clock();
    let page = stage.page();
    start_held(&page, &host, "?plan=3");
    page.eval("document.activeElement.blur()", &[]);
    page.press(" ");
    state_is(&page, "paused");
    page.press(" ");
    state_is(&page, "holding");
    page.press_key(Key::Right);
    position_is(&page, "feet-opening");
    page.press_key(Key::Right);
    position_is(&page, "sacrum");
    page.press_key(Key::Left);
    position_is(&page, "feet-opening");
    page.press_key(Key::Escape);
    state_is(&page, "ended");
    page.is_clean();
}

fn space_on_a_button_counts_once(stage: &Stage) {
    let host = stage.host_with_clock();
    let page = stage.page();
    start_held(&page, &host, "?plan=3");
    page.button("Pause").wait();
    page.eval("find({ role: 'button', name: 'Pause' })[0].focus()", &[]);
    page.press(" ");
    state_is(&page, "paused");
    page.eval("find({ role: 'button', name: 'Next position' })[0].focus()", &[]);
    page.press(" ");
    position_is(&page, "feet-opening");
    assert_eq!(state(&page), "paused", "the space bar did two things");
    page.is_clean();
}

fn pause_keeps_time_still(stage: &Stage) {
    let host = stage.host_with_clock();
    let page = stage.page();
    start_held(&page, &host, "?plan=3");
    let clock = page.clock();
    clock.advance(secs(15));
    position_is(&page, "feet-opening");
    left_is(&page, 20);
    page.button("Pause").click();
    state_is(&page, "paused");
    clock.advance(secs(600));
    assert_eq!((position(&page).as_str(), seconds_left(&page)), ("feet-opening", 20));
    page.button("Resume").click();
    state_is(&page, "holding");
    clock.advance(Duration::from_millis(19_500));
    assert_eq!(position(&page), "feet-opening");
    clock.advance(Duration::from_millis(750));
    position_is(&page, "sacrum");
    page.is_clean();
}

/// Each step of the list has a button that leads to it; the list marks where the walk is.
fn the_list_leads_to_a_step(stage: &Stage) {
    let host = stage.host_with_clock();
    let page = stage.page();
    let go = "Go to this place";
    open_held(&page, &host, "?plan=3");
    assert_eq!(page.role_begins("button", go).count(), 0, "nothing is walked yet");
    page.button("Start").click();
    state_is(&page, "holding");
    page.clock().advance(secs(4));
    position_is(&page, "arrive");
    page.button(&format!("{go} : Base of the skull")).click();
    position_is(&page, "skull-base");
    left_is(&page, 30);
    assert_eq!(page.css(".held__title").text(), "Base of the skull");
    page.clock().advance(secs(30));
    position_is(&page, "head-cradle");
    // Back, and a walk that stands goes on standing.
    page.button("Pause").click();
    state_is(&page, "paused");
    page.button(&format!("{go} : A hand under the sacrum")).click();
    position_is(&page, "sacrum");
    left_is(&page, 30);
    assert_eq!(state(&page), "paused");
    page.is_clean();
}

/// A place that was used instead of another, and is not any more, waits where it waited before.
fn places_come_back_in_their_order(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    page.open_ready(&host, "/walkthrough/?plan=60");
    let [walk, others] = ["#positions > li", "#alternates > li"];
    let ids = |list: &str| page.css(list).attributes("id");
    let before = [walk, others].map(ids);
    assert_eq!(before[1], ["shoulders", "hip-side", "side-ribs", "jaw"]);
    open(&page, "Fewer places, or other ones");
    let swap = page.role_begins("checkbox", "Both shoulders");
    swap.choose();
    page.css("#positions > #shoulders").wait();
    assert_eq!(ids(others), before[1][1..]);
    swap.choose();
    page.css("#positions > #upper-chest").wait();
    assert_eq!([walk, others].map(ids), before);
    page.is_clean();
}

fn system_clock_is_not_trusted(stage: &Stage) {
    let host = stage.host_with_clock();
    let page = stage.page();
    start_held(&page, &host, "?plan=3");
    let clock = page.clock();
    clock.advance(secs(15));
    // Set back by two hours, and set ahead by more than anybody sleeps.
    for (shift, left) in [(-2 * HOUR, 19), (26 * HOUR, 18)] {
        clock.wall(shift);
        clock.advance(secs(1));
        left_is(&page, left);
        assert_eq!(position(&page), "feet-opening");
    }
    clock.advance(secs(18));
    position_is(&page, "sacrum");
    assert_eq!(state(&page), "holding");
    page.is_clean();
}

/// Of a walk without sound: where there is sound, the walk is where the sound is.
fn sleep_counts_where_the_other_clock_stood(stage: &Stage) {
    let host = stage.plain_host(site::root(), "/");
    stage.watch(&host, &[scripts::CLOCK, scripts::NO_SOUND]);
    let page = stage.page();
    start_held(&page, &host, "?plan=3");
    let clock = page.clock();
    clock.advance(secs(15));
    // On many systems only the wall clock runs while the machine sleeps.
    clock.wall(60_000);
    clock.advance(secs(1));
    position_is(&page, "diaphragm");
    left_is(&page, 19);
    page.is_clean();
}

fn reload_offers_to_go_on(stage: &Stage) {
    let host = stage.host_with_clock();
    let page = stage.page();
    start_held(&page, &host, "?plan=3");
    page.clock().advance(secs(45));
    position_is(&page, "sacrum");
    page.reload();
    page.ready();
    page.clock().hold();
    page.button("Go on from there").click();
    state_is(&page, "holding");
    position_is(&page, "sacrum");
    let left = seconds_left(&page);
    assert!((18..=22).contains(&left), "{left} s left instead of 20");
    page.clock().advance(secs(u64::from(left)));
    position_is(&page, "diaphragm");
    page.is_clean();
}

fn plan_in_address(stage: &Stage) {
    let host = stage.host_with_clock();
    let page = stage.page();
    for plan in ["60", "45", "20", "10", "3"] {
        open_held(&page, &host, &format!("?plan={plan}"));
        let radio = page.role_begins("radio", &format!("{plan} minutes"));
        radio.wait_for("to be chosen", |it| it.property("checked") == true);
    }
    page.role_begins("radio", "20 minutes").choose();
    let radio = page.role_begins("radio", "20 minutes");
    radio.wait_for("to be chosen", |it| it.property("checked") == true);
    page.is_clean();
}

fn unknown_plan(stage: &Stage) {
    let host = stage.host_with_clock();
    let page = stage.page();
    open_held(&page, &host, "?plan=7");
    let notices = page.css("main [role=status], main [role=alert], main [role=note], main .notice");
    notices.wait_for("to name the unknown plan", |it| it.texts().iter().any(|it| it.contains('7')));
    assert!(page.role("group", "Choose a length").is_there());
    page.role_begins("radio", "3 minutes").choose();
    page.button("Start").click();
    state_is(&page, "holding");
    left_is(&page, 10);
    page.is_clean();
}
