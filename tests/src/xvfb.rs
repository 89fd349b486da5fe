//! An X server without a screen.

use crate::{Guarded, LONG, wait_for};
use std::fs;
use std::process::Command;
use tempfile::NamedTempFile;

/// A running X server; dropping it ends it.
#[derive(Debug)]
pub struct Xvfb {
    display: String,
    _server: Guarded,
}

impl Xvfb {
    /// Starts one on a free display; it answers nobody from the network.
    ///
    /// # Panics
    /// When it does not start.
    pub fn start(width_px: u32, height_px: u32) -> Self {
        let number = NamedTempFile::new().expect("a temporary file can be made");
        // A shell hands the file over as descriptor 3, into which the server writes the display that it took.
        let script = format!(
            "exec Xvfb -displayfd 3 -screen 0 {width_px}x{height_px}x24 -nolisten tcp -noreset 3>'{}'",
            number.path().display()
        );
        let mut server = Guarded::start(Command::new("sh").args(["-c", &script]));
        let (display, _) = wait_for("Xvfb starts", LONG, || {
            assert!(server.is_running(), "Xvfb ended");
            let written = fs::read_to_string(number.path()).ok()?;
            written.ends_with('\n').then(|| format!(":{}", written.trim()))
        });
        Self { display, _server: server }
    }

    /// Its name, such as `:7`.
    pub fn display(&self) -> &str {
        &self.display
    }
}
