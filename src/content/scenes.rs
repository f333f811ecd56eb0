//! The table of scenes that the drawings are made from (`authoring/figure/scenes.toml`), as far as words need it.

use serde::Deserialize;
use std::sync::LazyLock;

/// Whose hand, of the practitioner's two.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "kebab-case")]
pub enum Which {
    /// The left.
    Left,
    /// The right.
    Right,
}

/// How a hand lies.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "kebab-case")]
pub enum Lies {
    /// Palm on the body.
    Over,
    /// Palm up between body and table.
    Under,
}

/// One hand of the practitioner.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct Hand {
    /// The left or the right.
    pub which: Which,
    /// Over the body or under it.
    pub lies: Lies,
    /// On what: a name of `figure.toml`.
    pub place: String,
}

/// Where the practitioner is.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct Practitioner {
    facing: String,
    #[serde(default)]
    stands: bool,
}

/// One picture.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct Scene {
    /// Its name, and that of its file.
    pub id: String,
    /// How the client lies or sits: a name of `figure.toml`.
    pub client: String,
    /// Nobody, where no hands are on the body.
    pub practitioner: Option<Practitioner>,
    /// Their hands.
    #[serde(default)]
    pub hand: Vec<Hand>,
}

impl Scene {
    /// Where the practitioner is, by its name in `figure.toml`.
    pub fn sits(&self) -> Option<&'static str> {
        let Practitioner { facing, stands } = self.practitioner.as_ref()?;
        Some(match (&*self.client, stands, &**facing) {
            ("side", ..) => "behind",
            (_, true, _) => "stands",
            (.., "-x") => "head",
            (.., "+x") => "feet",
            _ => "side",
        })
    }
}

#[derive(Deserialize)]
struct Table {
    scene: Vec<Scene>,
}

static SCENES: LazyLock<Vec<Scene>> = LazyLock::new(|| {
    let table = toml::from_str::<Table>(include_str!("../../authoring/figure/scenes.toml"));
    table.unwrap_or_else(|why| panic!("scenes.toml: {why}")).scene
});

/// Every scene.
pub fn all() -> &'static [Scene] {
    &SCENES
}

/// The scene of that name.
///
/// # Panics
/// When there is none.
pub fn scene(id: &str) -> &'static Scene {
    SCENES.iter().find(|scene| scene.id == id).unwrap_or_else(|| panic!("no scene {id}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use Lies::{Over, Under};
    use Which::{Left, Right};

    type Row = (&'static str, &'static str, &'static [(Which, Lies, &'static str)]);

    /// What a session is: where the practitioner sits, which hand lies how, and where.
    const SESSION: &[Row] = &[
        ("feet-opening", "feet", &[(Left, Under, "foot"), (Right, Under, "foot")]),
        ("sacrum", "side", &[(Right, Under, "sacrum"), (Left, Over, "hip")]),
        ("hip-side", "stands", &[(Right, Over, "hip"), (Left, Over, "hip")]),
        ("spine", "side", &[(Right, Under, "sacrum"), (Left, Under, "back")]),
        ("diaphragm", "side", &[(Left, Under, "ribs"), (Right, Over, "ribs")]),
        ("side-ribs", "stands", &[(Right, Over, "ribs"), (Left, Over, "ribs")]),
        ("upper-chest", "side", &[(Left, Under, "back"), (Right, Over, "collarbones")]),
        ("shoulders", "head", &[(Left, Over, "shoulder"), (Right, Over, "shoulder")]),
        ("skull-base", "head", &[(Left, Under, "skull-base"), (Right, Under, "skull-base")]),
        ("head-cradle", "head", &[(Left, Under, "head-back"), (Right, Under, "head-back")]),
        ("forehead", "head", &[(Left, Over, "forehead"), (Right, Over, "forehead")]),
        ("temples", "head", &[(Left, Over, "head-side"), (Right, Over, "head-side")]),
        ("jaw", "head", &[(Left, Over, "jaw"), (Right, Over, "jaw")]),
        ("feet-closing", "feet", &[(Left, Over, "foot"), (Right, Over, "foot")]),
    ];

    #[test]
    fn hands_lie_where_a_session_has_them() {
        for (id, place, hands) in SESSION {
            let scene = scene(id);
            let found: Vec<_> = scene.hand.iter().map(|it| (it.which, it.lies, &*it.place)).collect();
            assert_eq!(found, *hands, "{id}");
            assert_eq!(scene.sits(), Some(*place), "{id}");
        }
    }

    /// Drawn by the tokens of the style sheet alone: no colour and no style of its own, which a policy would refuse.
    #[test]
    fn every_scene_has_its_drawing() {
        for Scene { id, .. } in all() {
            let file = format!("{}/static/figure/{id}.svg", env!("CARGO_MANIFEST_DIR"));
            let drawing = std::fs::read_to_string(&file).unwrap_or_else(|why| panic!("{file}: {why}"));
            assert!(drawing.contains("<g id=\"it\""), "{id}");
            for unwanted in ["style", "#f", "NaN", "<script"] {
                assert!(!drawing.contains(unwanted), "{id} has {unwanted}");
            }
        }
    }
}
