//! Words that may not be said, and words that may not be said alone.

use super::Reader;
use crate::content::check::{sentences, spoken};
use serde::Deserialize;
use std::collections::BTreeSet;

/// Lists of words that a language's texts are held to.
#[derive(Default)]
pub struct Style {
    /// Beginnings of words that may not follow each other.
    never: Vec<Vec<String>>,
    /// Words, and ends of words, of a sentence that denies or doubts what it names.
    denies: Vec<String>,
    denying_ends: Vec<String>,
    jargon: Vec<Jargon>,
    /// Words of the trade that a file has explained, with the file. Once a page is enough.
    explained: BTreeSet<(usize, String)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Never {
    never: Vec<String>,
    denies: Vec<String>,
    denying_ends: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    word: Vec<Jargon>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Jargon {
    jargon: String,
    plain: Vec<String>,
    #[serde(default)]
    stem: bool,
}

impl Reader<'_> {
    pub(super) fn style(&mut self) {
        let Some((_, list)) = self.toml::<Never>("never.toml") else { return };
        let never = list.never.iter().map(|line| line.split(' ').map(str::to_owned).collect()).collect();
        let jargon = self.toml::<Words>("jargon.toml").map(|(_, list)| list.word).unwrap_or_default();
        let explained = BTreeSet::new();
        self.style = Style { never, denies: list.denies, denying_ends: list.denying_ends, jargon, explained };
    }

    /// Faults what is never said as true.
    pub(super) fn never(&mut self, file: usize, plain: &str, at: usize) {
        for sentence in sentences(&spoken(plain)) {
            let lower = sentence.to_lowercase();
            let words: Vec<&str> = words(&lower).collect();
            let Style { denies, denying_ends, .. } = &self.style;
            let denied = words.iter().any(|word| {
                denies.iter().any(|known| known == word)
                    || denying_ends.iter().any(|end| word.ends_with(&**end))
            });
            if denied || sentence.trim_end().ends_with('?') {
                continue;
            }
            for phrase in self.style.never.iter().filter(|phrase| says(&words, phrase)) {
                let reason =
                    format!("“{}” may only be said where it is denied or doubted", phrase.join(" … "));
                let begin: String = sentence.trim().chars().take(24).collect();
                let offset = self.files[file].text[at..].find(&begin).unwrap_or(0);
                self.files[file].fault(at + offset, reason);
            }
        }
    }

    /// Faults a word of the trade that has no plain partner in the same text, and had none further up
    /// in the file.
    pub(super) fn partners(&mut self, file: usize, at: usize, text: &[&str]) {
        let whole = text.join("\n").to_lowercase();
        let own = spoken(&whole);
        let Style { jargon, explained, .. } = &mut self.style;
        for Jargon { jargon, plain, stem } in jargon {
            let used = words(&own).any(|word| word == jargon || (*stem && word.starts_with(&**jargon)));
            if !used {
                continue;
            }
            if plain.iter().any(|partner| whole.contains(&partner.to_lowercase())) {
                explained.insert((file, jargon.clone()));
            } else if !explained.contains(&(file, jargon.clone())) {
                let reason = format!("“{jargon}” needs a plain word beside it, such as “{}”", plain[0]);
                self.files[file].fault(at, reason);
            }
        }
    }
}

pub(super) fn words(lower: &str) -> impl Iterator<Item = &str> {
    lower.split(|c: char| !(c.is_alphanumeric() || c == '’' || c == '-')).filter(|word| !word.is_empty())
}

/// Whether the beginnings follow each other in the sentence, with at most two words between.
fn says(words: &[&str], phrase: &[String]) -> bool {
    let Some((first, rest)) = phrase.split_first() else { return false };
    (0..words.len()).filter(|at| words[*at].starts_with(&**first)).any(|from| {
        let mut at = from;
        rest.iter().all(|next| {
            let found = (at + 1..(at + 4).min(words.len())).find(|place| words[*place].starts_with(&**next));
            at = found.unwrap_or(at);
            found.is_some()
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_found_with_words_between() {
        let phrase: Vec<String> = ["improve", "flow"].map(str::to_owned).into();
        let said = |text: &str| says(&words(text).collect::<Vec<_>>(), &phrase);
        assert!(said("it improves the flow of fluid"));
        assert!(said("to improve all its flow"));
        assert!(!said("it improves what nobody calls a flow"));
        assert!(!said("the flow improves"));
    }
}
