//! The words of one language, typed: the pack.
//!
//! On the host the folder `src/content/<language>/` is read and checked, which gives a book; pages
//! and pack are made from it. In the browser the packed bytes are opened again.

use crate::core::Text;
use crate::core::plan::{Choice, Plan};
use crate::core::position::{Kind, Step};
use crate::core::search::Index;
use crate::core::track::Line;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

mod export;
mod labels;
pub use export::Clips;
#[cfg(feature = "ssr")]
pub use labels::WrittenLabels;
pub use labels::{Labels, fill};

#[cfg(feature = "ssr")]
mod article;
#[cfg(feature = "ssr")]
pub mod basis;
#[cfg(feature = "ssr")]
pub mod book;
#[cfg(feature = "ssr")]
pub mod check;
#[cfg(feature = "ssr")]
pub mod known;
#[cfg(feature = "ssr")]
pub mod legends;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod prepare;
#[cfg(feature = "ssr")]
pub mod prose;
#[cfg(feature = "ssr")]
pub mod read;
#[cfg(feature = "ssr")]
mod safety;
#[cfg(feature = "ssr")]
pub mod scenes;
pub mod settings;

/// The words of a language as the browser gets them: what its rooms say. Whatever is only read is HTML
/// in the pages; what of it a room shows as well is taken from the page that brings the room.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Pack {
    /// Short words of the interface.
    pub labels: Labels,
    /// All steps: the ten positions in order, then alternates, then steps without hands.
    pub steps: Vec<Step>,
    /// The plans, longest first.
    pub plans: Vec<Plan>,
    /// What sounds during a walk, beside the lines of its steps.
    pub sound: Sound,
}

/// Whatever can be found, in a file of its own: only who searches waits for it.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct Finds {
    /// Finds entries.
    pub index: Index,
    /// The entries: all questions in their order, then everything else.
    pub entries: Vec<Find>,
}

/// Something that can be found.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Find {
    /// Where it stands.
    pub kind: FindKind,
    /// Its heading.
    pub title: Text,
    /// Its address below the base path.
    pub to: Text,
}

/// Where something that was found stands. The order is that of the legend `found_in`.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum FindKind {
    /// Among the questions.
    Question,
    /// In what to expect.
    Guide,
    /// In the walk.
    Walk,
    /// On the page of evidence.
    Evidence,
    /// Among the words.
    Words,
    /// On the page on practitioners.
    Practitioners,
    /// In Safety.
    Safety,
    /// In About.
    About,
    /// In Prepare.
    Prepare,
    /// In stress and anxiety.
    Stress,
}

impl Finds {
    /// Opens packed bytes; `None` when they are no such file.
    pub fn open(bytes: &[u8]) -> Option<Self> {
        let finds: Self = postcard::from_bytes(bytes).ok()?;
        (finds.entries.len() == finds.index.entries()).then_some(finds)
    }
}

/// What sounds during a walk, beside the lines of its steps.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Sound {
    /// The folder of the recordings, below the base path.
    pub folder: Text,
    /// Frames of the bell for a change, and of the one for the end.
    pub bells: [u16; 2],
    /// How long the walk takes, in the order of the plans.
    pub hellos: Vec<Line>,
    /// Said at the last step by whoever rests on.
    pub stay: Line,
    /// A taste of the voice, before Start.
    pub taste: Line,
    /// What is heard, as HTML: reading fields costs less code than making them.
    pub hear: Text,
    /// The other preferences, and what can be taken along, as HTML.
    pub form: Text,
}

/// A pack that can be handed round and compared without looking inside.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(try_from = "Pack")]
pub struct Words(Rc<Pack>);

/// A plan names only steps that there are.
impl TryFrom<Pack> for Words {
    type Error = &'static str;

    fn try_from(pack: Pack) -> Result<Self, &'static str> {
        let all = pack.plans.iter().flat_map(|plan| plan.steps.iter().chain(&plan.fewer));
        let whole = all.into_iter().all(|hold| usize::from(hold.step) < pack.steps.len());
        if whole { Ok(Self::new(pack)) } else { Err("steps are missing") }
    }
}

impl Words {
    /// Shares a pack.
    pub fn new(pack: Pack) -> Self {
        Self(Rc::new(pack))
    }
}

impl std::ops::Deref for Words {
    type Target = Pack;

    fn deref(&self) -> &Pack {
        &self.0
    }
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Pack {
    /// The index of the step with this id.
    pub fn step(&self, id: &str) -> Option<usize> {
        self.steps.iter().position(|step| &*step.id == id)
    }

    /// The plan of this many minutes.
    pub fn plan(&self, minutes: u16) -> Option<&Plan> {
        self.plans.iter().find(|plan| plan.minutes == minutes)
    }

    /// Whether a kept choice still makes sense with these plans and steps.
    pub fn knows(&self, choice: &Choice) -> bool {
        // Steps are numbered anew when one is added: a swap has to be one that can be chosen.
        let is_swap = |&(usual, instead): &(u16, u16)| {
            self.steps.get(usize::from(instead)).is_some_and(|step| step.kind == Kind::Alternate(usual))
        };
        self.plan(choice.minutes).is_some() && choice.swaps.iter().all(is_swap)
    }
}
