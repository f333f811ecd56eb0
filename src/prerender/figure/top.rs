//! Lying on the back, seen from above: head left, the figure's right side below.

use super::body::{self, Build};
use super::spline::{Point, height, through};

/// The middle line.
pub const MIDDLE: f64 = 160.0;

/// Percent of body length, and how far to the figure's right.
fn on((percent, right): Point) -> Point {
    (60.0 + 9.0 * percent, MIDDLE + right)
}

fn right(points: &[Point]) -> Vec<Point> {
    points.iter().copied().map(on).collect()
}

fn left(points: &[Point]) -> Vec<Point> {
    points.iter().map(|&(percent, off)| on((percent, -off))).collect()
}

/// Half the head: widest above the ears.
const HEAD: &[Point] = &[
    (0.0, 0.0),
    (0.7, 20.0),
    (2.8, 36.0),
    (6.0, 42.0),
    (9.0, 38.0),
    (11.4, 28.0),
    (13.0, 15.0),
    (13.5, 0.0),
];

/// Half the hair.
const HAIR: &[Point] =
    &[(0.0, 0.0), (0.7, 20.0), (2.8, 36.0), (6.0, 42.0), (8.2, 40.0), (5.8, 33.0), (4.0, 18.0), (3.4, 0.0)];

/// Outer and inner edge of an arm, counted from the middle of the shoulder's roundness.
const ARM: &[(f64, f64, f64)] = &[
    (19.2, 100.0, 22.0),
    (23.0, 112.0, 25.0),
    (29.0, 119.0, 23.0),
    (36.0, 125.0, 20.0),
    (41.0, 128.0, 19.0),
    (46.0, 129.0, 15.0),
    (49.5, 129.0, 12.0),
];

/// The table, a pillow; the roll shows on both sides of the knees.
pub fn table() -> String {
    "<rect class=\"f-linen\" x=\"14\" y=\"-24\" width=\"992\" height=\"368\" rx=\"22\"/>\
     <rect class=\"f-pillow\" x=\"32\" y=\"62\" width=\"160\" height=\"196\" rx=\"34\"/>\
     <rect class=\"f-pillow\" x=\"660\" y=\"44\" width=\"72\" height=\"232\" rx=\"34\"/>"
        .into()
}

/// The figure itself.
pub fn body(build: Build) -> String {
    let trunk = body::trunk(build);
    let mut shirt = right(&trunk);
    shirt.extend(left(&trunk).into_iter().rev());
    let arms = [1.0, -1.0].map(|side| arm(body::arm(build), height(&trunk, 21.0) - 110.0, side));
    let belly = match build {
        Build::Pregnant => through(
            &[on((34.0, -44.0)), on((30.8, -26.0)), on((29.8, 0.0)), on((30.8, 26.0)), on((34.0, 44.0))],
            false,
        ),
        _ => String::new(),
    };
    format!(
        "{feet}{arms}<path class=\"f-legs f-line\" d=\"{trousers}\"/>\
         <path class=\"f-skin f-line\" d=\"{neck}\"/>\
         <path class=\"f-cloth f-line\" d=\"{shirt}\"/>\
         <path class=\"f-skin f-line\" d=\"{head}\"/><path class=\"f-hair\" d=\"{cap}\"/>\
         <path class=\"f-faint\" d=\"{nose}{belly}\"/>",
        feet = [1.0, -1.0].map(foot).concat(),
        arms = arms.concat(),
        trousers = trousers(build),
        neck = through(
            &[
                on((17.6, 40.0)),
                on((14.0, 32.0)),
                on((11.0, 31.0)),
                on((11.0, -31.0)),
                on((14.0, -32.0)),
                on((17.6, -40.0))
            ],
            false
        ),
        shirt = shirt_outline(&trunk),
        head = through(&mirrored(HEAD), true),
        cap = through(&mirrored(HAIR), true),
        nose = through(&[on((6.6, -1.0)), on((8.6, 4.0)), on((9.0, 0.0))], false),
    )
}

/// The same figure from behind: no face, hair to the neck, a hint of spine and shoulder blades.
pub fn behind(build: Build) -> String {
    let front = body(build);
    // The outlines are the same; what only the front has comes last.
    let outline = front.split("<path class=\"f-hair\"").next().unwrap_or_default();
    let nape: Vec<Point> = HEAD
        .iter()
        .map(|&(percent, half)| (percent * 0.93, half * if percent > 9.0 { 0.92 } else { 1.0 }))
        .collect();
    let blade = |side: f64| {
        through(&[on((21.4, 30.0 * side)), on((24.0, 50.0 * side)), on((27.6, 46.0 * side))], false)
    };
    format!(
        "{outline}<path class=\"f-hair f-line\" d=\"{hair}\"/>\
         <path class=\"f-faint\" d=\"{spine}{left}{right}\"/>",
        hair = through(&mirrored(&nape), true),
        spine = through(&[on((20.0, 0.0)), on((30.0, 1.5)), on((40.0, -1.0)), on((45.0, 0.0))], false),
        left = blade(-1.0),
        right = blade(1.0),
    )
}

/// Right and left edge of what lies on the middle line at both ends.
fn mirrored(half: &[Point]) -> Vec<Point> {
    let mut points = right(half);
    points.extend(left(&half[1..half.len() - 1]).into_iter().rev());
    points
}

/// The shirt: collar, shoulders, sides and a soft hem.
fn shirt_outline(trunk: &[Point]) -> String {
    let mut points = vec![on((17.9, 0.0)), on((17.2, 22.0))];
    points.extend(right(trunk));
    points.push(on((48.9, 0.0)));
    points.extend(left(trunk).into_iter().rev());
    points.push(on((17.2, -22.0)));
    through(&points, true)
}

fn foot(side: f64) -> String {
    let points = [
        (93.6, 50.0),
        (96.4, 54.0),
        (99.2, 60.0),
        (101.2, 55.0),
        (101.4, 42.0),
        (99.6, 30.0),
        (96.6, 25.0),
        (93.6, 21.0),
    ];
    let points = points.map(|(percent, off)| on((percent, off * side)));
    format!("<path class=\"f-sock f-line\" d=\"{}\"/>", through(&points, true))
}

/// Both legs in one outline.
fn trousers(build: Build) -> String {
    let (out, inner) = body::leg(build);
    let mut points = right(&out);
    points.extend(right(&inner).into_iter().rev());
    points.extend(left(&inner));
    points.extend(left(&out).into_iter().rev());
    through(&points, true)
}

/// An arm beside the trunk; `wider` moves it out where the trunk is broader.
fn arm(share: f64, wider: f64, side: f64) -> String {
    let off = |middle: f64| middle + wider * 0.9;
    let mut points: Vec<Point> = vec![on((17.9, side * off(84.0)))];
    points.extend(
        ARM.iter().map(|&(percent, middle, half)| on((percent, side * (off(middle) + half * share)))),
    );
    points.extend(
        ARM.iter().rev().map(|&(percent, middle, half)| on((percent, side * (off(middle) - half * share)))),
    );
    let hand: Vec<Point> = [
        (49.0, 12.0),
        (51.5, 17.0),
        (54.5, 17.0),
        (57.5, 12.0),
        (58.8, 4.0),
        (58.0, -5.0),
        (55.6, -9.0),
        (54.4, -20.0),
        (52.6, -21.0),
        (51.2, -13.0),
        (49.0, -11.0),
    ]
    .iter()
    .map(|&(percent, out)| on((percent, side * (off(129.0) + out))))
    .collect();
    format!(
        "<path class=\"f-skin f-line\" d=\"{}\"/><path class=\"f-cloth f-line\" d=\"{}\"/>",
        through(&hand, false),
        through(&points, true)
    )
}
