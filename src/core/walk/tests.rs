//! Scripts of events against the cues they give, and what must hold for any script.

use super::*;
use proptest::prelude::*;

fn holds(seconds: &[u16]) -> Vec<Hold> {
    seconds.iter().map(|&seconds| Hold { step: 0, seconds }).collect()
}

/// Runs a script such as "0 start, 4 pause" (seconds, event) on steps of 10, 20 and 30 seconds
/// and compares the cues, written "change 1" for a bell and a new step.
fn check(script: &str, expected: &str) {
    let mut walk = Walk::new(&holds(&[10, 20, 30]));
    let mut said = Vec::new();
    for line in script.split(", ") {
        let (seconds, word) = line.split_once(' ').expect("seconds and an event");
        let now = (seconds.parse::<f64>().expect("seconds") * 1_000.0) as Ms;
        let event = match word {
            "start" => Event::Start { from: 0, settle: 0 },
            "start-at-15" => Event::Start { from: 15_000, settle: 0 },
            "start-in-5" => Event::Start { from: 0, settle: 5_000 },
            "to-20" => Event::To(20_000),
            "pause" => Event::Pause,
            "resume" => Event::Resume,
            "next" => Event::Next,
            "previous" => Event::Previous,
            "end" => Event::End,
            "tick" => Event::Tick,
            other => panic!("no event {other}"),
        };
        let (next, cues) = walk.step(event, now);
        walk = next;
        said.extend(cues.into_iter().map(|cue| match cue {
            Cue::Ring(Bell::Change) => "bell".to_owned(),
            Cue::Ring(Bell::End) => "last bell".to_owned(),
            Cue::Enter(index) => format!("enter {index}"),
            Cue::Ended => "over".to_owned(),
        }));
    }
    assert_eq!(said.join(", "), expected, "{script}");
}

#[test]
fn walks_through_its_steps_in_time() {
    check(
        "5 start, 14.999 tick, 15 tick, 34 tick, 35 tick, 64.999 tick, 65 tick, 66 tick",
        "enter 0, bell, enter 1, bell, enter 2, last bell, over",
    );
}

#[test]
fn time_stands_still_while_paused() {
    check("0 start, 4 pause, 100 tick, 100 resume, 105 tick, 106 tick", "enter 0, bell, enter 1");
}

#[test]
fn rings_once_after_a_long_sleep() {
    check("0 start, 31 tick, 32 tick", "enter 0, bell, enter 2");
    check("0 start, 4000 tick, 4001 tick", "enter 0, last bell, over");
}

#[test]
fn next_and_previous_land_on_beginnings_without_a_bell() {
    check("0 start, 3 next, 22.999 tick, 23 tick", "enter 0, enter 1, bell, enter 2");
    check(
        "0 start, 12 tick, 13 previous, 22 tick, 23 tick",
        "enter 0, bell, enter 1, enter 0, bell, enter 1",
    );
    check("0 start, 2 previous", "enter 0, enter 0");
}

#[test]
fn moving_while_paused_stays_paused() {
    check(
        "0 start, 1 pause, 2 next, 500 tick, 500 resume, 519 tick, 520 tick",
        "enter 0, enter 1, bell, enter 2",
    );
}

#[test]
fn next_after_the_last_step_ends() {
    check("0 start, 1 next, 2 next, 3 next, 4 next", "enter 0, enter 1, enter 2, last bell, over");
}

#[test]
fn settling_in_comes_before_the_walk_and_is_no_part_of_it() {
    check("0 start-in-5, 4 tick, 14.999 tick, 15 tick", "enter 0, bell, enter 1");
    check("0 start-in-5, 2 pause, 60 resume, 69.999 tick, 70 tick", "enter 0, bell, enter 1");
    let (walk, _) = Walk::new(&holds(&[10])).step(Event::Start { from: 0, settle: 5_000 }, 100);
    assert_eq!([0, 100, 5_000, 5_100, 9_000].map(|now| walk.settling(now)), [5_100, 5_000, 100, 0, 0]);
    assert_eq!(walk.elapsed(6_100), 1_000);
}

#[test]
fn one_may_go_to_any_moment() {
    check("0 start, 1 to-20, 1.001 tick", "enter 0, enter 1");
    check("0 start, 1 pause, 2 to-20, 400 tick", "enter 0, enter 1");
    check("0 to-20", "");
}

#[test]
fn ending_early_is_quiet_and_can_be_taken_up_again() {
    check("0 start, 12 end, 13 tick, 20 start-at-15", "enter 0, over, enter 1");
}

#[test]
fn pausing_late_still_walks_on_first() {
    check("0 start, 31 pause, 90 resume, 118 tick, 119 tick", "enter 0, bell, enter 2, last bell, over");
}

#[test]
fn a_plan_without_steps_is_over_at_once() {
    let (walk, cues) = Walk::new(&[]).step(Event::Start { from: 0, settle: 0 }, 7);
    assert_eq!(walk.phase(), Phase::Ended { elapsed: 0 });
    assert_eq!(cues.last(), Some(&Cue::Ended));
}

fn any_event() -> impl Strategy<Value = Event> {
    prop_oneof![
        (0..200_000u64, 0..60_000u64).prop_map(|(from, settle)| Event::Start { from, settle }),
        (0..200_000u64).prop_map(Event::To),
        Just(Event::Pause),
        Just(Event::Resume),
        Just(Event::Next),
        Just(Event::Previous),
        Just(Event::End),
        Just(Event::Tick),
    ]
}

proptest! {
    /// Whatever happens in whatever order: the times add up, no step is out of range, a pause
    /// keeps time still, and a jump lands on the beginning of a step.
    #[test]
    fn any_order_of_events_is_legal(
        seconds in proptest::collection::vec(10u16..2_000, 1..15),
        script in proptest::collection::vec((any_event(), 0..400_000u64), 0..60),
    ) {
        let mut walk = Walk::new(&holds(&seconds));
        prop_assert_eq!(walk.total(), seconds.iter().map(|s| Ms::from(*s) * 1_000).sum::<Ms>());
        let mut now = 0;
        for (event, wait) in script {
            now += wait;
            let before = walk.clone();
            let (after, cues) = walk.step(event, now);
            walk = after;

            prop_assert_eq!(walk.elapsed(now) + walk.remaining(now), walk.total());
            prop_assert!(walk.current(now) < seconds.len());
            prop_assert!(walk.remaining_here(now) <= walk.remaining(now));
            let bells = cues.iter().filter(|cue| matches!(cue, Cue::Ring(_))).count();
            prop_assert!(bells <= 1);
            for cue in &cues {
                if let Cue::Enter(index) = cue {
                    prop_assert_eq!(*index, walk.current(now));
                }
            }
            if let Phase::Paused { elapsed } = before.phase()
                && event == Event::Tick
            {
                prop_assert_eq!(walk.elapsed(now + 1_000_000), elapsed);
            }
            let moved = matches!(event, Event::Next | Event::Previous) && !cues.is_empty();
            if moved && !matches!(walk.phase(), Phase::Ended { .. }) {
                prop_assert_eq!(walk.elapsed(now), walk.start_of(walk.current(now)));
            }
        }
    }

    /// However often it ticks, and however late: the step shown is the one the plan has.
    #[test]
    fn ticks_at_any_moment_agree_with_the_plan(
        seconds in proptest::collection::vec(10u16..2_000, 1..15),
        waits in proptest::collection::vec(1..900_000u64, 1..40),
    ) {
        let (mut walk, _) = Walk::new(&holds(&seconds)).step(Event::Start { from: 0, settle: 0 }, 0);
        let mut now = 0;
        let mut entered = 0;
        for wait in waits {
            now += wait;
            let (after, cues) = walk.step(Event::Tick, now);
            walk = after;
            for cue in cues {
                if let Cue::Enter(index) = cue {
                    prop_assert!(index > entered);
                    entered = index;
                }
            }
            if now < walk.total() {
                prop_assert_eq!(entered, walk.current(now));
            } else {
                prop_assert_eq!(walk.phase(), Phase::Ended { elapsed: walk.total() });
            }
        }
    }
}
