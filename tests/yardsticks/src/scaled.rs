//! The built site with many questions: a copy with another pack, file of finds and page of questions.

use crate::Outcome;
use crate::files::{Folder, list, sizes, text};
use crate::made::{Made, questions};
use std::path::Path;
use stillpoint::content::book::Book;

/// Writes the copy; gives a line of sizes for each file that grew.
pub fn write(book: &Book, site: &Path, out: &Path) -> Outcome<Vec<String>> {
    let mut folder = Folder::new(out);
    let made = questions(book, site, &mut folder)?;
    for file in list(site)?.iter().filter(|file| stays(file)) {
        folder.take(site, file)?;
    }
    // New files are kept by browsers as long as those whose place they take.
    let headers = text(&site.join("_headers"))?;
    let headers = made.iter().fold(headers, |text, made| text.replace(&made.before, &made.file));
    folder.write("_headers", headers.as_bytes())?;
    folder.close()?;
    let count = book.questions.len();
    let line = |made: &Made| {
        let [raw, small] = sizes(out, &made.file)?;
        let times = made.times.iter();
        let times = times.map(|(what, took)| format!("{what} {:.2} ms", took.as_secs_f64() * 1_000.0));
        let times = times.collect::<Vec<_>>().join(", ");
        Ok(format!("{count:>9}  {:<6} {raw:>11} {small:>11}  {times}", made.what).trim_end().to_owned())
    };
    made.iter().map(line).collect()
}

/// No worker: it would put files of the built site in the place of these.
fn stays(file: &str) -> bool {
    !file.starts_with("sw.js") && !file.starts_with("faq/") && file != "_headers"
}
