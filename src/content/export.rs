//! A walk as sound and as writing: which recordings it needs, its track, and what can be taken
//! along. The same on the host and in the browser, byte for byte.

use super::{Pack, fill};
use crate::core::plan::{Choice, length};
use crate::core::track::clip::Clip;
use crate::core::track::splice::{Channels, Track};
use crate::core::track::tag::{Chapter, Tag};
use crate::core::track::timeline::{Saying, Script, Sounds, Timed, Timeline};
use crate::core::track::{Line, Posture, ms, transcript};
use crate::core::walk::Bell;
use crate::core::{Ms, Text};

/// Recordings by name, as far as they have come.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Clips(Vec<(String, Clip)>);

impl Clips {
    /// The recording of this name.
    pub fn get(&self, name: &str) -> Option<&Clip> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, clip)| clip)
    }

    /// Keeps a recording.
    pub fn keep(&mut self, name: String, clip: Clip) {
        if self.get(&name).is_none() {
            self.0.push((name, clip));
        }
    }
}

impl Pack {
    /// What is rung and said during a walk. Whoever rests on is not asked to get up.
    pub fn timeline(&self, choice: &Choice, rests: bool) -> Timeline {
        let Some(plan) = self.plan(choice.minutes) else {
            return Timeline::default();
        };
        let lines = |step: u16| &self.steps[usize::from(step)].lines[..];
        let script = Script {
            bells: self.sound.bells.map(u32::from),
            hello: self.hello(choice),
            stay: rests.then_some(&self.sound.stay),
            lines: &lines,
            minutes: plan.minutes,
            fewer: choice.fewer && !plan.fewer.is_empty(),
        };
        Timeline::new(&plan.holds(choice), &script)
    }

    fn hello(&self, choice: &Choice) -> Option<&Line> {
        let plan = self.plans.iter().position(|plan| plan.minutes == choice.minutes)?;
        self.sound.hellos.get(plan)
    }

    /// What is said, as a line; nothing where there is no such plan.
    fn line(&self, choice: &Choice, saying: Saying) -> Option<&Line> {
        match saying {
            Saying::Stay => Some(&self.sound.stay),
            Saying::Taste => Some(&self.sound.taste),
            Saying::Hello => self.hello(choice),
            Saying::Line(step, n) => self.steps.get(usize::from(step))?.lines.get(usize::from(n)),
        }
    }

    /// What is shown for a cue: the words that are said to somebody who lies or sits like this, or the name of
    /// the bell.
    pub fn caption(&self, choice: &Choice, posture: Posture, what: Sounds) -> Text {
        match what {
            Sounds::Bell(Bell::Change) => self.labels.bell_change(),
            Sounds::Bell(Bell::End) => self.labels.bell_end(),
            Sounds::Saying(saying) => {
                self.line(choice, saying).map_or_else(|| "".into(), |line| line.text(posture).clone())
            }
        }
    }

    /// The name of a cue's recording below the folder of the sound, without ending: bells are the same for
    /// all, each speaker has a folder.
    pub fn recording(&self, choice: &Choice, channels: Channels, what: Sounds) -> String {
        let saying = match what {
            Sounds::Bell(Bell::Change) => return "bell".to_owned(),
            Sounds::Bell(Bell::End) => return "bell-end".to_owned(),
            Sounds::Saying(saying) => saying,
        };
        let name = match saying {
            Saying::Stay => "stay".to_owned(),
            Saying::Taste => "taste".to_owned(),
            Saying::Hello => ["hello-", &choice.minutes.to_string()].concat(),
            Saying::Line(step, n) => [&self.steps[usize::from(step)].id, "-", &(n + 1).to_string()].concat(),
        };
        let differs = self.line(choice, saying).and_then(|line| line.instead_for(channels.posture)).is_some();
        let for_whom = if differs { ["-", channels.posture.as_str()].concat() } else { String::new() };
        [channels.speaker.as_str(), "/", &name, &for_whom].concat()
    }

    /// The names of all recordings that a walk needs, in the order in which they sound.
    pub fn recordings(&self, choice: &Choice, timeline: &Timeline, channels: Channels) -> Vec<String> {
        let mut names = Vec::new();
        for cue in timeline.cues.iter().filter(|cue| channels.of(cue.what).is_some()) {
            let name = self.recording(choice, channels, cue.what);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// The track of a walk from a moment on, with some silence before it.
    pub fn track(
        &self,
        choice: &Choice,
        timeline: &Timeline,
        channels: Channels,
        clips: &Clips,
        [from, silence]: [Ms; 2],
    ) -> Track {
        Track::new(timeline, from, silence, &|cue| {
            let quieter = channels.of(cue.what)?;
            Some(clips.get(&self.recording(choice, channels, cue.what))?.clone().quieter(quieter))
        })
    }

    /// The title of a walk that is taken along.
    pub fn walk_title(&self, choice: &Choice) -> String {
        let plan = self.plan(choice.minutes).map_or_else(|| "".into(), |plan| plan.title.clone());
        fill(&self.labels.walk_title(), &[("plan", &plan)])
    }

    /// The tag before its track: title, one chapter a step, and a picture.
    pub fn tag(&self, choice: &Choice, timeline: &Timeline, picture: &[u8]) -> Vec<u8> {
        let holds = self.plan(choice.minutes).map(|plan| plan.holds(choice)).unwrap_or_default();
        let end = length(&holds);
        let begins: Vec<Ms> = timeline.starts.iter().map(|start| ms(*start)).collect();
        let chapters: Vec<Chapter> = holds
            .iter()
            .enumerate()
            .map(|(n, hold)| Chapter {
                title: &self.steps[usize::from(hold.step)].title,
                begin: begins[n],
                end: begins.get(n + 1).copied().unwrap_or(end),
            })
            .collect();
        let (title, by) = (self.walk_title(choice), self.labels.name());
        let language = self.labels.language();
        Tag { title: &title, by: &by, language: &language, length: end, chapters: &chapters, picture }.bytes()
    }

    /// Its transcript to read.
    pub fn transcript(&self, choice: &Choice, posture: Posture, timeline: &Timeline) -> String {
        let holds = self.plan(choice.minutes).map(|plan| plan.holds(choice)).unwrap_or_default();
        let words = self.captions(choice, posture, timeline);
        let step = |n: usize| &*self.steps[usize::from(holds[n].step)].title;
        transcript::text(&self.walk_title(choice), timeline, &step, &|cue| words_of(&words, cue))
    }

    /// Its captions as WebVTT.
    pub fn vtt(&self, choice: &Choice, posture: Posture, timeline: &Timeline) -> String {
        let words = self.captions(choice, posture, timeline);
        transcript::vtt(timeline, &|cue| words_of(&words, cue))
    }

    fn captions(&self, choice: &Choice, posture: Posture, timeline: &Timeline) -> Vec<(Timed, Text)> {
        timeline.cues.iter().map(|cue| (*cue, self.caption(choice, posture, cue.what))).collect()
    }
}

fn words_of<'a>(words: &'a [(Timed, Text)], cue: &Timed) -> &'a str {
    words.iter().find(|(known, _)| known == cue).map_or("", |(_, text)| text)
}
