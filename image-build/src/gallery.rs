//! `gallery`: every screen in every language, theme and panel, in one HTML page.

use crate::{Failure, arguments::Options, build, display::Display, hub, process, size::Size, state::State};

/// Large enough for either panel.
const CANVAS: Size = Size { width_px: 1920, height_px: 1920 };

/// Draws the gallery and returns the kiosk's exit code.
pub fn draw(options: &Options) -> Result<u8, Failure> {
    build::build(options, build::ALL)?;
    let state = State::open(options)?;
    let store = hub::filled_store(options, &state)?;
    let out = options.out.clone().unwrap_or_else(|| state.root().join("gallery"));
    let out = std::path::absolute(&out).map_err(|e| Failure::file("find", &out, &e))?;
    let display = Display::headless(CANVAS)?;
    let mut command = build::program(build::KIOSK.name);
    command.arg("gallery").arg("--store").arg(store).arg("--out").arg(&out).args(&options.kiosk_arguments);
    display.give_to(&mut command);
    process::succeed("kiosk gallery", command)?;
    println!("file://{}", out.join("index.html").display());
    Ok(0)
}
