//! Everything in the product that can be found: questions, sections, steps, claims, words,
//! practitioners. One index over all of it travels in a file of its own.

use super::Reader;
use crate::content::basis::quoted;
use crate::content::book::{Book, Section};
use crate::content::known::Standing;
use crate::content::{Find, FindKind, Finds};
use crate::core::search::Index;
use crate::core::search::index::{Entry, Synonyms};

/// Synonyms, words that say nothing, and phrases of somebody in danger.
pub type Lists = (Vec<Synonyms>, Vec<String>, Vec<String>);

/// What can be found of an entry, beside its find.
struct Written {
    find: Find,
    words: Vec<String>,
    text: String,
}

impl Reader<'_> {
    pub(super) fn lists(&mut self) -> Option<Lists> {
        let (_, lists) = self.toml::<super::raw::Synonyms>("synonyms.toml")?;
        let groups = lists.group.into_iter().map(|group| Synonyms { words: group.words, means: group.means });
        Some((groups.collect(), lists.stop, lists.crisis))
    }
}

/// HTML without its marks.
fn plain(html: &str) -> String {
    html.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text)).collect()
}

/// Builds the index over a whole book. The questions come first, in their order.
pub fn finds(book: &Book, (synonyms, stop, crisis): &Lists) -> Finds {
    let mut all = Vec::new();
    let mut add = |kind: FindKind, title: &str, to: String, words: &[String], text: String| {
        let find = Find { kind, title: title.into(), to: to.into() };
        all.push(Written { find, words: words.to_vec(), text });
    };
    for question in &book.questions {
        let to = format!("faq/#{}", question.id);
        add(FindKind::Question, &question.ask, to, &question.words, question.plain.clone());
    }
    let mut sections = |kind: FindKind, page: &str, list: &mut dyn Iterator<Item = &Section>| {
        for section in list {
            let to = format!("{page}#{}", section.id);
            add(kind, &section.title, to, &[], format!("{} {}", section.plain, section.offer));
        }
    };
    let mut guide = book.guide.parts.iter().flat_map(|part| &part.sections);
    sections(FindKind::Guide, "what-to-expect/", &mut guide);
    sections(FindKind::Stress, "stress-and-anxiety/", &mut book.stress.sections.iter());
    sections(FindKind::Safety, "safety/", &mut book.safety.sections.iter());
    sections(FindKind::Evidence, "evidence/", &mut book.evidence.sections.iter());
    sections(FindKind::Practitioners, "practitioners/", &mut book.practitioners.sections.iter());
    sections(FindKind::About, "about/", &mut book.about.sections.iter());
    for step in &book.steps {
        let text =
            [&step.place, &step.what, &step.hands, &step.notice, &step.why, &step.consent].map(|it| &**it);
        add(FindKind::Walk, &step.title, format!("walkthrough/#{}", step.id), &[], text.join(" "));
    }
    for claim in &book.claims {
        let (title, more) = match &claim.standing {
            Standing::Met(read, _) => (quoted(read), &*claim.says),
            _ => (claim.says.clone(), ""),
        };
        let text = format!("{more} {}", claim.why);
        add(FindKind::Evidence, &title, format!("evidence/#{}", claim.id), &claim.words, text);
    }
    for term in &book.terms {
        add(
            FindKind::Words,
            &term.term,
            format!("glossary/#{}", term.id),
            &term.also,
            term.plain.to_string(),
        );
    }
    for register in &book.practitioners.registers {
        let text = format!("{} {} {}", register.letters, register.asks, register.proves);
        add(FindKind::Practitioners, &register.name, format!("practitioners/#{}", register.id), &[], text);
    }
    for country in &book.practitioners.countries {
        let text = format!("{} {}", country.status, country.check);
        add(FindKind::Practitioners, &country.name, format!("practitioners/#{}", country.code), &[], text);
    }
    let prepare = &book.prepare;
    let words = &prepare.words;
    for step in &prepare.steps {
        let said = step
            .asks
            .iter()
            .flat_map(|ask| ask.options.iter().map(|[_, _, says]| &**says).chain([&*ask.legend]));
        let text = [&*step.lead].into_iter().chain(said).collect::<Vec<_>>().join(" ");
        add(FindKind::Prepare, &step.title, format!("prepare/#{}", step.id), &[], text);
    }
    for list in &prepare.lists {
        let items = list.items.iter().map(|(_, item)| plain(item)).collect::<Vec<_>>().join(" ");
        add(FindKind::Prepare, &list.title, format!("prepare/#{}", list.id), &[], items);
    }
    let dates = format!("{} {}", words.dates_lead, words.alarm);
    add(FindKind::Prepare, &words.dates_title, "prepare/#dates".into(), &[], dates);
    let sheet = format!("{} {} {}", words.sheet_lead, words.print, words.print_blank);
    add(FindKind::Prepare, &words.sheet_title, "prepare/#my-page".into(), &[], sheet);
    // Answers are written for who asks; claims say the same once more, for who doubts.
    let weight = |kind: FindKind| match kind {
        FindKind::Question => 1.3,
        FindKind::Guide | FindKind::Stress | FindKind::Safety => 1.1,
        FindKind::Evidence => 0.8,
        _ => 1.0,
    };
    let mut entries = Vec::new();
    for Written { find, words, text } in &all {
        entries.push(Entry { title: &find.title, words, text, weight: weight(find.kind) });
    }
    let index = Index::build(&entries, synonyms, stop, crisis);
    Finds { index, entries: all.into_iter().map(|it| it.find).collect() }
}
