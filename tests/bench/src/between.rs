//! From page to page: a real click on a link of the header, to the first frame with the new heading.

use crate::bench::{Bench, Profile, Site, what};
use crate::reading::quiet;

const PROBE: &str = include_str!("../assets/between.js");

const FROM: &str = "/what-to-expect/";
const THEN: [&str; 2] = ["/faq/", "/walkthrough/"];

/// Two steps, one after the other.
pub fn measure(bench: &Bench) {
    for run in 0..bench.runs {
        println!("between, run {} of {} …", run + 1, bench.runs);
        for profile in Profile::BOTH {
            bench.in_turns(run, &bench.sites, |site| sample(bench, site, profile, run));
        }
    }
}

fn sample(bench: &Bench, site: &Site, profile: Profile, run: usize) {
    bench.attempt(&format!("between {}, {}", profile.name(), site.name), || {
        let page = bench.visit(profile, &[PROBE]);
        page.open(&site.host, FROM);
        quiet(&page);
        for to in THEN {
            page.css(&format!("header a[href$='{to}']")).click();
            let took = page.eval_async("__bench.arrived().then(arguments[0])", &[]);
            assert_eq!(page.route(), to, "the link leads elsewhere");
            let took = took.as_f64().expect("a time");
            bench.note(&what("between", to, profile, "ms"), &site.name, run, took);
            quiet(&page);
        }
    });
}
