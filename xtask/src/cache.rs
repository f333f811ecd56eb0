//! Where tools are kept: one folder for all clones on the machine, each tool under its name and version.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// The tool cache.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cache {
    root: PathBuf,
}

impl Cache {
    /// The cache named by the environment, made if it is missing.
    ///
    /// # Errors
    /// When no folder can be named or made.
    pub fn open() -> Result<Self, String> {
        let cache =
            Self::locate(env::var_os("STILLPOINT_CACHE"), env::var_os("XDG_CACHE_HOME"), env::home_dir())?;
        // A relative STILLPOINT_CACHE means the caller's folder, also for tools that run elsewhere.
        let root = std::path::absolute(&cache.root).map_err(|e| format!("{}: {e}", cache.root.display()))?;
        fs::create_dir_all(root.join("tools"))
            .and_then(|()| fs::create_dir_all(root.join("logs")))
            .map_err(|e| format!("The tool cache {} cannot be made: {e}", root.display()))?;
        Ok(Self { root })
    }

    /// Chooses the folder from `STILLPOINT_CACHE`, `XDG_CACHE_HOME` and the home folder, in this order. An XDG value
    /// that is not absolute is ignored, as its specification asks.
    fn locate(own: Option<OsString>, xdg: Option<OsString>, home: Option<PathBuf>) -> Result<Self, String> {
        let own = own.filter(|value| !value.is_empty()).map(PathBuf::from);
        let xdg =
            xdg.map(PathBuf::from).filter(|path| path.is_absolute()).map(|path| path.join("stillpoint"));
        let home = home.filter(|path| path.is_absolute()).map(|path| path.join(".cache").join("stillpoint"));
        let root =
            own.or(xdg).or(home).ok_or("No home folder: set STILLPOINT_CACHE to a folder for the tools.")?;
        Ok(Self { root })
    }

    /// The folder of one tool in one version.
    pub fn tool(&self, name: &str, version: &str) -> PathBuf {
        self.root.join("tools").join(format!("{name}-{version}"))
    }

    /// Where that tool grows while it is being installed; renamed to [`Self::tool`] when whole.
    pub fn unfinished(&self, name: &str, version: &str) -> PathBuf {
        self.root.join("tools").join(format!("{name}-{version}.unfinished"))
    }

    /// The log of one step.
    pub fn log(&self, step: &str) -> PathBuf {
        self.root.join("logs").join(format!("{step}.log"))
    }

    /// Cargo's target folder while tools are compiled: shared, so that common crates compile once.
    pub fn compiling(&self) -> PathBuf {
        self.root.join("compiling")
    }

    /// A small file that remembers something between runs.
    pub fn note(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    pub fn root(&self) -> &Path {
        &self.root
    }
}

/// Removes a folder and what is in it; a folder that is not there is fine.
pub fn remove_folder(folder: &Path) -> Result<(), String> {
    match fs::remove_dir_all(folder) {
        Err(e) if e.kind() != std::io::ErrorKind::NotFound => Err(format!("{}: {e}", folder.display())),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn root(own: Option<&str>, xdg: Option<&str>, home: Option<&str>) -> Result<PathBuf, String> {
        Cache::locate(own.map(Into::into), xdg.map(Into::into), home.map(Into::into)).map(|cache| cache.root)
    }

    #[test]
    fn own_variable_first_then_xdg_then_home() {
        assert_eq!(root(Some("/c"), Some("/x"), Some("/h")), Ok("/c".into()));
        assert_eq!(root(None, Some("/x"), Some("/h")), Ok("/x/stillpoint".into()));
        assert_eq!(root(None, None, Some("/h")), Ok("/h/.cache/stillpoint".into()));
    }

    #[test]
    fn empty_and_relative_values_do_not_count() {
        assert_eq!(root(Some(""), Some(""), Some("/h")), Ok("/h/.cache/stillpoint".into()));
        assert_eq!(root(None, Some("x"), Some("/h")), Ok("/h/.cache/stillpoint".into()));
        assert!(root(None, None, None).unwrap_err().contains("STILLPOINT_CACHE"));
    }

    #[test]
    fn tools_are_keyed_by_version() {
        let cache = Cache::locate(Some("/c".into()), None, None).unwrap();
        assert_eq!(cache.tool("trunk", "1.2.3"), Path::new("/c/tools/trunk-1.2.3"));
        assert_ne!(cache.tool("trunk", "1.2.3"), cache.unfinished("trunk", "1.2.3"));
    }
}
