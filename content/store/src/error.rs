//! What can go wrong with the store.

use rusqlite::ErrorCode;
use std::{io, path::PathBuf};

/// Why the writer cannot go on; the active release is untouched in every case.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("`{}`: another agent is writing this store: stop it first, one agent serves one kiosk", .0.display())]
    Locked(PathBuf),
    #[error("`{}`: the disk is full: free some space, the release on the screen stays", .0.display())]
    Full(PathBuf),
    #[error("`{}`: the database is damaged: {what}; it is moved aside and rebuilt at the next start", path.display())]
    Corrupt { path: PathBuf, what: String },
    #[error("`{}`: written by newer software (schema {found}): update this program", path.display())]
    NewerSchema { path: PathBuf, found: i64 },
    #[error("`{}`: {source}", path.display())]
    Io { path: PathBuf, source: io::Error },
    #[error("`{}`: {source}", path.display())]
    Database { path: PathBuf, source: rusqlite::Error },
    #[error("`{target}`: `{sha256}` is not a SHA-256 in lower-case hex")]
    BadDigest { target: String, sha256: String },
    #[error("`{target}`: more than its {len} bytes came in")]
    TooLong { target: String, len: u64 },
    #[error("`{target}`: only {have} of {len} bytes came in")]
    TooShort { target: String, have: u64, len: u64 },
    #[error("`{target}`: its SHA-256 is {found}, the release says {expected}")]
    WrongHash { target: String, expected: String, found: String },
    #[error("`{target}`: the release cannot go live, its file {sha256} is not in the store")]
    MissingObject { target: String, sha256: String },
    #[error("a record of the release cannot be written: {0}")]
    Record(#[from] serde_json::Error),
    #[error("the release cannot be written: {0}")]
    Wire(#[from] wayside_model::wire::WireError),
}

impl StoreError {
    pub(crate) fn io(path: impl Into<PathBuf>, source: io::Error) -> Self {
        let path = path.into();
        match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full(path),
            _ => Self::Io { path, source },
        }
    }

    pub(crate) fn database(path: impl Into<PathBuf>, source: rusqlite::Error) -> Self {
        let path = path.into();
        match source.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::Full(path),
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                Self::Corrupt { path, what: source.to_string() }
            }
            _ => Self::Database { path, source },
        }
    }

    /// Whether opening the store anew mends it.
    pub fn is_corrupt(&self) -> bool {
        matches!(self, Self::Corrupt { .. })
    }
}

/// What the screen is told when the store has nothing to give.
///
/// An empty or missing store is no error: it reads as "no release yet".
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    #[error("`{}`: the store is damaged: {what}; the agent rebuilds it", path.display())]
    Corrupt { path: PathBuf, what: String },
    #[error("`{}`: the store is busy, try again", .0.display())]
    Busy(PathBuf),
    #[error("`{}`: written by newer software (schema {found}): update this program", path.display())]
    NewerSchema { path: PathBuf, found: i64 },
    #[error("`{}`: {source}", path.display())]
    Io { path: PathBuf, source: io::Error },
    #[error("`{}`: {source}", path.display())]
    Database { path: PathBuf, source: rusqlite::Error },
    #[error("`{0}` is not a SHA-256 in lower-case hex")]
    BadDigest(String),
    #[error("`{}`: there is no such file in the store", .0.display())]
    MissingObject(PathBuf),
    #[error("`{}`: {len} bytes are more than the {max} that are read at once", path.display())]
    TooLong { path: PathBuf, len: u64, max: u64 },
}

impl ReadError {
    pub(crate) fn database(path: impl Into<PathBuf>, source: rusqlite::Error) -> Self {
        let path = path.into();
        match source.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                Self::Corrupt { path, what: source.to_string() }
            }
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy(path),
            _ => Self::Database { path, source },
        }
    }
}
