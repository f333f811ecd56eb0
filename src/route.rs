//! The pages and their paths.

use yew_router::prelude::*;

/// A page. The order is that of the pages in the pack.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Routable)]
pub enum Route {
    /// The home page.
    #[at("/")]
    Home,
    /// What to expect.
    #[at("/what-to-expect/")]
    Guide,
    /// The walk.
    #[at("/walkthrough/")]
    Walk,
    /// The questions.
    #[at("/faq/")]
    Faq,
    /// Preparing.
    #[at("/prepare/")]
    Prepare,
    /// Safety.
    #[at("/safety/")]
    Safety,
    /// Evidence.
    #[at("/evidence/")]
    Evidence,
    /// Choosing a practitioner.
    #[at("/practitioners/")]
    Practitioners,
    /// The words of the field.
    #[at("/glossary/")]
    Glossary,
    /// About.
    #[at("/about/")]
    About,
    /// A page that is not there; hosts answer with its file, `404.html`.
    #[not_found]
    #[at("/404.html")]
    Missing,
}

impl Route {
    /// Every page, in the order of the pack.
    pub const ALL: [Route; 11] = [
        Route::Home,
        Route::Guide,
        Route::Walk,
        Route::Faq,
        Route::Prepare,
        Route::Safety,
        Route::Evidence,
        Route::Practitioners,
        Route::Glossary,
        Route::About,
        Route::Missing,
    ];

    /// The doors of the main navigation.
    pub const DOORS: [Route; 4] = [Route::Guide, Route::Walk, Route::Faq, Route::Prepare];

    /// The pages of the footer.
    pub const FOOT: [Route; 6] =
        [Route::Home, Route::Safety, Route::Evidence, Route::Practitioners, Route::Glossary, Route::About];

    /// Its path from the root, without a base path.
    pub fn path(self) -> String {
        self.to_path()
    }

    /// Its place in the pack's list of pages.
    pub fn place(self) -> usize {
        Route::ALL.iter().position(|route| *route == self).unwrap_or(Route::ALL.len() - 1)
    }

    /// Whether the page is only read: it needs no code, and its own file brings its content.
    pub fn is_still(self) -> bool {
        !matches!(self, Route::Walk | Route::Faq)
    }

    /// The page of an address within the site: path, perhaps query and anchor, under `base`.
    pub fn of_address(address: &str, base: &str) -> Route {
        let path = address.split(['?', '#']).next().unwrap_or_default();
        let inside = path.strip_prefix(base).unwrap_or(path);
        Route::recognize(&format!("/{inside}")).unwrap_or(Route::Missing)
    }

    /// The page to go on with, reading straight through.
    pub fn next(self) -> Option<Route> {
        match self {
            Route::Home => Some(Route::Guide),
            Route::Guide => Some(Route::Walk),
            Route::Walk => Some(Route::Faq),
            Route::Faq => Some(Route::Prepare),
            Route::Prepare => Some(Route::Safety),
            Route::Safety => Some(Route::Evidence),
            Route::Evidence => Some(Route::Practitioners),
            Route::Practitioners | Route::Glossary | Route::About | Route::Missing => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_may_have_a_base_a_query_and_an_anchor() {
        assert_eq!(Route::of_address("/app/faq/?q=x#cost", "/app/"), Route::Faq);
        assert_eq!(Route::of_address("/app/", "/app/"), Route::Home);
        assert_eq!(Route::of_address("/about/#sources", "/"), Route::About);
    }

    #[test]
    fn every_path_leads_to_its_page() {
        for route in Route::ALL {
            assert_eq!(Route::recognize(&route.path()), Some(route));
        }
        assert_eq!(Route::recognize("/no/such/page"), Some(Route::Missing));
    }
}
