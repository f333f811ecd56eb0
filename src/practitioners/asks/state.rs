//! What is ticked and added, and how it's kept: a record for each question, so that two tabs never write over each
//! other's.

use crate::platform::store::Texts;
use serde::Deserialize;
use serde::de::IgnoredAny;
use std::rc::Rc;
use yew::Reducible;

/// Where the names of all these records begin.
const OURS: &str = "asks/";
/// Where those of own questions do; the question follows.
const OWN: &str = "asks/own/";
/// After the number of an own question that is ticked.
const TICKED: &str = " ticked";

/// A question of one's own.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Own {
    /// They stand in this order.
    pub number: u32,
    /// The question.
    pub text: String,
    /// Whether it's ticked.
    pub ticked: bool,
}

/// What was last said.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Said {
    /// What is ticked was copied.
    Copied,
    /// It couldn't be.
    NotCopied,
    /// The device doesn't keep what was done.
    NotKept,
}

/// What is ticked and added.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The ids of our questions that are ticked.
    ticked: Vec<String>,
    /// Own questions, in order.
    pub own: Vec<Own>,
    /// What was last said.
    pub said: Option<Said>,
    /// The device has told what it keeps.
    pub loaded: bool,
}

/// What can happen.
#[derive(Clone, Debug)]
pub enum Action {
    /// This is kept on the device, or was changed in another tab.
    Come(Texts),
    /// One of our questions is ticked or unticked.
    Tick(String, bool),
    /// One's own is.
    TickOwn(String, bool),
    /// One's own is added; it's ticked then.
    Add(String),
    /// One's own is taken away.
    Remove(String),
    /// Nothing is ticked, and no own question is left.
    Clear,
    /// Something is said.
    Say(Said),
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = Self { said: None, ..(*self).clone() };
        match action {
            Action::Come(texts) => {
                state.said = self.said;
                state.loaded = true;
                state.take(&texts);
            }
            Action::Say(said) => state.said = Some(said),
            other => state.take(&self.keeps(&other)),
        }
        state.into()
    }
}

impl State {
    /// Whether this question of ours is ticked.
    pub fn is_ticked(&self, id: &str) -> bool {
        self.ticked.iter().any(|it| it == id)
    }

    /// Whether there's nothing to keep.
    pub fn is_empty(&self) -> bool {
        self.ticked.is_empty() && self.own.is_empty()
    }

    /// What has to be kept for an action: records by their names; empty ones go.
    pub fn keeps(&self, action: &Action) -> Texts {
        let own = |text: &str| self.own.iter().find(|own| own.text == text);
        match action {
            Action::Come(_) | Action::Say(_) => Vec::new(),
            Action::Tick(id, ticked) => vec![given(id, *ticked)],
            Action::TickOwn(text, ticked) => {
                own(text).map(|own| record(own.number, text, *ticked)).into_iter().collect()
            }
            Action::Add(text) => {
                let next = self.own.iter().map(|own| own.number.saturating_add(1)).max().unwrap_or_default();
                vec![record(own(text).map_or(next, |own| own.number), text, true)]
            }
            Action::Remove(text) => vec![([OWN, text].concat(), String::new())],
            Action::Clear => {
                let ours = self.ticked.iter().map(|id| given(id, false));
                ours.chain(self.own.iter().map(|own| ([OWN, &own.text].concat(), String::new()))).collect()
            }
        }
    }

    /// Takes records over.
    fn take(&mut self, texts: &[(String, String)]) {
        for (name, value) in texts {
            if let Some(text) = name.strip_prefix(OWN) {
                self.own.retain(|own| own.text != text);
                let (number, ticked) = match value.strip_suffix(TICKED) {
                    Some(number) => (number, true),
                    None => (&**value, false),
                };
                if let Ok(number) = number.parse() {
                    self.own.push(Own { number, text: text.to_owned(), ticked });
                }
            } else if let Some(id) = name.strip_prefix(OURS) {
                self.ticked.retain(|it| it != id);
                if !value.is_empty() {
                    self.ticked.push(id.to_owned());
                }
            }
        }
        self.own.sort();
    }
}

/// The record of one of our questions.
fn given(id: &str, ticked: bool) -> (String, String) {
    ([OURS, id].concat(), if ticked { "1" } else { "" }.to_owned())
}

/// The record of an own question.
fn record(number: u32, text: &str, ticked: bool) -> (String, String) {
    ([OWN, text].concat(), [&*number.to_string(), if ticked { TICKED } else { "" }].concat())
}

/// What an older release kept. It may have been edited by hand: whatever in it can be read counts.
#[derive(Deserialize)]
pub struct Old {
    #[serde(default)]
    ticked: Maybe<Vec<Maybe<String>>>,
    #[serde(default)]
    own: Maybe<Vec<Maybe<(String, bool)>>>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Maybe<T> {
    Good(T),
    Bad(IgnoredAny),
}

impl<T> Default for Maybe<T> {
    fn default() -> Self {
        Self::Bad(IgnoredAny)
    }
}

impl<T> Maybe<T> {
    fn good(self) -> Option<T> {
        match self {
            Self::Good(it) => Some(it),
            Self::Bad(_) => None,
        }
    }
}

/// The records of what an older release kept.
pub fn moved(old: Old) -> Texts {
    let ticked = old.ticked.good().into_iter().flatten().filter_map(Maybe::good);
    let own = old.own.good().into_iter().flatten().filter_map(Maybe::good);
    let own = own.filter_map(|(text, ticked)| {
        let text: String = text.trim().chars().take(super::LONGEST).collect();
        (!text.is_empty()).then_some((text, ticked))
    });
    let own = own.zip(0..).map(|((text, ticked), number)| record(number, &text, ticked));
    ticked.map(|id| given(&id, true)).chain(own).collect()
}

#[cfg(test)]
mod tests;
