//! The figure standing, from the front and from behind, with places to mark on it.
//!
//! It is the figure seen from above, set upright: what lies on its back and is seen from above shows
//! its front. Places are ellipses in percent of body length (0 at the crown, 100 at the soles) and in units
//! of the drawing away from the middle line.

use super::body::Build;
use super::top;
use std::fmt::Write as _;

/// Width and height of the drawing, and how far right the figure seen from behind stands.
pub const SIZE: (f64, f64) = (660.0, 990.0);
const BEHIND: f64 = 340.0;

/// Where the middle line of a figure stands.
const MIDDLE: f64 = top::MIDDLE;

/// From which side a place can be seen.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Seen {
    Front,
    Behind,
    Both,
}

/// An ellipse: percent, how far from the middle line (both sides where it is not 0), half its width and
/// half its height, in units.
type Spot = (f64, f64, f64, f64);

/// Every place that can be marked, by the id it has in the words.
const PLACES: [(&str, Seen, Spot); 21] = [
    ("forehead", Seen::Front, (3.4, 0.0, 27.0, 17.0)),
    ("face", Seen::Front, (9.1, 0.0, 27.0, 26.0)),
    ("ears", Seen::Front, (6.6, 46.0, 15.0, 26.0)),
    ("back-of-head", Seen::Behind, (5.8, 0.0, 34.0, 38.0)),
    ("throat", Seen::Front, (15.0, 0.0, 26.0, 16.0)),
    ("neck", Seen::Behind, (14.4, 0.0, 28.0, 24.0)),
    ("shoulders", Seen::Behind, (19.6, 82.0, 34.0, 22.0)),
    ("collarbones", Seen::Front, (19.4, 0.0, 74.0, 15.0)),
    ("chest", Seen::Front, (26.0, 0.0, 30.0, 34.0)),
    ("upper-back", Seen::Behind, (24.6, 0.0, 62.0, 36.0)),
    ("ribs", Seen::Front, (33.2, 0.0, 68.0, 22.0)),
    ("middle-back", Seen::Behind, (33.2, 0.0, 60.0, 34.0)),
    ("belly", Seen::Front, (39.4, 0.0, 58.0, 28.0)),
    ("lower-back", Seen::Behind, (40.4, 0.0, 60.0, 24.0)),
    ("base-of-spine", Seen::Behind, (46.6, 0.0, 34.0, 26.0)),
    ("hips", Seen::Front, (44.6, 62.0, 22.0, 24.0)),
    ("arms", Seen::Both, (33.0, 122.0, 18.0, 88.0)),
    ("hands", Seen::Both, (54.0, 130.0, 17.0, 36.0)),
    ("thighs", Seen::Both, (59.0, 44.0, 28.0, 62.0)),
    ("lower-legs", Seen::Both, (80.0, 42.0, 22.0, 98.0)),
    ("feet", Seen::Both, (98.4, 42.0, 17.0, 24.0)),
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
pub fn map(what: For) -> String {
    let mut svg = format!(
        "<svg class=\"bodymap\" viewBox=\"0 40 {} {}\" aria-hidden=\"true\" focusable=\"false\">\
         <g transform=\"matrix(0 1 -1 0 {} 0)\">{}</g><g transform=\"matrix(0 1 1 0 {BEHIND} 0)\">{}</g>",
        SIZE.0,
        SIZE.1,
        2.0 * MIDDLE,
        top::body(Build::Medium),
        top::behind(Build::Medium),
    );
    let places = if what == For::Pen { &[][..] } else { &PLACES[..] };
    for &(id, seen, spot) in places {
        let tap = if what == For::Tapping { format!(" data-tap=\"{id}\"") } else { String::new() };
        let _ = write!(svg, "<g class=\"spot\" data-place=\"{id}\"{tap}>");
        for x in at(seen, spot.1) {
            let (y, wide, high) = (60.0 + 9.0 * spot.0, spot.2, spot.3);
            let size = (wide * 0.62).min(high * 0.8).min(16.0);
            let _ = write!(svg, "<ellipse cx=\"{x}\" cy=\"{y:.0}\" rx=\"{wide}\" ry=\"{high}\"/>");
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
        Seen::Front => &[0.0],
        Seen::Behind => &[BEHIND],
        Seen::Both => &[0.0, BEHIND],
    };
    figures.iter().flat_map(|left| sides.iter().map(move |side| left + MIDDLE + side)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_of_one_side_do_not_cover_each_other() {
        let spots: Vec<(&str, f64, f64, f64, f64)> = PLACES
            .iter()
            .flat_map(|(id, seen, (percent, off, wide, high))| {
                at(*seen, *off).into_iter().map(move |x| (*id, x, 60.0 + 9.0 * percent, *wide, *high))
            })
            .collect();
        for (place, a) in spots.iter().enumerate() {
            for b in &spots[place + 1..] {
                // Two ellipses surely keep apart where their boxes, a little smaller, do.
                let apart = (a.1 - b.1).abs() >= (a.3 + b.3) * 0.8 || (a.2 - b.2).abs() >= (a.4 + b.4) * 0.8;
                assert!(apart, "{} and {}", a.0, b.0);
            }
            assert!(a.1 - a.3 > 0.0 && a.1 + a.3 < SIZE.0 && a.2 + a.4 < SIZE.1 + 40.0, "{a:?}");
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
