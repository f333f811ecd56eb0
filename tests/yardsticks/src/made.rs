//! Everything that is asked of the site's own library: the book, the pack, the files and the page of
//! questions. Where the library changes, this is the file to change with it.

use crate::Outcome;
use crate::files::{Folder, list, text};
use std::path::Path;
use std::time::{Duration, Instant};
use stillpoint::content::book::Book;
use stillpoint::content::read::read;
use stillpoint::content::{Finds, Pack, Words};
use stillpoint::core::search::search;
use stillpoint::prerender::{app_html, pack, schema};
use stillpoint::route::Route;

/// All paths begin here.
pub const BASE: &str = "/";

/// A word that stands in the walk, and in some of the questions that are added.
const ASKED: &str = "sacrum";

/// Reads the words of a folder.
pub fn book(words: &Path, sound: &Path) -> Outcome<Book> {
    read(words, sound, "en", BASE).map_err(|faults| {
        let lines: Vec<String> = faults.iter().take(20).map(ToString::to_string).collect();
        format!("{} mistakes in {}:\n{}", faults.len(), words.display(), lines.join("\n"))
    })
}

/// What stands in `<main>` of each page, in the order of `Route::ALL`, and the pack.
pub fn mains(book: &Book) -> Outcome<(Vec<String>, Pack)> {
    let pack = wait(pack(book, ""))?;
    let words = Words::new(pack.clone());
    let mut mains = Vec::new();
    for route in Route::ALL {
        let app = wait(app_html(book, &words, "", route))?;
        let main = between(&app, "<main ", "</main>").and_then(|main| main.split_once('>'));
        let (_, main) = main.ok_or(format!("{} has no <main>", route.path()))?;
        mains.push(main.to_owned());
    }
    Ok((mains, pack))
}

/// What stands between two texts.
fn between<'a>(text: &'a str, begin: &str, end: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(begin)?;
    rest.split_once(end).map(|(inside, _)| inside)
}

/// A file that was made.
pub struct Made {
    /// What it is.
    pub what: &'static str,
    /// Its name.
    pub file: String,
    /// The name, in the built site, of the file whose place it takes.
    pub before: String,
    /// What was timed, and how long it took.
    pub times: Vec<(&'static str, Duration)>,
}

/// Writes the files that only the questions make larger: finds and page. All else is taken from
/// the built site.
pub fn questions(book: &Book, site: &Path, out: &mut Folder) -> Outcome<Vec<Made>> {
    let files = list(site)?;
    let named = |begin: &str, end: &str| {
        let found = files.iter().find(|file| file.starts_with(begin) && file.ends_with(end));
        found.cloned().ok_or(format!("there is no file {begin}…{end} in {}", site.display()))
    };
    let before = [named("find-en-", ".pack")?, "faq/index.html".to_owned()];
    let sound = named("audio-", ".mp3")?.split('/').next().unwrap_or_default().to_owned();

    let finds = postcard::to_stdvec(&book.finds).map_err(|error| format!("what is found: {error}"))?;
    let finds_file = out.write_hashed("find-en", "pack", &finds)?;
    let finds_address = format!("{BASE}{finds_file}");
    let words = Words::new(wait(pack(book, &sound))?);
    let app = wait(app_html(book, &words, &finds_address, Route::Faq))?;
    let page = text(&site.join(&before[1]))?.replace(&before[0], &finds_file);
    let page = exchanged(&page, book, &app).ok_or("the built page of questions has another shape")?;
    out.write(&before[1], page.as_bytes())?;

    let finds_opens = timed(|| Finds::open(&finds).is_some());
    let searches = timed(|| !search(&book.finds.index, ASKED).entries.is_empty());
    let times = [vec![("opens", finds_opens), ("one search", searches)], Vec::new()];
    let files = [finds_file, before[1].clone()];
    let made = ["finds", "page"].into_iter().zip(files).zip(before).zip(times);
    Ok(made.map(|(((what, file), before), times)| Made { what, file, before, times }).collect())
}

/// The built page with another app and other structured data. Head, style and scripts stay as they
/// were built.
fn exchanged(page: &str, book: &Book, app: &str) -> Option<String> {
    let (head, rest) = page.split_once("<div id=\"app\"")?;
    let (marks, rest) = rest.split_once('>')?;
    let ends = rest[..rest.find("<dialog id=\"settings\"")?].rfind("</div>")?;
    let (below, rest) = rest[ends..].split_once("<script type=\"application/ld+json\">")?;
    let (_, end) = rest.split_once("</script>")?;
    let schema = schema::element(book, Route::Faq, "", BASE, "/faq/");
    Some([head, "<div id=\"app\"", marks, ">", app, below, &schema, end].concat())
}

/// The median of five runs of something that has to come out true.
fn timed(run: impl Fn() -> bool) -> Duration {
    let mut times: Vec<Duration> = (0..5)
        .map(|_| {
            let begun = Instant::now();
            let fine = std::hint::black_box(run());
            let took = begun.elapsed();
            assert!(fine, "what was just made cannot be opened, or “{ASKED}” is not found in it");
            took
        })
        .collect();
    times.sort_unstable();
    times[2]
}

/// Pages are made by tasks that stay on one thread.
fn wait<T>(task: impl Future<Output = T>) -> Outcome<T> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|error| error.to_string())?;
    Ok(tokio::task::LocalSet::new().block_on(&runtime, task))
}
