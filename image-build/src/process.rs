//! Programs that this one starts.

use crate::{Failure, signals};
use std::{
    process::{Child, Command, ExitStatus},
    thread,
    time::{Duration, Instant},
};

/// How often a running program is looked at.
pub const POLL: Duration = Duration::from_millis(50);

/// How long a program has to end by itself before it is killed.
pub const GRACE: Duration = Duration::from_secs(5);

/// A running program in a process group of its own; dropping it ends the whole group.
#[derive(Debug)]
pub struct Guarded {
    pub name: String,
    child: Child,
    status: Option<ExitStatus>,
}

impl Guarded {
    /// Starts a program; call it from the main thread.
    pub fn spawn(name: &str, mut command: Command) -> Result<Self, Failure> {
        signals::die_with_us(&mut command);
        let child = command.spawn().map_err(|error| {
            let program = command.get_program().to_string_lossy().into_owned();
            Failure::new(
                format!("cannot start {name} (`{program}`): {error}"),
                "`cargo appliance doctor` says what is missing",
            )
        })?;
        Ok(Self { name: name.to_owned(), child, status: None })
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    pub fn take_stdout(&mut self) -> Option<std::process::ChildStdout> {
        self.child.stdout.take()
    }

    /// Returns how it ended, if it has.
    pub fn ended(&mut self) -> Option<ExitStatus> {
        if self.status.is_none() {
            self.status = self.child.try_wait().ok().flatten();
            if self.status.is_some() {
                // What it started itself has no reason to go on.
                signals::send_to_group(self.child.id(), signals::SIGKILL);
            }
        }
        self.status
    }

    /// Asks it to end.
    pub fn ask_to_end(&mut self) {
        if self.ended().is_none() {
            signals::send_to_group(self.child.id(), signals::SIGTERM);
        }
    }

    /// Waits until it has ended, and kills it at the deadline.
    pub fn wait_until(&mut self, deadline: Instant) {
        while self.ended().is_none() {
            if Instant::now() >= deadline {
                signals::send_to_group(self.child.id(), signals::SIGKILL);
                self.status = self.child.wait().ok();
                return;
            }
            thread::sleep(POLL);
        }
    }

    /// Waits for its end; a signal to this program ends it early.
    pub fn finish(mut self) -> Result<ExitStatus, Failure> {
        loop {
            if let Some(status) = self.ended() {
                return Ok(status);
            }
            if let Some(signal) = signals::asked() {
                return Err(Failure::Interrupted(signal));
            }
            thread::sleep(POLL);
        }
    }
}

impl Drop for Guarded {
    fn drop(&mut self) {
        self.ask_to_end();
        self.wait_until(Instant::now() + GRACE);
    }
}

/// Runs a program to its end.
pub fn finish(name: &str, command: Command) -> Result<ExitStatus, Failure> {
    Guarded::spawn(name, command)?.finish()
}

/// Runs a program to its end; anything but success is a failure.
pub fn succeed(name: &str, command: Command) -> Result<(), Failure> {
    let status = finish(name, command)?;
    if status.success() { Ok(()) } else { Err(Failure::Program { name: name.to_owned(), code: code_of(status) }) }
}

/// Returns an exit status as the code that a shell would report.
pub fn code_of(status: ExitStatus) -> u8 {
    use std::os::unix::process::ExitStatusExt;
    let code = status.code().or_else(|| status.signal().map(|signal| 128 + signal));
    code.and_then(|code| u8::try_from(code).ok()).unwrap_or(1)
}

/// Returns what a program prints, or nothing where it cannot be run or fails.
pub fn ask(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).env("LC_ALL", "C").output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether a program of this name is on the search path.
pub fn is_on_path(program: &str) -> bool {
    std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(program).is_file()))
}
