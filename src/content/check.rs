//! What a text must keep to, and how a mistake is told: file, line, reason.

use std::fmt;
use std::ops::Range;

/// The longest sentence, in words. NHS content guidance asks for 20; lists of conditions need more.
const LONGEST_SENTENCE: usize = 30;

/// The longest average sentence of a file, in words (the same guidance).
const AVERAGE_SENTENCE: f64 = 20.0;

/// The longest paragraph, in sentences. A longer one may stand where its sentences are short.
const LONGEST_PARAGRAPH: usize = 3;

/// How many words a paragraph of more sentences may have: those of three sentences of average length.
const PARAGRAPH_WORDS: usize = 60;

/// The hardest file, as a US school year by the Flesch–Kincaid formula (Kincaid and others, 1975,
/// Naval Technical Training Command report 8-75). Syllables are counted by their vowels.
const HARDEST: f64 = 9.0;

/// How many words an answer may have.
pub const ANSWER: Range<usize> = 50..121;

/// A mistake in a file of words.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// The file, from the folder of the language's words.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong, in plain words.
    pub reason: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.reason)
    }
}

/// A file of words and the mistakes found in it so far.
pub struct File {
    /// Its path, as it is shown.
    pub path: String,
    /// Its text.
    pub text: String,
    /// Mistakes in reading order.
    pub faults: Vec<Fault>,
    sentences: usize,
    words: usize,
    syllables: usize,
}

impl File {
    /// A file with nothing found yet.
    pub fn new(path: String, text: String) -> Self {
        Self { path, text, faults: Vec::new(), sentences: 0, words: 0, syllables: 0 }
    }

    /// Notes a mistake at this byte of the file.
    pub fn fault(&mut self, at: usize, reason: impl Into<String>) {
        let line =
            1 + self.text.as_bytes()[..at.min(self.text.len())].iter().filter(|b| **b == b'\n').count();
        self.faults.push(Fault { file: self.path.clone(), line, reason: reason.into() });
    }

    /// Checks that an id can stand in a link.
    pub fn id(&mut self, id: &str, at: usize) {
        let fits = !id.is_empty()
            && id.split('-').all(|word| {
                !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
            });
        if !fits {
            self.fault(at, format!("the id “{id}” is not lower-case words joined by “-”"));
        }
    }

    /// Checks the sentences of a plain text that begins at this byte. What it quotes is not ours to shorten.
    pub fn sentences(&mut self, plain: &str, at: usize) {
        for sentence in sentences(&spoken(plain)) {
            let words = sentence.split_whitespace().filter(|w| w.chars().any(char::is_alphanumeric)).count();
            if words == 0 {
                continue;
            }
            self.sentences += 1;
            self.words += words;
            self.syllables += sentence.split_whitespace().map(syllables).sum::<usize>();
            if words > LONGEST_SENTENCE {
                let begin: String = sentence.trim().chars().take(40).collect();
                // A value in triple quotes spans lines: point at the line where the sentence begins.
                let word = sentence.split_whitespace().next().unwrap_or_default();
                let offset = self.text[at..].find(&begin).or_else(|| self.text[at..].find(word)).unwrap_or(0);
                self.fault(
                    at + offset,
                    format!("a sentence of {words} words (at most {LONGEST_SENTENCE}): “{begin}…”"),
                );
            }
        }
    }

    /// Checks that no paragraph or list item (a line of the plain text) is too long.
    pub fn paragraphs(&mut self, plain: &str, at: usize) {
        for line in plain.lines() {
            // “Germany: …” is one sentence, however long it may be.
            let ends =
                |sentence: &&str| sentence.chars().any(char::is_alphanumeric) && !sentence.ends_with(':');
            let count = sentences(line).filter(ends).count();
            let words = line.split_whitespace().filter(|w| w.chars().any(char::is_alphanumeric)).count();
            if count > LONGEST_PARAGRAPH && words > PARAGRAPH_WORDS {
                let begin: String = line.trim().chars().take(24).collect();
                let offset = self.text[at..].find(&begin).unwrap_or(0);
                let reason = format!(
                    "a paragraph of {count} sentences and {words} words (at most {LONGEST_PARAGRAPH}, or {PARAGRAPH_WORDS} words): “{begin}…”"
                );
                self.fault(at + offset, reason);
            }
        }
    }

    /// Checks what holds for the whole file; to be called last.
    pub fn measure(&mut self) {
        if self.sentences == 0 {
            return;
        }
        let average = self.words as f64 / self.sentences as f64;
        if average > AVERAGE_SENTENCE {
            let reason = format!("sentences have {average:.1} words on average (at most {AVERAGE_SENTENCE})");
            self.fault(0, reason);
        }
        let grade = 0.39 * average + 11.8 * self.syllables as f64 / self.words as f64 - 15.59;
        if grade > HARDEST {
            self.fault(0, format!("the text reads like school year {grade:.1} (at most {HARDEST})"));
        }
    }
}

/// A text without what it quotes: “…” is what others say, and titles stand in it as they are.
pub fn spoken(plain: &str) -> String {
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

/// About how many syllables an English word has: its groups of vowels, a silent e left out.
fn syllables(word: &str) -> usize {
    let letters: Vec<char> = word.to_lowercase().chars().filter(char::is_ascii_alphabetic).collect();
    let vowel = |letter: &char| "aeiouy".contains(*letter);
    let begins = |at: usize| vowel(&letters[at]) && (at == 0 || !vowel(&letters[at - 1]));
    let groups = (0..letters.len()).filter(|at| begins(*at)).count();
    let silent = letters.ends_with(&['e']) && !letters.ends_with(&['l', 'e']) && groups > 1;
    (groups - usize::from(silent)).max(usize::from(!letters.is_empty()))
}

/// The sentences of a plain text; a line end also ends one (list items, paragraphs).
pub fn sentences(plain: &str) -> impl Iterator<Item = &str> {
    plain.lines().flat_map(|line| {
        let mut rest = line;
        std::iter::from_fn(move || {
            if rest.is_empty() {
                return None;
            }
            let end = rest
                .char_indices()
                .find(|(at, c)| {
                    let after = rest[at + c.len_utf8()..].trim_start_matches(['”', '’', ')']);
                    matches!(c, '.' | '?' | '!' | ':') && (after.is_empty() || after.starts_with(' '))
                })
                .map_or(rest.len(), |(at, c)| at + c.len_utf8());
            let (sentence, after) = rest.split_at(end);
            rest = after;
            Some(sentence)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_sentence_is_named_with_its_line() {
        let long = "word ".repeat(31);
        let text = format!("a = 1\nbody = \"\"\"\nShort one. {long}.\n\"\"\"\n");
        let at = text.find("\"\"\"").unwrap();
        let mut file = File::new("x.toml".into(), text.clone());
        file.sentences(&text[at + 4..text.len() - 5], at);
        assert_eq!(file.faults.len(), 1);
        assert_eq!(file.faults[0].line, 3);
        assert!(file.faults[0].reason.contains("31 words"), "{}", file.faults[0]);
    }

    #[test]
    fn a_paragraph_of_many_sentences_is_short() {
        let faults = |text: &str| {
            let mut file = File::new("x.toml".into(), text.to_owned());
            file.paragraphs(text, 0);
            file.faults.len()
        };
        assert_eq!(faults(&"Short ones may stand together. ".repeat(5)), 0);
        assert_eq!(faults(&"Four of them may be as long as this one is, and no longer. ".repeat(4)), 0);
        assert_eq!(
            faults(&"Four as long as this one are too much for a reader to take in at once. ".repeat(4)),
            1
        );
    }

    #[test]
    fn what_is_quoted_is_not_measured() {
        let mut file = File::new("x.toml".into(), String::new());
        file.sentences(&format!("Search for “{}” first.", "an incomprehensibility ".repeat(40)), 0);
        file.measure();
        assert_eq!(file.faults, []);
    }

    #[test]
    fn sentences_end_at_marks_and_line_ends() {
        let found: Vec<&str> = sentences("One two. Is it 1.5 g? Yes”\nthree").collect();
        assert_eq!(found, ["One two.", " Is it 1.5 g?", " Yes”", "three"]);
    }

    #[test]
    fn syllables_are_about_right() {
        let counts = ["touch", "session", "table", "rate", "craniosacral", "12", "quiet"].map(syllables);
        assert_eq!(counts, [1, 2, 2, 1, 4, 0, 1]);
    }

    #[test]
    fn ids_are_words_joined_by_hyphens() {
        let mut file = File::new("x".into(), String::new());
        for id in ["a", "skull-base", "first-2"] {
            file.id(id, 0);
        }
        assert!(file.faults.is_empty());
        for id in ["", "A", "a_b", "-a", "a--b", "ä"] {
            file.id(id, 0);
        }
        assert_eq!(file.faults.len(), 6);
    }
}
