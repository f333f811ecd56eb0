//! The style rules of the hands: one for each hand in each view of each step.

use super::body::Build;
use super::hands::{Grip, Hand, Lies, STEPS, View, Which, hands};
use std::fmt::Write as _;

/// Left and upper edge, width and height of every part's box, in units of the drawing: large enough for all views,
/// so that a percentage means the same everywhere.
pub const BOX: (f64, f64, f64, f64) = (-70.0, -200.0, 1160.0, 720.0);

/// What a view shows of the box: its upper edge and its height, in units of the drawing.
fn part(view: View) -> (f64, f64) {
    match view {
        View::Side | View::Lying => (28.0, 290.0),
        View::Top => (-40.0, 400.0),
        View::Seated => (-193.0, 700.0),
    }
}

/// What a rule for one view begins with.
fn mark(view: View) -> String {
    if view == View::Side { String::new() } else { format!("[data-figure-view=\"{}\"] ", view.name()) }
}

/// Where the map of places has its links: so far apart that a finger meets one of them, also on a phone.
fn marks(view: View) -> [(&'static str, f64, f64); 10] {
    match view {
        View::Side => [
            ("forehead", 60.0, 66.0),
            ("temples", 124.0, 146.0),
            ("head-cradle", 36.0, 196.0),
            ("skull-base", 150.0, 246.0),
            ("upper-chest", 236.0, 96.0),
            ("spine", 300.0, 246.0),
            ("diaphragm", 352.0, 88.0),
            ("sacrum", 462.0, 246.0),
            ("feet-opening", 950.0, 248.0),
            ("feet-closing", 986.0, 100.0),
        ],
        View::Top => [
            ("forehead", 70.0, 160.0),
            ("temples", 130.0, 232.0),
            ("head-cradle", 66.0, 70.0),
            ("skull-base", 148.0, 104.0),
            ("upper-chest", 242.0, 160.0),
            ("spine", 300.0, 86.0),
            ("diaphragm", 352.0, 182.0),
            ("sacrum", 460.0, 160.0),
            ("feet-opening", 930.0, 224.0),
            ("feet-closing", 970.0, 112.0),
        ],
        View::Lying => [
            ("forehead", 62.0, 70.0),
            ("temples", 150.0, 60.0),
            ("head-cradle", 90.0, 152.0),
            ("skull-base", 176.0, 150.0),
            ("upper-chest", 246.0, 70.0),
            ("spine", 300.0, 152.0),
            ("diaphragm", 356.0, 88.0),
            ("sacrum", 480.0, 160.0),
            ("feet-opening", 790.0, 222.0),
            ("feet-closing", 866.0, 130.0),
        ],
        View::Seated => [
            ("forehead", 490.0, -130.0),
            ("temples", 440.0, -64.0),
            ("head-cradle", 350.0, -84.0),
            ("skull-base", 356.0, 0.0),
            ("upper-chest", 476.0, 30.0),
            ("spine", 330.0, 90.0),
            ("diaphragm", 430.0, 130.0),
            ("sacrum", 340.0, 204.0),
            ("feet-opening", 640.0, 476.0),
            ("feet-closing", 724.0, 430.0),
        ],
    }
}

/// The rules. Those of the view from the side need no mark; the others come later and say which view they are for.
pub fn rules() -> String {
    let mut rules = String::new();
    for view in View::ALL {
        let (top, high) = part(view);
        let shift = percent((BOX.1 - top) / high);
        writeln!(rules, "{}.figure{{aspect-ratio:{}/{high};--top:{shift}%}}", mark(view), BOX.2)
            .expect("a string takes everything");
        if view != View::Side {
            writeln!(rules, "{}.hand{{opacity:0}}", mark(view)).expect("a string takes everything");
        }
        for step in STEPS {
            for hand in hands(view, Build::Medium, step) {
                rule(&mut rules, &mark(view), step, &hand);
            }
        }
        if view == View::Side {
            builds(&mut rules);
        }
    }
    for view in View::ALL {
        for (step, x, y) in marks(view) {
            let (top, high) = part(view);
            let (x, y) = (percent((x - BOX.0) / BOX.2), percent((y - top) / high));
            writeln!(rules, "{}[data-of=\"{step}\"]{{left:{x}%;top:{y}%}}", mark(view))
                .expect("a string takes everything");
        }
    }
    for (name, steps) in HIDDEN {
        for step in *steps {
            writeln!(rules, "[data-hide-{name}] .figure[data-at=\"{step}\"]>*{{visibility:hidden}}")
                .expect("a string takes everything");
        }
    }
    rules
}

/// Places that can be hidden, by the name in the settings, and the steps that show them.
pub const HIDDEN: &[(&str, &[&str])] = &[
    ("feet", &["feet-opening", "feet-closing"]),
    ("sacrum", &["sacrum", "hip-side"]),
    ("back", &["spine"]),
    ("ribs", &["diaphragm", "side-ribs"]),
    ("chest", &["upper-chest", "shoulders"]),
    ("neck", &["skull-base"]),
    ("head", &["head-cradle", "forehead", "temples", "jaw"]),
];

/// Where a hand lies higher or lower on another build.
fn builds(rules: &mut String) {
    for build in Build::ALL {
        for step in STEPS {
            let usual = hands(View::Side, Build::Medium, step);
            for hand in hands(View::Side, build, step).iter().filter(|hand| !usual.contains(hand)) {
                rule(rules, &format!("[data-figure-build=\"{}\"] ", build.name()), step, hand);
            }
        }
    }
}

fn rule(rules: &mut String, mark: &str, step: &str, hand: &Hand) {
    let seen = match hand.lies {
        Lies::Over | Lies::Beyond => "1",
        Lies::Under => "var(--under)",
    };
    // The shape is a rule of its own: a property handed down would touch every path of the hand. It is
    // named by a class, by which browsers sort rules; by its place, each rule would be tried everywhere.
    let grip = match hand.grip {
        Grip::Back => "back",
        Grip::Cup => "cup",
        Grip::Pads => "pads",
    };
    let (x, y) = (percent(hand.x / BOX.2), percent(hand.y / BOX.3));
    let flip = if hand.flipped { "scaleY(-1)" } else { "" };
    let turn = hand.turn;
    writeln!(
        rules,
        "{mark}[data-at=\"{step}\"] .{}{{opacity:{seen};transform:translate({x}%,{y}%)rotate({turn}deg){flip}}}\n\
         {mark}[data-at=\"{step}\"] .{}>.{grip}{{opacity:1}}",
        slot(hand),
        slot(hand)
    )
    .expect("a string takes everything");
}

/// The part of the figure that shows a hand.
pub fn slot(hand: &Hand) -> &'static str {
    match (hand.which, hand.lies) {
        (Which::Left, Lies::Over) => "hand--lo",
        (Which::Left, Lies::Under | Lies::Beyond) => "hand--lu",
        (Which::Right, Lies::Over) => "hand--ro",
        (Which::Right, Lies::Under | Lies::Beyond) => "hand--ru",
    }
}

fn percent(share: f64) -> f64 {
    (share * 10_000.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_hand_has_its_place() {
        let rules = rules();
        for view in View::ALL {
            for step in STEPS {
                let hands = hands(view, Build::Medium, step);
                let mut slots: Vec<_> = hands.iter().map(slot).collect();
                slots.sort_unstable();
                slots.dedup();
                assert_eq!(slots.len(), hands.len(), "two hands in one place: {view:?} {step}");
            }
        }
        assert!(
            rules.contains("[data-at=\"sacrum\"] .hand--ru{opacity:var(--under);transform:translate("),
            "{rules}"
        );
    }

    /// A phone of 390 pixels shows a unit as 0.31 pixels; 24 pixels have to lie between two links.
    #[test]
    fn links_of_the_map_lie_apart() {
        for view in View::ALL {
            let marks = marks(view);
            for (place, (one, x, y)) in marks.iter().enumerate() {
                for (other, a, b) in &marks[place + 1..] {
                    let far = (x - a).hypot(y - b) * 354.0 / BOX.2;
                    assert!(far >= 24.0, "{view:?}: {one} and {other} are {far:.1} px apart");
                }
            }
        }
    }

    #[test]
    fn every_place_can_be_hidden() {
        let mut named: Vec<&str> = HIDDEN.iter().flat_map(|(_, steps)| steps.iter().copied()).collect();
        let mut all = STEPS.to_vec();
        named.sort_unstable();
        all.sort_unstable();
        assert_eq!(named, all);
    }

    #[test]
    fn a_higher_belly_lifts_the_hand() {
        let y = |build| hands(View::Side, build, "diaphragm")[1].y;
        assert!(y(Build::Pregnant) < y(Build::Medium) - 20.0);
        assert!(rules().contains("[data-figure-build=\"pregnant\"] [data-at=\"diaphragm\"] .hand--ro"));
    }
}
