//! Holds a session to the shape that `script.toml` gives it: how long it is silent, where it is silent longest, that
//! it says less and less up to the last position and more again for getting up, and how soon after lying down the first
//! hand comes. What it promises to whoever lies there is in `promises.rs`, and how it speaks to them in `manners.rs`.

use super::manners::{Talk, manners};
use super::promises::{promises, silence_after};
use super::script::{Marks, timeline, variants};
use super::{Reader, raw};
use crate::content::book::{Spoken, StepText};
use crate::core::Ms;
use crate::core::plan::{Hold, Plan};
use crate::core::position::Kind;
use crate::core::track::timeline::{BREATH, Saying, Sounds, Timeline};
use crate::core::track::{Posture, ms};

/// By so much of its time a position may be talked over more than the one before, and the last one less than the
/// quietest: parts in a hundred. A way out that comes first takes a line.
const RISE: f64 = 3.0;

/// A pause after the first line of a step is no silence if it is shorter, in milliseconds: it’s there to leave the place
/// out.
const DECIDING: Ms = 10_000;

/// What is heard of a step.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heard {
    /// How long somebody speaks, in milliseconds.
    pub talk: Ms,
    /// Silences after its lines, in milliseconds; breaths between lines that belong together are none, nor is the time
    /// that its first line leaves for deciding.
    pub silences: Vec<Ms>,
    /// How long it is, in milliseconds.
    pub whole: Ms,
}

impl Heard {
    /// The part of its time in which somebody speaks, in hundredths.
    pub fn share(&self) -> f64 {
        self.talk as f64 * 100.0 / self.whole.max(1) as f64
    }

    /// The longest silence.
    pub fn longest(&self) -> Ms {
        self.silences.iter().copied().max().unwrap_or(0)
    }
}

/// What is heard of each step of a timeline.
pub fn heard(timeline: &Timeline) -> Vec<Heard> {
    let ends = timeline.starts.iter().skip(1).copied().chain([timeline.frames]);
    let of_step = |(begin, end): (u32, u32)| {
        let mut step = Heard { whole: ms(end) - ms(begin), ..Heard::default() };
        for (n, cue) in timeline.cues.iter().enumerate().filter(|(_, cue)| (begin..end).contains(&cue.at)) {
            if matches!(cue.what, Sounds::Saying(_)) {
                let silence = silence_after(timeline, n);
                let decides = step.talk == 0 && silence < DECIDING;
                step.talk += ms(cue.lasts);
                step.silences.extend((silence > BREATH + 500 && !decides).then_some(silence));
            }
        }
        step
    };
    timeline.starts.iter().copied().zip(ends).map(of_step).collect()
}

impl Reader<'_> {
    /// Holds every plan to the shape, with its usual positions and with the others.
    pub(super) fn shape(
        &mut self,
        file: usize,
        shape: &raw::Shape,
        spoken: &Spoken,
        marks: &Marks,
        plans: &[Plan],
        steps: &[StepText],
    ) {
        let mut quietest = Vec::new();
        for id in &shape.quietest {
            match steps.iter().position(|step| *step.id == **id.get_ref()) {
                Some(step) => quietest.push(step as u16),
                None => {
                    let reason = format!("there is no step “{}”", id.get_ref());
                    self.files[file].fault(id.span().start, reason);
                }
            }
        }
        for id in shape.tender.iter().filter(|id| !steps.iter().any(|step| *step.id == **id.get_ref())) {
            self.files[file].fault(id.span().start, format!("there is no step “{}”", id.get_ref()));
        }
        for (n, plan) in plans.iter().enumerate() {
            let Some(silence) =
                shape.silence.iter().find(|silence| *silence.minutes.get_ref() == plan.minutes)
            else {
                let reason = format!("no silences for {} minutes", plan.minutes);
                self.files[file].fault(0, reason);
                continue;
            };
            for (holds, fewer) in variants(plan, steps) {
                let timeline = timeline(spoken, n, plan, &holds, fewer);
                let words = |saying, posture| said(spoken, n, saying, posture);
                let talk = Talk { timeline: &timeline, holds: &holds, steps, words: &words };
                let mut wrong = promises(talk, marks, shape);
                wrong.extend(manners(talk, marks, shape, silence.leave));
                wrong.extend(first_hand(&holds, &timeline, steps, shape.hand));
                wrong.extend(too_long(&holds, &timeline, steps, silence.quietest[1]));
                if !fewer {
                    wrong.extend(silences(&holds, &timeline, steps, silence, &quietest));
                    wrong.extend(shares(&holds, &timeline, steps, &quietest));
                }
                for reason in wrong {
                    let at = silence.minutes.span().start;
                    self.files[file].fault(at, format!("{} minutes: {reason}", plan.minutes));
                }
            }
        }
    }
}

/// What a line says to somebody who lies or sits like this, in the `n`-th plan.
fn said(spoken: &Spoken, n: usize, saying: Saying, posture: Posture) -> &str {
    let line = match saying {
        Saying::Hello => spoken.hellos.get(n),
        Saying::Stay => Some(&spoken.stay),
        Saying::Taste => Some(&spoken.taste),
        Saying::Line(step, line) => spoken.lines[usize::from(step)].get(usize::from(line)),
    };
    line.map_or("", |line| line.text(posture))
}

/// The steps with hands, by their place in the plan.
fn positions<'a>(holds: &'a [Hold], steps: &'a [StepText]) -> impl Iterator<Item = (usize, &'a StepText)> {
    let steps = holds.iter().map(|hold| &steps[usize::from(hold.step)]).enumerate();
    steps.filter(|(_, step)| step.kind != Kind::Quiet)
}

/// From lying down, which is the step before the first position, to the first hand.
fn first_hand(holds: &[Hold], timeline: &Timeline, steps: &[StepText], most: u64) -> Option<String> {
    let (first, _) = positions(holds, steps).next()?;
    let lying = timeline.starts[first.saturating_sub(1)];
    let seconds = (ms(timeline.starts[first]) - ms(lying)) / 1_000;
    (seconds > most).then(|| format!("the first hand comes {seconds} s after lying down (at most {most})"))
}

/// Silences that are longer than the longest there may be, in seconds.
fn too_long(holds: &[Hold], timeline: &Timeline, steps: &[StepText], most: u64) -> Vec<String> {
    let told = |(hold, heard): (&Hold, Heard)| {
        let seconds = heard.longest() as f64 / 1_000.0;
        let id = &steps[usize::from(hold.step)].id;
        (heard.longest() > most * 1_000)
            .then(|| format!("{seconds:.1} s of silence at “{id}” (at most {most})"))
    };
    holds.iter().zip(heard(timeline)).filter_map(told).collect()
}

fn silences(
    holds: &[Hold],
    timeline: &Timeline,
    steps: &[StepText],
    wanted: &raw::Silence,
    quietest: &[u16],
) -> Vec<String> {
    let heard = heard(timeline);
    let is_quiet = |place: usize| quietest.contains(&holds[place].step);
    let elsewhere = (0..holds.len()).filter(|place| !is_quiet(*place));
    let longest = elsewhere.map(|place| heard[place].longest()).max().unwrap_or(0);
    let mut wrong = Vec::new();
    for (place, step) in positions(holds, steps) {
        let [least, most] = if is_quiet(place) { wanted.quietest } else { wanted.usual };
        let odd = heard[place].silences.iter().find(|it| !(least * 1_000..=most * 1_000).contains(*it));
        if let Some(odd) = odd {
            let seconds = *odd as f64 / 1_000.0;
            wrong.push(format!("{seconds:.1} s of silence at “{}” ({least} to {most})", step.id));
        }
        // A frame more or less is none: shares are laid on whole frames.
        if heard[place].silences.last().is_some_and(|last| last + 30 < heard[place].longest()) {
            wrong.push(format!("the last silence at “{}” is not the longest", step.id));
        }
    }
    let quiet = positions(holds, steps).filter(|(place, _)| is_quiet(*place));
    let quiet: Vec<Ms> = quiet.map(|(place, _)| heard[place].longest()).collect();
    // Of the two, one has the longest silence of all, and the other longer ones than any other position.
    let held = positions(holds, steps).filter(|(place, _)| !is_quiet(*place));
    let held = held.map(|(place, _)| heard[place].longest()).max().unwrap_or(0);
    if quiet.iter().any(|quiet| *quiet < held) || quiet.iter().max().is_some_and(|most| *most < longest) {
        wrong.push("the quietest positions are to have the longest silences".into());
    }
    wrong
}

/// The share of talk falls from the first position on, rises at the last one (unless that is a quiet one), and again
/// for getting up.
fn shares(holds: &[Hold], timeline: &Timeline, steps: &[StepText], quietest: &[u16]) -> Vec<String> {
    let heard = heard(timeline);
    let held: Vec<(usize, &StepText)> = positions(holds, steps).collect();
    let (Some((last, of_last)), Some(end)) = (held.last().copied(), heard.last()) else { return Vec::new() };
    let mut wrong = Vec::new();
    for pair in held.get(..held.len() - 1).unwrap_or_default().windows(2) {
        let [before, after] = [pair[0].0, pair[1].0].map(|place| heard[place].share());
        if after > before + RISE {
            wrong.push(format!(
                "“{}” is talked over more ({after:.0} %) than before ({before:.0} %)",
                pair[1].1.id
            ));
        }
    }
    let quiet = held[..held.len() - 1].iter().map(|(place, _)| heard[*place].share()).fold(100.0, f64::min);
    if !quietest.contains(&holds[last].step) && heard[last].share() < quiet - RISE {
        wrong.push(format!("“{}” says no more than the quietest position", of_last.id));
    }
    if end.share() < heard[last].share() {
        wrong.push("getting up says less than the last position".into());
    }
    wrong
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::core::track::frame_at;
    use crate::core::track::timeline::{Saying, Timed};

    pub(crate) fn step(kind: Kind) -> StepText {
        let text = || "".into();
        StepText {
            id: "it".into(),
            kind,
            title: text(),
            place: text(),
            what: text(),
            hands: text(),
            notice: text(),
            why: text(),
            prompt: text(),
            say: Vec::new(),
            consent: text(),
            pregnant: text(),
            seated: text(),
            sources: Vec::new(),
            claims: Vec::new(),
        }
    }

    /// Steps of 100 s, the last without hands, each with so many seconds of talk at its begin.
    pub(crate) fn walk(talk: &[u64]) -> (Vec<Hold>, Timeline, Vec<StepText>) {
        let holds = (0..talk.len()).map(|n| Hold { step: n as u16, seconds: 100 }).collect();
        let begin = |n: usize| frame_at(n as u64 * 100_000);
        let cue = |(n, seconds): (usize, &u64)| Timed {
            at: begin(n),
            lasts: frame_at(seconds * 1_000),
            what: Sounds::Saying(Saying::Line(n as u16, 0)),
        };
        let timeline = Timeline {
            cues: talk.iter().enumerate().map(cue).collect(),
            frames: begin(talk.len()),
            starts: (0..talk.len()).map(begin).collect(),
        };
        let kinds = (0..talk.len()).map(|n| if n + 1 == talk.len() { Kind::Quiet } else { Kind::Position });
        (holds, timeline, kinds.map(step).collect())
    }

    /// A shape with the words that manners go by.
    pub(crate) fn shape() -> raw::Shape {
        let words = |words: &[&str]| words.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
        raw::Shape {
            exits: 3,
            apart: 480,
            hand: 120,
            after: [8, 15],
            rising: 8,
            quietest: Vec::new(),
            tender: Vec::new(),
            asking: words(&["ask"]),
            touching: words(&["hand", "palm"]),
            supposing: words(&["they’d"]),
            getting_up: words(&["sit up"]),
            announcing: Vec::new(),
            lengths: Vec::new(),
            silence: Vec::new(),
            never: Vec::new(),
        }
    }

    #[test]
    fn talk_falls_and_comes_back_at_the_end() {
        for (talk, told) in [
            ([20, 20, 10, 15, 40], None),
            ([10, 20, 10, 15, 40], Some("talked over more")),
            ([20, 20, 24, 25, 40], Some("talked over more")),
            ([20, 20, 10, 5, 40], Some("no more than the quietest")),
            ([20, 20, 10, 15, 12], Some("getting up says less")),
        ] {
            let (holds, timeline, steps) = walk(&talk);
            let wrong = shares(&holds, &timeline, &steps, &[]);
            assert_eq!(wrong.len(), usize::from(told.is_some()), "{talk:?}: {wrong:?}");
            assert!(told.is_none_or(|told| wrong[0].contains(told)), "{wrong:?}");
        }
    }

    #[test]
    fn no_silence_is_longer_than_the_longest() {
        let (holds, timeline, steps) = walk(&[30, 5, 5, 40]);
        let wrong = |most| too_long(&holds, &timeline, &steps, most).len();
        assert_eq!([wrong(96), wrong(94), wrong(65)], [0, 2, 3]);
    }

    #[test]
    fn the_last_silence_is_the_longest() {
        let cue = |at: u64, lasts: u64| Timed {
            at: frame_at(at * 1_000),
            lasts: frame_at(lasts * 1_000),
            what: Sounds::Saying(Saying::Line(0, 0)),
        };
        let (holds, timeline, steps) = walk(&[20]);
        let steps = vec![StepText { kind: Kind::Position, ..steps[0].clone() }];
        let wanted = raw::Silence {
            minutes: toml::Spanned::new(0..0, 1),
            leave: 6,
            usual: [1, 90],
            quietest: [1, 90],
        };
        for (cues, told) in [([cue(0, 10), cue(40, 10)], 0), ([cue(0, 10), cue(70, 10)], 1)] {
            let timeline = Timeline { cues: cues.to_vec(), ..timeline.clone() };
            assert_eq!(silences(&holds, &timeline, &steps, &wanted, &[]).len(), told);
        }
    }

    #[test]
    fn silences_are_what_follows_a_line() {
        let (_, timeline, _) = walk(&[30, 98]);
        let [first, second] = &heard(&timeline)[..] else { panic!("two steps") };
        assert!(first.longest().abs_diff(70_000) < 60, "{first:?}");
        assert!((first.share() - 30.0).abs() < 0.1);
        assert_eq!(second.silences, [0; 0], "a breath is no silence");
    }

    #[test]
    fn time_to_leave_a_place_out_is_no_silence() {
        let (_, mut timeline, _) = walk(&[10]);
        let again = |at: u64| Timed { at: frame_at(at * 1_000), ..timeline.cues[0] };
        let [soon, late] = [again(16), again(30)];
        for (next, silences) in [(soon, 1), (late, 2)] {
            timeline.cues.truncate(1);
            timeline.cues.push(next);
            assert_eq!(heard(&timeline)[0].silences.len(), silences, "{next:?}");
        }
    }

    #[test]
    fn nowhere_is_more_silent_than_where_the_head_is_held() {
        let (holds, timeline, mut steps) = walk(&[30, 20, 25, 40]);
        let minutes = toml::Spanned::new(0..0, 1);
        let wanted = raw::Silence { minutes, leave: 6, usual: [1, 90], quietest: [1, 90] };
        let wrong = |steps: &[StepText], quietest: &[u16]| {
            silences(&holds, &timeline, steps, &wanted, quietest).len()
        };
        assert_eq!([wrong(&steps, &[1]), wrong(&steps, &[1, 2]), wrong(&steps, &[0, 1])], [0, 0, 1]);
        assert_eq!(wrong(&steps, &[2]), 1);
        steps[1].kind = Kind::Quiet;
        assert_eq!(wrong(&steps, &[2]), 1, "a rest counts, too");
    }
}
