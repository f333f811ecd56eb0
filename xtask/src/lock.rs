//! One installer at a time: two clones that share the tool cache do not build the same tool at once.

use crate::cache::Cache;
use crate::heartbeat::Heartbeat;
use std::fs::{File, OpenOptions, TryLockError};

/// Held while tools are being installed; free again when it is dropped.
///
/// It is a lock of the operating system on an open file, so it ends with its process, however that ends: a lock
/// left behind by a crash cannot exist.
pub struct Lock {
    _file: Option<File>,
}

/// Waits until no other process installs tools in this cache.
///
/// # Errors
/// When the lock file cannot be opened.
pub fn hold(cache: &Cache) -> Result<Lock, String> {
    let path = cache.note("lock");
    let place = |e: std::io::Error| format!("{}: {e}", path.display());
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(&path).map_err(place)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            println!("Another clone is installing tools; waiting for it …");
            let _heartbeat = Heartbeat::start("waiting for another clone");
            file.lock().map_err(place)?;
        }
        // Some network folders know no locks: better unguarded than not at all.
        Err(TryLockError::Error(_)) => return Ok(Lock { _file: None }),
    }
    Ok(Lock { _file: Some(file) })
}
