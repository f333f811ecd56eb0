//! What the page asks, as far as the sheet says it again: made of the words on the host, sent along as props.

use crate::core::Text;
use serde::{Deserialize, Serialize};

/// What the page asks.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct Form {
    /// The parts of the sheet, in order.
    pub parts: Vec<Part>,
    /// Places on the body: id and name.
    pub places: Vec<(Text, Text)>,
    /// Questions that can be taken: id and question.
    pub questions: Vec<(Text, Text)>,
    /// The ticks of the checklists.
    pub ticks: Vec<Text>,
    /// What a visit can be called: value, name, and the name of a reminder to look back.
    pub names: Vec<[Text; 3]>,
}

/// A part of the sheet.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct Part {
    /// Its heading.
    pub title: Text,
    /// What is asked for it, in order.
    pub asks: Vec<Asked>,
}

/// Something that is asked.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Asked {
    /// How it's answered.
    pub kind: Kind,
    /// The name of its field.
    pub name: Text,
    /// What stands before the answer; may be empty.
    pub lead: Text,
    /// What can be chosen, and how the sheet says it.
    pub options: Vec<[Text; 2]>,
}

/// How something is answered.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Kind {
    /// Any number of ticks.
    Ticks,
    /// One of several, or none.
    One,
    /// In one's own words.
    Text,
    /// Marks on places of the body.
    Places,
    /// A list in order.
    Questions,
}

#[cfg(feature = "ssr")]
mod made {
    use super::{Asked, Form, Kind, Part};
    use crate::content::book::Book;
    use crate::content::prepare::{Ask, Kind as Written, PLACES, QUESTIONS, Step};
    use crate::core::Text;

    impl From<&Book> for Form {
        fn from(book: &Book) -> Self {
            let prepare = &book.prepare;
            let list_ticks = |list: &crate::content::prepare::List| {
                let names = list.items.iter().map(|(id, _)| Text::from([&*list.id, "-", id].concat()));
                names.collect::<Vec<_>>()
            };
            Self {
                parts: prepare.steps.iter().map(part).collect(),
                places: prepare.places.clone(),
                questions: book
                    .practitioners
                    .asks
                    .iter()
                    .map(|(id, ask, _)| (id.clone(), ask.clone()))
                    .collect(),
                ticks: prepare.lists.iter().flat_map(list_ticks).collect(),
                names: prepare.course.names.clone(),
            }
        }
    }

    fn part(step: &Step) -> Part {
        let bare = |kind| Asked { kind, name: "".into(), lead: "".into(), options: Vec::new() };
        let first = match &*step.id {
            PLACES => Some(bare(Kind::Places)),
            QUESTIONS => Some(bare(Kind::Questions)),
            _ => None,
        };
        Part {
            title: step.sheet.clone(),
            asks: first.into_iter().chain(step.asks.iter().map(asked)).collect(),
        }
    }

    fn asked(ask: &Ask) -> Asked {
        Asked {
            kind: match ask.kind {
                Written::Ticks => Kind::Ticks,
                Written::One => Kind::One,
                Written::Text | Written::Line => Kind::Text,
            },
            name: ask.name.clone(),
            lead: ask.lead.clone(),
            options: ask.options.iter().map(|[value, _, says]| [value.clone(), says.clone()]).collect(),
        }
    }
}
