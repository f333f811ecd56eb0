//! The machine on which it was measured, and how busy it was.

use std::fs;

use serde::Serialize;

use crate::args::Args;
use crate::bench::{Bench, Profile};

/// What has to be known to read the figures.
#[derive(Debug, Serialize)]
pub struct Machine {
    /// Processors.
    pub cores: usize,
    /// Its model, as the system names it.
    pub model: String,
    /// Name and version of the browser.
    pub browser: String,
    /// The commit that was measured.
    pub commit: String,
    /// Whether there were changes beyond it.
    pub dirty: bool,
    /// Samples of each figure.
    pub runs: usize,
    /// The system's load averages (1, 5, 15 minutes) before.
    pub load_before: String,
    /// The same afterwards, with the load that measuring makes.
    pub load_after: String,
}

impl Machine {
    /// Looks at the machine.
    pub fn now(bench: &Bench, args: &Args) -> Self {
        let load_before = load();
        let version = bench.visit(Profile::Plain, &[]).cdp("Browser.getVersion", serde_json::json!({}));
        let told = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
        let model = told.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
        Self {
            cores: std::thread::available_parallelism().map_or(0, usize::from),
            model: model.map_or("unknown", |(_, model)| model).to_owned(),
            browser: version["product"].as_str().unwrap_or("unknown").to_owned(),
            commit: args.commit.clone(),
            dirty: args.dirty,
            runs: args.runs,
            load_before,
            load_after: String::new(),
        }
    }

    /// Looks at the load once more.
    pub fn ended(&mut self) {
        self.load_after = load();
    }
}

fn load() -> String {
    let told = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    told.split(' ').take(3).collect::<Vec<_>>().join(" ")
}
