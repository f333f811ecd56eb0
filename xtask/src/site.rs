//! Builds the site with Trunk, whose hook prerenders it.

use crate::cache::Cache;
use crate::heartbeat;
use crate::setup::{self, SiteTools};
use crate::step;
use crate::tools;
use crate::workspace;
use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// The command `build`: makes the folder to upload.
///
/// # Errors
/// What is missing, or the step that failed.
pub fn run(base: &str, out: Option<&str>, site_url: Option<&str>) -> Result<(), String> {
    let started = Instant::now();
    let root = workspace::root()?;
    let out = match out {
        Some(given) => chosen_folder(given, &root)?,
        None => root.join("dist"),
    };
    let cache = Cache::open()?;
    let site_tools = prepare(&cache, &root)?;
    build(&site_tools, &root, base, &out, site_url)?;
    println!("The site for {base} is in {} ({}).", out.display(), heartbeat::spoken(started.elapsed()));
    Ok(())
}

/// The tools for a build, installed where missing.
///
/// # Errors
/// What is missing, or the step that failed.
pub fn prepare(cache: &Cache, root: &Path) -> Result<SiteTools, String> {
    let site_tools = setup::for_site(cache, root, false)?;
    tools::tidy(cache)?;
    Ok(site_tools)
}

/// Builds the release site for `base` into `out`, whose former contents are replaced.
///
/// # Errors
/// The step that failed.
pub fn build(
    tools: &SiteTools,
    root: &Path,
    base: &str,
    out: &Path,
    site_url: Option<&str>,
) -> Result<(), String> {
    fetch_crates(tools, root)?;
    let mut command = trunk(tools, root, "build")?;
    command.args(["--release", "--public-url", base, "--dist"]).arg(out);
    if let Some(address) = site_url {
        command.env("STILLPOINT_SITE_URL", address);
    }
    step::shown(&format!("building the site for {base}"), &mut command)
}

/// Trunk, at work in the repository with the browser's compiler. It never downloads anything.
///
/// # Errors
/// When the search path cannot be set.
pub fn trunk(tools: &SiteTools, root: &Path, subcommand: &str) -> Result<Command, String> {
    let mut command = Command::new(&tools.trunk);
    command.args([subcommand, "--offline"]).current_dir(root);
    prepare_environment(&mut command, tools, root);
    command.env("PATH", workspace::path_with(&tools.folders)?);
    Ok(command)
}

/// Downloads the crates of Cargo.lock that are not on the machine yet, which Trunk must not do.
///
/// # Errors
/// When a crate cannot be fetched.
pub fn fetch_crates(tools: &SiteTools, root: &Path) -> Result<(), String> {
    let mut command = workspace::cargo(root);
    prepare_environment(&mut command, tools, root);
    step::shown("fetching crates", command.arg("fetch"))
}

fn prepare_environment(command: &mut Command, tools: &SiteTools, root: &Path) {
    workspace::clean(command);
    tools.compiler.apply(command);
    command
        // A folder of its own: two compilers in one folder would rebuild everything at each change of turns.
        .env("CARGO_TARGET_DIR", root.join("target").join("site"))
        // Some versions of Trunk refuse to start with NO_COLOR=1.
        .env_remove("NO_COLOR");
}

/// The folder the person named, taken from where they stand.
///
/// Trunk empties it, so a folder that holds other things is refused.
fn chosen_folder(given: &str, root: &Path) -> Result<PathBuf, String> {
    let here = env::current_dir().map_err(|e| format!("The current folder: {e}"))?;
    let out = here.join(given);
    let real = out.canonicalize().unwrap_or_else(|_| out.clone());
    let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    if root.starts_with(&real) {
        return Err(format!(
            "`--out {given}` holds this repository, and the build empties its folder. Name another."
        ));
    }
    let Ok(entries) = fs::read_dir(&out) else {
        return if out.exists() { Err(format!("`--out {given}` is not a folder.")) } else { Ok(out) };
    };
    let names: Vec<_> = entries.flatten().map(|entry| entry.file_name()).collect();
    let has = |name: &str| names.iter().any(|found| found == OsStr::new(name));
    let left_by_trunk = names.iter().all(|name| name == OsStr::new(".stage"));
    if left_by_trunk || (has("index.html") && has("sw.js")) {
        return Ok(out);
    }
    Err(format!(
        "`--out {given}` holds something that is not a built site, and the build empties its folder. Name another."
    ))
}
