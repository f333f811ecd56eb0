//! The site under test: its two folders, its routes, its plans.

use std::env;
use std::path::{Path, PathBuf};

/// Every route with a page of its own.
pub const ROUTES: [&str; 11] = [
    "/",
    "/what-to-expect/",
    "/stress-and-anxiety/",
    "/walkthrough/",
    "/prepare/",
    "/faq/",
    "/safety/",
    "/evidence/",
    "/practitioners/",
    "/glossary/",
    "/about/",
];

/// The three-minute walk: positions in order with their seconds.
pub const THREE_MINUTES: [(&str, u32); 7] = [
    ("arrive", 10),
    ("feet-opening", 25),
    ("sacrum", 30),
    ("diaphragm", 30),
    ("skull-base", 30),
    ("head-cradle", 30),
    ("return", 25),
];

/// The sixty-minute walk: positions in order with their seconds.
pub const SIXTY_MINUTES: [(&str, u32); 14] = [
    ("arrive", 420),
    ("settle", 120),
    ("feet-opening", 240),
    ("sacrum", 300),
    ("spine", 240),
    ("diaphragm", 300),
    ("upper-chest", 240),
    ("skull-base", 300),
    ("head-cradle", 300),
    ("forehead", 180),
    ("temples", 240),
    ("feet-closing", 180),
    ("rest", 120),
    ("rise", 420),
];

/// Folder of the site built for base `/`.
#[must_use]
pub fn root() -> PathBuf {
    folder("STILLPOINT_SITE", "target/site-root")
}

/// Folder of the site built for base `/app/`.
#[must_use]
pub fn app() -> PathBuf {
    folder("STILLPOINT_SITE_APP", "target/site-app")
}

/// The folder for test helpers from npm.
#[must_use]
pub fn tests() -> PathBuf {
    workspace().join("tests")
}

fn workspace() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    folder.canonicalize().unwrap_or(folder)
}

fn folder(variable: &str, usual: &str) -> PathBuf {
    let folder = env::var_os(variable).map_or_else(|| workspace().join(usual), PathBuf::from);
    assert!(
        folder.join("index.html").is_file(),
        "no built site in {} ({variable}); `cargo xtask test` builds it",
        folder.display()
    );
    folder
}
