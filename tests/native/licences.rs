//! Every crate that is built, for the host or for the browser, is under a licence of `deny.toml` and comes from
//! crates.io. (`cargo deny` asks the same and more, but is minutes of compiling where it isn't installed.)

use serde::Deserialize;
use spdx::{Expression, ParseMode};
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// The part of `deny.toml` that is held here.
#[derive(Deserialize)]
struct Deny {
    graph: Graph,
    licenses: Licences,
}

#[derive(Deserialize)]
struct Graph {
    targets: Vec<String>,
}

#[derive(Deserialize)]
struct Licences {
    allow: Vec<String>,
    #[serde(default)]
    clarify: Vec<Clarified>,
}

#[derive(Deserialize)]
struct Clarified {
    #[serde(rename = "crate")]
    name: String,
    expression: String,
}

/// What Cargo tells of the packages.
#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
    /// Nothing for our own.
    source: Option<String>,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
}

/// What speaks against a crate.
fn fault(package: &Package, licences: &Licences) -> Option<String> {
    let Package { name, version, license, source, .. } = package;
    if source.as_ref().is_some_and(|source| source != CRATES_IO) {
        return Some(format!("{name} {version} comes from {source:?}"));
    }
    let clarified = licences.clarify.iter().find(|it| it.name == *name).map(|it| &it.expression);
    let Some(written) = clarified.or(license.as_ref()) else {
        return Some(format!("{name} {version} names no licence"));
    };
    // Older packages write “MIT/Apache-2.0”.
    let Ok(expression) = Expression::parse_mode(written, ParseMode::LAX) else {
        return Some(format!("{name} {version}: “{written}” is no licence expression"));
    };
    let allowed = expression
        .evaluate(|asked| asked.license.id().is_some_and(|id| licences.allow.iter().any(|it| it == id.name)));
    (!allowed).then(|| format!("{name} {version} is under “{written}”"))
}

#[test]
fn every_crate_is_under_a_licence_of_the_list() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(root.join("deny.toml")).expect("deny.toml");
    let Deny { graph, licenses } = toml::from_str(&text).expect("its parts");
    let mut faults = BTreeSet::new();
    for target in &graph.targets {
        let output = Command::new(env!("CARGO"))
            .args(["metadata", "--format-version", "1", "--locked", "--filter-platform", target])
            .current_dir(root)
            .output()
            .expect("Cargo");
        let why = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{why}\n`cargo fetch` gets the crates that are missing.");
        let all: Metadata = serde_json::from_slice(&output.stdout).expect("what Cargo tells");
        let built: BTreeSet<&str> = all.resolve.nodes.iter().map(|node| &*node.id).collect();
        let packages = all.packages.iter().filter(|package| built.contains(&*package.id));
        faults.extend(packages.filter_map(|package| fault(package, &licenses)));
    }
    let list: Vec<String> = faults.into_iter().collect();
    assert!(list.is_empty(), "not in deny.toml:\n{}", list.join("\n"));
}

#[test]
fn another_licence_or_place_is_refused() {
    let licences = Licences {
        allow: vec!["MIT".into(), "Unicode-3.0".into()],
        clarify: vec![Clarified { name: "known".into(), expression: "MIT".into() }],
    };
    let told = |name: &str, license: Option<&str>, source: &str| {
        let [id, name, version] = ["id", name, "1.0.0"].map(str::to_owned);
        let (license, source) = (license.map(str::to_owned), Some(source.to_owned()));
        fault(&Package { id, name, version, license, source }, &licences)
    };
    for fine in ["MIT", "MIT/Apache-2.0", "GPL-3.0 OR MIT", "(MIT OR Apache-2.0) AND Unicode-3.0"] {
        assert_eq!(told("crate", Some(fine), CRATES_IO), None, "{fine}");
    }
    for refused in ["GPL-3.0-only", "MIT AND GPL-3.0-only", "my own"] {
        assert!(told("crate", Some(refused), CRATES_IO).is_some(), "{refused}");
    }
    assert_eq!(told("known", None, CRATES_IO), None);
    assert!(told("crate", None, CRATES_IO).is_some_and(|why| why.contains("names no licence")));
    assert!(told("crate", Some("MIT"), "git+https://example.org/crate").is_some());
}
