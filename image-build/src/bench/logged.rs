//! Programs that run while something is measured.

use crate::{Failure, process::Guarded, service, signals};
use std::{
    fs,
    path::PathBuf,
    process::{Command, ExitStatus},
    thread,
    time::{Duration, Instant},
};

/// How often a thing that is waited for is looked at.
const LOOK: Duration = Duration::from_millis(10);

/// A program whose words go into a file; it ends when it is dropped.
#[derive(Debug)]
pub struct Logged {
    program: Guarded,
    log: PathBuf,
}

impl Logged {
    pub fn start(name: &str, log: PathBuf, command: Command) -> Result<Self, Failure> {
        // An earlier program's words would be taken for this one's.
        fs::write(&log, "").map_err(|e| Failure::file("write", &log, &e))?;
        Ok(Self { program: service::spawn(name, &log, command)?, log })
    }

    pub fn id(&self) -> u32 {
        self.program.id()
    }

    /// Returns everything that it has written so far.
    pub fn said(&self) -> String {
        String::from_utf8_lossy(&fs::read(&self.log).unwrap_or_default()).into_owned()
    }

    /// Fails where it has ended, with its last words.
    pub fn check(&mut self) -> Result<(), Failure> {
        self.program.ended().map_or(Ok(()), |status| Err(self.failure(status)))
    }

    /// Waits for its end; anything but success is a failure.
    pub fn succeed(mut self) -> Result<(), Failure> {
        loop {
            match self.program.ended() {
                Some(status) if status.success() => return Ok(()),
                Some(status) => return Err(self.failure(status)),
                None => pass(LOOK, &mut [])?,
            }
        }
    }

    fn failure(&self, status: ExitStatus) -> Failure {
        let words = service::last_lines(&self.said()).join("\n    ");
        Failure::new(
            format!("{} ended ({status}); its last words:\n    {words}", self.program.name),
            "`cargo appliance doctor` says what is missing; without --no-build the programs are built afresh",
        )
    }
}

/// Waits until `look` finds something; fails where a program ends, a signal comes or it takes too long.
pub fn until<T>(
    what: &str,
    longest: Duration,
    programs: &mut [&mut Logged],
    mut look: impl FnMut() -> Option<T>,
) -> Result<T, Failure> {
    let deadline = Instant::now() + longest;
    loop {
        if let Some(found) = look() {
            return Ok(found);
        }
        check_all(programs)?;
        if Instant::now() >= deadline {
            return Err(Failure::new(
                format!("{what} did not come within {} s", longest.as_secs()),
                "the logs are in bench/logs of the state folder; a machine that is busy otherwise measures nothing",
            ));
        }
        thread::sleep(LOOK);
    }
}

/// Lets time pass; fails where a program ends or a signal comes.
pub fn pass(span: Duration, programs: &mut [&mut Logged]) -> Result<(), Failure> {
    let end = Instant::now() + span;
    while let Some(left) = end.checked_duration_since(Instant::now()) {
        check_all(programs)?;
        thread::sleep(left.min(LOOK * 5));
    }
    check_all(programs)
}

fn check_all(programs: &mut [&mut Logged]) -> Result<(), Failure> {
    if let Some(signal) = signals::asked() {
        return Err(Failure::Interrupted(signal));
    }
    programs.iter_mut().try_for_each(|program| program.check())
}
