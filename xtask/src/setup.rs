//! Installs what a command needs and is missing.

use crate::apt;
use crate::cache::Cache;
use crate::heartbeat;
use crate::node;
use crate::npm;
use crate::tools;
use crate::wasm::Compiler;
use crate::workspace;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// What builds the site.
#[derive(Debug)]
pub struct SiteTools {
    pub compiler: Compiler,
}

/// What builds the site with reload while somebody works on it.
#[derive(Debug)]
pub struct DevTools {
    pub trunk: PathBuf,
    /// Folders that go before the search path.
    pub folders: Vec<PathBuf>,
}

/// What runs the tests in browsers, beside programs on the search path.
#[derive(Debug)]
pub struct TestTools {
    /// Folders that go before the search path.
    pub folders: Vec<PathBuf>,
}

/// The browser engines that tests know.
pub const ENGINES: [&str; 3] = ["chromium", "firefox", "webkit"];

/// A program that tests need, and the Debian package that brings it.
struct Helper {
    program: &'static str,
    package: &'static str,
    /// The engine it belongs to; empty when all tests need it.
    engine: &'static str,
}

const HELPERS: [Helper; 9] = [
    Helper { program: "chromium", package: "chromium", engine: "chromium" },
    Helper { program: "chromedriver", package: "chromium-driver", engine: "chromium" },
    Helper { program: "firefox-esr", package: "firefox-esr", engine: "firefox" },
    Helper { program: "WebKitWebDriver", package: "webkit2gtk-driver", engine: "webkit" },
    Helper { program: "Xvfb", package: "xvfb", engine: "webkit" },
    // Firefox plays nothing where there is no device to play on: this is one that nobody hears.
    Helper { program: "pulseaudio", package: "pulseaudio", engine: "firefox" },
    // What the tracks are decoded and measured with.
    Helper { program: "ffmpeg", package: "ffmpeg", engine: "" },
    Helper { program: "node", package: "nodejs", engine: "" },
    Helper { program: "npm", package: "npm", engine: "" },
];

/// The command `setup`: everything, for the site and for tests.
///
/// # Errors
/// What could not be installed.
pub fn run(retry: bool) -> Result<(), String> {
    let started = Instant::now();
    let root = workspace::root()?;
    let cache = Cache::open()?;
    // Both are tried, so that one missing thing does not hide the other.
    let site = for_site(&cache, &root, retry);
    let tests = for_tests(&cache, &root, &engines()?);
    tools::tidy(&cache)?;
    match (site, tests) {
        (Ok(_), Ok(_)) => {
            println!(
                "Everything is there ({}). Tools are in {}.",
                heartbeat::spoken(started.elapsed()),
                cache.root().display()
            );
            Ok(())
        }
        (Err(site), Err(tests)) => Err(format!("{site}\n\n{tests}")),
        (Err(one), _) | (_, Err(one)) => Err(one),
    }
}

/// Everything that building the site needs. `retry` asks rustup again where it once could not fetch.
///
/// # Errors
/// What is missing and how to install it, or the step that failed.
pub fn for_site(cache: &Cache, root: &Path, retry: bool) -> Result<SiteTools, String> {
    Ok(SiteTools { compiler: Compiler::ensure(cache, root, retry)? })
}

/// Trunk, and the wasm-bindgen that it calls.
///
/// # Errors
/// The step that failed.
pub fn for_dev(cache: &Cache, root: &Path) -> Result<DevTools, String> {
    let (trunk, bindgen) = (tools::trunk(), tools::wasm_bindgen(root)?);
    trunk.ensure(cache)?;
    bindgen.ensure(cache)?;
    let folders = vec![trunk.folder(cache), bindgen.folder(cache)];
    Ok(DevTools { trunk: trunk.program(cache), folders })
}

/// Everything that tests need beside the site's tools.
///
/// # Errors
/// What is missing and how to install it, or the step that failed.
pub fn for_tests(cache: &Cache, root: &Path, engines: &[String]) -> Result<TestTools, String> {
    packages(cache, engines)?;
    if engines.iter().any(|engine| engine == "firefox") {
        tools::geckodriver().ensure(cache)?;
    }
    let folders = node::ensure(cache)?.into_iter().collect();
    npm::ensure(cache, root)?;
    Ok(TestTools { folders })
}

/// Installs the Debian packages of the programs that are missing.
fn packages(cache: &Cache, engines: &[String]) -> Result<(), String> {
    let missing = || missing_packages(engines, |program| workspace::find(program).is_some());
    let mut names = missing();
    // Some packages of Node bring npm along and refuse Debian's npm beside them: Node first, then look again.
    if names.contains(&"nodejs") && apt::is_root() {
        names.retain(|name| *name != "npm");
        apt::install(cache, &names)?;
        names = missing();
    }
    apt::install(cache, &names)?;
    let still = missing();
    if still.is_empty() {
        return Ok(());
    }
    Err(format!("Installed, but their programs are not on the search path: {}.", still.join(", ")))
}

/// The engines to test: those of `STILLPOINT_ENGINES`, or all.
///
/// # Errors
/// When the variable names an engine that tests do not know.
pub fn engines() -> Result<Vec<String>, String> {
    choose_engines(std::env::var("STILLPOINT_ENGINES").ok().as_deref())
}

fn choose_engines(given: Option<&str>) -> Result<Vec<String>, String> {
    let given = given.map(str::trim).filter(|text| !text.is_empty());
    let Some(text) = given else {
        return Ok(ENGINES.map(String::from).to_vec());
    };
    let names: Vec<String> = text.split(',').map(|name| name.trim().to_owned()).collect();
    match names.iter().find(|name| !ENGINES.contains(&name.as_str())) {
        Some(unknown) => {
            Err(format!("STILLPOINT_ENGINES names `{unknown}`; the engines are {}.", ENGINES.join(", ")))
        }
        None => Ok(names),
    }
}

fn missing_packages(engines: &[String], is_there: impl Fn(&str) -> bool) -> Vec<&'static str> {
    let asked =
        |helper: &&Helper| helper.engine.is_empty() || engines.iter().any(|engine| engine == helper.engine);
    HELPERS
        .iter()
        .filter(asked)
        .filter(|helper| !is_there(helper.program))
        .map(|helper| helper.package)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_engines_unless_named() {
        assert_eq!(choose_engines(None).unwrap(), ENGINES);
        assert_eq!(choose_engines(Some("")).unwrap(), ENGINES);
        assert_eq!(choose_engines(Some("firefox, chromium")).unwrap(), ["firefox", "chromium"]);
        assert!(choose_engines(Some("chrome")).unwrap_err().contains("`chrome`"));
    }

    #[test]
    fn only_what_is_missing_is_installed() {
        let all = choose_engines(None).unwrap();
        assert_eq!(missing_packages(&all, |_| true), [""; 0]);
        assert_eq!(missing_packages(&all, |program| program != "Xvfb"), ["xvfb"]);
        let one = choose_engines(Some("chromium")).unwrap();
        assert_eq!(
            missing_packages(&one, |_| false),
            ["chromium", "chromium-driver", "ffmpeg", "nodejs", "npm"]
        );
    }
}
