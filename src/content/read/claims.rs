//! Reads the claims: statements about effects, mechanisms and risks, each with its verdict, its grade or what it is,
//! its sources and the day by which somebody has to look at it again.

use super::{Reader, raw::At};
use crate::content::known::{Claim, ClaimGroup, Standing, Topic};
use crate::core::claim::{Day, Grade, Kind, Verdict};
use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Claims {
    id: At,
    title: String,
    claim: Vec<Written>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    id: At,
    read: Option<At>,
    verdict: Option<Spanned<Verdict>>,
    says: At,
    why: Option<At>,
    grade: Option<Grade>,
    kind: Option<Kind>,
    #[serde(default)]
    sources: Vec<At>,
    topics: Vec<Topic>,
    #[serde(default)]
    words: Vec<String>,
    reviewed: Spanned<Datetime>,
    again: Spanned<Datetime>,
}

impl Reader<'_> {
    pub(super) fn claims(&mut self) -> Option<(Vec<ClaimGroup>, Vec<Claim>)> {
        let (mut groups, mut claims) = (Vec::new(), Vec::new());
        for name in self.files_in("claims") {
            let (file, group) = self.toml::<Claims>(&format!("claims/{name}"))?;
            self.anchor(file, "/evidence/", &group.id);
            let first = claims.len();
            for claim in &group.claim {
                let made = self.claim(file, claim)?;
                claims.push(made);
            }
            groups.push(ClaimGroup {
                id: group.id.get_ref().as_str().into(),
                title: group.title.as_str().into(),
                claims: (first..claims.len()).map(|place| place as u16).collect(),
            });
        }
        self.claims = claims.iter().map(|claim| claim.id.to_string()).collect();
        Some((groups, claims))
    }

    fn claim(&mut self, file: usize, claim: &Written) -> Option<Claim> {
        self.anchor(file, "/evidence/", &claim.id);
        let (id, at) = (claim.id.get_ref(), claim.id.span().start);
        if claim.sources.is_empty() {
            self.files[file].fault(at, format!("the claim “{id}” names no source"));
        }
        // One label each: a second one would stand beside words that it isn't about.
        let standing = match (&claim.read, &claim.verdict, claim.grade, claim.kind) {
            (Some(read), Some(verdict), None, None) => {
                // What is met elsewhere may use words that we do not.
                self.files[file].sentences(read.get_ref(), read.span().start);
                Some(Standing::Met(read.get_ref().as_str().into(), *verdict.get_ref()))
            }
            (None, None, Some(grade), None) => Some(Standing::Found(grade)),
            (None, None, None, Some(kind)) => Some(Standing::Said(kind)),
            _ => {
                let reason = format!(
                    "the claim “{id}” needs `read` and `verdict`, or a `grade`, or a `kind`, and one alone"
                );
                self.files[file].fault(at, reason);
                None
            }
        };
        // A claim that refutes may name what it refutes.
        let refutes = claim.verdict.as_ref().is_some_and(|it| *it.get_ref() != Verdict::Supported);
        let says = self.stated(file, &claim.says, refutes);
        if let Some(verdict) = &claim.verdict {
            self.judged.push((file, claim.says.span().start, *verdict.get_ref(), says.clone()));
        }
        let why = claim.why.as_ref().map_or_else(|| "".into(), |why| self.stated(file, why, refutes));
        let reviewed = self.day(file, &claim.reviewed)?;
        let again = self.day(file, &claim.again)?;
        if again <= reviewed {
            let reason = format!(
                "the claim “{id}” is to be looked at again by {again}, which is not after its review of {reviewed}"
            );
            self.files[file].fault(claim.again.span().start, reason);
        }
        Some(Claim {
            id: id.as_str().into(),
            standing: standing?,
            says,
            why,
            sources: self.cited(file, &claim.sources),
            topics: claim.topics.clone(),
            reviewed,
            again,
            words: claim.words.clone(),
        })
    }

    fn stated(&mut self, file: usize, text: &At, refutes: bool) -> crate::core::Text {
        match refutes {
            true => {
                let at = text.span().start;
                let whole = self.expand(file, at, text.get_ref());
                self.files[file].sentences(&whole, at);
                whole.trim().into()
            }
            false => self.plain(file, text),
        }
    }

    /// A date without a time.
    pub(super) fn day(&mut self, file: usize, date: &Spanned<Datetime>) -> Option<Day> {
        match date.get_ref().date {
            Some(date) => Some(Day(date.year as i16, date.month, date.day)),
            None => {
                self.files[file].fault(date.span().start, "a date such as 2026-11-24 is needed");
                None
            }
        }
    }

    /// The places of the claims with these ids.
    pub(super) fn claimed(&mut self, file: usize, ids: &[At]) -> Vec<u16> {
        let mut places = Vec::new();
        for id in ids {
            match self.claims.iter().position(|known| known == id.get_ref()) {
                Some(place) => places.push(place as u16),
                None => {
                    let reason = format!("there is no claim “{}” in claims/", id.get_ref());
                    self.files[file].fault(id.span().start, reason);
                }
            }
        }
        places
    }
}
