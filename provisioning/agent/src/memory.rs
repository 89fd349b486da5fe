//! The kiosk's memory of trusted metadata, and the hub that it stands in for while there is none.

use crate::AgentError;
use std::{
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
};
use wayside_repository::{Client, METADATA, MetadataFolder, StoreError as MemoryError, Transport, TransportError};
use wayside_store::Writer;
use wayside_sync::{SyncError, restore};

/// The one file that a client asks for although it has it.
const TIMESTAMP: &str = "timestamp.json";

/// Opens the memory of trusted metadata; a damaged one is set aside, so that a bad sector does not end a kiosk.
///
/// An older release is still refused, because the store itself remembers which one is on the screen.
pub(crate) fn open_memory(folder: &Path) -> Result<MetadataFolder, AgentError> {
    let memory = |source| AgentError::Memory { folder: folder.to_owned(), source };
    match MetadataFolder::open(folder) {
        Err(MemoryError::Damaged(path)) => {
            let aside = folder.with_extension("damaged");
            tracing::warn!(
                file = %path.display(), aside = %aside.display(),
                "the memory of trusted metadata was damaged and starts anew from the given root"
            );
            set_aside(folder, &aside).map_err(|source| AgentError::Aside { folder: folder.to_owned(), source })?;
            MetadataFolder::open(folder).map_err(memory)
        }
        opened => opened.map_err(memory),
    }
}

/// Moves a folder out of the way; only the newest is kept.
fn set_aside(folder: &Path, aside: &Path) -> io::Result<()> {
    match fs::remove_dir_all(aside) {
        Err(e) if e.kind() != io::ErrorKind::NotFound => return Err(e),
        _ => {}
    }
    fs::rename(folder, aside)
}

/// Puts the release back that the memory knows, without a hub; returns its version, or none where there is none newer.
pub(crate) async fn restore_remembered(
    root: &[u8],
    memory: &MetadataFolder,
    store: &mut Writer,
) -> Result<Option<u64>, SyncError> {
    let timestamp = store.tuf_dir().join(TIMESTAMP);
    if !timestamp.exists() {
        return Ok(None);
    }
    let mut client = Client::open(root, memory.clone(), Remembered { timestamp })?;
    restore(&mut client, store).await
}

/// Answers with what is remembered, so that a client goes through all of its checks without a network.
///
/// The client itself reads the rest of the memory, which is exactly what this timestamp names.
#[derive(Debug)]
struct Remembered {
    timestamp: PathBuf,
}

impl Transport for Remembered {
    async fn fetch(&self, path: &str, max_len: u64) -> Result<Vec<u8>, TransportError> {
        if path.strip_prefix(METADATA).and_then(|path| path.strip_prefix('/')) != Some(TIMESTAMP) {
            return Err(TransportError::NotFound);
        }
        let failed = |e: io::Error| TransportError::Failed(e.into());
        let mut file = Vec::new();
        // A memory's file begins with a line of its checksum.
        let with_checksum = max_len.saturating_add(128);
        File::open(&self.timestamp).map_err(failed)?.take(with_checksum).read_to_end(&mut file).map_err(failed)?;
        let end = file.iter().position(|byte| *byte == b'\n').ok_or(TransportError::NotFound)?;
        file.drain(..=end);
        Ok(file)
    }
}
