//! The drawn scenes on the host: what each shows, in words and as rules of style. The drawings themselves are files
//! (`static/figure/`), made from the same table by `authoring/figure/`.

pub mod body_map;
pub mod rules;

use crate::content::book::{Book, FigureWords};
use crate::content::fill;
use crate::content::scenes::{self, Hand, Lies, Scene, Which};
use crate::core::Text;
use crate::ui::scene_of;

/// What is drawn at a step, in words.
///
/// # Panics
/// When the step has no scene, or the words no name for what the scene shows.
pub fn drawn(book: &Book, step: &str) -> Text {
    let scene = scenes::scene(scene_of(step));
    in_words(&book.figure, scene).into()
}

fn in_words(words: &FigureWords, scene: &Scene) -> String {
    let named = |list: &[(Text, Text)], name: &str| {
        let found = list.iter().find(|(known, _)| &**known == name);
        found.unwrap_or_else(|| panic!("figure.toml has no words for {name}")).1.clone()
    };
    let mut sentences = vec![named(&words.postures, &scene.client).to_string()];
    if let Some(place) = scene.sits() {
        sentences.push(named(&words.sits, place).to_string());
    }
    if let [first, second] = &scene.hand[..]
        && (first.lies, &first.place) == (second.lies, &second.place)
    {
        let frame = match first.lies {
            Lies::Under => &words.both_under,
            Lies::Over => &words.both,
        };
        let pair = words.pairs.iter().find(|(known, _)| &**known == first.place.as_str());
        let place = pair.map_or_else(|| named(&words.places, &first.place), |(_, words)| words.clone());
        sentences.push(fill(frame, &[("place", &place)]));
        return sentences.join(" ");
    }
    for Hand { which, lies, place } in &scene.hand {
        let frame = match (which, lies) {
            (Which::Right, Lies::Under) => &words.right_under,
            (Which::Left, Lies::Under) => &words.left_under,
            (Which::Right, Lies::Over) => &words.right,
            (Which::Left, Lies::Over) => &words.left,
        };
        sentences.push(fill(frame, &[("place", &named(&words.places, place))]));
    }
    sentences.join(" ")
}
