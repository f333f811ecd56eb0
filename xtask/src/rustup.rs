//! Asks rustup for the WebAssembly target and the library's source, without waiting for ever where it can fetch nothing.

use crate::cache::Cache;
use crate::step::{self, Bounded};
use crate::workspace;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// How long nothing may move before rustup is given up: short where another way is left, long where there is none.
const PATIENCE: Duration = Duration::from_secs(20);
const LONG_PATIENCE: Duration = Duration::from_secs(120);

/// Whether the compiler that Cargo uses in `root` has the target's standard library.
pub fn has_target(root: &Path) -> bool {
    sysroot(root).is_some_and(|sysroot| has_standard_library(&sysroot))
}

/// Whether the source of the standard library is there.
pub fn has_source(root: &Path) -> bool {
    sysroot(root).is_some_and(|sysroot| sysroot.join("lib/rustlib/src/rust/library/std/Cargo.toml").is_file())
}

fn sysroot(root: &Path) -> Option<PathBuf> {
    let compiler = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let mut command = Command::new(compiler);
    step::output_of(command.args(["--print", "sysroot"]).current_dir(root)).map(PathBuf::from)
}

/// Whether a sysroot holds the standard library for the browser.
pub fn has_standard_library(sysroot: &Path) -> bool {
    let Ok(files) = fs::read_dir(libraries(sysroot)) else {
        return false;
    };
    files.flatten().any(|file| {
        let name = file.file_name();
        let name = name.to_string_lossy();
        name.starts_with("libstd-") && name.ends_with(".rlib")
    })
}

/// Where a sysroot keeps the browser's libraries.
pub fn libraries(sysroot: &Path) -> PathBuf {
    sysroot.join("lib/rustlib/wasm32-unknown-unknown/lib")
}

/// Lets rustup add the target. `other_way` says that the site can be built without it, and is remembered as the way
/// to take when rustup could not fetch, so that later runs do not wait again; `retry` forgets that.
///
/// Returns whether the target is there now.
pub fn add_target(cache: &Cache, root: &Path, other_way: bool, retry: bool) -> Result<bool, String> {
    let words = ["target", "add", "wasm32-unknown-unknown"];
    add(cache, root, "the WebAssembly target", words, "rustup-cannot-fetch", other_way, retry)?;
    Ok(has_target(root))
}

/// Lets rustup add the source of the standard library. Returns whether it is there now.
pub fn add_source(cache: &Cache, root: &Path, retry: bool) -> Result<bool, String> {
    let words = ["component", "add", "rust-src"];
    add(cache, root, "the source of the standard library", words, "rustup-cannot-fetch-source", true, retry)?;
    Ok(has_source(root))
}

fn add(
    cache: &Cache,
    root: &Path,
    what: &str,
    words: [&str; 3],
    note: &str,
    other_way: bool,
    retry: bool,
) -> Result<(), String> {
    if workspace::find("rustup").is_none() {
        return Ok(());
    }
    let version =
        step::output_of(Command::new("rustc").arg("--version").current_dir(root)).unwrap_or_default();
    let note = cache.note(&format!("{note}-{}", plain(&version)));
    if retry {
        // Not there is as good as removed.
        let _ = fs::remove_file(&note);
    }
    if other_way && note.exists() {
        return Ok(());
    }
    println!("Asking rustup for {what} …");
    let patience = if other_way { PATIENCE } else { LONG_PATIENCE };
    let mut command = Command::new("rustup");
    command.args(words).current_dir(root);
    let outcome = step::bounded(&mut command, patience, || fetched_bytes(&home()))?;
    if outcome == Bounded::Succeeded {
        println!("  added");
        return Ok(());
    }
    let why = if outcome == Bounded::Stuck { "nothing arrived" } else { "it could not fetch it" };
    println!("  {why}; `cargo xtask setup --retry` asks again.");
    if other_way {
        fs::write(&note, "").map_err(|e| format!("{}: {e}", note.display()))?;
    }
    Ok(())
}

/// rustup's own folder.
fn home() -> PathBuf {
    let own = env::var_os("RUSTUP_HOME").map(PathBuf::from);
    own.or_else(|| env::home_dir().map(|home| home.join(".rustup"))).unwrap_or_default()
}

/// Bytes that rustup has fetched or unpacked so far, in the folders it uses for that: what grows is not stuck.
fn fetched_bytes(home: &Path) -> u64 {
    fn size(folder: &Path) -> u64 {
        let Ok(files) = fs::read_dir(folder) else {
            return 0;
        };
        let sizes = files.flatten().map(|file| match file.metadata() {
            Ok(data) if data.is_dir() => size(&file.path()),
            Ok(data) => data.len(),
            Err(_) => 0,
        });
        sizes.sum()
    }
    size(&home.join("downloads")) + size(&home.join("tmp"))
}

/// `rustc 1.95.0 (59807616e 2026-04-14)` as part of a file name: its second word.
fn plain(version: &str) -> &str {
    version.split_whitespace().nth(1).unwrap_or("unknown")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_become_names() {
        assert_eq!(plain("rustc 1.95.0 (59807616e 2026-04-14)"), "1.95.0");
        assert_eq!(plain(""), "unknown");
    }

    #[test]
    fn a_missing_folder_has_no_library_and_no_bytes() {
        let nowhere = Path::new("/no/such/folder");
        assert!(!has_standard_library(nowhere));
        assert_eq!(fetched_bytes(nowhere), 0);
    }
}
