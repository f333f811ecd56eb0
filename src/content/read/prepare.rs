//! Reads the page to prepare with.

use super::{Reader, raw::At};
use crate::content::prepare::{
    Ask, Course, Kind, List, PLACES, Prepare, PrepareSays, PrepareWords, QUESTIONS, STOP, Step,
};
use crate::core::Text;
use serde::Deserialize;

/// The page's path.
const PAGE: &str = "/prepare/";

/// A place's address is the page's, and its own row of the list.
const ROW: &str = "place-";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    intro: At,
    step: Vec<WrittenStep>,
    place: Vec<Place>,
    list: Vec<WrittenList>,
    course: Course,
    words: PrepareWords,
    says: PrepareSays,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenStep {
    id: At,
    title: String,
    sheet: String,
    lead: At,
    note: Option<At>,
    #[serde(default)]
    ask: Vec<WrittenAsk>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenAsk {
    kind: Kind,
    name: At,
    legend: At,
    #[serde(default)]
    lead: String,
    #[serde(default)]
    options: Vec<Vec<At>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Place {
    id: At,
    name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenList {
    id: At,
    title: String,
    items: Vec<[At; 2]>,
}

impl Reader<'_> {
    pub(super) fn prepare(&mut self) -> Option<Prepare> {
        let (file, page) = self.toml::<Written>("prepare.toml")?;
        let (intro, _) = self.prose(file, &page.intro);
        let mut names = Vec::new();
        let mut steps = Vec::new();
        for step in &page.step {
            self.anchor(file, PAGE, &step.id);
            steps.push(Step {
                id: text(&step.id),
                title: step.title.as_str().into(),
                sheet: step.sheet.as_str().into(),
                lead: self.plain(file, &step.lead),
                note: step.note.as_ref().map_or_else(|| "".into(), |note| self.prose(file, note).0),
                asks: step.ask.iter().map(|ask| self.asked(file, ask, &mut names)).collect(),
            });
        }
        for id in [PLACES, STOP, QUESTIONS] {
            if !steps.iter().any(|step| *step.id == *id) {
                let reason = format!("there is no step “{id}”: the page puts something of its own into it");
                self.files[file].fault(0, reason);
            }
        }
        let mut places = Vec::new();
        for place in &page.place {
            self.files[file].id(place.id.get_ref(), place.id.span().start);
            self.field(file, &place.id, format!("{ROW}{}", place.id.get_ref()), &mut names);
            places.push((text(&place.id), Text::from(&*place.name)));
        }
        let mut lists = Vec::new();
        for list in &page.list {
            self.anchor(file, PAGE, &list.id);
            let mut items = Vec::new();
            for [id, item] in &list.items {
                self.field(file, id, format!("{}-{}", list.id.get_ref(), id.get_ref()), &mut names);
                items.push((text(id), self.prose(file, item).0));
            }
            lists.push(List { id: text(&list.id), title: list.title.as_str().into(), items });
        }
        Some(Prepare { intro, steps, places, lists, course: page.course, words: page.words, says: page.says })
    }

    fn asked(&mut self, file: usize, ask: &WrittenAsk, names: &mut Vec<String>) -> Ask {
        self.field(file, &ask.name, ask.name.get_ref().clone(), names);
        let chooses = matches!(ask.kind, Kind::Ticks | Kind::One);
        if chooses == ask.options.is_empty() {
            let reason = "ticks and one of several have options, lines and texts have none";
            self.files[file].fault(ask.name.span().start, reason);
        }
        let mut options = Vec::new();
        for option in &ask.options {
            let [value, label, ..] = &option[..] else {
                self.files[file].fault(
                    ask.name.span().start,
                    "an option is a value, a label, and perhaps what the page says",
                );
                continue;
            };
            self.files[file].id(value.get_ref(), value.span().start);
            let says = option.get(2).unwrap_or(label);
            options.push([text(value), self.plain(file, label), self.plain(file, says)]);
        }
        Ask {
            kind: ask.kind,
            name: text(&ask.name),
            legend: self.plain(file, &ask.legend),
            lead: ask.lead.as_str().into(),
            options,
        }
    }

    /// Notes a field's name: what is written is kept under it, so none may stand for two.
    fn field(&mut self, file: usize, at: &At, name: String, names: &mut Vec<String>) {
        if names.contains(&name) {
            self.files[file].fault(at.span().start, format!("the name “{name}” is there twice"));
        }
        names.push(name);
    }
}

fn text(at: &At) -> Text {
    at.get_ref().as_str().into()
}
