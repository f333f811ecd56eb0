//! What the built site may cost at most, to the last byte: `tests/budgets.toml`, its part `[exact]`.
//! Bytes are those of the brotli copies.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use browser::{SOON, Stage, journeys, site, until, words};
use serde_json::Value;

journeys!(only Chromium: a_first_visit_keeps_its_budgets);

/// The limits by name.
fn limits() -> BTreeMap<String, u64> {
    let file = site::tests().join("budgets.toml");
    let text = fs::read_to_string(&file).unwrap_or_else(|why| panic!("{}: {why}", file.display()));
    let all: toml::Table = text.parse().expect("TOML");
    let exact = all["exact"].as_table().expect("a part [exact]");
    let number = |value: &toml::Value| value.as_integer().and_then(|it| u64::try_from(it).ok());
    exact.iter().map(|(name, value)| (name.clone(), number(value).expect("a number"))).collect()
}

/// Holds every figure against its limit, and prints it. A figure without a limit is a fault, and so is a
/// limit that nothing was held against.
fn hold(figures: &[(String, u64)], about: impl Fn(&str) -> bool) {
    let limits = limits();
    let mut over = Vec::new();
    if std::env::var("STILLPOINT_LIBRARY").is_ok_and(|it| it == "ordinary") {
        println!("Built with the ordinary standard library, for which no budget was set: only printed.");
        return figures.iter().for_each(|(name, value)| println!("{name}: {value}"));
    }
    for (name, value) in figures {
        let limit = limits.get(name).unwrap_or_else(|| panic!("{name} has no budget: it is {value}"));
        println!("{name}: {value} of {limit}");
        if value > limit {
            over.push(format!("{name}: {value} instead of {limit}"));
        }
    }
    assert!(over.is_empty(), "over the budget: {over:?}");
    let unheld = limits.keys().find(|name| about(name) && !figures.iter().any(|(known, _)| known == *name));
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

fn size(begin: &str, end: &str) -> u64 {
    fs::metadata(file(begin, end)).expect("a file").len()
}

/// How many functions a wasm has: the number at the head of its section of functions.
fn functions(wasm: &[u8]) -> u64 {
    const FUNCTIONS: u8 = 3;
    let number = |at: &mut usize| {
        let (mut number, mut shift) = (0_u64, 0);
        loop {
            let byte = wasm[*at];
            *at += 1;
            number |= u64::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 {
                return number;
            }
        }
    };
    let mut at = 8;
    loop {
        let kind = wasm[at];
        at += 1;
        let length = number(&mut at) as usize;
        if kind == FUNCTIONS {
            return number(&mut at);
        }
        at += length;
    }
}

#[test]
fn programs_keep_their_budgets() {
    let [wasm, glue, words] = [size("app_bg-", ".wasm.br"), size("app-", ".js.br"), size("en-", ".pack.br")];
    let of = |begin: &str| functions(&fs::read(file(begin, ".wasm")).expect("the wasm"));
    let figures = [
        ("app wasm", wasm),
        ("app glue", glue),
        ("words", words),
        ("app wasm, glue and words", wasm + glue + words),
        ("app functions", of("app_bg-")),
        ("desk wasm", size("desk_bg-", ".wasm.br")),
        ("desk glue", size("desk-", ".js.br")),
        ("desk functions", of("desk_bg-")),
        ("finder wasm", size("finder_bg-", ".wasm.br")),
        ("finder glue", size("finder-", ".js.br")),
        ("finder functions", of("finder_bg-")),
        ("index of the search", size("find-en-", ".pack.br")),
    ];
    hold(&figures.map(|(name, value)| (name.to_owned(), value)), |name| !name.contains('/'));
}

/// Bytes and requests of each page, with letters, until there is nothing more to come but the worker's copies.
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
             return [all.reduce((sum, it) => sum + it.encodedBodySize, 0), all.length]",
        );
        let number = |place: usize| seen[place].as_u64().expect("a number");
        figures.push((format!("bytes of {route}"), number(0)));
        figures.push((format!("requests of {route}"), number(1)));
    }
    hold(&figures, |name| name.contains('/'));
}
