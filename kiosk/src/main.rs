//! The program that the public meets: it reads the local store and draws; it has no network at all.

#![expect(clippy::needless_pass_by_value, reason = "Bevy hands systems their parameters by value")]

mod app;
mod args;
mod clock;
mod content;
mod frame_log;
mod gallery;
mod memory;
mod pictures;
mod recorder;
mod replay;
mod session;
mod shot;
mod stills;
mod trouble;
mod wake;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    memory::give_back_early();
    trouble::explain_panics();
    match args::Args::parse().run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("kiosk: {error:#}");
            ExitCode::from(trouble::EXIT_FAILED)
        }
    }
}
