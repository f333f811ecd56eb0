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
use std::path::Path;

/// The oldest release whose updates are promised: the worker of those before it deletes what the next release has
/// stored.
const FIRST: &str = "e35fe0a6fbb1d13625e0cdcf7677e08b7da995ec";

/// Builds two older commits and this tree, and plays every update in every engine. `from` names the two, as `OLD,NEWER`;
/// without it they are the first release whose updates are promised, and the one halfway from there to this.
///
/// # Errors
/// What is missing, the step that failed, or that an update went wrong.
pub fn run(from: Option<&str>) -> Result<(), String> {
    let root = workspace::root()?;
    let from = from.map_or_else(|| usual(&root), |list| Ok(list.to_owned()))?;
    let Some((old, newer)) = from.split_once(',') else {
        return Err(format!("`--from {from}`: two commits are needed, as in `--from HEAD~24,HEAD~12`."));
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

/// The two older releases when none is named.
fn usual(root: &Path) -> Result<String, String> {
    let since = earlier::git(root, &["rev-list", "--first-parent", &format!("{FIRST}..HEAD")]);
    let since: Vec<&str> = since.iter().flat_map(|list| list.lines()).collect();
    let halfway =
        since.get(since.len() / 2).ok_or("Too few commits are here: `--from OLD,NEWER` names two.")?;
    Ok(format!("{FIRST},{halfway}"))
}
