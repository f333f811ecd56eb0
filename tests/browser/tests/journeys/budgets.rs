//! What the built site may cost at most: `tests/budgets.toml`. Bytes are those of the brotli copies.
//!
//! Programs have limits in bytes (`[programs]`), and so has what a page loads beside its words (`[visits]`). What grows with the words has a limit that grows with them, too
//! (`[words]`): nobody has to ask for leave to write a sentence, and a page that doubles without one is found.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use browser::{SOON, Stage, journeys, site, until, words};
use serde_json::Value;

journeys!(only Chromium: a_first_visit_keeps_its_budgets);

/// The limits of a part by name.
fn limits(part: &str) -> BTreeMap<String, u64> {
    let file = site::tests().join("budgets.toml");
    let text = fs::read_to_string(&file).unwrap_or_else(|why| panic!("{}: {why}", file.display()));
    let all: toml::Table = text.parse().expect("TOML");
    let part = all[part].as_table().expect("the part");
    let number = |value: &toml::Value| value.as_integer().and_then(|it| u64::try_from(it).ok());
    part.iter().map(|(name, value)| (name.clone(), number(value).expect("a number"))).collect()
}

/// The limit of a figure. One of a page (`files /faq/`) may have a limit of its own; else it's that of all pages.
fn limit<'a>(limits: &'a BTreeMap<String, u64>, name: &str) -> Option<&'a u64> {
    let of_all = || name.split_once(" /").and_then(|(of_all, _)| limits.get(of_all));
    limits.get(name).or_else(of_all)
}

/// Holds every figure against its limit, and prints it. A figure without a limit is a fault, and so is a
/// limit that nothing was held against.
fn hold(figures: &[(String, u64)], limits: &BTreeMap<String, u64>, about: impl Fn(&str) -> bool) {
    let mut over = Vec::new();
    for (name, value) in figures {
        let limit = limit(limits, name).unwrap_or_else(|| panic!("{name} has no budget: it is {value}"));
        println!("{name}: {value} of {limit}");
        if value > limit {
            over.push(format!("{name}: {value} instead of {limit}"));
        }
    }
    assert!(over.is_empty(), "over the budget: {over:?}");
    let held =
        |key: &String| figures.iter().any(|(name, _)| name == key || name.starts_with(&format!("{key} /")));
    let unheld = limits.keys().find(|key| about(key) && !held(key));
    assert_eq!(unheld, None, "a budget for nothing");
}

/// The one file of the site that begins and ends so.
fn file(begin: &str, end: &str) -> PathBuf {
    let named = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        name.starts_with(begin) && name.ends_with(end)
    };
    let entries = fs::read_dir(site::root()).expect("the site").flatten().map(|entry| entry.path());
    let found: Vec<PathBuf> = entries.filter(named).collect();
    let [one] = found.as_slice() else { panic!("{begin}…{end}: {found:?}") };
    one.clone()
}

/// Whether the programs were built with the ordinary standard library, for which no budget was set.
fn is_ordinary(figures: &[(String, u64)]) -> bool {
    let ordinary = std::env::var("STILLPOINT_LIBRARY").is_ok_and(|it| it == "ordinary");
    if ordinary {
        println!("Built with the ordinary standard library, for which no budget was set: only printed.");
        figures.iter().for_each(|(name, value)| println!("{name}: {value}"));
    }
    ordinary
}

/// The folder of the program.
fn program() -> PathBuf {
    file("program-", "")
}

/// Bytes of the files of the program that end so.
fn programs(end: &str) -> u64 {
    let files = fs::read_dir(program()).expect("the program").flatten();
    let wanted = files.filter(|file| file.file_name().to_string_lossy().ends_with(end));
    wanted.map(|file| file.metadata().expect("a file").len()).sum()
}

fn size(file: &Path) -> u64 {
    fs::metadata(file).unwrap_or_else(|why| panic!("{}: {why}", file.display())).len()
}

#[test]
fn programs_keep_their_budgets() {
    let figures = [
        ("main", size(&program().join("app_bg.wasm.br"))),
        ("main and all chunks", programs(".wasm.br")),
        ("glue", programs(".js.br")),
    ];
    let figures = figures.map(|(name, value)| (name.to_owned(), value));
    if !is_ordinary(&figures) {
        hold(&figures, &limits("programs"), |_| true);
    }
}

/// How many thousand letters are read in a page. What search engines are told is the same once more.
fn thousands(html: &str) -> f64 {
    let mut letters = 0;
    for (place, piece) in html.split('<').enumerate() {
        // A tag, then text; what stands in a style or a script is none, but for what search engines are told.
        let (tag, text) = piece.split_once('>').unwrap_or(("", if place == 0 { piece } else { "" }));
        let is_code = tag.starts_with("style") || tag.starts_with("script");
        letters += if is_code { 0 } else { text.chars().count() };
    }
    letters as f64 / 1_000.0
}

/// How many thousand letters there are in all words.
fn written() -> f64 {
    fn all(folder: &Path) -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).expect("the words").flatten().map(|entry| entry.path());
        entries.flat_map(|path| if path.is_dir() { all(&path) } else { vec![path] }).collect()
    }
    let folder = site::tests().join("../src/content/en");
    let texts = all(&folder).into_iter().map(|path| fs::read_to_string(path).expect("words"));
    texts.map(|text| text.chars().count()).sum::<usize>() as f64 / 1_000.0
}

/// Everything that grows with the words keeps to a line: a limit for no words at all, and a slope.
#[test]
fn words_keep_their_budgets() {
    let mut limits = limits("words");
    let slope = |limits: &mut BTreeMap<String, u64>, name: &str| {
        let key = format!("{name} for a thousand letters");
        limits.remove(&key).unwrap_or_else(|| panic!("“{key}” is missing")) as f64
    };
    let [of_all, of_page] = ["index of the search", "page"].map(|name| slope(&mut limits, name));
    let mut figures =
        vec![("index of the search".to_owned(), size(&file("find-en-", ".pack.br")), written() * of_all)];
    for route in words::routes() {
        let file = site::root().join(route.trim_start_matches('/')).join("index.html");
        let html = fs::read_to_string(&file).expect("a page");
        let small = fs::metadata(file.with_extension("html.br")).expect("its compressed copy").len();
        figures.push((format!("page {route}"), small, thousands(&html) * of_page));
    }
    // What the words account for is granted; the rest is held.
    let held: Vec<(String, u64)> = figures
        .into_iter()
        .map(|(name, bytes, granted)| (name, bytes.saturating_sub(granted as u64)))
        .collect();
    hold(&held, &limits, |_| true);
}

#[test]
fn letters_are_counted_where_they_are_read() {
    let page = "<style>a{}</style><p title=\"no\">abc <b>de</b></p><script>f()</script>\
        <script type=\"application/ld+json\">{1}</script>";
    assert_eq!(thousands(page), 0.006);
}

/// What else each page asks for in a first visit, until there is nothing more to come but the worker's copies:
/// bytes of programs, fonts and drawings, and requests in all.
fn a_first_visit_keeps_its_budgets(stage: &Stage) {
    let mut figures = Vec::new();
    for route in words::routes() {
        let host = stage.plain_host(site::root(), "/");
        let page = stage.page();
        page.open_ready(&host, route);
        page.settled();
        let come = "return (!document.getElementById('desk') || Boolean(document.querySelector('#kept[data-ready]')))
            && performance.getEntriesByType('resource').every((it) => it.responseEnd > 0)";
        until("everything to have come", SOON, || page.eval(come, &[]) == true);
        let seen: Value = page.get(
            "const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                // Browsers ask for an icon when they like.
                .filter((it) => !it.name.includes('/icons/') && !it.name.endsWith('/sw.js'));
             // Pages and packs are made of words, and held by themselves.
             const other = all.filter((it) => it.entryType !== 'navigation' && !it.name.endsWith('.pack'));
             return [other.reduce((sum, it) => sum + it.encodedBodySize, 0), all.length]",
        );
        let number = |place: usize| seen[place].as_u64().expect("a number");
        figures.push((format!("files {route}"), number(0)));
        figures.push((format!("requests {route}"), number(1)));
    }
    if !is_ordinary(&figures) {
        hold(&figures, &limits("visits"), |_| true);
    }
}
