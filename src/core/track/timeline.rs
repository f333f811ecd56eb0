//! The timeline of a walk: what is rung and said, and when. Captions, sound, the device's own voice,
//! chapters and transcript are all read from it.
//!
//! A step begins with a bell, then come its lines, some a breath or so many seconds after the one before; the silence
//! that is left is shared out evenly between the others and after the last one. What does not fit into a short step is
//! left out from its end.

use super::{Frames, Line, frame_at, ms};
use crate::core::Ms;
use crate::core::plan::Hold;
use crate::core::walk::Bell;

/// A step's words begin this long after it: its bell has faded by then.
pub const AFTER_BELL: Ms = 4_500;

/// The very first words begin this long after the start: time to put the phone down, and for recordings to come.
pub const AT_FIRST: Ms = 2_000;

/// The last words of a step end at least this long before the next one.
pub const BEFORE_CHANGE: Ms = 8_000;

/// A breath between two lines that belong together.
pub const BREATH: Ms = 2_500;

/// The least silence between two lines that do not.
pub const PAUSE: Ms = 4_000;

/// Frames kept free between two sounds, so that none ever touches another.
const APART: Frames = 8;

/// Which line is said.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Saying {
    /// How long the walk takes.
    Hello,
    /// That one may rest on, in place of the last step's lines.
    Stay,
    /// A line of a step: index of the step, index of the line in it.
    Line(u16, u16),
    /// A taste of the voice, before Start. No timeline has it.
    Taste,
}

/// What begins.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Sounds {
    /// A bell.
    Bell(Bell),
    /// A line.
    Saying(Saying),
}

/// Something that is heard and shown.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Timed {
    /// When it begins.
    pub at: Frames,
    /// How long it sounds.
    pub lasts: Frames,
    /// What it is.
    pub what: Sounds,
}

impl Timed {
    /// When it is over.
    pub fn end(&self) -> Frames {
        self.at + self.lasts
    }
}

/// What can be said and rung.
#[derive(Clone, Copy)]
pub struct Script<'a> {
    /// Length of the bell for a change, and of the one for the end.
    pub bells: [Frames; 2],
    /// How long the walk takes, in words.
    pub hello: Option<&'a Line>,
    /// Said at the last step by whoever rests on; then no bell ends the walk.
    pub stay: Option<&'a Line>,
    /// The lines of each step of the walk, by the step's index.
    pub lines: &'a dyn Fn(u16) -> &'a [Line],
    /// Minutes of the plan: each length has lines of its own.
    pub minutes: u16,
    /// Whether positions are fewer and longer, which takes more lines.
    pub fewer: bool,
}

/// What is rung and said, in order, none of it at the same time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    /// In order of time.
    pub cues: Vec<Timed>,
    /// Length of the walk.
    pub frames: Frames,
    /// The first frame of each step.
    pub starts: Vec<Frames>,
}

impl Timeline {
    /// The timeline of these holds.
    pub fn new(holds: &[Hold], script: &Script) -> Self {
        let total: Ms = holds.iter().map(|hold| Ms::from(hold.seconds) * 1_000).sum();
        let mut timeline = Self { cues: Vec::new(), frames: frame_at(total), starts: Vec::new() };
        let mut begin = 0;
        for (place, hold) in holds.iter().enumerate() {
            let end = begin + Ms::from(hold.seconds) * 1_000;
            timeline.starts.push(frame_at(begin));
            timeline.step(script, hold, [begin, end], place + 1 == holds.len());
            begin = end;
        }
        let lasts = script.bells[1];
        let at = timeline.frames.saturating_sub(lasts);
        let free = timeline.cues.last().is_none_or(|last| last.end() + APART <= at);
        if script.stay.is_none() && free && at > 0 {
            timeline.cues.push(Timed { at, lasts, what: Sounds::Bell(Bell::End) });
        }
        timeline
    }

    /// A step's bell and its lines.
    fn step(&mut self, script: &Script, hold: &Hold, [begin, end]: [Ms; 2], last: bool) {
        let mut at = begin + AT_FIRST;
        if begin > 0 {
            let bell =
                Timed { at: frame_at(begin), lasts: script.bells[0], what: Sounds::Bell(Bell::Change) };
            if bell.end() + APART <= frame_at(end) {
                at = ms(bell.end() + APART).max(begin + AFTER_BELL);
                self.cues.push(bell);
            }
        }
        let mut lines: Vec<(&Line, Saying)> = Vec::new();
        if begin == 0 {
            lines.extend(script.hello.map(|line| (line, Saying::Hello)));
        }
        match script.stay.filter(|_| last) {
            Some(stay) => lines.push((stay, Saying::Stay)),
            None => {
                let own = (script.lines)(hold.step).iter().enumerate();
                let own = own.filter(|(_, line)| line.is_said(script.minutes, script.fewer));
                lines.extend(own.map(|(n, line)| (line, Saying::Line(hold.step, n as u16))));
            }
        }
        // In front of the end's bell a breath is enough; the bell itself keeps the rest of the time.
        let quiet = BEFORE_CHANGE.max(if last { ms(script.bells[1]) + BREATH / 2 } else { 0 });
        while let Err(TooLong) = self.say(&lines, script.minutes, at, [end.saturating_sub(at), quiet]) {
            lines.pop();
        }
    }

    /// Puts lines from a moment on, if they fit into so much time with so much silence at its end.
    fn say(
        &mut self,
        lines: &[(&Line, Saying)],
        minutes: u16,
        mut at: Ms,
        [room, quiet]: [Ms; 2],
    ) -> Result<(), TooLong> {
        // How long after the line before, unless it is a share of the silence.
        let gap = |n: usize| {
            let wait = lines[n].0.wait.iter().find(|(length, _)| *length == minutes);
            let belongs = || lines[n].0.soon.contains(&minutes) || lines[n - 1].1 == Saying::Hello;
            wait.map(|(_, seconds)| Ms::from(*seconds) * 1_000).or_else(|| belongs().then_some(BREATH))
        };
        let gaps: Vec<Ms> = (1..lines.len()).filter_map(gap).collect();
        let said: Ms = lines.iter().map(|(line, _)| ms(Frames::from(line.frames) + 1)).sum();
        let free = room.checked_sub(said + gaps.iter().sum::<Ms>());
        // One share after each line whose silence is not given: also after the last one.
        let shares = (lines.len() - gaps.len()) as Ms;
        let share = match free {
            _ if lines.is_empty() => return Ok(()),
            Some(free) if free / shares >= quiet => free / shares,
            Some(free) if shares == 1 && free >= quiet => free,
            Some(free) if shares > 1 && free >= quiet + PAUSE * (shares - 1) => (free - quiet) / (shares - 1),
            _ => return Err(TooLong),
        };
        for (n, (line, saying)) in lines.iter().enumerate() {
            if n > 0 {
                at += gap(n).unwrap_or(share);
            }
            let first = frame_at(at);
            let lasts = Frames::from(line.frames);
            self.cues.push(Timed { at: first, lasts, what: Sounds::Saying(*saying) });
            at = ms(first + lasts);
        }
        Ok(())
    }

    /// The last cue that had begun at a moment of the walk, if it belongs to the same step.
    pub fn shown_at(&self, moment: Ms) -> Option<&Timed> {
        let moment = frame_at(moment);
        let begun = self.cues.partition_point(|cue| cue.at <= moment);
        let step = self.starts.iter().rev().find(|start| **start <= moment)?;
        self.cues[..begun].last().filter(|cue| cue.at >= *step)
    }

    /// When the next cue begins after a moment of the walk.
    pub fn next_after(&self, moment: Ms) -> Option<Ms> {
        let begun = self.cues.partition_point(|cue| cue.at <= frame_at(moment));
        self.cues.get(begun).map(|cue| ms(cue.at))
    }
}

/// These lines do not fit.
struct TooLong;

#[cfg(test)]
mod tests;
