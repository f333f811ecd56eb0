//! The two large parts of an index, as they travel: words one after another, and which entries each stands
//! in. Nothing is unpacked before it is asked for.

use crate::core::Text;
use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// Words in alphabetical order.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    /// The words, a line each.
    pub(super) lines: Text,
    /// Where each ends, in bytes.
    ends: Vec<u32>,
}

impl Default for Words {
    fn default() -> Self {
        Self::new(Text::from(""))
    }
}

impl Words {
    pub(super) fn new(lines: Text) -> Self {
        let breaks = lines.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at);
        let last = (!lines.is_empty()).then_some(lines.len());
        let ends = breaks.chain(last).map(|at| at as u32).collect();
        Self { lines, ends }
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(super) fn at(&self, place: usize) -> &str {
        let begin = if place == 0 { 0 } else { self.ends[place - 1] as usize + 1 };
        &self.lines[begin..self.ends[place] as usize]
    }

    /// The place of the first word that is not before this one.
    pub(super) fn first_from(&self, word: &str) -> usize {
        let (mut from, mut to) = (0, self.len());
        while from < to {
            let middle = (from + to) / 2;
            if self.at(middle) < word {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        from
    }
}

/// Which entries each word stands in, and how much it weighs there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Postings {
    /// For each word, and after the last: how many postings come before its own, and how many bytes of steps.
    begins: Vec<(u32, u32)>,
    /// The entries of all words; within a word each as its distance from the one before, seven bits a byte,
    /// least significant first.
    pub(super) steps: Bytes,
    /// The weights of all words, a byte each.
    pub(super) weights: Bytes,
}

impl Postings {
    /// `counts` tells how many postings each word has.
    pub(super) fn new(counts: &[u16], steps: Bytes, weights: Bytes) -> Self {
        let mut ends =
            steps.0.iter().enumerate().filter(|(_, byte)| **byte < 0x80).map(|(at, _)| at as u32 + 1);
        let mut begin = (0_u32, 0_u32);
        let mut begins = Vec::with_capacity(counts.len() + 1);
        begins.push(begin);
        for count in counts {
            if *count > 0 {
                begin = (
                    begin.0.saturating_add(u32::from(*count)),
                    ends.nth(usize::from(*count) - 1).unwrap_or(begin.1),
                );
            }
            begins.push(begin);
        }
        Self { begins, steps, weights }
    }

    pub(super) fn counts(&self) -> Vec<u16> {
        (1..self.begins.len()).map(|place| self.count(place - 1) as u16).collect()
    }

    pub(super) fn count(&self, place: usize) -> usize {
        (self.begins[place + 1].0 - self.begins[place].0) as usize
    }

    pub(super) fn of(&self, place: usize) -> impl Iterator<Item = (u16, u8)> {
        let ((first, from), (last, to)) = (self.begins[place], self.begins[place + 1]);
        let mut steps = self.steps.0.get(from as usize..to as usize).unwrap_or_default().iter();
        let weights = self.weights.0.get(first as usize..last as usize).unwrap_or_default();
        let mut entry = 0_u16;
        weights.iter().map_while(move |weight| {
            let (mut step, mut shift) = (0_u32, 0);
            loop {
                let byte = *steps.next()?;
                step |= u32::from(byte & 0x7f) << shift;
                shift += 7;
                if byte < 0x80 || shift > 14 {
                    break;
                }
            }
            entry = entry.wrapping_add(step as u16);
            Some((entry, *weight))
        })
    }
}

impl FromIterator<Vec<(u16, u8)>> for Postings {
    fn from_iter<I: IntoIterator<Item = Vec<(u16, u8)>>>(words: I) -> Self {
        let (mut counts, mut steps, mut weights) = (Vec::new(), Vec::new(), Vec::new());
        for postings in words {
            counts.push(postings.len() as u16);
            let mut before = 0;
            for (entry, weight) in postings {
                let mut step = entry - before;
                while step >= 0x80 {
                    steps.push((step & 0x7f) as u8 | 0x80);
                    step >>= 7;
                }
                steps.push(step as u8);
                weights.push(weight);
                before = entry;
            }
        }
        Self::new(&counts, Bytes(steps), Bytes(weights))
    }
}

/// Bytes that are taken over whole, not one by one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bytes(Vec<u8>);

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Taken;
        impl Visitor<'_> for Taken {
            type Value = Bytes;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("bytes")
            }

            fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Bytes, E> {
                Ok(Bytes(bytes.to_vec()))
            }
        }
        from.deserialize_bytes(Taken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_packed_comes_back(words in proptest::collection::vec(
            proptest::collection::btree_map(any::<u16>(), 1_u8..=120, 0..20), 0..30,
        )) {
            let words: Vec<Vec<(u16, u8)>> = words.into_iter().map(|word| word.into_iter().collect()).collect();
            let packed: Postings = words.iter().cloned().collect();
            let bytes = postcard::to_stdvec(&(&packed.steps, &packed.weights)).expect("bytes");
            let (steps, weights): (Bytes, Bytes) = postcard::from_bytes(&bytes).expect("the same");
            let opened = Postings::new(&packed.counts(), steps, weights);
            prop_assert_eq!(&opened, &packed);
            for (place, word) in words.iter().enumerate() {
                prop_assert_eq!(opened.count(place), word.len());
                prop_assert_eq!(&opened.of(place).collect::<Vec<_>>(), word);
            }
        }

        #[test]
        fn words_are_found_where_they_stand(words in proptest::collection::btree_set("[a-z]{1,6}", 0..40), asked in "[a-z]{0,6}") {
            let sorted: Vec<&str> = words.iter().map(String::as_str).collect();
            let packed = Words::new(sorted.join("\n").into());
            prop_assert_eq!(packed.len(), sorted.len());
            prop_assert!((0..packed.len()).all(|place| packed.at(place) == sorted[place]));
            prop_assert_eq!(packed.first_from(&asked), sorted.partition_point(|word| *word < asked.as_str()));
        }
    }

    #[test]
    fn bytes_that_are_cut_off_end_early() {
        let cut = Postings::new(&[3, 2], Bytes(vec![1, 1, 0x80]), Bytes(vec![7, 7, 7, 7, 7]));
        assert!(cut.of(0).count() <= 3 && cut.of(1).count() <= 2);
    }
}
