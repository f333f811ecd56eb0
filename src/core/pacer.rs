//! A pace to breathe along with, for those who like one: their own, or from their own slowly to
//! six breaths a minute. It has nothing to do with any rhythm that practitioners speak of.

use super::Ms;

/// Ten seconds a breath, six a minute: the usual preset of such pacers (Steffen 2017).
pub const SLOW: Ms = 10_000;

/// A breath of somebody who rests, where none was measured: fifteen a minute.
pub const USUAL: Ms = 4_000;

/// The pace drifts for so long, in milliseconds.
const DRIFT: Ms = 60_000;

/// So many taps are counted at most; earlier ones are forgotten.
const TAPS: usize = 5;

/// Length of the breath that begins so long after the start.
pub fn breath(begun: Ms, own: Ms, slower: bool) -> Ms {
    match slower && own < SLOW {
        true => own + (SLOW - own) * begun.min(DRIFT) / DRIFT,
        false => own,
    }
}

/// Somebody's own breath, from the moments of taps, one with each breath in. `None` for fewer than
/// two taps, or taps that are no breathing: a breath takes two to twelve seconds.
pub fn own(taps: &[Ms]) -> Option<Ms> {
    let taps = &taps[taps.len().saturating_sub(TAPS)..];
    let (first, last) = (taps.first()?, taps.last()?);
    let breaths = taps.len() as Ms - 1;
    let mean = last.checked_sub(*first)?.checked_div(breaths)?;
    (2_000..=12_000).contains(&mean).then_some(mean)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pace_drifts_for_a_minute_and_then_stays() {
        let at = |begun| breath(begun, 4_000, true);
        assert_eq!([0, 30_000, 60_000, 600_000].map(at), [4_000, 7_000, 10_000, 10_000]);
        assert_eq!(breath(30_000, 4_000, false), 4_000);
        assert_eq!(breath(30_000, 11_000, true), 11_000, "nobody is made to breathe faster");
    }

    #[test]
    fn taps_tell_the_own_pace() {
        assert_eq!(own(&[0, 4_000, 8_200]), Some(4_100));
        assert_eq!(own(&[0, 100_000, 104_000, 108_000, 112_000, 116_000]), Some(4_000));
        for taps in [&[][..], &[5], &[0, 300], &[0, 60_000], &[9, 3]] {
            assert_eq!(own(taps), None, "{taps:?}");
        }
    }
}
