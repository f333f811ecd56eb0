//! Fuzzing of what reads from outside, as far as it's public; rooms have theirs beside their own tests. All of them
//! have “fuzz” in their names: `cargo test fuzz`.

mod dates;
mod kept;
mod packs;
mod sound;

use crate::content::english;
use stillpoint::content::Words;
use stillpoint::content::book::Book;
use stillpoint::prerender::pack;

/// What the browser gets of a book.
fn words(book: &Book) -> Words {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    Words::new(tokio::task::LocalSet::new().block_on(&runtime, pack(book, "audio")))
}

/// The words, while there is no mistake in them.
fn real() -> Option<(Book, Words)> {
    let book = english("/")?;
    let words = words(&book);
    Some((book, words))
}
