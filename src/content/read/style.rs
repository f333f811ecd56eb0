//! Words that may not be said, and words that may not be said alone.

use super::Reader;
use crate::content::check::sentences;
use serde::Deserialize;

/// Lists of words that a language's texts are held to.
#[derive(Default)]
pub struct Style {
    /// Beginnings of words that may not follow each other.
    never: Vec<Vec<String>>,
    /// Words, and ends of words, of a sentence that denies or doubts what it names.
    denies: Vec<String>,
    denying_ends: Vec<String>,
    vague: Vague,
    jargon: Vec<Jargon>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Never {
    never: Vec<String>,
    denies: Vec<String>,
    denying_ends: Vec<String>,
    vague: Vague,
}

/// Words of time that mean something else to everyone, and what makes them clear.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Vague {
    /// Words that may not stand alone.
    words: Vec<String>,
    /// A sentence with one of these says how long.
    units: Vec<String>,
    /// A paragraph with one of these tells what to do for who can't say.
    unsure: Vec<String>,
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
        self.style =
            Style { never, denies: list.denies, denying_ends: list.denying_ends, vague: list.vague, jargon };
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

    /// Faults “recent” where nobody can tell how long that is: eight months after a concussion, a reader has to know
    /// whether it means them.
    pub(super) fn vague(&mut self, file: usize, plain: &str, at: usize) {
        for line in plain.lines() {
            let Some(word) = self.style.vague.found(line) else { continue };
            let reason = format!("“{word}” says how long, or what to do if somebody isn’t sure");
            let begin: String = line.trim().chars().take(24).collect();
            let offset = self.files[file].text[at..].find(&begin).unwrap_or(0);
            self.files[file].fault(at + offset, reason);
        }
    }

    /// Faults a word of the trade whose plain partner does not stand in the same text.
    pub(super) fn partners(&mut self, file: usize, at: usize, text: &[&str]) {
        let whole = text.join("\n").to_lowercase();
        for Jargon { jargon, plain, stem } in &self.style.jargon {
            let used = words(&whole).any(|word| word == jargon || (*stem && word.starts_with(&**jargon)));
            if used && !plain.iter().any(|partner| whole.contains(&partner.to_lowercase())) {
                let reason = format!("“{jargon}” needs a plain word beside it, such as “{}”", plain[0]);
                self.files[file].fault(at, reason);
            }
        }
    }
}

impl Vague {
    /// The first word of a paragraph that would need a measure and has none.
    fn found(&self, line: &str) -> Option<&str> {
        let lower = line.to_lowercase();
        if self.unsure.iter().any(|phrase| lower.contains(&**phrase)) {
            return None;
        }
        let among =
            |sentence: &str, list: &[String]| words(sentence).any(|word| list.iter().any(|it| it == word));
        sentences(&lower)
            .filter(|sentence| !among(sentence, &self.units))
            .find_map(|sentence| self.words.iter().find(|word| words(sentence).any(|it| it == **word)))
            .map(String::as_str)
    }
}

/// A text without what it quotes: “…” is what others say.
fn spoken(plain: &str) -> String {
    let mut depth = 0_u32;
    let kept = plain.chars().filter(|c| {
        match c {
            '“' => depth += 1,
            '”' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && *c != '”'
    });
    kept.collect()
}

fn words(lower: &str) -> impl Iterator<Item = &str> {
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
    fn recent_needs_a_measure() {
        let list = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let vague = Vague { words: list(&["recent"]), units: list(&["months"]), unsure: list(&["not sure"]) };
        assert_eq!(vague.found("A recent stroke."), Some("recent"));
        assert_eq!(vague.found("Wait six months. Then a Recent stroke"), Some("recent"));
        assert_eq!(vague.found("A recent stroke, in the last six months."), None);
        assert_eq!(vague.found("A recent stroke. If you’re not sure, ask."), None);
        assert_eq!(vague.found("Stroke"), None);
    }

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
