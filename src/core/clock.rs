//! A clock that neither a changed system time nor a closed lid can mislead.
//!
//! Browsers offer two clocks. The monotonic one never jumps, but on many systems it stands still
//! while the machine sleeps. The wall clock runs on, but people and servers set it. This takes the
//! monotonic step, except where the wall clock has run ahead by more than any jitter: then the
//! device slept, and the wall clock tells how long.

use super::Ms;

/// Wall time that is ahead of monotonic time by more than this was sleep, not jitter.
const SLEEP: Ms = 2_000;

/// The longest sleep that is believed: half a day. A larger jump is somebody setting the date.
const LONGEST_SLEEP: Ms = 12 * 3_600_000;

/// Turns pairs of readings into one time that only ever moves forward.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Steady {
    last: Option<(Ms, Ms)>,
    now: Ms,
}

impl Steady {
    /// The time since the first reading, in milliseconds, given the monotonic and the wall clock.
    pub fn read(&mut self, monotonic: Ms, wall: Ms) -> Ms {
        if let Some((monotonic_before, wall_before)) = self.last {
            let step = monotonic.saturating_sub(monotonic_before);
            let wall_step = wall.saturating_sub(wall_before);
            let ahead = wall_step.saturating_sub(step);
            let slept = ahead > SLEEP && ahead <= LONGEST_SLEEP;
            self.now += if slept { wall_step } else { step };
        }
        self.last = Some((monotonic, wall));
        self.now
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads the clock at each pair and compares the last answer.
    fn check(readings: &[(Ms, Ms)], expected: Ms) {
        let mut clock = Steady::default();
        let last = readings.iter().map(|&(m, w)| clock.read(m, w)).last();
        assert_eq!(last, Some(expected), "{readings:?}");
    }

    #[test]
    fn runs_with_the_monotonic_clock() {
        check(&[(5, 1_000), (1_005, 2_003)], 1_000);
    }

    #[test]
    fn a_wall_clock_set_back_changes_nothing() {
        check(&[(0, 9_000_000), (1_000, 1_801_000), (2_000, 1_802_000)], 2_000);
    }

    #[test]
    fn a_date_set_far_ahead_changes_nothing() {
        check(&[(0, 0), (1_000, 90_000_000)], 1_000);
    }

    #[test]
    fn sleep_counts_although_the_monotonic_clock_stood_still() {
        check(&[(0, 0), (1_000, 601_000), (2_000, 602_000)], 602_000);
    }

    #[test]
    fn a_monotonic_clock_that_goes_back_is_taken_as_standing_still() {
        check(&[(1_000, 1_000), (400, 1_200), (500, 1_300)], 100);
    }
}
