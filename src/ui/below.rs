//! The mark of what lies below the first screen, or far down on it: who goes to a page gets it a moment
//! later, when the first screen has been painted.

/// The mark of a section, by its place among its neighbours: two of them fill the first screen.
pub fn below(nth: usize) -> Option<&'static str> {
    (nth >= 2).then_some("")
}
