//! What the figures may be at most: `tests/budgets.toml`, its part `[times]`.
//!
//! A key is a measure (`tbt`), or one with ` ratio` after it (`fcp ratio`: our median over the floor's).
//! It means the slow profile, or the only one in which that is measured; `plain ` before it means the other.
//! `key worst` also means `key worst at 1000` and all other sizes; ` at own` means the site as it is.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::bench::questions;
use crate::rows::Row;

/// All budgets by key.
#[derive(Debug, Default)]
pub struct Budgets(BTreeMap<String, f64>);

/// One row held against its budget.
#[derive(Debug)]
pub struct Judged {
    /// Which budget.
    pub key: String,
    /// Its limit.
    pub limit: f64,
    /// The row's place in the list.
    pub row: usize,
    /// What is held against the limit.
    pub value: f64,
    /// Whether it is within.
    pub kept: bool,
}

impl Budgets {
    /// Reads the file; no file, no budgets.
    ///
    /// # Errors
    /// When the file can't be read, or a budget is no number.
    pub fn read(file: Option<&Path>) -> Result<Self, String> {
        let Some(file) = file else { return Ok(Self::default()) };
        let text = fs::read_to_string(file).map_err(|why| format!("{}: {why}", file.display()))?;
        // How many questions there are now is for the words to say.
        let text = text.replace(" at own", &format!(" at {}", questions()));
        Self::parse(&text).map_err(|why| format!("{}: {why}", file.display()))
    }

    fn parse(text: &str) -> Result<Self, String> {
        let all: toml::Table = text.parse().map_err(|why: toml::de::Error| why.to_string())?;
        let times = all.get("times").and_then(toml::Value::as_table).ok_or("it has no [times]")?;
        let number = |value: &toml::Value| value.as_float().or(value.as_integer().map(|it| it as f64));
        let pairs = times.iter().map(|(key, value)| {
            let value = number(value).ok_or(format!("`{key}` is no number"))?;
            Ok((key.clone(), value))
        });
        Ok(Self(pairs.collect::<Result<_, String>>()?))
    }

    /// Holds every row against every budget that means it.
    pub fn judge(&self, rows: &[Row]) -> Vec<Judged> {
        let pairs =
            self.0.iter().flat_map(|(key, limit)| rows.iter().enumerate().map(move |it| (key, *limit, it)));
        let judged = pairs.filter_map(|(key, limit, (place, row))| {
            let value =
                if is_ratio(key, row, rows)? { row.to_floor() } else { row.here.map(|it| it.median) }?;
            Some(Judged { key: key.clone(), limit, row: place, value, kept: value <= limit })
        });
        judged.collect()
    }
}

/// Whether `key` means the ratio of `row`; `None` when it does not mean this row.
fn is_ratio(key: &str, row: &Row, rows: &[Row]) -> Option<bool> {
    let (plain, rest) = key.strip_prefix("plain ").map_or((false, key), |rest| (true, rest));
    let (measure, ratio) = rest.strip_suffix(" ratio").map_or((rest, false), |rest| (rest, true));
    let named = row.measure == measure
        || row.measure.strip_prefix(measure).is_some_and(|rest| rest.starts_with(" at "));
    let twin = rows.iter().any(|it| it.measure == row.measure && it.profile != row.profile);
    let profile = if plain { row.profile == "plain" } else { row.profile != "plain" || !twin };
    (named && profile).then_some(ratio)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rows::Spread;

    fn row(measure: &str, profile: &'static str, here: f64, floor: f64) -> Row {
        let spread = |value| Spread::of(vec![value]);
        let (here, floor) = (spread(here), spread(floor));
        Row { measure: measure.into(), page: "/".into(), profile, unit: "ms", here, floor, yesterday: None }
    }

    #[test]
    fn a_key_means_its_rows() {
        let rows = [
            row("fcp", "slow", 220.0, 200.0),
            row("fcp", "plain", 90.0, 30.0),
            row("share", "plain", 0.4, 0.6),
            row("key worst at 48", "slow", 90.0, 60.0),
            row("key worst at 1000", "slow", 120.0, 60.0),
        ];
        for (key, limit, expected) in [
            ("fcp ratio", 1.2, &[(0, true)][..]),
            ("fcp ratio", 1.0, &[(0, false)]),
            ("plain fcp", 100.0, &[(1, true)]),
            ("share ratio", 0.5, &[(2, false)]),
            ("key worst", 100.0, &[(3, true), (4, false)]),
            ("key worst at 48", 80.0, &[(3, false)]),
            ("lcp", 1.0, &[]),
        ] {
            let budgets = Budgets::parse(&format!("[times]\n\"{key}\" = {limit}")).expect("a budget");
            let found: Vec<_> = budgets.judge(&rows).iter().map(|it| (it.row, it.kept)).collect();
            assert_eq!(found, expected, "{key} {limit}");
        }
    }

    #[test]
    fn what_is_no_budget_is_named() {
        assert!(Budgets::parse("[times]\n\"tbt\" = \"low\"").expect_err("no number").contains("tbt"));
        assert!(Budgets::parse("[exact]").is_err());
    }
}
