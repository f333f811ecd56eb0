//! A running walk: how much of the main thread it takes, and how often it wakes the page.

use std::thread;
use std::time::Duration;

use browser::{Page, SOON, until};
use serde_json::Value;

use crate::bench::{Bench, Profile, Site, what};
use crate::reading::{metric, quiet};

const PROBE: &str = include_str!("../assets/wakes.js");
const ROUTE: &str = "/walkthrough/";

/// The window in which is counted.
const WINDOW: Duration = Duration::from_secs(20);
/// Each sample takes that long, and they spread little.
const RUNS: usize = 3;

/// How a walk runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    /// As somebody finds it.
    Usual,
    /// With bells and voice unticked.
    Silent,
    /// In rest mode.
    Rest,
}

impl How {
    fn name(self) -> &'static str {
        match self {
            Self::Usual => "running",
            Self::Silent => "silent",
            Self::Rest => "rest",
        }
    }
}

/// Each way in which a walk runs; the floor has only one.
pub fn measure(bench: &Bench) {
    for run in 0..RUNS.min(bench.runs) {
        println!("running, run {} of {} …", run + 1, RUNS.min(bench.runs));
        for how in [How::Usual, How::Silent, How::Rest] {
            bench.in_turns(run, &bench.sites, |site| {
                if how == How::Usual || site.is_app() {
                    sample(bench, site, how, run);
                }
            });
        }
    }
}

fn sample(bench: &Bench, site: &Site, how: How, run: usize) {
    bench.attempt(&format!("{}, {}", how.name(), site.name), || {
        let page = bench.visit(Profile::Plain, &[PROBE]);
        page.open(&site.host, ROUTE);
        quiet(&page);
        choose_longest(&page);
        if how == How::Silent {
            for name in ["bells", "voice"] {
                page.any(&format!(".chooser [name={name}]")).choose();
            }
        }
        page.css("#start, [data-early=start]").click();
        until("the walk to run", SOON, || page.get("return __bench.runs()"));
        if how == How::Rest {
            page.css(".held__rest button").click();
            page.css(".rest").wait();
        }
        // What the beginning itself costs does not belong to running.
        until("the recordings to have come", SOON * 3, || settled(&page));
        let before = counts(&page);
        thread::sleep(WINDOW);
        let after = counts(&page);
        assert!(page.get::<bool>("return __bench.runs()"), "the walk has stopped");
        let rate = |place: usize| (after[place] - before[place]) / (after[0] - before[0]);
        let note = |measure: &str, unit, value| {
            let measure = format!("{} {measure}", how.name());
            bench.note(&what(measure, ROUTE, Profile::Plain, unit), &site.name, run, value);
        };
        note("main thread", "%", 100.0 * rate(1));
        note("layouts", "a second", rate(2));
        note("style passes", "a second", rate(3));
        note("wake-ups", "a second", rate(4) + rate(5) + rate(6));
        note("timers", "a second", rate(4));
        note("frames", "a second", rate(5));
        note("media events", "a second", rate(6));
    });
}

/// Where there is a choice of lengths, the longest.
fn choose_longest(page: &Page) {
    let longest = "const all = [...document.querySelectorAll('input[type=radio][name=plan]')];
        all.sort((a, b) => b.value - a.value);
        if (all.length && !all[0].checked) all[0].click();";
    page.eval(longest, &[]);
}

/// Whether nothing has come for the last three seconds.
fn settled(page: &Page) -> bool {
    page.get(
        "const last = performance.getEntriesByType('resource').reduce((last, it) => Math.max(last, it.responseEnd), 0);
        return performance.now() - last > 3000",
    )
}

/// Seconds, seconds of the main thread, layouts, style passes, timers, frames, media events.
fn counts(page: &Page) -> [f64; 7] {
    let wakes: Value = page.get("return __bench.wakes");
    let wakes = |name: &str| wakes[name].as_f64().unwrap_or_default();
    let metric = |name| metric(page, name);
    [
        metric("Timestamp"),
        metric("TaskDuration"),
        metric("LayoutCount"),
        metric("RecalcStyleCount"),
        wakes("timer"),
        wakes("frame"),
        wakes("media"),
    ]
}
