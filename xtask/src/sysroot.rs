//! The standard library for the browser, built small: once a machine, out of its own source.
//!
//! The one that rustup hands out carries the words of every panic and the code that puts them together; a phone pays
//! for that with a ninth of the program (measured: 178 and 157 kB). Here a panic stops the program at once, and
//! `static/js/start.js` says so. The flags need `RUSTC_BOOTSTRAP`, as they are not stable yet. The source comes from rustup, or from
//! Debian's package where rustup can fetch nothing.

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

/// How the library, and whatever is built with it, is compiled.
pub const FLAGS: &str = "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none";
const OPTION: &str = "optimize_for_size";

const EMPTY_CRATE: &str = "\
[package]
name = \"empty\"
version = \"0.0.0\"
edition = \"2021\"

[lib]
path = \"lib.rs\"

[profile.release]
opt-level = \"z\"

[workspace]
";

/// Whose compiler builds the library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The person's own, with the source that rustup has.
    Own,
    /// Debian's.
    Debian,
}

impl Whose {
    fn command(self, root: &Path) -> Command {
        match self {
            Self::Own => workspace::cargo(root),
            Self::Debian => Command::new(CARGO),
        }
    }

    /// The version of the compiler, such as `1.96.0`.
    fn version(self, root: &Path) -> Option<String> {
        let mut command = match self {
            Self::Own => Command::new("rustc"),
            Self::Debian => Command::new(RUSTC),
        };
        let line = step::output_of(command.arg("--version").current_dir(root))?;
        line.split_whitespace().nth(1).map(String::from)
    }

    fn folder(self, root: &Path) -> Option<String> {
        let name = if self == Self::Own { "" } else { "-debian" };
        Some(format!("{}{name}", self.version(root)?))
    }
}

/// The sysroot, when it is there with what is needed to use it.
pub fn ready(cache: &Cache, root: &Path, whose: Whose) -> Option<PathBuf> {
    if whose == Whose::Debian {
        workspace::find(LINKER)?;
    }
    let sysroot = cache.tool("small-library", &whose.folder(root)?);
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
pub fn ensure(cache: &Cache, root: &Path, whose: Whose) -> Result<PathBuf, String> {
    if let Some(sysroot) = ready(cache, root, whose) {
        return Ok(sysroot);
    }
    let _lock = lock::hold(cache)?;
    if whose == Whose::Debian {
        apt::install(cache, &apt::not_installed(&PACKAGES))?;
    }
    if let Some(sysroot) = ready(cache, root, whose) {
        return Ok(sysroot);
    }
    let version = whose.folder(root).ok_or("The compiler does not tell its version.")?;
    let sysroot = cache.tool("small-library", &version);
    let unfinished = cache.unfinished("small-library", &version);
    cache::remove_folder(&unfinished)?;
    cache::remove_folder(&sysroot)?;
    let built = build(cache, root, whose, &unfinished.join("empty"))?;
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
    ready(cache, root, whose)
        .ok_or_else(|| format!("The standard library was built, but {LINKER} or a part of it is missing."))
}

/// Builds an empty crate, and with it the standard library; returns the library's files.
fn build(cache: &Cache, root: &Path, whose: Whose, folder: &Path) -> Result<Vec<PathBuf>, String> {
    let place = |e: std::io::Error| format!("{}: {e}", folder.display());
    fs::create_dir_all(folder).map_err(place)?;
    fs::write(folder.join("Cargo.toml"), EMPTY_CRATE).map_err(place)?;
    fs::write(folder.join("lib.rs"), "#![no_std]\n").map_err(place)?;
    let target = folder.join("target");
    let mut command = whose.command(root);
    command
        .args(["build", "-Zbuild-std=std,panic_abort", "--target", "wasm32-unknown-unknown", "--release"])
        .arg(format!("-Zbuild-std-features={OPTION}"))
        .current_dir(folder)
        // `-Z` on a stable compiler.
        .env("RUSTC_BOOTSTRAP", "1")
        // Without bitcode every later build with `lto` fails ("failed to get bitcode").
        .env("RUSTFLAGS", format!("-Cembed-bitcode=yes {FLAGS}"))
        // It would go before RUSTFLAGS.
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .env("CARGO_TARGET_DIR", &target);
    if whose == Whose::Debian {
        command.env("RUSTC", RUSTC).env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", LINKER);
    }
    workspace::clean(&mut command);
    let what = "building a small standard library for the browser (once on this machine, about a minute)";
    step::logged(what, &mut command, &cache.log("small-library"))?;
    let made = fs::read_dir(target.join("wasm32-unknown-unknown/release/deps")).map_err(place)?;
    let files = made.flatten().map(|file| file.path());
    Ok(files.filter(|file| is_library(file)).collect())
}

/// A compiled library other than the empty crate's own.
fn is_library(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    name.ends_with(".rlib") && !name.starts_with("libempty-")
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
