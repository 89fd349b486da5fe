//! A program that is kept running.

use crate::{Failure, process::Guarded};
use std::{
    fs::{self, File},
    path::PathBuf,
    process::{Command, ExitStatus, Stdio},
    time::{Duration, Instant},
};

/// A program that has run this long counts as having started well.
const SETTLED: Duration = Duration::from_mins(1);

/// Longest wait before a program is started again.
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// How many of its last lines are shown when a program ends by itself.
const LAST_LINES: usize = 8;

/// How many lines of a panic are shown: where, and what.
const PANIC_LINES: usize = 3;

/// How much of a line is shown.
const LINE_CHARS: usize = 200;

/// A program that is kept running: when it ends it is started again, later and later.
pub struct Service {
    pub name: &'static str,
    make: Box<dyn Fn() -> Command>,
    log: PathBuf,
    state: Running,
    failures: u32,
}

enum Running {
    Up { program: Guarded, since: Instant },
    Down { until: Instant },
}

/// What happened to a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    Ended { status: ExitStatus, again_in: Duration },
    StartedAgain,
}

impl Service {
    /// Starts a program that writes what it has to say into `log`.
    pub fn start(name: &'static str, log: PathBuf, make: impl Fn() -> Command + 'static) -> Result<Self, Failure> {
        // The last run's words would be taken for this one's.
        fs::write(&log, "").map_err(|e| Failure::file("write", &log, &e))?;
        let make = Box::new(make);
        let program = spawn(name, &log, make())?;
        Ok(Self { name, make, log, state: Running::Up { program, since: Instant::now() }, failures: 0 })
    }

    /// Looks after the program and tells what changed.
    pub fn tend(&mut self, now: Instant) -> Result<Option<Change>, Failure> {
        match &mut self.state {
            Running::Up { program, since } => {
                let Some(status) = program.ended() else { return Ok(None) };
                self.failures = if now.duration_since(*since) >= SETTLED { 1 } else { self.failures + 1 };
                let again_in = wait_after(self.failures);
                self.state = Running::Down { until: now + again_in };
                Ok(Some(Change::Ended { status, again_in }))
            }
            Running::Down { until } if *until <= now => {
                let program = spawn(self.name, &self.log, (self.make)())?;
                self.state = Running::Up { program, since: now };
                Ok(Some(Change::StartedAgain))
            }
            Running::Down { .. } => Ok(None),
        }
    }

    /// Returns what the program said last.
    pub fn last_lines(&self) -> Vec<String> {
        last_lines(&String::from_utf8_lossy(&fs::read(&self.log).unwrap_or_default()))
    }

    /// Asks the program to end and gives it until the deadline.
    pub fn stop(&mut self, deadline: Instant) {
        if let Running::Up { program, .. } = &mut self.state {
            program.ask_to_end();
            program.wait_until(deadline);
        }
    }
}

/// Starts a program whose words are added to `log`.
pub(crate) fn spawn(name: &str, log: &PathBuf, mut command: Command) -> Result<Guarded, Failure> {
    let open = || File::options().append(true).create(true).open(log).map_err(|e| Failure::file("write", log, &e));
    command.stdin(Stdio::null()).stdout(open()?).stderr(open()?).env("NO_COLOR", "1");
    Guarded::spawn(name, command)
}

/// Returns the last lines of a log, or those of a panic rather than of the backtrace below it.
pub(crate) fn last_lines(log: &str) -> Vec<String> {
    let lines: Vec<&str> = log.lines().collect();
    let panic = lines.iter().rposition(|line| line.contains(" panicked at "));
    let from = panic.unwrap_or(lines.len().saturating_sub(LAST_LINES));
    let count = if panic.is_some() { PANIC_LINES } else { LAST_LINES };
    lines[from..].iter().take(count).map(|line| line.chars().take(LINE_CHARS).collect()).collect()
}

/// Returns how long to wait after so many failures in a row.
fn wait_after(failures: u32) -> Duration {
    Duration::from_secs(1 << failures.saturating_sub(1).min(10)).min(LONGEST_WAIT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_the_end_of_a_log_or_its_panic() {
        let check = |log: &str, expect: &[&str]| assert_eq!(last_lines(log), expect, "{log}");
        check("", &[]);
        check("a\nb\n", &["a", "b"]);
        check("1\n2\n3\n4\n5\n6\n7\n8\n9\n", &["2", "3", "4", "5", "6", "7", "8", "9"]);
        check(
            "start\nthread 'main' (7) panicked at src/a.rs:1:2:\nno such thing\nstack backtrace:\n 0: x\n 1: y\n",
            &["thread 'main' (7) panicked at src/a.rs:1:2:", "no such thing", "stack backtrace:"],
        );
        assert_eq!(last_lines(&"é".repeat(1000)), ["é".repeat(LINE_CHARS)]);
    }

    #[test]
    fn waits_longer_after_each_failure_up_to_a_limit() {
        let waits: Vec<u64> = [1, 2, 3, 4, 5, 6, 7, 100, u32::MAX].map(|n| wait_after(n).as_secs()).into();
        assert_eq!(waits, [1, 2, 4, 8, 16, 30, 30, 30, 30]);
    }
}
