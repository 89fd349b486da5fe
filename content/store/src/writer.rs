//! The agent's side of the store: files, rows, switch, in this order.

use crate::{
    Digest, Incoming, Layout, Objects, Opened, StoreError, SyncStatus, disk, recovery, releases, rows, status,
};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension};
use std::{
    collections::BTreeSet,
    fs::{File, TryLockError},
    path::{Path, PathBuf},
};
use wayside_model::{Release, media::MediaFile};

/// Writes the store of one kiosk; only one writer exists at a time.
#[derive(Debug)]
pub struct Writer {
    layout: Layout,
    connection: Connection,
    opened: Opened,
    /// Held as long as the writer lives.
    _lock: File,
}

/// A release whose rows are in the store and that is not on the screen yet.
#[derive(Debug)]
#[must_use = "a staged release is shown only after `Writer::switch`"]
pub struct Staged {
    id: i64,
    version: u64,
}

/// What a prune removed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Pruned {
    pub releases: usize,
    pub files: usize,
}

impl Writer {
    /// Opens the store, makes what is missing, and rebuilds a damaged database from the store's files;
    /// `now` names the damaged one.
    pub fn open(dir: impl Into<PathBuf>, now: DateTime<Utc>) -> Result<Self, StoreError> {
        let layout = Layout::new(dir);
        disk::make_dir(layout.dir())?;
        let lock_path = layout.lock();
        let lock = File::options()
            .write(true)
            .create(true)
            .truncate(false)
            .open(&lock_path)
            .map_err(|e| StoreError::io(&lock_path, e))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(StoreError::Locked(lock_path)),
            Err(TryLockError::Error(e)) => return Err(StoreError::io(lock_path, e)),
        }
        for dir in [layout.objects(), layout.partials(), layout.tuf()] {
            disk::make_dir(&dir)?;
        }
        let (connection, opened) = recovery::open(&layout, now)?;
        Ok(Self { layout, connection, opened, _lock: lock })
    }

    /// What the writer found when it opened the store.
    pub fn opened(&self) -> &Opened {
        &self.opened
    }

    pub fn dir(&self) -> &Path {
        self.layout.dir()
    }

    /// The folder for the repository client's trusted metadata.
    pub fn tuf_dir(&self) -> PathBuf {
        self.layout.tuf()
    }

    pub fn objects(&self) -> Objects {
        Objects::new(self.layout.clone())
    }

    /// Where files come in; cheap to clone, so that several come in at once.
    pub fn incoming(&self) -> Incoming {
        Incoming::new(self.layout.clone())
    }

    /// Removes a file that turned out to be damaged, so that the next sync brings it back.
    pub fn discard_object(&mut self, sha256: &str) -> Result<(), StoreError> {
        Digest::parse(sha256).map_or(Ok(()), |digest| disk::remove_file(&self.layout.object(&digest)))
    }

    /// Reads the active release's rows again and compares them with their hash; [`StoreError::Corrupt`] where they differ.
    pub fn check_rows(&self) -> Result<(), StoreError> {
        recovery::check_rows(&self.connection, &self.layout.database())
    }

    /// The version of the active release, or none while the store is empty.
    pub fn active_version(&self) -> Result<Option<u64>, StoreError> {
        releases::active_version(&self.connection).map_err(|e| self.database(e))
    }

    /// The files of the active release in order of target name; empty while the store is.
    pub fn active_files(&self) -> Result<Vec<MediaFile>, StoreError> {
        let active = self
            .connection
            .query_row("SELECT release FROM active", [], |row| row.get(0))
            .optional()
            .map_err(|e| self.database(e))?;
        active.map_or(Ok(Vec::new()), |id| self.files_of(id))
    }

    /// Writes the rows of a release and the list of its files in one transaction; the screen does not see it yet.
    pub fn stage(&mut self, release: &Release, files: &[MediaFile]) -> Result<Staged, StoreError> {
        let rows = rows::from_release(release)?;
        let id = releases::insert(&mut self.connection, release, &rows, files).map_err(|e| self.database(e))?;
        Ok(Staged { id, version: release.version })
    }

    /// Makes a staged release the active one, in one durable step; refuses while one of its files is missing.
    #[expect(clippy::needless_pass_by_value, reason = "a staged release is switched to once")]
    pub fn switch(&mut self, staged: Staged) -> Result<u64, StoreError> {
        let Staged { id, version } = staged;
        let objects = self.objects();
        if let Some(missing) = self.files_of(id)?.into_iter().find(|file| !objects.has(file)) {
            return Err(StoreError::MissingObject { target: missing.target, sha256: missing.sha256 });
        }
        releases::activate(&mut self.connection, id).map_err(|e| self.database(e))?;
        Ok(version)
    }

    /// Makes a release active whose list of files was verified before, although some of its files may be missing.
    ///
    /// For a store that lost its database: a screen with a picture short is better than an empty one.
    /// The next sync brings what is missing.
    pub fn restore(&mut self, release: &Release, files: &[MediaFile]) -> Result<u64, StoreError> {
        let Staged { id, version } = self.stage(release, files)?;
        releases::activate(&mut self.connection, id).map_err(|e| self.database(e))?;
        Ok(version)
    }

    /// Keeps the active release and the one before it; removes all others, and every file that neither needs.
    ///
    /// Unfinished downloads in `wanted` stay, so that the next go resumes them.
    pub fn prune(&mut self, wanted: &[MediaFile]) -> Result<Pruned, StoreError> {
        let releases = self
            .connection
            .execute(
                "DELETE FROM releases WHERE id NOT IN
                 (SELECT id FROM releases WHERE switched IS NOT NULL ORDER BY switched DESC LIMIT 2)",
                [],
            )
            .map_err(|e| self.database(e))?;
        let mut kept: BTreeSet<String> = {
            let read = || -> rusqlite::Result<BTreeSet<String>> {
                let mut statement = self.connection.prepare("SELECT DISTINCT sha256 FROM objects")?;
                statement.query_map([], |row| row.get(0))?.collect()
            };
            read().map_err(|e| self.database(e))?
        };
        kept.extend(wanted.iter().map(|file| file.sha256.clone()));
        let mut files = 0;
        let partials = disk::names(&self.layout.partials())?.into_iter().map(|name| self.layout.partials().join(name));
        for path in self.objects().paths()?.into_iter().chain(partials) {
            let is_kept = path.file_name().and_then(|n| n.to_str()).is_some_and(|name| kept.contains(name));
            if !is_kept {
                disk::remove_file(&path)?;
                files += 1;
            }
        }
        // Keeps the log short; a reader in the way only puts it off.
        let _ = self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
        Ok(Pruned { releases, files })
    }

    pub fn sync_status(&self) -> Result<SyncStatus, StoreError> {
        status::read(&self.connection).map_err(|e| self.database(e))
    }

    pub fn set_sync_status(&mut self, status: &SyncStatus) -> Result<(), StoreError> {
        status::write(&self.connection, status).map_err(|e| self.database(e))
    }

    fn files_of(&self, release: i64) -> Result<Vec<MediaFile>, StoreError> {
        releases::files_of(&self.connection, release).map_err(|e| self.database(e))
    }

    fn database(&self, source: rusqlite::Error) -> StoreError {
        StoreError::database(self.layout.database(), source)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Reader;

    #[test]
    fn a_full_disk_leaves_the_active_release() {
        let dir = tempfile::tempdir().unwrap();
        let now = "2026-11-22T18:00:00Z".parse().unwrap();
        let city = serde_json::from_value(serde_json::json!({
            "name": {}, "bounds": { "south": 33.0, "west": -119.0, "north": 35.0, "east": -117.0 },
            "time_zone": "America/Los_Angeles", "required_languages": ["en"], "fallback": "hello",
            "help_phone": "311", "help_url": "lacity.gov"
        }));
        let first = Release { version: 1, ..Release::empty(city.unwrap()) };
        let mut large = Release { version: 2, ..first.clone() };
        large.city.help_url = "x".repeat(100_000);
        let mut writer = Writer::open(dir.path(), now).unwrap();
        let staged = writer.stage(&first, &[]).unwrap();
        writer.switch(staged).unwrap();

        let pages: i64 = writer.connection.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
        writer.connection.query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(())).unwrap();
        let full = writer.stage(&large, &[]);
        assert!(matches!(full, Err(StoreError::Full(_))), "{full:?}");
        let mut reader = Reader::open(dir.path());
        assert_eq!(reader.active_release().unwrap().as_ref(), Some(&first));

        writer.connection.query_row("PRAGMA max_page_count = 100000", [], |_| Ok(())).unwrap();
        let staged = writer.stage(&large, &[]).unwrap();
        writer.switch(staged).unwrap();
        assert_eq!(reader.active_release().unwrap(), Some(large));
    }
}
