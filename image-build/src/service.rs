//! A program that is kept running.

use crate::{Failure, process::Guarded};
use std::{
    fs::{self, File},
    path::PathBuf,
    process::{Command, ExitStatus, Stdio},
    time::{Duration, Instant},
};

/// A program that has run this long counts as having started well.
const SETTLED: Duration = Duration::from_secs(60);

/// Longest wait before a program is started again.
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// How many of its last lines are shown when a program ends by itself.
const LAST_LINES: usize = 8;

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

    /// Returns the last lines that the program wrote.
    pub fn last_lines(&self) -> Vec<String> {
        let log = fs::read(&self.log).unwrap_or_default();
        let text = String::from_utf8_lossy(&log);
        let lines: Vec<&str> = text.lines().collect();
        lines[lines.len().saturating_sub(LAST_LINES)..].iter().map(|&line| line.to_owned()).collect()
    }

    /// Asks the program to end and gives it until the deadline.
    pub fn stop(&mut self, deadline: Instant) {
        if let Running::Up { program, .. } = &mut self.state {
            program.ask_to_end();
            program.wait_until(deadline);
        }
    }
}

fn spawn(name: &str, log: &PathBuf, mut command: Command) -> Result<Guarded, Failure> {
    let open = || File::options().append(true).create(true).open(log).map_err(|e| Failure::file("write", log, &e));
    command.stdin(Stdio::null()).stdout(open()?).stderr(open()?);
    Guarded::spawn(name, command)
}

/// Returns how long to wait after so many failures in a row.
fn wait_after(failures: u32) -> Duration {
    Duration::from_secs(1 << failures.saturating_sub(1).min(10)).min(LONGEST_WAIT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_longer_after_each_failure_up_to_a_limit() {
        let waits: Vec<u64> = [1, 2, 3, 4, 5, 6, 7, 100, u32::MAX].map(|n| wait_after(n).as_secs()).into();
        assert_eq!(waits, [1, 2, 4, 8, 16, 30, 30, 30, 30]);
    }
}
