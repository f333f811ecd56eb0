//! The pages as files: valid, strict, and every link in them leads somewhere.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use browser::{site, words};
use sha2::{Digest, Sha256};

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
    assert!(found.len() > words::routes().len(), "{} pages", found.len());
    found
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
        let policy = values(&page, "content").into_iter().find(|it| it.starts_with("default-src"));
        let policy = policy.unwrap_or_else(|| panic!("{path} has no policy"));
        for loose in ["'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "http", "*"] {
            assert!(!policy.contains(loose), "{path}: {loose} in the policy: {policy}");
        }
        for name in ["script", "style"] {
            for (tag, inside) in elements(&page, name) {
                if tag.contains("type=\"application/") || tag.contains(" src=") {
                    continue;
                }
                // What runs in the page is named by its hash, and nothing else could take its place.
                let hash = BASE64_STANDARD.encode(Sha256::digest(inside));
                let rule = policy.split(';').find(|rule| rule.trim().starts_with(&format!("{name}-src")));
                let named = rule.is_some_and(|rule| rule.contains(&format!("'sha256-{hash}'")));
                assert!(named, "{path}: a {name} inside the page that the policy does not name: {tag}");
            }
        }
        assert!(values(&page, "style").is_empty(), "{path}: style attributes");
        for name in ["onclick", "onload", "oninput", "onerror"] {
            assert!(values(&page, name).is_empty(), "{path}: {name}");
        }
    }
}

/// Google's CSP Evaluator itself. `'self'` it can only ask about: whether somebody else puts files on the host.
#[test]
fn the_evaluator_has_one_question() {
    let headers = fs::read_to_string(site::root().join("_headers")).expect("the headers");
    let policy = headers.lines().find_map(|line| line.trim().strip_prefix("Content-Security-Policy: "));
    let page = fs::read_to_string(site::root().join("index.html")).expect("a page");
    let in_page = values(&page, "content").into_iter().find(|it| it.starts_with("default-src"));
    let ask = "const { CspEvaluator } = require('csp_evaluator/dist/evaluator.js');
        const { CspParser } = require('csp_evaluator/dist/parser.js');
        const found = new CspEvaluator(new CspParser(process.argv[1]).csp).evaluate();
        console.log(found.map((it) => `${it.severity} ${it.directive} ${it.value}`).join());";
    for policy in [policy.expect("a policy"), in_page.expect("a policy in the page")] {
        let output = Command::new("node").args(["-e", ask, policy]).current_dir(site::tests()).output();
        let output = output.expect("node to run");
        let found = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
        assert_eq!(found.trim(), "50 script-src 'self'", "{policy}");
    }
}

/// Elements of a name: their tags, and what stands in them.
fn elements<'a>(page: &'a str, name: &str) -> Vec<(&'a str, &'a str)> {
    let (begin, end) = (format!("<{name}"), format!("</{name}>"));
    let parts = page.split(&begin).skip(1);
    parts.filter_map(|part| part.split(&end).next()?.split_once('>')).collect()
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
