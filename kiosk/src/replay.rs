//! `kiosk replay FILE`: plays a recording without a screen and checks what it expects.

use crate::trouble::EXIT_FAILED;
use anyhow::{Context, Result};
use std::path::Path;
use std::process::ExitCode;
use wayside_core::recording::Recording;

/// Reads a recording from a file.
pub fn read(file: &Path) -> Result<Recording> {
    let text = std::fs::read_to_string(file).with_context(|| format!("reading the recording {}", file.display()))?;
    Recording::parse(&text).with_context(|| format!("{}", file.display()))
}

/// Replays a recording and says where it ends.
pub fn run(file: &Path) -> Result<ExitCode> {
    let recording = read(file)?;
    match recording.replay() {
        Ok(state) => {
            let screen = state.visit().map_or("attract", |v| v.screen().name());
            println!("{} lines replayed; the kiosk is on `{screen}` in {}", recording.lines.len(), state.language());
            Ok(ExitCode::SUCCESS)
        }
        Err(error) => {
            eprintln!("{}: {error}", file.display());
            Ok(ExitCode::from(EXIT_FAILED))
        }
    }
}
