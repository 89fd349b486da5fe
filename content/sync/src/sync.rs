//! One sync, from the question what is new to the switch.

use crate::{
    SyncError, TargetSource,
    download::{download, file_of},
};
use chrono::{DateTime, Utc};
use futures_util::{StreamExt, TryStreamExt, stream};
use std::collections::BTreeMap;
use wayside_model::{Release, media::MediaFile, wire};
use wayside_repository::{Client, Target, Verified};
use wayside_store::{Incoming, Objects, Writer};

/// Files that are fetched at once: enough to hide a slow line's delays, few enough to leave it usable.
const AT_ONCE: usize = 4;

/// What a sync has made sure of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Synced {
    pub outcome: Outcome,
    /// Until when the city's signatures vouch that this is the newest release.
    pub fresh_until: DateTime<Utc>,
    pub downloaded: Downloaded,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The active release is the newest; files of it that were damaged or gone are back.
    UpToDate { version: u64 },
    /// A new release is on the screen.
    Switched { version: u64, from: Option<u64> },
}

/// What came over the line; the rest of the release was there already.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Downloaded {
    pub files: usize,
    pub bytes: u64,
}

/// Asks what is new, brings it into the store and switches to it; on any error the active release stays.
///
/// Dropping the future at any point is safe: what has come so far is resumed by the next sync.
pub async fn sync_once(
    client: &mut Client,
    store: &mut Writer,
    now: DateTime<Utc>,
    source: &dyn TargetSource,
) -> Result<Synced, SyncError> {
    let verified = client.refresh(now).await?;
    let fresh_until = verified.expires();
    check_documents(&verified)?;
    let files = listed(&verified);
    let active = store.active_version()?;
    let is_active = active.is_some() && store.active_files()? == files;

    let objects = store.objects();
    // By hash: two files with the same bytes, such as two empty lists, come in once.
    let missing: BTreeMap<&str, &Target> = verified
        .targets()
        .filter(|target| !objects.has(&file_of(target)))
        .map(|target| (target.sha256(), target))
        .collect();
    if !missing.is_empty() {
        // Makes room first: what neither a kept release nor this one needs.
        store.prune(&files)?;
    }
    let downloaded = fetch_all(source, store.incoming(), missing.into_values()).await?;
    if let (true, Some(version)) = (is_active, active) {
        return Ok(Synced { outcome: Outcome::UpToDate { version }, fresh_until, downloaded });
    }

    let release = match parse(&verified, &objects) {
        Err(SyncError::Damaged { document, sha256, source }) => {
            store.discard_object(&sha256)?;
            return Err(SyncError::Damaged { document, sha256, source });
        }
        parsed => parsed?,
    };
    if let Some(active) = active.filter(|active| release.version < *active) {
        return Err(SyncError::Older { offered: release.version, active });
    }
    check_media(&release, &files)?;
    let staged = store.stage(&release, &files)?;
    let version = store.switch(staged)?;
    // The release is on the screen: what is left over is only a matter of space, and the next sync tries again.
    if let Err(error) = store.prune(&[]) {
        tracing::warn!(%error, "old releases could not be removed");
    }
    Ok(Synced { outcome: Outcome::Switched { version, from: active }, fresh_until, downloaded })
}

/// The files of the signed list in order of target name.
pub(crate) fn listed(verified: &Verified) -> Vec<MediaFile> {
    let mut files: Vec<MediaFile> = verified.targets().map(file_of).collect();
    files.sort_by(|a, b| a.target.cmp(&b.target));
    files
}

/// Refuses documents that are too long to parse, before a byte of them is fetched.
pub(crate) fn check_documents(verified: &Verified) -> Result<(), SyncError> {
    let max = wire::MAX_DOCUMENT_LEN as u64;
    match wire::DOCUMENTS.iter().filter_map(|name| verified.target(name)).find(|target| target.len() > max) {
        Some(target) => Err(SyncError::DocumentTooLong { document: target.name().to_owned(), len: target.len(), max }),
        None => Ok(()),
    }
}

/// Fetches files, a few at once; the first error ends it and leaves what has come so far for the next go.
async fn fetch_all(
    source: &dyn TargetSource,
    incoming: Incoming,
    missing: impl Iterator<Item = &Target>,
) -> Result<Downloaded, SyncError> {
    // Collected first: a stream over a closure that borrows would make the future unfit for another thread.
    let downloads: Vec<_> = missing.map(|target| download(source, incoming.clone(), target)).collect();
    stream::iter(downloads)
        .buffer_unordered(AT_ONCE)
        .try_fold(Downloaded::default(), async |sum, bytes| {
            Ok(Downloaded { files: sum.files + 1, bytes: sum.bytes + bytes })
        })
        .await
}

/// Reads the release from its documents in the store, each hashed again.
pub(crate) fn parse(verified: &Verified, objects: &Objects) -> Result<Release, SyncError> {
    let mut damaged = None;
    let parsed = wire::from_documents(|name| {
        let sha256 = verified.target(name)?.sha256();
        objects
            .read_verified(sha256)
            .map_err(|source| {
                damaged = Some(SyncError::Damaged {
                    document: name.to_owned(),
                    sha256: sha256.to_owned(),
                    source: source.into(),
                });
            })
            .ok()
    });
    match damaged {
        Some(error) => Err(error),
        None => Ok(parsed?),
    }
}

/// Every file that a media record names is in the signed list, the very same; `files` is in order of target name.
pub(crate) fn check_media(release: &Release, files: &[MediaFile]) -> Result<(), SyncError> {
    let is_listed = |file: &MediaFile| {
        files.binary_search_by(|listed| listed.target.cmp(&file.target)).is_ok_and(|at| files[at] == *file)
    };
    for media in release.media.values() {
        if let Some(absent) = media.files().into_iter().find(|file| !is_listed(file)) {
            return Err(SyncError::MissingMedia { media: media.id.to_string(), target: absent.target.clone() });
        }
    }
    Ok(())
}
