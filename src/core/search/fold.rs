//! Folding: what two spellings of one word have in common.

use rust_stemmers::{Algorithm, Stemmer};

/// Splits text into lower-case words without accents. Apostrophes vanish ("don’t" is "dont");
/// everything else that is neither letter nor digit parts words.
pub fn fold(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for c in text.chars() {
        // Accents may come as characters of their own.
        if matches!(c, '\'' | '’' | '\u{ad}' | '\u{300}'..='\u{36f}') {
            continue;
        }
        let word = words.last_mut().expect("there is always a word");
        if c.is_alphanumeric() {
            word.extend(c.to_lowercase().map(plain));
        } else if !word.is_empty() {
            words.push(String::new());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The letter without its accent, for the letters of western European languages.
fn plain(c: char) -> char {
    match c {
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' | 'ø' => 'o',
        'ù'..='ü' => 'u',
        'ý' | 'ÿ' => 'y',
        _ => c,
    }
}

/// Finds the stem of a folded word. English (Snowball) until a second language brings its own.
pub struct Stem(Stemmer);

impl Stem {
    /// A stemmer for English.
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        Self(Stemmer::create(Algorithm::English))
    }

    /// The stem of a folded word: "sessions" and "session" have the same one.
    pub fn of(&self, word: &str) -> String {
        self.0.stem(word).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_case_accents_and_apostrophes() {
        assert_eq!(
            fold("Don’t the Cafe\u{301}’s HÄNDS, please? 5 g"),
            ["dont", "the", "cafes", "hands", "please", "5", "g"]
        );
        assert_eq!(fold("  –  "), Vec::<String>::new());
    }
}
