//! What the journeys of faults share: ways in which a file doesn't come, and how it's told and read nevertheless.

use std::time::Duration;

use browser::words::{labels, nav};
use browser::{Host, Page, Route, SOON, With, until};
use serde_json::json;

/// How a file doesn't come as it should.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// It's gone: 404.
    Refused,
    /// It comes three seconds late.
    Slow,
    /// The line breaks in the middle of it, each time.
    Cut,
    /// There's no answer until `release`.
    Never,
    /// The host answers with its home page, and 200.
    Strayed,
}

impl Way {
    /// From now on paths like `pattern` are answered so.
    pub fn befalls(self, host: &Host, pattern: &str) {
        match self {
            Self::Refused => host.refuse(pattern),
            Self::Slow => host.delay(pattern, Duration::from_secs(3)),
            Self::Cut => host.cut(pattern),
            Self::Never => host.hold(pattern),
            Self::Strayed => host.stray(pattern),
        }
    }

    /// Whether the file comes by itself after all.
    pub fn comes(self) -> bool {
        self == Self::Slow
    }
}

/// A page opens, whatever is still on its way.
pub const NO_WAIT: With = With { dark: false, no_script: false, no_wait: true };

/// Somebody has to know within so long what doesn't work: ten seconds, and a moment of a busy machine.
pub const TOLD: Duration = Duration::from_secs(12);

/// Opens a page of which something may never come.
#[track_caller]
pub fn arrive(page: &Page, host: &Host, route: &str) {
    page.open(host, route);
    let here = "return location.href.startsWith(arguments[0]) && document.readyState !== 'loading' &&
        Boolean(document.querySelector('#main h1'))";
    until("the page", SOON, || page.eval(here, &[json!(host.url())]) == true);
}

/// The page can be read.
#[track_caller]
pub fn is_read(page: &Page) {
    assert!(!page.heading().is_empty(), "no heading");
    let words: usize = page.get("return document.querySelector('main').textContent.split(/\\s+/).length");
    assert!(words > 60, "{words} words are left of the page");
}

/// A link leads on.
#[track_caller]
pub fn leads_on(page: &Page) {
    page.link(nav(Route::Safety)).click();
    until("the link to lead there", TOLD, || page.route() == "/safety/" && page.css("#main h1").is_there());
}

/// The message of the page is in sight, wherever somebody has scrolled to.
pub const IN_SIGHT: &str = "return [...document.querySelectorAll('.failed')].some((it) => {
    const { top, bottom, height } = it.getBoundingClientRect();
    return shown(it) && height > 0 && top >= -1 && bottom <= innerHeight + 1;
})";

/// Within ten seconds it's said that something doesn't work, and how to go on.
#[track_caller]
pub fn is_told(page: &Page) {
    page.until_within(TOLD, "the message", IN_SIGHT);
    let told: String = page.get("return [...document.querySelectorAll('.failed')].find(shown).textContent");
    assert!(told.contains(&*labels().failed()) && told.contains(&*labels().reload()), "{told}");
}
