//! One file into the store.

use crate::{SourceError, SyncError, TargetSource};
use wayside_model::media::MediaFile;
use wayside_repository::Target;
use wayside_store::{Incoming, StoreError};

/// The store's name for a file of the signed list.
pub(crate) fn file_of(target: &Target) -> MediaFile {
    MediaFile { target: target.name().to_owned(), len: target.len(), sha256: target.sha256().to_owned() }
}

/// Fetches one file, from where an earlier go broke off, checks it and puts it in place; returns the bytes fetched.
pub(crate) async fn download(source: &dyn TargetSource, incoming: Incoming, target: &Target) -> Result<u64, SyncError> {
    match go(source, &incoming, target).await {
        // The part from an earlier go may be what was wrong: once more, all of it.
        Err((SyncError::Store(StoreError::WrongHash { .. }), resumed_at)) if resumed_at > 0 => {
            tracing::warn!(target_name = target.name(), resumed_at, "a resumed file was damaged, fetching it whole");
            go(source, &incoming, target).await.map_err(|(error, _)| error)
        }
        other => other.map_err(|(error, _)| error),
    }
}

/// One go; an error comes with the length in bytes of what an earlier go had left.
async fn go(source: &dyn TargetSource, incoming: &Incoming, target: &Target) -> Result<u64, (SyncError, u64)> {
    let mut partial = incoming.open(&file_of(target)).map_err(|error| (error.into(), 0))?;
    let resumed_at = partial.have();
    if !partial.is_complete() {
        source.fetch(target, &mut partial).await.map_err(|error| {
            let error = match error {
                SourceError::Store(store) => SyncError::Store(store),
                source => SyncError::Fetch { target: target.name().to_owned(), source },
            };
            (error, resumed_at)
        })?;
    }
    let fetched = partial.have().saturating_sub(resumed_at);
    partial.finish().map_err(|error| (error.into(), resumed_at))?;
    Ok(fetched)
}
