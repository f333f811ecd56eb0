//! What the search shows, and how it changes: pure, so that it's tested without a browser.

use crate::content::{FindKind, Finds};
use crate::core::search::{Found, search};
use std::rc::Rc;
use yew::Reducible;

/// More of what somebody pasted is not looked at: no question is longer.
const LONGEST_QUERY: usize = 200;

/// How many questions are shown at most.
const MOST_QUESTIONS: usize = 8;

/// How many places of each other kind are shown at most.
const MOST_PLACES: usize = 3;

/// The file that finds things.
#[derive(Clone, Default)]
pub enum IndexFile {
    /// Nobody has wanted to search yet.
    #[default]
    Unasked,
    /// It's on its way.
    Loading,
    /// It can't be had. It's asked for again when somebody comes back to the search.
    Missing,
    /// It's there.
    Ready(Rc<Finds>),
}

/// A part of what was found: the entries of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Where they stand.
    pub kind: FindKind,
    /// Indices of the entries, best first.
    pub entries: Vec<usize>,
}

/// Everything that the search shows.
#[derive(Clone, Default)]
pub struct Results {
    /// What's asked, as it stands in the box.
    pub query: String,
    /// The file that finds things.
    pub index: IndexFile,
    /// What was found; `None` while nothing is asked or nothing can be said.
    pub found: Option<Rc<Found>>,
    /// The same by kind; the kind with the best entry comes first.
    pub sections: Rc<Vec<Section>>,
    /// Questions that were opened among what was found.
    pub opened: Rc<Vec<usize>>,
}

/// What can happen to it.
pub enum Action {
    /// Somebody typed.
    Type(String),
    /// The index file is on its way, has come, or can't be had.
    Index(IndexFile),
    /// The index file has been on its way for long enough.
    Late,
    /// A question was opened or closed.
    Toggle(usize, bool),
}

impl Reducible for Results {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            Action::Type(query) => next.query = query.chars().take(LONGEST_QUERY).collect(),
            Action::Index(index) => next.index = index,
            // It's said; should it come after all, it counts.
            Action::Late if matches!(next.index, IndexFile::Loading) => next.index = IndexFile::Missing,
            Action::Late => return self,
            Action::Toggle(entry, open) => {
                let mut opened = next.opened.iter().copied().filter(|it| *it != entry).collect::<Vec<_>>();
                opened.extend(open.then_some(entry));
                next.opened = Rc::new(opened);
                return Rc::new(next);
            }
        }
        let found = match &next.index {
            IndexFile::Ready(finds) => Some(search(&finds.index, next.query.trim())),
            _ => None,
        };
        next.found = found.filter(|found| !found.entries.is_empty()).map(Rc::new);
        let sections = match (&next.found, &next.index) {
            (Some(found), IndexFile::Ready(finds)) => {
                by_kind(&found.entries, |entry| finds.entries[entry].kind)
            }
            _ => Vec::new(),
        };
        next.sections = Rc::new(sections);
        Rc::new(next)
    }
}

impl Results {
    /// How many entries are shown.
    pub fn shown(&self) -> usize {
        self.sections.iter().map(|section| section.entries.len()).sum()
    }
}

/// Parts entries by their kind, as many of each as are shown.
fn by_kind(entries: &[usize], kind_of: impl Fn(usize) -> FindKind) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for &entry in entries {
        let kind = kind_of(entry);
        let most = if kind == FindKind::Question { MOST_QUESTIONS } else { MOST_PLACES };
        match sections.iter_mut().find(|section| section.kind == kind) {
            Some(section) if section.entries.len() >= most => {}
            Some(section) => section.entries.push(entry),
            None => sections.push(Section { kind, entries: vec![entry] }),
        }
    }
    sections
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Find;
    use crate::core::search::index::Index;

    fn step(results: Results, action: Action) -> Results {
        (*Rc::new(results).reduce(action)).clone()
    }

    #[test]
    fn the_best_kind_comes_first_and_none_floods_the_page() {
        let kind_of = |entry: usize| if entry < 20 { FindKind::Question } else { FindKind::Guide };
        let entries: Vec<usize> = [30].into_iter().chain(0..20).chain(20..30).collect();
        let sections = by_kind(&entries, kind_of);
        assert_eq!(sections[0].kind, FindKind::Guide);
        assert_eq!(sections[0].entries, [30, 20, 21]);
        assert_eq!(sections[1].entries, (0..MOST_QUESTIONS).collect::<Vec<_>>());
    }

    #[test]
    fn nothing_is_found_before_the_index_has_come_and_then_at_once() {
        let typed = step(Results::default(), Action::Type("cost".into()));
        assert!(typed.found.is_none() && typed.shown() == 0);
        let find = |title: &str| Find { kind: FindKind::Question, title: title.into(), to: "#x".into() };
        let finds = Finds { index: Index::default(), entries: vec![find("What does it cost?")] };
        let ready = step(typed, Action::Index(IndexFile::Ready(Rc::new(finds))));
        assert_eq!(ready.query, "cost");
    }

    #[test]
    fn an_index_that_hangs_counts_as_missing_until_it_comes() {
        let waits = step(Results::default(), Action::Index(IndexFile::Loading));
        let late = step(waits, Action::Late);
        assert!(matches!(late.index, IndexFile::Missing));
        let finds = Finds { index: Index::default(), entries: Vec::new() };
        let came = step(late, Action::Index(IndexFile::Ready(Rc::new(finds))));
        assert!(matches!(step(came, Action::Late).index, IndexFile::Ready(_)));
    }

    #[test]
    fn what_is_pasted_is_cut() {
        let typed = step(Results::default(), Action::Type("é".repeat(50_000)));
        assert_eq!(typed.query.chars().count(), LONGEST_QUERY);
    }

    #[test]
    fn a_question_opens_once_and_closes() {
        let open = |it: &Results| it.opened.to_vec();
        let once = step(step(Results::default(), Action::Toggle(3, true)), Action::Toggle(3, true));
        assert_eq!(open(&once), [3]);
        assert_eq!(open(&step(once, Action::Toggle(3, false))), [0; 0]);
    }
}
