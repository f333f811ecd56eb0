//! A step of a walk: a position (one hold) or a step without hands.

use super::Text;
use super::track::Line;
use serde::{Deserialize, Serialize};

/// What a step is.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Kind {
    /// One of the ten positions.
    Position,
    /// A place that can be used instead of a position; holds that position's index.
    Alternate(u16),
    /// Without hands: arriving, settling, resting, getting up, returning.
    Quiet,
}

/// One step, as the walk needs it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Step {
    /// Its name in links, for instance `skull-base`.
    pub id: Text,
    /// What it is.
    pub kind: Kind,
    /// Its title.
    pub title: Text,
    /// What is said and shown while it is held.
    pub lines: Vec<Line>,
    /// What is drawn, in words.
    pub drawn: Text,
}
