//! Where somebody was in a walk, kept as one line of text so that a reload can go on from there.
//!
//! The line is read again perhaps years later, perhaps after somebody edited it: whatever cannot
//! be understood is taken as nothing kept.

use super::Ms;
use super::plan::Choice;

/// A place older than this is not offered any more: half a day.
const OFFERED_FOR: Ms = 12 * 3_600_000;

/// The key under which the place is kept on the device.
pub const KEY: &str = "stillpoint.place";

/// The key for the place of a walk that made way for one in another tab: neither overwrites the other.
pub const OTHER_KEY: &str = "stillpoint.place.other";

/// How often it is kept at the least, in milliseconds of the walk.
pub const KEEP_EVERY: Ms = 15_000;

/// Where somebody was.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// What had been chosen.
    pub choice: Choice,
    /// Milliseconds of the walk that were over.
    pub elapsed: Ms,
    /// Wall-clock moment of keeping, in milliseconds since 1970.
    pub kept: Ms,
}

impl Place {
    /// One line of text: the choice, elapsed, kept.
    pub fn to_line(&self) -> String {
        let (elapsed, kept) = (self.elapsed.to_string(), self.kept.to_string());
        [&self.choice.to_line(), " ", &elapsed, " ", &kept].concat()
    }

    /// Reads such a line. `None` for anything else.
    pub fn from_line(line: &str) -> Option<Place> {
        let parts: Vec<&str> = line.split(' ').collect();
        let [choice, elapsed, kept] = parts[..] else {
            return None;
        };
        let choice = Choice::from_line(choice)?;
        Some(Place { choice, elapsed: elapsed.parse().ok()?, kept: kept.parse().ok()? })
    }

    /// Whether going on from here may still be offered at this wall-clock moment.
    pub fn is_fresh(&self, wall: Ms) -> bool {
        wall.abs_diff(self.kept) <= OFFERED_FOR
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nonsense_is_nothing_kept() {
        for line in [
            "",
            "minutes=20",
            "minutes=20 5",
            "1 20 0 x 5 5",
            "minutes=20&swaps=x 5 5",
            "minutes=twenty 5 5",
            "minutes=20 -5 5",
            "fewer=1 5 5",
        ] {
            assert_eq!(Place::from_line(line), None, "{line:?}");
        }
    }

    #[test]
    fn half_a_day_later_it_is_not_offered() {
        let place = Place { choice: Choice::default(), elapsed: 0, kept: 1_000 };
        assert!(place.is_fresh(1_000 + OFFERED_FOR));
        assert!(!place.is_fresh(1_001 + OFFERED_FOR));
    }

    proptest! {
        #[test]
        fn what_is_kept_is_what_is_read(
            minutes: u16, fewer: bool, swaps: Vec<(u16, u16)>, elapsed: u64, kept: u64,
        ) {
            let place = Place { choice: Choice { minutes, fewer, swaps }, elapsed, kept };
            prop_assert_eq!(Place::from_line(&place.to_line()), Some(place));
        }

        #[test]
        fn any_text_is_borne(line: String) {
            let _ = Place::from_line(&line);
        }
    }
}
