//! Where each thing lies inside the store's folder.

use crate::Digest;
use std::path::{Path, PathBuf};

/// The paths of a store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    dir: PathBuf,
}

impl Layout {
    pub fn new(dir: impl Into<PathBuf>) -> Self {
        Self { dir: dir.into() }
    }

    pub fn dir(&self) -> &Path {
        &self.dir
    }

    pub fn database(&self) -> PathBuf {
        self.dir.join("wayside.db")
    }

    /// The folder for the repository client's trusted metadata.
    pub fn tuf(&self) -> PathBuf {
        self.dir.join("tuf")
    }

    pub fn objects(&self) -> PathBuf {
        self.dir.join("objects")
    }

    pub fn object(&self, digest: &Digest) -> PathBuf {
        self.object_dir(digest).join(digest.as_str())
    }

    /// The folder that a file lies in: one for each first two digits, so that none grows long.
    pub fn object_dir(&self, digest: &Digest) -> PathBuf {
        self.objects().join(&digest.as_str()[..2])
    }

    pub fn partials(&self) -> PathBuf {
        self.dir.join("partial")
    }

    pub fn partial(&self, digest: &Digest) -> PathBuf {
        self.partials().join(digest.as_str())
    }

    pub fn lock(&self) -> PathBuf {
        self.dir.join("store.lock")
    }
}
