//! What more questions cost: the page of questions of the site as it is, and of those with many more.
//!
//! Times come from few visits: ten thousand questions are forty megabytes of HTML. Bytes are those of the files
//! in the folders. The keys belong here too, and are measured with few runs where `keys` has not done so already.

use browser::{Page, With};
use serde::de::DeserializeOwned;
use serde_json::json;

use crate::bench::{Bench, Profile, Site, What, questions, what};
use crate::keys;
use crate::reading::Told;
use crate::weight::{self, Weight};

const PROBE: &str = include_str!("../assets/scale.js");
const ROUTE: &str = "/faq/";

/// Visits of each kind; less where fewer runs are wanted.
const RUNS: usize = 3;
/// How long a script may answer at once, in ms: less than the driver allows.
const ANSWER: u32 = 90_000;
/// How often it is asked.
const TIMES: usize = 4;
/// The address has changed, and the page's first script has run.
const BEGUN: &str = "return location.pathname === '/faq/' && Boolean(window.__bench?.quiet)";

/// Ours and the floor, at each number of questions.
pub fn measure(bench: &Bench) {
    if bench.scaled.is_empty() {
        println!("scale: there is no site with more questions.");
        return;
    }
    let all = || {
        let more = bench.scaled.iter().map(|(number, sites)| (*number, sites.as_slice()));
        [(questions(), bench.sites.as_slice())].into_iter().chain(more)
    };
    for (number, sites) in all() {
        sites.iter().filter(|site| counts(site)).for_each(|site| weigh(bench, site, number));
    }
    let runs = RUNS.min(bench.runs);
    if !bench.samples.borrow().all.iter().any(|it| it.measure.starts_with("key ")) {
        keys::take(bench, runs);
    }
    for run in 0..runs {
        println!("scale, run {} of {runs} …", run + 1);
        for profile in Profile::BOTH {
            for (number, sites) in all() {
                bench.in_turns(run, sites, |site| {
                    if counts(site) {
                        seen(bench, site, number, profile, run);
                        searched(bench, site, number, profile, run);
                    }
                });
            }
        }
    }
}

/// The site as it was has no larger copies.
fn counts(site: &Site) -> bool {
    ["here", "floor"].contains(&&*site.name)
}

fn named(figure: &str, number: u32, profile: Profile, unit: &'static str) -> What {
    what(format!("scale {figure} at {number}"), ROUTE, profile, unit)
}

/// Keeps bytes, which are the same on any line, where `reading` has them; or says why there are none.
fn note_bytes(bench: &Bench, site: &Site, number: u32, run: usize, found: Result<Vec<(&str, u64)>, String>) {
    match found {
        Ok(parts) => {
            for (figure, bytes) in parts.into_iter().filter(|(_, bytes)| *bytes > 0) {
                let what = named(figure, number, Profile::Slow, "kB");
                bench.note(&what, &site.name, run, bytes as f64 / 1000.0);
            }
        }
        Err(why) => {
            let missed = format!("bytes at {number}, {}: {why}", site.name);
            eprintln!("no sample of {missed}");
            bench.samples.borrow_mut().missed.push(missed);
        }
    }
}

/// Bytes of the files that might grow: no browser is needed for them.
fn weigh(bench: &Bench, site: &Site, number: u32) {
    let parts = |it: Weight| {
        vec![("bytes of page", it.page), ("bytes of index", it.index), ("bytes of wasm", it.wasm)]
    };
    note_bytes(bench, site, number, 0, Weight::of(&site.dir).map(parts));
}

/// When the page is seen, and the bytes of all that it loads until it rests. The index is not among them: it comes
/// with the first letter of a search.
fn seen(bench: &Bench, site: &Site, number: u32, profile: Profile, run: usize) {
    let told = bench.attempt(&format!("scale at {number} {}, {}", profile.name(), site.name), || {
        let page = begun(bench, site, profile, &[]);
        answer::<Told>(&page, "__bench.quiet(arguments[0]).then(arguments[1])")
    });
    let Some(told) = told else { return };
    for (figure, value) in [("fcp", told.fcp), ("lcp", told.lcp)] {
        bench.note(&named(figure, number, profile, "ms"), &site.name, run, value);
    }
    if profile == Profile::Slow {
        let all = weight::of_visit(&site.dir, told.files.iter().map(|it| &*it.path));
        note_bytes(bench, site, number, run, all.map(|all| vec![("bytes", all)]));
    }
}

/// When a search that is typed at the first chance filters: what has come of the list, and all of it.
fn searched(bench: &Bench, site: &Site, number: u32, profile: Profile, run: usize) {
    bench.attempt(&format!("scale search at {number} {}, {}", profile.name(), site.name), || {
        let page = begun(bench, site, profile, &[PROBE]);
        let [some, whole]: [f64; 2] = answer(&page, "__bench.filtered(arguments[0]).then(arguments[1])");
        for (figure, value) in [("search works", some), ("search whole", whole)] {
            bench.note(&named(figure, number, profile, "ms"), &site.name, run, value);
        }
    });
}

/// A page that has just begun: to wait for all of it would take longer than a driver waits.
fn begun(bench: &Bench, site: &Site, profile: Profile, scripts: &[&str]) -> Page {
    let with = With { no_wait: true, ..With::default() };
    let page = bench.visit_as(with, profile, scripts);
    page.open(&site.host, ROUTE);
    page.until("the page to begin", BEGUN);
    page
}

/// Asks a script that answers `null` where its time was too short.
fn answer<T: DeserializeOwned>(page: &Page, script: &str) -> T {
    let told = (0..TIMES).map(|_| page.eval_async(script, &[json!(ANSWER)])).find(|told| !told.is_null());
    let told = told.unwrap_or_else(|| panic!("{} does not come to rest", page.url()));
    serde_json::from_value(told).unwrap_or_else(|why| panic!("{}: {why}", page.url()))
}
