//! How somebody likes a walk: what sounds and how loud, and how it begins and ends. Kept on the device as one
//! line of `name=value` pairs.
//!
//! The line is read again perhaps years later, perhaps after somebody edited it: whatever is
//! unknown, missing or out of range stays as it is by default.

use super::Ms;
use super::track::noise::Bed;
use super::track::splice::Channels;
use super::track::{Posture, Speaker};

/// The key under which they are kept on the device (an old name for them).
pub const KEY: &str = "stillpoint.wishes";

/// As loud as recorded; each level below is two steps of 1.5 decibels quieter.
pub const LOUDEST: u8 = 5;

/// The longest time to settle in, in seconds.
pub const LONGEST_SETTLE: u8 = 60;

/// Which voice says the lines.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Voice {
    /// The recorded one.
    Recorded,
    /// The device's own, which stops when the screen locks.
    Device,
    /// None: the lines are shown only.
    None,
}

/// Everything that can be preferred, beside what is walked.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Preferences {
    /// Whether bells ring.
    pub bells: bool,
    /// How loud bells are, 1 to 5.
    pub bells_level: u8,
    /// Which voice speaks.
    pub voice: Voice,
    /// Whose recordings they are.
    pub speaker: Speaker,
    /// How somebody lies or sits: some lines differ.
    pub posture: Posture,
    /// How loud the recorded voice is, 1 to 5.
    pub voice_level: u8,
    /// How loud the soft sound is, 1 to 5; 0 for none.
    pub noise: u8,
    /// What it is.
    pub bed: Bed,
    /// Whether the device shakes gently at a change and at the end.
    pub shake: bool,
    /// Seconds to settle in before the walk begins, 0 to 60.
    pub settle: u8,
    /// To rest on at the end: no last bell, and nobody is asked to get up.
    pub rests: bool,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            bells: true,
            bells_level: LOUDEST,
            voice: Voice::Recorded,
            speaker: Speaker::default(),
            posture: Posture::default(),
            voice_level: LOUDEST,
            noise: 0,
            bed: Bed::default(),
            shake: false,
            settle: 0,
            rests: false,
        }
    }
}

impl Preferences {
    /// Takes the pairs of a line; what it does not name stays.
    #[must_use]
    pub fn with(mut self, line: &str) -> Self {
        let mut device = self.voice == Voice::Device;
        let mut speaks = self.voice != Voice::None;
        for (name, value) in line.split('&').filter_map(|pair| pair.split_once('=')) {
            let on = value == "1";
            let number: Option<u8> = value.parse().ok();
            let put = |place: &mut u8, least: u8, most: u8| {
                *place = number.filter(|number| (least..=most).contains(number)).unwrap_or(*place);
            };
            match name {
                "bells" => self.bells = on,
                "bells-level" => put(&mut self.bells_level, 1, LOUDEST),
                "voice" => speaks = on,
                "device" => device = on,
                "speaker" => self.speaker = Speaker::parse(value).unwrap_or(self.speaker),
                "posture" => self.posture = Posture::parse(value).unwrap_or(self.posture),
                "voice-level" => put(&mut self.voice_level, 1, LOUDEST),
                "noise" => put(&mut self.noise, 0, LOUDEST),
                "bed" => self.bed = Bed::parse(value).unwrap_or(self.bed),
                "shake" => self.shake = on,
                "settle" => put(&mut self.settle, 0, LONGEST_SETTLE),
                "rests" => self.rests = on,
                _ => {}
            }
        }
        self.voice = match (speaks, device) {
            (false, _) => Voice::None,
            (true, true) => Voice::Device,
            (true, false) => Voice::Recorded,
        };
        self
    }

    /// The line that gives these preferences back. Names are those of the fields of the form.
    pub fn to_line(&self) -> String {
        let flag = |on: bool| u8::from(on);
        let pairs = [
            ("bells", flag(self.bells)),
            ("bells-level", self.bells_level),
            ("voice", flag(self.voice != Voice::None)),
            ("device", flag(self.voice == Voice::Device)),
            ("voice-level", self.voice_level),
            ("noise", self.noise),
            ("shake", flag(self.shake)),
            ("settle", self.settle),
            ("rests", flag(self.rests)),
        ];
        let numbers = pairs.map(|(name, value)| [name, "=", &value.to_string()].concat()).join("&");
        let named = [
            ("speaker", self.speaker.as_str()),
            ("posture", self.posture.as_str()),
            ("bed", self.bed.as_str()),
        ];
        named.iter().fold(numbers, |line, (name, value)| [&line, "&", name, "=", value].concat())
    }

    /// What sounds in the track, and how much quieter than recorded.
    pub fn channels(&self) -> Channels {
        let quieter = |level: u8| (LOUDEST - level.min(LOUDEST)) * 2;
        Channels {
            bells: self.bells.then(|| quieter(self.bells_level)),
            voice: (self.voice == Voice::Recorded).then(|| quieter(self.voice_level)),
            speaker: self.speaker,
            posture: self.posture,
        }
    }

    /// Time to settle in, in milliseconds.
    pub fn settle(&self) -> Ms {
        Ms::from(self.settle) * 1_000
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_unknown_or_out_of_range_changes_nothing() {
        for line in [
            "",
            "bells",
            "x=1",
            "settle=61&noise=9",
            "settle=-1",
            "bells-level=0&voice-level=six",
            "speaker=joe&posture=&bed=x",
        ] {
            assert_eq!(Preferences::default().with(line), Preferences::default(), "{line:?}");
        }
    }

    #[test]
    fn no_voice_is_kept_apart_from_which_voice() {
        let voice = |line| Preferences::default().with(line).voice;
        assert_eq!(voice("voice=0&device=1"), Voice::None);
        assert_eq!(voice("voice=1&device=1"), Voice::Device);
        assert_eq!(voice("voice=1&device=0"), Voice::Recorded);
    }

    #[test]
    fn levels_are_three_decibels_apart() {
        let channels = Preferences::default().with("bells-level=3&voice=0").channels();
        assert_eq!((channels.bells, channels.voice), (Some(4), None));
    }

    proptest! {
        #[test]
        fn what_is_kept_is_what_is_read(
            flags: [bool; 5], levels in (1_u8..=5, 1_u8..=5, 0_u8..=5, 0_u8..=60), who in 0_usize..2, lies in 0_usize..3, under in 0_usize..3,
        ) {
            let (speaker, posture, bed) = (Speaker::ALL[who], Posture::ALL[lies], Bed::ALL[under]);
            let [bells, shake, rests, speaks, device] = flags;
            let voice = match (speaks, device) {
                (false, _) => Voice::None,
                (true, true) => Voice::Device,
                (true, false) => Voice::Recorded,
            };
            let (bells_level, voice_level, noise, settle) = levels;
            let preferences = Preferences {
                bells, bells_level, voice, speaker, posture, voice_level, noise, bed, shake, settle, rests,
            };
            prop_assert_eq!(Preferences::default().with(&preferences.to_line()), preferences);
        }

        #[test]
        fn any_text_is_borne(line: String) {
            let _ = Preferences::default().with(&line);
        }
    }
}
