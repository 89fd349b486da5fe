//! Writes what visitors do into a file that can be replayed.

use anyhow::{Context, Result, bail};
use chrono::{DateTime, Utc};
use std::fs::File;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use wayside_core::recording::{Head, Line};
use wayside_core::{Event, State};
use wayside_model::KioskId;

/// Most recordings of one name; a kiosk that starts again and again leaves no more.
const MAX_RECORDINGS: u32 = 1000;

/// Makes a file of this name or, where one is there, with a number after it: each run has a recording of its own.
fn create(path: &Path) -> Result<(File, PathBuf)> {
    for number in 1..=MAX_RECORDINGS {
        let path = if number == 1 { path.to_owned() } else { numbered(path, number) };
        match File::create_new(&path) {
            Ok(file) => return Ok((file, path)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => bail!("the recording {} cannot be made: {error}", path.display()),
        }
    }
    bail!("there are {MAX_RECORDINGS} recordings {} already: move them away", path.display())
}

/// `visit.jsonl` as `visit-2.jsonl`.
fn numbered(path: &Path, number: u32) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let name = match path.extension() {
        Some(extension) => format!("{stem}-{number}.{}", extension.to_string_lossy()),
        None => format!("{stem}-{number}"),
    };
    path.with_file_name(name)
}

/// A recording that grows.
pub struct Recorder {
    file: File,
    path: PathBuf,
    is_broken: bool,
}

impl Recorder {
    pub fn create(path: &Path, kiosk: &KioskId, state: &State) -> Result<Self> {
        let (mut file, path) = create(path)?;
        let head = Head { kiosk: kiosk.clone(), language: state.first_language, release: state.release };
        writeln!(file, "{}", serde_json::to_string(&head)?).with_context(|| format!("writing {}", path.display()))?;
        Ok(Self { file, path, is_broken: false })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_run_has_a_recording_of_its_own() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("visit.jsonl");
        let names = ["visit.jsonl", "visit-2.jsonl", "visit-3.jsonl"];
        for name in names {
            let (mut file, made) = create(&path).unwrap();
            write!(file, "{name}").unwrap();
            assert_eq!(made, dir.path().join(name));
        }
        for name in names {
            assert_eq!(std::fs::read_to_string(dir.path().join(name)).unwrap(), name);
        }
        assert!(create(&dir.path().join("nowhere/visit.jsonl")).is_err());
    }
}
