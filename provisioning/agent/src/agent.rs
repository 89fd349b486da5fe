//! An agent with its store open and its hub known.

use crate::{
    AgentError, Config,
    hub::{Hub, SharedHub},
    memory::{open_memory, restore_remembered},
    round::{is_news, status_after},
    rows_check::RowsCheck,
};
use chrono::{DateTime, Utc};
use std::{
    fs::File,
    io::Read,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Instant,
};
use wayside_repository::{Client, MetadataFolder};
use wayside_store::{Objects, Opened, StoreError, SyncStatus, Writer};
use wayside_sync::{SyncError, Synced, sync_once};

/// Longest root in bytes.
const MAX_ROOT_LEN: u64 = 512_000;

/// An agent with its store open and its hub known.
#[derive(Debug)]
pub(crate) struct Agent {
    config: Config,
    root: Vec<u8>,
    memory: MetadataFolder,
    hub: SharedHub,
    /// None only while a damaged store is being opened anew.
    writer: Option<Writer>,
    client: Client,
    /// The status as it stands in the store.
    written: SyncStatus,
    /// The status as it is.
    status: SyncStatus,
    rows: RowsCheck,
    /// Whether every file has to be hashed before it is used again.
    is_scrub_due: bool,
}

impl Agent {
    /// Opens the store; where its database is lost, the release on the screen is put together again without the hub.
    pub async fn open(config: Config, now: DateTime<Utc>, at: Instant) -> Result<Self, AgentError> {
        let root = read_root(&config.root)?;
        let hub = SharedHub(Arc::new(Hub::new(&config.hub, config.kiosk.as_ref(), config.patience)?));
        let mut writer = Writer::open(&config.store, now)?;
        let memory = open_memory(&writer.tuf_dir())?;
        let client = Client::open(&root, memory.clone(), hub.clone())
            .map_err(|source| AgentError::Trust { root: config.root.clone(), source })?;
        let is_scrub_due = make_good(&mut writer, &root, &memory).await?;
        let written = writer.sync_status()?;
        hub.0.set_release(writer.active_version()?);
        let rows = RowsCheck::new(config.check_rows_every, at);
        let status = written;
        Ok(Self { config, root, memory, hub, writer: Some(writer), client, written, status, rows, is_scrub_due })
    }

    pub fn config(&self) -> &Config {
        &self.config
    }

    /// The store's files, to be looked over beside the rounds.
    pub fn objects(&self) -> Option<Objects> {
        self.writer.as_ref().map(Writer::objects)
    }

    /// One round, which begins at `began`, or `at` by the steady clock: asks, brings what is new, and writes down how
    /// it went.
    ///
    /// Dropping the future at any point is safe.
    pub async fn round(&mut self, began: DateTime<Utc>, at: Instant) -> Result<Synced, SyncError> {
        let prepared = self.prepare(began, at).await;
        let is_prepared = prepared.is_ok();
        let synced = match prepared {
            Ok(()) => {
                let writer = self.writer.as_mut().expect("the store is open once a round is prepared");
                sync_once(&mut self.client, writer, began, &self.hub).await
            }
            Err(error) => Err(error.into()),
        };
        if synced.is_err() {
            self.hub.0.forget_timestamp();
        }
        let before = self.status;
        self.status = status_after(&before, began, Utc::now(), &synced);
        if !is_prepared {
            // The hub was not asked, so nothing is known of it that was not known before.
            let SyncStatus { contact, last_contact, offline_since, .. } = before;
            self.status = SyncStatus { contact, last_contact, offline_since, ..self.status };
        }
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

    /// Opens the store anew where it was damaged, and looks over what it is time to look over.
    async fn prepare(&mut self, began: DateTime<Utc>, at: Instant) -> Result<(), StoreError> {
        if self.writer.is_none() {
            let mut writer = Writer::open(&self.config.store, began)?;
            self.is_scrub_due |= make_good(&mut writer, &self.root, &self.memory).await?;
            self.written = writer.sync_status()?;
            self.rows.pass(at);
            self.writer = Some(writer);
        }
        let Some(writer) = &mut self.writer else { return Ok(()) };
        self.rows.run(at, || writer.check_rows())?;
        if self.is_scrub_due {
            let damaged_files = scrub(writer.objects()).await?.len();
            tracing::info!(damaged_files, "every file of the rebuilt store was looked over");
            self.is_scrub_due = false;
        }
        Ok(())
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

/// Says what was found when the store was opened, and makes good what the store could not make good by itself:
/// puts a release back that only the memory of trusted metadata knows.
///
/// Returns whether every file has to be hashed before it is used again.
async fn make_good(writer: &mut Writer, root: &[u8], memory: &MetadataFolder) -> Result<bool, StoreError> {
    let store = writer.dir().display().to_string();
    let is_rebuilt = match writer.opened() {
        Opened::Existing => false,
        Opened::Created => {
            tracing::info!(store, "made a new store");
            false
        }
        Opened::Rebuilt { aside, what, restored } => {
            tracing::warn!(store, aside = %aside.display(), what, restored, "the store was damaged and is rebuilt");
            true
        }
    };
    let active = writer.active_version()?;
    if !is_rebuilt && active.is_some() {
        return Ok(false);
    }
    let is_restored = match restore_remembered(root, memory, writer).await {
        Ok(Some(version)) => {
            tracing::warn!(store, version, "the release was put together again from the files in the store");
            true
        }
        Ok(None) => false,
        Err(error) => {
            tracing::warn!(store, %error, active, "what was signed last could not be put together again without the hub");
            false
        }
    };
    Ok(is_rebuilt || is_restored)
}

/// Hashes every file of the store beside the other work; dropping the future ends it after the file under way.
async fn scrub(objects: Objects) -> Result<Vec<String>, StoreError> {
    struct StopOnDrop(Arc<AtomicBool>);
    impl Drop for StopOnDrop {
        fn drop(&mut self) {
            self.0.store(true, Ordering::Relaxed);
        }
    }
    let stop = StopOnDrop(Arc::default());
    let should_stop = Arc::clone(&stop.0);
    match tokio::task::spawn_blocking(move || objects.scrub(|| should_stop.load(Ordering::Relaxed))).await {
        Ok(scrubbed) => scrubbed,
        Err(error) => std::panic::resume_unwind(error.into_panic()),
    }
}
