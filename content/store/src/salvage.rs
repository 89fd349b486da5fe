//! What can still be had of a damaged database: the releases whose documents are in the store.

use crate::{Layout, Objects, StoreError, SyncStatus, releases, rows, schema, status};
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use wayside_model::{Release, media::MediaFile, wire};

/// What can still be had of a damaged database.
#[derive(Debug, Default)]
pub(crate) struct Salvage {
    /// The active release and the one before it, as far as they are whole; the newest comes last.
    releases: Vec<(Release, Vec<MediaFile>)>,
    status: Option<SyncStatus>,
}

impl Salvage {
    /// Reads what is whole; whatever is not is left out, so this never fails.
    pub fn read(layout: &Layout) -> Self {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let Ok(connection) = Connection::open_with_flags(layout.database(), flags) else { return Self::default() };
        let objects = Objects::new(layout.clone());
        let mut releases: Vec<_> = shown(&connection)
            .unwrap_or_default()
            .into_iter()
            .filter_map(|(id, digest)| release(&connection, &objects, id, &digest))
            .collect();
        releases.reverse();
        Self { releases, status: status::read(&connection).ok() }
    }

    /// Makes a new database of it; none but this program knows of the file yet.
    pub fn write(&self, path: &Path) -> Result<(), StoreError> {
        let database = |e| StoreError::database(path, e);
        let mut connection = Connection::open(path).map_err(database)?;
        schema::create(&mut connection).map_err(database)?;
        for (release, files) in &self.releases {
            let rows = rows::from_release(release)?;
            let id = releases::insert(&mut connection, release, &rows, files).map_err(database)?;
            releases::activate(&mut connection, id).map_err(database)?;
        }
        if let Some(status) = &self.status {
            status::write(&connection, status).map_err(database)?;
        }
        connection.close().map_err(|(_, e)| database(e))
    }
}

/// The numbers of the releases that were on the screen, the newest first, each with the digest of its list.
fn shown(connection: &Connection) -> rusqlite::Result<Vec<(i64, String)>> {
    let mut statement = connection
        .prepare("SELECT id, files_digest FROM releases WHERE switched IS NOT NULL ORDER BY switched DESC LIMIT 2")?;
    let shown = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    // What was read before a bad page is as good as the digest says.
    Ok(shown.map_while(Result::ok).collect())
}

/// Puts a release together from its documents, if its list is the one that was verified and they are what it says.
fn release(connection: &Connection, objects: &Objects, id: i64, digest: &str) -> Option<(Release, Vec<MediaFile>)> {
    let files = releases::files_of(connection, id).ok()?;
    if releases::files_digest(&files).as_str() != digest {
        return None;
    }
    let read = |name: &str| {
        let file = files.iter().find(|file| file.target == name)?;
        objects.read_verified(&file.sha256).ok()
    };
    let release = wire::from_documents(read).ok()?;
    Some((release, files))
}
