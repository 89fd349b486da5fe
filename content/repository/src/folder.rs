//! A repository that lies in a local folder: a test's, an editor's, or one on a memory stick.

use crate::disk::{self, Bounded};
use crate::{Transport, TransportError, is_flat_name};
use std::path::PathBuf;

/// Reads a repository from a folder.
#[derive(Debug, Clone)]
pub struct FolderTransport {
    folder: PathBuf,
}

impl FolderTransport {
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }
}

impl Transport for FolderTransport {
    async fn fetch(&self, path: &str, max_len: u64) -> Result<Vec<u8>, TransportError> {
        if !path.split('/').all(is_flat_name) {
            return Err(TransportError::NotFound);
        }
        match disk::read_bounded(&self.folder.join(path), max_len) {
            Ok(Bounded::Bytes(bytes)) => Ok(bytes),
            Ok(Bounded::Missing) => Err(TransportError::NotFound),
            Ok(Bounded::TooLarge) => Err(TransportError::TooLarge { max_len }),
            Err(error) => Err(TransportError::Failed(error.into())),
        }
    }
}
