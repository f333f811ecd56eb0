//! Files of a built site: which there are, and their compressed copies.

use std::fs;
use std::io::Write;
use std::path::Path;

/// Ends of the names of files that gain by compression.
const KINDS: [&str; 9] = [".html", ".css", ".js", ".wasm", ".pack", ".svg", ".webmanifest", ".xml", ".txt"];

/// Whether a file gains by compression.
pub fn gains(file: &str) -> bool {
    KINDS.iter().any(|kind| file.ends_with(kind))
}

/// The bytes as Brotli packs them best.
///
/// # Errors
/// When they cannot be packed.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
    writer.write_all(bytes).map_err(|error| error.to_string())?;
    Ok(writer.into_inner())
}

/// Every file below a folder, as paths with `/`.
///
/// # Errors
/// When a folder cannot be read.
pub fn list(folder: &Path) -> Result<Vec<String>, String> {
    let mut files = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        let entries = fs::read_dir(&next).map_err(|error| format!("{}: {error}", next.display()))?;
        for entry in entries.flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if let Ok(inside) = path.strip_prefix(folder) {
                files.push(inside.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    Ok(files)
}
