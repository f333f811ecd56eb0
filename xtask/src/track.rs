//! The command `track`: the sound file of a walk, made on this machine.

use crate::step;
use crate::workspace;
use std::env;

/// Runs the program that makes it; `out` is taken from where the person stands.
///
/// # Errors
/// When it could not be made; the program has said why.
pub fn run(plan: &str, voice: &str, out: &str) -> Result<(), String> {
    let root = workspace::root()?;
    let here = env::current_dir().map_err(|e| format!("The current folder is not known: {e}"))?;
    let mut command = workspace::cargo(&root);
    command.args(["run", "--quiet", "--profile", "prerender", "--bin", "track", "--"]);
    command.args(["--plan", plan, "--voice", voice, "--out"]).arg(here.join(out));
    step::shown("making the track", &mut command)
}
