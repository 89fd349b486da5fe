//! Where the files of a release come from.

use std::{
    error::Error,
    fs::File,
    io::{self, Read, Seek, SeekFrom},
    path::PathBuf,
    pin::Pin,
};
use wayside_repository::Target;
use wayside_store::{PartialObject, StoreError};

/// Bytes that are read from a folder at a time.
const CHUNK_LEN: usize = 64 * 1024;

/// Why a file did not come.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    #[error("it is not there")]
    NotFound,
    /// The source could not be asked, broke off or was too slow.
    #[error("{0}")]
    Failed(#[source] Box<dyn Error + Send + Sync>),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A fetch under way.
pub type Fetching<'a> = Pin<Box<dyn Future<Output = Result<(), SourceError>> + Send + 'a>>;

/// Where the files of a release come from: a hub, a content network, a folder.
pub trait TargetSource: Send + Sync {
    /// Appends the bytes of a file from [`PartialObject::have`] on, or restarts it where it cannot go on.
    ///
    /// Bounds its own time; `into` bounds the length, and the caller checks the hash.
    fn fetch<'a>(&'a self, target: &'a Target, into: &'a mut PartialObject) -> Fetching<'a>;
}

/// Reads files from a repository folder: a test's, or one on a memory stick.
#[derive(Debug, Clone)]
pub struct FolderSource {
    folder: PathBuf,
}

impl FolderSource {
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    fn copy(&self, target: &Target, into: &mut PartialObject) -> Result<(), SourceError> {
        let failed = |e: io::Error| match e.kind() {
            io::ErrorKind::NotFound => SourceError::NotFound,
            _ => SourceError::Failed(e.into()),
        };
        let mut file = File::open(self.folder.join(target.path())).map_err(failed)?;
        file.seek(SeekFrom::Start(into.have())).map_err(failed)?;
        let mut chunk = vec![0; CHUNK_LEN];
        loop {
            match file.read(&mut chunk) {
                Ok(0) => return Ok(()),
                Ok(len) => into.write(&chunk[..len])?,
                Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
                Err(e) => return Err(failed(e)),
            }
        }
    }
}

impl TargetSource for FolderSource {
    fn fetch<'a>(&'a self, target: &'a Target, into: &'a mut PartialObject) -> Fetching<'a> {
        Box::pin(async move { self.copy(target, into) })
    }
}
