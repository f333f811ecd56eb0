//! The body standing, from the front and from behind, with places to mark on it. It's the same body as in the scenes.
//!
//! Places are ellipses in units of the drawing (`static/figure/standing.svg`).

use std::fmt::Write as _;

const DRAWING: &str = include_str!("../../../static/figure/standing.svg");

/// What is shown of the drawing: left and upper edge, width and height.
const BOX: (f64, f64, f64, f64) = (128.0, 20.0, 744.0, 950.0);

/// Where the middle lines stand: seen from the front, and from behind.
const FRONT: f64 = 314.0;
const BEHIND: f64 = 686.0;

/// From which side a place can be seen.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Seen {
    Front,
    Behind,
    Both,
}

/// An ellipse: how far down, how far from the middle line (both sides where it is not 0), half its width and half its
/// height.
type Spot = (f64, f64, f64, f64);

/// Every place that can be marked, by the id it has in the words.
const PLACES: [(&str, Seen, Spot); 21] = [
    ("forehead", Seen::Front, (60.0, 0.0, 32.0, 18.0)),
    ("face", Seen::Front, (104.0, 0.0, 29.0, 23.0)),
    ("ears", Seen::Front, (90.0, 49.0, 17.0, 28.0)),
    ("back-of-head", Seen::Behind, (75.0, 0.0, 40.0, 38.0)),
    ("throat", Seen::Front, (151.0, 0.0, 28.0, 18.0)),
    ("neck", Seen::Behind, (139.0, 0.0, 34.0, 22.0)),
    ("shoulders", Seen::Behind, (198.0, 86.0, 40.0, 26.0)),
    ("collarbones", Seen::Front, (193.0, 0.0, 80.0, 18.0)),
    ("chest", Seen::Front, (250.0, 0.0, 40.0, 36.0)),
    ("upper-back", Seen::Behind, (256.0, 0.0, 64.0, 32.0)),
    ("ribs", Seen::Front, (320.0, 0.0, 72.0, 27.0)),
    ("middle-back", Seen::Behind, (326.0, 0.0, 62.0, 32.0)),
    ("belly", Seen::Front, (386.0, 0.0, 64.0, 32.0)),
    ("lower-back", Seen::Behind, (394.0, 0.0, 62.0, 30.0)),
    ("base-of-spine", Seen::Behind, (458.0, 0.0, 38.0, 28.0)),
    ("hips", Seen::Front, (456.0, 64.0, 30.0, 28.0)),
    ("arms", Seen::Both, (346.0, 138.0, 26.0, 92.0)),
    ("hands", Seen::Both, (508.0, 158.0, 26.0, 54.0)),
    ("thighs", Seen::Both, (592.0, 54.0, 38.0, 76.0)),
    ("lower-legs", Seen::Both, (788.0, 66.0, 32.0, 102.0)),
    ("feet", Seen::Both, (934.0, 76.0, 36.0, 30.0)),
];

/// The ids of all places, as the words have to name them.
pub fn places() -> impl Iterator<Item = &'static str> {
    PLACES.iter().map(|(id, ..)| *id)
}

/// What a drawing is for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum For {
    /// Its places can be tapped.
    Tapping,
    /// Its places show their marks.
    Looking,
    /// It is marked by hand.
    Pen,
}

/// The drawing.
///
/// # Panics
/// When the drawing of the body is no such file.
pub fn map(what: For) -> String {
    let begin = DRAWING.find("<g ").expect("the body is one group");
    let end = DRAWING.rfind("</svg>").expect("the body is an SVG file");
    let body = DRAWING[begin..end].replacen(" id=\"it\"", "", 1);
    let (left, top, wide, high) = BOX;
    let mut svg = format!(
        "<svg class=\"bodymap\" viewBox=\"{left} {top} {wide} {high}\" aria-hidden=\"true\" focusable=\"false\">{body}"
    );
    let places = if what == For::Pen { &[][..] } else { &PLACES[..] };
    for &(id, seen, (y, off, wide, high)) in places {
        let tap = if what == For::Tapping { format!(" data-tap=\"{id}\"") } else { String::new() };
        let _ = write!(svg, "<g class=\"spot\" data-place=\"{id}\"{tap}>");
        for x in at(seen, off) {
            let size = (wide * 0.62).min(high * 0.8).min(18.0);
            let _ = write!(svg, "<ellipse cx=\"{x}\" cy=\"{y}\" rx=\"{wide}\" ry=\"{high}\"/>");
            for mark in ["ask", "fine", "not"] {
                let (left, top, across) = (x - size, y - size, 2.0 * size);
                let _ = write!(
                    svg,
                    "<use href=\"#mark-{mark}\" x=\"{left:.0}\" y=\"{top:.0}\" width=\"{across:.0}\" height=\"{across:.0}\"/>"
                );
            }
        }
        svg.push_str("</g>");
    }
    svg.push_str("</svg>");
    svg
}

/// Where the middles of a place's ellipses stand, from left to right.
fn at(seen: Seen, off: f64) -> Vec<f64> {
    let sides = if off == 0.0 { vec![0.0] } else { vec![-off, off] };
    let figures: &[f64] = match seen {
        Seen::Front => &[FRONT],
        Seen::Behind => &[BEHIND],
        Seen::Both => &[FRONT, BEHIND],
    };
    figures.iter().flat_map(|middle| sides.iter().map(move |side| middle + side)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_of_one_side_do_not_cover_each_other() {
        let spots: Vec<(&str, f64, f64, f64, f64)> = PLACES
            .iter()
            .flat_map(|(id, seen, (y, off, wide, high))| {
                at(*seen, *off).into_iter().map(move |x| (*id, x, *y, *wide, *high))
            })
            .collect();
        let (left, top, wide, high) = BOX;
        for (place, a) in spots.iter().enumerate() {
            for b in &spots[place + 1..] {
                // Two ellipses surely keep apart where their boxes, a little smaller, do.
                let apart = (a.1 - b.1).abs() >= (a.3 + b.3) * 0.8 || (a.2 - b.2).abs() >= (a.4 + b.4) * 0.8;
                assert!(apart, "{} and {}", a.0, b.0);
            }
            let inside =
                a.1 - a.3 > left && a.1 + a.3 < left + wide && a.2 - a.4 > top && a.2 + a.4 < top + high;
            assert!(inside, "{a:?}");
        }
    }

    #[test]
    fn a_map_has_every_place_once() {
        let map = map(For::Tapping);
        for id in places() {
            assert_eq!(map.matches(&format!("data-place=\"{id}\"")).count(), 1, "{id}");
        }
        assert!(!super::map(For::Looking).contains("data-tap"));
        assert!(!super::map(For::Pen).contains("spot"));
    }
}
