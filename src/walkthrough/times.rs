//! Lengths of time as people read them.

use crate::content::{Labels, fill};
use crate::core::Ms;

/// Minutes and seconds, rounded up to whole seconds, so that "0:00" is shown only at the end.
pub fn clock_face(left: Ms) -> String {
    let seconds = left.div_ceil(1_000);
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// A length in words: "4 min", "30 s", "1 min 30 s".
pub fn in_words(labels: &Labels, seconds: u32) -> String {
    let (minutes, seconds) = (seconds / 60, seconds % 60);
    let minutes_text = fill(&labels.minutes(), &[("n", &minutes.to_string())]);
    let seconds_text = fill(&labels.seconds(), &[("n", &seconds.to_string())]);
    match (minutes, seconds) {
        (_, 0) => minutes_text,
        (0, _) => seconds_text,
        _ => format!("{minutes_text} {seconds_text}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_face_rounds_up() {
        for (left, face) in
            [(0, "0:00"), (1, "0:01"), (1_000, "0:01"), (59_001, "1:00"), (3_600_000, "60:00")]
        {
            assert_eq!(clock_face(left), face, "{left}");
        }
    }
}
