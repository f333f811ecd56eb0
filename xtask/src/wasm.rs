//! Finds a compiler that can build for the browser, and tells Cargo and Trunk to use it.

use crate::cache::Cache;
use crate::rustup;
use crate::sysroot::{self, Whose};
use crate::workspace;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The compiler for the browser build.
#[derive(Debug)]
pub enum Compiler {
    /// The person's own Rust with the library that rustup hands out: the program is a ninth larger.
    Ordinary,
    /// With a small library of our own, and the person's or Debian's compiler.
    Small { sysroot: PathBuf, whose: Whose },
}

impl Compiler {
    /// Finds one, or installs one: by rustup, else by Debian's packages.
    ///
    /// # Errors
    /// Says what is missing and which command installs it.
    pub fn ensure(cache: &Cache, root: &Path, retry: bool) -> Result<Self, String> {
        let other_way = sysroot::ready(cache, root, Whose::Debian).is_some() || sysroot::possible();
        if rustup::has_target(root) || rustup::add_target(cache, root, other_way, retry)? {
            return Ok(Self::own(cache, root, retry));
        }
        if !other_way {
            return Err(missing());
        }
        let sysroot =
            sysroot::ensure(cache, root, Whose::Debian).map_err(|why| format!("{why}\n\n{}", missing()))?;
        Ok(Self::Small { sysroot, whose: Whose::Debian })
    }

    /// Whether the library is the small one, for which the budgets of the programs were set.
    pub fn is_small(&self) -> bool {
        matches!(self, Self::Small { .. })
    }

    /// The person's own compiler, with the small library where it can be built; Debian's where only its source can
    /// be had.
    fn own(cache: &Cache, root: &Path, retry: bool) -> Self {
        let debian = || {
            let there = sysroot::ready(cache, root, Whose::Debian).is_some() || sysroot::possible();
            there.then(|| sysroot::ensure(cache, root, Whose::Debian))
        };
        if let Some(sysroot) = sysroot::ready(cache, root, Whose::Own) {
            return Self::Small { sysroot, whose: Whose::Own };
        }
        let source = rustup::has_source(root) || rustup::add_source(cache, root, retry).unwrap_or(false);
        let (whose, made) = match source {
            true => (Whose::Own, Some(sysroot::ensure(cache, root, Whose::Own))),
            false => (Whose::Debian, debian()),
        };
        match made {
            Some(Ok(sysroot)) => Self::Small { sysroot, whose },
            Some(Err(why)) => {
                println!("{why}\nThe ordinary standard library is used: the program is a ninth larger.");
                Self::Ordinary
            }
            None => {
                println!("Without the source of the standard library the program is a ninth larger.");
                Self::Ordinary
            }
        }
    }

    /// Sets the compiler, and flags of its own, for a command that builds for the browser.
    pub fn apply(&self, command: &mut Command, more: &[&str]) {
        // The names of source files end up in the wasm, for panics: without the folders of this
        // machine they are shorter, the same everywhere, and tell nothing about it.
        let mut flags = format!("--remap-path-prefix={}=crates", crate_sources().display());
        for flag in more {
            flags.push(' ');
            flags.push_str(flag);
        }
        if let Self::Small { sysroot, whose } = self {
            flags.push_str(&format!(" --sysroot={} {}", sysroot.display(), sysroot::FLAGS));
            command.env("RUSTC_BOOTSTRAP", "1");
            if *whose == Whose::Debian {
                command
                    .env("RUSTC", sysroot::RUSTC)
                    .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", sysroot::LINKER);
            }
        }
        command
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags)
            // Both would go before the target's own flags, and those would be lost.
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_ENCODED_RUSTFLAGS");
    }
}

/// Where Cargo unpacks the sources of crates.
fn crate_sources() -> PathBuf {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")));
    home.unwrap_or_default().join("registry").join("src")
}

/// What is missing, and the command for it.
fn missing() -> String {
    let mut text = String::from(
        "Missing: Rust's standard library for the browser (target wasm32-unknown-unknown). Install it with\n    \
         rustup target add wasm32-unknown-unknown\n",
    );
    if workspace::find("rustup").is_none() {
        text.push_str("rustup comes from https://rustup.rs or from your distribution.\n");
    }
    if workspace::find("apt-get").is_some() {
        let packages = sysroot::PACKAGES.join(" ");
        text.push_str(
            "or, on Debian 12 without rustup's server,\n    sudo apt-get install --no-install-recommends ",
        );
        text.push_str(&packages);
        text.push('\n');
    }
    text.push_str("and start the same command again.");
    text
}
