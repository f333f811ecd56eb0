//! Which place of the body a drawn hand lies on: the drawing in words comes from the same numbers as the
//! drawing, and a test holds both against what a session is.

use super::body::Build;
use super::hands::{Hand, Lies, View, Which, hands};
use super::spline::Point;
use crate::content::book::{Book, FigureWords};
use crate::content::fill;
use crate::core::Text;

/// From the middle of the palm towards the fingers: where a hand touches, in units of the drawing.
const REACH: f64 = 20.0;

/// Places of a body in one view, in units of the drawing.
fn places(view: View) -> &'static [(&'static str, Point)] {
    match view {
        View::Side => &[
            ("forehead", (84.0, 118.0)),
            ("head-side", (122.0, 148.0)),
            ("jaw", (156.0, 140.0)),
            ("head-back", (116.0, 204.0)),
            ("skull-base", (134.0, 222.0)),
            ("back", (218.0, 234.0)),
            ("shoulder", (246.0, 156.0)),
            ("collarbones", (240.0, 122.0)),
            ("ribs", (358.0, 140.0)),
            ("ribs", (372.0, 226.0)),
            ("hip", (450.0, 148.0)),
            ("sacrum", (460.0, 232.0)),
            ("foot", (932.0, 210.0)),
            ("foot", (938.0, 132.0)),
        ],
        View::Top => &[
            ("forehead", (76.0, 190.0)),
            ("forehead", (76.0, 130.0)),
            ("head-side", (124.0, 206.0)),
            ("head-side", (124.0, 114.0)),
            ("jaw", (154.0, 198.0)),
            ("jaw", (154.0, 122.0)),
            ("head-back", (110.0, 174.0)),
            ("head-back", (110.0, 146.0)),
            ("skull-base", (130.0, 182.0)),
            ("skull-base", (130.0, 138.0)),
            ("back", (218.0, 160.0)),
            ("collarbones", (240.0, 148.0)),
            ("shoulder", (246.0, 252.0)),
            ("shoulder", (246.0, 68.0)),
            ("ribs", (362.0, 156.0)),
            ("ribs", (362.0, 216.0)),
            ("ribs", (336.0, 70.0)),
            ("hip", (450.0, 220.0)),
            ("hip", (450.0, 66.0)),
            ("sacrum", (456.0, 158.0)),
            ("foot", (920.0, 206.0)),
            ("foot", (920.0, 114.0)),
        ],
        View::Lying => &[
            ("forehead", (76.0, 108.0)),
            ("head-side", (118.0, 108.0)),
            ("jaw", (138.0, 108.0)),
            ("head-back", (134.0, 140.0)),
            ("skull-base", (146.0, 142.0)),
            ("back", (286.0, 156.0)),
            ("shoulder", (240.0, 76.0)),
            ("ribs", (352.0, 108.0)),
            ("ribs", (318.0, 166.0)),
            ("hip", (492.0, 92.0)),
            ("sacrum", (472.0, 158.0)),
            ("foot", (840.0, 146.0)),
            ("foot", (838.0, 194.0)),
        ],
        View::Seated => &[
            ("forehead", (446.0, -106.0)),
            ("head-side", (422.0, -88.0)),
            ("jaw", (430.0, -46.0)),
            ("head-back", (378.0, -70.0)),
            ("skull-base", (378.0, -44.0)),
            ("back", (346.0, 62.0)),
            ("shoulder", (410.0, 28.0)),
            ("collarbones", (458.0, 34.0)),
            ("ribs", (386.0, 134.0)),
            ("hip", (390.0, 228.0)),
            ("foot", (686.0, 450.0)),
        ],
    }
}

/// The place that a hand lies on: the nearest one.
///
/// # Panics
/// Never: every view has places.
pub fn place_of(view: View, hand: &Hand) -> &'static str {
    let turn = hand.turn.to_radians();
    let (x, y) = (hand.x + REACH * turn.cos(), hand.y + REACH * turn.sin());
    let far = |(_, (a, b)): &&(&'static str, Point)| (x - a).hypot(y - b);
    let nearest = places(view).iter().min_by(|one, other| far(one).total_cmp(&far(other)));
    nearest.expect("every view has places").0
}

/// The drawing of a step in words: on the back, on the side, and seated. From above both hands are
/// always to be seen, so that view tells what lies where on the back.
pub fn drawn(book: &Book, step: &str) -> [Text; 3] {
    let words = &book.figure;
    [(View::Top, &words.back), (View::Lying, &words.lying), (View::Seated, &words.seated)]
        .map(|(view, frame)| fill(frame, &[("hands", &sentences(words, view, step))]).into())
}

fn sentences(words: &FigureWords, view: View, step: &str) -> String {
    let hands = hands(view, Build::Medium, step);
    let lines = hands.iter().map(|hand| {
        let place = place_of(view, hand);
        let named = words.places.iter().find(|(name, _)| &**name == place).map_or(place, |(_, words)| words);
        let frame = match (hand.which, hand.lies) {
            (Which::Right, Lies::Under) => &words.right_under,
            (Which::Left, Lies::Under) => &words.left_under,
            (Which::Right, _) => &words.right,
            (Which::Left, _) => &words.left,
        };
        fill(frame, &[("place", named)])
    });
    let lines: Vec<String> = lines.collect();
    if lines.is_empty() { words.none.to_string() } else { lines.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::super::hands::STEPS;
    use super::*;
    use Lies::{Beyond, Over, Under};
    use Which::{Left, Right};

    type Row = (&'static str, &'static [(Which, Lies, &'static str)]);

    /// What a session is, step by step, from the side: which hand, how, where. The far hand is drawn only
    /// where it can be seen.
    const SIDE: &[Row] = &[
        ("feet-opening", &[(Left, Under, "foot")]),
        ("sacrum", &[(Right, Under, "sacrum"), (Left, Over, "hip")]),
        ("hip-side", &[(Right, Over, "hip")]),
        ("spine", &[(Right, Under, "sacrum"), (Left, Under, "back")]),
        ("diaphragm", &[(Left, Under, "ribs"), (Right, Over, "ribs")]),
        ("side-ribs", &[(Right, Over, "ribs")]),
        ("upper-chest", &[(Left, Under, "back"), (Right, Over, "collarbones")]),
        ("shoulders", &[(Right, Over, "shoulder")]),
        ("skull-base", &[(Right, Under, "skull-base")]),
        ("head-cradle", &[(Right, Under, "head-back")]),
        ("forehead", &[(Right, Over, "forehead"), (Left, Beyond, "forehead")]),
        ("temples", &[(Right, Over, "head-side"), (Left, Beyond, "head-side")]),
        ("jaw", &[(Right, Over, "jaw")]),
        ("feet-closing", &[(Left, Over, "foot")]),
    ];

    /// The same from above, where both hands can be seen.
    const TOP: &[Row] = &[
        ("feet-opening", &[(Left, Under, "foot"), (Right, Under, "foot")]),
        ("sacrum", &[(Right, Under, "sacrum"), (Left, Over, "hip")]),
        ("hip-side", &[(Right, Over, "hip"), (Left, Over, "hip")]),
        ("spine", &[(Right, Under, "sacrum"), (Left, Under, "back")]),
        ("diaphragm", &[(Left, Under, "ribs"), (Right, Over, "ribs")]),
        ("side-ribs", &[(Right, Over, "ribs"), (Left, Over, "ribs")]),
        ("upper-chest", &[(Left, Under, "back"), (Right, Over, "collarbones")]),
        ("shoulders", &[(Right, Over, "shoulder"), (Left, Over, "shoulder")]),
        ("skull-base", &[(Right, Under, "skull-base"), (Left, Under, "skull-base")]),
        ("head-cradle", &[(Right, Under, "head-back"), (Left, Under, "head-back")]),
        ("forehead", &[(Right, Over, "forehead"), (Left, Over, "forehead")]),
        ("temples", &[(Right, Over, "head-side"), (Left, Over, "head-side")]),
        ("jaw", &[(Right, Over, "jaw"), (Left, Over, "jaw")]),
        ("feet-closing", &[(Left, Over, "foot"), (Right, Over, "foot")]),
    ];

    #[test]
    fn hands_lie_where_a_session_has_them() {
        for (view, table) in [(View::Side, SIDE), (View::Top, TOP)] {
            assert_eq!(table.iter().map(|(step, _)| *step).collect::<Vec<_>>(), STEPS);
            for (step, row) in table {
                let found: Vec<_> = hands(view, Build::Medium, step)
                    .iter()
                    .map(|hand| (hand.which, hand.lies, place_of(view, hand)))
                    .collect();
                println!("{view:?} {step}: {found:?}");
                assert_eq!(found, *row, "{view:?} {step}");
            }
        }
    }

    #[test]
    fn which_side_of_a_hand_is_seen() {
        for view in View::ALL {
            for step in STEPS {
                for hand in hands(view, Build::Medium, step) {
                    // A left hand is a right one turned over; so is a palm seen instead of a back.
                    let palm = hand.lies == Under;
                    if hand.grip == super::super::hands::Grip::Back {
                        assert_eq!(hand.flipped, (hand.which == Left) != palm, "{view:?} {step}");
                    }
                }
            }
        }
    }
}
