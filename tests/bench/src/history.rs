//! The history of the figures that have budgets: one line a recorded run.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::budgets::Judged;

const FIRST: [&str; 3] = ["date", "name", "commit"];
/// Stands where nothing was measured.
const NOTHING: &str = "-";

/// Adds a line: for each budget the worst of its figures. A budget that is new to the file gets a column.
///
/// # Errors
/// When the file can't be read or written.
pub fn record(file: &Path, name: &str, commit: &str, judged: &[Judged]) -> Result<(), String> {
    let failed = |why: std::io::Error| format!("{}: {why}", file.display());
    let old = match fs::read_to_string(file) {
        Err(why) if why.kind() == ErrorKind::NotFound => String::new(),
        old => old.map_err(failed)?,
    };
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let date = date(since.as_secs() / 86_400);
    fs::write(file, with_line(&old, [&date, name, commit], judged)).map_err(failed)
}

fn with_line(old: &str, first: [&str; 3], judged: &[Judged]) -> String {
    let mut worst: BTreeMap<&str, f64> = BTreeMap::new();
    for Judged { key, value, .. } in judged {
        let known = worst.entry(key).or_insert(*value);
        *known = known.max(*value);
    }
    let mut lines = old.lines();
    let mut head: Vec<&str> = lines.next().map_or_else(|| FIRST.to_vec(), |head| head.split('\t').collect());
    let new: Vec<&str> = worst.keys().copied().filter(|key| !head.contains(key)).collect();
    head.extend(new);
    let mut text = head.join("\t") + "\n";
    for line in lines {
        let known = line.split('\t').count();
        let empty = format!("\t{NOTHING}").repeat(head.len().saturating_sub(known));
        text.extend([line, &empty, "\n"]);
    }
    let told = |key: &&str| worst.get(key).map_or_else(|| NOTHING.into(), |value| format!("{value:.3}"));
    let figures = head.iter().skip(FIRST.len()).map(told);
    let line: Vec<String> = first.iter().map(|it| (*it).replace(['\t', '\n'], " ")).chain(figures).collect();
    text.extend([line.join("\t").as_str(), "\n"]);
    text
}

/// A day such as `2026-11-22`, from its number since 1970.
fn date(mut days: u64) -> String {
    let leap = |year: u64| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let mut year = 1970;
    while days >= 365 + u64::from(leap(year)) {
        days -= 365 + u64::from(leap(year));
        year += 1;
    }
    let february = 28 + u64::from(leap(year));
    let mut month = 1;
    for length in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30] {
        if days < length {
            break;
        }
        days -= length;
        month += 1;
    }
    format!("{year}-{month:02}-{:02}", days + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_have_dates() {
        for (days, expected) in
            [(0, "1970-01-01"), (19_782, "2024-02-29"), (20_088, "2024-12-31"), (20_089, "2025-01-01")]
        {
            assert_eq!(date(days), expected);
        }
    }

    #[test]
    fn a_line_is_added() {
        let judged = |key: &str, value| Judged { key: key.into(), limit: 1.0, row: 0, value, kept: true };
        let one = with_line("", ["d", "one", "c1"], &[judged("fcp ratio", 1.1), judged("fcp ratio", 1.25)]);
        assert_eq!(one, "date\tname\tcommit\tfcp ratio\nd\tone\tc1\t1.250\n");
        let two = with_line(&one, ["d", "two", "c2"], &[judged("tbt", 12.0)]);
        assert_eq!(two, "date\tname\tcommit\tfcp ratio\ttbt\nd\tone\tc1\t1.250\t-\nd\ttwo\tc2\t-\t12.000\n");
    }
}
