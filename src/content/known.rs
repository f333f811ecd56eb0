//! What is known, as data: claims with their grades, studies, registers, and the field's words.

use super::article::Section;
use crate::core::Text;
use crate::core::claim::{Day, Grade, Kind, Verdict};
use serde::Deserialize;

/// A statement about an effect, a mechanism or a risk.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Its name in links.
    pub id: Text,
    /// Where it comes from, and what is to be said of it.
    pub standing: Standing,
    /// What can honestly be said.
    pub says: Text,
    /// How that is known, or what is missing. May be empty.
    pub why: Text,
    /// Indices into the sources; never empty.
    pub sources: Vec<u16>,
    /// What it is about.
    pub topics: Vec<Topic>,
    /// When it was last looked at.
    pub reviewed: Day,
    /// The day by which somebody has to look at it again.
    pub again: Day,
    /// Words people may search for.
    pub words: Vec<String>,
}

/// Where a claim comes from, and what is to be said of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Standing {
    /// People meet it elsewhere, in these words; the verdict is on them.
    Met(Text, Verdict),
    /// What studies found, in our words: how sure those are.
    Found(Grade),
    /// Our words, which no study grades.
    Said(Kind),
}

/// Claims that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimGroup {
    /// Its name in links.
    pub id: Text,
    /// Its title.
    pub title: Text,
    /// Indices into the claims.
    pub claims: Vec<u16>,
}

/// What a claim or a study is about.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Topic {
    Anxiety,
    Stress,
    Sleep,
    Pain,
    Heart,
    Hormones,
    Body,
    Safety,
    Session,
    Mood,
    Children,
    Cost,
    Course,
    Practice,
}

/// The page of evidence.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// The bottom line, sentence by sentence.
    pub bottom: Vec<Text>,
    /// HTML: how to read the page.
    pub intro: Text,
    /// The grades in words.
    pub grades: Vec<Named<Grade>>,
    /// The verdicts in words.
    pub verdicts: Vec<Named<Verdict>>,
    /// What is known, contested, not known …
    pub sections: Vec<Section>,
    /// Reviews that disagree.
    pub sides: Vec<Side>,
    /// Words of the picture of the trials.
    pub drawn: Drawn,
    /// HTML before the table of studies.
    pub table: Text,
    /// In place of a grade, where a study isn't about craniosacral therapy.
    pub near: Text,
    /// The studies, nearest to anxiety and stress first.
    pub studies: Vec<Study>,
}

/// Words of the picture of the controlled trials.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    /// What the picture shows; `{n}`, `{asked}`, `{largest}`.
    pub says: Text,
    /// What its marks mean; the same.
    pub key: Text,
    /// What opens the same in words.
    pub words: Text,
    /// How a trial is named there; `{name}`, `{people}`.
    pub one: Text,
    /// The same, where it isn't known how many people took part; `{name}`.
    pub uncounted: Text,
    /// The rows, from the hardest comparison to the easiest.
    pub lanes: Vec<(Comparison, Text)>,
}

/// A value, its name on the page, and what it means.
#[derive(Clone, Debug, PartialEq)]
pub struct Named<T> {
    /// What is named.
    pub what: T,
    /// Its name.
    pub title: Text,
    /// What it means.
    pub means: Text,
}

/// One of the reviews that stand side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// Index into the sources.
    pub source: u16,
    /// What it is.
    pub title: Text,
    /// What it looked at.
    pub looked: Text,
    /// What it finds.
    pub finds: Text,
    /// Who stands behind it.
    pub stands: Text,
}

/// A study or review.
#[derive(Clone, Debug, PartialEq)]
pub struct Study {
    /// Index into the sources.
    pub source: u16,
    /// Its title, exactly as it was published.
    pub title: Text,
    /// A few plain words that tell it from others.
    pub name: Text,
    /// What kind of study it is.
    pub design: Design,
    /// When it was published.
    pub year: u16,
    /// How many people took part, where that is known.
    pub people: Option<u16>,
    /// What it is about.
    pub topics: Vec<Topic>,
    /// As evidence that this therapy helps with anxiety or stress; `None` where it is about something
    /// near and not about craniosacral therapy.
    pub grade: Option<Grade>,
    /// For a controlled trial of the therapy: with what kind of thing it was compared.
    pub against: Option<Comparison>,
    /// People were asked how anxious or stressed they felt.
    pub asked: bool,
    /// The same people are in another study of the list, which counts for both.
    pub again: bool,
    /// When its title and result were last compared with the paper or its summary.
    pub checked: Day,
    /// Who was studied.
    pub who: Text,
    /// With what it was compared.
    pub compared: Text,
    /// What was seen.
    pub result: Text,
    /// Its main limit.
    pub limit: Text,
}

/// What kind of study it is.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Design {
    Trial,
    Crossover,
    Cohort,
    Interviews,
    Review,
    Test,
}

/// With what a controlled trial compared the therapy.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "kebab-case")]
pub enum Comparison {
    /// A pretend treatment by hand.
    Touch,
    /// Another pretend treatment, such as a switched-off machine.
    Sham,
    /// Another treatment, such as massage.
    Treatment,
    /// Usual care, waiting, rest or nothing.
    Nothing,
}

/// The page on choosing a practitioner.
#[derive(Clone, Debug, PartialEq)]
pub struct Practitioners {
    /// HTML before the first section.
    pub intro: Text,
    /// Its sections.
    pub sections: Vec<Section>,
    /// Questions to ask, and what a good answer sounds like; the first is the id.
    pub asks: Vec<(Text, Text, Text)>,
    /// Bodies and letters.
    pub registers: Vec<Register>,
    /// What is regulated where.
    pub countries: Vec<Country>,
    /// Good signs.
    pub good: Vec<Text>,
    /// Warning signs.
    pub warning: Vec<Text>,
}

/// A body that keeps a list of practitioners.
#[derive(Clone, Debug, PartialEq)]
pub struct Register {
    /// Its name in links.
    pub id: Text,
    /// ISO code of its country, or `int`.
    pub country: Text,
    /// Its name.
    pub name: Text,
    /// The letters its members use. May be empty.
    pub letters: Text,
    /// What it asks of members.
    pub asks: Text,
    /// What that proves.
    pub proves: Text,
    /// Its host on the web. May be empty.
    pub site: Text,
    /// When this was looked up.
    pub checked: Day,
    /// How old the page is that says so; empty where it doesn't tell.
    pub dated: Text,
    /// Indices into the sources.
    pub sources: Vec<u16>,
}

/// What is regulated in a country.
#[derive(Clone, Debug, PartialEq)]
pub struct Country {
    /// ISO code.
    pub code: Text,
    /// Its name.
    pub name: Text,
    /// What is known of its rules.
    pub status: Text,
    /// What somebody there might check.
    pub check: Text,
    /// When this was looked up.
    pub checked: Day,
    /// How old the page is that says so; empty where it doesn't tell.
    pub dated: Text,
    /// Indices into the sources.
    pub sources: Vec<u16>,
}

/// A word of the field.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Its name in links.
    pub id: Text,
    /// The word.
    pub term: Text,
    /// Other forms of it.
    pub also: Vec<String>,
    /// Whether it's a word of every day too: where it stands in a text, it isn't explained under it.
    pub everyday: bool,
    /// What it means.
    pub plain: Text,
    /// Where it belongs: body, method, research, safety, practice.
    pub group: Text,
    /// Indices into the sources.
    pub sources: Vec<u16>,
    /// Ids and words of related terms.
    pub see: Vec<(Text, Text)>,
}

impl Term {
    /// The names in its heading: “Meninges and dura” has two, and so has “Post-traumatic stress (PTSD)”.
    fn names(&self) -> impl Iterator<Item = &str> {
        let parts = self.term.split(" and ").flat_map(|part| part.split([',', '(', ')']));
        parts.map(str::trim).filter(|name| !name.is_empty())
    }

    /// Whether one of its names stands in a text and could need a word. The other forms are for the search: “trauma” finds
    /// post-traumatic stress, but a text that names a trauma doesn't call for its definition.
    pub fn stands_in(&self, text: &str) -> bool {
        if self.everyday {
            return false;
        }
        let text = text.to_lowercase();
        let ends = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        self.names().map(str::to_lowercase).any(|name| {
            text.match_indices(&name).any(|(at, _)| {
                ends(text[..at].chars().next_back()) && ends(text[at + name.len()..].chars().next())
            })
        })
    }
}
