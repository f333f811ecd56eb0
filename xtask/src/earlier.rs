//! Sites of older commits, each built from its own sources by its own command.

use crate::step;
use crate::workspace;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Builds the site of `commit` into `site`, unless it's there already. Beside it stand its sources while it's built,
/// and a folder of Cargo's that all such builds share.
///
/// # Errors
/// When this is no such commit, or it can't be built.
pub fn site(root: &Path, commit: &str, site: &Path) -> Result<PathBuf, String> {
    let wanted = format!("{commit}^{{commit}}");
    let Some(commit) = git(root, &["rev-parse", "--verify", "--quiet", &wanted]) else {
        return Err(format!(
            "`{commit}` isn't a commit of this repository. If this is a shallow clone, `git fetch --unshallow` brings the rest."
        ));
    };
    let stamp = site.with_extension("commit");
    if site.join("index.html").is_file() && fs::read_to_string(&stamp).is_ok_and(|built| built == commit) {
        println!("The site of {commit} is there already.");
        return Ok(site.to_owned());
    }
    let source = site.with_file_name("earlier-src");
    remove_tree(root, &source);
    let mut add = Command::new("git");
    add.args(["worktree", "add", "--quiet", "--detach", "--force"]).arg(&source).arg(&commit);
    step::shown(&format!("fetching the sources of {commit}"), add.current_dir(root))?;
    // By its own command: how a site was built belongs to the commit.
    let mut build = workspace::cargo(&source);
    build.env("CARGO_TARGET_DIR", site.with_file_name("earlier-target"));
    build.args(["xtask", "build", "--base", "/", "--out"]).arg(site);
    let built = step::shown("building it by its own command", &mut build);
    remove_tree(root, &source);
    built?;
    fs::write(&stamp, &commit).map_err(|e| format!("{}: {e}", stamp.display()))?;
    Ok(site.to_owned())
}

/// Takes away a tree of sources that an earlier run made, with all that was built in it.
fn remove_tree(root: &Path, source: &Path) {
    // It fails where there is none.
    let _ = Command::new("git")
        .args(["worktree", "remove", "--force"])
        .arg(source)
        .current_dir(root)
        .stderr(std::process::Stdio::null())
        .status();
    let _ = fs::remove_dir_all(source);
    let _ = git(root, &["worktree", "prune"]);
}

/// What Git answers, without the line's end; `None` when it fails.
pub fn git(root: &Path, words: &[&str]) -> Option<String> {
    step::output_of(Command::new("git").args(words).current_dir(root))
}
