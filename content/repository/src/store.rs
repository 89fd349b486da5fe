//! What a kiosk remembers of the metadata it has trusted, so that nobody can show it an older one.

use crate::disk::{self, Bounded, DiskError};
use sha2::{Digest, Sha256};
use sigstore_tuf::MetadataStore;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// Largest remembered file in bytes.
const MAX_REMEMBERED_LEN: u64 = 16 * 1024 * 1024;

/// Length in bytes of the checksum line at the top of each file.
const CHECKSUM_LEN: usize = 65;

/// Why the memory of trusted metadata cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error(
        "`{}` is damaged, so that an older release could pass for a newer one: \
         check the disk, then remove the folder to start again from the root that came with the kiosk",
        .0.display()
    )]
    Damaged(PathBuf),
    #[error(transparent)]
    Disk(#[from] DiskError),
}

/// A folder that remembers trusted metadata, with a checksum over each file.
///
/// The library takes a damaged file for an absent one; this folder refuses to open with one,
/// because the oldest acceptable version would silently be forgotten.
#[derive(Debug, Clone)]
pub struct MetadataFolder {
    folder: PathBuf,
    /// First failure to write since the last refresh; the library only logs them.
    failure: Arc<Mutex<Option<StoreError>>>,
}

impl MetadataFolder {
    /// Opens a folder, making it where there is none, and checks every file in it.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        disk::create_folder(folder)?;
        disk::remove_unfinished(folder)?;
        for name in disk::names(folder)? {
            read(&folder.join(name))?;
        }
        Ok(Self { folder: folder.to_owned(), failure: Arc::default() })
    }

    /// Takes the first failure to write since it was last asked.
    pub(crate) fn take_failure(&self) -> Option<StoreError> {
        self.failure.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// Path of a remembered file; the library's one subfolder becomes part of the name.
    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name.replace('/', "~"))
    }

    fn write(&self, name: &str, bytes: &[u8]) -> Result<(), StoreError> {
        let path = self.path(name);
        // A damaged file is overwritten: what comes now was just verified.
        if matches!(read(&path), Ok(Some(held)) if held == bytes) {
            return Ok(());
        }
        let mut checked = hex::encode(Sha256::digest(bytes)).into_bytes();
        checked.push(b'\n');
        checked.extend_from_slice(bytes);
        disk::write_whole(&path, &checked)?;
        Ok(disk::sync_folder(&self.folder)?)
    }
}

/// Reads a remembered file and checks it against its checksum.
fn read(path: &Path) -> Result<Option<Vec<u8>>, StoreError> {
    let damaged = || StoreError::Damaged(path.to_owned());
    match disk::read_bounded(path, MAX_REMEMBERED_LEN)? {
        Bounded::Missing => Ok(None),
        Bounded::TooLarge => Err(damaged()),
        Bounded::Bytes(mut bytes) => {
            let (checksum, rest) = bytes.split_at_checked(CHECKSUM_LEN).ok_or_else(damaged)?;
            let expected = hex::encode(Sha256::digest(rest));
            if checksum.strip_suffix(b"\n") != Some(expected.as_bytes()) {
                return Err(damaged());
            }
            bytes.drain(..CHECKSUM_LEN);
            Ok(Some(bytes))
        }
    }
}

/// Whether the library ever asks for this name again; it also hands over each snapshot under its versioned name,
/// which would only pile up.
fn is_remembered(name: &str) -> bool {
    name.starts_with("root_history/")
        || matches!(name, "root.json" | "timestamp.json" | "snapshot.json" | "targets.json")
}

impl MetadataStore for MetadataFolder {
    fn load(&self, name: &str) -> sigstore_tuf::Result<Option<Vec<u8>>> {
        read(&self.path(name)).map_err(|error| library_error(name, error))
    }

    fn store(&self, name: &str, bytes: &[u8]) -> sigstore_tuf::Result<()> {
        if !is_remembered(name) {
            return Ok(());
        }
        self.write(name, bytes).map_err(|error| {
            let told = library_error(name, &error);
            self.failure.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(error);
            told
        })
    }
}

fn library_error(name: &str, error: impl std::fmt::Display) -> sigstore_tuf::Error {
    sigstore_tuf::Error::io(format!("remembering {name}"), std::io::Error::other(error.to_string()))
}
