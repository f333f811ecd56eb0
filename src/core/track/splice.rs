//! Splicing: a timeline and clips become the bytes of an MP3, in pieces that need little memory.
//!
//! The first frame is silent and carries a Xing header (number of frames, of bytes, and where each
//! hundredth of the time lies), so that players know the length and find their way.

use super::clip::Clip;
use super::frame::{PREFACE, SILENCE};
use super::timeline::{Sounds, Timed, Timeline};
use super::{Frames, Posture, Speaker, frame_at};
use crate::core::Ms;

/// A clip's sound begins this many frames after the clip: its first frame lets decoders settle.
pub const LEAD_IN: Frames = 1;

/// The frame with the Xing header: 48 kbit/s, for 120 bytes have to fit.
const HEAD: usize = 156;

/// Silence is handed out in pieces of this many frames.
const PIECE: usize = 2_048;

/// A track: clips at their places, and silence everywhere else.
#[derive(Clone, Debug, Default)]
pub struct Track {
    clips: Vec<(Frames, Clip)>,
    frames: Frames,
}

impl Track {
    /// The track of a walk from a moment on, with some silence before it. `clip` gives what sounds
    /// at a cue, already as loud as it should be; where it gives nothing there is silence.
    ///
    /// What had begun before `from` is left out, and so is whatever would lie over another clip.
    pub fn new(timeline: &Timeline, from: Ms, silence: Ms, clip: &dyn Fn(&Timed) -> Option<Clip>) -> Self {
        let (first, lead) = (frame_at(from).min(timeline.frames), frame_at(silence));
        let mut track = Self { clips: Vec::new(), frames: lead + timeline.frames - first };
        let mut free = 0;
        for cue in timeline.cues.iter().filter(|cue| cue.at >= first) {
            let Some(clip) = clip(cue) else { continue };
            let at = (lead + cue.at - first).saturating_sub(LEAD_IN);
            let end = at + clip.frames();
            if at >= free && end <= track.frames {
                track.clips.push((at, clip));
                free = end;
            }
        }
        track
    }

    /// Length without the header's frame.
    pub fn frames(&self) -> Frames {
        self.frames
    }

    /// Size in bytes.
    pub fn size(&self) -> usize {
        HEAD + self.place_of(self.frames)
    }

    /// Hands out all bytes in order.
    pub fn each(&self, take: &mut dyn FnMut(&[u8])) {
        take(&self.head());
        let silence = SILENCE.repeat(PIECE);
        let still = |frames: Frames, take: &mut dyn FnMut(&[u8])| {
            let mut left = frames as usize;
            while left > 0 {
                let now = left.min(PIECE);
                take(&silence[..now * SILENCE.len()]);
                left -= now;
            }
        };
        let mut at = 0;
        for (begin, clip) in &self.clips {
            still(begin - at, take);
            take(clip.bytes());
            at = begin + clip.frames();
        }
        still(self.frames - at, take);
    }

    /// All bytes at once.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.size());
        self.each(&mut |piece| bytes.extend_from_slice(piece));
        bytes
    }

    /// How many bytes lie before a frame, the header's frame not counted. Within a clip it is an
    /// estimate, which is all that a table of hundredths can hold.
    fn place_of(&self, frame: Frames) -> usize {
        let (mut place, mut at) = (0, 0);
        for (begin, clip) in &self.clips {
            if *begin >= frame {
                break;
            }
            place += (begin - at) as usize * SILENCE.len();
            let inside = (frame - begin).min(clip.frames());
            if inside < clip.frames() {
                return place + clip.bytes().len() * inside as usize / clip.frames() as usize;
            }
            place += clip.bytes().len();
            at = begin + inside;
        }
        place + (frame - at) as usize * SILENCE.len()
    }

    /// The frame with the Xing header.
    fn head(&self) -> [u8; HEAD] {
        let mut head = [0; HEAD];
        head[..4].copy_from_slice(&[0xff, 0xf3, 0x60, 0xc4]);
        let size = self.size();
        let mut at = PREFACE;
        // Frames, bytes and table are there: bits 0, 1 and 2.
        for word in [*b"Xing", 7_u32.to_be_bytes(), self.frames.to_be_bytes(), (size as u32).to_be_bytes()] {
            head[at..at + 4].copy_from_slice(&word);
            at += 4;
        }
        for hundredth in 0..100_u64 {
            let frame = (u64::from(self.frames) * hundredth / 100) as Frames;
            let place = (HEAD + self.place_of(frame)) as u64 * 256 / size as u64;
            head[at + hundredth as usize] = place.min(255) as u8;
        }
        head
    }
}

/// Which of the channels sound, and how much quieter than recorded, in steps of 1.5 decibels; and which of the
/// recordings they are.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Channels {
    /// Bells; `None` for none.
    pub bells: Option<u8>,
    /// The recorded voice; `None` for none.
    pub voice: Option<u8>,
    /// Whose voice it is.
    pub speaker: Speaker,
    /// To whom it speaks.
    pub posture: Posture,
}

impl Channels {
    /// How much quieter a cue sounds; `None` if it does not sound at all.
    pub fn of(&self, what: Sounds) -> Option<u8> {
        match what {
            Sounds::Bell(_) => self.bells,
            Sounds::Saying(_) => self.voice,
        }
    }
}

#[cfg(test)]
mod tests;
