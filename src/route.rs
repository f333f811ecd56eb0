//! The pages and their paths.

/// A page. The order is that of [`Route::ALL`].
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Route {
    /// The home page.
    Home,
    /// What to expect.
    Guide,
    /// Stress and anxiety.
    Stress,
    /// The walk.
    Walk,
    /// The questions.
    Faq,
    /// Preparing.
    Prepare,
    /// Safety.
    Safety,
    /// Evidence.
    Evidence,
    /// Choosing a practitioner.
    Practitioners,
    /// The words of the field.
    Glossary,
    /// About.
    About,
    /// A page that is not there; hosts answer with its file, `404.html`.
    Missing,
}

impl Route {
    /// Every page, in the order of the pack.
    pub const ALL: [Route; 12] = [
        Route::Home,
        Route::Guide,
        Route::Stress,
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

    /// The pages that stand beside the doors: one tap away from everywhere.
    pub const BESIDE: [Route; 2] = [Route::Stress, Route::Safety];

    /// The pages of the footer.
    pub const FOOT: [Route; 7] = [
        Route::Home,
        Route::Stress,
        Route::Safety,
        Route::Evidence,
        Route::Practitioners,
        Route::Glossary,
        Route::About,
    ];

    /// Its path from the root, without a base path.
    pub fn path(self) -> &'static str {
        match self {
            Route::Home => "/",
            Route::Guide => "/what-to-expect/",
            Route::Stress => "/stress-and-anxiety/",
            Route::Walk => "/walkthrough/",
            Route::Faq => "/faq/",
            Route::Prepare => "/prepare/",
            Route::Safety => "/safety/",
            Route::Evidence => "/evidence/",
            Route::Practitioners => "/practitioners/",
            Route::Glossary => "/glossary/",
            Route::About => "/about/",
            Route::Missing => "/404.html",
        }
    }

    /// Its place in [`Route::ALL`].
    pub fn place(self) -> usize {
        self as usize
    }

    /// The page to go on with, reading straight through.
    pub fn next(self) -> Option<Route> {
        match self {
            Route::Home => Some(Route::Guide),
            Route::Guide => Some(Route::Safety),
            Route::Safety => Some(Route::Stress),
            Route::Stress => Some(Route::Walk),
            Route::Walk => Some(Route::Faq),
            Route::Faq | Route::Evidence => Some(Route::Practitioners),
            Route::Practitioners => Some(Route::Prepare),
            Route::Prepare | Route::Glossary | Route::About | Route::Missing => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_stands_in_its_place() {
        for (place, route) in Route::ALL.into_iter().enumerate() {
            assert_eq!(route.place(), place, "{route:?}");
        }
    }

    #[test]
    fn every_path_is_a_folder_of_its_own() {
        for route in Route::ALL.into_iter().filter(|route| *route != Route::Missing) {
            let path = route.path();
            assert!(path.starts_with('/') && path.ends_with('/'), "{path}");
            assert_eq!(Route::ALL.iter().filter(|other| other.path() == path).count(), 1, "{path}");
        }
    }
}
