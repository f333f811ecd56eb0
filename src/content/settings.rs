//! The settings, as they are offered.

use crate::core::Text;
use serde::{Deserialize, Serialize};

/// The settings, and what their dialog says.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Settings {
    /// Heading of the dialog.
    pub title: Text,
    /// Where they are kept.
    pub lead: Text,
    /// The button that closes it.
    pub close: Text,
    /// The button that undoes every choice.
    pub reset: Text,
    /// Said where nothing can be kept.
    pub unkept: Text,
    /// What is chosen: one of each.
    pub choices: Vec<Choice>,
    /// Heading of the places to hide.
    pub hide_title: Text,
    /// Name and title of the places that can be hidden.
    pub hide: Vec<(Text, Text)>,
}

/// One setting: exactly one of its options is chosen.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Choice {
    /// What it is called in the page: `data-…` on `<html>`.
    pub name: Text,
    /// What it is called.
    pub title: Text,
    /// Value and words of each option; the first, without a value, is how it is at first.
    pub options: Vec<(Text, Text)>,
}

/// The only value of a place that is hidden.
pub const HIDDEN: &str = "yes";

/// The name of the setting that hides a place.
pub fn hiding(place: &str) -> String {
    ["hide-", place].concat()
}

impl Settings {
    /// The name of each setting.
    pub fn names(&self) -> impl Iterator<Item = String> {
        let choices = self.choices.iter().map(|choice| choice.name.to_string());
        choices.chain(self.hide.iter().map(|(place, _)| hiding(place)))
    }

    /// All names with the values that can be chosen, for the script that puts them on the page before anything is
    /// painted: `theme:light dark;size:large`.
    #[cfg(feature = "ssr")]
    pub fn offered(&self) -> String {
        let values = |choice: &Choice| {
            let values: Vec<&str> = choice.options.iter().skip(1).map(|(value, _)| &**value).collect();
            format!("{}:{}", choice.name, values.join(" "))
        };
        let choices = self.choices.iter().map(values);
        let places = self.hide.iter().map(|(place, _)| format!("{}:{HIDDEN}", hiding(place)));
        choices.chain(places).collect::<Vec<_>>().join(";")
    }
}
