//! What a book can say of its own texts: what they rest on, how sure that is, and since when.

use super::book::Book;
use super::known::{Claim, Standing};
use super::legends::line;
use crate::core::Text;
use crate::core::claim::{Basis, Day, Grade, Ground};
use std::collections::BTreeSet;

/// The word for what the whole site is about, by its id: explained under each text, it would only be in the way.
const THERAPY: &str = "craniosacral";

impl Book {
    /// Full references of some sources.
    pub fn references(&self, sources: &[u16]) -> Vec<Text> {
        let known = sources.iter().filter_map(|place| self.sources.get(usize::from(*place)));
        known.map(|source| source.full.clone()).collect()
    }

    /// What a text rests on: claims with their grades, all sources with its own ones first, and the
    /// words of the field that stand in it.
    pub fn basis(&self, claims: &[u16], sources: &[u16], text: &str) -> Basis {
        let claims = || claims.iter().filter_map(|place| self.claims.get(usize::from(*place)));
        let mut all = sources.to_vec();
        for source in claims().flat_map(|claim| &claim.sources) {
            if !all.contains(source) {
                all.push(*source);
            }
        }
        let grounds = claims().map(|claim| Ground {
            id: claim.id.clone(),
            read: match &claim.standing {
                Standing::Met(read, _) => quoted(read),
                _ => "".into(),
            },
            label: self.label(claim),
            says: claim.says.clone(),
        });
        let terms = self.terms.iter().filter(|term| &*term.id != THERAPY && term.stands_in(text));
        Basis {
            labels: [&self.legends.how_sure, &self.legends.sources, &self.legends.words_here]
                .map(Clone::clone),
            grounds: grounds.collect(),
            sources: self.references(&all),
            terms: terms.map(|term| (term.term.clone(), term.plain.clone())).collect(),
        }
    }

    /// The same of one text among several of a page: what a text further up has explained isn't explained again.
    pub fn basis_below(
        &self,
        claims: &[u16],
        sources: &[u16],
        text: &str,
        explained: &mut BTreeSet<Text>,
    ) -> Basis {
        let mut basis = self.basis(claims, sources, text);
        basis.terms.retain(|(term, _)| explained.insert(term.clone()));
        basis
    }

    /// The day from which on every claim has been looked at: that of the claim that waits longest.
    pub fn reviewed(&self) -> Day {
        self.claims.iter().map(|claim| claim.reviewed).min().unwrap_or(Day(0, 1, 1))
    }

    /// A month and year in words.
    pub fn month(&self, Day(year, month, _): Day) -> String {
        let month = line(&self.legends.months, usize::from(month).saturating_sub(1));
        format!("{month} {year}")
    }

    /// A day in words.
    pub fn day(&self, day: Day) -> String {
        format!("{} {}", day.2, self.month(day))
    }

    /// The day from which on every telephone number has been checked.
    pub fn numbers_checked(&self) -> Option<Day> {
        self.safety.sections.iter().filter_map(|section| section.checked).min()
    }

    /// The day from which on every register and every country's rules have been looked up.
    pub fn rules_checked(&self) -> Option<Day> {
        let registers = self.practitioners.registers.iter().map(|register| register.checked);
        registers.chain(self.practitioners.countries.iter().map(|country| country.checked)).min()
    }

    /// The label of a claim: the verdict on what is met elsewhere, or how sure or what our own words are.
    pub fn label(&self, claim: &Claim) -> Text {
        match claim.standing {
            Standing::Met(_, verdict) => {
                let named = self.evidence.verdicts.iter().find(|named| named.what == verdict);
                named.map_or_else(|| "".into(), |named| named.title.clone())
            }
            Standing::Found(grade) => self.grade(grade),
            Standing::Said(kind) => line(&self.legends.kinds, kind as usize),
        }
    }

    /// A grade in words.
    pub fn grade(&self, grade: Grade) -> Text {
        let named = self.evidence.grades.iter().find(|named| named.what == grade);
        named.map_or_else(|| "".into(), |named| named.title.clone())
    }
}

/// Words met elsewhere, in quotation marks.
pub fn quoted(read: &str) -> Text {
    format!("“{}”", read.trim_end_matches('.')).into()
}
