//! How we write, as far as a build can hold it. `style.toml` lists what to avoid and what to write
//! instead; every text of every file is looked through as it stands there, with the key it has.

use super::Reader;
use super::style::words;
use crate::content::check::{sentences, spoken};
use crate::content::prose::prose;
use serde::Deserialize;
use toml::de::{DeTable, DeValue};

/// The rules of a language.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct English {
    /// Files that hold no texts to read.
    unread_files: Vec<String>,
    /// Keys whose texts are names, or quoted from elsewhere; `file:key` or `folder/:key` for one place alone.
    unread: Vec<String>,
    /// Files that are still being rewritten.
    not_yet: Vec<String>,
    #[serde(default)]
    mark: Vec<Mark>,
    #[serde(default)]
    avoid: Vec<Avoid>,
    #[serde(default)]
    vague: Vec<Vague>,
    #[serde(default)]
    printed: Vec<Printed>,
    #[serde(default)]
    threshold: Vec<Threshold>,
}

/// A sign that is not used.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Mark {
    mark: char,
    instead: String,
}

/// Turns of phrase to avoid, unless the sentence has one of the others.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Avoid {
    say: Vec<String>,
    #[serde(default)]
    unless: Vec<String>,
    instead: String,
}

/// Words that need a measure in the same paragraph.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Vague {
    words: Vec<String>,
    measures: Vec<String>,
    #[serde(default)]
    unless: Vec<String>,
}

/// A label, and the keys of the texts that it is printed before.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Printed {
    label: String,
    before: Vec<String>,
}

/// Conditions for which asking somebody else is not enough.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Threshold {
    conditions: Vec<String>,
    asks: Vec<String>,
    needs: Vec<String>,
}

/// A text as it stands in a file: its key, what it says, and the byte where it begins.
struct Said {
    key: String,
    text: String,
    at: usize,
}

impl Reader<'_> {
    /// Holds every file that was read to the rules.
    pub(super) fn english(&mut self) {
        let Some((_, english)) = self.toml::<English>("style.toml") else { return };
        let labels: Vec<(String, Vec<Vec<Said>>)> = ["labels.toml", "legends.toml"]
            .iter()
            .filter_map(|name| self.files.iter().find(|file| file.path == *name))
            .map(|file| (file.path.clone(), english.texts(&file.path, &file.text)))
            .collect();
        let label = |name: &str| {
            let (path, key) = name.split_once(':')?;
            let (_, tables) = labels.iter().find(|(known, _)| known == path)?;
            tables.iter().flatten().find(|said| said.key == key).map(|said| said.text.clone())
        };
        for file in &mut self.files {
            if !english.not_yet.contains(&file.path) && !english.unread_files.contains(&file.path) {
                for (at, reason) in english.faults(&file.path, &file.text, &label) {
                    file.fault(at, reason);
                }
            }
        }
    }
}

impl English {
    /// What is wrong in a file, each with the byte where it stands.
    fn faults(&self, path: &str, file: &str, label: &dyn Fn(&str) -> Option<String>) -> Vec<(usize, String)> {
        let mut faults = Vec::new();
        let own = |printed: &&Printed| !printed.label.starts_with(path);
        for table in self.texts(path, file) {
            for said in &table {
                let plain = spoken(&prose(&said.text, "/").plain);
                let mut fault = |sentence: &str, phrase: &str, reason: String| {
                    let begin: String = sentence.trim().chars().take(24).collect();
                    let from = found(&file[said.at..], &begin).map_or(said.at, |offset| said.at + offset);
                    let first = phrase.split([' ', '*']).next().unwrap_or_default();
                    let offset = [phrase, first].iter().find_map(|it| found(&file[from..], it)).unwrap_or(0);
                    faults.push((from + offset, reason));
                };
                self.phrases(&plain, &mut fault);
                for printed in self.printed.iter().filter(own).filter(|it| it.before.contains(&said.key)) {
                    let beside = table.iter().find(|it| it.key == printed.label).map(|it| it.text.clone());
                    if let Some(before) = label(&printed.label).or(beside)
                        && repeats(&before, &said.text)
                    {
                        fault(
                            "",
                            "",
                            format!("“{before}” is printed before this, and it says the same again"),
                        );
                    }
                }
            }
        }
        faults.sort();
        faults
    }

    /// What is wrong in a plain text. Each fault is told with its sentence, and the words it is known by.
    fn phrases(&self, plain: &str, fault: &mut dyn FnMut(&str, &str, String)) {
        for Mark { mark, instead } in self.mark.iter().filter(|it| plain.contains(it.mark)) {
            fault("", &mark.to_string(), format!("“{mark}” isn’t used: write {instead}"));
        }
        let has = |words: &[&str], list: &[String]| list.iter().any(|phrase| says(words, phrase));
        for line in plain.lines() {
            let lower = line.to_lowercase();
            for sentence in sentences(&lower) {
                let words: Vec<&str> = words(sentence).collect();
                for Avoid { say, unless, instead } in &self.avoid {
                    let found = say.iter().find(|phrase| says(&words, phrase));
                    if let Some(phrase) = found.filter(|_| !has(&words, unless)) {
                        fault(sentence, phrase, format!("“{phrase}”: write {instead}"));
                    }
                }
            }
            let words: Vec<&str> = words(&lower).collect();
            for Vague { words: vague, measures, unless } in &self.vague {
                let found = vague.iter().find(|word| says(&words, word));
                if let Some(word) = found.filter(|_| !has(&words, measures) && !has(&words, unless)) {
                    fault(
                        &lower,
                        word,
                        format!("“{word}” needs a measure: for how long, or what to do if unsure"),
                    );
                }
            }
            for Threshold { conditions, asks, needs } in &self.threshold {
                let condition = conditions.iter().find(|condition| says(&words, condition));
                let asked = asks.iter().find(|ask| says(&words, ask));
                if let (Some(condition), Some(asked), false) = (condition, asked, has(&words, needs)) {
                    let needed = needs.join("” or “");
                    let reason = format!("with “{condition}”, “{asked}” isn’t the answer: say “{needed}”");
                    fault(&lower, condition, reason);
                }
            }
        }
    }

    /// The texts of a file, table by table.
    fn texts(&self, path: &str, file: &str) -> Vec<Vec<Said>> {
        let mut tables = Vec::new();
        if let Ok(table) = DeTable::parse(file) {
            self.walk(path, table.get_ref(), &mut tables);
        }
        tables
    }

    /// Whether the texts with this key are left unread in a file.
    fn leaves(&self, path: &str, key: &str) -> bool {
        self.unread.iter().any(|it| match it.split_once(':') {
            Some((place, known)) => known == key && path.starts_with(place),
            None => it == key,
        })
    }

    fn walk(&self, path: &str, table: &DeTable, tables: &mut Vec<Vec<Said>>) {
        let mut here = Vec::new();
        let mut inside = Vec::new();
        for (key, value) in table {
            let mut values = vec![value];
            while let Some(value) = values.pop() {
                match value.get_ref() {
                    DeValue::String(text) if !self.leaves(path, key.get_ref()) => {
                        let key = key.get_ref().to_string();
                        here.push(Said { key, text: text.to_string(), at: value.span().start });
                    }
                    DeValue::Array(array) => values.extend(array.iter()),
                    DeValue::Table(table) => inside.push(table),
                    _ => {}
                }
            }
        }
        tables.push(here);
        for table in inside {
            self.walk(path, table, tables);
        }
    }
}

/// Where a text has these words, whatever their capitals.
fn found(text: &str, words: &str) -> Option<usize> {
    text.to_ascii_lowercase().find(&words.to_ascii_lowercase())
}

/// Whether the words of a phrase follow each other. A word ending in `*` is the beginning of one.
pub(super) fn says(words: &[&str], phrase: &str) -> bool {
    let phrase: Vec<String> = phrase.split(' ').map(str::to_lowercase).collect();
    words.windows(phrase.len()).any(|window| {
        window.iter().zip(&phrase).all(|(word, known)| match known.strip_suffix('*') {
            Some(beginning) => word.starts_with(beginning),
            None => word == known,
        })
    })
}

/// Whether a text begins with the words of a label of two or more, or is nothing else. Articles,
/// plurals and a question word before the label make no difference.
fn repeats(label: &str, text: &str) -> bool {
    let kept = |text: &str| -> Vec<String> {
        let lower = text.to_lowercase();
        let kept = words(&lower).filter(|word| !["the", "a", "an"].contains(word));
        kept.map(|word| word.trim_end_matches('s').to_owned()).collect()
    };
    let (mut label, text) = (kept(label), kept(text));
    if ["what", "how", "where", "why", "who"].contains(&label.first().map_or("", String::as_str)) {
        label.remove(0);
    }
    !label.is_empty() && text.starts_with(&label) && (label.len() > 1 || text.len() == label.len())
}

#[cfg(test)]
mod tests;
