//! Reads what is said during a walk, ties each line to its recording, and checks that everything
//! that is meant to be said fits into every plan.

use super::{Reader, raw};
use crate::content::book::{Spoken, StepText};
use crate::core::Ms;
use crate::core::plan::{Hold, Plan};
use crate::core::position::Kind;
use crate::core::track::clip::Clip;
use crate::core::track::timeline::{Saying, Script, Sounds, Timeline};
use crate::core::track::{Line, ms, splice};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::PathBuf;

/// The longest sentence that is said, in words: a listener cannot go back.
const LONGEST: usize = 14;

/// The longest silence of a walk, in milliseconds: somebody new should not wonder whether it has stopped.
const SILENCE: Ms = 90_000;

/// The file of a line's recording: its name is a hash of the text, so that a line that was changed
/// has none until it is recorded anew.
pub fn recording(text: &str) -> String {
    let hash = Sha256::digest(text.as_bytes());
    hash[..8].iter().map(|byte| format!("{byte:02x}")).collect::<String>() + ".mp3"
}

impl Reader<'_> {
    /// The lines of every step, in the order of `steps`, and the others.
    pub(super) fn script(&mut self, steps: &[StepText], plans: &[Plan]) -> Option<Spoken> {
        let (file, script) = self.toml::<raw::Script>("script.toml")?;
        let mut lines = vec![Vec::new(); steps.len()];
        for line in &script.line {
            let made = self.line(file, &line.text, line.from, line.soon);
            match steps.iter().position(|step| *step.id == **line.at.get_ref()) {
                Some(step) => lines[step].push(made),
                None => {
                    let reason = format!("there is no step “{}”", line.at.get_ref());
                    self.files[file].fault(line.at.span().start, reason);
                }
            }
        }
        let stay = self.line(file, &script.stay.text, 0, false);
        let mut hellos = Vec::new();
        for plan in plans {
            match script.hello.iter().find(|hello| hello.minutes == plan.minutes) {
                Some(hello) => hellos.push(self.line(file, &hello.text, 0, false)),
                None => self.files[file].fault(0, format!("no hello for {} minutes", plan.minutes)),
            }
        }
        let bells = ["bell.mp3", "bell-end.mp3"].map(|name| self.sound(file, 0, self.sound.join(name)));
        let spoken = Spoken { lines, stay, hellos, bells };
        if self.files[file].faults.is_empty() {
            for (n, plan) in plans.iter().enumerate() {
                self.fits(file, &spoken, n, plan, steps);
            }
        }
        Some(spoken)
    }

    fn line(&mut self, file: usize, text: &raw::At, from: u16, soon: bool) -> Line {
        let words = text.get_ref().trim();
        let at = text.span().start;
        self.plain(file, text);
        for sentence in words.split_inclusive(['.', '?']) {
            let count = sentence.split_whitespace().count();
            if count > LONGEST {
                let reason = format!("{count} words in one spoken sentence (at most {LONGEST})");
                self.files[file].fault(at, reason);
            }
        }
        let frames = self.sound(file, at, self.sound.join(self.language).join(recording(words)));
        // The first frame of a recording is silent: the sound is one shorter.
        Line { text: words.into(), frames: frames.saturating_sub(splice::LEAD_IN as u16), from, soon }
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

    /// Checks that nothing has to be left out of a plan, whichever places are chosen, and that no
    /// silence is too long.
    fn fits(&mut self, file: usize, spoken: &Spoken, n: usize, plan: &Plan, steps: &[StepText]) {
        let alternates = steps.iter().enumerate().filter_map(|(place, step)| match step.kind {
            Kind::Alternate(usual) => Some((usual, place as u16)),
            _ => None,
        });
        let swaps: Vec<(u16, u16)> = alternates.collect();
        let instead = |step: u16| swaps.iter().find(|(usual, _)| *usual == step).map_or(step, |swap| swap.1);
        for list in [&plan.steps, &plan.fewer] {
            let swapped = list.iter().map(|hold| Hold { step: instead(hold.step), ..hold.clone() }).collect();
            for holds in [list.clone(), swapped] {
                let lines = |step: u16| &spoken.lines[usize::from(step)][..];
                let timeline = Timeline::new(
                    &holds,
                    &Script {
                        bells: spoken.bells.map(u32::from),
                        hello: spoken.hellos.get(n),
                        stay: None,
                        lines: &lines,
                        minutes: plan.minutes,
                    },
                );
                for hold in &holds {
                    let wanted = lines(hold.step).iter().filter(|line| line.from <= plan.minutes).count();
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
                let silence = timeline
                    .cues
                    .windows(2)
                    .map(|pair| ms(pair[1].at) - ms(pair[0].end()))
                    .max()
                    .unwrap_or(0);
                if silence > SILENCE {
                    let reason =
                        format!("{} s of silence in {} minutes (at most 90)", silence / 1_000, plan.minutes);
                    self.files[file].fault(0, reason);
                }
            }
        }
    }
}
