//! The words of each language: they read without a mistake, and mistakes are told plainly.

use std::fs;
use std::path::{Path, PathBuf};
use stillpoint::content::{book::Book, read::read};
use stillpoint::core::claim::Day;

/// The day on which the words are looked at here; a build takes the real one.
const TODAY: Day = Day(2026, 11, 30);

/// The folder of bells and recordings.
pub fn sound() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("static/audio")
}

/// The words of the product, for a site under `base`.
pub fn english(base: &str) -> Book {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/content/en");
    read(&folder, &sound(), "en", base, TODAY).unwrap_or_else(|faults| {
        let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
        panic!("{} mistakes in the words:\n{}", faults.len(), lines.join("\n"))
    })
}

#[test]
fn english_reads_without_a_mistake() {
    let book = english("/");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/content/en/faq");
    let files = fs::read_dir(folder).expect("the questions");
    let written = files.map(|it| fs::read_to_string(it.expect("a file").path()).expect("a text"));
    assert_eq!(book.questions.len(), written.map(|it| it.matches("[[question]]").count()).sum::<usize>());
    assert_eq!(book.plans.iter().map(|plan| plan.minutes).collect::<Vec<_>>(), [60, 45, 20, 10, 3]);
}

/// Copies the words, changes one file, and expects a mistake in the changed line with this reason.
fn check(file: &str, from: &str, to: &str, reason: &str) {
    check_at(file, from, to, from, reason);
}

/// The same, with the mistake told in the line of `marker`.
fn check_at(file: &str, from: &str, to: &str, marker: &str, reason: &str) {
    let name = format!("{file}{from}").replace(|c: char| !c.is_ascii_alphanumeric(), "-");
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    for sub in ["faq", "claims"] {
        fs::create_dir_all(folder.join(sub)).expect("a folder");
    }
    let words = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/content/en");
    for sub in ["", "faq", "claims"] {
        for entry in fs::read_dir(words.join(sub)).expect("the words") {
            let path = entry.expect("a file").path();
            if path.is_file() {
                fs::copy(&path, folder.join(sub).join(path.file_name().expect("a name"))).expect("a copy");
            }
        }
    }
    let path = folder.join(file);
    let text = fs::read_to_string(&path).expect("the file");
    assert!(text.contains(from), "{file} has no {from:?}");
    let line = 1 + text[..text.find(marker).expect("there")].matches('\n').count();
    fs::write(&path, text.replacen(from, to, 1)).expect("written");
    let faults = read(&folder, &sound(), "en", "/", TODAY).expect_err("a mistake");
    let _ = fs::remove_dir_all(&folder);
    let told =
        faults.iter().any(|fault| fault.file == file && fault.line == line && fault.reason.contains(reason));
    assert!(told, "expected {file}:{line}: …{reason}…, got {faults:#?}");
}

#[test]
fn a_mistake_is_told_with_file_line_and_reason() {
    check("plans.toml", "minutes = 20", "minutes = 21", "add up to 1200 seconds");
    check("plans.toml", "at = \"spine\"", "at = \"spin\"", "there is no step “spin”");
    check("guide.toml", "part = \"before\"", "prat = \"before\"", "unknown field `prat`");
    check("safety.toml", "(/safety/#crisis-lines)", "(/safety/#crisis-line)", "leads nowhere");
    check("positions.toml", "id = \"feet-opening\"", "id = \"Feet\"", "lower-case words");
    check("positions.toml", "id = \"spine\"", "id = \"sacrum\"", "is there twice");
    check("labels.toml", "start = \"Start\"", "start = 5", "invalid type");
    check("script.toml", "Three minutes.", "Three short minutes.", "there is no recording");
    check("script.toml", "at = \"settle\"", "at = \"settled\"", "there is no step “settled”");
    check(
        "faq/1-basics.toml",
        "sources = [\"upledger-uk\"",
        "sources = [\"upledger-xx\"",
        "no source “upledger-xx”",
    );
}

/// The first line of a file of words that begins so.
fn first(file: &str, begin: &str) -> String {
    first_after(file, "", begin)
}

/// The first line after another one that begins so.
fn first_after(file: &str, after: &str, begin: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/content/en").join(file);
    let text = fs::read_to_string(path).expect("the file");
    let mut lines = text.lines().skip_while(|line| !line.starts_with(after)).skip(1);
    lines.find(|line| line.starts_with(begin)).expect(begin).to_owned()
}

/// A study is named as its authors named it, and nothing was checked on a day that is still to come.
#[test]
fn a_study_without_its_title_is_refused() {
    let studies = "studies.toml";
    let source = first(studies, "source = ");
    let title = first(studies, "title = ");
    check_at(studies, &title, "", &source, "has no title");
    check_at(studies, &title, "title = \"A study of anxiety\"", &source, "has a title that isn’t in its reference");
    let checked = first(studies, "checked = ");
    check(studies, &checked, "checked = 2026-12-01", "2026-12-01 is still to come");
    check(studies, &checked, "checked = 2020-01-01", "was checked on 2020-01-01, before the list’s own day");
    check_at(studies, &first(studies, "grade = "), "", &source, "needs a grade, or `indirect = true`");
    let second = first_after(studies, &title, "title = ");
    let of_second = first_after(studies, &title, "source = ");
    check_at(studies, &second, &title, &of_second, "has a title that another study has too");
}

/// What keeps the words honest and plain: each of these stops the build.
#[test]
fn dishonest_or_difficult_words_are_refused() {
    let claims = "claims/1-effects.toml";
    let id = first(claims, "id = \"less-anxiety\"");
    let unsourced = "the claim “less-anxiety” names no source";
    check_at(claims, &first(claims, "sources = "), "sources = []", &id, unsourced);
    check_at(claims, &first(claims, "grade = "), "", &id, "the claim “less-anxiety” has no grade");
    check(claims, &first(claims, "verdict = "), "verdict = \"mostly\"", "unknown variant `mostly`");
    let again = first(claims, "again = ");
    check(claims, &again, "again = 2026-11-29", "was to be looked at again by 2026-11-29");
    let reviewed = first(claims, "reviewed = ");
    check(claims, &reviewed, "reviewed = 2026-12-01", "2026-12-01 is still to come");
    check_at(claims, &reviewed, "reviewed = 2029-01-01", &again, "which is not after its review of 2029-01-01");
    check(
        "faq/1-basics.toml",
        "claims = [\"feel-and-correct\"",
        "claims = [\"feel-and-mend\"",
        "no claim “feel-and-mend”",
    );
    let text = "lead = \"";
    let lowers = "lead = \"It lowers cortisol. ";
    check("home.toml", text, lowers, "“lower … cortisol” may only be said");
    let more = "lead = \"It lowers cortisol more than massage. ";
    check("home.toml", text, more, "“lower … cortisol” may only be said");
    let long = "word ".repeat(31);
    check(
        "about.toml",
        "Please report it through",
        &format!("Please {long} report it through"),
        "a sentence of",
    );
    check(
        "about.toml",
        "Please report it through",
        &format!("{}Please report it through", "This is a plain sentence of a few words. ".repeat(8)),
        "a paragraph of",
    );
    let about = "Please report it through";
    let bone = "The sacrum is a bone. Please report it through";
    check_at("about.toml", about, bone, BODY, "“sacrum” needs a plain word");
}

/// The line in which the text of “If you find an error” begins.
const BODY: &str = "body = \"\"\"\nPlease report it through";
