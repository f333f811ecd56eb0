//! Questions somebody wants to ask, in the order they chose.
//!
//! Kept as text, a question a line: what is kept can be read, edited and read again.

use super::sheet::tidy;

/// The longest list: more could not be asked in a visit.
pub const MOST: usize = 100;

/// Questions in order; no two are the same.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Questions(Vec<String>);

impl Questions {
    /// Reads what was kept; empty lines and repeated questions are passed over.
    pub fn read(kept: &str) -> Self {
        let mut questions = Self::default();
        for line in kept.lines() {
            questions.add(line);
        }
        questions
    }

    /// As text to keep.
    pub fn kept(&self) -> String {
        self.0.join("\n")
    }

    /// The questions.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// Its place, if it is there.
    pub fn place(&self, question: &str) -> Option<usize> {
        let question = one_line(question);
        self.0.iter().position(|known| *known == question)
    }

    /// Puts a question last and gives its place; one that is there already stays where it is.
    /// `None` for an empty one, and when the list is full.
    pub fn add(&mut self, question: &str) -> Option<usize> {
        let question = one_line(question);
        if let Some(place) = self.place(&question) {
            return Some(place);
        }
        if question.is_empty() || self.0.len() >= MOST {
            return None;
        }
        self.0.push(question);
        Some(self.0.len() - 1)
    }

    /// Takes one out.
    pub fn remove(&mut self, place: usize) {
        if place < self.0.len() {
            self.0.remove(place);
        }
    }

    /// Moves one up or down and gives its new place; at an end it stays.
    pub fn shift(&mut self, place: usize, up: bool) -> usize {
        let to = if up { place.saturating_sub(1) } else { place + 1 };
        if place >= self.0.len() || to >= self.0.len() {
            return place;
        }
        self.0.swap(place, to);
        to
    }
}

/// A question on one line.
fn one_line(question: &str) -> String {
    tidy(question).replace('\n', " ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn they_are_added_once_and_moved() {
        let mut asks = Questions::read("a\n\n b \na\nc");
        assert_eq!(asks.kept(), "a\nb\nc");
        assert_eq!(asks.shift(2, true), 1);
        assert_eq!(asks.shift(0, true), 0);
        assert_eq!(asks.shift(2, false), 2);
        assert_eq!(asks.add("c"), Some(1));
        assert_eq!(asks.add("d\ne"), Some(3));
        assert_eq!(asks.add(" \n"), None);
        asks.remove(9);
        asks.remove(0);
        assert_eq!(asks.kept(), "c\nb\nd e");
    }

    proptest! {
        #[test]
        fn what_is_kept_is_read_again(lines in prop::collection::vec("\\PC{0,30}", 0..12), moves in prop::collection::vec((0_usize..14, any::<bool>()), 0..20)) {
            let mut asks = Questions::default();
            for line in &lines {
                asks.add(line);
            }
            let mut before: Vec<String> = asks.iter().map(str::to_owned).collect();
            for (place, up) in moves {
                asks.shift(place, up);
            }
            prop_assert_eq!(&Questions::read(&asks.kept()), &asks);
            let mut after: Vec<String> = asks.iter().map(str::to_owned).collect();
            before.sort();
            after.sort();
            prop_assert_eq!(before, after);
        }
    }
}
