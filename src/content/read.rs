//! Reads the files of a language, checks them against each other and makes the book.

use super::book::{Article, Book, Door, Guide, Home, Note, Part, QuestionText, Section, Source, StepText};
use super::check::{ANSWER, Fault, File};
use super::prose::{prose, under};
use super::{Group, Index, Labels, Page, Plan, Text, WrittenLabels};
use crate::core::plan::Hold;
use crate::core::position::Kind;
use crate::core::search::index::{Entry, Synonyms};
use raw::At;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

mod raw;

/// Pages that a link may name, as their paths.
const PAGES: [&str; 6] = ["/", "/what-to-expect/", "/walkthrough/", "/faq/", "/safety/", "/about/"];

/// Reads the words of one language from its folder, for a site under `base` (`/` or `/app/`).
///
/// # Errors
/// Every mistake that was found, with file and line.
pub fn read(folder: &Path, language: &str, base: &str) -> Result<Book, Vec<Fault>> {
    let mut reader = Reader {
        folder,
        base,
        files: Vec::new(),
        ids: BTreeSet::new(),
        links: Vec::new(),
        sources: Vec::new(),
    };
    let book = reader.book(language);
    reader.check_links();
    let faults: Vec<Fault> = reader
        .files
        .iter_mut()
        .flat_map(|file| {
            file.average();
            std::mem::take(&mut file.faults)
        })
        .collect();
    match book {
        Some(book) if faults.is_empty() => Ok(book),
        _ => Err(faults),
    }
}

struct Reader<'a> {
    folder: &'a Path,
    base: &'a str,
    files: Vec<File>,
    /// Every address that exists: pages, and page with anchor.
    ids: BTreeSet<String>,
    /// Every address that a text links to: file, byte, address.
    links: Vec<(usize, usize, String)>,
    /// Ids of the sources, in order.
    sources: Vec<String>,
}

impl Reader<'_> {
    fn book(&mut self, language: &str) -> Option<Book> {
        self.ids.extend(PAGES.map(str::to_owned));
        // Each file is read even if another one is broken, so that all mistakes are told at once.
        let sources = self.source_list();
        let labels = self.toml::<WrittenLabels>("labels.toml").map(|(_, labels)| Labels::from(labels));
        let pages = self.pages();
        let home = self.home();
        let guide = self.guide();
        let steps = self.steps();
        let plans = steps.as_ref().and_then(|steps| self.plans(steps));
        let safety = self.article("safety.toml", "/safety/");
        let about = self.article("about.toml", "/about/");
        let faq = self.faq();
        let (pages, missing) = pages?;
        let (groups, questions, index) = faq?;
        Some(Book {
            language: language.into(),
            base: self.base.to_owned(),
            labels: labels?,
            pages,
            home: home?,
            guide: guide?,
            steps: steps?,
            plans: plans?,
            groups,
            questions,
            index,
            safety: safety?,
            about: about?,
            missing,
            sources: sources?,
        })
    }

    /// Reads a file. `None`, with the mistake noted, if it is not there or has a wrong shape.
    fn toml<T: serde::de::DeserializeOwned>(&mut self, name: &str) -> Option<(usize, T)> {
        let read = fs::read_to_string(self.folder.join(name));
        let text = read.as_deref().unwrap_or_default().to_owned();
        let mut file = File::new(name.to_owned(), text);
        let parsed = match read {
            Err(error) => {
                file.fault(0, format!("could not be read: {error}"));
                None
            }
            Ok(_) => toml::from_str(&file.text)
                .map_err(|error| file.fault(error.span().map_or(0, |span| span.start), error.message()))
                .ok(),
        };
        self.files.push(file);
        parsed.map(|value| (self.files.len() - 1, value))
    }

    /// Notes an id as an address that can be linked to.
    fn anchor(&mut self, file: usize, page: &str, id: &At) {
        self.files[file].id(id.get_ref(), id.span().start);
        if !self.ids.insert(format!("{page}#{}", id.get_ref())) {
            self.files[file].fault(id.span().start, format!("the id “{}” is there twice", id.get_ref()));
        }
    }

    /// A plain text, with its sentences checked.
    fn plain(&mut self, file: usize, text: &At) -> Text {
        self.files[file].sentences(text.get_ref(), text.span().start);
        text.get_ref().trim().into()
    }

    fn plain_or_empty(&mut self, file: usize, text: Option<&At>) -> Text {
        text.map_or_else(|| "".into(), |text| self.plain(file, text))
    }

    /// Markdown as HTML, with its sentences checked and its links noted. Also its plain text.
    fn prose(&mut self, file: usize, text: &At) -> (Text, String) {
        let at = text.span().start;
        let made = prose(text.get_ref(), self.base);
        self.files[file].sentences(&made.plain, at);
        for (reason, offset) in made.refused {
            self.files[file].fault(at + offset, reason);
        }
        self.links.extend(made.links.into_iter().map(|(address, offset)| (file, at + offset, address)));
        (made.html.into(), made.plain)
    }

    /// An address, noted to be checked, under the base path.
    fn address(&mut self, file: usize, to: &At) -> Text {
        self.links.push((file, to.span().start, to.get_ref().clone()));
        under(self.base, to.get_ref()).into()
    }

    fn cited(&mut self, file: usize, ids: &[At]) -> Vec<u16> {
        let mut places = Vec::new();
        for id in ids {
            match self.sources.iter().position(|known| known == id.get_ref()) {
                Some(place) => places.push(place as u16),
                None => {
                    let reason = format!("there is no source “{}” in sources.toml", id.get_ref());
                    self.files[file].fault(id.span().start, reason);
                }
            }
        }
        places
    }

    fn check_links(&mut self) {
        for (file, at, address) in std::mem::take(&mut self.links) {
            if !self.ids.contains(&address) {
                self.files[file].fault(at, format!("the link “{address}” leads nowhere"));
            }
        }
    }

    fn source_list(&mut self) -> Option<Vec<Source>> {
        let (file, list) = self.toml::<raw::Sources>("sources.toml")?;
        let mut sources = Vec::new();
        for source in list.source {
            let id = source.id.get_ref().to_lowercase();
            self.ids.insert(format!("/about/#{id}"));
            if self.sources.contains(source.id.get_ref()) {
                self.files[file].fault(source.id.span().start, format!("the id “{id}” is there twice"));
            }
            self.sources.push(source.id.get_ref().clone());
            sources.push(Source {
                id: id.into(),
                short: source.short.into(),
                full: source.full.into(),
                about: self.plain(file, &source.about),
            });
        }
        Some(sources)
    }

    fn pages(&mut self) -> Option<(Vec<Page>, Text)> {
        let (file, pages) = self.toml::<raw::Pages>("pages.toml")?;
        let body = pages.missing.body.clone();
        let missing = match &body {
            Some(body) => self.prose(file, body).0,
            None => {
                self.files[file].fault(0, "the page “missing” needs a body");
                "".into()
            }
        };
        let all = [pages.home, pages.guide, pages.walk, pages.faq, pages.safety, pages.about, pages.missing];
        let mut titles = BTreeSet::new();
        let pages = all.into_iter().map(|page| {
            if !titles.insert(page.title.get_ref().clone()) {
                self.files[file].fault(page.title.span().start, "two pages have this title");
            }
            let letters = page.description.get_ref().chars().count();
            if letters > 160 {
                self.files[file]
                    .fault(page.description.span().start, format!("{letters} characters, at most 160"));
            }
            Page {
                title: page.title.get_ref().as_str().into(),
                description: page.description.get_ref().as_str().into(),
                heading: page.heading.into(),
                nav: page.nav.into(),
            }
        });
        Some((pages.collect(), missing))
    }

    fn home(&mut self) -> Option<Home> {
        let (file, home) = self.toml::<raw::Home>("home.toml")?;
        let doors = home.door.iter().map(|door| Door {
            to: self.address(file, &door.to),
            title: door.title.as_str().into(),
            line: self.plain(file, &door.line),
        });
        let doors = doors.collect();
        let notes = home.note.iter().map(|note| Note {
            title: note.title.as_str().into(),
            text: self.plain(file, &note.text),
            to: note.to.as_ref().map_or_else(|| "".into(), |to| self.address(file, to)),
            link: note.link.as_deref().unwrap_or_default().into(),
        });
        let notes = notes.collect();
        let lead = self.plain(file, &home.lead);
        let known = self.plain(file, &home.known);
        Some(Home { lead, known_title: home.known_title.into(), known, doors, notes })
    }

    fn section(&mut self, file: usize, page: &str, section: &raw::Section) -> Section {
        self.anchor(file, page, &section.id);
        Section {
            id: section.id.get_ref().as_str().into(),
            title: section.title.as_str().into(),
            when: section.when.as_deref().unwrap_or_default().into(),
            html: self.prose(file, &section.body).0,
            offer: self.plain_or_empty(file, section.offer.as_ref()),
            tone: section.tone,
            sources: self.cited(file, &section.sources),
        }
    }

    fn guide(&mut self) -> Option<Guide> {
        let (file, guide) = self.toml::<raw::Guide>("guide.toml")?;
        let (intro, _) = self.prose(file, &guide.intro);
        let mut parts = Vec::new();
        for part in &guide.part {
            self.anchor(file, "/what-to-expect/", &part.id);
            parts.push(Part {
                id: part.id.get_ref().as_str().into(),
                title: part.title.as_str().into(),
                sections: Vec::new(),
            });
        }
        for section in &guide.section {
            let made = self.section(file, "/what-to-expect/", section);
            let named = section.part.as_ref().map(|part| part.get_ref().as_str()).unwrap_or_default();
            match parts.iter_mut().find(|part| &*part.id == named) {
                Some(part) => part.sections.push(made),
                None => {
                    self.files[file].fault(section.id.span().start, format!("there is no part “{named}”"))
                }
            }
        }
        Some(Guide { intro, parts })
    }

    fn article(&mut self, name: &str, page: &str) -> Option<Article> {
        let (file, article) = self.toml::<raw::Article>(name)?;
        let (intro, _) = self.prose(file, &article.intro);
        let sections = article.section.iter().map(|section| self.section(file, page, section)).collect();
        Some(Article { intro, sections })
    }

    fn steps(&mut self) -> Option<Vec<StepText>> {
        let (file, steps) = self.toml::<raw::Positions>("positions.toml")?;
        let ids: Vec<String> = steps.position.iter().map(|step| step.id.get_ref().clone()).collect();
        let mut made = Vec::new();
        for step in &steps.position {
            made.push(self.step(file, step, Kind::Position));
        }
        for step in &steps.alternate {
            let named = step.instead_of.as_ref().map(|id| id.get_ref().as_str()).unwrap_or_default();
            match ids.iter().position(|id| id == named) {
                Some(place) => made.push(self.step(file, step, Kind::Alternate(place as u16))),
                None => {
                    self.files[file].fault(step.id.span().start, format!("there is no position “{named}”"))
                }
            }
        }
        for step in &steps.step {
            made.push(self.step(file, step, Kind::Quiet));
        }
        Some(made)
    }

    fn step(&mut self, file: usize, step: &raw::Step, kind: Kind) -> StepText {
        self.anchor(file, "/walkthrough/", &step.id);
        let needs = [&step.hands, &step.why, &step.consent, &step.pregnant, &step.seated];
        if kind != Kind::Quiet && needs.iter().any(|text| text.is_none()) {
            let reason = "a position needs hands, why, consent, pregnant and seated";
            self.files[file].fault(step.id.span().start, reason);
        }
        StepText {
            id: step.id.get_ref().as_str().into(),
            kind,
            title: step.title.as_str().into(),
            place: step.place.as_str().into(),
            what: self.plain(file, &step.what),
            hands: self.plain_or_empty(file, step.hands.as_ref()),
            caption: self.plain(file, &step.caption),
            notice: self.plain(file, &step.notice),
            why: self.plain_or_empty(file, step.why.as_ref()),
            prompt: self.plain(file, &step.prompt),
            say: step.say.iter().map(|line| self.plain(file, line)).collect(),
            consent: self.plain_or_empty(file, step.consent.as_ref()),
            pregnant: self.plain_or_empty(file, step.pregnant.as_ref()),
            seated: self.plain_or_empty(file, step.seated.as_ref()),
            sources: self.cited(file, &step.sources),
        }
    }

    fn plans(&mut self, steps: &[StepText]) -> Option<Vec<Plan>> {
        let (file, plans) = self.toml::<raw::Plans>("plans.toml")?;
        let made = plans.plan.iter().map(|plan| Plan {
            minutes: *plan.minutes.get_ref(),
            title: plan.title.as_str().into(),
            line: self.plain(file, &plan.line),
            steps: self.holds(file, plan, &plan.steps, steps),
            fewer: plan.fewer.as_ref().map(|fewer| self.holds(file, plan, fewer, steps)).unwrap_or_default(),
        });
        Some(made.collect())
    }

    fn holds(&mut self, file: usize, plan: &raw::Plan, holds: &[raw::Hold], steps: &[StepText]) -> Vec<Hold> {
        let at = plan.minutes.span().start;
        let mut made = Vec::new();
        for hold in holds {
            match steps.iter().position(|step| *step.id == **hold.at.get_ref()) {
                Some(step) => made.push(Hold { step: step as u16, seconds: hold.seconds }),
                None => {
                    let reason = format!("there is no step “{}”", hold.at.get_ref());
                    self.files[file].fault(hold.at.span().start, reason);
                }
            }
            if !(10..=1_800).contains(&hold.seconds) {
                let reason = format!("{} seconds: a step has 10 to 1,800", hold.seconds);
                self.files[file].fault(hold.at.span().start, reason);
            }
        }
        let seconds: u32 = holds.iter().map(|hold| u32::from(hold.seconds)).sum();
        let minutes = *plan.minutes.get_ref();
        if seconds != u32::from(minutes) * 60 {
            let reason = format!(
                "the steps add up to {seconds} seconds, {minutes} minutes are {}",
                u32::from(minutes) * 60
            );
            self.files[file].fault(at, reason);
        }
        made
    }

    fn faq(&mut self) -> Option<(Vec<Group>, Vec<QuestionText>, Index)> {
        let mut names: Vec<String> = fs::read_dir(self.folder.join("faq"))
            .into_iter()
            .flatten()
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .filter(|name| name.ends_with(".toml"))
            .collect();
        names.sort();
        let (mut groups, mut questions, mut found) = (Vec::new(), Vec::new(), Vec::new());
        for name in names {
            let (file, group) = self.toml::<raw::Faq>(&format!("faq/{name}"))?;
            groups.push(Group {
                id: group.id.get_ref().as_str().into(),
                title: group.title.as_str().into(),
                questions: group.question.len() as u16,
            });
            self.files[file].id(group.id.get_ref(), group.id.span().start);
            for question in &group.question {
                self.anchor(file, "/faq/", &question.id);
                let (answer, plain) = self.prose(file, &question.answer);
                let words = plain.split_whitespace().count();
                if !ANSWER.contains(&words) {
                    let reason =
                        format!("the answer has {words} words, not {} to {}", ANSWER.start, ANSWER.end - 1);
                    self.files[file].fault(question.answer.span().start, reason);
                }
                if question.sources.is_empty() {
                    self.files[file].fault(question.id.span().start, "an answer names at least one source");
                }
                questions.push(QuestionText {
                    id: question.id.get_ref().as_str().into(),
                    ask: question.ask.as_str().into(),
                    answer,
                    sources: self.cited(file, &question.sources),
                });
                found.push((question.ask.clone(), question.words.clone(), plain));
            }
        }
        let (_, synonyms) = self.toml::<raw::Synonyms>("synonyms.toml")?;
        let entries: Vec<Entry> =
            found.iter().map(|(title, words, text)| Entry { title, words, text }).collect();
        let groups_of_words: Vec<Synonyms> = synonyms
            .group
            .into_iter()
            .map(|group| Synonyms { words: group.words, means: group.means })
            .collect();
        let index = Index::build(&entries, &groups_of_words, &synonyms.stop, &synonyms.crisis);
        Some((groups, questions, index))
    }
}

/// The questions a language has, by id, for tests that name them.
pub fn question_ids(book: &Book) -> BTreeMap<String, usize> {
    book.questions.iter().enumerate().map(|(place, question)| (question.id.to_string(), place)).collect()
}
