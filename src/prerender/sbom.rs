//! What the site is made of and with, as a list that tools read (CycloneDX 1.6): every crate of `Cargo.lock`, every npm
//! package of the tests, every Python package of `authoring/`, each by its version and its hash. It names no day and no
//! machine, so that the same tree gives the same bytes.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Map, Value, json};

/// What the list is made from: the texts of these files.
#[derive(Clone, Copy, Debug)]
pub struct Sources<'a> {
    /// `Cargo.lock`.
    pub cargo: &'a str,
    /// `tests/package-lock.json`.
    pub npm: &'a str,
    /// `authoring/requirements.txt` and `authoring/requirements-figure.txt`.
    pub python: [&'a str; 2],
    /// Our own version.
    pub version: &'a str,
}

/// The list, as JSON.
///
/// # Errors
/// When a package has no version or no hash: then it isn't known what would be taken.
pub fn list(sources: &Sources) -> Result<String, String> {
    let mut all = crates(sources.cargo)?;
    all.extend(npm(sources.npm)?);
    for text in sources.python {
        all.extend(python(text)?);
    }
    all.sort_by_key(|it| it["purl"].to_string());
    all.dedup();
    let list = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "component": {
            "type": "application", "name": "stillpoint", "version": sources.version, "bom-ref": "stillpoint",
            "licenses": [{ "expression": "MIT OR Apache-2.0" }],
        } },
        "components": all,
    });
    serde_json::to_string_pretty(&list).map(|text| text + "\n").map_err(|error| error.to_string())
}

/// One package. What only tests and tools need is `excluded`: none of it is in the site.
fn component(kind: &str, name: &str, version: &str, (by, hash): (&str, String), scope: &str) -> Value {
    let purl = format!("pkg:{kind}/{}@{version}", name.replace('@', "%40"));
    json!({
        "type": "library", "bom-ref": purl, "purl": purl, "name": name, "version": version, "scope": scope,
        "hashes": [{ "alg": by, "content": hash }],
    })
}

/// Crates. Our own have neither source nor hash.
fn crates(lock: &str) -> Result<Vec<Value>, String> {
    let packages = lock.split("[[package]]").skip(1);
    let value = |package: &str, key: &str| {
        let line = package.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = \""));
        line.map(|it| it.trim_end_matches('"').to_owned())
    };
    let others = packages.filter(|package| value(package, "source").is_some());
    others
        .map(|package| {
            let [name, version, sum] = ["name", "version", "checksum"].map(|key| value(package, key));
            let whole = name.clone().zip(version).zip(sum);
            let ((name, version), sum) = whole.ok_or(format!("Cargo.lock: {name:?} is without a hash"))?;
            Ok(component("cargo", &name, &version, ("SHA-256", sum), "required"))
        })
        .collect()
}

/// Packages of npm, which only tests use.
fn npm(lock: &str) -> Result<Vec<Value>, String> {
    let lock: Value = serde_json::from_str(lock).map_err(|error| format!("package-lock.json: {error}"))?;
    let none = Map::new();
    let packages = lock["packages"].as_object().unwrap_or(&none).iter().filter(|(path, _)| !path.is_empty());
    packages
        .map(|(path, package)| {
            let name = path.rsplit("node_modules/").next().unwrap_or_default();
            let hash = package["integrity"].as_str().and_then(|it| it.strip_prefix("sha512-"));
            let hash = hash.and_then(|it| BASE64_STANDARD.decode(it).ok());
            let whole = hash.zip(package["version"].as_str());
            let (hash, version) = whole.ok_or(format!("package-lock.json: {name} is without a hash"))?;
            let hash = hash.iter().map(|byte| format!("{byte:02x}")).collect();
            Ok(component("npm", name, version, ("SHA-512", hash), "excluded"))
        })
        .collect()
}

/// Packages of Python, which only the making of recordings and drawings uses.
fn python(requirements: &str) -> Result<Vec<Value>, String> {
    let lines = requirements.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let whole =
                line.split_once(" --hash=sha256:").and_then(|(it, hash)| Some((it.split_once("==")?, hash)));
            let ((name, version), hash) = whole.ok_or(format!("requirements: “{line}” is without a hash"))?;
            Ok(component("pypi", &name.to_lowercase(), version, ("SHA-256", hash.trim().into()), "excluded"))
        })
        .collect()
}
