//! Finds a compiler that can build for the browser, and tells Cargo and Trunk to use it.

use crate::cache::Cache;
use crate::rustup;
use crate::sysroot;
use crate::workspace;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The compiler for the browser build.
#[derive(Debug)]
pub enum Compiler {
    /// The person's own Rust has the WebAssembly target.
    Ordinary,
    /// Debian's compiler with a standard library of our own.
    Debian { sysroot: PathBuf },
}

impl Compiler {
    /// Finds one, or installs one: by rustup, else by Debian's packages.
    ///
    /// # Errors
    /// Says what is missing and which command installs it.
    pub fn ensure(cache: &Cache, root: &Path, retry: bool) -> Result<Self, String> {
        if rustup::has_target(root) {
            return Ok(Self::Ordinary);
        }
        let other_way = sysroot::ready(cache).is_some() || sysroot::possible();
        if rustup::add_target(cache, root, other_way, retry)? {
            return Ok(Self::Ordinary);
        }
        if !other_way {
            return Err(missing());
        }
        let sysroot = sysroot::ensure(cache).map_err(|why| format!("{why}\n\n{}", missing()))?;
        Ok(Self::Debian { sysroot })
    }

    /// Sets the compiler for a command that builds for the browser.
    pub fn apply(&self, command: &mut Command) {
        // The names of source files end up in the wasm, for panics: without the folders of this
        // machine they are shorter, the same everywhere, and tell nothing about it.
        let mut flags = format!("--remap-path-prefix={}=crates", crate_sources().display());
        if let Self::Debian { sysroot } = self {
            flags.push_str(&format!(" --sysroot={}", sysroot.display()));
            command
                .env("RUSTC", sysroot::RUSTC)
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", sysroot::LINKER);
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
