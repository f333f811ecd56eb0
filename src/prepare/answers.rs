//! What somebody has answered, by the names of the fields, and what follows from it: the sheet, the sentence to stop,
//! the visits.

use super::form::{Asked, Form, Kind};
use super::names::{
    LARGE, NAME, QUESTIONS, SENTENCE, SENTENCE_OWN, VISITS, place_field, usual, visit_fields,
};
use super::says::Says;
use crate::core::course::MOST;
use crate::core::questions::Questions;
use crate::core::sheet::{Answer, Sheet, Wish, tidy};
use std::collections::BTreeMap;

/// Texts with their names.
pub type Texts = Vec<(String, String)>;

/// What somebody has answered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answers(BTreeMap<String, String>);

impl Answers {
    /// What stands in a field; how a choice is at first, where nobody has chosen.
    pub fn get<'a>(&'a self, name: &str) -> &'a str {
        match self.0.get(name) {
            Some(text) if !text.is_empty() => text,
            _ => usual(name),
        }
    }

    /// What was written or chosen; nothing where all is as at first.
    pub fn written<'a>(&'a self, name: &str) -> &'a str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// Writes into a field.
    pub fn set(&mut self, name: &str, text: &str) {
        self.0.insert(name.to_owned(), text.to_owned());
    }

    /// Empties everything, and gives what there was.
    pub fn clear(&mut self) -> Texts {
        std::mem::take(&mut self.0).into_iter().filter(|(_, text)| !text.is_empty()).collect()
    }

    /// The questions in their order.
    pub fn questions(&self) -> Questions {
        Questions::read(self.written(QUESTIONS))
    }

    /// What is wished for a place.
    pub fn wish(&self, place: &str) -> Option<Wish> {
        Wish::of(self.written(&place_field(place)))
    }

    /// Whether the sheet is to be in large print.
    pub fn is_large(&self) -> bool {
        !self.written(LARGE).is_empty()
    }

    /// Date and time of each visit.
    pub fn visits(&self) -> Texts {
        let count = self.get(VISITS).parse().unwrap_or(1).clamp(1, MOST);
        let row = |n| visit_fields(n).map(|name| self.written(&name).to_owned()).into();
        (1..=count).map(row).collect()
    }

    /// The sentence to stop: one's own, or the chosen one; may be empty.
    pub fn sentence(&self, form: &Form) -> String {
        let own = tidy(self.written(SENTENCE_OWN));
        if !own.is_empty() {
            return own;
        }
        let asked = form.parts.iter().flat_map(|part| &part.asks).find(|asked| &*asked.name == SENTENCE);
        asked.and_then(|asked| self.chosen(asked)).unwrap_or_default().trim_matches(['“', '”']).to_owned()
    }

    /// How the sheet says what was chosen of several.
    fn chosen<'a>(&self, asked: &'a Asked) -> Option<&'a str> {
        let value = self.written(&asked.name);
        asked
            .options
            .iter()
            .find(|[known, _]| !value.is_empty() && **known == *value)
            .map(|[_, says]| &**says)
    }

    /// The sheet of it all.
    pub fn sheet(&self, form: &Form, says: &Says) -> Sheet {
        let answers = form.parts.iter().flat_map(|part| {
            let given = part.asks.iter().flat_map(|asked| self.given(form, asked));
            given.map(|answer| (part.title.to_string(), answer))
        });
        Sheet::of(self.written(NAME), answers, [says.sheet_not(), says.sheet_ask(), says.sheet_fine()])
    }

    fn given(&self, form: &Form, asked: &Asked) -> Vec<Answer> {
        let said = |says: &str| Answer::Said(asked.lead.to_string(), says.to_owned());
        match asked.kind {
            Kind::Ticks => {
                let ticked = |value: &str| !self.written(&[&*asked.name, "-", value].concat()).is_empty();
                let ticked = asked.options.iter().filter(|[value, _]| ticked(value));
                ticked.map(|[_, says]| said(says)).collect()
            }
            Kind::One => self.chosen(asked).map(said).into_iter().collect(),
            Kind::Text => {
                vec![Answer::Wrote(asked.lead.to_string(), self.written(&asked.name).to_owned())]
            }
            Kind::Places => {
                let marked = form.places.iter().filter_map(|(id, name)| Some((name, self.wish(id)?)));
                marked.map(|(name, wish)| Answer::Marked(name.to_string(), wish)).collect()
            }
            Kind::Questions => {
                self.questions().iter().map(|question| Answer::Asks(question.to_owned())).collect()
            }
        }
    }
}
