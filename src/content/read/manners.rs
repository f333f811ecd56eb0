//! Holds what is said to the manners of a good practitioner, for whoever lies on their back or side or sits: before the
//! first place they hear how to leave one out; a place is named, and there is time to leave it out, before a hand is;
//! where touch is a tender matter the way out is offered again, and they would ask first; nobody is told that they are
//! touched; nothing is said twice; and getting up is never hurried.

use super::english::says;
use super::promises::silence_after;
use super::raw;
use super::script::Marks;
use super::style::words;
use crate::content::book::StepText;
use crate::content::check::sentences;
use crate::core::plan::Hold;
use crate::core::position::Kind;
use crate::core::track::Posture;
use crate::core::track::timeline::{Saying, Sounds, Timeline};

/// A session as somebody hears it.
#[derive(Clone, Copy)]
pub(super) struct Talk<'a> {
    /// What is said when.
    pub timeline: &'a Timeline,
    /// Its steps, and how long they are.
    pub holds: &'a [Hold],
    /// Every step there is.
    pub steps: &'a [StepText],
    /// What a line says to somebody who lies or sits like this.
    pub words: &'a dyn Fn(Saying, Posture) -> &'a str,
}

impl<'a> Talk<'a> {
    /// What is said at each step: the place of a line's cue, and the line.
    pub fn by_step(&self) -> Vec<Vec<(usize, Saying)>> {
        let Timeline { starts, frames, cues } = self.timeline;
        let ends = starts.iter().skip(1).copied().chain([*frames]);
        let said = |begin: u32, end: u32| {
            let within = cues.iter().enumerate().filter(|(_, cue)| (begin..end).contains(&cue.at));
            let lines = within.filter_map(|(n, cue)| match cue.what {
                Sounds::Saying(saying) => Some((n, saying)),
                Sounds::Bell(_) => None,
            });
            lines.collect()
        };
        starts.iter().copied().zip(ends).map(|(begin, end)| said(begin, end)).collect()
    }

    /// The step at a place of the plan.
    pub fn step(&self, place: usize) -> &'a StepText {
        &self.steps[usize::from(self.holds[place].step)]
    }

    /// What a line says, in small letters.
    fn lower(&self, saying: Saying, posture: Posture) -> String {
        (self.words)(saying, posture).to_lowercase()
    }
}

/// Where manners fail. `leave` is how long, in seconds, somebody has to leave a place out.
pub(super) fn manners(talk: Talk, marks: &Marks, shape: &raw::Shape, leave: u64) -> Vec<String> {
    let mut wrong = Vec::new();
    let steps = talk.by_step();
    let with_hands = |place: &usize| talk.step(*place).kind != Kind::Quiet;
    let before = (0..steps.len()).find(with_hands).map_or(&[][..], |first| &steps[..first]);
    if !before.is_empty() && !before.iter().flatten().any(|(_, saying)| marks.exits.contains(saying)) {
        wrong.push("nothing says how to leave a place out, before the first one".into());
    }
    for (place, lines) in steps.iter().enumerate() {
        if with_hands(&place) {
            let tender = shape.tender.iter().any(|id| **id.get_ref() == *talk.step(place).id);
            wrong.extend(way_out(talk, marks, lines, leave, tender).map(|reason| of(talk, place, &reason)));
            for posture in Posture::ALL {
                let faults = touch(talk, shape, lines, posture, tender);
                wrong.extend(faults.into_iter().map(|reason| of(talk, place, &reason)));
            }
        }
    }
    wrong.extend(Posture::ALL.into_iter().flat_map(|posture| twice(talk, posture)));
    wrong.extend(Posture::ALL.into_iter().flat_map(|posture| hurried(talk, shape, posture)));
    wrong.sort();
    wrong.dedup();
    wrong
}

fn of(talk: Talk, place: usize, reason: &str) -> String {
    format!("“{}” {reason}", talk.step(place).id)
}

/// A position begins with its name, a tender one with a way out, and then there is time to leave it out.
fn way_out(talk: Talk, marks: &Marks, lines: &[(usize, Saying)], leave: u64, tender: bool) -> Option<String> {
    let (cue, first) = lines.first()?;
    if tender && !marks.exits.contains(first) {
        return Some("does not begin with a way out".into());
    }
    // Frames are whole: a few milliseconds may be missing.
    let pause = silence_after(talk.timeline, *cue);
    (pause + 60 < leave * 1_000)
        .then(|| format!("goes on {pause} ms after its first line (at least {leave} seconds)"))
}

/// After a tender place is named, they ask before a hand is; and what hands do is only supposed.
fn touch(
    talk: Talk,
    shape: &raw::Shape,
    lines: &[(usize, Saying)],
    posture: Posture,
    tender: bool,
) -> Vec<String> {
    let to = posture.as_str();
    let after: Vec<String> = lines.iter().skip(1).map(|(_, saying)| talk.lower(*saying, posture)).collect();
    let all = after.join(" ");
    let all: Vec<&str> = words(&all).collect();
    let touches = |word: &&str| shape.touching.iter().any(|hand| hand == word);
    let mut wrong = Vec::new();
    match all.iter().position(touches) {
        None => wrong.push(format!("names no hand ({to})")),
        Some(hand) if tender && !shape.asking.iter().any(|ask| says(&all[..hand], ask)) => {
            wrong.push(format!("names a hand before they ask ({to})"));
        }
        Some(_) => {}
    }
    for sentence in after.iter().flat_map(|text| sentences(text)) {
        let said: Vec<&str> = words(sentence).collect();
        if said.iter().any(touches) && !shape.supposing.iter().any(|it| says(&said, it)) {
            wrong.push(format!("says as if it happened: {} ({to})", sentence.trim()));
        }
    }
    wrong
}

/// What is said twice in one session.
fn twice(talk: Talk, posture: Posture) -> Vec<String> {
    let lines = talk.by_step().into_iter().flatten();
    let texts: Vec<&str> = lines.map(|(_, saying)| (talk.words)(saying, posture)).collect();
    let again = |n: &usize| texts[..*n].contains(&texts[*n]);
    (0..texts.len()).filter(again).map(|n| format!("“{}” is said twice", texts[n])).collect()
}

/// Getting up: time after each movement, and no more than a last word after standing.
fn hurried(talk: Talk, shape: &raw::Shape, posture: Posture) -> Vec<String> {
    let steps = talk.by_step();
    let Some(lines) = steps.last() else { return Vec::new() };
    let rises = |saying: Saying| {
        let lower = talk.lower(saying, posture);
        let said: Vec<&str> = words(&lower).collect();
        shape.getting_up.iter().any(|it| says(&said, it))
    };
    let up: Vec<usize> = (0..lines.len()).filter(|n| rises(lines[*n].1)).collect();
    let text = |n: usize| (talk.words)(lines[n].1, posture);
    let soon = up.iter().filter_map(|n| {
        let seconds = silence_after(talk.timeline, lines[*n].0) / 1_000;
        (seconds < shape.rising)
            .then(|| format!("{seconds} s after “{}” (at least {})", text(*n), shape.rising))
    });
    let none = up.is_empty().then(|| format!("nothing says how to get up ({})", posture.as_str()));
    let counted = up.last().filter(|n| *n + 2 < lines.len());
    let counted = counted.map(|n| format!("“{}” is followed by more than a last word", text(*n)));
    soon.chain(none).chain(counted).collect()
}

#[cfg(test)]
mod tests {
    use super::super::shape::tests::{shape, walk};
    use super::*;
    use crate::core::track::frame_at;
    use crate::core::track::timeline::Timed;

    /// What is wrong with a tender position at which these lines are said, each with the seconds of silence after it;
    /// the first is a way out.
    fn position(said: &[(&str, u64)]) -> Vec<String> {
        at(said, &["it"], true)
    }

    /// What is wrong with a position, called “it”, where these places are tender.
    fn at(said: &[(&str, u64)], tender: &[&str], exit: bool) -> Vec<String> {
        let (holds, mut timeline, mut steps) = walk(&[1]);
        steps[0].kind = Kind::Position;
        let mut at = 0;
        let cue = |(n, (_, silence)): (usize, &(&str, u64))| {
            let begin = at;
            at += 5_000 + silence * 1_000;
            let what = Sounds::Saying(Saying::Line(0, n as u16));
            Timed { at: frame_at(begin), lasts: frame_at(5_000), what }
        };
        timeline.cues = said.iter().enumerate().map(cue).collect();
        timeline.frames = frame_at(at);
        let lines: Vec<String> = said.iter().map(|(text, _)| (*text).to_owned()).collect();
        let words = |saying: Saying, _: Posture| match saying {
            Saying::Line(_, n) => &*lines[usize::from(n)],
            _ => "",
        };
        let first = exit.then_some(Saying::Line(0, 0));
        let marks = Marks { exits: first.into_iter().collect(), tells: Vec::new() };
        let talk = Talk { timeline: &timeline, holds: &holds, steps: &steps, words: &words };
        let mut wrong = manners(talk, &marks, &tender_at(tender), 6);
        wrong.retain(|reason| !reason.contains("nothing says how to get up"));
        wrong
    }

    #[test]
    fn a_place_can_be_left_out_before_they_ask_and_touch() {
        for (said, told) in [
            (&[("Next, your feet.", 6), ("They’d ask, and rest a hand there.", 9)][..], None),
            (
                &[("Next, your feet.", 4), ("They’d ask, and rest a hand there.", 9)],
                Some("after its first line"),
            ),
            (
                &[("Next, your feet.", 6), ("They’d rest a hand there, and ask.", 9)],
                Some("before they ask (back)"),
            ),
            (&[("Next, your feet.", 6), ("They’d ask, and sit there.", 9)], Some("names no hand (back)")),
            (
                &[("A hand. They’d ask.", 6), ("They’d rest a palm there.", 9)],
                Some("names a hand before they ask (back)"),
            ),
            (
                &[("Next, your feet.", 6), ("They’d ask. Now a hand rests there.", 9)],
                Some("says as if it happened: now a hand rests there. (back)"),
            ),
            (
                &[("Next.", 6), ("They’d ask, then lay a hand there.", 9), ("Next.", 9)],
                Some("“Next.” is said twice"),
            ),
        ] {
            let wrong = position(said);
            assert_eq!(wrong.is_empty(), told.is_none(), "{said:?}: {wrong:?}");
            assert!(told.is_none_or(|told| wrong.iter().any(|it| it.contains(told))), "{wrong:?}");
        }
    }

    fn tender_at(places: &[&str]) -> raw::Shape {
        let at = |id: &&str| raw::At::new(0..0, (*id).to_owned());
        raw::Shape { tender: places.iter().map(at).collect(), ..shape() }
    }

    #[test]
    fn a_tender_place_has_a_way_out_and_a_question_and_others_have_time() {
        let said = [("Next, your feet.", 6), ("They’d rest a hand there.", 9)];
        assert_eq!(at(&said, &[], false), [""; 0]);
        let wrong = at(&said, &["it"], false);
        assert!(wrong.iter().any(|it| it.contains("does not begin with a way out")), "{wrong:?}");
        assert!(wrong.iter().any(|it| it.contains("before they ask")), "{wrong:?}");
        let hurried = [("Next, your feet.", 4), said[1]];
        assert_eq!(at(&hurried, &[], false).len(), 1);
    }

    #[test]
    fn how_to_leave_a_place_out_is_said_before_the_first() {
        let (holds, timeline, mut steps) = walk(&[30, 20, 40]);
        steps[0].kind = Kind::Quiet;
        let words = |_: Saying, _: Posture| "They’d ask, and rest a hand.";
        let talk = Talk { timeline: &timeline, holds: &holds, steps: &steps, words: &words };
        let told = |step: u16| {
            let marks = Marks { exits: vec![Saying::Line(step, 0)], tells: Vec::new() };
            let wrong = manners(talk, &marks, &shape(), 6);
            wrong.iter().any(|reason| reason.contains("nothing says how to leave a place out"))
        };
        assert_eq!([told(0), told(1)], [false, true]);
    }

    #[test]
    fn getting_up_is_not_hurried() {
        let asked = ("They’d ask, then lay a hand there.", 9);
        for (said, told) in [
            (&[("Next.", 6), asked, ("Sit up slowly.", 8), ("That’s all.", 9)][..], None),
            (
                &[("Next.", 6), asked, ("Sit up slowly.", 7), ("That’s all.", 9)],
                Some("7 s after “Sit up slowly.”"),
            ),
            (
                &[("Next.", 6), asked, ("Sit up slowly.", 9), ("Drink.", 9), ("That’s all.", 9)],
                Some("more than a last word"),
            ),
        ] {
            let wrong = position(said);
            assert_eq!(wrong.is_empty(), told.is_none(), "{said:?}: {wrong:?}");
            assert!(told.is_none_or(|told| wrong.iter().any(|it| it.contains(told))), "{wrong:?}");
        }
    }

    #[test]
    fn a_position_begins_with_a_way_out() {
        let (holds, timeline, steps) = walk(&[30, 20, 20, 40]);
        let words = |_: Saying, _: Posture| "They’d ask, and rest a hand.";
        let talk = Talk { timeline: &timeline, holds: &holds, steps: &steps, words: &words };
        let marks = Marks { exits: vec![Saying::Line(1, 0)], tells: Vec::new() };
        let wrong = manners(talk, &marks, &tender_at(&["it"]), 6);
        let without = wrong.iter().filter(|reason| reason.contains("does not begin with a way out"));
        assert_eq!(without.count(), 1, "steps of one name are told once: {wrong:?}");
    }
}
