//! What comes from outside: each package by its version and its hash, and all of them in one list.

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use stillpoint::prerender::sbom::{Sources, list};

fn text(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file))
        .unwrap_or_else(|why| panic!("{file}: {why}"))
}

fn made(cargo: &str, npm: &str, python: [&str; 2]) -> Result<Value, String> {
    let list = list(&Sources { cargo, npm, python, version: "0.1.0" })?;
    Ok(serde_json::from_str(&list).expect("JSON"))
}

#[test]
fn the_list_holds_every_package_once() {
    let files = [
        "Cargo.lock",
        "tests/package-lock.json",
        "authoring/requirements.txt",
        "authoring/requirements-figure.txt",
    ]
    .map(text);
    let [cargo, npm, voices, figure] = &files;
    let all = made(cargo, npm, [voices, figure]).expect("every package with its hash");
    assert_eq!((&all["bomFormat"], &all["specVersion"]), (&"CycloneDX".into(), &"1.6".into()));
    let components = all["components"].as_array().expect("components");
    let names: BTreeSet<&str> = components.iter().filter_map(|it| it["purl"].as_str()).collect();
    assert_eq!(names.len(), components.len(), "one of them twice");
    let of = |kind: &str| names.iter().filter(|it| it.starts_with(kind)).count();
    assert_eq!(of("pkg:cargo/"), cargo.matches("\nchecksum = ").count());
    assert_eq!(of("pkg:npm/"), npm.matches("\"integrity\": ").count());
    for known in [voices, figure] {
        for line in known.lines().filter(|line| line.contains("==")) {
            let name = line.split(' ').next().unwrap_or_default().replace("==", "@").to_lowercase();
            assert!(names.contains(&*format!("pkg:pypi/{name}")), "{name}");
        }
    }
    for it in components {
        let hash = &it["hashes"][0];
        let long = if hash["alg"] == "SHA-512" { 128 } else { 64 };
        let content = hash["content"].as_str().unwrap_or_default();
        assert!(content.len() == long && content.chars().all(|c| c.is_ascii_hexdigit()), "{it}");
    }
}

#[test]
fn a_package_without_its_hash_is_refused() {
    let cargo = "[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nsource = \"registry+x\"\n";
    assert!(made(cargo, "{}", ["", ""]).unwrap_err().contains("\"a\""));
    let npm = r#"{ "packages": { "node_modules/b": { "version": "1.0.0" } } }"#;
    assert!(made("", npm, ["", ""]).unwrap_err().contains('b'));
    assert!(made("", "{}", ["c==1.0.0", ""]).unwrap_err().contains("c==1.0.0"));
    assert!(made("", "{}", ["# c==1.0.0", ""]).is_ok());
}

/// A workflow runs with the least it needs, and only what's named by a whole version.
#[test]
fn the_workflow_is_pinned_and_may_do_little() {
    let workflow = text(".github/workflows/pages.yml");
    let used: Vec<&str> = workflow
        .lines()
        .filter_map(|line| line.trim().trim_start_matches("- ").strip_prefix("uses: "))
        .collect();
    assert!(used.len() >= 3, "{used:?}");
    for action in used {
        let tag = action.split_once("@v").map(|(_, tag)| tag).unwrap_or_default();
        let parts: Vec<&str> = tag.split('.').collect();
        let is_whole = parts.len() == 3 && parts.iter().all(|part| part.parse::<u32>().is_ok());
        assert!(is_whole, "{action} isn't named by a whole version");
    }
    let before_jobs = workflow.split("\njobs:").next().unwrap_or_default();
    assert!(before_jobs.contains("permissions:\n  contents: read\n"), "what every job may do");
    assert_eq!(workflow.matches(": write").count(), 2, "pages and id-token alone, in one job");
    assert!(!workflow.contains("pull_request_target") && !workflow.contains("secrets."));
    assert!(workflow.contains("persist-credentials: false"));
}
