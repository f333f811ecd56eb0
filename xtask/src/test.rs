//! The command `test`: every check, in numbered stages with their times.

use crate::cache::Cache;
use crate::counts::Counts;
use crate::heartbeat;
use crate::node;
use crate::rustup;
use crate::setup::{self, SiteTools};
use crate::site;
use crate::step::{self, Tested};
use crate::tools;
use crate::workspace;
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

const STAGES: usize = 7;

/// What the stages have shown so far.
#[derive(Default)]
struct Report {
    begun: usize,
    failed: Vec<&'static str>,
    results: Vec<String>,
    counts: Counts,
}

impl Report {
    /// Runs one stage; its failure is printed and kept, and the next stage follows.
    fn stage<T>(&mut self, name: &'static str, work: impl FnOnce() -> Result<T, String>) -> Option<T> {
        self.begun += 1;
        let title = format!("{}/{STAGES} {name}", self.begun);
        println!("\n{title} …");
        let started = Instant::now();
        let outcome = work();
        let time = heartbeat::spoken(started.elapsed());
        match outcome {
            Ok(value) => {
                println!("{title} … {time}");
                Some(value)
            }
            Err(why) => {
                println!("{why}\n{title} … FAILED after {time}");
                self.failed.push(name);
                None
            }
        }
    }

    /// A stage that runs tests: counts them, whether they pass or not.
    fn tests(&mut self, name: &'static str, work: impl FnOnce() -> Result<Tested, String>) {
        let mut seen = None;
        self.stage(name, || {
            let tested = seen.insert(work()?);
            if tested.success {
                Ok(())
            } else if tested.counts.failed > 0 {
                Err("Not all tests passed.".into())
            } else {
                Err("Not all tests could be run.".into())
            }
        });
        if let Some(tested) = seen {
            self.counts += tested.counts;
            self.results.extend(tested.results);
        }
    }
}

/// Runs every stage that can run. `all` adds the long journeys.
///
/// # Errors
/// Without a message when a stage failed: that has been told, and the sum of the tests is the last line.
pub fn run(all: bool) -> Result<(), String> {
    let started = Instant::now();
    let root = workspace::root()?;
    let cache = Cache::open()?;
    let engines = setup::engines()?;
    let mut report = Report::default();

    let mut site_tools = None;
    let test_tools = report.stage("Tools", || {
        // The site's tools are kept when those of the tests are missing: most stages can do without.
        let site = setup::for_site(&cache, &root, false);
        let tests = setup::for_tests(&cache, &root, &engines);
        tools::tidy(&cache)?;
        site_tools = Some(site?);
        tests
    });
    report.stage("Formatting", || formatting(&root));
    report.stage("Lints", || lints(&root, all));
    report.tests("Native tests", || native(&root, all));
    report.tests("Script tests", || scripts(&cache, &root, all));
    let program = report.stage("Program", || {
        site::program(site_tools.as_ref().ok_or("Not run: the tools are missing.")?, &root)
    });
    let site = report.stage("Site for /", || written(program, &root, "/", "site-root"));
    let site_app = report.stage("Site for /app/", || written(program, &root, "/app/", "site-app"));
    if all {
        report.stage("Site by Trunk", || by_trunk(&cache, &root, site_tools.as_ref()));
    }
    report.tests("Browser tests", || {
        let (Some(tools), Some(site), Some(site_app)) = (&test_tools, &site, &site_app) else {
            return Err("Not run: they need the tools and both sites.".into());
        };
        let mut command = browsers(&root, site, site_app);
        command
            .env("PATH", workspace::path_with(&tools.folders)?)
            .env("STILLPOINT_ENGINES", engines.join(","))
            .env("STILLPOINT_GECKODRIVER", tools::geckodriver().program(&cache));
        if site_tools.as_ref().is_some_and(|site: &SiteTools| !site.compiler.is_small()) {
            // The program is a ninth larger then, by no fault of its own.
            command.env("STILLPOINT_LIBRARY", "ordinary");
        }
        if all {
            command.arg("--include-ignored").env("STILLPOINT_ALL", "1");
        }
        step::counted("running the browser tests", &mut command)
    });

    let time = heartbeat::spoken(started.elapsed());
    if report.failed.is_empty() {
        println!("\nAll stages passed in {time}.");
    } else {
        println!("\nFailed: {}. ({time})", report.failed.join(", "));
    }
    let said_nothing = |line: &&String| line.contains(" 0 passed; 0 failed;") || line.ends_with(" 0");
    for line in report.results.iter().filter(|line| !said_nothing(line)) {
        println!("{line}");
    }
    println!("{} passed, {} failed", report.counts.passed, report.counts.failed);
    if report.failed.is_empty() { Ok(()) } else { Err(String::new()) }
}

/// `cargo fmt --check`, where rustfmt is installed.
fn formatting(root: &Path) -> Result<(), String> {
    if step::output_of(workspace::cargo(root).args(["fmt", "--version"])).is_none() {
        println!("Skipped: rustfmt is not installed.");
        return Ok(());
    }
    step::shown("checking the format", workspace::cargo(root).args(["fmt", "--all", "--check"]))
        .map_err(|why| format!("{why} `cargo fmt --all` puts it right."))
}

/// Clippy over everything for the host and over the site's own code for the browser, without a warning; and with
/// `all`, what `cargo deny` knows of the crates. What isn't installed is named and left out.
fn lints(root: &Path, all: bool) -> Result<(), String> {
    let is_there = |name: &str| step::output_of(workspace::cargo(root).args([name, "--version"])).is_some();
    if is_there("clippy") {
        let clippy = |what: &str, words: &[&str]| {
            let mut command = workspace::cargo(root);
            command.arg("clippy").args(words).args(["--", "-D", "warnings"]);
            step::shown(what, &mut command)
        };
        clippy("asking Clippy about the host's half", &["--workspace", "--all-targets"])?;
        if rustup::has_target(root) {
            let browser = ["-p", "stillpoint", "--lib", "--bins", "--no-default-features"];
            let target = ["--features", "split", "--target", "wasm32-unknown-unknown"];
            clippy("asking Clippy about the browser's half", &[&browser[..], &target].concat())?;
        } else {
            println!(
                "The browser's half is left out: `rustup target add wasm32-unknown-unknown` brings what it needs."
            );
        }
    } else {
        println!("Left out: Clippy is not installed (`rustup component add clippy`).");
    }
    if all && is_there("deny") {
        return step::shown(
            "asking cargo-deny about the crates",
            workspace::cargo(root).args(["deny", "check"]),
        );
    }
    if all {
        println!(
            "Published faults of crates are not looked up: `cargo install cargo-deny` brings what does it."
        );
    }
    Ok(())
}

/// The tests that need no browser.
fn native(root: &Path, all: bool) -> Result<Tested, String> {
    let mut command = workspace::cargo(root);
    command.args([
        "test",
        "--no-fail-fast",
        "-p",
        "stillpoint",
        "-p",
        "xtask",
        "-p",
        "host",
        "-p",
        "bundle",
        "-p",
        "fuzz",
    ]);
    // Here everything that tests need is installed: none may leave itself out.
    command.env("STILLPOINT_GATE", "1");
    if all {
        command.args(["-p", "bench", "-p", "yardsticks"]);
        // Properties are tried on 256 cases each as a rule.
        command.env("PROPTEST_CASES", "20000");
        fuzz_longer(&mut command);
    }
    step::counted("running the native tests", &mut command)
}

/// Each target of fuzzing is tried for a minute, or for as long as the environment says.
fn fuzz_longer(command: &mut Command) {
    if env::var_os("STILLPOINT_FUZZ").is_none() {
        command.env("STILLPOINT_FUZZ", "60");
    }
}

/// The tests of the scripts that stand in pages, in plain Node.
fn scripts(cache: &Cache, root: &Path, all: bool) -> Result<Tested, String> {
    let mut command = Command::new("node");
    if all {
        fuzz_longer(&mut command);
    }
    command.args(["--test", "--test-reporter=tap"]).args(script_tests(&root.join("tests/js"))?);
    if let Some(folder) = node::ensure(cache)? {
        command.env("PATH", workspace::path_with(&[folder])?);
    }
    step::counted("running the script tests", command.current_dir(root))
}

/// The files of these tests. Node's versions disagree about what a folder means to `--test`, so each is named.
pub fn script_tests(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let place = |e| format!("{}: {e}", folder.display());
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(place)? {
        let path = entry.map_err(place)?.path();
        if path.to_string_lossy().ends_with(".test.js") {
            files.push(path);
        }
    }
    files.sort();
    if files.is_empty() { Err(format!("There are no tests in {}.", folder.display())) } else { Ok(files) }
}

fn written(program: Option<()>, root: &Path, base: &str, folder: &str) -> Result<PathBuf, String> {
    program.ok_or("Not run: there is no program.")?;
    let out = root.join("target").join(folder);
    site::write(root, base, &out, None)?;
    Ok(out)
}

/// README promises that Trunk alone builds a site, too.
fn by_trunk(cache: &Cache, root: &Path, tools: Option<&SiteTools>) -> Result<(), String> {
    let tools = tools.ok_or("Not run: the tools are missing.")?;
    let dev = setup::for_dev(cache, root)?;
    tools::tidy(cache)?;
    let out = root.join("target").join("site-trunk");
    let mut command = site::trunk(&dev, tools, root, "build")?;
    command.args(["--release", "--public-url", "/", "--dist"]).arg(&out);
    step::shown("building the site with Trunk", &mut command)?;
    if out.join("walkthrough").join("index.html").is_file() {
        Ok(())
    } else {
        Err("Trunk wrote no site.".into())
    }
}

/// The journeys through the built sites.
pub fn browsers(root: &Path, site: &Path, site_app: &Path) -> Command {
    let mut command = workspace::cargo(root);
    // The native tests have left the program that makes tracks; without it Cargo builds it once more.
    let track = root.join("target").join("debug").join("track");
    if track.is_file() {
        command.env("STILLPOINT_TRACK", track);
    }
    // Three play the three engines at the same time, which two cores do not bear: times would no longer hold.
    let threads = env::var("STILLPOINT_THREADS").unwrap_or_else(|_| "1".into());
    command
        .args(["test", "--no-fail-fast", "-p", "browser", "--", &format!("--test-threads={threads}")])
        // Where a journey failed, its own last line says; the stack is the harness's alone.
        .env("RUST_BACKTRACE", "0")
        .env("STILLPOINT_SITE", site)
        .env("STILLPOINT_SITE_APP", site_app);
    command
}
