//! Reads the page of evidence and its studies.

use super::{
    Reader,
    raw::{self, At},
};
use crate::content::known::{Comparison, Design, Drawn, Evidence, Named, Side, Study, Topic};
use crate::core::Text;
use crate::core::claim::{Grade, Verdict};
use serde::Deserialize;
use std::collections::BTreeSet;
use toml::Spanned;
use toml::value::Datetime;

/// What begins a number by which a paper can be found. Behind it stands a digit.
const NUMBERS: [&str; 7] = ["doi ", "PMID ", "PMC", "NCT", "ISRCTN", "report ", "article "];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    bottom: Vec<At>,
    intro: At,
    table: At,
    near: String,
    grade: Vec<Name<Grade>>,
    verdict: Vec<WrittenVerdict>,
    section: Vec<raw::Section>,
    side: Vec<WrittenSide>,
    drawn: WrittenDrawn,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Name<T> {
    name: T,
    title: String,
    means: At,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenVerdict {
    name: Verdict,
    title: String,
    means: At,
    /// How words beside it don't begin: they'd contradict it, or say it again.
    never: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenSide {
    source: At,
    title: String,
    looked: At,
    finds: At,
    stands: At,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenDrawn {
    says: At,
    key: At,
    words: String,
    one: String,
    uncounted: String,
    lane: Vec<Lane>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lane {
    against: Comparison,
    title: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Studies {
    /// The day on which the whole list was last looked at.
    reviewed: Spanned<Datetime>,
    study: Vec<WrittenStudy>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenStudy {
    source: At,
    #[serde(default)]
    title: String,
    name: String,
    design: Design,
    year: u16,
    people: Option<u16>,
    topics: Vec<Topic>,
    grade: Option<Grade>,
    #[serde(default)]
    indirect: bool,
    against: Option<Comparison>,
    #[serde(default)]
    asked: bool,
    /// The study of the list with the same people.
    same: Option<At>,
    /// The day on which title and result were last compared with the paper or its summary.
    checked: Spanned<Datetime>,
    who: At,
    compared: At,
    result: At,
    limit: At,
}

impl Reader<'_> {
    pub(super) fn evidence(&mut self) -> Option<Evidence> {
        let studies = self.studies();
        let (file, page) = self.toml::<Written>("evidence.toml")?;
        let bottom = page.bottom.iter().map(|line| self.plain(file, line)).collect();
        let (intro, _) = self.prose(file, &page.intro);
        let grades = page.grade.iter().map(|it| self.named(file, it.name, &it.title, &it.means)).collect();
        let verdicts =
            page.verdict.iter().map(|it| self.named(file, it.name, &it.title, &it.means)).collect();
        self.agree(&page.verdict);
        let sections = page.section.iter().map(|it| self.section(file, "/evidence/", it)).collect();
        let mut sides = Vec::new();
        for side in &page.side {
            sides.push(Side {
                source: self.cited(file, std::slice::from_ref(&side.source)).first().copied()?,
                title: side.title.as_str().into(),
                looked: self.plain(file, &side.looked),
                finds: self.plain(file, &side.finds),
                stands: self.plain(file, &side.stands),
            });
        }
        let drawn = Drawn {
            says: self.plain(file, &page.drawn.says),
            key: self.plain(file, &page.drawn.key),
            words: page.drawn.words.into(),
            one: page.drawn.one.into(),
            uncounted: page.drawn.uncounted.into(),
            lanes: page.drawn.lane.into_iter().map(|lane| (lane.against, lane.title.into())).collect(),
        };
        Some(Evidence {
            bottom,
            intro,
            grades,
            verdicts,
            sections,
            sides,
            drawn,
            table: self.prose(file, &page.table).0,
            near: page.near.into(),
            studies: studies?,
        })
    }

    /// A label and the words beside it say the same, and neither repeats the other.
    fn agree(&mut self, verdicts: &[WrittenVerdict]) {
        for (file, at, judged, says) in std::mem::take(&mut self.judged) {
            let Some(verdict) = verdicts.iter().find(|verdict| verdict.name == judged) else { continue };
            let says = says.to_lowercase();
            let all = verdict.never.iter().chain(std::iter::once(&verdict.title));
            if let Some(never) = all.map(|it| it.to_lowercase()).find(|it| says.starts_with(&**it)) {
                let reason =
                    format!("“{never}…” beside the label “{}” contradicts it or repeats it", verdict.title);
                self.files[file].fault(at, reason);
            }
        }
    }

    fn named<T>(&mut self, file: usize, what: T, title: &str, means: &At) -> Named<T> {
        Named { what, title: title.into(), means: self.plain(file, means) }
    }

    fn studies(&mut self) -> Option<Vec<Study>> {
        let (file, list) = self.toml::<Studies>("studies.toml")?;
        let reviewed = self.day(file, &list.reviewed)?;
        let mut titles = BTreeSet::new();
        let mut studies = Vec::new();
        for study in &list.study {
            let (id, at) = (study.source.get_ref(), study.source.span().start);
            let source = self.cited(file, std::slice::from_ref(&study.source)).first().copied()?;
            let reference = self.references.get(usize::from(source)).cloned().unwrap_or_default();
            let mut wrong = untitled(&study.title, &reference);
            if !study.title.trim().is_empty() && !titles.insert(study.title.to_lowercase()) {
                wrong.push("has a title that another study has too".into());
            }
            if study.grade.is_some() == study.indirect {
                wrong.push("needs a grade, or `indirect = true`, and not both".into());
            }
            if study.same.as_ref().is_some_and(|same| {
                let other = list.study.iter().find(|other| other.source.get_ref() == same.get_ref());
                other.is_none_or(|other| other.same.is_some() || other.source.get_ref() == id)
            }) {
                wrong.push("names as `same` no other study that counts by itself".into());
            }
            for reason in wrong {
                self.files[file].fault(at, format!("the study “{id}” {reason}"));
            }
            let checked = self.day(file, &study.checked)?;
            if checked < reviewed {
                let reason = format!(
                    "the study “{id}” was checked on {checked}, before the list’s own day, {reviewed}"
                );
                self.files[file].fault(study.checked.span().start, reason);
            }
            studies.push(Study {
                source,
                title: study.title.trim().into(),
                name: study.name.as_str().into(),
                design: study.design,
                year: study.year,
                people: study.people,
                topics: study.topics.clone(),
                grade: study.grade,
                against: study.against,
                asked: study.asked,
                again: study.same.is_some(),
                checked,
                who: self.plain(file, &study.who),
                compared: self.plain(file, &study.compared),
                result: self.plain(file, &study.result),
                limit: self.plain(file, &study.limit),
            });
        }
        Some(studies)
    }
}

/// What is wrong with the title of a study, and with the reference that is to lead to it.
fn untitled(title: &str, reference: &Text) -> Vec<String> {
    let mut wrong = Vec::new();
    if title.trim().is_empty() {
        wrong.push("has no title".into());
    } else if !reference.contains(title.trim()) {
        wrong.push("has a title that isn’t in its reference in sources.toml".into());
    }
    if !findable(reference) {
        wrong.push("has no DOI, PubMed or other number in its reference, by which to find it".into());
    }
    wrong
}

/// Whether a reference has a number by which its paper can be found: a DOI, a number of PubMed, of a
/// register of trials or of a publisher, or else the place in its journal, such as `74(10)` or `21:1`.
fn findable(reference: &str) -> bool {
    let digit = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    let numbered = NUMBERS
        .iter()
        .any(|name| reference.match_indices(name).any(|(at, _)| digit(&reference[at + name.len()..])));
    let placed = reference.match_indices([':', '(']).any(|(at, _)| {
        reference[..at].ends_with(|c: char| c.is_ascii_digit()) && digit(&reference[at + 1..])
    });
    numbered || placed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_the_one_in_the_reference() {
        let reference: Text =
            "Doe J (2020). Light touch and sleep. Journal of Rest 3(1):5–9. doi 10.1/x.".into();
        assert!(untitled("Light touch and sleep", &reference).is_empty());
        assert_eq!(untitled("", &reference), ["has no title"]);
        assert_eq!(untitled("A study of sleep", &reference).len(), 1);
        assert_eq!(untitled("Light touch", &"Doe J (2020). Light touch. A journal.".into()).len(), 1);
    }

    #[test]
    fn a_paper_is_found_by_its_number() {
        for numbered in ["doi 10.1/x", "PMID 123", "PMC123", "NCT0123", "ISRCTN45", "74(10)", "2011:178769"] {
            assert!(findable(numbered), "{numbered}");
        }
        for bare in ["", "Journal of Rest (2020)", "Doi: to come", "PMID unknown", "Two parts: one"] {
            assert!(!findable(bare), "{bare}");
        }
    }
}
