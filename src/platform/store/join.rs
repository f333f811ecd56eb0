//! Two texts of one name, written at two times without knowing of each other, become one.

use std::collections::BTreeSet;

/// How they are joined.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Join {
    /// A choice: the newer one counts.
    Newer,
    /// Something written: the newer text stands below the older.
    Text,
    /// The same in a field of one line: the newer text stands behind the older.
    Line,
    /// A list, an entry a line: each entry once, the older ones first.
    Lines,
}

impl Join {
    /// What becomes of what was kept and what was typed.
    pub fn of(self, kept: &str, typed: &str) -> String {
        match self {
            Self::Newer => typed.to_owned(),
            Self::Text => both(kept, typed, "\n"),
            Self::Line => both(kept, typed, " / "),
            Self::Lines => {
                let mut known = BTreeSet::new();
                // Of ends in the manner of Windows nothing is left over: it would make another line of the same one.
                let lines = kept.lines().chain(typed.lines()).map(|line| line.trim_end_matches('\r'));
                let lines = lines.filter(|line| !line.trim().is_empty());
                lines.filter(|line| known.insert(*line)).collect::<Vec<_>>().join("\n")
            }
        }
    }
}

fn both(kept: &str, typed: &str, between: &str) -> String {
    // What was joined before is not joined again, also where somebody has written on behind it.
    let ends = kept.strip_suffix(typed).is_some_and(|rest| rest.is_empty() || rest.ends_with(between));
    let goes_on = typed.strip_prefix(kept).is_some_and(|rest| rest.is_empty() || rest.starts_with(between));
    match (kept, typed) {
        (_, "") => kept.to_owned(),
        ("", _) => typed.to_owned(),
        _ if ends => kept.to_owned(),
        _ if goes_on => typed.to_owned(),
        _ => [kept, between, typed].concat(),
    }
}
