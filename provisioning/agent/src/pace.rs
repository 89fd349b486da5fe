//! When to ask again: steadily while all is well, ever less often while not, never in step with other kiosks.

use std::time::Duration;

/// The longest wait of an agent whose interval is short.
const MAX_BACKOFF: Duration = Duration::from_mins(5);

/// The pace of an agent's questions.
#[derive(Debug, Clone)]
pub struct Pace {
    interval: Duration,
    failures: u32,
}

impl Pace {
    pub fn new(interval: Duration) -> Self {
        Self { interval, failures: 0 }
    }

    /// The wait after a sync; `chance` in `0..1` spreads the kiosks of a city.
    ///
    /// After a success it is the interval, give or take a tenth.
    /// After failures it is a second, doubled with each, up to ten intervals or five minutes, whichever is less
    /// (but never less than five seconds), of which the upper half is left to chance.
    pub fn next_wait(&mut self, is_success: bool, chance: f64) -> Duration {
        if is_success {
            self.failures = 0;
            return self.interval.mul_f64(0.9 + 0.2 * chance);
        }
        let cap = (self.interval * 10).clamp(Duration::from_secs(5), MAX_BACKOFF.max(self.interval));
        let wait = Duration::from_secs(1).saturating_mul(1 << self.failures.min(16)).min(cap);
        self.failures = self.failures.saturating_add(1);
        wait.mul_f64(0.5 + 0.5 * chance)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The waits in milliseconds of an agent that fails this often and then succeeds.
    fn check(interval_secs: u64, failures: usize, chance: f64, expect: &[u128]) {
        let mut pace = Pace::new(Duration::from_secs(interval_secs));
        let mut waits: Vec<u128> = (0..failures).map(|_| pace.next_wait(false, chance).as_millis()).collect();
        waits.push(pace.next_wait(true, chance).as_millis());
        assert_eq!(waits, expect, "interval {interval_secs} s, chance {chance}");
        assert!(pace.next_wait(false, 1.0) <= Duration::from_secs(1), "a success starts anew");
    }

    #[test]
    fn waits_grow_with_failures_up_to_a_limit() {
        check(60, 0, 0.0, &[54_000]);
        check(60, 0, 1.0, &[66_000]);
        check(1, 6, 1.0, &[1000, 2000, 4000, 8000, 10_000, 10_000, 1100]);
        check(1, 3, 0.0, &[500, 1000, 2000, 900]);
        check(
            60,
            11,
            1.0,
            &[1000, 2000, 4000, 8000, 16_000, 32_000, 64_000, 128_000, 256_000, 300_000, 300_000, 66_000],
        );
    }

    #[test]
    fn a_thousand_failures_overflow_nothing() {
        let mut pace = Pace::new(Duration::from_hours(1));
        let waits: Vec<_> = (0..1000).map(|_| pace.next_wait(false, 1.0)).collect();
        assert!(waits.is_sorted());
        assert_eq!(waits[999], Duration::from_hours(1));
    }
}
