//! Who may name whom: the picture in ARCHITECTURE.md, held against every `use` and every path.

use std::fs;
use std::path::{Path, PathBuf};

/// Each place, and what of ours it may name. What is not named here may name nothing of ours.
const MAY_NAME: [(&str, &[&str]); 18] = [
    ("core", &["core"]),
    ("content", &["core", "content"]),
    ("platform", &["platform"]),
    ("route", &[]),
    ("ui", &["core", "ui", "route"]),
    ("home", &["content", "core", "ui", "route", "home"]),
    ("guide", &["content", "core", "ui", "route", "guide"]),
    ("stress", &["content", "core", "ui", "route", "stress"]),
    ("about", &["content", "core", "ui", "route", "about"]),
    ("evidence", &["content", "core", "ui", "route", "platform", "evidence"]),
    ("practitioners", &["content", "core", "ui", "route", "platform", "practitioners"]),
    ("glossary", &["content", "core", "ui", "route", "glossary"]),
    ("prepare", &["content", "core", "ui", "route", "platform", "prepare"]),
    ("faq", &["content", "core", "ui", "route", "platform", "faq"]),
    ("walkthrough", &["content", "core", "ui", "route", "platform", "walkthrough"]),
    (
        "app",
        &[
            "content",
            "core",
            "ui",
            "route",
            "platform",
            "app",
            "walkthrough",
            "faq",
            "prepare",
            "practitioners",
            "evidence",
        ],
    ),
    (
        "prerender",
        &[
            "app",
            "content",
            "core",
            "route",
            "ui",
            "prerender",
            "home",
            "guide",
            "stress",
            "about",
            "evidence",
            "practitioners",
            "glossary",
            "prepare",
            "faq",
            "walkthrough",
        ],
    ),
    ("bin", &["app", "content", "core", "prerender", "route"]),
];

/// Crates that only the named places may touch.
const CRATES: [(&str, &[&str]); 6] = [
    ("web_sys", &["platform", "app"]),
    ("gloo", &["platform"]),
    ("js_sys", &["platform", "app"]),
    (
        "yew",
        &[
            "app",
            "ui",
            "route",
            "platform",
            "home",
            "guide",
            "stress",
            "about",
            "evidence",
            "practitioners",
            "glossary",
            "prepare",
            "faq",
            "walkthrough",
            "prerender",
            "bin",
        ],
    ),
    ("toml", &["content"]),
    ("ics", &["core"]),
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        match path.is_dir() {
            true => sources(&path, found),
            false if path.extension().is_some_and(|end| end == "rs") => found.push(path),
            false => {}
        }
    }
}

/// The names that follow `before` in the code: `crate::ui::Link` gives "ui" for "crate::".
fn named<'a>(code: &'a str, before: &'a str) -> impl Iterator<Item = &'a str> {
    code.split(before).skip(1).flat_map(|rest| {
        let end = |c: char| !(c.is_alphanumeric() || c == '_');
        match rest.strip_prefix('{') {
            Some(list) => list.split('}').next().unwrap_or_default().split(',').collect::<Vec<_>>(),
            None => vec![rest],
        }
        .into_iter()
        .filter_map(move |name| name.trim().split(end).next())
        .filter(|name| !name.is_empty())
    })
}

#[test]
fn every_file_keeps_to_the_picture() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&src, &mut files);
    assert!(files.len() > 40, "only {} files were found", files.len());
    for path in files {
        let inside = path.strip_prefix(&src).expect("below src").to_string_lossy().replace('\\', "/");
        let room = inside.split(['/', '.']).next().expect("a name").to_owned();
        if room == "lib" {
            continue;
        }
        let text = fs::read_to_string(&path).expect("a file");
        assert!(text.starts_with("//!"), "{inside} does not say what it is for");
        let lines = text.lines().count();
        assert!(lines <= 450, "{inside} has {lines} lines");
        let code: String = text
            .lines()
            .map(|line| line.split("//").next().unwrap_or_default())
            .collect::<Vec<_>>()
            .join("\n");

        let (_, allowed) = MAY_NAME
            .iter()
            .find(|(name, _)| *name == room)
            .unwrap_or_else(|| panic!("{inside} stands in a room that the picture does not have"));
        for before in ["crate::", "stillpoint::"] {
            for name in named(&code, before) {
                assert!(allowed.contains(&name), "{inside} names {name}, which {room} may not");
            }
        }
        for (name, allowed) in CRATES {
            let names = code.contains(&format!("{name}::"));
            assert!(
                !names || allowed.contains(&&*room),
                "{inside} names the crate {name}, which {room} may not"
            );
        }
    }
}

#[test]
fn paths_named_in_the_documents_exist() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for document in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"] {
        let text = fs::read_to_string(root.join(document)).expect(document);
        for path in text.split('`').skip(1).step_by(2) {
            let first = path.split('/').next().unwrap_or_default();
            let ours =
                ["src", "tests", "static", "xtask", ".ci", ".cargo"].contains(&first) && path.contains('/');
            let plain = path.chars().all(|c| c.is_ascii_alphanumeric() || "/._-".contains(c));
            assert!(
                !(ours && plain) || root.join(path).exists(),
                "{document} names {path}, which is not there"
            );
        }
    }
}
