//! Shows that a long step is alive: one line a minute, and how long it took in the end.

use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

const BEAT: Duration = Duration::from_secs(60);

/// Prints a line a minute until it is dropped.
pub struct Heartbeat {
    started: Instant,
    // Dropping the sender ends the thread at once.
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Heartbeat {
    /// Starts to watch over `what`, named so that it fits after "still": "building Trunk". A remark in brackets
    /// at its end is not repeated.
    pub fn start(what: &str) -> Self {
        let (stop, stopped) = mpsc::channel();
        let what = what.split(" (").next().unwrap_or(what).to_owned();
        let thread = thread::spawn(move || {
            let mut minutes = 0;
            while stopped.recv_timeout(BEAT) == Err(RecvTimeoutError::Timeout) {
                minutes += 1;
                println!("… still {what}, {minutes} min");
            }
        });
        Self { started: Instant::now(), stop: Some(stop), thread: Some(thread) }
    }

    /// Time since the start, in words.
    pub fn elapsed(&self) -> String {
        spoken(self.started.elapsed())
    }
}

impl Drop for Heartbeat {
    fn drop(&mut self) {
        self.stop.take();
        if let Some(thread) = self.thread.take() {
            // The thread only prints; there is nothing to tell if it could not.
            let _ = thread.join();
        }
    }
}

/// A duration as people read it: `0.4 s`, `41 s`, `3 min 05 s`.
pub fn spoken(duration: Duration) -> String {
    if duration < Duration::from_millis(9_950) {
        return format!("{:.1} s", duration.as_secs_f64());
    }
    let whole = (duration + Duration::from_millis(500)).as_secs();
    if whole < 60 { format!("{whole} s") } else { format!("{} min {:02} s", whole / 60, whole % 60) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_readable() {
        let say = |ms| spoken(Duration::from_millis(ms));
        assert_eq!(say(40), "0.0 s");
        assert_eq!(say(9_940), "9.9 s");
        assert_eq!(say(9_960), "10 s");
        assert_eq!(say(59_700), "1 min 00 s");
        assert_eq!(say(185_000), "3 min 05 s");
    }

    #[test]
    fn ends_at_once() {
        let heartbeat = Heartbeat::start("waiting");
        let before = Instant::now();
        drop(heartbeat);
        assert!(before.elapsed() < BEAT / 2);
    }
}
