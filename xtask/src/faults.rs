//! The command `test --faults`: plays every fault in the table `tests/faults.md`, each test once, and prints what came
//! of it in each engine. A row without a test, or with one that isn't there, fails.

mod table;

use crate::cache::Cache;
use crate::heartbeat;
use crate::node;
use crate::setup;
use crate::step;
use crate::test;
use crate::tools;
use crate::workspace;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;
use table::{Row, Test};

/// What came of each test, by its whole name.
type Results = BTreeMap<String, bool>;

/// Builds the site, runs what the table names, prints the table and writes it to `target/faults.md`.
///
/// # Errors
/// That a row failed, or what kept the tests from being run.
pub fn run() -> Result<(), String> {
    let started = Instant::now();
    let root = workspace::root()?;
    let file = root.join("tests").join("faults.md");
    let text = fs::read_to_string(&file).map_err(|e| format!("{}: {e}", file.display()))?;
    let rows = table::read(&text)?;
    let engines = setup::engines()?;
    let cache = Cache::open()?;
    let site_tools = setup::for_site(&cache, &root, false)?;
    let test_tools = setup::for_tests(&cache, &root, &engines)?;
    tools::tidy(&cache)?;
    let site = root.join("target").join("site-root");
    crate::site::build(&site_tools, &root, "/", &site, None)?;

    let mut results = Results::new();
    let mut journeys = test::browsers(&root, &site, &site);
    journeys.args(["--include-ignored", "--exact"]);
    journeys.env("PATH", workspace::path_with(&test_tools.folders)?);
    journeys.env("STILLPOINT_ENGINES", engines.join(","));
    journeys.env("STILLPOINT_GECKODRIVER", tools::geckodriver().program(&cache));
    let wanted = |engine: &str| engines.iter().any(|it| it == engine);
    let journeys_named = names(&rows, |row| match &row.test {
        Test::Journey(name) => {
            row.engines.iter().filter(|it| wanted(it)).map(|it| format!("{name}::{it}")).collect()
        }
        _ => Vec::new(),
    });
    let native_named = names(&rows, |row| match &row.test {
        Test::Native(name) => vec![name.clone()],
        _ => Vec::new(),
    });
    let mut native = workspace::cargo(&root);
    native.args(["test", "--no-fail-fast", "-p", "stillpoint", "--lib", "--", "--exact"]);
    play("the native tests of the table", native.args(&native_named), &mut results)?;
    play("the scripts' tests", &mut scripts(&cache, &root)?, &mut results)?;
    play("the journeys of the table", journeys.args(&journeys_named), &mut results)?;

    let (report, failed) = report(&rows, &engines, &results);
    print!("\n{report}");
    println!("{} in {}", file.display(), heartbeat::spoken(started.elapsed()));
    let out = root.join("target").join("faults.md");
    fs::write(&out, report).map_err(|e| format!("{}: {e}", out.display()))?;
    if failed == 0 { Ok(()) } else { Err(format!("{failed} rows failed. The table: {}", out.display())) }
}

/// The names of tests that rows ask for, each once.
fn names(rows: &[Row], of: impl Fn(&Row) -> Vec<String>) -> BTreeSet<String> {
    rows.iter().flat_map(of).collect()
}

/// Runs tests and notes what came of each. Those that failed are no error here.
fn play(what: &str, command: &mut Command, results: &mut Results) -> Result<(), String> {
    println!("Playing {what} …");
    step::lines(what, command, |line| {
        println!("{line}");
        if let Some((name, passed)) = outcome(line) {
            results.insert(name.to_owned(), passed);
        }
    })?;
    Ok(())
}

/// The name in `test a::b ... ok` or `ok 3 - a`, and whether it passed.
fn outcome(line: &str) -> Option<(&str, bool)> {
    if let Some((name, came)) = line.strip_prefix("test ").and_then(|rest| rest.rsplit_once(" ... ")) {
        return matches!(came, "ok" | "FAILED").then_some((name, came == "ok"));
    }
    let line = line.trim_start();
    let (passed, rest) = match line.strip_prefix("not ok ") {
        Some(rest) => (false, rest),
        None => (true, line.strip_prefix("ok ")?),
    };
    Some((rest.split_once(" - ")?.1, passed))
}

fn scripts(cache: &Cache, root: &Path) -> Result<Command, String> {
    let mut command = Command::new("node");
    command.args(["--test", "--test-reporter=tap"]).args(test::script_tests(&root.join("tests/js"))?);
    if let Some(folder) = node::ensure(cache)? {
        command.env("PATH", workspace::path_with(&[folder])?);
    }
    command.current_dir(root);
    Ok(command)
}

/// The table with what came of each row, with counts at the end; and how many rows failed.
fn report(rows: &[Row], engines: &[String], results: &Results) -> (String, usize) {
    let mut text = String::from("# Faults\n");
    let (mut part, mut failed) = ("", 0);
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for row in rows {
        if row.part != part {
            part = &row.part;
            let head = "| what goes wrong | what people see | what’s kept | told within | result |";
            let _ = write!(text, "\n## {part}\n\n{head}\n|---|---|---|---|---|\n");
        }
        let mut came: Vec<String> = Vec::new();
        let mut is_good = true;
        let mut look = |column: &'static str, shown: &str, name: &str| {
            let (passed, all) = counts.entry(column).or_default();
            *all += 1;
            let word = match results.get(name) {
                Some(true) => {
                    *passed += 1;
                    "ok"
                }
                Some(false) => "FAILED",
                None => "THERE IS NO SUCH TEST",
            };
            is_good &= word == "ok";
            came.push(format!("{shown} {word}").trim().to_owned());
        };
        match &row.test {
            Test::None => {}
            Test::Native(name) => look("native", "", name),
            Test::Script(name) => look("scripts", "", name),
            Test::Journey(name) => {
                for engine in row.engines.iter().filter(|it| engines.iter().any(|known| known == *it)) {
                    look(engine, engine, &format!("{name}::{engine}"));
                }
            }
        }
        let nothing = matches!(row.test, Test::None)
            || (matches!(row.test, Test::Journey(_)) && row.engines.is_empty());
        if nothing {
            came.push("NO TEST".into());
        }
        failed += usize::from(!is_good || nothing);
        let Row { fault, seen, kept, told, .. } = row;
        let _ = writeln!(text, "| {fault} | {seen} | {kept} | {told} | {} |", came.join(", "));
    }
    let _ = write!(text, "\n{} rows, {} good, {failed} failed\n", rows.len(), rows.len() - failed);
    for (column, (passed, all)) in counts {
        let _ = writeln!(text, "{column}: {passed} of {all} passed");
    }
    (text, failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_tell_what_came_of_a_test() {
        assert_eq!(outcome("test a::b ... ok"), Some(("a::b", true)));
        assert_eq!(outcome("test a::b ... FAILED"), Some(("a::b", false)));
        assert_eq!(
            outcome("ok 3 - nothing is kept with a page"),
            Some(("nothing is kept with a page", true))
        );
        assert_eq!(outcome("not ok 4 - a"), Some(("a", false)));
        for line in ["test result: ok. 3 passed", "test a ... ignored", "running 3 tests", "# pass 3"] {
            assert_eq!(outcome(line), None, "{line}");
        }
    }

    #[test]
    fn a_row_without_a_test_that_passed_fails() {
        let row = |test: Test| Row { engines: vec!["chromium"], test, ..Row::default() };
        let rows = [
            row(Test::Journey("a".into())),
            row(Test::Journey("gone".into())),
            row(Test::None),
            row(Test::Native("b".into())),
            Row { engines: Vec::new(), ..row(Test::Journey("a".into())) },
        ];
        let results = Results::from([("a::chromium".into(), true), ("b".into(), false)]);
        let (text, failed) = report(&rows, &["chromium".to_owned()], &results);
        assert_eq!(failed, 4);
        for told in ["chromium ok", "THERE IS NO SUCH TEST", "NO TEST", "FAILED", "chromium: 1 of 2 passed"] {
            assert!(text.contains(told), "{told}: {text}");
        }
    }
}
