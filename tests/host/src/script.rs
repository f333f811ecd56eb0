//! What a test asks of the host beyond serving files: a log, and answers that
//! come late, not yet, not at all or changed.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::sync::watch;

use crate::pattern::matches;
use crate::{Seen, lock};

/// A file of the test's own.
#[derive(Clone, Debug)]
pub struct Extra {
    pub kind: String,
    pub body: Vec<u8>,
}

#[derive(Debug, Default)]
pub struct Script {
    seen: Mutex<Vec<Seen>>,
    arrived: Mutex<Vec<String>>,
    delays: Mutex<Vec<(String, Duration)>>,
    refused: Mutex<Vec<String>>,
    failing: Mutex<Vec<String>>,
    slashless: AtomicBool,
    cut: Mutex<Vec<String>>,
    strayed: Mutex<Vec<String>>,
    head: Mutex<Option<String>>,
    extras: Mutex<Vec<(String, Extra)>>,
    /// Patterns withheld now; waiting answers watch it.
    held: watch::Sender<Vec<String>>,
}

impl Script {
    pub fn log(&self, seen: Seen) {
        lock(&self.seen).push(seen);
    }

    pub fn seen(&self) -> Vec<Seen> {
        lock(&self.seen).clone()
    }

    pub fn forget_seen(&self) {
        lock(&self.seen).clear();
    }

    pub fn delay(&self, pattern: &str, by: Duration) {
        let mut delays = lock(&self.delays);
        delays.retain(|(known, _)| known != pattern);
        delays.push((pattern.to_owned(), by));
    }

    pub fn hold(&self, pattern: &str) {
        self.held.send_modify(|held| held.push(pattern.to_owned()));
    }

    pub fn release(&self) {
        self.held.send_modify(Vec::clear);
    }

    pub fn refuse(&self, pattern: &str) {
        lock(&self.refused).push(pattern.to_owned());
    }

    pub fn refuses(&self, path: &str) -> bool {
        lock(&self.refused).iter().any(|known| matches(known, path))
    }

    pub fn fail_once(&self, pattern: &str) {
        lock(&self.failing).push(pattern.to_owned());
    }

    /// Whether this answer fails; the next one for the same pattern does not.
    pub fn fails(&self, path: &str) -> bool {
        let mut failing = lock(&self.failing);
        let found = failing.iter().position(|known| matches(known, path));
        found.map(|at| failing.remove(at)).is_some()
    }

    pub fn take_slashes_off(&self) {
        self.slashless.store(true, Ordering::Relaxed);
    }

    pub fn takes_slashes_off(&self) -> bool {
        self.slashless.load(Ordering::Relaxed)
    }

    pub fn cut(&self, pattern: &str) {
        lock(&self.cut).push(pattern.to_owned());
    }

    pub fn cuts(&self, path: &str) -> bool {
        lock(&self.cut).iter().any(|known| matches(known, path))
    }

    pub fn stray(&self, pattern: &str) {
        lock(&self.strayed).push(pattern.to_owned());
    }

    pub fn strays(&self, path: &str) -> bool {
        lock(&self.strayed).iter().any(|known| matches(known, path))
    }

    pub fn insert_head(&self, html: &str) {
        *lock(&self.head) = Some(html.to_owned());
    }

    pub fn head(&self) -> Option<String> {
        lock(&self.head).clone()
    }

    pub fn extra(&self, path: &str, kind: &str, body: Vec<u8>) {
        let kind = kind.to_owned();
        let mut extras = lock(&self.extras);
        extras.retain(|(known, _)| known != path);
        extras.push((path.to_owned(), Extra { kind, body }));
    }

    pub fn extra_at(&self, path: &str) -> Option<Extra> {
        let extras = lock(&self.extras);
        let found = extras.iter().find(|(known, _)| known == path);
        found.map(|(_, extra)| extra.clone())
    }

    pub fn arrived(&self, path: &str) -> usize {
        lock(&self.arrived).iter().filter(|it| *it == path).count()
    }

    /// Returns when `path` may be answered: after the longest delay that fits
    /// it, and once nothing withholds it.
    pub async fn may_answer(&self, path: &str) {
        lock(&self.arrived).push(path.to_owned());
        let delay =
            lock(&self.delays).iter().filter(|(known, _)| matches(known, path)).map(|(_, by)| *by).max();
        if let Some(delay) = delay {
            tokio::time::sleep(delay).await;
        }
        let mut held = self.held.subscribe();
        // Fails only when the sender is gone, and then nobody waits any more.
        let _ = held.wait_for(|held| !held.iter().any(|known| matches(known, path))).await;
    }
}
