//! `bench`: speed and memory of the kiosk, with a peer beside them.

use crate::{Failure, arguments::Options, build, display::Display, hub, process, state, state::State};

/// Measures and returns the kiosk's exit code.
///
/// The kiosk's own `bench` measures, on a filled store and a display of its own, and starts the peer that it finds.
pub fn measure(options: &Options) -> Result<u8, Failure> {
    build::build(options, build::ALL)?;
    let folder = State::open(options)?;
    let store = hub::filled_store(options, &folder)?;
    let size = options.size.unwrap_or_else(|| state::panel_of(&options.kiosk));
    let display = Display::headless(size)?;
    let mut command = build::program(build::KIOSK.name);
    command.arg("bench").arg("--store").arg(store).arg("--kiosk").arg(&options.kiosk);
    command.args(&options.kiosk_arguments);
    display.give_to(&mut command);
    process::finish("kiosk bench", command).map(process::code_of)
}
