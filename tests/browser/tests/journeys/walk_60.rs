//! The whole hour under the test's clock, with a pause and a closed lid.

use std::time::Duration;

use browser::words::{Walk, labels};
use browser::{Page, Stage, journeys, scripts};

use crate::walking::{position, position_is, secs, start_held, state_is};

journeys!(everywhere: every_change_is_on_time);

/// How far a change may be from its time, in milliseconds.
const BOUND: f64 = 250.0;
const STEP: Duration = Duration::from_millis(200);
const PAUSE: u64 = 300;
const FREEZE: u64 = 600;

/// A change of position: when (ms of the page) and to what.
type Change = (f64, String);

fn changes(page: &Page) -> Vec<Change> {
    page.get("return __walk.positions")
}

fn news(page: &Page) -> Vec<Change> {
    page.get("return __walk.news")
}

fn every_change_is_on_time(stage: &Stage) {
    let host = stage.host();
    stage.watch(&host, &[scripts::CLOCK, scripts::WALK_LOG]);
    let page = stage.page();
    let walk = Walk::longest();
    start_held(&page, &host, &walk);
    let clock = page.clock();
    let start = clock.now();
    assert_eq!(changes(&page).last().map(|it| it.1.as_str()), Some(walk.steps[0].id));

    // Seconds that the walk stood still, and where it is planned to change.
    let mut stood = 0;
    let mut planned = 0;
    let mut worst: f64 = 0.0;
    let mut frozen_until = None;
    let mut announced = news(&page).len();
    assert!(announced <= 1, "the start was announced {announced} times");

    // A pause in the fourth step, and a closed lid after the sixth: fewer would show neither.
    assert!(walk.steps.len() > 8, "the longest walk has {} steps", walk.steps.len());
    for (index, pair) in walk.steps.windows(2).enumerate() {
        let [here, next] = pair else { unreachable!() };
        let (from, to) = (here.id, next.id);
        planned += here.seconds;
        let due = start + ((planned + stood) * 1000) as f64;
        if frozen_until.is_some_and(|end| due <= end) {
            // Slept through: the walk stood in a later position on waking.
            continue;
        }
        if let Some(end) = frozen_until.take() {
            // The one change on waking, to where the walk is by then.
            let (at, id) = changes(&page).last().cloned().expect("a change");
            assert_eq!(id, from, "after the freeze");
            assert!((at - end).abs() <= BOUND, "woke {} ms late", at - end);
            assert_eq!(news(&page).len(), announced + 1, "one announcement after the freeze");
            announced += 1;
        }
        if index == 3 {
            // In the middle of a step, a pause of five minutes.
            clock.advance(secs(60));
            page.button(labels().pause()).click();
            state_is(&page, "paused");
            clock.advance(secs(PAUSE));
            assert_eq!(position(&page), from);
            page.button(labels().resume()).click();
            state_is(&page, "holding");
            stood += PAUSE;
            // A pause may be told of as well; what counts is the positions.
            let now = news(&page).len();
            assert!(now <= announced + 2, "{:?}", news(&page));
            announced = now;
        }
        let due = start + ((planned + stood) * 1000) as f64;
        let near = due - clock.now() - 2000.0;
        clock.advance(Duration::from_secs_f64(near.max(0.0) / 1000.0));
        assert_eq!(position(&page), from, "left {from} early");
        for _ in 0..20 {
            clock.advance(STEP);
        }
        position_is(&page, to);
        let (at, id) = changes(&page).last().cloned().expect("a change");
        assert_eq!(id, to);
        worst = if (at - due).abs() > worst.abs() { at - due } else { worst };
        assert_eq!(news(&page).len(), announced + 1, "announcements at {to}");
        announced += 1;
        if index == 5 {
            // The lid is closed for ten minutes, over more than one change.
            clock.freeze(secs(FREEZE));
            frozen_until = Some(clock.now());
        }
    }
    let end = start + ((walk.seconds() + stood) * 1000) as f64;
    clock.advance(Duration::from_secs_f64((end - clock.now() - 500.0) / 1000.0));
    assert_eq!(position(&page), walk.steps[walk.steps.len() - 1].id);
    clock.advance(secs(1));
    state_is(&page, "ended");
    println!(
        "{}: worst deviation of a change of position {worst:.1} ms, {} changes, {} announcements",
        stage.engine,
        changes(&page).len() - 1,
        news(&page).len()
    );
    assert!(worst.abs() <= BOUND, "{worst} ms from plan");
    page.is_clean();
}
