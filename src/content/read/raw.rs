//! The files of a language exactly as they are written: the shape that TOML is read into.
//! An unknown key is a mistake. A text that can be wrong remembers where it stands.

use crate::content::book::{Outcome, Tone};
use serde::Deserialize;

/// A text that remembers where it stands.
pub type At = toml::Spanned<String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sources {
    pub source: Vec<Source>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub id: At,
    /// What it is: trial, review, body … Read, so that it is checked; shown by no page yet.
    #[allow(dead_code)]
    pub kind: Kind,
    pub short: String,
    pub full: String,
    pub about: At,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    Trial,
    Review,
    Study,
    Case,
    Guidance,
    Body,
    Law,
    Insurer,
    Page,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pages {
    pub page: Vec<Page>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Page {
    pub path: String,
    pub title: At,
    pub description: At,
    pub heading: String,
    pub nav: String,
    #[serde(default)]
    pub checked: bool,
    pub body: Option<At>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    pub postures: std::collections::BTreeMap<String, At>,
    pub sits: std::collections::BTreeMap<String, At>,
    pub right: String,
    pub left: String,
    pub right_under: String,
    pub left_under: String,
    pub both: String,
    pub both_under: String,
    pub pairs: std::collections::BTreeMap<String, String>,
    pub places: std::collections::BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    pub title: String,
    pub lead: At,
    pub close: String,
    pub reset: String,
    pub unkept: At,
    pub choice: Vec<Choice>,
    pub hide_title: String,
    pub hide: Vec<Hide>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    pub name: At,
    pub title: String,
    pub options: Vec<[At; 2]>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hide {
    pub name: At,
    pub title: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Home {
    pub lead: At,
    pub known_title: String,
    pub known: At,
    pub known_to: At,
    pub known_link: String,
    pub door: Vec<Door>,
    pub note: Vec<Note>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Door {
    pub to: At,
    pub title: String,
    pub line: At,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    pub title: String,
    pub text: At,
    pub to: Option<At>,
    pub link: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guide {
    pub intro: At,
    pub drawn: At,
    pub stretch: Vec<Stretch>,
    pub part: Vec<Part>,
    pub section: Vec<Section>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stretch {
    pub title: String,
    pub minutes: u16,
    #[serde(default)]
    pub hands: u16,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    pub id: At,
    pub title: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Article {
    pub intro: At,
    pub section: Vec<Section>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    pub id: At,
    pub part: Option<At>,
    pub title: String,
    pub when: Option<String>,
    pub body: At,
    #[serde(rename = "do")]
    pub offer: Option<At>,
    #[serde(default)]
    pub tone: Tone,
    /// Which conditions its list shows, for the self-check.
    pub result: Option<Outcome>,
    /// What is said when one of them is ticked.
    pub say: Option<At>,
    /// What stands after the list.
    pub after: Option<At>,
    /// The day on which its telephone numbers were compared with pages of their services.
    pub checked: Option<toml::Spanned<toml::value::Datetime>>,
    pub sources: Vec<At>,
    #[serde(default)]
    pub claims: Vec<At>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conditions {
    pub topics: std::collections::BTreeMap<String, String>,
    pub condition: Vec<Condition>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    pub id: At,
    pub topic: Option<At>,
    pub words: At,
    pub short: Option<At>,
    pub clause: Option<At>,
    /// For how long it counts; the other texts take it in.
    pub within: Option<At>,
    pub result: Outcome,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Positions {
    pub position: Vec<Step>,
    pub alternate: Vec<Step>,
    pub step: Vec<Step>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    pub id: At,
    #[serde(rename = "for")]
    pub instead_of: Option<At>,
    pub title: String,
    pub place: String,
    pub what: At,
    pub hands: Option<At>,
    pub notice: At,
    pub why: Option<At>,
    pub prompt: At,
    pub say: Vec<At>,
    pub consent: Option<At>,
    pub pregnant: Option<At>,
    pub seated: Option<At>,
    #[serde(default)]
    pub sources: Vec<At>,
    #[serde(default)]
    pub claims: Vec<At>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plans {
    pub plan: Vec<Plan>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    pub minutes: toml::Spanned<u16>,
    pub title: String,
    pub line: At,
    pub steps: Vec<Hold>,
    pub fewer: Option<Vec<Hold>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hold {
    pub at: At,
    pub seconds: u16,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Script {
    pub hello: Vec<Hello>,
    pub stay: Stay,
    pub taste: Stay,
    pub line: Vec<Line>,
    pub shape: Shape,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shape {
    pub exits: usize,
    pub apart: u64,
    pub hand: u64,
    pub after: [u64; 2],
    pub rising: u64,
    pub quietest: Vec<At>,
    pub tender: Vec<At>,
    pub asking: Vec<String>,
    pub touching: Vec<String>,
    pub supposing: Vec<String>,
    pub getting_up: Vec<String>,
    pub announcing: Vec<String>,
    pub lengths: Vec<Length>,
    pub silence: Vec<Silence>,
    pub never: Vec<Never>,
}

/// How a length of silence is said.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Length {
    pub seconds: u64,
    pub say: String,
}

/// What is never said, to everybody or to whoever lies or sits like this.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Never {
    pub say: Vec<String>,
    pub to: Option<String>,
    pub why: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Silence {
    pub minutes: toml::Spanned<u16>,
    pub leave: u64,
    pub usual: [u64; 2],
    pub quietest: [u64; 2],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hello {
    pub minutes: u16,
    pub text: At,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stay {
    pub text: At,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    pub at: At,
    #[serde(default, rename = "in")]
    pub after: Vec<u16>,
    #[serde(default)]
    pub soon: Vec<u16>,
    #[serde(default)]
    pub wait: std::collections::BTreeMap<String, u16>,
    pub text: At,
    pub side: Option<At>,
    pub seated: Option<At>,
    #[serde(default)]
    pub exit: bool,
    pub tells: Option<u64>,
    #[serde(default)]
    pub fewer: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Faq {
    pub id: At,
    pub title: String,
    pub question: Vec<Question>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    pub id: At,
    pub ask: String,
    pub answer: At,
    pub sources: Vec<At>,
    #[serde(default)]
    pub claims: Vec<At>,
    #[serde(default)]
    pub words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Synonyms {
    /// Words that say nothing in a query.
    pub stop: Vec<String>,
    /// Phrases of somebody who may be in danger.
    pub crisis: Vec<String>,
    pub group: Vec<Group>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    pub words: Vec<String>,
    pub means: Vec<String>,
}
