//! Where the hands lie, step by step: on the figure's grid, x = 60 + 9 × percent of body length.
//! A hand points to the right with its thumb up, as a right hand seen from its back or a left one
//! seen from its palm; `turn` is in degrees, clockwise. The practitioner sits at the figure's
//! right side, at the head or at the feet; which hand lies where follows from that.

/// A hand with its forearm.
pub struct Hand {
    /// Between body and table.
    pub under: bool,
    /// The symbol that draws it: seen from its back, or flat from the side.
    pub shape: &'static str,
    /// Middle of the palm.
    pub x: i16,
    /// Middle of the palm.
    pub y: i16,
    /// Clockwise turn in degrees.
    pub turn: i16,
    /// The other hand: thumb on the other side.
    pub mirrored: bool,
}

const BACK: &str = "#hand-back";
const FLAT: &str = "#hand-flat";

const fn over(shape: &'static str, x: i16, y: i16, turn: i16, mirrored: bool) -> Hand {
    Hand { under: false, shape, x, y, turn, mirrored }
}

const fn under(shape: &'static str, x: i16, y: i16, turn: i16, mirrored: bool) -> Hand {
    Hand { under: true, shape, x, y, turn, mirrored }
}

/// The hands of each step; a step that is not named has none.
const HANDS: &[(&str, &[Hand])] = &[
    ("feet-opening", &[under(FLAT, 934, 234, 180, false)]),
    ("sacrum", &[under(BACK, 452, 240, 202, true), over(BACK, 432, 172, -84, true)]),
    ("hip-side", &[over(BACK, 462, 172, -84, false)]),
    ("spine", &[under(BACK, 462, 240, 202, true), under(BACK, 236, 240, 202, false)]),
    ("diaphragm", &[under(BACK, 366, 246, -78, false), over(BACK, 346, 142, -82, false)]),
    ("side-ribs", &[over(BACK, 350, 168, -82, false)]),
    ("upper-chest", &[under(BACK, 196, 244, -24, false), over(BACK, 226, 144, -32, false)]),
    ("shoulders", &[over(BACK, 222, 158, 6, false)]),
    ("skull-base", &[under(FLAT, 120, 220, -4, true)]),
    ("head-cradle", &[under(FLAT, 94, 216, 0, true)]),
    ("forehead", &[over(FLAT, 66, 96, 8, false)]),
    ("temples", &[over(BACK, 100, 150, -4, false)]),
    ("jaw", &[over(BACK, 132, 150, -14, false)]),
    ("feet-closing", &[over(BACK, 940, 122, 176, true)]),
];

/// The hands of a step; none for steps without hands.
pub fn hands(step: &str) -> &'static [Hand] {
    HANDS.iter().find(|(id, _)| *id == step).map_or(&[], |(_, hands)| hands)
}
