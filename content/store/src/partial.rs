//! A file that is coming in, possibly in several goes.

use crate::{Digest, Layout, StoreError, disk, objects::hash_from};
use sha2::{Digest as _, Sha256};
use std::{
    fs::{self, File},
    io::{Seek, SeekFrom, Write},
    path::PathBuf,
};
use wayside_model::media::MediaFile;

/// Opens files that are on their way into the store.
#[derive(Debug, Clone)]
pub struct Incoming {
    layout: Layout,
}

impl Incoming {
    pub(crate) fn new(layout: Layout) -> Self {
        Self { layout }
    }

    /// Opens a file that is to come in, with what an earlier go has left of it.
    pub fn open(&self, file: &MediaFile) -> Result<PartialObject, StoreError> {
        PartialObject::open(&self.layout, file)
    }
}

/// A file on its way into the store: bounded by its length, hashed as it comes, resumable after a cut.
///
/// Dropping it keeps what has come so far for the next go.
#[derive(Debug)]
pub struct PartialObject {
    layout: Layout,
    expected: MediaFile,
    digest: Digest,
    path: PathBuf,
    file: File,
    hasher: Sha256,
    have: u64,
}

impl PartialObject {
    /// Opens the file, with what an earlier go has left of it.
    pub(crate) fn open(layout: &Layout, expected: &MediaFile) -> Result<Self, StoreError> {
        let digest = Digest::parse(&expected.sha256).ok_or_else(|| StoreError::BadDigest {
            target: expected.target.clone(),
            sha256: expected.sha256.clone(),
        })?;
        disk::make_dir(&layout.partials())?;
        let path = layout.partial(&digest);
        let io = |e| StoreError::io(&path, e);
        let mut file = File::options().read(true).write(true).create(true).truncate(false).open(&path).map_err(io)?;
        let mut hasher = Sha256::new();
        let have = hash_from(&mut file, &mut hasher).map_err(io)?;
        let mut partial =
            Self { layout: layout.clone(), expected: expected.clone(), digest, path: path.clone(), file, hasher, have };
        if have > expected.len {
            partial.restart()?;
        }
        Ok(partial)
    }

    /// The file that is coming in.
    pub fn expected(&self) -> &MediaFile {
        &self.expected
    }

    /// How many bytes are here; a source goes on from there.
    pub fn have(&self) -> u64 {
        self.have
    }

    /// Whether every byte is here, right or wrong.
    pub fn is_complete(&self) -> bool {
        self.have == self.expected.len
    }

    /// Forgets what has come: for a source that can only start from the first byte.
    pub fn restart(&mut self) -> Result<(), StoreError> {
        let io = |e| StoreError::io(&self.path, e);
        self.file.set_len(0).map_err(io)?;
        self.file.seek(SeekFrom::Start(0)).map_err(io)?;
        self.hasher = Sha256::new();
        self.have = 0;
        Ok(())
    }

    /// Appends bytes; one byte too many is an error and none of the chunk is kept.
    pub fn write(&mut self, chunk: &[u8]) -> Result<(), StoreError> {
        if chunk.len() as u64 > self.expected.len - self.have {
            return Err(StoreError::TooLong { target: self.expected.target.clone(), len: self.expected.len });
        }
        if let Err(e) = self.file.write_all(chunk) {
            // Drop the half-written chunk; if that fails too, the next go hashes the file anew anyway.
            let _ = self.file.set_len(self.have).and_then(|()| self.file.seek(SeekFrom::Start(self.have)));
            return Err(StoreError::io(&self.path, e));
        }
        self.hasher.update(chunk);
        self.have += chunk.len() as u64;
        Ok(())
    }

    /// Checks length and hash, makes the file durable and moves it into place.
    ///
    /// One that is too short stays for the next go; one with the wrong hash is removed.
    pub fn finish(self) -> Result<(), StoreError> {
        let target = self.expected.target.clone();
        if !self.is_complete() {
            return Err(StoreError::TooShort { target, have: self.have, len: self.expected.len });
        }
        let found = Digest::from_hasher(self.hasher);
        if found != self.digest {
            disk::remove_file(&self.path)?;
            return Err(StoreError::WrongHash { target, expected: self.expected.sha256, found: found.to_string() });
        }
        self.file.sync_all().map_err(|e| StoreError::io(&self.path, e))?;
        let object = self.layout.object(&self.digest);
        let dir = self.layout.object_dir(&self.digest);
        disk::make_dir(&dir)?;
        fs::rename(&self.path, &object).map_err(|e| StoreError::io(&object, e))?;
        disk::sync_dir(&dir)
    }
}
