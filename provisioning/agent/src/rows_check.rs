//! When the rows on the screen are compared with their hash.

use std::time::{Duration, Instant};
use wayside_store::StoreError;

/// The check of the rows on the screen that comes round now and then.
#[derive(Debug)]
pub(crate) struct RowsCheck {
    every: Duration,
    /// When the rows were last found whole.
    passed: Instant,
}

impl RowsCheck {
    /// Starts from rows that were found whole at `at`.
    pub fn new(every: Duration, at: Instant) -> Self {
        Self { every, passed: at }
    }

    /// Takes note that the rows were found whole.
    pub fn pass(&mut self, at: Instant) {
        self.passed = at;
    }

    /// Checks the rows if it is time; the only error is that they are damaged.
    ///
    /// A check that could not be made, such as on a busy database, is made up for in the next round.
    pub fn run(&mut self, at: Instant, check: impl FnOnce() -> Result<(), StoreError>) -> Result<(), StoreError> {
        if at.saturating_duration_since(self.passed) < self.every {
            return Ok(());
        }
        match check() {
            Ok(()) => self.pass(at),
            Err(error) if error.is_corrupt() => return Err(error),
            Err(error) => {
                tracing::warn!(%error, "the rows on the screen could not be checked, the next round tries again");
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{io, path::PathBuf};

    type Check = fn() -> Result<(), StoreError>;

    const WHOLE: Check = || Ok(());
    const BUSY: Check = || Err(StoreError::Io { path: PathBuf::new(), source: io::ErrorKind::ResourceBusy.into() });
    const DAMAGED: Check = || Err(StoreError::Corrupt { path: PathBuf::new(), what: String::new() });

    #[test]
    fn a_check_that_could_not_be_made_is_due_again_and_keeps_no_round_from_the_hub() {
        let began = Instant::now();
        // Minutes since the start with what a check would find, whether it is made, and whether the round goes on.
        let check = |rounds: &[(u64, Check, bool, bool)]| {
            let mut rows = RowsCheck::new(Duration::from_hours(1), began);
            for &(minutes, check, is_made, goes_on) in rounds {
                let mut was_made = false;
                let ran = rows.run(began + Duration::from_mins(minutes), || {
                    was_made = true;
                    check()
                });
                assert_eq!((was_made, ran.is_ok()), (is_made, goes_on), "minute {minutes}: {ran:?}");
            }
        };
        check(&[(0, DAMAGED, false, true), (59, DAMAGED, false, true), (60, DAMAGED, true, false)]);
        check(&[
            (60, WHOLE, true, true),
            (61, WHOLE, false, true),
            (119, WHOLE, false, true),
            (120, WHOLE, true, true),
        ]);
        check(&[(60, BUSY, true, true), (61, BUSY, true, true), (62, WHOLE, true, true), (63, WHOLE, false, true)]);
        check(&[(60, DAMAGED, true, false), (61, DAMAGED, true, false)]);
    }
}
