//! The command `bench`: builds the site, the floor and the site as it was, and measures them side by side.

use crate::cache::Cache;
use crate::earlier;
use crate::heartbeat;
use crate::setup;
use crate::site;
use crate::step;
use crate::tools;
use crate::workspace;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// Sizes of the sites with more questions, at which keys are measured too.
const SIZES: [&str; 2] = ["1000", "10000"];

/// What was asked for.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Samples of each figure; the bench's own number without.
    pub runs: Option<String>,
    /// Measures by name; all but Lighthouse without.
    pub only: Option<String>,
    /// The commit to compare with; the last recorded one without.
    pub against: Option<String>,
    /// The name under which the ratios are kept.
    pub record: Option<String>,
    /// Whether Lighthouse is asked as well.
    pub all: bool,
}

/// Builds what is compared, and measures.
///
/// # Errors
/// The step that failed, or that a budget was not kept.
pub fn run(wanted: &Wanted) -> Result<(), String> {
    let started = Instant::now();
    let root = workspace::root()?;
    let cache = Cache::open()?;
    let site_tools = site::prepare(&cache, &root)?;
    let test_tools = setup::for_tests(&cache, &root, &["chromium".to_owned()])?;
    tools::tidy(&cache)?;

    let (here, out) = (root.join("target").join("site-root"), root.join("target").join("bench"));
    fs::create_dir_all(&out).map_err(|e| format!("{}: {e}", out.display()))?;
    site::build(&site_tools, &root, "/", &here, None)?;
    let mut yardsticks = workspace::cargo(&root);
    yardsticks.args(["run", "--profile", "prerender", "-p", "yardsticks", "--", "--site"]).arg(&here);
    yardsticks.arg("--out").arg(&out).args(["--sizes", &SIZES.join(",")]);
    step::shown("making the floor", &mut yardsticks)?;
    let history = root.join("tests").join("bench").join("history.tsv");
    let yesterday = yesterday(&root, &out, wanted.against.as_deref(), &history)?;

    // Built before, so that no compiler is at work while it measures.
    step::shown("building the bench", workspace::cargo(&root).args(["build", "-p", "bench"]))?;
    let mut bench = workspace::cargo(&root);
    bench.env("PATH", workspace::path_with(&test_tools.folders)?);
    bench.args(["run", "--quiet", "-p", "bench", "--"]);
    let named = |name: &str, folder: &Path| format!("{name}={}", folder.display());
    bench.args(["--site", &named("here", &here), "--site", &named("floor", &out.join("floor"))]);
    if let Some(folder) = &yesterday {
        bench.args(["--site", &named("yesterday", folder)]);
    }
    for size in SIZES {
        let folder = |name: &str| out.join(format!("{name}-{size}")).display().to_string();
        bench.args(["--scaled", &format!("{size}={}:{}", folder("scaled"), folder("floor"))]);
    }
    bench.arg("--out").arg(&out).arg("--budgets").arg(root.join("tests").join("budgets.toml"));
    if let Some(commit) = earlier::git(&root, &["rev-parse", "--short", "HEAD"]) {
        bench.args(["--commit", &commit]);
    }
    if earlier::git(&root, &["status", "--porcelain"]).is_some_and(|changes| !changes.is_empty()) {
        bench.arg("--dirty");
    }
    for (name, value) in [("--runs", &wanted.runs), ("--only", &wanted.only), ("--record", &wanted.record)] {
        if let Some(value) = value {
            bench.args([name, value]);
        }
    }
    if wanted.record.is_some() {
        bench.arg("--history").arg(&history);
    }
    if wanted.all {
        bench.arg("--all").env("STILLPOINT_LIGHTHOUSE", lighthouse(&cache)?);
    }
    let report = out.join("bench.md");
    step::shown("measuring", &mut bench).map_err(|why| format!("{why} The report: {}", report.display()))?;
    println!("The report is {} ({}).", report.display(), heartbeat::spoken(started.elapsed()));
    Ok(())
}

/// The folder of Lighthouse, installed where missing. It is no part of the tests' own helpers: it brings two hundred
/// packages, one of them by the name “latest”, which no lock file can hold.
fn lighthouse(cache: &Cache) -> Result<PathBuf, String> {
    const VERSION: &str = "12.8.2";
    let folder = cache.tool("lighthouse", VERSION);
    if !folder.join("node_modules/lighthouse/cli/index.js").is_file() {
        let mut npm = Command::new("npm");
        npm.args(["install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix"]).arg(&folder);
        npm.arg(format!("lighthouse@{VERSION}"));
        step::logged("installing Lighthouse from npm", &mut npm, &cache.log("lighthouse"))?;
    }
    Ok(folder)
}

/// The site of an older commit: the one named, else the one recorded last; `None` when there is none to compare with.
fn yesterday(
    root: &Path,
    out: &Path,
    against: Option<&str>,
    history: &Path,
) -> Result<Option<PathBuf>, String> {
    let recorded = || last_commit(&fs::read_to_string(history).unwrap_or_default());
    let Some(commit) = against.map(String::from).or_else(recorded) else {
        println!("Nothing is recorded yet and no commit named: there is no yesterday to compare with.");
        return Ok(None);
    };
    earlier::site(root, &commit, &out.join("yesterday")).map(Some)
}

/// The commit in the last line of the history.
fn last_commit(history: &str) -> Option<String> {
    let (head, lines) = history.split_once('\n')?;
    let place = head.split('\t').position(|name| name == "commit")?;
    let line = lines.lines().rfind(|line| !line.is_empty())?;
    line.split('\t').nth(place).map(String::from)
}

#[cfg(test)]
mod tests {
    use super::last_commit;

    #[test]
    fn the_last_line_has_the_commit() {
        let history = "date\tname\tcommit\tfcp ratio\nd\tone\tabc\t1.0\nd\ttwo\tdef\t1.1\n";
        assert_eq!(last_commit(history).as_deref(), Some("def"));
        assert_eq!(last_commit("date\tname\tcommit\n"), None);
        assert_eq!(last_commit(""), None);
    }
}
