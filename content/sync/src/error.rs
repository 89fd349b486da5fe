//! Why a sync brought nothing new.

use crate::SourceError;
use wayside_model::wire::WireError;
use wayside_repository::ClientError;
use wayside_store::{ReadError, StoreError, SyncProblem};

/// Why a sync brought nothing new; the active release stays on the screen in every case.
#[derive(Debug, thiserror::Error)]
pub enum SyncError {
    #[error(transparent)]
    Metadata(#[from] ClientError),
    #[error("`{target}` could not be fetched: {source}")]
    Fetch { target: String, source: SourceError },
    #[error("release {offered} is older than release {active} on the screen: somebody is serving old content")]
    Older { offered: u64, active: u64 },
    #[error("the signed list lacks `{target}`, which media `{media}` needs: publish again")]
    MissingMedia { media: String, target: String },
    #[error("`{document}` is {len} bytes long, more than the {max} that a kiosk reads")]
    DocumentTooLong { document: String, len: u64, max: u64 },
    #[error(transparent)]
    Wire(#[from] WireError),
    #[error("`{document}` was damaged in the store, it is fetched again next time: {source}")]
    Damaged { document: String, sha256: String, source: Box<ReadError> },
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl SyncError {
    /// Which of the screen's notes it is.
    pub fn problem(&self) -> SyncProblem {
        use wayside_repository::ClientError as Client;
        match self {
            Self::Metadata(Client::Unreachable { .. } | Client::NotFound { .. })
            | Self::Fetch { source: SourceError::NotFound | SourceError::Failed(_), .. }
            // The hub broke off in the middle of a file.
            | Self::Store(StoreError::TooShort { .. }) => SyncProblem::Unreachable,
            Self::Metadata(Client::Store(_)) | Self::Damaged { .. } => SyncProblem::Storage,
            Self::Metadata(_) | Self::Older { .. } => SyncProblem::Refused,
            Self::Fetch { source: SourceError::Store(store), .. } | Self::Store(store) => match store {
                StoreError::TooLong { .. } | StoreError::WrongHash { .. } => SyncProblem::Refused,
                _ => SyncProblem::Storage,
            },
            Self::MissingMedia { .. } | Self::DocumentTooLong { .. } | Self::Wire(_) => SyncProblem::Unusable,
        }
    }

    /// Whether the hub answered, with whatever.
    pub fn is_contact(&self) -> bool {
        match self {
            Self::Metadata(error) => !error.is_unreachable(),
            Self::Fetch { source, .. } => !matches!(source, SourceError::Failed(_)),
            _ => true,
        }
    }

    /// Whether the store's database has to be opened anew.
    pub fn is_corrupt_store(&self) -> bool {
        match self {
            Self::Store(store) | Self::Fetch { source: SourceError::Store(store), .. } => store.is_corrupt(),
            _ => false,
        }
    }
}
