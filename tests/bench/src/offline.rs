//! Without a server, after one visit: when a page is seen, beside the floor's first visit over a slow line.

use std::time::Duration;

use browser::{Page, until};

use crate::bench::{Bench, Profile, Site, what};
use crate::reading::quiet;

/// How long the worker may take to fill its cache.
const FILLED: Duration = Duration::from_secs(60);

const FIGURES: [&str; 2] = ["fcp", "lcp"];

/// Every page.
pub fn measure(bench: &Bench) {
    for run in 0..bench.runs {
        println!("offline, run {} of {} …", run + 1, bench.runs);
        for site in bench.sites.iter().filter(|site| site.is_app()) {
            sample(bench, site, run);
        }
    }
    let Some(floor) = bench.site("floor") else { return };
    for route in &bench.routes {
        compare(bench, floor, route);
    }
}

fn sample(bench: &Bench, site: &Site, run: usize) {
    bench.attempt(&format!("offline, {}", site.name), || {
        // Its own host: it ends within.
        let own = Site::serve(&site.name, &site.dir);
        let page = bench.visit(Profile::SlowProcessor, &[]);
        page.open(&own.host, "/");
        quiet(&page);
        until("the worker to have everything", FILLED, || controls(&page));
        own.host.stop();
        for route in &bench.routes {
            page.open(&own.host, route);
            let told = quiet(&page);
            for (figure, value) in FIGURES.into_iter().zip([told.fcp, told.lcp]) {
                let what = what(format!("offline {figure}"), route, Profile::SlowProcessor, "ms");
                bench.note(&what, &site.name, run, value);
            }
        }
    });
}

/// Whether the worker is active, which it only becomes with a whole cache, and answers for this page.
fn controls(page: &Page) -> bool {
    let ask = "navigator.serviceWorker.getRegistration().then((it) =>
        arguments[0](it?.active?.state === 'activated' && Boolean(navigator.serviceWorker.controller)))";
    page.eval_async(ask, &[]) == true
}

/// Puts the floor's first visits beside: those of the measure `reading`, or new ones.
fn compare(bench: &Bench, floor: &Site, route: &str) {
    for figure in FIGURES {
        let known: Vec<(usize, f64)> = {
            let samples = bench.samples.borrow();
            let of_floor = samples.all.iter().filter(|it| {
                it.site == "floor"
                    && it.measure == figure
                    && it.page == route
                    && it.profile == Profile::Slow.name()
            });
            of_floor.map(|it| (it.run, it.value)).collect()
        };
        for (run, value) in known {
            let what = what(format!("offline {figure}"), route, Profile::SlowProcessor, "ms");
            bench.note(&what, "floor", run, value);
        }
    }
    let has = |figure: &str| {
        let measure = format!("offline {figure}");
        bench
            .samples
            .borrow()
            .all
            .iter()
            .any(|it| it.site == "floor" && it.measure == measure && it.page == route)
    };
    if has(FIGURES[0]) {
        return;
    }
    for run in 0..bench.runs {
        bench.attempt(&format!("first visit of {route}, floor"), || {
            let page = bench.visit(Profile::Slow, &[]);
            page.open(&floor.host, route);
            let told = quiet(&page);
            for (figure, value) in FIGURES.into_iter().zip([told.fcp, told.lcp]) {
                let what = what(format!("offline {figure}"), route, Profile::SlowProcessor, "ms");
                bench.note(&what, "floor", run, value);
            }
        });
    }
}
