//! Holds a session to what it owes somebody who lies there with their eyes shut: enough ways out, never far apart and
//! said before a sensitive place is named; no silence of more than a minute whose length they haven't been told; and two
//! bells soon after the last word.

use super::raw;
use super::script::Marks;
use crate::content::book::StepText;
use crate::core::Ms;
use crate::core::plan::Hold;
use crate::core::track::ms;
use crate::core::track::timeline::{Saying, Sounds, Timeline};
use crate::core::walk::Bell;

/// The longest silence, in seconds, that nobody has to be told of: in a longer one they wonder whether it has stopped.
const UNTOLD: u64 = 60;

/// What is promised and not kept.
pub(super) fn promises(
    holds: &[Hold],
    timeline: &Timeline,
    steps: &[StepText],
    marks: &Marks,
    sensitive: &[u16],
    shape: &raw::Shape,
) -> Vec<String> {
    let mut wrong = ways_out(timeline, marks, shape.exits, shape.apart);
    wrong.extend(unannounced(holds, timeline, steps, marks, sensitive));
    wrong.extend(untold(holds, timeline, steps, marks));
    wrong.extend(late_bells(timeline, shape.after));
    wrong
}

/// From the end of a cue to the next one, in milliseconds.
pub(super) fn silence_after(timeline: &Timeline, n: usize) -> Ms {
    let next = timeline.cues.get(n + 1).map_or(timeline.frames, |next| next.at);
    ms(next) - ms(timeline.cues[n].end())
}

fn ways_out(timeline: &Timeline, marks: &Marks, wanted: usize, apart: u64) -> Vec<String> {
    let is_exit = |what| matches!(what, Sounds::Saying(saying) if marks.exits.contains(&saying));
    let offered: Vec<Ms> =
        timeline.cues.iter().filter(|cue| is_exit(cue.what)).map(|cue| ms(cue.at)).collect();
    let few = (offered.len() < wanted)
        .then(|| format!("{} ways out are offered, not {wanted} or more", offered.len()));
    let marks: Vec<Ms> = [0].into_iter().chain(offered).chain([ms(timeline.frames)]).collect();
    let far = marks.windows(2).map(|pair| (pair[1] - pair[0]) / 1_000).filter(|seconds| *seconds > apart);
    few.into_iter()
        .chain(far.map(|seconds| format!("{seconds} s without a way out (at most {apart})")))
        .collect()
}

/// What is said first in the step at this place of the plan.
fn first_words(timeline: &Timeline, place: usize) -> Option<Saying> {
    let cues = timeline.cues.iter().filter(|cue| cue.at >= timeline.starts[place]);
    cues.into_iter().find_map(|cue| match cue.what {
        Sounds::Saying(saying) => Some(saying),
        Sounds::Bell(_) => None,
    })
}

/// Sensitive positions that do not begin with a way out.
fn unannounced(
    holds: &[Hold],
    timeline: &Timeline,
    steps: &[StepText],
    marks: &Marks,
    sensitive: &[u16],
) -> Vec<String> {
    let held = holds.iter().enumerate().filter(|(_, hold)| sensitive.contains(&hold.step));
    held.filter(|(place, _)| !first_words(timeline, *place).is_some_and(|said| marks.exits.contains(&said)))
        .map(|(_, hold)| format!("“{}” does not begin with a way out", steps[usize::from(hold.step)].id))
        .collect()
}

/// Silences of more than a minute whose length was not said before. What the first step tells holds to the end, and
/// what another one tells until the next bell.
fn untold(holds: &[Hold], timeline: &Timeline, steps: &[StepText], marks: &Marks) -> Vec<String> {
    let (mut throughout, mut wrong) = (UNTOLD, Vec::new());
    let ends = timeline.starts.iter().skip(1).copied().chain([timeline.frames]);
    for (place, (begin, end)) in timeline.starts.iter().copied().zip(ends).enumerate() {
        let mut most = throughout;
        for (n, cue) in timeline.cues.iter().enumerate().filter(|(_, cue)| (begin..end).contains(&cue.at)) {
            let Sounds::Saying(saying) = cue.what else { continue };
            if let Some((_, seconds)) = marks.tells.iter().find(|(teller, _)| *teller == saying) {
                most = *seconds;
                if place == 0 {
                    throughout = most;
                }
            }
            let silence = silence_after(timeline, n);
            if silence > most * 1_000 {
                let (id, seconds) = (&steps[usize::from(holds[place].step)].id, silence / 1_000);
                wrong.push(format!("{seconds} s of silence at “{id}”, and {most} s are told before"));
            }
        }
    }
    wrong
}

/// The end's bells, if they come long after the last word.
fn late_bells(timeline: &Timeline, most: u64) -> Option<String> {
    let [.., last, bells] = &timeline.cues[..] else { return None };
    let seconds = ms(bells.at).saturating_sub(ms(last.end())) / 1_000;
    (bells.what == Sounds::Bell(Bell::End) && seconds > most)
        .then(|| format!("the bells ring {seconds} s after the last word (at most {most})"))
}

#[cfg(test)]
mod tests {
    use super::super::shape::tests::walk;
    use super::*;
    use crate::core::track::frame_at;
    use crate::core::track::timeline::Timed;

    fn line(step: u16) -> Saying {
        Saying::Line(step, 0)
    }

    #[test]
    fn ways_out_are_never_far_apart() {
        let (_, timeline, _) = walk(&[30, 20, 20, 40]);
        let marks =
            |steps: &[u16]| Marks { exits: steps.iter().copied().map(line).collect(), tells: Vec::new() };
        for (exits, apart, told) in
            [(&[0, 2][..], 200, 0), (&[0, 2], 198, 2), (&[0, 3], 200, 1), (&[0], 400, 1), (&[], 398, 2)]
        {
            let wrong = ways_out(&timeline, &marks(exits), 2, apart);
            assert_eq!(wrong.len(), told, "{exits:?} {apart}: {wrong:?}");
        }
    }

    #[test]
    fn a_sensitive_position_begins_with_a_way_out() {
        let (holds, timeline, steps) = walk(&[30, 20, 20, 40]);
        let marks = Marks { exits: vec![line(1)], tells: Vec::new() };
        let wrong = |sensitive: &[u16]| unannounced(&holds, &timeline, &steps, &marks, sensitive).len();
        assert_eq!([wrong(&[]), wrong(&[1]), wrong(&[1, 2])], [0, 0, 1]);
    }

    #[test]
    fn a_long_silence_is_told_before_it_begins() {
        let (holds, timeline, steps) = walk(&[45, 20, 50, 30]);
        for (tells, told) in [
            (&[][..], 2),
            (&[(line(0), 85)], 0),
            (&[(line(0), 75)], 1),
            (&[(line(1), 85)], 1),
            (&[(line(1), 85), (line(3), 85)], 0),
            (&[(line(2), 85)], 2),
        ] {
            let marks = Marks { exits: Vec::new(), tells: tells.to_vec() };
            let wrong = untold(&holds, &timeline, &steps, &marks);
            assert_eq!(wrong.len(), told, "{tells:?}: {wrong:?}");
        }
    }

    #[test]
    fn the_bells_ring_soon_after_the_last_word() {
        let (_, mut timeline, _) = walk(&[40, 75]);
        let lasts = frame_at(6_000);
        timeline.cues.push(Timed { at: timeline.frames - lasts, lasts, what: Sounds::Bell(Bell::End) });
        assert_eq!([10, 20].map(|most| late_bells(&timeline, most).is_some()), [true, false]);
    }
}
