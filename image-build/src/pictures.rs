//! `pictures`: draws the README's pictures anew.

use crate::{
    Failure,
    arguments::Options,
    build,
    display::Display,
    hub, picture, process,
    size::Size,
    state::{self, State},
};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// A Saturday morning on the kiosks' clocks: the same content gives the same pictures on any day.
const INSTANT: &str = "2026-12-12T10:30:00-08:00";

/// A picture of the README.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picture {
    /// The file's name without its ending.
    pub name: &'static str,
    pub kiosk: &'static str,
    pub screen: &'static str,
    pub language: &'static str,
}

const fn picture(name: &'static str, kiosk: &'static str, screen: &'static str, language: &'static str) -> Picture {
    Picture { name, kiosk, screen, language }
}

/// The README's pictures, in its order.
pub const PICTURES: &[Picture] = &[
    picture("attract", "union-station", "attract", "en"),
    picture("home", "union-station", "home", "en"),
    picture("home-fa", "union-station", "home", "fa"),
    picture("place", "union-station", "place:griffith-observatory", "en"),
    picture("events", "union-station", "events", "en"),
    picture("landscape", "exposition-park", "home", "en"),
];

/// Returns the folder that the README shows pictures from.
pub fn folder() -> PathBuf {
    build::root().join("assets/pictures")
}

/// Draws each picture by the way of the street and returns the exit code.
///
/// The store is filled from the sample city in a state folder of its own, whatever else was published or is running.
pub fn draw(options: &Options) -> Result<u8, Failure> {
    build::build(options, build::ALL)?;
    let out = options.out.clone().unwrap_or_else(folder);
    fs::create_dir_all(&out).map_err(|e| Failure::file("make", &out, &e))?;
    let root = State::open(options)?.root().join("pictures");
    let mut options = Options { state: Some(root), ..options.clone() };
    let state = State::open(&options)?;
    let mut filled = "";
    for one in PICTURES {
        one.kiosk.clone_into(&mut options.kiosk);
        if filled != one.kiosk {
            hub::filled_store(&options, &state)?;
            filled = one.kiosk;
        }
        draw_one(one, &state.store(one.kiosk), &options, &out)?;
    }
    Ok(0)
}

fn draw_one(one: &Picture, store: &Path, options: &Options, out: &Path) -> Result<(), Failure> {
    let file = out.join(one.name).with_extension("png");
    let size = half(state::panel_of(one.kiosk));
    let display = Display::headless(size)?;
    let mut command = picture::once(store, options, size, &file);
    command.args(["--screen", one.screen, "--language", one.language, "--at", INSTANT]);
    command.args(&options.kiosk_arguments);
    display.give_to(&mut command);
    process::succeed("kiosk", command)?;
    println!("{}", file.display());
    Ok(())
}

/// Half of a panel's pixels each way; what is drawn keeps its proportions, down to the millimetre.
fn half(panel: Size) -> Size {
    Size { width_px: panel.width_px / 2, height_px: panel.height_px / 2 }
}
