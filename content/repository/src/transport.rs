//! How metadata gets from a repository to a client.

use std::error::Error;

/// Why a file did not arrive.
#[derive(Debug, thiserror::Error)]
pub enum TransportError {
    /// The repository says that there is no such file.
    #[error("it is not there")]
    NotFound,
    #[error("it is longer than {max_len} bytes")]
    TooLarge { max_len: u64 },
    /// The repository could not be asked, or did not answer in time.
    #[error("{0}")]
    Failed(#[source] Box<dyn Error + Send + Sync>),
}

/// Fetches a repository's metadata.
pub trait Transport: Send + Sync {
    /// Fetches the file at a path from the repository's root, such as `metadata/timestamp.json`.
    ///
    /// Stops reading after `max_len` bytes and bounds its own time.
    fn fetch(&self, path: &str, max_len: u64) -> impl Future<Output = Result<Vec<u8>, TransportError>> + Send;
}
