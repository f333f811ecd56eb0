//! The track: one audio file of exactly the chosen length, made on the device.
//!
//! A plan and the lines that are said at its steps give a **timeline**: what begins when. The timeline and
//! recorded clips give an MP3: frames laid one after another, with a silent frame wherever nothing
//! sounds. Nothing is encoded here; frames recorded without a bit reservoir stand by themselves.
//!
//! All sound is mono MPEG-2 layer III at 22,050 samples a second, as the clips are recorded.

pub mod clip;
pub mod frame;
pub mod noise;
pub mod splice;
pub mod tag;
pub mod timeline;
pub mod transcript;

use super::{Ms, Text};
use serde::{Deserialize, Serialize};

/// Samples a second.
pub const RATE: u32 = 22_050;

/// Samples of one frame: MPEG-2 layer III has two granules of 288.
pub const SAMPLES: u32 = 576;

/// A count of frames, each 26.12 milliseconds long.
pub type Frames = u32;

/// A sentence or two that is said and shown at a step.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct Line {
    /// What is said, and shown as the caption.
    pub text: Text,
    /// What is said instead to somebody on their side, and in a chair, where it differs.
    pub instead: [Option<Text>; 2],
    /// Length of its longest recording: whoever speaks and whoever listens, the time is the same.
    pub frames: u16,
    /// The lengths, in minutes, that say it after a share of the silence.
    pub after: Vec<u16>,
    /// The lengths that say it a breath after the line before.
    pub soon: Vec<u16>,
    /// The lengths that say it so many seconds after the line before.
    pub wait: Vec<(u16, u16)>,
    /// It is said only where positions are fewer and longer.
    pub fewer: bool,
}

impl Line {
    /// Whether it is said in walks of so many minutes, with all positions or with fewer.
    pub fn is_said(&self, minutes: u16, fewer: bool) -> bool {
        let lengths = self.after.iter().chain(&self.soon).chain(self.wait.iter().map(|(length, _)| length));
        (fewer || !self.fewer) && lengths.into_iter().any(|length| *length == minutes)
    }

    /// What is said to somebody who lies or sits like this.
    pub fn text(&self, posture: Posture) -> &Text {
        self.instead_for(posture).unwrap_or(&self.text)
    }

    /// What is said instead of the usual text, if it differs.
    pub fn instead_for(&self, posture: Posture) -> Option<&Text> {
        match posture {
            Posture::Back => None,
            Posture::Side => self.instead[0].as_ref(),
            Posture::Seated => self.instead[1].as_ref(),
        }
    }
}

/// How somebody lies or sits during a walk.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Posture {
    /// On the back.
    #[default]
    Back,
    /// On the side.
    Side,
    /// In a chair.
    Seated,
}

impl Posture {
    /// Every posture.
    pub const ALL: [Posture; 3] = [Posture::Back, Posture::Side, Posture::Seated];

    /// Its name in the form, in what is kept, and in the names of recordings.
    pub fn as_str(self) -> &'static str {
        match self {
            Posture::Back => "back",
            Posture::Side => "side",
            Posture::Seated => "seated",
        }
    }

    /// The posture of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|posture| posture.as_str() == name)
    }
}

/// Who has recorded the lines.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Speaker {
    /// A woman.
    #[default]
    Emma,
    /// A man.
    George,
}

impl Speaker {
    /// Everybody who has.
    pub const ALL: [Speaker; 2] = [Speaker::Emma, Speaker::George];

    /// The name of their folder of recordings, in the form and in what is kept.
    pub fn as_str(self) -> &'static str {
        match self {
            Speaker::Emma => "emma",
            Speaker::George => "george",
        }
    }

    /// The speaker of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|speaker| speaker.as_str() == name)
    }
}

/// When so many frames are over, in milliseconds, rounded to the nearest.
pub fn ms(frames: Frames) -> Ms {
    (Ms::from(frames) * Ms::from(SAMPLES) * 1_000 + Ms::from(RATE / 2)) / Ms::from(RATE)
}

/// The frame that begins nearest to a moment.
pub fn frame_at(moment: Ms) -> Frames {
    let samples = moment * Ms::from(RATE) / 1_000;
    ((samples + Ms::from(SAMPLES / 2)) / Ms::from(SAMPLES)) as Frames
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_is_kept_to_half_a_frame() {
        assert_eq!(frame_at(3_600_000), 137_813);
        assert_eq!(ms(137_813), 3_600_013);
        for moment in (0..3_600_000).step_by(997) {
            assert!(ms(frame_at(moment)).abs_diff(moment) <= 14, "{moment}");
        }
    }
}
