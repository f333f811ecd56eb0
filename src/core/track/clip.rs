//! A recorded clip: frames that can be laid anywhere in a track.

use super::Frames;
use super::frame::{Flaw, length, quieten};
use std::rc::Rc;

/// A clip that was looked through, frame by frame.
#[derive(Clone, Debug, PartialEq)]
pub struct Clip {
    bytes: Rc<[u8]>,
    frames: Frames,
}

impl Clip {
    /// Looks through the bytes of a clip.
    ///
    /// # Errors
    /// When a frame is not of our kind, leans on another one, or is cut off.
    pub fn read(bytes: &[u8]) -> Result<Self, Flaw> {
        let (mut at, mut frames) = (0, 0);
        while at < bytes.len() {
            at += length(bytes, at)?;
            frames += 1;
        }
        match frames {
            0 => Err(Flaw::Empty),
            _ => Ok(Self { bytes: bytes.into(), frames }),
        }
    }

    /// Its length.
    pub fn frames(&self) -> Frames {
        self.frames
    }

    /// Its bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The same clip, quieter by so many steps of 1.5 decibels.
    #[must_use]
    pub fn quieter(self, steps: u8) -> Self {
        if steps == 0 {
            return self;
        }
        let mut bytes = self.bytes.to_vec();
        let mut at = 0;
        while let Ok(length) = length(&bytes, at) {
            quieten(&mut bytes[at..at + length], steps);
            at += length;
        }
        Self { bytes: bytes.into(), frames: self.frames }
    }
}

#[cfg(test)]
mod tests {
    use super::super::frame::SILENCE;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn frames_are_counted() {
        let clip = Clip::read(&SILENCE.repeat(3)).expect("a clip");
        assert_eq!((clip.frames(), clip.bytes().len()), (3, 78));
    }

    #[test]
    fn a_clip_that_is_cut_off_names_the_byte() {
        let bytes = SILENCE.repeat(3);
        assert_eq!(Clip::read(&bytes[..70]), Err(Flaw::CutOff(52)));
        assert_eq!(Clip::read(b""), Err(Flaw::Empty));
        assert_eq!(Clip::read(b"ID3\x04 and more"), Err(Flaw::NoFrame(0)));
    }

    proptest! {
        #[test]
        fn any_bytes_are_borne(bytes: Vec<u8>) {
            if let Ok(clip) = Clip::read(&bytes) {
                prop_assert_eq!(clip.quieter(9).bytes().len(), bytes.len());
            }
        }
    }
}
