//! Reads versions out of Cargo.lock, so that a tool and its library cannot drift apart.

/// The version of `package` in the text of a Cargo.lock.
///
/// # Errors
/// When the package is not there, or is there in more than one version.
pub fn version<'a>(text: &'a str, package: &str) -> Result<&'a str, String> {
    let mut versions = text.split("[[package]]").skip(1).filter_map(|block| {
        let field = |name: &str| {
            let line = block.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(" = \""))?;
            line.strip_suffix('"')
        };
        (field("name")? == package).then(|| field("version"))?
    });
    match (versions.next(), versions.next()) {
        (Some(version), None) => Ok(version),
        (None, _) => Err(format!("Cargo.lock names no package `{package}`.")),
        (Some(one), Some(two)) => Err(format!(
            "Cargo.lock names `{package}` in two versions, {one} and {two}; only one can be used."
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"version = 4

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
dependencies = [
 "wasm-bindgen-macro",
]

[[package]]
name = "wasm-bindgen-macro"
version = "0.2.131"

[[package]]
name = "twice"
version = "1.0.0"

[[package]]
name = "twice"
version = "2.0.0"
"#;

    #[test]
    fn finds_the_exact_name() {
        assert_eq!(version(LOCK, "wasm-bindgen"), Ok("0.2.130"));
        assert_eq!(version(&LOCK.replace('\n', "\r\n"), "wasm-bindgen-macro"), Ok("0.2.131"));
    }

    #[test]
    fn says_what_is_wrong() {
        assert!(version(LOCK, "wasm").unwrap_err().contains("no package `wasm`"));
        assert!(version(LOCK, "twice").unwrap_err().contains("1.0.0 and 2.0.0"));
    }
}
