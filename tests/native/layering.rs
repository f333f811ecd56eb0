//! Who may name whom: the picture in ARCHITECTURE.md, held against every `use` and every path.

use std::fs;
use std::path::{Path, PathBuf};

/// Each layer, and what of ours it may name. `ROOMS` stands for every room: a folder or file of `src/` that isn't
/// here. A room may name what `ROOM` says, and itself.
const LAYERS: [(&str, &[&str]); 8] = [
    ("core", &["core"]),
    ("content", &["core", "content"]),
    ("platform", &["platform"]),
    ("route", &[]),
    ("ui", &["core", "ui", "route"]),
    ("app", &["content", "core", "ui", "route", "platform", "app", ROOMS]),
    ("prerender", &["app", "content", "core", "route", "ui", "prerender", ROOMS]),
    ("bin", &["app", "content", "core", "prerender", "route"]),
];
const ROOM: [&str; 5] = ["content", "core", "ui", "route", "platform"];
const ROOMS: &str = "any room";

/// Crates that only the named places may touch.
const CRATES: [(&str, &[&str]); 6] = [
    ("web_sys", &["platform", "app"]),
    ("gloo", &["platform"]),
    ("js_sys", &["platform", "app"]),
    ("yew", &["app", "ui", "route", "platform", "prerender", "bin", ROOMS]),
    ("toml", &["content"]),
    ("ics", &["core"]),
];

/// Whether one of these is allowed, by its name or as a room.
fn holds(allowed: &[&str], name: &str) -> bool {
    let is_room = LAYERS.iter().all(|(layer, _)| *layer != name);
    allowed.contains(&name) || (is_room && allowed.contains(&ROOMS))
}

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

        let layer = LAYERS.iter().find(|(name, _)| *name == room);
        let allowed = layer.map_or(&ROOM[..], |(_, allowed)| allowed);
        for before in ["crate::", "stillpoint::"] {
            for name in named(&code, before) {
                assert!(name == room || holds(allowed, name), "{inside} names {name}, which {room} may not");
            }
        }
        for (name, allowed) in CRATES {
            let names = code.contains(&format!("{name}::"));
            assert!(!names || holds(allowed, &room), "{inside} names the crate {name}, which {room} may not");
        }
    }
}

#[test]
fn paths_named_in_the_documents_exist() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let documents = [
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "docs/decisions.md",
        "tests/README.md",
        "src/content/README.md",
        "authoring/README.md",
        "static/audio/README.md",
    ];
    for document in documents {
        let text = fs::read_to_string(root.join(document)).expect(document);
        for path in text.split('`').skip(1).step_by(2) {
            let first = path.split('/').next().unwrap_or_default();
            let ours = ["src", "tests", "static", "xtask", "authoring", "bundle", "docs", ".ci", ".cargo"]
                .contains(&first)
                && path.contains('/');
            let plain = path.chars().all(|c| c.is_ascii_alphanumeric() || "/._-".contains(c));
            assert!(
                !(ours && plain) || root.join(path).exists(),
                "{document} names {path}, which is not there"
            );
        }
    }
}
