//! Counts the results of test programs in what they print.

/// How a run of the test suite went.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Tally {
    pub passed: u32,
    pub failed: u32,
    /// What was not tested, with the reason.
    pub skipped: Vec<String>,
    in_successes: bool,
}

impl Tally {
    /// Takes a line and returns whether it is worth showing.
    ///
    /// What successful tests print is taken but not shown, except a line that says what was skipped.
    pub fn take(&mut self, line: &str) -> bool {
        if let Some(what) = line.trim_start().strip_prefix("SKIPPED ") {
            self.skipped.push(what.to_owned());
            return true;
        }
        if line.starts_with("test ") && line.contains(" ... ignored") {
            self.skipped.push(line.trim_start_matches("test ").to_owned());
        }
        match line {
            "successes:" => self.in_successes = true,
            "failures:" => self.in_successes = false,
            _ if line.starts_with("test result: ") => {
                self.in_successes = false;
                self.passed += count(line, "passed");
                self.failed += count(line, "failed");
            }
            _ => {}
        }
        !self.in_successes
    }

    /// Notes that the tests as a whole failed: a program that ended without a result is a failure too.
    pub fn note_failure(&mut self) {
        self.failed = self.failed.max(1);
    }
}

/// Returns the number before a word in a line such as `test result: ok. 3 passed; 0 failed; …`.
fn count(line: &str, word: &str) -> u32 {
    let mut words = line.split([' ', ';']).filter(|w| !w.is_empty());
    let mut last = "";
    words
        .find_map(|w| {
            let found = (w == word).then(|| last.parse().ok()).flatten();
            last = w;
            found
        })
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(output: &str, passed: u32, failed: u32, skipped: &[&str], shown: usize) {
        let mut tally = Tally::default();
        let lines = output.lines().filter(|line| tally.take(line)).count();
        assert_eq!((tally.passed, tally.failed, lines), (passed, failed, shown), "{output}");
        assert_eq!(tally.skipped, skipped);
    }

    #[test]
    fn counts_results_and_skips() {
        check("", 0, 0, &[], 0);
        check(
            "running 2 tests\ntest a ... ok\ntest b ... ok\n\nsuccesses:\n\n---- a stdout ----\nmuch ado\n\
             SKIPPED b: no namespaces\n\nsuccesses:\n    a\n    b\n\n\
             test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\n",
            2,
            0,
            &["b: no namespaces"],
            6,
        );
        check(
            "test a ... ok\ntest b ... FAILED\ntest c ... ignored, slow\n\nsuccesses:\n\nsuccesses:\n    a\n\nfailures:\n\n\
             ---- b stdout ----\nwhy\n\nfailures:\n    b\n\n\
             test result: FAILED. 1 passed; 1 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
             test result: ok. 40 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.10s\n",
            41,
            1,
            &["c ... ignored, slow"],
            14,
        );
    }

    #[test]
    fn a_test_program_that_dies_is_a_failure() {
        let mut tally = Tally::default();
        tally.note_failure();
        assert_eq!(tally.failed, 1);
        tally.failed = 3;
        tally.note_failure();
        assert_eq!(tally.failed, 3);
    }
}
