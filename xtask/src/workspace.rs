//! The repository this runner belongs to, and the programs on the caller's path.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The repository's folder.
///
/// # Errors
/// When the runner was not started by Cargo.
pub fn root() -> Result<PathBuf, String> {
    let own = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let root = own.as_deref().and_then(Path::parent).map(Path::to_path_buf);
    root.ok_or_else(|| "Start the task runner as `cargo xtask …`.".into())
}

/// Cargo, as the person uses it, at work in the repository.
pub fn cargo(root: &Path) -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(root);
    clean(&mut command);
    command
}

/// Takes away what `cargo run` adds for this runner alone and what would mislead another Cargo or compiler: the
/// variables of the package `xtask`, and the library folders of the toolchain that built it.
pub fn clean(command: &mut Command) {
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") || text == "CARGO" {
            command.env_remove(&name);
        }
    }
    let Some(libraries) = env::var_os("LD_LIBRARY_PATH") else {
        return;
    };
    let cargo = env::var_os("CARGO").map(PathBuf::from);
    let toolchain = cargo.as_deref().and_then(|cargo| cargo.parent()?.parent());
    let program = env::current_exe().ok();
    let own: Vec<&Path> = toolchain.into_iter().chain(program.as_deref().and_then(Path::parent)).collect();
    let theirs = without(&libraries, &own);
    if theirs.is_empty() {
        command.env_remove("LD_LIBRARY_PATH");
    } else {
        command.env("LD_LIBRARY_PATH", theirs);
    }
}

/// A search path without the folders that lie in one of `own`.
fn without(path: &OsStr, own: &[&Path]) -> OsString {
    let theirs = env::split_paths(path).filter(|folder| !own.iter().any(|own| folder.starts_with(own)));
    // What was split on the separator joins again.
    env::join_paths(theirs).unwrap_or_default()
}

/// Where a program lies on the search path.
pub fn find(program: &str) -> Option<PathBuf> {
    let name = format!("{program}{}", env::consts::EXE_SUFFIX);
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(&name)).find(|file| file.is_file())
}

/// The search path with some folders before all others.
///
/// # Errors
/// When a folder's name holds the character that separates folders.
pub fn path_with(first: &[PathBuf]) -> Result<OsString, String> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = first.iter().cloned().chain(env::split_paths(&path));
    env::join_paths(folders).map_err(|e| format!("The search path cannot be set: {e}"))
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn only_own_folders_go() {
        let own = [Path::new("/t/debug"), Path::new("/toolchains/stable")];
        let path = OsStr::new("/t/debug/deps:/usr/local/lib:/t/debug:/toolchains/stable/lib");
        assert_eq!(without(path, &own), "/usr/local/lib");
        assert_eq!(without(OsStr::new("/t/debug"), &own), "");
    }

    #[test]
    fn folders_go_before_the_search_path() {
        let path = path_with(&[PathBuf::from("/first")]).unwrap();
        assert_eq!(env::split_paths(&path).next(), Some(PathBuf::from("/first")));
    }
}
