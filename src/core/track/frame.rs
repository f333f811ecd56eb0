//! One frame of an MP3, as far as splicing has to know it: its length, that it stands by itself,
//! and how loud it is. ISO/IEC 13818-3 (MPEG-2 layer III), mono, without a checksum.

use std::fmt;

/// A frame in which nothing sounds: 8 kbit/s, every field of the side information zero.
pub const SILENCE: [u8; 26] = {
    let mut frame = [0; 26];
    (frame[0], frame[1], frame[2], frame[3]) = (0xff, 0xf3, 0x10, 0xc4);
    frame
};

/// Bytes before a frame's sound: 4 of header, 9 of side information.
pub const PREFACE: usize = 13;

/// Bit rates in kbit/s by their index in a header.
const BIT_RATES: [u32; 15] = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];

/// Where `global_gain` begins, in bits after the header: after `main_data_begin` (8), a private
/// bit, `part2_3_length` (12) and `big_values` (9).
const GAIN_AT: usize = 30;

/// Why a clip cannot be used.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Flaw {
    /// Nothing in it.
    Empty,
    /// No frame begins at this byte.
    NoFrame(usize),
    /// Another version, layer, rate or number of channels than ours, or a checksum.
    OtherKind(usize),
    /// A frame leans on sound kept in frames before it (the bit reservoir was on).
    Reservoir(usize),
    /// The last frame is cut off.
    CutOff(usize),
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let (what, at) = match self {
            Flaw::Empty => return f.write_str("it is empty"),
            Flaw::NoFrame(at) => ("no MP3 frame begins", at),
            Flaw::OtherKind(at) => ("not mono MPEG-2 layer III at 22,050 Hz without a checksum,", at),
            Flaw::Reservoir(at) => ("the bit reservoir is in use", at),
            Flaw::CutOff(at) => ("the file is cut off in the frame", at),
        };
        write!(f, "{what} at byte {at}")
    }
}

/// The length in bytes of the frame that begins at byte `at`.
///
/// # Errors
/// When no whole frame of our kind begins there, or it does not stand by itself.
pub fn length(bytes: &[u8], at: usize) -> Result<usize, Flaw> {
    let Some(&[sync, kind, rate, mode, main_data_begin]) = bytes.get(at..at + 5) else {
        return Err(Flaw::CutOff(at));
    };
    if sync != 0xff || kind & 0xe0 != 0xe0 {
        return Err(Flaw::NoFrame(at));
    }
    let (bit_rate, padding) = (usize::from(rate >> 4), usize::from(rate >> 1 & 1));
    if kind != 0xf3 || rate & 0x0c != 0 || mode & 0xc0 != 0xc0 || bit_rate == 0 || bit_rate > 14 {
        return Err(Flaw::OtherKind(at));
    }
    if main_data_begin != 0 {
        return Err(Flaw::Reservoir(at));
    }
    let length = (72_000 * BIT_RATES[bit_rate] / super::RATE) as usize + padding;
    match at + length <= bytes.len() {
        true => Ok(length),
        false => Err(Flaw::CutOff(at)),
    }
}

/// Makes a frame quieter by so many steps of 1.5 decibels, without encoding it anew. A frame in
/// which nothing sounds stays as it is.
pub fn quieten(frame: &mut [u8], steps: u8) {
    let at = 4 + GAIN_AT / 8;
    if frame.len() < PREFACE || frame[PREFACE - 8..].iter().all(|byte| *byte == 0) {
        return;
    }
    let shift = 16 - 8 - GAIN_AT % 8;
    let pair = u16::from_be_bytes([frame[at], frame[at + 1]]);
    let gain = (pair >> shift) as u8;
    let gain = u16::from(gain.saturating_sub(steps)) << shift;
    let pair = pair & !(0xff << shift) | gain;
    frame[at..at + 2].copy_from_slice(&pair.to_be_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn silence_is_a_frame() {
        assert_eq!(length(&SILENCE, 0), Ok(26));
    }

    #[test]
    fn the_gain_lies_across_two_bytes() {
        let mut frame = [0xff_u8; 40];
        quieten(&mut frame, 8);
        // 255 - 8 = 0b1111_0111, from bit 30 after the header on.
        assert_eq!(frame[7], 0b1111_1111);
        assert_eq!(frame[8], 0b1101_1111);
        assert_eq!(frame[9], 0xff);
        quieten(&mut frame, 255);
        assert_eq!((frame[7], frame[8]), (0b1111_1100, 0b0000_0011));
    }

    #[test]
    fn silence_stays_silence() {
        let mut frame = SILENCE;
        quieten(&mut frame, 4);
        assert_eq!(frame, SILENCE);
    }

    #[test]
    fn what_is_not_ours_is_refused_with_a_reason() {
        let check = |byte: usize, value: u8, flaw: Flaw| {
            let mut frame = SILENCE;
            frame[byte] = value;
            assert_eq!(length(&frame, 0), Err(flaw), "{flaw}");
        };
        check(0, 0x00, Flaw::NoFrame(0));
        check(1, 0xfb, Flaw::OtherKind(0));
        check(1, 0xf2, Flaw::OtherKind(0));
        check(2, 0x14, Flaw::OtherKind(0));
        check(2, 0xf0, Flaw::OtherKind(0));
        check(3, 0x44, Flaw::OtherKind(0));
        check(4, 1, Flaw::Reservoir(0));
        check(2, 0x20, Flaw::CutOff(0));
        assert_eq!(length(&SILENCE[..3], 0), Err(Flaw::CutOff(0)));
    }
}
