//! Opening each page for the first time: when it is seen, how it settles, what it costs.

use browser::Page;
use serde::Deserialize;
use serde_json::json;

use crate::bench::{Bench, Profile, Site, what};

/// What the probe tells of a page that has come as a whole; times in ms since the navigation began.
#[derive(Debug, Deserialize)]
pub struct Told {
    /// First contentful paint.
    pub fcp: f64,
    /// Largest contentful paint.
    pub lcp: f64,
    /// Sum of all layout shifts.
    pub cls: f64,
    tbt: f64,
    /// What has come, the page itself first.
    pub files: Vec<File>,
    memory: f64,
    hydration: Option<f64>,
}

/// A file as the browser accounts for it.
#[derive(Debug, Deserialize)]
pub struct File {
    /// Its path at the host.
    pub path: String,
    kind: String,
    bytes: f64,
}

const KINDS: [&str; 8] = ["document", "style", "script", "wasm", "pack", "font", "image", "other"];

/// Every page of every site.
pub fn measure(bench: &Bench) {
    for run in 0..bench.runs {
        println!("reading, run {} of {} …", run + 1, bench.runs);
        for profile in Profile::BOTH {
            for route in &bench.routes {
                bench.in_turns(run, &bench.sites, |site| sample(bench, site, route, profile, run));
            }
        }
    }
}

fn sample(bench: &Bench, site: &Site, route: &str, profile: Profile, run: usize) {
    let name = format!("reading {route} {}, {}", profile.name(), site.name);
    let taken = bench.attempt(&name, || {
        let page = bench.visit(profile, &[]);
        page.open(&site.host, route);
        let told = quiet(&page);
        (told, metric(&page, "TaskDuration"), metric(&page, "JSHeapUsedSize"))
    });
    let Some((told, busy, heap)) = taken else { return };
    let note = |measure: String, unit, value| {
        bench.note(&what(measure, route, profile, unit), &site.name, run, value);
    };
    note("fcp".into(), "ms", told.fcp);
    note("lcp".into(), "ms", told.lcp);
    note("cls".into(), "", told.cls);
    note("tbt".into(), "ms", told.tbt);
    note("main thread".into(), "ms", busy * 1000.0);
    if let Some(hydration) = told.hydration {
        note("hydration".into(), "ms", hydration);
    }
    // What follows is the same on either line.
    if profile == Profile::Plain {
        return;
    }
    note("js heap".into(), "kB", heap / 1000.0);
    if told.memory > 0.0 {
        note("wasm memory".into(), "kB", told.memory / 1000.0);
    }
    note("bytes".into(), "kB", told.files.iter().map(|it| it.bytes).sum::<f64>() / 1000.0);
    note("requests".into(), "", told.files.len() as f64);
    for kind in KINDS {
        let files: Vec<&File> = told.files.iter().filter(|it| it.kind == kind).collect();
        if !files.is_empty() {
            note(format!("bytes of {kind}"), "kB", files.iter().map(|it| it.bytes).sum::<f64>() / 1000.0);
            note(format!("requests of {kind}"), "", files.len() as f64);
        }
    }
}

/// Waits until nothing more comes, and asks the probe.
pub fn quiet(page: &Page) -> Told {
    let told = page.eval_async("__bench.quiet().then(arguments[0])", &[]);
    assert!(!told.is_null(), "{} does not come to rest", page.url());
    serde_json::from_value(told).unwrap_or_else(|why| panic!("{}: {why}", page.url()))
}

/// One of the browser's own counters, since the page began.
pub fn metric(page: &Page, name: &str) -> f64 {
    let told = page.cdp("Performance.getMetrics", json!({}));
    let all = told["metrics"].as_array().map(Vec::as_slice).unwrap_or_default();
    let found = all.iter().find(|it| it["name"] == name).and_then(|it| it["value"].as_f64());
    found.unwrap_or_else(|| panic!("the browser does not count {name}"))
}
