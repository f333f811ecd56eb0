//! Files: written with a compressed copy beside each, as the built site has them.

use crate::Outcome;
use std::collections::BTreeSet;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
pub use stillpoint::prerender::files::list;
use stillpoint::prerender::files::{brotli, gains};

/// A folder that holds exactly what is written into it, once [`Folder::close`] has been called.
pub struct Folder {
    path: PathBuf,
    kept: BTreeSet<String>,
    /// Files whose compressed copies are to be made.
    open: Vec<String>,
}

impl Folder {
    /// A folder to write into; it need not exist.
    pub fn new(path: &Path) -> Self {
        Self { path: path.to_owned(), kept: BTreeSet::new(), open: Vec::new() }
    }

    /// Writes a file. What is there already with the same bytes keeps its compressed copy: to make
    /// those takes minutes at ten thousand questions.
    pub fn write(&mut self, file: &str, bytes: &[u8]) -> Outcome {
        let path = self.path.join(file);
        let changed = fs::read(&path).map_or(true, |before| before != bytes);
        if changed {
            put(&path, bytes)?;
        }
        self.kept.insert(file.to_owned());
        if gains(file) {
            let small = small(file);
            if changed || !self.path.join(&small).exists() {
                self.open.push(file.to_owned());
            }
            self.kept.insert(small);
        }
        Ok(())
    }

    /// Writes a file whose name carries a hash of its content, in the site's manner. Gives its name.
    pub fn write_hashed(&mut self, name: &str, end: &str, bytes: &[u8]) -> Outcome<String> {
        let mut hash = DefaultHasher::new();
        bytes.hash(&mut hash);
        let file = format!("{name}-{:016x}.{end}", hash.finish());
        self.write(&file, bytes)?;
        Ok(file)
    }

    /// Takes a file from another folder as it is.
    pub fn take(&mut self, from: &Path, file: &str) -> Outcome {
        put(&self.path.join(file), &bytes_of(&from.join(file))?)?;
        self.kept.insert(file.to_owned());
        Ok(())
    }

    /// Makes the compressed copies, on every core, and removes what an earlier run left here and
    /// this one did not write.
    pub fn close(self) -> Outcome {
        let Self { path, kept, open } = self;
        let next = AtomicUsize::new(0);
        let work = || -> Outcome {
            while let Some(file) = open.get(next.fetch_add(1, Ordering::Relaxed)) {
                put(&path.join(small(file)), &brotli(&bytes_of(&path.join(file))?)?)?;
            }
            Ok(())
        };
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        std::thread::scope(|scope| {
            let running: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
            running
                .into_iter()
                .try_for_each(|it| it.join().unwrap_or_else(|_| Err("a copy could not be compressed".into())))
        })?;
        for file in list(&path)?.iter().filter(|file| !kept.contains(*file)) {
            let path = path.join(file);
            fs::remove_file(&path).map_err(|error| told(&path, &error))?;
        }
        Ok(())
    }
}

/// The name of the compressed copy.
fn small(file: &str) -> String {
    format!("{file}.br")
}

/// How many bytes a file has, and its compressed copy.
pub fn sizes(folder: &Path, file: &str) -> Outcome<[u64; 2]> {
    let size = |path: PathBuf| match fs::metadata(&path) {
        Ok(about) => Ok(about.len()),
        Err(error) => Err(told(&path, &error)),
    };
    Ok([size(folder.join(file))?, size(folder.join(small(file)))?])
}

/// Writes bytes, with the folders above them.
fn put(path: &Path, bytes: &[u8]) -> Outcome {
    let made = path.parent().map_or(Ok(()), fs::create_dir_all);
    made.and_then(|()| fs::write(path, bytes)).map_err(|error| told(path, &error))
}

/// What a file holds.
fn bytes_of(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|error| told(path, &error))
}

/// What a file says.
pub fn text(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| told(path, &error))
}

fn told(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", path.display())
}
