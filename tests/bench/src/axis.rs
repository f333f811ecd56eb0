//! A logarithmic axis: what it spans, where a value stands on it, its ticks, and numbers in plain writing.

/// Ticks stand at these times powers of ten.
const STEPS: [f64; 3] = [1.0, 2.0, 5.0];

/// An axis shows at least this many times its least value: what hardly changes shall look so.
const LEAST: f64 = 10.0;

/// One direction of a plot.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    /// The least value that it shows, above nought.
    pub from: f64,
    /// The greatest.
    pub to: f64,
    /// Where the least stands, in pixels.
    pub start: f64,
    /// Where the greatest stands, in pixels.
    pub end: f64,
}

impl Axis {
    /// From tick to tick around all values above nought; `None` where there are none.
    pub fn around(values: &[f64], start: f64, end: f64) -> Option<Self> {
        let (least, most) = ends(values)?;
        let (mut low, mut high) = (tick(below(least)), tick(above(most)));
        let mut more = 0;
        while high / low < LEAST * 0.999 {
            match more % 2 {
                0 => high = tick(above(high * 1.1)),
                _ => low = tick(below(low / 1.1)),
            }
            more += 1;
        }
        Some(Self { from: low, to: high, start, end })
    }

    /// A little more than all values above nought, for an axis whose ticks are the values themselves.
    pub fn along(values: &[f64], start: f64, end: f64) -> Option<Self> {
        let (least, most) = ends(values)?;
        let room = (most / least).powf(0.06).max(1.2);
        Some(Self { from: least / room, to: most * room, start, end })
    }

    /// Where a value above nought stands, in pixels.
    pub fn place(&self, value: f64) -> f64 {
        let part = (value / self.from).ln() / (self.to / self.from).ln();
        self.start + part * (self.end - self.start)
    }

    /// Values with a tick: 1, 2, 5, 10 … or, where these would be too many, powers of ten.
    pub fn ticks(&self) -> Vec<f64> {
        let within = |value: &f64| *value >= self.from * 0.999 && *value <= self.to * 1.001;
        let all = below(self.from)..=above(self.to);
        let all: Vec<(i32, f64)> = all.map(|nth| (nth, tick(nth))).filter(|(_, it)| within(it)).collect();
        let few = all.len() <= 10;
        all.into_iter().filter(|(nth, _)| few || nth.rem_euclid(3) == 0).map(|(_, value)| value).collect()
    }
}

fn ends(values: &[f64]) -> Option<(f64, f64)> {
    let some = || values.iter().copied().filter(|it| it.is_finite() && *it > 0.0);
    some().reduce(f64::min).zip(some().reduce(f64::max))
}

/// The value of a tick: 1 has the number 0, then come 2, 5, 10 …
fn tick(nth: i32) -> f64 {
    STEPS[nth.rem_euclid(3) as usize] * 10_f64.powi(nth.div_euclid(3))
}

/// The last tick that is not above a value.
fn below(value: f64) -> i32 {
    let first = 3 * value.log10().floor() as i32 - 1;
    (first..first + 6).rfind(|nth| tick(*nth) <= value * (1.0 + 1e-9)).unwrap_or(first)
}

/// The first tick that is not below a value.
fn above(value: f64) -> i32 {
    let nth = below(value);
    if tick(nth) >= value * (1.0 - 1e-9) { nth } else { nth + 1 }
}

/// A number as people write it: `10,000`, `218`, `7.25`, `0.05`. A fraction is told to three figures that count.
pub fn plain(value: f64) -> String {
    let places = match value.abs() {
        size if size == size.trunc() || size >= 100.0 => 0,
        size => 2 - (size.log10().floor() as i32).max(-6),
    };
    let text = format!("{value:.*}", places as usize);
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let mut plain = sign.to_owned();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place) % 3 == 0 {
            plain.push(',');
        }
        plain.push(digit);
    }
    match part.trim_end_matches('0') {
        "" => plain,
        part => plain + "." + part,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_ones_twos_and_fives() {
        for (values, expected) in [
            (&[48.0, 3.0, 0.0][..], &[2.0, 5.0, 10.0, 20.0, 50.0][..]),
            (&[10.0], &[5.0, 10.0, 20.0, 50.0]),
            (&[120.0, 119.5], &[50.0, 100.0, 200.0, 500.0]),
            (&[0.03, 2.0], &[0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0]),
            (&[1.0, 90_000.0], &[1.0, 10.0, 100.0, 1_000.0, 10_000.0, 100_000.0]),
        ] {
            let found = Axis::around(values, 0.0, 1.0).expect("an axis").ticks();
            let near = |(one, other): (&f64, &f64)| (one / other - 1.0).abs() < 1e-9;
            let same = found.len() == expected.len() && found.iter().zip(expected).all(near);
            assert!(same, "{values:?}: {found:?}");
        }
        assert_eq!(Axis::around(&[0.0, -1.0, f64::NAN], 0.0, 1.0), None);
    }

    #[test]
    fn ten_times_is_the_same_way_everywhere() {
        let axis = Axis { from: 1.0, to: 1_000.0, start: 400.0, end: 100.0 };
        for (value, place) in [(1.0, 400.0), (10.0, 300.0), (100.0, 200.0), (1_000.0, 100.0)] {
            assert!((axis.place(value) - place).abs() < 1e-9, "{value}: {}", axis.place(value));
        }
    }

    #[test]
    fn numbers_are_plain() {
        for (value, expected) in [
            (48.0, "48"),
            (10_000.0, "10,000"),
            (1_234_567.0, "1,234,567"),
            (7.254, "7.25"),
            (218.4, "218"),
            (-1_000.0, "-1,000"),
            (0.05, "0.05"),
            (0.0, "0"),
        ] {
            assert_eq!(plain(value), expected);
        }
    }
}
