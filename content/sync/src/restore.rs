//! The newest release that was ever verified, put together again without a hub.

use crate::{
    SyncError,
    sync::{check_documents, check_media, listed, parse},
};
use chrono::DateTime;
use wayside_repository::Client;
use wayside_store::{SyncStatus, Writer};

/// Puts the release on the screen whose signed list `client` has, from the files in the store.
///
/// For a store that lost its database while the hub is away; `client` asks what a kiosk remembers, not a network.
/// Signatures that have expired since still count, because they did when the list came: an old release is no empty one.
/// Returns its version, or none where the store has this release or a newer one.
/// In the place of an older release it needs all of its files; in an empty store only its documents.
pub async fn restore(client: &mut Client, store: &mut Writer) -> Result<Option<u64>, SyncError> {
    let verified = client.refresh(DateTime::UNIX_EPOCH).await?;
    check_documents(&verified)?;
    let files = listed(&verified);
    let release = parse(&verified, &store.objects())?;
    let active = store.active_version()?;
    if active.is_some_and(|active| release.version <= active) {
        return Ok(None);
    }
    check_media(&release, &files)?;
    let version = match active {
        Some(_) => {
            let staged = store.stage(&release, &files)?;
            store.switch(staged)?
        }
        None => store.restore(&release, &files)?,
    };
    // The screen says since when the content is no longer known to be current.
    let status = SyncStatus { fresh_until: Some(verified.expires()), ..store.sync_status()? };
    store.set_sync_status(&status)?;
    Ok(Some(version))
}
