//! What is walked, and how, as far as it sounds.

use super::MP3;
use crate::content::{Clips, Words};
use crate::core::Ms;
use crate::core::plan::Choice;
use crate::core::preferences::Preferences;
use crate::core::track::splice::Channels;
use crate::core::track::timeline::{Sounds, Timeline};
use crate::platform::file::File;
use std::rc::Rc;

/// What is walked, and how: everything that the sound depends on.
#[derive(Clone)]
pub struct Score {
    /// The words.
    pub words: Words,
    /// What is walked.
    pub choice: Choice,
    /// How.
    pub preferences: Preferences,
    /// What begins when.
    pub timeline: Rc<Timeline>,
}

impl Score {
    pub(super) fn channels(&self) -> Channels {
        self.preferences.channels()
    }

    /// The name of a cue's recording.
    pub(super) fn recording(&self, what: Sounds) -> String {
        self.words.recording(&self.choice, self.channels(), what)
    }

    pub(super) fn names(&self) -> Vec<String> {
        self.words.recordings(&self.choice, &self.timeline, self.channels())
    }

    /// The name of a file of this walk.
    pub fn file_name(&self, end: &str) -> String {
        ["stillpoint-", &self.choice.minutes.to_string(), ".", end].concat()
    }

    /// The track from a moment on, with some silence before it.
    pub(super) fn track(&self, timeline: &Timeline, clips: &Clips, from: [Ms; 2]) -> Option<File> {
        let track = self.words.track(&self.choice, timeline, self.channels(), clips, from);
        File::new(MP3, |take| track.each(take))
    }
}
