//! The style rules of the hands: one for each hand in each view of each step.

use super::body::Build;
use super::hands::{Grip, Hand, Lies, STEPS, View, Which, hands};
use std::fmt::Write as _;

/// Left and upper edge, width and height of every part's box, in units of the drawing: large enough for all views,
/// so that a percentage means the same everywhere.
pub const BOX: (f64, f64, f64, f64) = (-70.0, -200.0, 1160.0, 720.0);

/// The rules. Those of the view from the side need no mark; the others come later and say which view they are for.
pub fn rules() -> String {
    let mut rules = String::new();
    for view in View::ALL {
        if view != View::Side {
            writeln!(rules, "[data-view=\"{}\"] .hand{{opacity:0}}", view.name())
                .expect("a string takes everything");
        }
        for step in STEPS {
            for hand in hands(view, Build::Medium, step) {
                let mark = if view == View::Side {
                    String::new()
                } else {
                    format!("[data-view=\"{}\"] ", view.name())
                };
                rule(&mut rules, &mark, step, &hand);
            }
        }
        if view == View::Side {
            builds(&mut rules);
        }
    }
    for (name, steps) in HIDDEN {
        for step in *steps {
            writeln!(rules, "[data-hide~=\"{name}\"] .figure[data-at=\"{step}\"]>*{{visibility:hidden}}")
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
                rule(rules, &format!("[data-build=\"{}\"] ", build.name()), step, hand);
            }
        }
    }
}

fn rule(rules: &mut String, mark: &str, step: &str, hand: &Hand) {
    let seen = match hand.lies {
        Lies::Over | Lies::Beyond => "1",
        Lies::Under => "var(--under)",
    };
    let grip = match hand.grip {
        Grip::Back => "b",
        Grip::Flat => "f",
        Grip::Cup => "c",
        Grip::Pads => "p",
    };
    let (x, y) = (percent(hand.x / BOX.2), percent(hand.y / BOX.3));
    let flip = if hand.flipped { "scaleY(-1)" } else { "" };
    let turn = hand.turn;
    writeln!(
        rules,
        "{mark}[data-at=\"{step}\"] .{}{{opacity:{seen};transform:translate({x}%,{y}%)rotate({turn}deg){flip};--{grip}:1}}",
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

    #[test]
    fn every_place_can_be_hidden() {
        let mut named: Vec<&str> = HIDDEN.iter().flat_map(|(_, steps)| steps.iter().copied()).collect();
        let mut all = STEPS.to_vec();
        (named.sort_unstable(), all.sort_unstable());
        assert_eq!(named, all);
    }

    #[test]
    fn a_higher_belly_lifts_the_hand() {
        let y = |build| hands(View::Side, build, "diaphragm")[1].y;
        assert!(y(Build::Pregnant) < y(Build::Medium) - 20.0);
        assert!(rules().contains("[data-build=\"pregnant\"] [data-at=\"diaphragm\"] .hand--ro"));
    }
}
