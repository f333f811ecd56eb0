//! Style rules for the drawn scenes: where the map has its links, and which scenes a setting hides.

use crate::content::scenes;
use std::fmt::Write as _;

/// Width of a scene, and what the map shows of it: its upper edge and its height.
const WIDE: f64 = 1400.0;
const SHOWN: (f64, f64) = (150.0, 660.0);

/// Where the map of places has its links: so far apart that a finger meets one of them, also on a phone.
const MARKS: [(&str, f64, f64); 10] = [
    ("forehead", 1030.0, 232.0),
    ("temples", 982.0, 322.0),
    ("head-cradle", 1081.0, 318.0),
    ("skull-base", 958.0, 420.0),
    ("upper-chest", 870.0, 276.0),
    ("spine", 812.0, 396.0),
    ("diaphragm", 762.0, 306.0),
    ("sacrum", 692.0, 400.0),
    ("feet-opening", 400.0, 470.0),
    ("feet-closing", 320.0, 340.0),
];

/// How far a phone moves a scene to the left, in percent of its own width, by where the practitioner sits: there the
/// empty end of the table is cut.
const FROM: [(&str, f64); 2] = [("head", -29.5), ("feet", -6.0)];

/// Places that can be hidden, by the name in the settings, and the scenes that show them.
pub const HIDDEN: &[(&str, &[&str])] = &[
    ("feet", &["feet-opening", "feet-closing", "first-touch"]),
    ("sacrum", &["sacrum", "hip-side"]),
    ("back", &["spine"]),
    ("ribs", &["diaphragm", "side-ribs"]),
    ("chest", &["upper-chest", "shoulders"]),
    ("neck", &["skull-base"]),
    ("head", &["head-cradle", "forehead", "temples", "jaw", "head-held", "room"]),
];

/// All of them.
pub fn rules() -> String {
    let mut rules = String::new();
    for (step, x, y) in MARKS {
        let (x, y) = (percent(x / WIDE), percent((y - SHOWN.0) / SHOWN.1));
        let _ = writeln!(rules, "[data-of=\"{step}\"]{{left:{x}%;top:{y}%}}");
    }
    for scene in scenes::all() {
        if let Some((_, from)) = FROM.iter().find(|(place, _)| scene.sits() == Some(*place)) {
            let _ = writeln!(rules, ".figure[data-at=\"{}\"]{{--from:{from}%}}", scene.id);
        }
    }
    for (name, scenes) in HIDDEN {
        for scene in *scenes {
            let _ =
                writeln!(rules, "[data-hide-{name}] .figure[data-at=\"{scene}\"]>svg{{visibility:hidden}}");
        }
    }
    rules
}

fn percent(share: f64) -> f64 {
    (share * 10_000.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A phone of 390 pixels shows 1400 as 354 pixels; 24 pixels have to lie between two links.
    #[test]
    fn links_of_the_map_lie_apart() {
        for (place, (one, x, y)) in MARKS.iter().enumerate() {
            for (other, a, b) in &MARKS[place + 1..] {
                let far = (x - a).hypot(y - b) * 354.0 / WIDE;
                assert!(far >= 24.0, "{one} and {other} are {far:.1} px apart");
            }
        }
    }

    #[test]
    fn every_place_can_be_hidden() {
        let mut named: Vec<&str> = HIDDEN.iter().flat_map(|(_, scenes)| scenes.iter().copied()).collect();
        let with_hands = |scene: &&scenes::Scene| !scene.hand.is_empty() && scene.client != "side";
        let mut all: Vec<&str> = scenes::all().iter().filter(with_hands).map(|scene| &*scene.id).collect();
        named.sort_unstable();
        all.sort_unstable();
        assert_eq!(named, all);
    }
}
