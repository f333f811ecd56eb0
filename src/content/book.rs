//! All words of a language as they were written and checked: what pages and pack are made from.
//! Texts called `html` hold only paragraphs, lists, emphasis and links.

pub use super::article::{Article, Guide, Part, Section, Stretch, Tone};
use super::known::{Claim, ClaimGroup, Evidence, Practitioners, Term};
use super::legends::Legends;
use super::pages::{Group, Page};
use super::prepare::Prepare;
pub use super::safety::{Condition, Listed, Outcome};
pub use super::settings::{Choice, Settings};
use super::{Finds, Labels};
use crate::core::Text;
use crate::core::plan::Plan;
use crate::core::position::Kind;
use crate::core::track::Line;

/// All words of a language.
#[derive(Clone, Debug, PartialEq)]
pub struct Book {
    /// Language tag, for instance `en`.
    pub language: Text,
    /// The base path that its links stand under, `/` or for instance `/app/`.
    pub base: String,
    /// Short words of the interface.
    pub labels: Labels,
    /// Words round what is only read.
    pub legends: Legends,
    /// Title, description and heading of each page, in the order of `route::Route`.
    pub pages: Vec<Page>,
    /// The figure in words.
    pub figure: FigureWords,
    /// The settings.
    pub settings: Settings,
    /// The home page.
    pub home: Home,
    /// What to expect.
    pub guide: Guide,
    /// Stress and anxiety.
    pub stress: Article,
    /// All steps: the ten positions in order, then alternates, then steps without hands.
    pub steps: Vec<StepText>,
    /// The plans, longest first.
    pub plans: Vec<Plan>,
    /// What is said during a walk.
    pub spoken: Spoken,
    /// The groups of questions.
    pub groups: Vec<Group>,
    /// All questions, group by group.
    pub questions: Vec<QuestionText>,
    /// Finds whatever can be found.
    pub finds: Finds,
    /// A regular expression for what somebody in danger may type.
    pub crisis: Text,
    /// The claims, in groups and one after another.
    pub claim_groups: Vec<ClaimGroup>,
    /// All claims, group by group.
    pub claims: Vec<Claim>,
    /// Evidence.
    pub evidence: Evidence,
    /// Choosing a practitioner.
    pub practitioners: Practitioners,
    /// The words of the field.
    pub terms: Vec<Term>,
    /// Preparing.
    pub prepare: Prepare,
    /// Safety.
    pub safety: Article,
    /// The conditions and signs that decide about a session, in reading order.
    pub conditions: Vec<Condition>,
    /// About.
    pub about: Article,
    /// The body of the page that is shown where there is none.
    pub missing: Text,
    /// Everything that a text names as its source.
    pub sources: Vec<Source>,
}

/// One step, with everything that is said about it. Empty text means: nothing to say.
#[derive(Clone, Debug, PartialEq)]
pub struct StepText {
    /// Its name in links, for instance `skull-base`.
    pub id: Text,
    /// What it is.
    pub kind: Kind,
    /// Its title.
    pub title: Text,
    /// The place in a word or two.
    pub place: Text,
    /// What it is, in two sentences.
    pub what: Text,
    /// Where each hand lies and from where it comes.
    pub hands: Text,
    /// What a person may notice.
    pub notice: Text,
    /// Why this place: what practitioners say, and what is known.
    pub why: Text,
    /// An invitation for somebody who rests at home.
    pub prompt: Text,
    /// Sentences a person can say or ask.
    pub say: Vec<Text>,
    /// Consent, and what can be done instead.
    pub consent: Text,
    /// The variant in pregnancy or on the side.
    pub pregnant: Text,
    /// The variant for who cannot lie flat.
    pub seated: Text,
    /// Indices into the sources.
    pub sources: Vec<u16>,
    /// Indices into the claims.
    pub claims: Vec<u16>,
}

/// What is said during a walk.
#[derive(Clone, Debug, PartialEq)]
pub struct Spoken {
    /// The lines of each step, in the order of the steps.
    pub lines: Vec<Vec<Line>>,
    /// Said at the last step by whoever rests on.
    pub stay: Line,
    /// A taste of the voice, before Start.
    pub taste: Line,
    /// How long the walk takes, in the order of the plans.
    pub hellos: Vec<Line>,
    /// Frames of the bell for a change, and of the one for the end.
    pub bells: [u16; 2],
}

/// A question and its answer.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionText {
    /// Its name in links.
    pub id: Text,
    /// The question.
    pub ask: Text,
    /// The answer as HTML.
    pub answer: Text,
    /// Indices into the sources.
    pub sources: Vec<u16>,
    /// Indices into the claims.
    pub claims: Vec<u16>,
    /// The answer without markup.
    pub plain: String,
    /// Words people type for it.
    pub words: Vec<String>,
}

/// The home page.
#[derive(Clone, Debug, PartialEq)]
pub struct Home {
    /// One or two sentences under the heading.
    pub lead: Text,
    /// Heading of what is known.
    pub known_title: Text,
    /// What is known, in a sentence or two.
    pub known: Text,
    /// Where more of it is said.
    pub known_to: Text,
    /// The link to it.
    pub known_link: Text,
    /// The doors.
    pub doors: Vec<Door>,
    /// Quiet notes at the foot.
    pub notes: Vec<Note>,
}

/// The drawn scenes in words: a sentence for the client, one for the practitioner, one for each hand.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureWords {
    /// How the client lies or sits, by its name in the scene.
    pub postures: Vec<(Text, Text)>,
    /// Where the practitioner is.
    pub sits: Vec<(Text, Text)>,
    /// One sentence for a right hand; `{place}`.
    pub right: Text,
    /// The same for a left hand.
    pub left: Text,
    /// For a right hand under the body.
    pub right_under: Text,
    /// For a left hand under the body.
    pub left_under: Text,
    /// For two hands at the same place, or at two that make a pair; `{place}`.
    pub both: Text,
    /// The same for two hands under the body.
    pub both_under: Text,
    /// Name of a place that there are two of, and the two of them in words.
    pub pairs: Vec<(Text, Text)>,
    /// Name of a place in the drawing, and in words.
    pub places: Vec<(Text, Text)>,
}

/// A way into the product.
#[derive(Clone, Debug, PartialEq)]
pub struct Door {
    /// Address, with the base path.
    pub to: Text,
    /// What it is called.
    pub title: Text,
    /// What is behind it.
    pub line: Text,
}

/// A quiet note. `to` and `link` are empty where it leads nowhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// Its heading.
    pub title: Text,
    /// Its text.
    pub text: Text,
    /// Address, with the base path.
    pub to: Text,
    /// Words of the link.
    pub link: Text,
}

/// Something that a text names as its source.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Its name in links.
    pub id: Text,
    /// How a text names it.
    pub short: Text,
    /// The full reference.
    pub full: Text,
    /// What it is and what it found, in one sentence.
    pub about: Text,
}
