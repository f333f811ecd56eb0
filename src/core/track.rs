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
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Line {
    /// What is said, and shown as the caption.
    pub text: Text,
    /// Length of its recording.
    pub frames: u16,
    /// It is said in walks of at least this many minutes.
    pub from: u16,
    /// It follows the line before after a breath, not after a share of the silence.
    pub soon: bool,
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
