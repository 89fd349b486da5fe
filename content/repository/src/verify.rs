//! Checking a whole repository in a folder, as a kiosk would and then every file.

use crate::disk::DiskError;
use crate::{Client, ClientError, FolderTransport, Target, Verified};
use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::Read;
use std::path::Path;

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

/// What a repository in a folder holds, and what is wrong with its files.
#[derive(Debug)]
pub struct FolderReport {
    pub verified: Verified,
    /// Bytes of all files together.
    pub len: u64,
    /// Every file that is not the one that was signed.
    pub wrong: Vec<TargetError>,
}

/// Checks the metadata of a repository in a folder as a kiosk that trusts `root_json` would, then every file;
/// calls `progress` after each file with the number of bytes checked.
pub async fn verify_folder(
    folder: &Path,
    root_json: &[u8],
    now: DateTime<Utc>,
    mut progress: impl FnMut(u64),
) -> Result<FolderReport, ClientError> {
    let mut client = Client::forgetful(root_json, FolderTransport::new(folder))?;
    let verified = client.refresh(now).await?;
    let (mut len, mut wrong) = (0, Vec::new());
    for target in verified.targets() {
        wrong.extend(verify_file(target, &folder.join(target.path())).err());
        len += target.len();
        progress(len);
    }
    Ok(FolderReport { verified, len, wrong })
}

/// Checks that a file on disk is the one that was signed; reads no more of it than was signed and one chunk.
pub(crate) fn verify_file(target: &Target, path: &Path) -> Result<(), TargetError> {
    let mut file = File::open(path).map_err(DiskError::at("read", path))?;
    let (mut hasher, mut seen) = (Sha256::new(), 0);
    let mut chunk = vec![0; CHUNK_LEN];
    let (name, len) = (|| target.name().to_owned(), target.len());
    loop {
        let bytes = match file.read(&mut chunk).map_err(DiskError::at("read", path))? {
            0 => break,
            count => &chunk[..count],
        };
        seen += bytes.len() as u64;
        if seen > len {
            return Err(TargetError::TooLong { name: name(), len });
        }
        hasher.update(bytes);
    }
    if seen < len {
        return Err(TargetError::TooShort { name: name(), seen, len });
    }
    if hex::encode(hasher.finalize()) != target.sha256() {
        return Err(TargetError::Differs { name: name() });
    }
    Ok(())
}
