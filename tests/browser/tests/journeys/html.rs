//! The pages as files: valid, strict, and every link in them leads somewhere.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use browser::site;

/// Every page of the folder with its text.
fn pages(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "html") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    found.sort();
    assert!(found.len() > site::ROUTES.len(), "{} pages", found.len());
    found
}

/// The tags of a page that begin so, such as `<script`.
fn tags<'a>(page: &'a str, begin: &'a str) -> impl Iterator<Item = &'a str> {
    page.match_indices(begin).filter_map(move |(at, _)| {
        let tag = &page[at..at + page[at..].find('>')?];
        tag[begin.len()..].starts_with([' ', '\n', '>']).then_some(tag).or((tag == begin).then_some(tag))
    })
}

/// Values of an attribute anywhere in a page.
fn values<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    let begin = format!(" {name}=\"");
    let starts = page.match_indices(&begin).map(|(at, _)| at + begin.len());
    starts.filter_map(|at| page[at..].split('"').next()).collect()
}

#[test]
fn html_is_valid() {
    let tests = site::tests();
    let program = tests.join("node_modules/html-validate/bin/html-validate.mjs");
    assert!(program.is_file(), "html-validate is missing; `npm ci` in tests/ installs it");
    let output = Command::new("node")
        .arg(program)
        .arg("--config")
        .arg(tests.join(".htmlvalidate.json"))
        .args(pages(&site::root()).into_iter().map(|(path, _)| path))
        .output()
        .expect("node to run");
    let text = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{text}");
}

#[test]
fn pages_are_fit_for_a_strict_policy() {
    for (path, page) in pages(&site::root()) {
        let path = path.display();
        for tag in tags(&page, "<script") {
            let data = tag.contains("type=\"application/ld+json\"");
            assert!(data || tag.contains(" src="), "{path}: a script inside the page: {tag}");
        }
        assert_eq!(tags(&page, "<style").count(), 0, "{path}: a style sheet inside the page");
        assert!(values(&page, "style").is_empty(), "{path}: style attributes");
        for name in ["onclick", "onload", "oninput", "onerror"] {
            assert!(values(&page, name).is_empty(), "{path}: {name}");
        }
    }
}

#[test]
fn pages_tell_no_type_names() {
    for (path, page) in pages(&site::root()) {
        for comment in page.split("<!--").skip(1) {
            let comment = comment.split("-->").next().unwrap_or_default();
            assert!(!comment.contains("::"), "{}: {comment}", path.display());
        }
    }
}

#[test]
fn every_link_leads_somewhere() {
    for (folder, base) in [(site::root(), "/"), (site::app(), "/app/")] {
        for (path, page) in pages(&folder) {
            let links = values(&page, "href").into_iter().chain(values(&page, "src"));
            for link in links.filter(|it| it.starts_with('/') || it.starts_with('#')) {
                if let Some(trouble) = dead(&folder, base, &page, link) {
                    panic!("{}: {link} {trouble}", path.display());
                }
            }
        }
    }
}

/// Why a link of our own leads nowhere.
fn dead(folder: &Path, base: &str, page: &str, link: &str) -> Option<&'static str> {
    let (path, fragment) = link.split_once('#').unwrap_or((link, ""));
    let path = path.split('?').next().unwrap_or_default();
    let target = if path.is_empty() {
        page.to_owned()
    } else {
        let Some(inner) = path.strip_prefix(base) else {
            return Some("is not under the base");
        };
        let mut file = folder.join(inner);
        if inner.is_empty() || inner.ends_with('/') {
            file.push("index.html");
        }
        let Ok(bytes) = fs::read(&file) else {
            return Some("is no file");
        };
        String::from_utf8_lossy(&bytes).into_owned()
    };
    let found = fragment.is_empty() || values(&target, "id").contains(&fragment);
    (!found).then_some("has no such part")
}
