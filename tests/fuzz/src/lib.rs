//! Fuzzing: what reads from outside is given real inputs with some changes, and whatever else nobody would write.
//! It never panics, takes no longer and no more memory than it should, and ends.
//!
//! In the ordinary tests each target is tried with a fixed number of inputs, always the same ones. With
//! `STILLPOINT_FUZZ=60` each is tried for a minute, with inputs that are different each time: a failure names
//! its seed, and `STILLPOINT_FUZZ_SEED` gives the same inputs again.

mod bend;
mod change;
mod watch;

pub use bend::{Bent, bent};
pub use change::{Changed, changed};

use cpu_time::ThreadTime;
use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use std::any::Any;
use std::cell::Cell;
use std::env;
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};
use watch::Watch;

/// One input takes the processor less than this; most take thousandths of it.
const LONGEST: Duration = Duration::from_secs(5);

/// One input never needs more than so many bytes at a time.
const MOST: u64 = 96 << 20;

/// Inputs between two looks at the clock.
const ROUND: u32 = 64;

/// A smaller input that fails is looked for so long, in milliseconds.
const SHRINKS: u32 = 5_000;

/// The first seed, unless there is time for others.
const SEED: u64 = 1;

/// Tries a reader with `inputs` of a kind, or for as long as the environment says.
///
/// # Panics
/// When it panics, takes too long or needs too much memory, with the smallest such input that was found.
pub fn check<S: Strategy>(name: &'static str, inputs: u32, strategy: S, reads: impl Fn(S::Value)) {
    within(LONGEST, name, inputs, Effort::asked(), strategy, reads);
}

/// How long is tried, and with which inputs.
struct Effort {
    /// So long; else a fixed number.
    time: Option<Duration>,
    seed: u64,
}

impl Effort {
    /// What the environment asks for.
    fn asked() -> Self {
        let number = |name: &str| env::var(name).ok().map(|text| text.parse::<u64>().expect("a number"));
        let time = number("STILLPOINT_FUZZ").map(Duration::from_secs);
        let seed = number("STILLPOINT_FUZZ_SEED").or_else(|| time.map(|_| by_the_clock()));
        Self { time, seed: seed.unwrap_or(SEED) }
    }
}

fn within<S: Strategy>(
    longest: Duration,
    name: &'static str,
    inputs: u32,
    Effort { time, seed }: Effort,
    strategy: S,
    reads: impl Fn(S::Value),
) {
    let (started, tried, watch) = (Instant::now(), Cell::new(0_u32), Watch::over(name, seed));
    let config = Config {
        cases: ROUND.min(inputs),
        failure_persistence: None,
        max_shrink_time: SHRINKS,
        ..Config::default()
    };
    let worst = Cell::new((Duration::ZERO, 0));
    while time.map_or(tried.get() < inputs, |time| started.elapsed() < time) {
        // A runner that has tried its inputs tries no more.
        let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes_of(seed, tried.get()));
        let outcome = TestRunner::new_with_rng(config.clone(), rng).run(&strategy, |input| {
            tried.set(tried.get() + 1);
            watch.begin();
            let begun = ThreadTime::now();
            let mut outcome = Ok(());
            let call = || outcome = catch_unwind(AssertUnwindSafe(|| reads(input)));
            let used = allocation_counter::measure(call).bytes_max;
            let took = begun.elapsed();
            watch.end();
            worst.set((worst.get().0.max(took), worst.get().1.max(used)));
            outcome.map_err(|why| TestCaseError::fail(words(why.as_ref())))?;
            if took > longest {
                return Err(TestCaseError::fail(format!("it took {took:?}")));
            }
            if used > MOST {
                return Err(TestCaseError::fail(format!("it took {used} bytes of memory")));
            }
            Ok(())
        });
        watch.end();
        outcome.unwrap_or_else(|why| panic!("{name}, after {} inputs of seed {seed}: {why}", tried.get()));
    }
    let (slowest, most) = worst.get();
    // Past the harness, which keeps to itself what a test that passes has printed.
    if time.is_some() {
        let _ = writeln!(
            std::io::stderr(),
            "{name}: {} inputs of seed {seed}, the longest {slowest:?}, the largest {most} bytes",
            tried.get()
        );
    }
}

/// What a panic said.
fn words(why: &(dyn Any + Send)) -> String {
    let text = why.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| why.downcast_ref::<&str>().copied()).unwrap_or("it panics without words").to_owned()
}

/// Another seed each time.
fn by_the_clock() -> u64 {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    now.map_or(SEED, |now| now.as_millis() as u64)
}

/// A seed, after so many inputs, as the generator takes it.
fn bytes_of(seed: u64, tried: u32) -> [u8; 32] {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    bytes[8..12].copy_from_slice(&tried.to_le_bytes());
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the ordinary tests do, whatever is asked for.
    const USUAL: Effort = Effort { time: None, seed: SEED };

    fn fails(reads: impl Fn(Vec<u8>)) -> String {
        let corpus = vec![b"name=value".to_vec()];
        let given = |it: Changed| reads(it.bytes(&corpus));
        let check = || within(Duration::from_millis(300), "a reader", 2_000, USUAL, changed(1), given);
        let outcome = catch_unwind(AssertUnwindSafe(check));
        *outcome.expect_err("it is seen").downcast::<String>().expect("words")
    }

    #[test]
    fn what_panics_is_seen() {
        assert!(fails(|bytes| assert!(!bytes.ends_with(b"=valu"), "cut off")).contains("cut off"));
    }

    #[test]
    fn what_takes_too_much_memory_is_seen() {
        let reads = |bytes: Vec<u8>| {
            let size = if bytes.len() > 10 { MOST as usize + 1 } else { 1 };
            assert_eq!(vec![0_u8; size].len(), size);
        };
        assert!(fails(reads).contains("bytes of memory"));
    }

    #[test]
    fn what_takes_too_long_is_seen() {
        let reads = |bytes: Vec<u8>| {
            let begun = ThreadTime::now();
            while bytes.is_empty() && begun.elapsed() <= Duration::from_millis(400) {}
        };
        assert!(fails(reads).contains("it took"));
    }

    #[test]
    fn as_many_are_tried_as_are_asked_for() {
        let tried = Cell::new(0);
        within(LONGEST, "a reader", ROUND * 3, USUAL, changed(1), |_| tried.set(tried.get() + 1));
        assert_eq!(tried.get(), ROUND * 3);
    }

    #[test]
    fn the_same_inputs_come_again() {
        let all = || {
            let seen = std::cell::RefCell::new(Vec::new());
            let note = |it| seen.borrow_mut().push(format!("{it:?}"));
            within(LONGEST, "a reader", 100, USUAL, changed(3), note);
            seen.into_inner()
        };
        assert_eq!(all(), all());
    }
}
