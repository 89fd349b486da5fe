//! `run --once --screenshot FILE`: makes one picture and ends.

use crate::{Failure, arguments::Options, build, display::Display, hub, process, size::Size, state};
use std::{path::Path, process::Command};

/// Makes a picture and returns the kiosk's exit code.
pub fn take(options: &Options, out: &Path) -> Result<u8, Failure> {
    build::build(options, build::ALL)?;
    let folder = state::State::open(options)?;
    let store = hub::filled_store(options, &folder)?;
    let size = options.size.unwrap_or_else(|| state::panel_of(&options.kiosk));
    let display = Display::headless(size)?;
    let mut command = once(&store, options, size, out);
    command.args(&options.kiosk_arguments);
    display.give_to(&mut command);
    process::finish("kiosk", command).map(process::code_of)
}

/// Makes the command that draws one picture from a store.
pub fn once(store: &Path, options: &Options, size: Size, out: &Path) -> Command {
    let mut command = kiosk(store, options);
    command.arg("--size").arg(size.to_string()).arg("--once").arg("--screenshot").arg(out);
    command
}

/// Makes the command that runs the kiosk on a store.
pub fn kiosk(store: &Path, options: &Options) -> Command {
    let mut command = build::program(build::KIOSK.name);
    command.arg("--store").arg(store).arg("--kiosk").arg(&options.kiosk);
    command
}
