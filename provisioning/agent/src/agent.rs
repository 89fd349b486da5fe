//! An agent with its store open and its hub known.

use crate::{
    AgentError, Config,
    hub::{Hub, SharedHub},
    round::{is_news, status_after},
};
use chrono::{DateTime, Utc};
use std::{
    fs::{self, File},
    io::Read,
    path::Path,
    sync::Arc,
    time::Instant,
};
use wayside_repository::{Client, MetadataFolder, StoreError as MemoryError};
use wayside_store::{Opened, StoreError, SyncStatus, Writer};
use wayside_sync::{SyncError, Synced, sync_once};

/// Longest root in bytes.
const MAX_ROOT_LEN: u64 = 512_000;

/// An agent with its store open and its hub known.
#[derive(Debug)]
pub(crate) struct Agent {
    config: Config,
    hub: SharedHub,
    /// None only while a damaged store is being opened anew.
    writer: Option<Writer>,
    client: Client,
    /// The status as it stands in the store.
    written: SyncStatus,
    /// The status as it is.
    status: SyncStatus,
    /// When the rows on the screen were last compared with their hash.
    rows_checked: Instant,
}

impl Agent {
    pub fn open(config: Config, now: DateTime<Utc>) -> Result<Self, AgentError> {
        let root = read_root(&config.root)?;
        let hub = SharedHub(Arc::new(Hub::new(&config.hub, config.kiosk.as_ref(), config.patience)?));
        let writer = open_store(&config.store, now)?;
        let memory = open_memory(&writer.tuf_dir())?;
        let client = Client::open(&root, memory, hub.clone())
            .map_err(|source| AgentError::Trust { root: config.root.clone(), source })?;
        let written = writer.sync_status()?;
        hub.0.set_release(writer.active_version()?);
        Ok(Self { config, hub, writer: Some(writer), client, written, status: written, rows_checked: Instant::now() })
    }

    pub fn config(&self) -> &Config {
        &self.config
    }

    /// The store's files, to be looked over beside the rounds.
    pub fn objects(&self) -> Option<wayside_store::Objects> {
        self.writer.as_ref().map(Writer::objects)
    }

    /// One round: asks, brings what is new, and writes down how it went.
    ///
    /// Dropping the future at any point is safe.
    pub async fn round(&mut self) -> Result<Synced, SyncError> {
        let began = Utc::now();
        if self.writer.is_none() {
            self.writer = Some(open_store(&self.config.store, began)?);
            self.rows_checked = Instant::now();
        }
        let writer = self.writer.as_mut().expect("the store was opened just now");
        let rows = if self.rows_checked.elapsed() < self.config.check_rows_every {
            Ok(())
        } else {
            self.rows_checked = Instant::now();
            writer.check_rows()
        };
        let synced = match rows {
            Ok(()) => sync_once(&mut self.client, writer, began, &self.hub).await,
            Err(error) => Err(error.into()),
        };
        if synced.is_err() {
            self.hub.0.forget_timestamp();
        }
        self.status = status_after(&self.status, began, Utc::now(), &synced);
        let noted = self.note(is_switch(&synced));
        let is_corrupt = synced.as_ref().is_err_and(SyncError::is_corrupt_store)
            || noted.as_ref().is_err_and(StoreError::is_corrupt);
        if is_corrupt {
            // Let go of it: the next round opens it anew, which rebuilds it.
            self.writer = None;
        }
        if let Err(error) = noted {
            tracing::warn!(%error, "the screen could not be told how the sync went");
        }
        synced
    }

    /// Writes the status into the store where the screen has to know.
    fn note(&mut self, is_switch: bool) -> Result<(), StoreError> {
        let Some(writer) = &mut self.writer else { return Ok(()) };
        if is_switch || is_news(&self.written, &self.status) {
            writer.set_sync_status(&self.status)?;
            self.written = self.status;
        }
        self.hub.0.set_release(writer.active_version()?);
        Ok(())
    }
}

/// Whether a round ended with another release on the screen.
fn is_switch(synced: &Result<Synced, SyncError>) -> bool {
    matches!(synced, Ok(Synced { outcome: wayside_sync::Outcome::Switched { .. }, .. }))
}

fn read_root(path: &Path) -> Result<Vec<u8>, AgentError> {
    let mut root = Vec::new();
    File::open(path)
        .and_then(|file| file.take(MAX_ROOT_LEN + 1).read_to_end(&mut root))
        .map_err(|source| AgentError::Root { path: path.to_owned(), source })?;
    if root.len() as u64 > MAX_ROOT_LEN {
        return Err(AgentError::RootTooLong { path: path.to_owned(), max: MAX_ROOT_LEN });
    }
    Ok(root)
}

/// Opens the store; where its database had to be rebuilt, every file is hashed before it is used again.
fn open_store(dir: &Path, now: DateTime<Utc>) -> Result<Writer, StoreError> {
    let writer = Writer::open(dir, now)?;
    match writer.opened() {
        Opened::Existing => {}
        Opened::Created => tracing::info!(store = %dir.display(), "made a new store"),
        Opened::Rebuilt { aside, what } => {
            let damaged = writer.objects().scrub(|| false)?.len();
            tracing::warn!(
                store = %dir.display(), aside = %aside.display(), what, damaged_files = damaged,
                "the store was damaged and is rebuilt; the screen is empty until the hub answers"
            );
        }
    }
    Ok(writer)
}

/// Opens the memory of trusted metadata; a damaged one is set aside, so that a bad sector does not end a kiosk.
///
/// An older release is still refused, because the store itself remembers which one is on the screen.
fn open_memory(folder: &Path) -> Result<MetadataFolder, AgentError> {
    let memory = |source| AgentError::Memory { folder: folder.to_owned(), source };
    match MetadataFolder::open(folder) {
        Err(MemoryError::Damaged(path)) => {
            let aside = folder.with_extension("damaged");
            tracing::warn!(
                file = %path.display(), aside = %aside.display(),
                "the memory of trusted metadata was damaged and starts anew from the given root"
            );
            set_aside(folder, &aside).map_err(|source| AgentError::Aside { folder: folder.to_owned(), source })?;
            MetadataFolder::open(folder).map_err(memory)
        }
        opened => opened.map_err(memory),
    }
}

/// Moves a folder out of the way; only the newest is kept.
fn set_aside(folder: &Path, aside: &Path) -> std::io::Result<()> {
    match fs::remove_dir_all(aside) {
        Err(e) if e.kind() != std::io::ErrorKind::NotFound => return Err(e),
        _ => {}
    }
    fs::rename(folder, aside)
}
