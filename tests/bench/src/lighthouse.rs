//! Lighthouse, mobile, every page: only medians of five say anything.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::bench::{Bench, Profile, what};

const CATEGORIES: [&str; 4] = ["performance", "accessibility", "best-practices", "seo"];

/// Our pages; the floor is of no interest here.
pub fn measure(bench: &Bench) {
    let Some(here) = bench.site("here") else { return };
    let folder = PathBuf::from(std::env::var_os("STILLPOINT_LIGHTHOUSE").unwrap_or_default());
    for run in 0..bench.runs {
        println!("lighthouse, run {} of {} …", run + 1, bench.runs);
        for route in &bench.routes {
            let url = format!("{}{}", here.host.url(), route.trim_start_matches('/'));
            let taken = bench.attempt(&format!("lighthouse {route}"), || report(&folder, &url));
            let Some(told) = taken else { continue };
            for category in CATEGORIES {
                // `null` where one of its parts could not be judged.
                let Some(score) = told["categories"][category]["score"].as_f64() else { continue };
                // Lighthouse slows by its own arithmetic, close to the slow profile.
                let what = what(format!("lighthouse {category}"), route, Profile::Slow, "of 100");
                bench.note(&what, "here", run, (score * 100.0).round());
            }
        }
    }
}

/// What Lighthouse, which is installed in this folder, says of an address.
fn report(folder: &Path, url: &str) -> Value {
    let program = folder.join("node_modules/lighthouse/cli/index.js");
    assert!(
        program.is_file(),
        "STILLPOINT_LIGHTHOUSE names no folder with Lighthouse; `cargo xtask bench --all` installs it"
    );
    let mut command = Command::new("node");
    command.arg(program).arg(url);
    command.args(["--quiet", "--output=json", "--output-path=stdout"]);
    command.args(["--only-categories", &CATEGORIES.join(",")]);
    command.arg("--chrome-flags=--headless=new --no-sandbox --disable-gpu");
    if std::env::var_os("CHROME_PATH").is_none() {
        command.env("CHROME_PATH", browser::Engine::Chromium.browser());
    }
    let output = command.output().unwrap_or_else(|why| panic!("node: {why}"));
    let told = serde_json::from_slice(&output.stdout);
    told.unwrap_or_else(|why| panic!("{why}: {}", String::from_utf8_lossy(&output.stderr)))
}
