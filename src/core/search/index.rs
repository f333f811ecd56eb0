//! The index: every stem, the entries it stands in, and everyday words for it.

use super::fold::{Stem, fold};
use super::postings::{Bytes, Postings, Words};
use crate::core::Text;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What of an entry can be found.
pub struct Entry<'a> {
    /// Its heading; weighs most.
    pub title: &'a str,
    /// Words people type for it that stand in neither heading nor text.
    pub words: &'a [String],
    /// Its text, without markup.
    pub text: &'a str,
    /// How much it counts beside others that say the same; 1 as a rule.
    pub weight: f32,
}

/// Everyday words and what they stand for.
#[derive(Clone, Debug)]
pub struct Synonyms {
    /// What people type; one to three words each.
    pub words: Vec<String>,
    /// Words that the entries use.
    pub means: Vec<String>,
}

/// A searchable index, made on the host. In the browser most of it stays as it travels: who searches reads
/// the postings of a few words, not those of all.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(try_from = "Packed", into = "Packed")]
pub struct Index {
    entries: u16,
    words: Words,
    postings: Postings,
    /// Folded phrases with the stems they stand for, as places in `words`.
    synonyms: Vec<(Text, Vec<u16>)>,
    /// Folded words that say nothing in a query, in alphabetical order.
    stop: Vec<Text>,
    /// Stemmed phrases of somebody who may be in danger.
    crisis: Vec<Text>,
}

/// The index as it travels: alike things side by side, which packs into far fewer bytes.
#[derive(Deserialize, Serialize)]
struct Packed {
    entries: u16,
    /// The stems, a line each.
    words: Text,
    /// How many entries each stem stands in.
    counts: Vec<u16>,
    steps: Bytes,
    weights: Bytes,
    /// The phrases, a line each.
    phrases: Text,
    means: Vec<Vec<u16>>,
    stop: Text,
    crisis: Text,
}

fn lines(text: &str) -> impl Iterator<Item = Text> {
    text.lines().map(Text::from)
}

fn joined<'a>(words: impl Iterator<Item = &'a Text>) -> Text {
    words.map(|word| &**word).collect::<Vec<_>>().join("\n").into()
}

impl From<Index> for Packed {
    fn from(index: Index) -> Self {
        Packed {
            entries: index.entries,
            counts: index.postings.counts(),
            words: index.words.lines,
            steps: index.postings.steps,
            weights: index.postings.weights,
            phrases: joined(index.synonyms.iter().map(|(phrase, _)| phrase)),
            means: index.synonyms.iter().map(|(_, means)| means.clone()).collect(),
            stop: joined(index.stop.iter()),
            crisis: joined(index.crisis.iter()),
        }
    }
}

/// An index that a line or a host has changed on its way is none: a search would look for words that aren't there.
impl TryFrom<Packed> for Index {
    type Error = &'static str;

    fn try_from(packed: Packed) -> Result<Self, &'static str> {
        let words = Words::new(packed.words);
        let is_there = |place: &u16| usize::from(*place) < words.len();
        if packed.counts.len() != words.len() || !packed.means.iter().flatten().all(is_there) {
            return Err("words are missing");
        }
        Ok(Index {
            entries: packed.entries,
            postings: Postings::new(&packed.counts, packed.steps, packed.weights),
            words,
            synonyms: lines(&packed.phrases).zip(packed.means).collect(),
            stop: lines(&packed.stop).collect(),
            crisis: lines(&packed.crisis).collect(),
        })
    }
}

impl Index {
    /// Builds the index of some entries.
    pub fn build(entries: &[Entry], synonyms: &[Synonyms], stop: &[String], crisis: &[String]) -> Index {
        let stem = Stem::new();
        let mut words: BTreeMap<String, BTreeMap<u16, f32>> = BTreeMap::new();
        for (place, entry) in entries.iter().enumerate() {
            let mut count = |text: &str, points: f32, more: f32| {
                for word in fold(text) {
                    let posting = words.entry(stem.of(&word)).or_default();
                    let weight = posting.entry(place as u16).or_insert(0.0);
                    *weight += entry.weight * if *weight == 0.0 { points } else { more };
                }
            };
            count(entry.title, 60.0, 10.0);
            entry.words.iter().for_each(|word| count(word, 50.0, 10.0));
            count(entry.text, 18.0, 6.0);
        }
        let lines: Vec<&str> = words.keys().map(String::as_str).collect();
        let weighed = words.values().map(|postings| {
            postings.iter().map(|(entry, weight)| (*entry, weight.min(120.0) as u8)).collect::<Vec<_>>()
        });
        let mut index = Index {
            entries: entries.len() as u16,
            words: Words::new(lines.join("\n").into()),
            postings: weighed.collect(),
            ..Index::default()
        };
        let phrase = |words: &str| -> Text {
            let stems: Vec<String> = fold(words).iter().map(|word| stem.of(word)).collect();
            stems.join(" ").into()
        };
        index.crisis = crisis.iter().map(|words| phrase(words)).collect();
        for group in synonyms {
            let means: Vec<u16> = group
                .means
                .iter()
                .flat_map(|word| fold(word))
                .filter_map(|word| index.place(&stem.of(&word)).map(|place| place as u16))
                .collect();
            for word in &group.words {
                index.synonyms.push((phrase(word), means.clone()));
            }
        }
        index.synonyms.sort();
        index.stop = stop.iter().map(|word| word.as_str().into()).collect();
        index.stop.sort_unstable();
        index
    }

    /// How many entries there are.
    pub fn entries(&self) -> usize {
        usize::from(self.entries)
    }

    pub(super) fn is_stop(&self, word: &str) -> bool {
        self.stop.binary_search_by(|stop| (**stop).cmp(word)).is_ok()
    }

    pub(super) fn word(&self, place: usize) -> &str {
        self.words.at(place)
    }

    /// The entries that a stem stands in, each with its weight (1–120).
    pub(super) fn postings(&self, place: usize) -> impl Iterator<Item = (u16, u8)> {
        self.postings.of(place).filter(|(entry, _)| *entry < self.entries)
    }

    /// Where a stem stands in the index.
    pub(super) fn place(&self, stem: &str) -> Option<usize> {
        let place = self.words.first_from(stem);
        (place < self.words.len() && self.words.at(place) == stem).then_some(place)
    }

    /// Rare words say more than frequent ones; about 0.3 (everywhere) to 4 (once).
    pub(super) fn rarity(&self, place: usize) -> f32 {
        rarity(self.postings.count(place), self.entries())
    }

    /// The rarity of a word that stands nowhere.
    pub(super) fn rarity_of_unknown(&self) -> f32 {
        rarity(0, self.entries())
    }

    /// Places of the stems that begin with these letters.
    pub(super) fn beginning_with(&self, letters: &str) -> impl Iterator<Item = usize> {
        let rest = self.words.first_from(letters)..self.words.len();
        let letters = letters.to_owned();
        rest.take_while(move |place| self.words.at(*place).starts_with(&letters))
    }

    /// Places that a word stands for, alone or as part of a phrase that was typed.
    pub(super) fn means(&self, stemmed: &str, typed: &[String], stem: &Stem) -> Vec<usize> {
        let spoken = spoken(typed, stem);
        self.synonyms
            .iter()
            .filter(|(phrase, _)| {
                let named = phrase.split(' ').any(|word| word == stemmed);
                named && spoken.contains(&format!(" {phrase} "))
            })
            .flat_map(|(_, means)| means.iter().map(|place| usize::from(*place)))
            .collect()
    }

    /// Whether somebody who types this may be in danger.
    pub(super) fn is_crisis(&self, typed: &[String], stem: &Stem) -> bool {
        let spoken = spoken(typed, stem);
        self.crisis.iter().any(|phrase| spoken.contains(&format!(" {phrase} ")))
    }

    /// The same for a word with one slip in it.
    pub(super) fn means_with_a_slip(&self, stemmed: &str) -> Vec<usize> {
        self.synonyms
            .iter()
            .filter(|(phrase, _)| slips_between(stemmed, phrase) == Some(1))
            .flat_map(|(_, means)| means.iter().map(|place| usize::from(*place)))
            .collect()
    }

    /// Places of the stems that differ by a slip or two of the finger; only the closest ones.
    pub(super) fn slips(&self, stemmed: &str) -> Vec<(usize, usize)> {
        let slips = |place| Some((place, slips_between(stemmed, self.words.at(place))?));
        let found: Vec<(usize, usize)> = (0..self.words.len()).filter_map(slips).collect();
        let least = found.iter().map(|(_, slips)| *slips).min();
        found.into_iter().filter(|(_, slips)| Some(*slips) == least).collect()
    }

    /// Words that look alike, with how much (0–1); for offering something when nothing matches.
    pub(super) fn alike(&self, word: &str) -> Vec<(usize, f32)> {
        (0..self.words.len())
            .map(|place| (place, strsim::jaro_winkler(word, self.words.at(place)) as f32))
            .filter(|(_, alike)| *alike >= 0.78)
            .collect()
    }
}

/// What was typed, as stems with a space before and after each.
fn spoken(typed: &[String], stem: &Stem) -> String {
    let stems: Vec<String> = typed.iter().map(|word| stem.of(word)).collect();
    format!(" {} ", stems.join(" "))
}

fn rarity(found_in: usize, entries: usize) -> f32 {
    let (found_in, entries) = (found_in as f32, entries as f32);
    (1.0 + (entries - found_in + 0.5) / (found_in + 0.5)).ln()
}

/// The number of slips (letters wrong, missing, doubled or swapped) between two words, if few
/// enough for their length: one from four letters, two from eight. The first letter must agree,
/// as it nearly always does in real slips.
fn slips_between(typed: &str, known: &str) -> Option<usize> {
    let letters = typed.chars().count();
    let allowed = match letters {
        0..4 => return None,
        4..8 => 1,
        _ => 2,
    };
    if typed.chars().next() != known.chars().next() || letters.abs_diff(known.chars().count()) > allowed {
        return None;
    }
    let slips = strsim::osa_distance(typed, known);
    (1..=allowed).contains(&slips).then_some(slips)
}
