//! Sees to it that a reader that never ends is named: nothing else would, for it never comes back.

use crate::LONGEST;
use std::process::abort;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// So many times the longest that it may take, by the clock of a busy machine, and it never ends.
const NEVER: u32 = 60;

/// How often it's looked at.
const LOOK: Duration = Duration::from_secs(1);

/// Looks after one target.
pub struct Watch {
    begun: Arc<Mutex<Option<Instant>>>,
    count: Arc<AtomicU64>,
    over: Arc<AtomicBool>,
}

impl Watch {
    /// Looks after a target of this name until this is dropped.
    pub fn over(name: &'static str, seed: u64) -> Self {
        let watch = Self { begun: Arc::default(), count: Arc::default(), over: Arc::default() };
        let (begun, count, over) = (watch.begun.clone(), watch.count.clone(), watch.over.clone());
        thread::spawn(move || {
            while !over.load(Ordering::Relaxed) {
                let since = *begun.lock().expect("nobody panics with it");
                if since.is_some_and(|since| since.elapsed() > LONGEST * NEVER) {
                    let count = count.load(Ordering::Relaxed);
                    eprintln!(
                        "{name} does not end: input {count} of seed {seed} (STILLPOINT_FUZZ_SEED={seed})"
                    );
                    abort();
                }
                thread::sleep(LOOK);
            }
        });
        watch
    }

    /// An input is tried from now on.
    pub fn begin(&self) {
        self.count.fetch_add(1, Ordering::Relaxed);
        *self.begun.lock().expect("nobody panics with it") = Some(Instant::now());
    }

    /// It was.
    pub fn end(&self) {
        *self.begun.lock().expect("nobody panics with it") = None;
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.over.store(true, Ordering::Relaxed);
    }
}
