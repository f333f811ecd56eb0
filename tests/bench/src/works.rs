//! How long it takes until Start starts and the search searches, and how soon a tap is answered.

use serde::Deserialize;
use serde_json::json;

use crate::bench::{Bench, Profile, Site, what};

const PROBE: &str = include_str!("../assets/works.js");

/// Longer than any page may take, in ms.
const BOUND: u32 = 20_000;

const DEEDS: [(&str, &str); 2] = [("start", "/walkthrough/"), ("search", "/faq/")];

/// Moments in ms since the navigation began.
#[derive(Deserialize)]
struct Told {
    fcp: f64,
    there: f64,
    first: f64,
    answer: f64,
    works: f64,
}

/// Both pages that move.
pub fn measure(bench: &Bench) {
    for run in 0..bench.runs {
        println!("works, run {} of {} …", run + 1, bench.runs);
        for profile in Profile::BOTH {
            for (deed, route) in DEEDS {
                bench.in_turns(run, &bench.sites, |site| sample(bench, site, (deed, route), profile, run));
            }
        }
    }
}

fn sample(bench: &Bench, site: &Site, (deed, route): (&str, &str), profile: Profile, run: usize) {
    let taken = bench.attempt(&format!("{deed} works {}, {}", profile.name(), site.name), || {
        let act = format!("window.__bench?.works({})", json!(deed));
        let page = bench.visit(profile, &[PROBE, &act]);
        page.open(&site.host, route);
        let told = page.eval_async("__bench.worked(arguments[0]).then(arguments[1])", &[json!(BOUND)]);
        assert!(!told.is_null(), "nothing happened within {BOUND} ms");
        serde_json::from_value::<Told>(told).unwrap_or_else(|why| panic!("{why}"))
    });
    let Some(told) = taken else { return };
    let note = |measure: &str, value: f64| {
        bench.note(&what(format!("{deed} {measure}"), route, profile, "ms"), &site.name, run, value);
    };
    note("works", told.works);
    // Visible, and doing nothing yet.
    note("dead", (told.works - told.fcp.max(told.there)).max(0.0));
    // Nobody can tap what can't be seen: a tap of the probe before the first paint counts from there.
    note("ack", (told.answer - told.first.max(told.fcp)).max(0.0));
}
