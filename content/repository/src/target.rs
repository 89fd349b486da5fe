//! A file of a release, as the signed list names it.

use sha2::{Digest, Sha256};
use wayside_model::media::MediaFile;

/// Longest name of a target in bytes.
const MAX_NAME_LEN: usize = 160;

/// Largest target in bytes; a list that names a larger one is refused.
pub(crate) const MAX_TARGET_LEN: u64 = 4 * 1024 * 1024 * 1024;

/// A file of a release: its flat name, its length in bytes and its SHA-256 in lower-case hex.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    name: String,
    len: u64,
    sha256: String,
}

/// Why something cannot be a target.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadTarget {
    #[error("`{0}` is not a flat name: use letters, digits, `-`, `_` and `.`, starting with a letter or digit")]
    Name(String),
    #[error("`{name}` is {len} bytes long, more than {MAX_TARGET_LEN}")]
    TooLarge { name: String, len: u64 },
    #[error("`{0}` has no SHA-256 of 64 lower-case hexadecimal digits")]
    Sha256(String),
}

/// Whether a name is one of flat ASCII that is the same in every file system, URL and signer.
pub fn is_flat_name(name: &str) -> bool {
    name.len() <= MAX_NAME_LEN
        && name.starts_with(|c: char| c.is_ascii_alphanumeric())
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'))
}

impl Target {
    /// Checks and wraps the facts about a file.
    pub fn new(name: &str, len: u64, sha256: &str) -> Result<Self, BadTarget> {
        if !is_flat_name(name) {
            return Err(BadTarget::Name(name.to_owned()));
        }
        if len > MAX_TARGET_LEN {
            return Err(BadTarget::TooLarge { name: name.to_owned(), len });
        }
        if sha256.len() != 64 || !sha256.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
            return Err(BadTarget::Sha256(name.to_owned()));
        }
        Ok(Self { name: name.to_owned(), len, sha256: sha256.to_owned() })
    }

    /// Measures a file in memory.
    pub fn of(name: &str, bytes: &[u8]) -> Result<Self, BadTarget> {
        Self::new(name, bytes.len() as u64, &hex::encode(Sha256::digest(bytes)))
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    /// Length in bytes.
    pub fn len(&self) -> u64 {
        self.len
    }

    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// Name of the file in the repository's folder of targets.
    pub fn file_name(&self) -> String {
        format!("{}.{}", self.sha256, self.name)
    }

    /// Path of the file from the repository's root, with forward slashes.
    pub fn path(&self) -> String {
        format!("{}/{}", crate::TARGETS, self.file_name())
    }

    /// Whether a media record means this very file.
    pub fn is(&self, file: &MediaFile) -> bool {
        self.name == file.target && self.len == file.len && self.sha256 == file.sha256
    }
}
