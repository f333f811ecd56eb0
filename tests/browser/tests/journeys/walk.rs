//! The walkthrough: its controls, its keys, its time.

use std::time::Duration;

use browser::words::{Walk, fill, labels, legends, words};
use browser::{Key, Stage, becomes, journeys, scripts, site};

use stillpoint::core::position::Kind;

use crate::sounding::open;
use crate::walking::{
    left_is, open_held, pass, position, position_is, route, seconds_left, secs, start_held, state, state_is,
};

journeys!(everywhere: walk_runs, reload_offers_to_go_on);
journeys!(
    keyboard,
    space_on_a_button_counts_once,
    the_list_leads_to_a_step,
    places_come_back_in_their_order,
    sleep_counts_where_the_other_clock_stood,
);

fn walk_runs(stage: &Stage) {
    let host = stage.host_with_clock();
    let page = stage.page();
    let walk = Walk::shortest();
    start_held(&page, &host, &walk);
    let clock = page.clock();
    for (place, step) in walk.steps.iter().enumerate() {
        position_is(&page, step.id);
        left_is(&page, step.seconds);
        // Where the walk is, is told once: in one line, which says no more than that.
        becomes("the news", &[walk.news(place)], || page.any("#walk-news").texts());
        clock.advance(Duration::from_millis(step.seconds * 1000 - 500));
        assert_eq!(position(&page), step.id);
        clock.advance(Duration::from_millis(500));
    }
    state_is(&page, "ended");
    page.role("heading", labels().ended()).wait();
    page.button(labels().again()).click();
    page.until(
        "a walk to begin again",
        "return document.querySelector('[data-walk]').dataset.walk !== 'ended'",
    );
    page.is_clean();
}

fn keyboard(stage: &Stage) {
    let host = stage.host_with_clock();
    let page = stage.page();
    let walk = Walk::shortest();
    start_held(&page, &host, &walk);
    page.eval("document.activeElement.blur()", &[]);
    page.press(" ");
    state_is(&page, "paused");
    page.press(" ");
    state_is(&page, "holding");
    for (key, place) in [(Key::Right, 1), (Key::Right, 2), (Key::Left, 1)] {
        page.press_key(key);
        position_is(&page, walk.steps[place].id);
    }
    page.press_key(Key::Escape);
    state_is(&page, "ended");
    page.is_clean();
}

fn space_on_a_button_counts_once(stage: &Stage) {
    let host = stage.host_with_clock();
    let page = stage.page();
    let walk = Walk::shortest();
    start_held(&page, &host, &walk);
    page.button(labels().pause()).wait();
    let focus = |name: &str| {
        page.eval("find({ role: 'button', name: arguments[0] })[0].focus()", &[name.into()]);
    };
    focus(&labels().pause());
    page.press(" ");
    state_is(&page, "paused");
    focus(&labels().next_position());
    page.press(" ");
    position_is(&page, walk.steps[1].id);
    assert_eq!(state(&page), "paused", "the space bar did two things");
    page.is_clean();
}

/// Each step of the list has a button that leads to it; the list marks where the walk is.
fn the_list_leads_to_a_step(stage: &Stage) {
    let host = stage.host_with_clock();
    let page = stage.page();
    let walk = Walk::shortest();
    let go = &*legends().walk_go;
    open_held(&page, &host, &walk.query());
    assert_eq!(page.role_begins("button", go).count(), 0, "nothing is walked yet");
    page.button(labels().start()).click();
    state_is(&page, "holding");
    page.clock().advance(secs(4));
    position_is(&page, walk.steps[0].id);
    assert_eq!(page.role_begins("button", go).count(), 0, "the list steps aside while the walk goes on");
    page.button(labels().pause()).click();
    state_is(&page, "paused");
    // The one before the last but one: the walk goes on after it.
    let later = walk.steps.len() - 3;
    let step = walk.steps[later];
    page.button(format!("{go} : {}", step.title)).click();
    position_is(&page, step.id);
    left_is(&page, step.seconds);
    page.button(labels().resume()).click();
    state_is(&page, "holding");
    assert_eq!(page.css(".held__title").text(), step.title);
    pass(&page, step.seconds);
    position_is(&page, walk.steps[later + 1].id);
    // Back, and a walk that stands goes on standing.
    page.button(labels().pause()).click();
    state_is(&page, "paused");
    let step = walk.steps[1];
    page.button(format!("{go} : {}", step.title)).click();
    position_is(&page, step.id);
    left_is(&page, step.seconds);
    assert_eq!(state(&page), "paused");
    page.is_clean();
}

/// A place that was used instead of another, and is not any more, waits where it waited before.
fn places_come_back_in_their_order(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    page.open_ready(&host, &route(&Walk::longest()));
    let [walk, others] = ["#positions > li", "#alternates > li"];
    let ids = |list: &str| page.css(list).attributes("id");
    let before = [walk, others].map(ids);
    // The first place that can be used instead of another, and that other one.
    let steps = &words().steps;
    let alternates = steps.iter().filter_map(|step| match step.kind {
        Kind::Alternate(usual) => Some((&*step.id, usize::from(usual))),
        _ => None,
    });
    let alternates: Vec<(&str, usize)> = alternates.collect();
    assert_eq!(before[1], alternates.iter().map(|it| it.0).collect::<Vec<_>>());
    let (instead, usual) = alternates[0];
    open(&page, &labels().options());
    let title = &steps.iter().find(|it| &*it.id == instead).expect("a step").title;
    let name = fill(&labels().swap(), &[("instead", title), ("usual", &steps[usual].title)]);
    let swap = page.role_begins("checkbox", name);
    swap.choose();
    page.css(&format!("#positions > #{instead}")).wait();
    assert_eq!(ids(others), before[1][1..]);
    swap.choose();
    page.css(&format!("#positions > #{}", steps[usual].id)).wait();
    assert_eq!([walk, others].map(ids), before);
    page.is_clean();
}

/// Of a walk without sound: where there is sound, the walk is where the sound is.
fn sleep_counts_where_the_other_clock_stood(stage: &Stage) {
    let host = stage.plain_host(site::root(), "/");
    stage.watch(&host, &[scripts::CLOCK, scripts::NO_SOUND]);
    let page = stage.page();
    let walk = Walk::shortest();
    start_held(&page, &host, &walk);
    let clock = page.clock();
    let second = walk.steps[1];
    clock.advance(secs(second.begins + 5));
    // On many systems only the wall clock runs while the machine sleeps.
    clock.wall(60_000);
    pass(&page, 1);
    let now = second.begins + 66;
    let step = walk.at(now);
    position_is(&page, step.id);
    left_is(&page, step.begins + step.seconds - now);
    page.is_clean();
}

fn reload_offers_to_go_on(stage: &Stage) {
    let host = stage.host_with_clock();
    let page = stage.page();
    let walk = Walk::shortest();
    start_held(&page, &host, &walk);
    let (third, fourth) = (walk.steps[2], walk.steps[3]);
    page.clock().advance(secs(third.begins + 10));
    position_is(&page, third.id);
    page.reload();
    page.ready();
    page.clock().hold();
    page.button(labels().go_on()).click();
    state_is(&page, "holding");
    position_is(&page, third.id);
    let (left, wanted) = (seconds_left(&page), third.seconds - 10);
    assert!((wanted - 2..=wanted + 2).contains(&left), "{left} s left instead of {wanted}");
    pass(&page, left);
    position_is(&page, fourth.id);
    page.is_clean();
}
