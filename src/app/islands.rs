//! The islands: the moving parts of pages that are HTML otherwise. One table says which there are, what
//! each is called, and which pages carry it; the host renders by it, the browser wakes by it.
//!
//! The host renders an island's component into `<div data-island="search">`, with its props as JSON in the
//! script element behind it. The browser renders the same component from the same props anew, in the place
//! of what the host made. It does not hydrate: a page that a translator, an extension or a host has touched
//! no longer has the nodes that hydration looks for.

use crate::practitioners;
use crate::route::Route;

/// An island.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Island {
    /// The walkthrough.
    Walkthrough,
    /// The search of the questions.
    Search,
    /// The page to prepare with.
    Prepare,
    /// Puts what is ticked elsewhere on that page.
    Give,
    /// The questions to ask a practitioner.
    Asks,
    /// The table of studies.
    Studies,
    /// The claims.
    Claims,
    /// The settings.
    Settings,
}

impl Island {
    /// Every island.
    pub const ALL: [Island; 8] = [
        Island::Walkthrough,
        Island::Search,
        Island::Prepare,
        Island::Give,
        Island::Asks,
        Island::Studies,
        Island::Claims,
        Island::Settings,
    ];

    /// Its name in the page (`data-island`), which is that of its chunk as well where it wakes with its page.
    pub fn name(self) -> &'static str {
        match self {
            Island::Walkthrough => "walkthrough",
            Island::Search => "search",
            Island::Prepare => "prepare",
            Island::Give => "give",
            Island::Asks => "asks",
            Island::Studies => "studies",
            Island::Claims => "claims",
            Island::Settings => "settings",
        }
    }

    /// The island of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|island| island.name() == name)
    }

    /// Whether it sleeps until somebody uses it: what is only read then pays nothing for it.
    pub fn wakes_on_use(self) -> bool {
        match self {
            Island::Walkthrough | Island::Search | Island::Prepare => false,
            Island::Give | Island::Asks | Island::Studies | Island::Claims | Island::Settings => true,
        }
    }

    /// Keys in `localStorage`: where one of them is, it has something to show, and wakes with its page.
    pub fn kept(self) -> &'static [&'static str] {
        match self {
            Island::Asks => practitioners::KEPT,
            _ => &[],
        }
    }

    /// The pages that carry it.
    pub fn routes(self) -> &'static [Route] {
        match self {
            Island::Walkthrough => &[Route::Walk],
            Island::Search => &[Route::Faq],
            Island::Prepare => &[Route::Prepare],
            Island::Give => &[Route::Safety, Route::Practitioners],
            Island::Asks => &[Route::Practitioners],
            Island::Studies | Island::Claims => &[Route::Evidence],
            // Outside `#app`: it outlives the page.
            Island::Settings => &Route::ALL,
        }
    }
}
