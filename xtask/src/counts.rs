//! Sums what test runners count, from their own lines: Rust's `test result:`, Node's `# pass` and `# fail`.

use std::ops::AddAssign;

/// Tests that passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub passed: u64,
    pub failed: u64,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl Counts {
    /// Reads a line such as `test result: ok. 12 passed; 0 failed; …`, `# pass 12` or `# fail 0`; `None` for
    /// every other line.
    pub fn from_line(line: &str) -> Option<Self> {
        let count = |word: &str| line.strip_prefix(word)?.trim_end().parse().ok();
        if let Some(passed) = count("# pass ") {
            return Some(Self { passed, failed: 0 });
        }
        if let Some(failed) = count("# fail ") {
            return Some(Self { passed: 0, failed });
        }
        let rest = line.trim_start().strip_prefix("test result: ")?;
        let (_, counted) = rest.split_once(". ")?;
        let number = |word: &str| {
            let part = counted.split(';').find_map(|part| part.trim().strip_suffix(word))?;
            part.trim().parse().ok()
        };
        Some(Self { passed: number(" passed")?, failed: number(" failed")? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_result_lines() {
        let ok =
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.02s";
        assert_eq!(Counts::from_line(ok), Some(Counts { passed: 12, failed: 0 }));
        let bad = "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.00s";
        assert_eq!(Counts::from_line(bad), Some(Counts { passed: 3, failed: 2 }));
    }

    #[test]
    fn reads_lines_of_node() {
        assert_eq!(Counts::from_line("# pass 9"), Some(Counts { passed: 9, failed: 0 }));
        assert_eq!(Counts::from_line("# fail 2"), Some(Counts { passed: 0, failed: 2 }));
        // A test may be called so; its own line is another.
        for line in ["# passes", "# pass", "ok 1 - # pass 3", "    # pass 3", "# fail two"] {
            assert_eq!(Counts::from_line(line), None, "{line}");
        }
    }

    #[test]
    fn skips_other_lines() {
        for line in ["", "running 3 tests", "test walk ... ok", "12 passed; 0 failed", "test result: ok"] {
            assert_eq!(Counts::from_line(line), None, "{line}");
        }
    }

    #[test]
    fn sums() {
        let mut sum = Counts::default();
        sum += Counts { passed: 2, failed: 1 };
        sum += Counts { passed: 3, failed: 0 };
        assert_eq!(sum, Counts { passed: 5, failed: 1 });
    }
}
