//! The site under test: its two folders.

use std::env;
use std::path::{Path, PathBuf};

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
