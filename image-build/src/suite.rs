//! `test`: the whole test suite.

use crate::{
    Failure,
    arguments::Options,
    build,
    display::Display,
    process::{self, Guarded},
    signals,
    size::Size,
    tally::Tally,
};
use std::{
    io::{BufRead, BufReader},
    process::{Command, ExitStatus, Stdio},
    sync::mpsc::{self, RecvTimeoutError},
    thread,
    time::{Duration, Instant},
};

/// Large enough for either panel.
const CANVAS: Size = Size { width_px: 1920, height_px: 1920 };

/// Most lines of test output that wait to be shown.
const WAITING_LINES: usize = 1024;

/// Runs the suite and returns the exit code; the last line printed says how many tests passed and failed.
pub fn run(options: &Options) -> Result<u8, Failure> {
    let mut steps = Steps::default();
    if options.may_build {
        steps.time("build the programs", || {
            process::succeed("cargo build", build::cargo(&["build", "--release", "--workspace", "--bins"]))
        })?;
        steps.time("build the tests", || {
            process::succeed("cargo test", build::cargo(&["test", "--release", "--workspace", "--no-run"]))
        })?;
    }
    let (mut tally, status) = steps.time("run the tests", || {
        let display = Display::headless(CANVAS)?;
        let mut command = build::cargo(&["test", "--release", "--workspace", "--no-fail-fast"]);
        command.args(&options.rest).args(["--", "--show-output"]);
        // Tests that run whole programs find them here, and a display for those that draw.
        command.env("WAYSIDE_PROGRAMS", build::program_folder());
        display.give_to(&mut command);
        counted(command)
    })?;
    if !status.success() {
        tally.note_failure();
    }
    steps.print();
    if !tally.skipped.is_empty() {
        println!("\n{} skipped:", tally.skipped.len());
        tally.skipped.iter().for_each(|what| println!("  {what}"));
    }
    println!("\n{} passed, {} failed", tally.passed, tally.failed);
    Ok(u8::from(tally.failed > 0))
}

/// Runs test programs, shows what they print and counts their results.
fn counted(mut command: Command) -> Result<(Tally, ExitStatus), Failure> {
    command.stdin(Stdio::null()).stdout(Stdio::piped());
    let mut tests = Guarded::spawn("cargo test", command)?;
    let (sender, receiver) = mpsc::sync_channel(WAITING_LINES);
    if let Some(stdout) = tests.take_stdout() {
        thread::spawn(move || {
            let mut reader = BufReader::new(stdout);
            let mut line = Vec::new();
            while reader.read_until(b'\n', &mut line).is_ok_and(|len| len > 0) {
                let text = String::from_utf8_lossy(&line).trim_end_matches(['\n', '\r']).to_owned();
                line.clear();
                if sender.send(text).is_err() {
                    return;
                }
            }
        });
    }
    let mut tally = Tally::default();
    loop {
        match receiver.recv_timeout(Duration::from_millis(100)) {
            Ok(line) => {
                if tally.take(&line) {
                    println!("{line}");
                }
            }
            Err(RecvTimeoutError::Timeout) => {
                if let Some(signal) = signals::asked() {
                    return Err(Failure::Interrupted(signal));
                }
            }
            Err(RecvTimeoutError::Disconnected) => return Ok((tally, tests.finish()?)),
        }
    }
}

/// The steps of a command with the time that each took.
#[derive(Debug, Default)]
struct Steps(Vec<(&'static str, Duration)>);

impl Steps {
    fn time<T>(&mut self, name: &'static str, step: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
        let started = Instant::now();
        let result = step();
        self.0.push((name, started.elapsed()));
        if result.is_err() {
            self.print();
        }
        result
    }

    fn print(&self) {
        println!("\nsteps");
        for (name, took) in &self.0 {
            println!("  {:>7.1} s  {name}", took.as_secs_f64());
        }
    }
}
