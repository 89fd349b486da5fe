//! Opening the database for writing, and rebuilding one that is damaged.

use crate::{Layout, StoreError, disk, rows, schema};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, config::DbConfig};
use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

/// What the writer found when it opened the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opened {
    /// There was nothing: the store is new and empty.
    Created,
    Existing,
    /// The database was damaged: it lies at `aside`, and an empty one stands in its place.
    Rebuilt {
        aside: PathBuf,
        what: String,
    },
}

/// How long the writer waits for a reader that is in the way of a checkpoint.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// Opens the database, makes its tables, or moves a damaged one aside and starts anew.
pub(crate) fn open(layout: &Layout, now: DateTime<Utc>) -> Result<(Connection, Opened), StoreError> {
    let path = layout.database();
    let is_new = !path.exists();
    match open_healthy(&path) {
        Ok(connection) => Ok((connection, if is_new { Opened::Created } else { Opened::Existing })),
        Err(StoreError::Corrupt { what, .. }) => {
            let aside = move_aside(layout, now)?;
            Ok((open_healthy(&path)?, Opened::Rebuilt { aside, what }))
        }
        Err(e) => Err(e),
    }
}

/// Opens the database and checks all of its pages.
fn open_healthy(path: &Path) -> Result<Connection, StoreError> {
    let database = |e| StoreError::database(path, e);
    let mut connection = Connection::open(path).map_err(database)?;
    connection.busy_timeout(BUSY_TIMEOUT).map_err(database)?;
    connection.pragma_update(None, "journal_mode", "WAL").map_err(database)?;
    // A commit is on the disk when it returns: the switch must outlive a power cut.
    connection.pragma_update(None, "synchronous", "FULL").map_err(database)?;
    connection.pragma_update(None, "foreign_keys", true).map_err(database)?;
    connection.pragma_update(None, "journal_size_limit", 4 * 1024 * 1024).map_err(database)?;
    // The log and its index stay when the agent ends, so that a screen without write access can still read.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true).map_err(database)?;
    let verdict: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)).map_err(database)?;
    if verdict != "ok" {
        return Err(StoreError::Corrupt { path: path.to_owned(), what: verdict });
    }
    match schema::version(&connection).map_err(database)? {
        0 => schema::create(&mut connection).map_err(database)?,
        schema::VERSION => {}
        found => return Err(StoreError::NewerSchema { path: path.to_owned(), found }),
    }
    check_rows(&connection, path)?;
    Ok(connection)
}

/// Checks the rows of the active release by their own hash: `SQLite` checks the shape of its pages only.
pub(crate) fn check_rows(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    match rows::read_active(connection).map_err(|e| StoreError::database(path, e))? {
        Some((digest, rows)) if rows::digest(&rows).as_str() != digest => {
            Err(StoreError::Corrupt { path: path.to_owned(), what: rows::CHANGED.to_owned() })
        }
        _ => Ok(()),
    }
}

/// Moves a damaged database out of the way; only the newest is kept.
fn move_aside(layout: &Layout, now: DateTime<Utc>) -> Result<PathBuf, StoreError> {
    let path = layout.database();
    for name in disk::names(layout.dir())? {
        if name.starts_with("wayside.db.corrupt-") {
            disk::remove_file(&layout.dir().join(name))?;
        }
    }
    let aside = layout.dir().join(format!("wayside.db.corrupt-{}", now.format("%Y%m%dT%H%M%SZ")));
    // The log first: a new database must never meet the old one's log.
    let log = layout.dir().join("wayside.db-wal");
    if log.exists() {
        fs::rename(&log, aside.with_extension(format!("{}-wal", extension(&aside))))
            .map_err(|e| StoreError::io(&log, e))?;
    }
    disk::remove_file(&layout.dir().join("wayside.db-shm"))?;
    fs::rename(&path, &aside).map_err(|e| StoreError::io(&path, e))?;
    disk::sync_dir(layout.dir())?;
    Ok(aside)
}

fn extension(path: &Path) -> &str {
    path.extension().and_then(|e| e.to_str()).unwrap_or_default()
}
