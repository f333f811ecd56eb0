//! Processes, as Linux tells of them.

use std::fs;
use std::process::Command;

use crate::wait::{SOON, until};

/// Ends a process and all that it started, without a chance to clear up, and waits until they are gone.
#[track_caller]
pub fn kill(process: u64) {
    let all = tree(process);
    let names = all.iter().map(u64::to_string);
    // It fails when one of them has ended by itself meanwhile.
    let _ = Command::new("kill").arg("-KILL").args(names).status();
    until("the browser to be gone", SOON, || !all.iter().copied().any(runs));
}

/// A process and all that it started.
fn tree(process: u64) -> Vec<u64> {
    let tasks = fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
    let children = tasks.filter_map(|task| fs::read_to_string(task.path().join("children")).ok());
    let children: Vec<u64> = children
        .flat_map(|it| it.split_whitespace().filter_map(|it| it.parse().ok()).collect::<Vec<_>>())
        .collect();
    [process].into_iter().chain(children.into_iter().flat_map(tree)).collect()
}

/// Whether it is there and does something: one that has ended stays listed until its parent asks.
fn runs(process: u64) -> bool {
    let told = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    let state = told.rsplit_once(") ").and_then(|(_, rest)| rest.chars().next());
    state.is_some_and(|state| state != 'Z' && state != 'X')
}
