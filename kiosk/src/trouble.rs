//! Faults that end the program, said in a sentence with what to do, and with an exit code of their own.

use std::panic;
use std::process;

/// Something failed; the message says what.
pub const EXIT_FAILED: u8 = 1;

/// No graphics adapter was found.
pub const EXIT_NO_GPU: u8 = 3;

/// No display to open a window on.
pub const EXIT_NO_DISPLAY: u8 = 4;

/// Threads whose failure the screen survives.
const WORKERS: [&str; 3] = ["pictures", "store", "shot"];

/// Turns the panics of the graphics stack into messages; others are shown as they are and end the program too,
/// so that whoever supervises it starts it again.
pub fn explain_panics() {
    let default = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        let what = info.payload_as_str().unwrap_or_default();
        if what.contains("Unable to find a GPU") {
            eprintln!(
                "kiosk: no graphics adapter was found. Install Vulkan drivers: the Debian package mesa-vulkan-drivers \
                 has a software one; `vulkaninfo --summary` lists what there is."
            );
            process::exit(EXIT_NO_GPU.into());
        }
        if what.contains("Failed to build event loop") {
            eprintln!(
                "kiosk: no display to open a window on. Set DISPLAY or WAYLAND_DISPLAY, or run it under `xvfb-run`; \
                 `--once --screenshot FILE` needs no display."
            );
            process::exit(EXIT_NO_DISPLAY.into());
        }
        default(info);
        // A worker that fails is missed, not mourned: the screen goes on with what it has.
        let is_worker = std::thread::current().name().is_some_and(|name| WORKERS.contains(&name));
        if !is_worker {
            process::exit(EXIT_FAILED.into());
        }
    }));
}
