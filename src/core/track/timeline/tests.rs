//! Examples and properties; see the module above.

use super::*;
use crate::core::Text;
use proptest::prelude::*;

/// A line of every length of at least `from` minutes.
fn line(frames: u16, from: u16, soon: bool) -> Line {
    let lengths: Vec<u16> = (from..=90).collect();
    let (after, soon) = if soon { (Vec::new(), lengths) } else { (lengths, Vec::new()) };
    Line { text: Text::from("x"), frames, after, soon, ..Line::default() }
}

fn hold(step: u16, seconds: u16) -> Hold {
    Hold { step, seconds }
}

/// About 115 frames are three seconds.
fn timeline(holds: &[Hold], minutes: u16, lines: &[Line]) -> Timeline {
    let hello = line(46, 0, false);
    let lines = |_: u16| lines;
    Timeline::new(
        holds,
        &Script { bells: [155, 230], hello: Some(&hello), stay: None, lines: &lines, minutes, fewer: false },
    )
}

fn seconds(timeline: &Timeline) -> Vec<(u64, Sounds)> {
    timeline.cues.iter().map(|cue| ((ms(cue.at) + 500) / 1_000, cue.what)).collect()
}

#[test]
fn a_step_is_a_bell_then_its_lines_then_silence() {
    let lines = [line(115, 3, false), line(115, 3, true), line(115, 10, false), line(115, 20, false)];
    let made = timeline(&[hold(0, 40), hold(1, 60)], 10, &lines);
    let say = |step, n| Sounds::Saying(Saying::Line(step, n));
    assert_eq!(
        seconds(&made),
        [
            (2, Sounds::Saying(Saying::Hello)),
            (6, say(0, 0)),
            (11, say(0, 1)),
            (26, say(0, 2)),
            (40, Sounds::Bell(Bell::Change)),
            (45, say(1, 0)),
            (50, say(1, 1)),
            (75, say(1, 2)),
            (94, Sounds::Bell(Bell::End)),
        ]
    );
}

#[test]
fn a_line_may_wait_for_so_many_seconds() {
    let waits = Line { wait: vec![(10, 20), (20, 5)], ..line(115, 99, false) };
    let lines = [line(115, 3, false), waits];
    let said = |minutes| seconds(&timeline(&[hold(0, 60)], minutes, &lines)).get(2).copied();
    let second = Sounds::Saying(Saying::Line(0, 1));
    assert_eq!(said(10), Some((29, second)));
    assert_eq!(said(20), Some((14, second)));
    assert_eq!(said(3), Some((54, Sounds::Bell(Bell::End))));
}

#[test]
fn a_short_step_leaves_out_what_does_not_fit() {
    let lines = [line(115, 3, false), line(115, 3, true), line(115, 3, false)];
    let made = timeline(&[hold(0, 10), hold(1, 20), hold(2, 25)], 3, &lines);
    let said = |step: u16| {
        made.cues
            .iter()
            .filter(move |cue| matches!(cue.what, Sounds::Saying(Saying::Line(of, _)) if of == step))
    };
    assert_eq!((said(0).count(), said(1).count(), said(2).count()), (0, 1, 2));
}

#[test]
fn who_rests_on_hears_no_bell_at_the_end() {
    let (lines, stay) = ([line(115, 3, false)], line(100, 0, false));
    let of = |_: u16| &lines[..];
    let script =
        Script { bells: [155, 230], hello: None, stay: Some(&stay), lines: &of, minutes: 3, fewer: false };
    let made = Timeline::new(&[hold(0, 60), hold(1, 60)], &script);
    assert_eq!(made.cues.last().map(|cue| cue.what), Some(Sounds::Saying(Saying::Stay)));
    assert_eq!(made.cues.iter().filter(|cue| matches!(cue.what, Sounds::Bell(_))).count(), 1);
}

#[test]
fn some_lines_are_for_fewer_positions_only() {
    let lines = [line(115, 3, false), Line { fewer: true, ..line(115, 3, false) }];
    let of = |_: u16| &lines[..];
    for (fewer, said) in [(false, 1), (true, 2)] {
        let script = Script { bells: [155, 230], hello: None, stay: None, lines: &of, minutes: 3, fewer };
        let made = Timeline::new(&[hold(0, 90)], &script);
        let count = made.cues.iter().filter(|cue| matches!(cue.what, Sounds::Saying(_))).count();
        assert_eq!(count, said, "fewer: {fewer}");
    }
}

#[test]
fn what_is_shown_belongs_to_the_step() {
    let made = timeline(&[hold(0, 30), hold(1, 60)], 3, &[line(115, 3, false)]);
    let at = |moment| made.shown_at(moment).map(|cue| cue.what);
    assert_eq!(at(0), None);
    // A step begins with its bell, although both stand on the frame that lies nearest.
    assert_eq!(at(30_000), Some(Sounds::Bell(Bell::Change)));
    assert_eq!(at(2_000), Some(Sounds::Saying(Saying::Hello)));
    assert_eq!(at(29_000), Some(Sounds::Saying(Saying::Line(0, 0))));
    assert_eq!(at(30_013), Some(Sounds::Bell(Bell::Change)));
    assert_eq!(made.next_after(30_013), Some(ms(frame_at(34_500))));
}

/// Any plan from 1 to 14 steps of 10 to 1,800 seconds, at most 90 minutes in all.
fn any_plan() -> impl Strategy<Value = Vec<Hold>> {
    prop::collection::vec(10_u16..=1_800, 1..=14).prop_map(|seconds| {
        let mut left = 5_400_u16;
        let fits = seconds.into_iter().enumerate().filter_map(move |(step, seconds)| {
            let taken = seconds.min(left);
            left -= taken;
            (taken >= 10).then_some(hold(step as u16, taken))
        });
        fits.collect()
    })
}

fn any_lines() -> impl Strategy<Value = Vec<Line>> {
    prop::collection::vec((20_u16..=400, 0_u16..=45, any::<bool>()), 0..=8)
        .prop_map(|lines| lines.into_iter().map(|(frames, from, soon)| line(frames, from, soon)).collect())
}

proptest! {
    #[test]
    fn order_and_no_overlap(
        holds in any_plan(), lines in any_lines(), minutes in 1_u16..=90, rests: bool,
        bells in (20_u32..=160, 20_u32..=240),
    ) {
        let (hello, stay) = (line(46, 0, false), line(90, 0, false));
        let of = |_: u16| &lines[..];
        let script = Script {
            bells: [bells.0, bells.1],
            hello: Some(&hello),
            stay: rests.then_some(&stay),
            lines: &of,
            minutes,
            fewer: false,
        };
        let made = Timeline::new(&holds, &script);
        let total: Ms = holds.iter().map(|hold| Ms::from(hold.seconds) * 1_000).sum();
        prop_assert_eq!(made.frames, frame_at(total));
        prop_assert_eq!(made.starts.len(), holds.len());
        for pair in made.cues.windows(2) {
            prop_assert!(pair[0].end() < pair[1].at, "{pair:?}");
        }
        for cue in &made.cues {
            prop_assert!(cue.end() <= made.frames);
            let next = made.starts.iter().find(|start| **start > cue.at).copied().unwrap_or(made.frames);
            match cue.what {
                Sounds::Bell(Bell::Change) => prop_assert!(made.starts.contains(&cue.at)),
                Sounds::Bell(Bell::End) => prop_assert_eq!(cue.end(), made.frames),
                Sounds::Saying(_) => {
                    prop_assert!(ms(cue.end()) + BEFORE_CHANGE <= ms(next) + 60, "{cue:?} before {next}");
                }
            }
        }
        let ends = made.cues.iter().any(|cue| cue.what == Sounds::Bell(Bell::End));
        prop_assert!(!(rests && ends));
        // Nothing is left out where there is plenty of time.
        if !rests && holds.iter().all(|hold| hold.seconds >= 180) {
            let wanted = lines.iter().filter(|line| line.is_said(minutes, false)).count() * holds.len();
            let said = made.cues.iter().filter(|cue| matches!(cue.what, Sounds::Saying(Saying::Line(..))));
            prop_assert_eq!(said.count(), wanted);
        }
    }
}
