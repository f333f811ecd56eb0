//! Lying on the back, seen from the figure's right side.

use super::body::{self, Build};
use super::spline::{Point, height, through};

/// The table's edge.
pub const TABLE: f64 = 224.0;

/// A place on the drawing: percent of body length, height above the table.
fn on((percent, high): Point) -> Point {
    (60.0 + 9.0 * percent, TABLE - high)
}

fn all(points: &[Point]) -> Vec<Point> {
    points.iter().copied().map(on).collect()
}

/// The head, face up, from the nape round the crown to the throat; no face but its outline.
const HEAD: &[Point] = &[
    (16.6, 20.0),
    (13.4, 27.0),
    (11.2, 30.0),
    (9.6, 25.0),
    (6.6, 21.0),
    (3.2, 26.0),
    (0.9, 42.0),
    (0.0, 64.0),
    (0.8, 88.0),
    (2.6, 106.0),
    (4.8, 116.0),
    (6.6, 118.0),
    (7.8, 124.0),
    (8.8, 129.0),
    (9.4, 125.0),
    (9.5, 119.0),
    (10.6, 119.0),
    (11.8, 117.0),
    (13.0, 115.0),
    (14.0, 106.0),
    (14.5, 92.0),
    (15.4, 80.0),
    (17.4, 78.0),
];

/// The hair, from the forehead over the crown to the nape.
const HAIR: &[Point] = &[
    (11.2, 30.0),
    (9.6, 25.0),
    (6.6, 21.0),
    (3.2, 26.0),
    (0.9, 42.0),
    (0.0, 64.0),
    (0.8, 88.0),
    (2.0, 101.0),
    (3.4, 92.0),
    (4.8, 80.0),
    (6.0, 66.0),
    (7.4, 52.0),
    (9.6, 42.0),
];

/// A foot in its sock, toes up.
const FOOT: &[Point] = &[
    (90.0, 60.0),
    (93.4, 60.0),
    (95.2, 72.0),
    (96.6, 94.0),
    (97.9, 116.0),
    (99.2, 126.0),
    (100.7, 123.0),
    (101.1, 110.0),
    (100.3, 84.0),
    (99.9, 54.0),
    (100.0, 26.0),
    (99.3, 8.0),
    (97.2, 0.0),
    (94.8, 3.0),
    (92.6, 9.0),
    (90.0, 11.0),
];

/// Middle and half thickness of the arm: shoulder, elbow, wrist.
const ARM: &[(f64, f64, f64)] = &[
    (21.4, 55.0, 29.0),
    (26.0, 46.0, 26.0),
    (31.0, 36.0, 23.0),
    (36.5, 27.0, 22.0),
    (41.0, 23.0, 19.5),
    (46.0, 19.0, 15.0),
    (49.2, 16.0, 12.0),
];

/// The hand at the end of the arm, palm on the table.
const HAND: &[Point] = &[
    (49.0, 28.0),
    (51.0, 29.0),
    (53.4, 25.0),
    (56.4, 15.0),
    (58.6, 7.0),
    (58.2, 3.0),
    (55.4, 4.0),
    (52.4, 3.0),
    (49.2, 5.0),
];

/// What lies under the figure: the table, a pillow, a roll under the knees.
pub fn table() -> String {
    let pillow = all(&[
        (-2.4, 3.0),
        (-2.0, 14.0),
        (1.0, 21.0),
        (6.0, 23.0),
        (10.4, 25.0),
        (13.6, 21.0),
        (15.2, 10.0),
        (14.6, 2.0),
    ]);
    let roll = all(&[
        (65.0, 2.0),
        (65.4, 22.0),
        (67.4, 42.0),
        (70.6, 52.0),
        (73.8, 44.0),
        (76.0, 24.0),
        (76.4, 2.0),
    ]);
    format!(
        "<path class=\"f-linen\" d=\"M14 224h992v26q0 14-14 14H28q-14 0-14-14z\"/>\
         <path class=\"f-faint\" d=\"M14 224h992M84 264v40M936 264v40\"/>\
         <path class=\"f-pillow\" d=\"{}z\"/><path class=\"f-pillow\" d=\"{}z\"/>",
        through(&pillow, false),
        through(&roll, false),
    )
}

/// The figure itself.
pub fn body(build: Build) -> String {
    let front = body::front(build);
    let mut trunk = all(&front);
    trunk.extend(all(body::back()).into_iter().rev());
    let clothes = through(&trunk, true);
    let hem = height(&front, 43.0);
    let cuff = height(&front, 91.0);
    let collar = height(&front, 16.4);
    format!(
        "<path class=\"f-skin f-line\" d=\"{head}\"/><path class=\"f-hair\" d=\"{hair}\"/>\
         <path class=\"f-faint\" d=\"{ear}\"/>\
         <path class=\"f-sock f-line\" d=\"{foot}\"/>\
         <path class=\"f-cloth\" d=\"{clothes}\"/>\
         <path class=\"f-legs\" d=\"{legs}\"/>\
         <path class=\"f-line\" d=\"{clothes}\"/>\
         <path class=\"f-faint\" d=\"{collar}{hem}{cuff}{knee}\"/>\
         <path class=\"f-skin f-line\" d=\"{hand}\"/><path class=\"f-faint\" d=\"{finger}\"/>\
         <path class=\"f-cloth f-line\" d=\"{arm}\"/>",
        head = through(&all(HEAD), false),
        hair = through(&all(HAIR), true),
        ear = through(&all(&[(7.5, 74.0), (6.7, 68.0), (7.1, 59.0), (8.3, 57.0)]), false),
        foot = through(&all(FOOT), false),
        legs = legs(&front),
        collar = through(&all(&[(16.0, collar - 2.0), (17.0, 62.0), (17.4, 34.0)]), false),
        hem = through(&all(&[(43.0, hem), (43.8, 70.0), (43.4, 44.0)]), false),
        cuff = through(&all(&[(91.0, cuff), (91.9, 36.0), (91.2, 10.0)]), false),
        knee = through(&all(&[(68.6, 78.0), (70.4, 66.0), (70.8, 60.0)]), false),
        hand = through(&all(HAND), false),
        finger = through(&all(&[(51.2, 12.0), (53.4, 15.0), (55.6, 10.0)]), false),
        arm = arm(body::arm(build)),
    )
}

/// The trousers, a second tone: from the hem to the ankles.
fn legs(front: &[Point]) -> String {
    let hem = height(front, 43.0);
    let mut points = vec![(43.0, hem)];
    points.extend(front.iter().copied().filter(|(percent, _)| *percent > 44.0));
    let below = body::back();
    points.extend(below.iter().rev().copied().filter(|(percent, _)| *percent > 43.5));
    points.push((43.4, 44.0));
    points.push((43.8, 70.0));
    through(&all(&points), true)
}

fn arm(share: f64) -> String {
    let mut points: Vec<Point> = Vec::new();
    // The shoulder is round.
    points.push((18.6, 72.0 * share.sqrt()));
    points.extend(ARM.iter().map(|&(percent, middle, half)| (percent, middle + half * share)));
    points
        .extend(ARM.iter().rev().map(|&(percent, middle, half)| (percent, (middle - half * share).max(1.0))));
    points.push((18.3, 40.0));
    points.push((17.6, 57.0));
    through(&all(&points), true)
}

/// Where a hand rests on the front of the body: the outline's height at `percent`.
pub fn surface(build: Build, percent: f64) -> f64 {
    // The face is the same in every build.
    const FACE: &[Point] = &[(0.0, 84.0), (2.0, 102.0), (5.0, 116.0), (12.0, 116.0), (15.6, 82.0)];
    let high = if percent < 15.6 { height(FACE, percent) } else { height(&body::front(build), percent) };
    TABLE - high
}
