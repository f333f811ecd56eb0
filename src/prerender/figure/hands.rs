//! Where the practitioner's hands lie, step by step and view by view, and the style rules that put
//! them there: a figure changes its hands by one attribute, and the browser moves them.
//!
//! Drawn are right hands that point to the right. Seen from the back the thumb is up; a left hand, or a
//! right one seen from its palm, is turned over. Seated at the figure's right side, the practitioner's
//! left is at the figure's head; at the head end the right hand is on the figure's right side; at the
//! foot end the left hand holds the figure's right foot.

use super::body::Build;
use super::side::surface;

/// From where the figure is seen, and how it rests.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum View {
    /// On the back, from the figure's right side.
    Side,
    /// On the back, from above.
    Top,
    /// On the left side, from behind.
    Lying,
    /// On a stool, from the right.
    Seated,
}

impl View {
    /// Every view, the one that is shown first in front.
    pub const ALL: [View; 4] = [View::Side, View::Top, View::Lying, View::Seated];

    /// Its name in files and settings.
    pub fn name(self) -> &'static str {
        match self {
            View::Side => "side",
            View::Top => "top",
            View::Lying => "lying",
            View::Seated => "seated",
        }
    }
}

/// Whose hand, of the practitioner's two.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Which {
    /// The left.
    Left,
    /// The right.
    Right,
}

/// How a hand lies.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Lies {
    /// Palm down on the body, in front of it in the picture.
    Over,
    /// Palm up between body and table.
    Under,
    /// Palm on the body's far side, behind it in the picture.
    Beyond,
}

/// The shape of a hand, in the order of the drawings in a figure.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Grip {
    /// Seen from its back or its palm.
    Back,
    /// Edge-on, palm up, like a bowl.
    Cup,
    /// Edge-on, resting on the finger pads.
    Pads,
}

/// One hand in one picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hand {
    /// The practitioner's left or right.
    pub which: Which,
    /// Over the body, under it, or beyond it.
    pub lies: Lies,
    /// Its shape.
    pub grip: Grip,
    /// Middle of the palm, in units of the drawing.
    pub x: f64,
    /// Middle of the palm.
    pub y: f64,
    /// Clockwise, in degrees.
    pub turn: f64,
    /// Turned over.
    pub flipped: bool,
}

const fn hand(which: Which, lies: Lies, grip: Grip, place: (f64, f64), turn: f64, flipped: bool) -> Hand {
    Hand { which, lies, grip, x: place.0, y: place.1, turn, flipped }
}

use Grip::{Back, Cup, Pads};
use Lies::{Beyond, Over, Under};
use Which::{Left, Right};

/// What is placed: the steps with hands, alternates included.
pub const STEPS: [&str; 14] = [
    "feet-opening",
    "sacrum",
    "hip-side",
    "spine",
    "diaphragm",
    "side-ribs",
    "upper-chest",
    "shoulders",
    "skull-base",
    "head-cradle",
    "forehead",
    "temples",
    "jaw",
    "feet-closing",
];

/// The hands of a step; none for steps without hands.
pub fn hands(view: View, build: Build, step: &str) -> Vec<Hand> {
    match view {
        View::Side => side(build, step),
        View::Top => top(step),
        View::Lying => lying(step),
        View::Seated => seated(step),
    }
}

fn side(build: Build, step: &str) -> Vec<Hand> {
    // On the outline of the front, or as far below it.
    let on = |percent: f64, lower: f64| (60.0 + 9.0 * percent, surface(build, percent) + lower);
    match step {
        "feet-opening" => vec![hand(Left, Under, Cup, (958.0, 216.0), 180.0, true)],
        "sacrum" => vec![
            hand(Right, Under, Back, (464.0, 242.0), 206.0, true),
            hand(Left, Over, Back, (438.0, 170.0), -82.0, true),
        ],
        "hip-side" => vec![hand(Right, Over, Back, (466.0, 168.0), -84.0, false)],
        "spine" => vec![
            hand(Right, Under, Back, (462.0, 242.0), -32.0, true),
            hand(Left, Under, Back, (228.0, 242.0), 212.0, false),
        ],
        "diaphragm" => vec![
            hand(Left, Under, Back, (368.0, 244.0), -76.0, false),
            hand(Right, Over, Back, on(32.0, 32.0), -82.0, false),
        ],
        "side-ribs" => vec![hand(Right, Over, Back, (354.0, 160.0), -82.0, false)],
        "upper-chest" => vec![
            hand(Left, Under, Back, (204.0, 244.0), -36.0, false),
            hand(Right, Over, Back, on(19.6, 18.0), -58.0, false),
        ],
        "shoulders" => vec![hand(Right, Over, Back, (224.0, 150.0), 12.0, false)],
        "skull-base" => vec![hand(Right, Under, Pads, (112.0, 214.0), 0.0, true)],
        "head-cradle" => vec![hand(Right, Under, Cup, (100.0, 205.0), 0.0, false)],
        "forehead" => vec![
            hand(Right, Over, Back, (48.0, 118.0), 2.0, false),
            hand(Left, Beyond, Back, (52.0, 106.0), 2.0, true),
        ],
        "temples" => vec![
            hand(Right, Over, Back, (98.0, 148.0), 0.0, false),
            hand(Left, Beyond, Back, (98.0, 120.0), 0.0, true),
        ],
        "jaw" => vec![hand(Right, Over, Back, (132.0, 148.0), -14.0, false)],
        "feet-closing" => vec![hand(Left, Over, Back, (954.0, 120.0), 142.0, true)],
        _ => vec![],
    }
}

fn top(step: &str) -> Vec<Hand> {
    match step {
        "feet-opening" => vec![
            hand(Left, Under, Back, (938.0, 206.0), 180.0, false),
            hand(Right, Under, Back, (938.0, 114.0), 180.0, true),
        ],
        "sacrum" => vec![
            hand(Right, Under, Back, (466.0, 170.0), 218.0, true),
            hand(Left, Over, Back, (440.0, 238.0), -82.0, true),
        ],
        "hip-side" => vec![
            hand(Right, Over, Back, (474.0, 240.0), -84.0, false),
            hand(Left, Over, Back, (440.0, 84.0), -84.0, true),
        ],
        "spine" => vec![
            hand(Right, Under, Back, (462.0, 178.0), -60.0, true),
            hand(Left, Under, Back, (226.0, 178.0), 236.0, false),
        ],
        "diaphragm" => vec![
            hand(Left, Under, Back, (372.0, 178.0), -80.0, false),
            hand(Right, Over, Back, (348.0, 172.0), -84.0, false),
        ],
        "side-ribs" => vec![
            hand(Right, Over, Back, (362.0, 236.0), -84.0, false),
            hand(Left, Over, Back, (334.0, 88.0), -84.0, true),
        ],
        "upper-chest" => vec![
            hand(Left, Under, Back, (206.0, 176.0), -50.0, false),
            hand(Right, Over, Back, (232.0, 168.0), -70.0, false),
        ],
        "shoulders" => vec![
            hand(Right, Over, Back, (226.0, 250.0), 6.0, false),
            hand(Left, Over, Back, (226.0, 70.0), -6.0, true),
        ],
        "skull-base" => vec![
            hand(Right, Under, Back, (108.0, 184.0), -3.0, true),
            hand(Left, Under, Back, (108.0, 136.0), 3.0, false),
        ],
        "head-cradle" => vec![
            hand(Right, Under, Back, (92.0, 178.0), -10.0, true),
            hand(Left, Under, Back, (92.0, 142.0), 10.0, false),
        ],
        "forehead" => vec![
            hand(Right, Over, Back, (48.0, 194.0), -10.0, false),
            hand(Left, Over, Back, (48.0, 126.0), 10.0, true),
        ],
        "temples" => vec![
            hand(Right, Over, Back, (104.0, 208.0), -4.0, false),
            hand(Left, Over, Back, (104.0, 112.0), 4.0, true),
        ],
        "jaw" => vec![
            hand(Right, Over, Back, (134.0, 204.0), -14.0, false),
            hand(Left, Over, Back, (134.0, 116.0), 14.0, true),
        ],
        "feet-closing" => vec![
            hand(Left, Over, Back, (958.0, 208.0), 180.0, true),
            hand(Right, Over, Back, (958.0, 112.0), 180.0, false),
        ],
        _ => vec![],
    }
}

/// Lying on the left side, the practitioner sits behind: everything rests on the back, from our side.
fn lying(step: &str) -> Vec<Hand> {
    let feet = vec![
        hand(Right, Over, Back, (858.0, 196.0), 186.0, false),
        hand(Left, Over, Back, (866.0, 146.0), 182.0, true),
    ];
    let sacrum = hand(Right, Over, Back, (480.0, 178.0), -98.0, false);
    let ribs = vec![
        hand(Left, Over, Back, (318.0, 186.0), -94.0, true),
        hand(Right, Over, Back, (350.0, 128.0), -84.0, false),
    ];
    match step {
        "feet-opening" | "feet-closing" => feet,
        "sacrum" => vec![sacrum],
        "hip-side" => vec![hand(Right, Over, Back, (492.0, 112.0), -86.0, false)],
        "spine" => vec![
            hand(Right, Over, Back, (462.0, 180.0), -84.0, false),
            hand(Left, Over, Back, (286.0, 178.0), -96.0, true),
        ],
        "diaphragm" | "side-ribs" => ribs,
        "upper-chest" => vec![
            hand(Left, Over, Back, (240.0, 96.0), -98.0, true),
            hand(Right, Over, Back, (292.0, 172.0), -82.0, false),
        ],
        "shoulders" => vec![hand(Left, Over, Back, (242.0, 96.0), -94.0, true)],
        "skull-base" => vec![hand(Left, Over, Back, (134.0, 160.0), -62.0, true)],
        "head-cradle" => vec![hand(Left, Over, Back, (126.0, 158.0), -66.0, true), sacrum],
        "forehead" => vec![hand(Right, Over, Back, (52.0, 106.0), 4.0, false)],
        "temples" => vec![hand(Right, Over, Back, (96.0, 108.0), 2.0, false)],
        "jaw" => vec![hand(Right, Over, Back, (118.0, 106.0), 6.0, false)],
        _ => vec![],
    }
}

/// Seated, the practitioner stands behind or beside; places that a chair hides are left out.
fn seated(step: &str) -> Vec<Hand> {
    let shoulder = hand(Right, Over, Back, (388.0, 24.0), 14.0, false);
    match step {
        "feet-opening" | "feet-closing" => vec![hand(Left, Over, Back, (706.0, 446.0), 168.0, true)],
        "sacrum" | "shoulders" => vec![shoulder],
        "hip-side" => vec![hand(Right, Over, Back, (370.0, 226.0), 8.0, false)],
        "spine" => vec![
            hand(Left, Over, Back, (322.0, 76.0), -6.0, true),
            hand(Right, Over, Back, (404.0, 20.0), 24.0, false),
        ],
        "diaphragm" | "side-ribs" => vec![hand(Right, Over, Back, (366.0, 132.0), 4.0, false)],
        "upper-chest" => vec![
            hand(Left, Over, Back, (330.0, 52.0), -4.0, true),
            hand(Right, Over, Back, (456.0, 56.0), -78.0, false),
        ],
        "skull-base" => vec![hand(Right, Over, Back, (356.0, -38.0), -16.0, false)],
        "head-cradle" => vec![hand(Right, Over, Back, (356.0, -64.0), -12.0, false)],
        "forehead" => vec![hand(Right, Over, Back, (418.0, -106.0), -4.0, false)],
        "temples" => vec![hand(Right, Over, Back, (400.0, -88.0), -4.0, false)],
        "jaw" => vec![hand(Right, Over, Back, (408.0, -48.0), 4.0, false)],
        _ => vec![],
    }
}
