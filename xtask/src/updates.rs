//! The command `test --updates`: three releases that really differ, from each to each, in every situation that
//! `releases.rs` among the journeys has.

use crate::cache::Cache;
use crate::earlier;
use crate::setup;
use crate::site;
use crate::step;
use crate::test;
use crate::tools;
use crate::workspace;
use std::env;
use std::fs;

/// The two older releases when none is named: so many merges and commits before this one, along the main line.
const USUAL: [&str; 2] = ["HEAD~24", "HEAD~12"];

/// Builds two older commits (`from` names them, as `OLD,NEWER`) and this tree, and plays every update in every engine.
///
/// # Errors
/// What is missing, the step that failed, or that an update went wrong.
pub fn run(from: Option<&str>) -> Result<(), String> {
    let root = workspace::root()?;
    let commits: Vec<&str> = from.map_or_else(|| USUAL.to_vec(), |list| list.split(',').collect());
    let [old, newer] = commits[..] else {
        return Err(format!(
            "`--from {}`: two commits are needed, as in `--from HEAD~24,HEAD~12`.",
            commits.join(",")
        ));
    };
    let cache = Cache::open()?;
    let engines = setup::engines()?;
    let site_tools = setup::for_site(&cache, &root, false)?;
    let test_tools = setup::for_tests(&cache, &root, &engines)?;
    tools::tidy(&cache)?;

    let out = root.join("target").join("updates");
    fs::create_dir_all(&out).map_err(|e| format!("{}: {e}", out.display()))?;
    let old = earlier::site(&root, old, &out.join("old"))?;
    let newer = earlier::site(&root, newer, &out.join("newer"))?;
    let here = root.join("target").join("site-root");
    site::build(&site_tools, &root, "/", &here, None)?;

    let mut journeys = test::browsers(&root, &here, &here);
    journeys
        .args(["--include-ignored", "--nocapture", "releases::"])
        .env("PATH", workspace::path_with(&test_tools.folders)?)
        .env("STILLPOINT_ENGINES", engines.join(","))
        .env("STILLPOINT_GECKODRIVER", tools::geckodriver().program(&cache))
        .env("STILLPOINT_RELEASES", env::join_paths([old, newer, here]).map_err(|e| e.to_string())?);
    step::shown("playing the updates", &mut journeys)
}
