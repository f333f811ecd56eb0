//! From what somebody types to the questions that answer it.
//!
//! An index is built once, on the host: the stem of every word, and how much it weighs in which
//! entry. A query is folded and stemmed the same way; each of its words is looked up as it stands,
//! as the beginning of a word, through everyday synonyms, and with a slip of the finger or two.
//! When nothing fits, the nearest entries are offered, and said to be only that.

pub mod fold;
pub mod forms;
pub mod index;
pub mod mark;
pub mod postings;
#[cfg(test)]
mod tests;

use fold::{Stem, fold};
pub use index::Index;

/// Hits that score less than this share of the best one are left out.
const WORTH_SHOWING: f32 = 0.22;

/// At least this share of a query's weight must be found for an entry to count as a match.
const ENOUGH: f32 = 0.42;

/// How many nearest entries are offered when nothing matches.
const NEAREST: usize = 3;

/// What a search gave.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// Indices of the entries, best first.
    pub entries: Vec<usize>,
    /// Nothing matched; these are only the nearest.
    pub only_near: bool,
    /// Whoever typed this may be in danger: help comes before answers.
    pub crisis: bool,
    /// The stems that matched, for marking words.
    pub stems: Vec<String>,
}

/// The ways to read a word of the query: words of the index, and how sure each reading is (0–1).
#[derive(Default)]
struct Readings(Vec<(usize, f32)>);

impl Readings {
    fn add(&mut self, place: usize, sure: f32) {
        match self.0.iter_mut().find(|known| known.0 == place) {
            Some(known) => known.1 = known.1.max(sure),
            None => self.0.push((place, sure)),
        }
    }

    /// How much the word says: the rarity of its surest reading, or of a word that stands nowhere.
    fn weight(&self, index: &Index) -> f32 {
        let surest = self.0.iter().max_by(|a, b| a.1.total_cmp(&b.1));
        surest.map_or_else(|| index.rarity_of_unknown(), |(place, _)| index.rarity(*place))
    }
}

/// Searches the index. An empty query, or one without a letter or digit, finds nothing.
pub fn search(index: &Index, query: &str) -> Found {
    let stem = Stem::new();
    let typed = fold(query);
    let unfinished = query.ends_with(|c: char| c.is_alphanumeric());
    let spoken: Vec<&String> = typed.iter().filter(|word| !index.is_stop(word)).collect();
    let words: Vec<&String> = if spoken.is_empty() { typed.iter().collect() } else { spoken };
    if words.is_empty() {
        return Found::default();
    }

    let crisis = index.is_crisis(&typed, &stem);
    let mut readings = Vec::new();
    for (place, word) in words.iter().enumerate() {
        let last = place + 1 == words.len();
        readings.push(read(index, &stem, word, &typed, (unfinished && last, crisis)));
    }
    let mut stems: Vec<String> = Vec::new();
    for (place, _) in readings.iter().flat_map(|reading| &reading.0) {
        stems.push(index.word(*place).to_owned());
    }
    let entries = matches(index, &readings);
    let only_near = entries.is_empty();
    let entries = if only_near { nearest(index, &words, &readings) } else { entries };
    Found { entries, only_near, crisis, stems }
}

/// All readings of one typed word.
fn read(
    index: &Index,
    stem: &Stem,
    word: &str,
    typed: &[String],
    (unfinished, crisis): (bool, bool),
) -> Readings {
    let mut readings = Readings::default();
    let stemmed = stem.of(word);
    let exact = index.place(&stemmed);
    let meant = index.means(&stemmed, typed, stem);
    // Who may be in danger isn't shown what only shares a word with that.
    if let Some(place) = exact.filter(|_| !crisis || meant.is_empty()) {
        readings.add(place, 1.0);
    }
    for &place in &meant {
        readings.add(place, 0.75);
    }
    if unfinished && !crisis && word.len() >= 2 {
        for place in index.beginning_with(word) {
            readings.add(place, 0.6);
        }
    }
    if exact.is_none() && meant.is_empty() {
        for (place, slips) in index.slips(&stemmed) {
            readings.add(place, if slips == 1 { 0.65 } else { 0.45 });
        }
        for place in index.means_with_a_slip(&stemmed) {
            readings.add(place, 0.5);
        }
    }
    readings
}

/// Entries that match enough of the query, best first.
fn matches(index: &Index, readings: &[Readings]) -> Vec<usize> {
    let whole: f32 = readings.iter().map(|reading| reading.weight(index)).sum();
    let mut points = vec![0.0_f32; index.entries()];
    let mut shares = vec![0.0_f32; index.entries()];
    for reading in readings {
        let weight = reading.weight(index);
        let mut best = vec![(0.0_f32, 0.0_f32); index.entries()];
        for &(place, sure) in &reading.0 {
            for (entry, times) in index.postings(place) {
                let found = sure * index.rarity(place) * f32::from(times);
                let known = &mut best[usize::from(entry)];
                *known = (known.0.max(found), known.1.max(sure));
            }
        }
        for (entry, (found, sure)) in best.into_iter().enumerate().filter(|(_, best)| best.0 > 0.0) {
            points[entry] += found;
            shares[entry] += sure * weight;
        }
    }
    for (entry, share) in shares.into_iter().enumerate() {
        points[entry] *= if share >= ENOUGH * whole { share / whole } else { 0.0 };
    }
    let best = points.iter().copied().fold(0.0, f32::max);
    ranked(&points, (WORTH_SHOWING * best).max(f32::MIN_POSITIVE))
}

/// Entries to offer when nothing matches: those that share any reading, else those with the
/// most similar word.
fn nearest(index: &Index, words: &[&String], readings: &[Readings]) -> Vec<usize> {
    let mut points = vec![0.0_f32; index.entries()];
    let mut add = |place: usize, much: f32| {
        for (entry, weight) in index.postings(place) {
            points[usize::from(entry)] += much * f32::from(weight);
        }
    };
    for &(place, sure) in readings.iter().flat_map(|reading| &reading.0) {
        add(place, 10.0 * sure);
    }
    for word in words {
        for (place, alike) in index.alike(word) {
            add(place, alike);
        }
    }
    let mut near = ranked(&points, 0.0);
    near.truncate(NEAREST);
    near
}

/// Entries with at least this many points, best first; equal ones in reading order.
fn ranked(points: &[f32], least: f32) -> Vec<usize> {
    let mut ranked: Vec<usize> = (0..points.len()).filter(|entry| points[*entry] >= least).collect();
    ranked.sort_unstable_by(|a, b| points[*b].total_cmp(&points[*a]).then(a.cmp(b)));
    ranked
}
