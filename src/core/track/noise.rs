//! A soft bed of sound to rest on, made on the device: a WAV file that can be repeated without a seam.
//!
//! White noise is made dull by two gentle low-pass filters, which sounds like far-off rain; summed up, it is brown
//! noise, deep and even. A drone is a few low tones that swell and fade at their own pace. Each is the same on every
//! device: the numbers come from a fixed seed.

use super::RATE;

/// Length of the noise in seconds: long enough that its repeating is not noticed.
const SECONDS: u32 = 24;

/// The end is blended into the beginning over so many samples: half a second.
const BLEND: usize = RATE as usize / 2;

/// How loud it is at the highest of five levels, as the largest sample out of 32,767: about -14 dB.
const LOUDEST: f32 = 6_500.0;

/// The tones of the drone: waves and swells in the whole length, so that they meet themselves again, and share.
/// About 82, 110, 165 and 220 Hz: the two below are the body, the two above are what a telephone can still carry.
const TONES: [(f32, f32, f32); 4] =
    [(1_968.0, 1.0, 1.0), (2_640.0, 2.0, 0.9), (3_960.0, 3.0, 0.5), (5_280.0, 2.0, 0.35)];

/// What there is to rest on.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Bed {
    /// Like far-off rain.
    #[default]
    Rain,
    /// Deep and even.
    Brown,
    /// Low tones.
    Drone,
}

impl Bed {
    /// Every bed.
    pub const ALL: [Bed; 3] = [Bed::Rain, Bed::Brown, Bed::Drone];

    /// Its name in the form and in what is kept.
    pub fn as_str(self) -> &'static str {
        match self {
            Bed::Rain => "rain",
            Bed::Brown => "brown",
            Bed::Drone => "drone",
        }
    }

    /// The bed of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|bed| bed.as_str() == name)
    }
}

/// Each level is so much quieter than the one above: 4 dB.
const STEP: f32 = 0.63;

/// The bed at a level from 1 to 5, as the bytes of a WAV file: 16 bits, mono.
pub fn noise(bed: Bed, level: u8) -> Vec<u8> {
    let length = (SECONDS * RATE) as usize;
    let samples = match bed {
        Bed::Rain => {
            let (mut first, mut second) = (0.0_f32, 0.0_f32);
            blended(length, |white| {
                first += 0.09 * (white - first);
                second += 0.25 * (first - second);
                second
            })
        }
        Bed::Brown => {
            let (mut sum, mut middle) = (0.0_f32, 0.0_f32);
            blended(length, |white| {
                sum = 0.995 * sum + white;
                // What a loudspeaker can't move with is taken away, and would only cost loudness.
                middle += 0.006 * (sum - middle);
                sum - middle
            })
        }
        Bed::Drone => {
            let turn = std::f32::consts::TAU / length as f32;
            let wave = |n: usize, waves: f32| {
                // Counted within a wave: a large angle has no digits left.
                let (n, waves) = (n as u64 * waves as u64 % length as u64, turn);
                (n as f32 * waves).sin()
            };
            let tone = |n: usize, (waves, swells, share): (f32, f32, f32)| {
                share * wave(n, waves) * (0.7 + 0.3 * wave(n, swells))
            };
            (0..length).map(|n| TONES.iter().map(|it| tone(n, *it)).sum()).collect()
        }
    };
    let most = samples.iter().fold(0.0_f32, |most, sample| most.max(sample.abs()));
    let loud = (level..5).fold(LOUDEST, |loud, _| loud * STEP) / most;
    let mut bytes = header(length as u32 * 2);
    bytes.extend(samples.iter().flat_map(|sample| ((sample * loud) as i16).to_le_bytes()));
    bytes
}

/// Noise of this length, made from white noise, whose end goes over into its beginning.
fn blended(length: usize, mut of_white: impl FnMut(f32) -> f32) -> Vec<f32> {
    let mut seed = 0x2545_f491_u32;
    let mut samples: Vec<f32> = (0..length + BLEND)
        .map(|_| {
            seed ^= seed << 13;
            seed ^= seed >> 17;
            seed ^= seed << 5;
            of_white(seed as f32 / u32::MAX as f32 - 0.5)
        })
        .collect();
    for n in 0..BLEND {
        let share = n as f32 / BLEND as f32;
        // Equal power: the two halves have nothing in common.
        samples[n] = samples[n] * share.sqrt() + samples[length + n] * (1.0 - share).sqrt();
    }
    samples.truncate(length);
    samples
}

/// The header of a WAV file with so many bytes of sound.
fn header(size: u32) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(44 + size as usize);
    bytes.extend(b"RIFF");
    bytes.extend((36 + size).to_le_bytes());
    bytes.extend(b"WAVEfmt ");
    bytes.extend(16_u32.to_le_bytes());
    bytes.extend(1_u16.to_le_bytes());
    bytes.extend(1_u16.to_le_bytes());
    bytes.extend(RATE.to_le_bytes());
    bytes.extend((RATE * 2).to_le_bytes());
    bytes.extend(2_u16.to_le_bytes());
    bytes.extend(16_u16.to_le_bytes());
    bytes.extend(b"data");
    bytes.extend(size.to_le_bytes());
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn samples(bed: Bed, level: u8) -> Vec<i16> {
        noise(bed, level)[44..].chunks(2).map(|pair| i16::from_le_bytes([pair[0], pair[1]])).collect()
    }

    #[test]
    fn the_seam_is_no_larger_a_step_than_any_other() {
        for bed in Bed::ALL {
            let samples = samples(bed, 5);
            let step = |a: i16, b: i16| (i32::from(a) - i32::from(b)).abs();
            let largest = samples.windows(2).map(|pair| step(pair[0], pair[1])).max().expect("samples");
            assert!(step(samples[0], samples[samples.len() - 1]) <= largest, "{bed:?}");
        }
    }

    #[test]
    fn levels_are_four_decibels_apart() {
        for bed in Bed::ALL {
            let most = |level| {
                f64::from(samples(bed, level).iter().map(|s| s.unsigned_abs()).max().expect("samples"))
            };
            assert!((6_400.0..=6_500.0).contains(&most(5)), "{bed:?}");
            for level in 1..5 {
                let apart = 20.0 * (most(level + 1) / most(level)).log10();
                assert!((3.9..=4.1).contains(&apart), "{bed:?} {level}: {apart}");
            }
        }
    }
}
