//! The files of the kept releases, each under its own hash.

use crate::{Digest, Layout, ReadError, StoreError, disk};
use sha2::{Digest as _, Sha256};
use std::{
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
};
use wayside_model::media::MediaFile;

/// The longest file in bytes that is read into memory at once; longer ones, such as videos, are streamed.
pub const MAX_READ_LEN: u64 = 256 * 1024 * 1024;

/// Reads the store's files; cheap to clone, so that workers read beside the screen.
#[derive(Debug, Clone)]
pub struct Objects {
    layout: Layout,
}

impl Objects {
    pub(crate) fn new(layout: Layout) -> Self {
        Self { layout }
    }

    /// Where the file with this SHA-256 lies, whether it is there or not.
    pub fn path(&self, sha256: &str) -> Result<PathBuf, ReadError> {
        let digest = Digest::parse(sha256).ok_or_else(|| ReadError::BadDigest(sha256.to_owned()))?;
        Ok(self.layout.object(&digest))
    }

    /// Reads a file whole and hashes it again: what it returns is what was signed.
    pub fn read_verified(&self, sha256: &str) -> Result<Vec<u8>, ReadError> {
        let path = self.path(sha256)?;
        let open = |e: io::Error| match e.kind() {
            io::ErrorKind::NotFound => ReadError::MissingObject(path.clone()),
            _ => ReadError::Io { path: path.clone(), source: e },
        };
        let file = File::open(&path).map_err(open)?;
        let len = file.metadata().map_err(open)?.len();
        if len > MAX_READ_LEN {
            return Err(ReadError::TooLong { path, len, max: MAX_READ_LEN });
        }
        let mut bytes = Vec::with_capacity(len as usize);
        file.take(MAX_READ_LEN).read_to_end(&mut bytes).map_err(open)?;
        let found = Digest::of(&bytes);
        if found.as_str() != sha256 {
            return Err(ReadError::Corrupt { path, what: format!("its SHA-256 is {found}") });
        }
        Ok(bytes)
    }

    /// Whether a file of this hash and length is in the store; it is hashed when it is read.
    pub fn has(&self, file: &MediaFile) -> bool {
        self.path(&file.sha256)
            .and_then(|path| fs::metadata(&path).map_err(|source| ReadError::Io { path, source }))
            .is_ok_and(|meta| meta.is_file() && meta.len() == file.len)
    }

    /// Hashes every file and removes each that is not what its name says; returns the hashes removed.
    ///
    /// The next sync brings them back. `should_stop` is asked before each file.
    pub fn scrub(&self, mut should_stop: impl FnMut() -> bool) -> Result<Vec<String>, StoreError> {
        let mut removed = Vec::new();
        for path in self.paths()? {
            if should_stop() {
                break;
            }
            let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default().to_owned();
            let is_whole = match Digest::parse(&name) {
                None => false,
                Some(digest) => match hash_file(&path) {
                    Ok(found) => Digest::from_hasher(found) == digest,
                    // The disk could not read it back. Anything else, such as too many open files, says nothing of it.
                    Err(error) => error.raw_os_error() != Some(EIO),
                },
            };
            // Collected by a concurrent prune in the meantime: nothing to remove, nothing to report.
            if !is_whole && path.exists() {
                disk::remove_file(&path)?;
                removed.push(name);
            }
        }
        Ok(removed)
    }

    /// Every file in the folder, in order of name.
    pub(crate) fn paths(&self) -> Result<Vec<PathBuf>, StoreError> {
        let root = self.layout.objects();
        let mut paths = Vec::new();
        for fan in disk::names(&root)? {
            let dir = root.join(fan);
            if dir.is_dir() {
                paths.extend(disk::names(&dir)?.into_iter().map(|name| dir.join(name)));
            }
        }
        Ok(paths)
    }
}

/// The error number of a disk that cannot read a sector (errno(3)).
const EIO: i32 = 5;

/// Hashes a file as a stream.
fn hash_file(path: &Path) -> io::Result<Sha256> {
    let mut hasher = Sha256::new();
    hash_from(&mut File::open(path)?, &mut hasher)?;
    Ok(hasher)
}

/// Hashes the rest of a stream; returns its length in bytes.
pub(crate) fn hash_from(from: &mut impl Read, hasher: &mut Sha256) -> io::Result<u64> {
    let mut buffer = vec![0; 128 * 1024];
    let mut len = 0;
    loop {
        match from.read(&mut buffer) {
            Ok(0) => return Ok(len),
            Ok(n) => {
                hasher.update(&buffer[..n]);
                len += n as u64;
            }
            Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
            Err(e) => return Err(e),
        }
    }
}
