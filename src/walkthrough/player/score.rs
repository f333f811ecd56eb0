//! What is walked, and how, as far as it sounds.

use super::MP3;
use crate::content::{Clips, Words};
use crate::core::Ms;
use crate::core::plan::Choice;
use crate::core::track::sheet::Sheet;
use crate::core::track::splice::Channels;
use crate::core::wishes::Wishes;
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
    pub wishes: Wishes,
    /// What begins when.
    pub sheet: Rc<Sheet>,
}

impl Score {
    pub(super) fn channels(&self) -> Channels {
        self.wishes.channels()
    }

    pub(super) fn names(&self) -> Vec<String> {
        self.words.recordings(&self.choice, &self.sheet, self.channels())
    }

    /// The name of a file of this walk.
    pub fn file_name(&self, end: &str) -> String {
        ["stillpoint-", &self.choice.minutes.to_string(), ".", end].concat()
    }

    /// The track from a moment on, with some silence before it.
    pub(super) fn track(&self, sheet: &Sheet, clips: &Clips, from: [Ms; 2]) -> Option<File> {
        let track = self.words.track(&self.choice, sheet, self.channels(), clips, from);
        File::new(MP3, |take| track.each(take))
    }
}
