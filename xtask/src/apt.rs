//! Debian packages: what is missing, and installing it.

use crate::cache::Cache;
use crate::step;
use crate::workspace;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};

/// The package lists are fetched once in a run, and only when an install failed without.
static UPDATED: AtomicBool = AtomicBool::new(false);

/// Whether this process may install packages.
pub fn is_root() -> bool {
    step::output_of(Command::new("id").arg("-u")).as_deref() == Some("0")
}

/// The packages out of `names` that dpkg does not count as installed.
pub fn not_installed<'a>(names: &[&'a str]) -> Vec<&'a str> {
    // One query for all: it prints what it knows and fails for the rest, so its success says nothing.
    let output =
        Command::new("dpkg-query").args(["-W", "-f=${Package} ${db:Status-Status}\n"]).args(names).output();
    let known = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    let installed = |name: &str| known.lines().any(|line| line == format!("{name} installed"));
    names.iter().copied().filter(|name| !installed(name)).collect()
}

/// Installs packages; nothing to do for an empty list.
///
/// # Errors
/// Without apt or without root: names the packages and the command to type. Or when apt fails.
pub fn install(cache: &Cache, packages: &[&str]) -> Result<(), String> {
    if packages.is_empty() {
        return Ok(());
    }
    let names = packages.join(" ");
    let line = format!("apt-get install --no-install-recommends {names}");
    if workspace::find("apt-get").is_none() {
        return Err(format!(
            "Missing: {names} (names of Debian packages). Install them with your system's own tool."
        ));
    }
    if !is_root() {
        return Err(format!(
            "Missing: {names}. Install them with\n    sudo {line}\nand start the same command again."
        ));
    }
    let what = format!("installing {names}");
    let log = cache.log("apt");
    if step::logged(&what, apt_get().args(["install", "-y", "--no-install-recommends"]).args(packages), &log)
        .is_ok()
    {
        return Ok(());
    }
    // On a fresh machine the package lists are missing or old: fetch them, then try once more.
    if !UPDATED.swap(true, Ordering::Relaxed) {
        step::logged("fetching the package lists", apt_get().arg("update"), &cache.log("apt-update"))?;
    }
    step::logged(&what, apt_get().args(["install", "-y", "--no-install-recommends"]).args(packages), &log)
}

/// apt-get that asks nothing and waits for another apt to end.
fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive").args(["-q", "-o", "DPkg::Lock::Timeout=300"]);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_packages_are_not_installed() {
        let names = ["no-such-package-here", "nor-this-one"];
        assert_eq!(not_installed(&names), names);
    }
}
