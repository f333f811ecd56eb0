//! Reads the files of a language, checks them against each other and makes the book.

use super::book::{Book, Condition, Source};
use super::check::{Fault, File};
use super::legends::Legends;
use super::prose::{prose, under};
use super::{Finds, Labels, WrittenLabels};
use crate::core::Text;
use crate::core::claim::Verdict;
use crate::core::search::forms::pattern;
use raw::At;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use style::Style;

mod claims;
mod conditions;
mod english;
mod evidence;
mod finds;
mod manners;
mod practitioners;
mod prepare;
mod questions;
mod raw;
mod script;
pub use script::recording;
mod promises;
mod shape;
pub use shape::{Heard, heard};
mod steps;
mod style;
mod texts;

/// Pages that a link may name, as their paths.
const PAGES: [&str; 11] = [
    "/",
    "/what-to-expect/",
    "/stress-and-anxiety/",
    "/walkthrough/",
    "/faq/",
    "/prepare/",
    "/safety/",
    "/evidence/",
    "/practitioners/",
    "/glossary/",
    "/about/",
];

/// Places on pages that are no entry of their own, and that a link may name as well.
const PLACES: [&str; 9] = [
    "/evidence/#claims",
    "/evidence/#studies",
    "/evidence/#sides",
    "/practitioners/#registers",
    "/practitioners/#countries",
    "/safety/#self-check",
    "/prepare/#my-page",
    "/prepare/#lists",
    "/prepare/#dates",
];

/// Reads the words of one language from its folder, for a site under `base` (`/` or `/app/`).
/// `sound` is the folder of the bells, with a folder of recordings for each language.
///
/// # Errors
/// Every mistake that was found, with file and line.
pub fn read(folder: &Path, sound: &Path, language: &str, base: &str) -> Result<Book, Vec<Fault>> {
    let mut reader = Reader {
        folder,
        sound,
        language,
        base,
        style: Style::default(),
        files: Vec::new(),
        ids: BTreeSet::new(),
        links: Vec::new(),
        sources: Vec::new(),
        references: Vec::new(),
        claims: Vec::new(),
        judged: Vec::new(),
        conditions: Vec::new(),
    };
    let book = reader.book();
    reader.check_links();
    let faults: Vec<Fault> = reader
        .files
        .iter_mut()
        .flat_map(|file| {
            file.measure();
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
    sound: &'a Path,
    language: &'a str,
    base: &'a str,
    /// Words that may not be said, or not alone.
    style: Style,
    files: Vec<File>,
    /// Every address that exists: pages, and page with anchor.
    ids: BTreeSet<String>,
    /// Every address that a text links to: file, byte, address.
    links: Vec<(usize, usize, String)>,
    /// Ids of the sources, in order.
    sources: Vec<String>,
    /// Their full references, in the same order.
    references: Vec<Text>,
    /// Ids of the claims, in order.
    claims: Vec<String>,
    /// What is said of each claim that people meet elsewhere: file, byte, verdict, words.
    judged: Vec<(usize, usize, Verdict, Text)>,
    /// The conditions and signs that decide about a session.
    conditions: Vec<Condition>,
}

impl Reader<'_> {
    fn book(&mut self) -> Option<Book> {
        self.ids.extend(PAGES.iter().chain(&PLACES).map(|place| (*place).to_owned()));
        // Each file is read even if another one is broken, so that all mistakes are told at once.
        self.style();
        let conditions = self.conditions();
        let sources = self.source_list();
        let claims = self.claims();
        let evidence = self.evidence();
        let practitioners = self.practitioners();
        let terms = self.glossary();
        let prepare = self.prepare();
        let labels = self.toml::<WrittenLabels>("labels.toml").map(|(_, labels)| Labels::from(labels));
        let legends = self.toml::<Legends>("legends.toml").map(|(_, legends)| legends);
        let pages = self.pages();
        let figure = self.figure();
        let settings = self.settings();
        let home = self.home();
        let guide = self.guide();
        let steps = self.steps();
        let plans = steps.as_ref().and_then(|steps| self.plans(steps));
        let spoken = match (&steps, &plans) {
            (Some(steps), Some(plans)) => self.script(steps, plans),
            _ => None,
        };
        let stress = self.article("stress.toml", "/stress-and-anxiety/");
        let safety = self.safety();
        let about = self.article("about.toml", "/about/");
        let faq = self.faq();
        let lists = self.lists();
        self.english();
        conditions?;
        let (pages, missing) = pages?;
        let (groups, questions) = faq?;
        let (claim_groups, claims) = claims?;
        let mut book = Book {
            language: self.language.into(),
            base: self.base.to_owned(),
            labels: labels?,
            legends: legends?,
            pages,
            figure: figure?,
            settings: settings?,
            home: home?,
            guide: guide?,
            stress: stress?,
            steps: steps?,
            plans: plans?,
            spoken: spoken?,
            groups,
            questions,
            finds: Finds::default(),
            crisis: Text::default(),
            claim_groups,
            claims,
            evidence: evidence?,
            practitioners: practitioners?,
            terms: terms?,
            prepare: prepare?,
            safety: safety?,
            conditions: std::mem::take(&mut self.conditions),
            about: about?,
            missing,
            sources: sources?,
        };
        let lists = lists?;
        // Words with a mistake make no book: the index, which takes longest, isn't built for them.
        if self.files.iter().any(|file| !file.faults.is_empty()) {
            return None;
        }
        book.finds = finds::finds(&book, &lists);
        book.crisis = pattern(&lists.2).into();
        Some(book)
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

    /// The files of a folder of words, by name.
    fn files_in(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.folder.join(folder)).into_iter().flatten();
        let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let mut names: Vec<String> = names.filter(|name| name.ends_with(".toml")).collect();
        names.sort();
        names
    }

    /// A plain text, with its sentences checked.
    fn plain(&mut self, file: usize, text: &At) -> Text {
        let at = text.span().start;
        let whole = self.expand(file, at, text.get_ref());
        self.checked(file, &whole, at);
        whole.trim().into()
    }

    /// What holds for every text that is read, sentence by sentence.
    fn checked(&mut self, file: usize, plain: &str, at: usize) {
        self.files[file].sentences(plain, at);
        self.never(file, plain, at);
    }

    fn plain_or_empty(&mut self, file: usize, text: Option<&At>) -> Text {
        text.map_or_else(|| "".into(), |text| self.plain(file, text))
    }

    /// Markdown as HTML, with its sentences checked and its links noted. Also its plain text.
    fn prose(&mut self, file: usize, text: &At) -> (Text, String) {
        let at = text.span().start;
        let whole = self.expand(file, at, text.get_ref());
        let made = prose(&whole, self.base);
        self.checked(file, &made.plain, at);
        self.files[file].paragraphs(&made.plain, at);
        for (reason, offset) in made.refused {
            self.files[file].fault(at + offset, reason);
        }
        // The words of a condition move what stands behind them: a link is looked for as it is written.
        let written = &self.files[file].text[at..];
        let place = |address: &str, offset: usize| match whole == *text.get_ref() {
            true => at + offset,
            false => at + written.find(&format!("({address})")).unwrap_or(0),
        };
        let links = made.links.into_iter().map(|(address, offset)| (file, place(&address, offset), address));
        self.links.extend(links.collect::<Vec<_>>());
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
            self.references.push(source.full.as_str().into());
            sources.push(Source {
                id: id.into(),
                short: source.short.into(),
                full: source.full.into(),
                about: self.plain(file, &source.about),
            });
        }
        Some(sources)
    }
}

/// The questions a language has, by id, for tests that name them.
pub fn question_ids(book: &Book) -> BTreeMap<String, usize> {
    book.questions.iter().enumerate().map(|(place, question)| (question.id.to_string(), place)).collect()
}
