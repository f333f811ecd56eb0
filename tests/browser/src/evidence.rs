//! What a failed journey leaves behind: a picture and the page's source.

use std::fs;
use std::path::{Path, PathBuf};

/// `target/browser-failures` of the workspace, made if need be.
pub fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/browser-failures");
    fs::create_dir_all(&folder).unwrap_or_else(|why| panic!("{}: {why}", folder.display()));
    folder.canonicalize().unwrap_or(folder)
}

/// Saves one file and says where. A full disk must not hide the failure itself.
pub fn save(name: &str, end: &str, bytes: &[u8]) {
    let file = folder().join(format!("{}.{end}", name.replace("::", "-")));
    match fs::write(&file, bytes) {
        Ok(()) => eprintln!("  saved {}", file.display()),
        Err(why) => eprintln!("  could not save {}: {why}", file.display()),
    }
}
