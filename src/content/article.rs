//! Pages that are read section by section: what to expect, safety, about.

use super::safety::Listed;
use crate::core::Text;
use crate::core::claim::Day;
use serde::Deserialize;

/// What to expect.
#[derive(Clone, Debug, PartialEq)]
pub struct Guide {
    /// HTML before the first part.
    pub intro: Text,
    /// What the drawn visit says.
    pub drawn: Text,
    /// A first visit as it is drawn.
    pub stretches: Vec<Stretch>,
    /// The parts, in reading order.
    pub parts: Vec<Part>,
}

/// A stretch of a first visit.
#[derive(Clone, Debug, PartialEq)]
pub struct Stretch {
    /// What happens in it.
    pub title: Text,
    /// How long it takes, in minutes.
    pub minutes: u16,
    /// In how many positions hands rest meanwhile.
    pub hands: u16,
}

/// A part of the guide.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Its name in links.
    pub id: Text,
    /// Its title.
    pub title: Text,
    /// Its sections, in reading order.
    pub sections: Vec<Section>,
}

/// A section of a page. Optional texts are empty where there is nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its name in links.
    pub id: Text,
    /// Its title.
    pub title: Text,
    /// When it happens, for the timeline.
    pub when: Text,
    /// HTML.
    pub html: Text,
    /// One thing the reader could do.
    pub offer: Text,
    /// How it is set apart.
    pub tone: Tone,
    /// The day on which its telephone numbers were checked.
    pub checked: Option<Day>,
    /// Its list of conditions, for the self-check.
    pub listed: Option<Listed>,
    /// Indices into the sources.
    pub sources: Vec<u16>,
    /// Indices into the claims.
    pub claims: Vec<u16>,
    /// Its body without markup.
    pub plain: String,
}

/// How a section is set apart.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "kebab-case")]
pub enum Tone {
    /// Not at all.
    #[default]
    Plain,
    /// Something to take care with.
    Care,
    /// Get help now.
    Urgent,
}

/// A page of sections.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    /// HTML before the first section.
    pub intro: Text,
    /// Its sections, in reading order.
    pub sections: Vec<Section>,
}
