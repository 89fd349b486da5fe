//! Checking the bytes of a file against the signed list: [`Downloaded`] → [`VerifiedFile`].

use crate::Target;
use crate::disk::DiskError;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

/// Bytes read from disk at a time.
const CHUNK_LEN: usize = 64 * 1024;

/// Why a file is not the one that was signed.
#[derive(Debug, thiserror::Error)]
pub enum TargetError {
    #[error("`{name}` is longer than the {len} bytes that were signed")]
    TooLong { name: String, len: u64 },
    #[error("`{name}` ends after {seen} of {len} bytes")]
    TooShort { name: String, seen: u64, len: u64 },
    #[error("`{name}` is not the file that was signed: its SHA-256 differs")]
    Differs { name: String },
    #[error(transparent)]
    Disk(#[from] DiskError),
}

/// Checks a file's bytes as they stream in.
#[derive(Debug, Clone)]
pub struct Verifier {
    target: Target,
    hasher: Sha256,
    seen: u64,
}

impl Verifier {
    pub fn new(target: &Target) -> Self {
        Self { target: target.clone(), hasher: Sha256::new(), seen: 0 }
    }

    /// Takes the next bytes; refuses them as soon as there are too many.
    pub fn update(&mut self, bytes: &[u8]) -> Result<(), TargetError> {
        let seen = self.seen + bytes.len() as u64;
        if seen > self.target.len() {
            return Err(TargetError::TooLong { name: self.target.name().to_owned(), len: self.target.len() });
        }
        self.hasher.update(bytes);
        self.seen = seen;
        Ok(())
    }

    /// Bytes taken so far; a download that was cut off goes on from here.
    pub fn seen(&self) -> u64 {
        self.seen
    }

    /// Whether all bytes have arrived.
    pub fn is_complete(&self) -> bool {
        self.seen == self.target.len()
    }

    /// Says whether these were the bytes that were signed, and returns the target that they are.
    pub fn finish(self) -> Result<Target, TargetError> {
        let name = || self.target.name().to_owned();
        if !self.is_complete() {
            return Err(TargetError::TooShort { name: name(), seen: self.seen, len: self.target.len() });
        }
        if hex::encode(self.hasher.finalize()) != self.target.sha256() {
            return Err(TargetError::Differs { name: name() });
        }
        Ok(self.target)
    }

    /// Takes what a file holds, such as the first part of a download that was cut off.
    pub fn update_from_file(&mut self, path: &Path) -> Result<(), TargetError> {
        let mut file = File::open(path).map_err(DiskError::at("read", path))?;
        let mut chunk = vec![0; CHUNK_LEN];
        loop {
            match file.read(&mut chunk).map_err(DiskError::at("read", path))? {
                0 => return Ok(()),
                len => self.update(&chunk[..len])?,
            }
        }
    }
}

/// A file on disk that claims to be a target; nothing may read it but [`Downloaded::verify`].
#[derive(Debug)]
pub struct Downloaded {
    target: Target,
    path: PathBuf,
}

impl Downloaded {
    pub fn new(target: &Target, path: impl Into<PathBuf>) -> Self {
        Self { target: target.clone(), path: path.into() }
    }

    /// Reads the file and checks it; blocks for as long as the disk takes.
    pub fn verify(self) -> Result<VerifiedFile, TargetError> {
        let mut verifier = Verifier::new(&self.target);
        verifier.update_from_file(&self.path)?;
        Ok(VerifiedFile { target: verifier.finish()?, path: self.path })
    }
}

/// A file on disk that is the one that was signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifiedFile {
    target: Target,
    path: PathBuf,
}

impl VerifiedFile {
    pub fn target(&self) -> &Target {
        &self.target
    }

    pub fn path(&self) -> &Path {
        &self.path
    }
}
