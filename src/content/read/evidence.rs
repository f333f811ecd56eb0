//! Reads the page of evidence and its studies.

use super::{
    Reader,
    raw::{self, At},
};
use crate::content::known::{Design, Direction, Evidence, Named, Side, Study, Topic};
use crate::core::claim::{Grade, Verdict};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    bottom: Vec<At>,
    intro: At,
    grade: Vec<Name<Grade>>,
    verdict: Vec<Name<Verdict>>,
    section: Vec<raw::Section>,
    side: Vec<WrittenSide>,
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
struct WrittenSide {
    source: At,
    title: String,
    looked: At,
    finds: At,
    stands: At,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Studies {
    study: Vec<WrittenStudy>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenStudy {
    source: At,
    name: String,
    design: Design,
    year: u16,
    people: Option<u16>,
    trials: Option<u16>,
    topics: Vec<Topic>,
    direction: Direction,
    grade: Grade,
    indirect: bool,
    who: At,
    compared: At,
    result: At,
    limit: At,
    summary: At,
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
        Some(Evidence { bottom, intro, grades, verdicts, sections, sides, studies: studies? })
    }

    fn named<T>(&mut self, file: usize, what: T, title: &str, means: &At) -> Named<T> {
        Named { what, title: title.into(), means: self.plain(file, means) }
    }

    fn studies(&mut self) -> Option<Vec<Study>> {
        let (file, list) = self.toml::<Studies>("studies.toml")?;
        let mut studies = Vec::new();
        for study in &list.study {
            studies.push(Study {
                source: self.cited(file, std::slice::from_ref(&study.source)).first().copied()?,
                name: study.name.as_str().into(),
                design: study.design,
                year: study.year,
                people: study.people,
                trials: study.trials,
                topics: study.topics.clone(),
                direction: study.direction,
                grade: study.grade,
                indirect: study.indirect,
                who: self.plain(file, &study.who),
                compared: self.plain(file, &study.compared),
                result: self.plain(file, &study.result),
                limit: self.plain(file, &study.limit),
                summary: self.plain(file, &study.summary),
            });
        }
        Some(studies)
    }
}
