//! The test helpers from npm, exactly as locked under `tests/`.

use crate::cache::Cache;
use crate::step;
use std::fs;
use std::path::Path;
use std::process::Command;

/// Installs them when they are missing or the lock file has changed since.
///
/// # Errors
/// When the lock file cannot be read or npm fails.
pub fn ensure(cache: &Cache, root: &Path) -> Result<(), String> {
    let tests = root.join("tests");
    let lock = tests.join("package-lock.json");
    let wanted = fs::read(&lock).map_err(|e| format!("{}: {e}", lock.display()))?;
    // A copy of the lock file that was installed. npm removes it with the folder, so it is only there when all is.
    let stamp = tests.join("node_modules").join(".installed-package-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    let mut command = Command::new("npm");
    command.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(&tests);
    step::logged("installing test helpers from npm", &mut command, &cache.log("npm"))?;
    fs::write(&stamp, wanted).map_err(|e| format!("{}: {e}", stamp.display()))
}
