//! Rows that tell the same at several sizes, put together.
//!
//! Such rows are named `key median at 1000` or, for another size than the number of questions, `start works at
//! 3 languages`.

use crate::lines::{Line, Point};
use crate::rows::Row;

/// The size that is meant where none is named.
const AXIS: &str = "questions";
/// The page and profile that a file's name leaves out.
const PAGE: &str = "/faq/";
const PROFILE: &str = "slow";

/// A figure at several sizes.
#[derive(Debug)]
pub struct Curve {
    /// Its name in the report, without the size.
    pub measure: String,
    /// The page's route.
    pub page: String,
    /// Name of the profile.
    pub profile: &'static str,
    /// `ms`, `kB` …
    pub unit: &'static str,
    /// Name of the size.
    pub axis: String,
    /// Of `here` and of `floor`; either may have no points.
    pub lines: [Line; 2],
}

/// All figures that were measured at two sizes or more, in the order of the rows.
pub fn of(rows: &[Row]) -> Vec<Curve> {
    let mut curves: Vec<Curve> = Vec::new();
    for row in rows {
        let Some((measure, at, axis)) = parts(&row.measure) else { continue };
        let same = |it: &Curve| {
            it.measure == measure && it.page == row.page && it.profile == row.profile && it.axis == axis
        };
        let place = curves.iter().position(same).unwrap_or(curves.len());
        if place == curves.len() {
            curves.push(Curve::new(row, measure, axis));
        }
        for (line, value) in curves[place].lines.iter_mut().zip([row.here, row.floor]) {
            line.points.extend(value.map(|value| Point { at, value }));
            line.points.sort_by(|one, other| one.at.total_cmp(&other.at));
        }
    }
    curves.retain(|it| it.lines.iter().any(|line| line.points.len() > 1));
    curves
}

/// Measure, size and name of the size.
fn parts(name: &str) -> Option<(&str, f64, &str)> {
    let (measure, rest) = name.rsplit_once(" at ")?;
    let (number, axis) = rest.split_once(' ').unwrap_or((rest, AXIS));
    Some((measure, number.parse().ok()?, axis))
}

impl Curve {
    fn new(row: &Row, measure: &str, axis: &str) -> Self {
        Self {
            measure: measure.to_owned(),
            page: row.page.clone(),
            profile: row.profile,
            unit: row.unit,
            axis: axis.to_owned(),
            lines: ["here", "floor"].map(|name| Line { name: name.to_owned(), points: Vec::new() }),
        }
    }

    /// The name of its picture: `scale-key-median.svg`, and more where page, profile or size are not the usual.
    pub fn file(&self) -> String {
        let mut name = format!("scale {}", self.measure.trim_start_matches("scale "));
        for (part, usual) in [(&*self.page, PAGE), (self.profile, PROFILE), (&self.axis, AXIS)] {
            if part != usual {
                name = format!("{name} {}", if part == "/" { "home" } else { part });
            }
        }
        let words = name.split(|it: char| !it.is_ascii_alphanumeric()).filter(|it| !it.is_empty());
        words.map(str::to_ascii_lowercase).collect::<Vec<_>>().join("-") + ".svg"
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use crate::rows::Spread;

    /// A row with one figure of each site.
    pub fn row(measure: &str, page: &str, profile: &'static str, here: f64, floor: Option<f64>) -> Row {
        let (here, floor) = (Spread::of(vec![here]), Spread::of(floor.into_iter().collect()));
        Row { measure: measure.into(), page: page.into(), profile, unit: "ms", here, floor, yesterday: None }
    }

    #[test]
    fn what_belongs_together_is_found() {
        let rows = [
            row("fcp", "/", "slow", 1.0, None),
            row("key median at 1000", "/faq/", "slow", 22.0, Some(90.0)),
            row("key median at 48", "/faq/", "slow", 21.0, Some(8.0)),
            row("key median at 48", "/faq/", "plain", 7.0, None),
            row("key median at 1000", "/faq/", "plain", 7.5, None),
            row("looking at things", "/faq/", "slow", 1.0, None),
            row("key worst at 48", "/faq/", "slow", 40.0, None),
            row("start works at 1 languages", "/", "slow", 5.0, None),
            row("start works at 3 languages", "/", "slow", 6.0, None),
        ];
        let curves = of(&rows);
        let files: Vec<String> = curves.iter().map(Curve::file).collect();
        assert_eq!(
            files,
            ["scale-key-median.svg", "scale-key-median-plain.svg", "scale-start-works-home-languages.svg"]
        );
        let sizes: Vec<f64> = curves[0].lines[1].points.iter().map(|it| it.at).collect();
        assert_eq!(sizes, [48.0, 1_000.0]);
        assert!(curves[1].lines[1].points.is_empty());
    }
}
