//! The distribution's way to the browser's standard library, for a Debian 12 machine whose rustup can fetch nothing:
//! Debian's newer compiler, and the library built once from Debian's own source package.

use crate::apt;
use crate::cache::{self, Cache};
use crate::lock;
use crate::rustup;
use crate::step;
use crate::workspace;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What Debian installs: compiler, Cargo and library source of the browser packagers, and the WebAssembly linker.
pub const PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-19"];
/// Debian's compiler. By full path: the search path finds rustup's first.
pub const RUSTC: &str = "/usr/bin/rustc";
const CARGO: &str = "/usr/bin/cargo";
/// The linker of the package `lld-19`.
pub const LINKER: &str = "wasm-ld-19";

const EMPTY_CRATE: &str = "\
[package]
name = \"empty\"
version = \"0.0.0\"
edition = \"2021\"

[lib]
path = \"lib.rs\"

[profile.release]
opt-level = 3

[workspace]
";

/// The sysroot, when compiler, linker and library are all there already.
pub fn ready(cache: &Cache) -> Option<PathBuf> {
    workspace::find(LINKER)?;
    let sysroot = cache.tool("sysroot", &version()?);
    rustup::has_standard_library(&sysroot).then_some(sysroot)
}

/// Whether this way can be taken at all: a machine with apt, and either root or every package already there.
pub fn possible() -> bool {
    workspace::find("apt-get").is_some() && (apt::is_root() || apt::not_installed(&PACKAGES).is_empty())
}

/// Makes the sysroot, with the packages it needs, unless it is there.
///
/// # Errors
/// When a package cannot be installed or the library does not build.
pub fn ensure(cache: &Cache) -> Result<PathBuf, String> {
    if let Some(sysroot) = ready(cache) {
        return Ok(sysroot);
    }
    let _lock = lock::hold(cache)?;
    apt::install(cache, &apt::not_installed(&PACKAGES))?;
    if let Some(sysroot) = ready(cache) {
        return Ok(sysroot);
    }
    let version =
        version().ok_or_else(|| format!("{RUSTC} does not run, though Debian's rustc-web is installed."))?;
    let sysroot = cache.tool("sysroot", &version);
    let unfinished = cache.unfinished("sysroot", &version);
    cache::remove_folder(&unfinished)?;
    cache::remove_folder(&sysroot)?;
    let built = build(cache, &unfinished.join("empty"))?;
    let place = |e: std::io::Error| format!("{}: {e}", unfinished.display());
    let libraries = rustup::libraries(&unfinished);
    fs::create_dir_all(&libraries).map_err(place)?;
    for library in built {
        if let Some(name) = library.file_name() {
            fs::copy(&library, libraries.join(name)).map_err(place)?;
        }
    }
    cache::remove_folder(&unfinished.join("empty"))?;
    fs::rename(&unfinished, &sysroot).map_err(place)?;
    ready(cache)
        .ok_or_else(|| format!("The standard library was built, but {LINKER} or a part of it is missing."))
}

/// Builds an empty crate, and with it the standard library; returns the library's files.
fn build(cache: &Cache, folder: &Path) -> Result<Vec<PathBuf>, String> {
    let place = |e: std::io::Error| format!("{}: {e}", folder.display());
    fs::create_dir_all(folder).map_err(place)?;
    fs::write(folder.join("Cargo.toml"), EMPTY_CRATE).map_err(place)?;
    fs::write(folder.join("lib.rs"), "#![no_std]\n").map_err(place)?;
    let target = folder.join("target");
    let mut command = Command::new(CARGO);
    command
        .args(["build", "-Zbuild-std=std,panic_abort", "--target", "wasm32-unknown-unknown", "--release"])
        .current_dir(folder)
        // `-Z` on a stable compiler.
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTC", RUSTC)
        // Without bitcode every later build with `lto` fails ("failed to get bitcode").
        .env("RUSTFLAGS", "-Cembed-bitcode=yes")
        // It would go before RUSTFLAGS.
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", LINKER)
        .env("CARGO_TARGET_DIR", &target);
    workspace::clean(&mut command);
    let what = "building the standard library for the browser (once on this machine, some minutes)";
    step::logged(what, &mut command, &cache.log("sysroot"))?;
    let made = fs::read_dir(target.join("wasm32-unknown-unknown/release/deps")).map_err(place)?;
    let files = made.flatten().map(|file| file.path());
    Ok(files.filter(|file| is_library(file)).collect())
}

/// A compiled library other than the empty crate's own.
fn is_library(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    name.ends_with(".rlib") && !name.starts_with("libempty-")
}

/// The version of Debian's compiler, such as `1.96.0`.
fn version() -> Option<String> {
    let line = step::output_of(Command::new(RUSTC).arg("--version"))?;
    line.split_whitespace().nth(1).map(String::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn libraries_are_told_apart() {
        assert!(is_library(Path::new("/t/libstd-0a1b.rlib")));
        assert!(!is_library(Path::new("/t/libempty-0a1b.rlib")));
        assert!(!is_library(Path::new("/t/libstd-0a1b.rmeta")));
    }
}
