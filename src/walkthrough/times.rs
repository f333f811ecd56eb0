//! Lengths of time as people read them.

use crate::content::{Labels, fill};
use crate::core::Ms;

/// Minutes and seconds, rounded up to whole seconds, so that "0:00" is shown only at the end.
pub fn clock_face(left: Ms) -> String {
    let seconds = left.div_ceil(1_000);
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// A length in words: "30 s" below a minute, else to the nearest minute, "about 4 min". Seconds would look as if a
/// session kept to them.
pub fn in_words(labels: &Labels, seconds: u32) -> String {
    match seconds {
        0..60 => fill(&labels.seconds(), &[("n", &seconds.to_string())]),
        _ => fill(&labels.minutes(), &[("n", &((seconds + 30) / 60).to_string())]),
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
