//! Builds the site: compiles the program, splits it into chunks, and writes every page round it.

use crate::cache::Cache;
use crate::heartbeat;
use crate::setup::{self, DevTools, SiteTools};
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
    program(tools, root)?;
    write(root, base, out, site_url)
}

/// Compiles the program and splits it into chunks.
///
/// # Errors
/// The step that failed.
pub fn program(tools: &SiteTools, root: &Path) -> Result<(), String> {
    fetch_crates(tools, root)?;
    let mut command = workspace::cargo(root);
    prepare_environment(&mut command, root);
    // The splitter moves functions between files, so it has to know what refers to what.
    tools.compiler.apply(&mut command, &["-Clink-arg=--emit-relocs"]);
    command.args(["build", "--release", "--target", TARGET, "--bin", "app"]);
    command.args(["--no-default-features", "--features", "split"]);
    step::shown("compiling the program", &mut command)?;

    let mut command = workspace::cargo(root);
    command.args(["run", "--quiet", "--package", "bundle", "--"]);
    let folder = build_folder(root);
    command.arg(folder.join(TARGET).join("release").join("app.wasm")).arg(folder.join("program"));
    step::shown("splitting the program into chunks", &mut command)
}

/// Writes the site for `base` round the program that was built last.
///
/// # Errors
/// The step that failed.
pub fn write(root: &Path, base: &str, out: &Path, site_url: Option<&str>) -> Result<(), String> {
    empty(out)?;
    copy(&build_folder(root).join("program"), &out.join("program"))?;
    for name in COPIED {
        copy(&root.join("static").join(name), &out.join(name))?;
    }
    let mut command = workspace::cargo(root);
    command.args(["run", "--quiet", "--profile", "prerender", "--bin", "prerender"]);
    command.env("TRUNK_STAGING_DIR", out).env("TRUNK_PUBLIC_URL", base).env("STILLPOINT_HOSTS", beside(out));
    if let Some(address) = site_url {
        command.env("STILLPOINT_SITE_URL", address);
    }
    let written = step::shown(&format!("writing the site for {base}"), &mut command);
    if written.is_err() {
        // Half a site is none, and the next build would refuse a folder that holds something else.
        empty(out)?;
    }
    written
}

/// What belongs to a site and isn't uploaded: files for servers, and the list of what it's made of. `dist-hosts` for `dist`.
pub fn beside(out: &Path) -> PathBuf {
    let name = out.file_name().unwrap_or_default().to_string_lossy();
    out.with_file_name(format!("{name}-hosts"))
}

/// A folder of its own: two compilers in one folder would rebuild everything at each change of turns.
fn build_folder(root: &Path) -> PathBuf {
    root.join("target").join("site")
}

/// What compiles for the browser.
const TARGET: &str = "wasm32-unknown-unknown";

/// What stands in the site as it is: files and folders of `static/`. Trunk's list is in `index.html`.
const COPIED: [&str; 5] = ["icons", "fonts", "screenshots", "manifest.webmanifest", "robots.txt"];

/// Makes the folder, and takes out what stood in it.
fn empty(folder: &Path) -> Result<(), String> {
    let name = |error: std::io::Error| format!("{}: {error}", folder.display());
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(name)?;
    }
    fs::create_dir_all(folder).map_err(name)
}

/// Copies a file, or a folder with what is in it.
fn copy(from: &Path, to: &Path) -> Result<(), String> {
    let name = |error: std::io::Error| format!("{}: {error}", from.display());
    if !from.is_dir() {
        return fs::copy(from, to).map(|_| ()).map_err(name);
    }
    fs::create_dir_all(to).map_err(name)?;
    for entry in fs::read_dir(from).map_err(name)? {
        let entry = entry.map_err(name)?;
        copy(&entry.path(), &to.join(entry.file_name()))?;
    }
    Ok(())
}

/// Trunk, at work in the repository with the browser's compiler. It never downloads anything.
///
/// # Errors
/// When the search path cannot be set.
pub fn trunk(dev: &DevTools, tools: &SiteTools, root: &Path, subcommand: &str) -> Result<Command, String> {
    let mut command = Command::new(&dev.trunk);
    command.args([subcommand, "--offline"]).current_dir(root);
    prepare_environment(&mut command, root);
    tools.compiler.apply(&mut command, &[]);
    command.env("PATH", workspace::path_with(&dev.folders)?);
    Ok(command)
}

/// Downloads the crates of Cargo.lock that are not on the machine yet, which Trunk must not do.
///
/// # Errors
/// When a crate cannot be fetched.
pub fn fetch_crates(tools: &SiteTools, root: &Path) -> Result<(), String> {
    let mut command = workspace::cargo(root);
    prepare_environment(&mut command, root);
    tools.compiler.apply(&mut command, &[]);
    step::shown("fetching crates", command.arg("fetch"))
}

fn prepare_environment(command: &mut Command, root: &Path) {
    workspace::clean(command);
    command
        .env("CARGO_TARGET_DIR", build_folder(root))
        // Some versions of Trunk refuse to start with NO_COLOR=1.
        .env_remove("NO_COLOR");
}

/// The folder the person named, taken from where they stand.
///
/// The build empties it, so a folder that holds other things is refused.
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
    if names.is_empty() || (has("index.html") && has("sw.js")) {
        return Ok(out);
    }
    Err(format!(
        "`--out {given}` holds something that is not a built site, and the build empties its folder. Name another."
    ))
}
