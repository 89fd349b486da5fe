//! Writes what visitors do into a file that can be replayed.

use anyhow::{Context, Result, anyhow};
use chrono::{DateTime, Utc};
use std::fs::File;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use wayside_core::recording::{Head, Line};
use wayside_core::{Event, State};
use wayside_model::KioskId;

/// A recording that grows.
pub struct Recorder {
    file: File,
    path: PathBuf,
    is_broken: bool,
}

impl Recorder {
    pub fn create(path: &Path, kiosk: &KioskId, state: &State) -> Result<Self> {
        let mut file = File::create_new(path).map_err(|error| match error.kind() {
            // One recording is one run: writing over it would lose the one before.
            ErrorKind::AlreadyExists => anyhow!("the recording {} is there already: name another", path.display()),
            _ => anyhow!("the recording {} cannot be made: {error}", path.display()),
        })?;
        let head = Head { kiosk: kiosk.clone(), language: state.first_language, release: state.release };
        writeln!(file, "{}", serde_json::to_string(&head)?).with_context(|| format!("writing {}", path.display()))?;
        Ok(Self { file, path: path.to_owned(), is_broken: false })
    }

    /// Adds an event; a full disk ends the recording, never the kiosk.
    pub fn write(&mut self, event: &Event, at: DateTime<Utc>) {
        if self.is_broken {
            return;
        }
        let line = Line::Happened { at, event: event.clone() };
        let written =
            serde_json::to_string(&line).map_err(std::io::Error::other).and_then(|text| writeln!(self.file, "{text}"));
        if let Err(error) = written {
            tracing::error!("the recording {} ends here: {error}", self.path.display());
            self.is_broken = true;
        }
    }
}
