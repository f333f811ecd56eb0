//! The recordings of a language: under which names the site has them, and where they come from.

use crate::content::book::Book;
use crate::content::read::recording;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// Every recording of a book: its name in the site, and its file below the folder of the sound.
pub fn recordings(book: &Book) -> Vec<(String, PathBuf)> {
    let said = |text: &str| Path::new(&*book.language).join(recording(text));
    let mut all: Vec<(String, PathBuf)> =
        ["bell", "bell-end"].map(|name| (name.to_owned(), PathBuf::from(format!("{name}.mp3")))).into();
    all.push(("stay".to_owned(), said(&book.spoken.stay.text)));
    for (plan, hello) in book.plans.iter().zip(&book.spoken.hellos) {
        all.push((format!("hello-{}", plan.minutes), said(&hello.text)));
    }
    for (step, lines) in book.steps.iter().zip(&book.spoken.lines) {
        let lines = lines.iter().enumerate();
        all.extend(lines.map(|(n, line)| (format!("{}-{}", step.id, n + 1), said(&line.text))));
    }
    all
}

/// The folder of the recordings in the site. Its name changes with any of them.
pub fn folder<'a>(files: impl Iterator<Item = (&'a str, &'a [u8])>) -> String {
    let mut hash = Sha256::new();
    for (name, bytes) in files {
        hash.update(name.as_bytes());
        hash.update(Sha256::digest(bytes));
    }
    let hash: String = hash.finalize()[..8].iter().map(|byte| format!("{byte:02x}")).collect();
    format!("audio-{hash}")
}
