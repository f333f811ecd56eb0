//! Reads the pages that are prose: heads of all pages, home, guide, safety, about.

use super::{Reader, raw, raw::At};
use crate::content::book::{
    Article, Choice, Door, FigureWords, Guide, Home, Listed, Note, Part, Section, Settings, Stretch,
};
use crate::content::pages::Page;
use crate::core::Text;
use std::collections::BTreeSet;

/// The longest description of a page, in characters: more is cut off in lists of results.
const DESCRIPTION: usize = 160;

/// What `<html>` is marked with besides the settings, or what else is kept beside them.
const TAKEN: [&str; 10] =
    ["app", "asks", "base", "held", "lost", "place", "print", "release", "stopped", "wishes"];

impl Reader<'_> {
    pub(super) fn pages(&mut self) -> Option<(Vec<Page>, Text)> {
        let (file, pages) = self.toml::<raw::Pages>("pages.toml")?;
        let missing = match pages.page.iter().find_map(|page| page.body.clone()) {
            Some(body) => self.prose(file, &body).0,
            None => {
                self.files[file].fault(0, "the page for addresses that don’t exist needs a body");
                "".into()
            }
        };
        let mut titles = BTreeSet::new();
        let pages = pages.page.into_iter().map(|page| {
            if !titles.insert(page.title.get_ref().clone()) {
                self.files[file].fault(page.title.span().start, "two pages have this title");
            }
            let letters = page.description.get_ref().chars().count();
            if letters > DESCRIPTION {
                self.files[file].fault(
                    page.description.span().start,
                    format!("{letters} characters, at most {DESCRIPTION}"),
                );
            }
            Page {
                path: page.path.into(),
                title: page.title.get_ref().as_str().into(),
                description: page.description.get_ref().as_str().into(),
                heading: page.heading.into(),
                nav: page.nav.into(),
                checked: page.checked,
            }
        });
        Some((pages.collect(), missing))
    }

    pub(super) fn figure(&mut self) -> Option<FigureWords> {
        let (file, figure) = self.toml::<raw::Figure>("figure.toml")?;
        let mut plain = |list: std::collections::BTreeMap<String, raw::At>| {
            let each = list.into_iter().map(|(name, words)| (name.into(), self.plain(file, &words)));
            each.collect()
        };
        let (postures, sits) = (plain(figure.postures), plain(figure.sits));
        let places = figure.places.into_iter().map(|(name, words)| (name.into(), words.into()));
        let pairs = figure.pairs.into_iter().map(|(name, words)| (name.into(), words.into()));
        Some(FigureWords {
            postures,
            sits,
            right: figure.right.into(),
            left: figure.left.into(),
            right_under: figure.right_under.into(),
            left_under: figure.left_under.into(),
            both: figure.both.into(),
            both_under: figure.both_under.into(),
            pairs: pairs.collect(),
            places: places.collect(),
        })
    }

    pub(super) fn settings(&mut self) -> Option<Settings> {
        let (file, settings) = self.toml::<raw::Settings>("settings.toml")?;
        let names = settings.choice.iter().map(|choice| &choice.name);
        self.marks(file, names.chain(settings.hide.iter().map(|it| &it.name)));
        for choice in &settings.choice {
            let values = || choice.options.iter().map(|[value, _]| value);
            self.marks(file, values().skip(1));
            let first = values().next().unwrap_or(&choice.name);
            if !first.get_ref().is_empty() {
                let reason = "the first option is how it is at first, and has no value";
                self.files[file].fault(first.span().start, reason);
            }
        }
        let choices = settings.choice.into_iter().map(|choice| Choice {
            name: choice.name.get_ref().as_str().into(),
            title: choice.title.into(),
            options: choice
                .options
                .iter()
                .map(|pair| pair.each_ref().map(|it| it.get_ref().as_str().into()).into())
                .collect(),
        });
        let choices = choices.collect();
        let lead = self.plain(file, &settings.lead);
        let unkept = self.plain(file, &settings.unkept);
        Some(Settings {
            title: settings.title.into(),
            lead,
            close: settings.close.into(),
            reset: settings.reset.into(),
            unkept,
            choices,
            hide_title: settings.hide_title.into(),
            hide: settings
                .hide
                .into_iter()
                .map(|it| (it.name.get_ref().as_str().into(), it.title.into()))
                .collect(),
        })
    }

    /// Names and values of settings stand in the page and in style sheets as they are, each once.
    fn marks<'a>(&mut self, file: usize, words: impl Iterator<Item = &'a At>) {
        let mut known = BTreeSet::new();
        for word in words {
            let (at, word) = (word.span().start, word.get_ref());
            let is_mark = |part: &str| !part.is_empty() && part.bytes().all(|c| c.is_ascii_lowercase());
            if !word.split('-').all(is_mark) {
                let reason = format!(
                    "“{word}” stands in style sheets: small letters from a to z, and hyphens between"
                );
                self.files[file].fault(at, reason);
            } else if TAKEN.contains(&&**word) {
                self.files[file].fault(at, format!("“{word}” is a name that the page uses already"));
            } else if !known.insert(word) {
                self.files[file].fault(at, format!("“{word}” is there twice"));
            }
        }
    }

    pub(super) fn home(&mut self) -> Option<Home> {
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
        let known_to = self.address(file, &home.known_to);
        Some(Home {
            lead,
            known_title: home.known_title.into(),
            known,
            known_to,
            known_link: home.known_link.into(),
            doors,
            notes,
        })
    }

    pub(super) fn section(&mut self, file: usize, page: &str, section: &raw::Section) -> Section {
        self.anchor(file, page, &section.id);
        let (html, mut plain) = self.prose(file, &section.body);
        let listed = self.listed(file, section);
        if let Some(Listed { outcome, .. }) = listed {
            plain.push_str(&self.condition_words(outcome));
        }
        self.partners(file, section.body.span().start, &[&section.title, &plain]);
        Section {
            id: section.id.get_ref().as_str().into(),
            title: section.title.as_str().into(),
            when: section.when.as_deref().unwrap_or_default().into(),
            html,
            offer: self.plain_or_empty(file, section.offer.as_ref()),
            tone: section.tone,
            checked: self.numbers(file, section),
            listed,
            sources: self.cited(file, &section.sources),
            claims: self.claimed(file, &section.claims),
            plain,
        }
    }

    pub(super) fn guide(&mut self) -> Option<Guide> {
        let (file, guide) = self.toml::<raw::Guide>("guide.toml")?;
        let (intro, _) = self.prose(file, &guide.intro);
        let drawn = self.plain(file, &guide.drawn);
        let stretches = guide.stretch.iter().map(|stretch| Stretch {
            title: stretch.title.as_str().into(),
            minutes: stretch.minutes,
            hands: stretch.hands,
        });
        let stretches = stretches.collect();
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
        Some(Guide { intro, drawn, stretches, parts })
    }

    pub(super) fn article(&mut self, name: &str, page: &str) -> Option<Article> {
        let (file, article) = self.toml::<raw::Article>(name)?;
        let (intro, _) = self.prose(file, &article.intro);
        let sections = article.section.iter().map(|section| self.section(file, page, section)).collect();
        Some(Article { intro, sections })
    }
}
