//! The `content` program.

use clap::Parser;
use std::io::Write;
use std::process::ExitCode;
use wayside_content::{Arguments, Outcome, Paint, Progress, run};

fn main() -> anyhow::Result<ExitCode> {
    let arguments = Arguments::parse();
    let (is_json, paint) = (arguments.json, Paint::for_stdout());
    let outcome = run(arguments, chrono::Utc::now(), paint, &Progress::on_terminal())
        .unwrap_or_else(|error| Outcome::failure(&error, paint));
    let text = if is_json { format!("{:#}\n", outcome.json) } else { outcome.text.clone() };
    match std::io::stdout().write_all(text.as_bytes()) {
        // Whoever read this has seen enough.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => {}
        written => written?,
    }
    Ok(ExitCode::from(outcome.exit_code()))
}
