//! The recordings of a language: under which names the site has them, and where they come from.

use crate::content::book::Book;
use crate::content::read::recording;
use crate::core::track::{Line, Posture, Speaker};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// Every recording of a book: its name in the site, and its file below the folder of the sound.
pub fn recordings(book: &Book) -> Vec<(String, PathBuf)> {
    let spoken = &book.spoken;
    let mut said: Vec<(String, &Line)> =
        vec![("stay".to_owned(), &spoken.stay), ("taste".to_owned(), &spoken.taste)];
    for (plan, hello) in book.plans.iter().zip(&spoken.hellos) {
        said.push((format!("hello-{}", plan.minutes), hello));
    }
    for (step, lines) in book.steps.iter().zip(&spoken.lines) {
        let lines = lines.iter().enumerate();
        said.extend(lines.map(|(n, line)| (format!("{}-{}", step.id, n + 1), line)));
    }
    let mut all: Vec<(String, PathBuf)> =
        ["bell", "bell-end"].map(|name| (name.to_owned(), PathBuf::from(format!("{name}.mp3")))).into();
    for speaker in Speaker::ALL {
        let (name, folder) = (speaker.as_str(), Path::new(&*book.language).join(speaker.as_str()));
        for (line_name, line) in &said {
            all.push((format!("{name}/{line_name}"), folder.join(recording(&line.text))));
            for posture in Posture::ALL {
                if let Some(text) = line.instead_for(posture) {
                    let named = format!("{name}/{line_name}-{}", posture.as_str());
                    all.push((named, folder.join(recording(text))));
                }
            }
        }
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
