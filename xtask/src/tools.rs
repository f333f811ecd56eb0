//! Tools that are compiled once on a machine with `cargo install`: Trunk, wasm-bindgen and geckodriver.

use crate::cache::{self, Cache};
use crate::lock;
use crate::lockfile;
use crate::step;
use crate::workspace;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A program from crates.io in one exact version.
#[derive(Clone, Debug)]
pub struct Tool {
    /// The program and the folder's name.
    name: &'static str,
    /// The crate that holds it.
    package: &'static str,
    version: String,
    /// Whether to try first with the versions its authors locked; the other way is tried when that fails.
    locked_first: bool,
    options: &'static [&'static str],
}

/// Builds the site. Without default features it needs no TLS library: it never downloads anything for us.
pub fn trunk() -> Tool {
    Tool {
        name: "trunk",
        package: "trunk",
        // The last one that Rust 1.90 compiles.
        version: "0.22.0-beta.1".into(),
        locked_first: true,
        options: &["--no-default-features"],
    }
}

/// Makes the JavaScript glue. Its version must be the library's, so it is read from Cargo.lock.
///
/// # Errors
/// When Cargo.lock cannot be read or does not name one version.
pub fn wasm_bindgen(root: &Path) -> Result<Tool, String> {
    let path = root.join("Cargo.lock");
    let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let version = lockfile::version(&text, "wasm-bindgen")?.to_owned();
    // Unlocked first: its lock names a crate that is newer than some registries have.
    Ok(Tool { name: "wasm-bindgen", package: "wasm-bindgen-cli", version, locked_first: false, options: &[] })
}

/// Drives Firefox in tests.
pub fn geckodriver() -> Tool {
    Tool {
        name: "geckodriver",
        package: "geckodriver",
        version: "0.37.1".into(),
        locked_first: true,
        options: &[],
    }
}

impl Tool {
    /// The folder that holds the program.
    pub fn folder(&self, cache: &Cache) -> PathBuf {
        cache.tool(self.name, &self.version).join("bin")
    }

    /// The program itself.
    pub fn program(&self, cache: &Cache) -> PathBuf {
        self.folder(cache).join(format!("{}{}", self.name, env::consts::EXE_SUFFIX))
    }

    /// Compiles the tool unless it is there.
    ///
    /// # Errors
    /// When it does not compile, with the end of the log.
    pub fn ensure(&self, cache: &Cache) -> Result<(), String> {
        if self.program(cache).is_file() {
            return Ok(());
        }
        let _lock = lock::hold(cache)?;
        if self.program(cache).is_file() {
            return Ok(());
        }
        let unfinished = cache.unfinished(self.name, &self.version);
        cache::remove_folder(&unfinished)?;
        self.compile(cache, &unfinished, self.locked_first).or_else(|first| {
            println!(
                "{first}\nOnce more {} its locked versions.",
                if self.locked_first { "without" } else { "with" }
            );
            self.compile(cache, &unfinished, !self.locked_first)
        })?;
        let finished = cache.tool(self.name, &self.version);
        cache::remove_folder(&finished)?;
        fs::rename(&unfinished, &finished).map_err(|e| format!("{}: {e}", finished.display()))?;
        if self.program(cache).is_file() {
            Ok(())
        } else {
            Err(format!(
                "{} was installed, but {} is not there.",
                self.package,
                self.program(cache).display()
            ))
        }
    }

    fn compile(&self, cache: &Cache, into: &Path, locked: bool) -> Result<(), String> {
        let mut command = Command::new("cargo");
        // A debug build: it takes half the time and is quick enough for a program that mostly waits for others.
        command.args(["install", "--debug", self.package, "--version", &self.version, "--root"]).arg(into);
        if locked {
            command.arg("--locked");
        }
        command
            .args(self.options)
            // Away from the repository, whose Cargo settings are not meant for tools.
            .current_dir(cache.root())
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .env("CARGO_INCREMENTAL", "0")
            .env("CARGO_TARGET_DIR", cache.compiling());
        workspace::clean(&mut command);
        let what =
            format!("compiling {} {} (once on this machine, some minutes)", self.package, self.version);
        step::logged(&what, &mut command, &cache.log(self.name))
    }
}

/// Removes what compiling left behind, once all tools of a run are there.
///
/// # Errors
/// When the folder cannot be removed.
pub fn tidy(cache: &Cache) -> Result<(), String> {
    if !cache.compiling().exists() {
        return Ok(());
    }
    let _lock = lock::hold(cache)?;
    cache::remove_folder(&cache.compiling())
}
