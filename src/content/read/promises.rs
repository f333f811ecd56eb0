//! Holds a session to what it owes somebody who lies there with their eyes shut: enough ways out, never far apart; no
//! silence of more than a minute whose length they haven't been told; silences that are as long as was told, and begin
//! when that is said; and two bells soon, but not at once, after the last word.

use super::english::says;
use super::manners::Talk;
use super::raw;
use super::script::Marks;
use super::style::words;
use crate::core::Ms;
use crate::core::track::timeline::{Sounds, Timeline};
use crate::core::track::{Posture, ms};
use crate::core::walk::Bell;

/// The longest silence, in seconds, that nobody has to be told of: in a longer one they wonder whether it has stopped.
const UNTOLD: u64 = 60;

/// What is promised and not kept.
pub(super) fn promises(talk: Talk, marks: &Marks, shape: &raw::Shape) -> Vec<String> {
    let mut wrong = ways_out(talk.timeline, marks, shape.exits, shape.apart);
    wrong.extend(told(talk, marks));
    wrong.extend(unkept(talk, marks, &shape.announcing));
    wrong.extend(bells(talk.timeline, shape.after));
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

/// Silences that are not what was told. What the first step tells is the most that a silence lasts from there on; what
/// another step tells is how long each of its silences is, from the next one to the bell, within a quarter.
fn told(talk: Talk, marks: &Marks) -> Vec<String> {
    let (mut most, mut longest, mut wrong) = (UNTOLD, 0, Vec::new());
    for (place, lines) in talk.by_step().into_iter().enumerate() {
        let mut each = None;
        for (cue, saying) in lines {
            if let Some((_, seconds)) = marks.tells.iter().find(|(teller, _)| *teller == saying) {
                match place {
                    0 => most = *seconds,
                    _ => each = Some(*seconds),
                }
            }
            let silence = silence_after(talk.timeline, cue);
            let (id, seconds) = (&talk.step(place).id, silence / 1_000);
            match each {
                Some(told) if !(told * 750..=told * 1_250).contains(&silence) => {
                    wrong.push(format!("{seconds} s of silence at “{id}”, and {told} s are told"));
                }
                // “Up to a minute and a half” is no lie if it is a breath longer.
                None if silence > most * 1_050 => {
                    wrong.push(format!(
                        "{seconds} s of silence at “{id}”, and at most {most} s are told before"
                    ));
                }
                None => longest = longest.max(silence),
                Some(_) => {}
            }
        }
    }
    if most > UNTOLD && longest < most * 750 {
        wrong.push(format!(
            "silences of up to {most} s are told, and none is longer than {} s",
            longest / 1_000
        ));
    }
    wrong
}

/// Lines that announce quiet without a length, and are not the last before the bell.
fn unkept(talk: Talk, marks: &Marks, announcing: &[String]) -> Vec<String> {
    let tells = |saying| marks.tells.iter().any(|(teller, _)| *teller == saying);
    let announces = |text: &str| {
        let lower = text.to_lowercase();
        let said: Vec<&str> = words(&lower).collect();
        announcing.iter().any(|phrase| says(&said, phrase))
    };
    let followed = talk.by_step().into_iter().flat_map(|mut lines| {
        lines.pop();
        lines
    });
    let texts =
        followed.filter(|(_, saying)| !tells(*saying)).map(|(_, saying)| (talk.words)(saying, Posture::Back));
    texts
        .filter(|text| announces(text))
        .map(|text| format!("“{text}” is not the last line before the bell"))
        .collect()
}

/// The end's bells, if they come long after the last word or at once.
fn bells(timeline: &Timeline, [least, most]: [u64; 2]) -> Option<String> {
    let [.., last, bells] = &timeline.cues[..] else { return None };
    let after = ms(bells.at).saturating_sub(ms(last.end()));
    (bells.what == Sounds::Bell(Bell::End) && !(least * 1_000..=most * 1_000).contains(&after))
        .then(|| format!("the bells ring {} s after the last word ({least} to {most})", after / 1_000))
}

#[cfg(test)]
mod tests {
    use super::super::shape::tests::walk;
    use super::*;
    use crate::core::track::frame_at;
    use crate::core::track::timeline::{Saying, Timed};

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

    /// What `told` finds wrong in four steps of 100 s with so many seconds of talk each.
    fn telling(talk: [u64; 4], tells: &[(Saying, u64)]) -> Vec<String> {
        let (holds, timeline, steps) = walk(&talk);
        let marks = Marks { exits: Vec::new(), tells: tells.to_vec() };
        told(Talk { timeline: &timeline, holds: &holds, steps: &steps, words: &|_, _| "" }, &marks)
    }

    #[test]
    fn a_silence_is_as_long_as_was_told() {
        for (tells, found) in [
            (&[][..], 2),
            (&[(line(0), 80)], 0),
            (&[(line(0), 70)], 1),
            (&[(line(0), 110)], 1),
            (&[(line(1), 80)], 1),
            (&[(line(1), 110)], 2),
            (&[(line(1), 80), (line(3), 70)], 0),
            (&[(line(2), 50)], 2),
        ] {
            let wrong = telling([45, 20, 50, 30], tells);
            assert_eq!(wrong.len(), found, "{tells:?}: {wrong:?}");
        }
    }

    #[test]
    fn what_announces_a_silence_is_the_last_line_before_it() {
        let (holds, mut timeline, steps) = walk(&[10, 10]);
        timeline.cues[1] = Timed { at: timeline.cues[0].end() + frame_at(2_500), ..timeline.cues[1] };
        let words = |saying: Saying, _: Posture| match saying {
            Saying::Line(0, _) => "I’ll be quiet now.",
            _ => "You’ll hear the bell.",
        };
        let talk = Talk { timeline: &timeline, holds: &holds, steps: &steps, words: &words };
        let marks = |tells: &[(Saying, u64)]| Marks { exits: Vec::new(), tells: tells.to_vec() };
        let announcing = ["be quiet".to_owned()];
        assert_eq!(unkept(talk, &marks(&[]), &announcing).len(), 1);
        assert_eq!(unkept(talk, &marks(&[]), &["be noisy".to_owned()]).len(), 0);
        assert_eq!(
            unkept(talk, &marks(&[(line(0), 90)]), &announcing).len(),
            0,
            "its length is held instead"
        );
    }

    #[test]
    fn the_bells_ring_soon_after_the_last_word_and_not_at_once() {
        let (_, mut timeline, _) = walk(&[40, 75]);
        let lasts = frame_at(6_000);
        timeline.cues.push(Timed { at: timeline.frames - lasts, lasts, what: Sounds::Bell(Bell::End) });
        let wrong = |range| bells(&timeline, range).is_some();
        assert_eq!([[8, 10], [8, 20], [20, 30]].map(wrong), [true, false, true]);
    }
}
