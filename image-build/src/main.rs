//! `appliance`: what `cargo appliance` runs.

use std::process::ExitCode;
use wayside_appliance::{
    Failure,
    arguments::{self, Command, Options},
    bench, build, debian, doctor, gallery, live, packages, picture, pictures, signals,
    state::State,
    suite,
};

fn main() -> ExitCode {
    signals::catch();
    let result = arguments::parse(std::env::args().skip(1)).and_then(|options| obey(&options));
    match result {
        Ok(code) => ExitCode::from(code),
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::from(failure.exit_code())
        }
    }
}

/// Does what was asked and returns the exit code.
fn obey(options: &Options) -> Result<u8, Failure> {
    let command = match &options.command {
        Command::Help => {
            print!("{}", arguments::USAGE);
            return Ok(0);
        }
        Command::Doctor => return Ok(doctor::examine(options)),
        command => command,
    };
    debian::provide(&packages::needed_by(command), options.may_install)?;
    match command {
        Command::Run => live::run(options),
        Command::Picture(out) => picture::take(options, out),
        Command::Test => suite::run(options),
        Command::Gallery => gallery::draw(options),
        Command::Pictures => pictures::draw(options),
        Command::Bench => bench::measure(options),
        Command::Publish(folder) => {
            build::build(options, &[build::CONTENT])?;
            State::open(options)?.publish(folder.as_deref()).map(|()| 0)
        }
        Command::Content => {
            build::build(options, &[build::CONTENT])?;
            build::pass_through("content", &options.rest)
        }
        Command::Help | Command::Doctor => Ok(0),
    }
}
