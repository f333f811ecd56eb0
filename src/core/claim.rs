//! How sure a statement about an effect, a mechanism or a risk is, in the words that pages use.

use super::Text;
use serde::Deserialize;
use std::fmt;

/// How much the evidence supports a statement.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd)]
#[serde(rename_all = "kebab-case")]
pub enum Grade {
    /// Several large, careful trials agree.
    Strong,
    /// At least one good trial, and others agree.
    Moderate,
    /// Small, indirect, one-sided or single studies.
    Limited,
    /// It compared, and found no clear difference.
    None,
    /// It had nothing, or too little, to compare with.
    Unclear,
    /// It is about something else than what is graded.
    Elsewhere,
    /// Nobody here could read what it found.
    Unread,
}

/// What is to be said of a statement that people meet elsewhere.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The sources agree with it.
    Supported,
    /// True as far as it goes: it leaves something out.
    Roughly,
    /// It says more than the sources do.
    Partly,
    /// The study named for it is another one, or none.
    Misattributed,
    /// Studies of it disagree.
    Contested,
    /// No study shows it.
    Unsupported,
    /// What was tested speaks against it.
    Contradicted,
    /// Nothing could settle it.
    Unknown,
    /// No effect at all: what practitioners do or teach.
    Practice,
}

/// What a statement of ours is, where research doesn't grade it: a grade beside it would be read as a grade of it.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// What to do.
    Advice,
    /// Somebody looked for studies of it, and found none.
    Absent,
    /// What people or papers tell, with nothing to measure it by.
    Reports,
    /// What a law, a register or an official body says.
    Rule,
}

/// A day of the calendar: year, month from 1, day from 1. Later days are greater.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Day(pub i16, pub u8, pub u8);

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}-{:02}-{:02}", self.0, self.1, self.2)
    }
}

/// What a text rests on, as it is shown under it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Basis {
    /// What opens the claims and sources, what stands before the sources, and what opens the words of the field.
    pub labels: [Text; 3],
    /// The claims that the text rests on.
    pub grounds: Vec<Ground>,
    /// Full references, the text's own ones first.
    pub sources: Vec<Text>,
    /// Words of the field in the text, and what they mean.
    pub terms: Vec<(Text, Text)>,
}

/// A claim as it is shown under a text that rests on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Ground {
    /// Its name in links.
    pub id: Text,
    /// The claim as it is met elsewhere; empty where only we say it.
    pub read: Text,
    /// The verdict on it; where only we say it, how sure that is, or what it is.
    pub label: Text,
    /// What can honestly be said.
    pub says: Text,
}
