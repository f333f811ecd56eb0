//! Reads what is said during a walk, ties each line to its recording, and checks that everything
//! that is meant to be said fits into every plan.

use super::english::says;
use super::style::words;
use super::{Reader, raw};
use crate::content::book::{Spoken, StepText};
use crate::core::plan::{Hold, Plan};
use crate::core::position::Kind;
use crate::core::track::clip::Clip;
use crate::core::track::timeline::{Saying, Script, Sounds, Timeline};
use crate::core::track::{Line, Posture, Speaker, splice};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::PathBuf;

/// The longest sentence that is said, in words: a listener cannot go back.
const LONGEST: usize = 14;

/// The file of a line's recording: its name is a hash of the text, so that a line that was changed
/// has none until it is recorded anew.
pub fn recording(text: &str) -> String {
    let hash = Sha256::digest(text.as_bytes());
    hash[..8].iter().map(|byte| format!("{byte:02x}")).collect::<String>() + ".mp3"
}

/// What lines do besides what they say.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// Those that offer a way out.
    pub exits: Vec<Saying>,
    /// Those that tell how long the silences may be, in seconds.
    pub tells: Vec<(Saying, u64)>,
}

impl Reader<'_> {
    /// The lines of every step, in the order of `steps`, and the others.
    pub(super) fn script(&mut self, steps: &[StepText], plans: &[Plan]) -> Option<Spoken> {
        let (file, script) = self.toml::<raw::Script>("script.toml")?;
        let mut lines = vec![Vec::new(); steps.len()];
        let mut marks = Marks::default();
        for line in &script.line {
            let made = self.line(file, line);
            self.wording(file, &script.shape, line);
            let lengths = line.after.iter().chain(&line.soon).map(u16::to_string);
            let lengths: Vec<String> = lengths.chain(line.wait.keys().cloned()).collect();
            let known = |length: &String| plans.iter().any(|plan| plan.minutes.to_string() == *length);
            if let Some(length) = lengths.iter().find(|length| !known(length)) {
                let reason = format!("there is no plan of {length} minutes");
                self.files[file].fault(line.at.span().start, reason);
            }
            if lengths.is_empty() {
                self.files[file].fault(line.at.span().start, "no length says this");
            }
            match steps.iter().position(|step| *step.id == **line.at.get_ref()) {
                Some(step) => {
                    let saying = Saying::Line(step as u16, lines[step].len() as u16);
                    marks.exits.extend(line.exit.then_some(saying));
                    marks.tells.extend(line.tells.map(|seconds| (saying, seconds)));
                    lines[step].push(made);
                }
                None => {
                    let reason = format!("there is no step “{}”", line.at.get_ref());
                    self.files[file].fault(line.at.span().start, reason);
                }
            }
        }
        let stay = self.alone(file, &script.stay.text);
        let taste = self.alone(file, &script.taste.text);
        let mut hellos = Vec::new();
        for plan in plans {
            match script.hello.iter().find(|hello| hello.minutes == plan.minutes) {
                Some(hello) => hellos.push(self.alone(file, &hello.text)),
                None => self.files[file].fault(0, format!("no hello for {} minutes", plan.minutes)),
            }
        }
        let bells = ["bell.mp3", "bell-end.mp3"].map(|name| self.sound(file, 0, self.sound.join(name)));
        let spoken = Spoken { lines, stay, taste, hellos, bells };
        if self.files[file].faults.is_empty() {
            for (n, plan) in plans.iter().enumerate() {
                self.fits(file, &spoken, n, plan, steps);
            }
        }
        if self.files[file].faults.is_empty() {
            self.shape(file, &script.shape, &spoken, &marks, plans, steps);
        }
        Some(spoken)
    }

    /// A line in all its wordings, tied to its recordings: the longest of them is its length.
    fn line(&mut self, file: usize, line: &raw::Line) -> Line {
        let mut made = self.alone(file, &line.text);
        for (other, instead) in [&line.side, &line.seated].into_iter().zip(&mut made.instead) {
            if let Some(other) = other {
                let Line { text, frames, .. } = self.alone(file, other);
                *instead = Some(text);
                made.frames = made.frames.max(frames);
            }
        }
        let wait = line.wait.iter().filter_map(|(length, seconds)| Some((length.parse().ok()?, *seconds)));
        Line {
            after: line.after.clone(),
            soon: line.soon.clone(),
            wait: wait.collect(),
            fewer: line.fewer,
            ..made
        }
    }

    /// What a line says in every posture, against what is never said there, and the length of silence that it tells.
    fn wording(&mut self, file: usize, shape: &raw::Shape, line: &raw::Line) {
        let texts = [Some(&line.text), line.side.as_ref(), line.seated.as_ref()];
        for (posture, own) in Posture::ALL.into_iter().zip(texts) {
            let text = own.unwrap_or(&line.text);
            let lower = text.get_ref().to_lowercase();
            let said: Vec<&str> = words(&lower).collect();
            let mut fault = |reason| self.files[file].fault(text.span().start, reason);
            for never in &shape.never {
                let meant = never.to.as_ref().is_none_or(|to| Posture::parse(to) == Some(posture));
                if let Some(phrase) = never.say.iter().find(|phrase| meant && says(&said, phrase)) {
                    fault(format!("“{phrase}” ({}): {}", posture.as_str(), never.why));
                }
            }
            if let Some(seconds) = line.tells {
                let told = shape.lengths.iter().filter(|length| says(&said, &length.say));
                if told.map(|length| length.seconds).max() != Some(seconds) {
                    fault(format!("this tells {seconds} s, and says another length of silence"));
                }
            }
        }
    }

    /// A line that all lengths say alike.
    fn alone(&mut self, file: usize, text: &raw::At) -> Line {
        // The first frame of a recording is silent: the sound is one shorter.
        let frames = self.said(file, text).saturating_sub(splice::LEAD_IN as u16);
        Line { text: text.get_ref().trim().into(), frames, ..Line::default() }
    }

    /// The frames of the longest recording of a text, which is looked through.
    fn said(&mut self, file: usize, text: &raw::At) -> u16 {
        let spoken = text.get_ref().trim();
        let at = text.span().start;
        self.plain(file, text);
        for sentence in spoken.split_inclusive(['.', '?']) {
            let count = sentence.split_whitespace().count();
            if count > LONGEST {
                let reason = format!("{count} words in one spoken sentence (at most {LONGEST})");
                self.files[file].fault(at, reason);
            }
        }
        let folder = self.sound.join(self.language);
        let of = |speaker: Speaker| folder.join(speaker.as_str()).join(recording(spoken));
        Speaker::ALL.map(|speaker| self.sound(file, at, of(speaker))).into_iter().max().unwrap_or(0)
    }

    /// The frames of a recording, looked through.
    fn sound(&mut self, file: usize, at: usize, path: PathBuf) -> u16 {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let read = fs::read(&path).map_err(|_| {
            format!("there is no recording {name} of this: `python authoring/clips.py` makes it")
        });
        let clip = read.and_then(|bytes| {
            Clip::read(&bytes).map_err(|flaw| format!("the recording {name} cannot be used: {flaw}"))
        });
        match clip {
            Ok(clip) => clip.frames() as u16,
            Err(reason) => {
                self.files[file].fault(at, reason);
                0
            }
        }
    }

    /// Checks that nothing has to be left out of a plan, whichever places are chosen.
    fn fits(&mut self, file: usize, spoken: &Spoken, n: usize, plan: &Plan, steps: &[StepText]) {
        for (holds, fewer) in variants(plan, steps) {
            let timeline = timeline(spoken, n, plan, &holds, fewer);
            for hold in &holds {
                let lines = &spoken.lines[usize::from(hold.step)];
                let wanted = lines.iter().filter(|line| line.is_said(plan.minutes, fewer)).count();
                let said = timeline.cues.iter().filter(
                    |cue| matches!(cue.what, Sounds::Saying(Saying::Line(step, _)) if step == hold.step),
                );
                if said.count() < wanted {
                    let (id, seconds) = (&steps[usize::from(hold.step)].id, hold.seconds);
                    let reason = format!(
                        "what is said at “{id}” does not fit into its {seconds} seconds in {} minutes",
                        plan.minutes
                    );
                    self.files[file].fault(0, reason);
                }
            }
        }
    }
}

/// Every list of holds of a plan, and whether it is the one with fewer positions: as it is, and with all other
/// positions in place of the usual ones.
pub(super) fn variants(plan: &Plan, steps: &[StepText]) -> Vec<(Vec<Hold>, bool)> {
    let alternates = steps.iter().enumerate().filter_map(|(place, step)| match step.kind {
        Kind::Alternate(usual) => Some((usual, place as u16)),
        _ => None,
    });
    let swaps: Vec<(u16, u16)> = alternates.collect();
    let instead = |step: u16| swaps.iter().find(|(usual, _)| *usual == step).map_or(step, |swap| swap.1);
    let lists = [(&plan.steps, false), (&plan.fewer, true)].into_iter().filter(|(list, _)| !list.is_empty());
    lists
        .flat_map(|(list, fewer)| {
            let swapped = list.iter().map(|hold| Hold { step: instead(hold.step), ..hold.clone() }).collect();
            [(list.clone(), fewer), (swapped, fewer)]
        })
        .collect()
}

/// The timeline of some holds of a plan, the `n`-th.
pub(super) fn timeline(spoken: &Spoken, n: usize, plan: &Plan, holds: &[Hold], fewer: bool) -> Timeline {
    let script = Script {
        bells: spoken.bells.map(u32::from),
        hello: spoken.hellos.get(n),
        stay: None,
        lines: &|step| &spoken.lines[usize::from(step)],
        minutes: plan.minutes,
        fewer,
    };
    Timeline::new(holds, &script)
}
