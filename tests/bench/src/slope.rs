//! How a figure grows with a size, in words: “1.03 times for ten times as many”.

use crate::axis::plain;

/// Where the steepest part grows this many times as much as the flattest (each for ten times the size), one
/// number would not tell the truth.
const BEND: f64 = 1.25;

/// What ten times the size costs.
#[derive(Clone, Debug, PartialEq)]
pub enum Growth {
    /// Everywhere about so many times as much.
    Steady(f64),
    /// From one size to another so many times as much, of ten times the size.
    Bends(Vec<(f64, f64, f64)>),
    /// There is only one size.
    Single(f64),
}

impl Growth {
    /// Of pairs of a size and a figure. Those with a nought are left out, as they have no logarithm; `None`
    /// where none is left.
    pub fn of(points: &[(f64, f64)]) -> Option<Self> {
        let mut points: Vec<(f64, f64)> =
            points.iter().copied().filter(|(size, value)| *size > 0.0 && *value > 0.0).collect();
        points.sort_by(|one, other| one.0.total_cmp(&other.0));
        let first = points.first()?.0;
        let Some(slope) = slope(&points) else { return Some(Self::Single(first)) };
        let pairs = points.windows(2).filter(|pair| pair[0].0 < pair[1].0);
        let pairs = pairs.filter_map(|it| Some((it[0].0, it[1].0, tenfold(self::slope(it)?))));
        let pairs: Vec<(f64, f64, f64)> = pairs.collect();
        let of_pairs = || pairs.iter().map(|it| it.2);
        let (least, most) = (of_pairs().fold(f64::MAX, f64::min), of_pairs().fold(0.0, f64::max));
        Some(if most > BEND * least { Self::Bends(pairs) } else { Self::Steady(tenfold(slope)) })
    }

    /// The growth in words; `noun` is what grows (`time`).
    pub fn words(&self, noun: &str) -> String {
        match self {
            Self::Steady(times) => format!("{} times the {noun}", factor(*times)),
            Self::Bends(pairs) => {
                let part = |(place, (from, to, times)): (usize, &(f64, f64, f64))| {
                    let noun = if place == 0 { format!(" the {noun}") } else { String::new() };
                    format!("{} times{noun} from {} to {}", factor(*times), plain(*from), plain(*to))
                };
                pairs.iter().enumerate().map(part).collect::<Vec<_>>().join(", ")
            }
            Self::Single(size) => format!("measured at {} only", plain(*size)),
        }
    }
}

/// The exponent of the power law that is nearest to the points: least squares of the logarithms. `None` with
/// fewer than two sizes.
pub fn slope(points: &[(f64, f64)]) -> Option<f64> {
    let logs: Vec<(f64, f64)> = points.iter().map(|(size, value)| (size.ln(), value.ln())).collect();
    let count = logs.len() as f64;
    let mean = |of: fn(&(f64, f64)) -> f64| logs.iter().map(of).sum::<f64>() / count;
    let (x, y) = (mean(|it| it.0), mean(|it| it.1));
    let spread: f64 = logs.iter().map(|it| (it.0 - x).powi(2)).sum();
    let common: f64 = logs.iter().map(|it| (it.0 - x) * (it.1 - y)).sum();
    (spread > 1e-9).then(|| common / spread)
}

fn tenfold(slope: f64) -> f64 {
    10_f64.powf(slope)
}

/// Two decimals where it is near one, then fewer.
fn factor(times: f64) -> String {
    match times {
        it if it < 2.0 => format!("{it:.2}"),
        it if it < 10.0 => format!("{it:.1}"),
        it => plain(it.round()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(points: &[(f64, f64)]) -> String {
        Growth::of(points).map_or_else(|| "nothing".into(), |growth| growth.words("time"))
    }

    #[test]
    fn a_power_law_has_its_exponent() {
        for exponent in [0.0, 0.5, 1.0, -0.3] {
            let points = [48.0_f64, 1_000.0, 10_000.0].map(|size| (size, 3.0 * size.powf(exponent)));
            assert!((slope(&points).expect("a slope") - exponent).abs() < 1e-9, "{exponent}");
        }
        assert_eq!(slope(&[(48.0, 3.0)]), None);
        assert_eq!(slope(&[(48.0, 3.0), (48.0, 4.0)]), None);
    }

    #[test]
    fn growth_is_told_in_words() {
        for (points, expected) in [
            (&[(10.0, 2.0), (100.0, 20.0), (1_000.0, 200.0)][..], "10 times the time"),
            (&[(1_000.0, 20.6), (100.0, 20.0)], "1.03 times the time"),
            (&[(10.0, 4.0), (100.0, 2.0)], "0.50 times the time"),
            (
                &[(10.0, 2.0), (100.0, 2.2), (1_000.0, 16.5)],
                "1.10 times the time from 10 to 100, 7.5 times from 100 to 1,000",
            ),
            (&[(48.0, 7.0)], "measured at 48 only"),
            (&[(48.0, 0.0), (1_000.0, 7.0)], "measured at 1,000 only"),
            (&[(48.0, 0.0)], "nothing"),
        ] {
            assert_eq!(told(points), expected);
        }
    }
}
