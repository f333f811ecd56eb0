//! The conditions and signs that decide about a session, and what to do when one fits.

use crate::core::Text;
use serde::Deserialize;

/// What to do when a condition fits; the most serious first.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Call an ambulance.
    Help,
    /// Talk to somebody now.
    Talk,
    /// No session until a specialist agrees.
    Wait,
    /// See a doctor before a session.
    Doctor,
    /// Ask before booking.
    Ask,
    /// Tell a doctor as well; a session is all right.
    Also,
}

impl Outcome {
    /// Every outcome, the most serious first.
    pub const ALL: [Outcome; 6] =
        [Outcome::Help, Outcome::Talk, Outcome::Wait, Outcome::Doctor, Outcome::Ask, Outcome::Also];

    /// Its name in files of words, in pages and in style rules.
    pub fn name(self) -> &'static str {
        match self {
            Outcome::Help => "help",
            Outcome::Talk => "talk",
            Outcome::Wait => "wait",
            Outcome::Doctor => "doctor",
            Outcome::Ask => "ask",
            Outcome::Also => "also",
        }
    }
}

/// A condition or a sign. There is one list of them, and each has one wording and one result.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// Its name in links.
    pub id: Text,
    /// What to do when it fits.
    pub outcome: Outcome,
    /// The question it stands behind, answered with yes by whoever it may fit; empty where there is none.
    pub topic: Text,
    /// How the list says it.
    pub words: Text,
    /// How a running text calls it; empty where none does.
    pub short: Text,
    /// How a running text says that it fits, after “If”; empty where none does.
    pub clause: Text,
}

/// What a section with a list of the self-check has beside its text.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// Which conditions stand in its list, and what to do when one fits.
    pub outcome: Outcome,
    /// HTML shown when something in the list is ticked.
    pub say: Text,
    /// HTML after the list.
    pub after: Text,
}
