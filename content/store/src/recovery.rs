//! Opening the database for writing, and rebuilding one that is damaged.

use crate::{Layout, StoreError, disk, releases, rows, salvage::Salvage, schema};
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
    /// The database was damaged: it lies at `aside`, and a new one stands in its place.
    Rebuilt {
        aside: PathBuf,
        what: String,
        /// The release that could be put together again from the store's files; none leaves the screen empty.
        restored: Option<u64>,
    },
}

/// What is said of a rebuild that had to be finished.
const CUT_SHORT: &str = "the last rebuild was cut short";

/// How long the writer waits for a reader that is in the way of a checkpoint.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// Opens the database, makes its tables, or puts a new one in the place of a damaged one.
pub(crate) fn open(layout: &Layout, now: DateTime<Utc>) -> Result<(Connection, Opened), StoreError> {
    let path = layout.database();
    // Only a power cut leaves it: what stands in its way is damaged.
    let finished = if rebuilt(layout).exists() { Some(put_in_place(layout, now)?) } else { None };
    let is_new = !path.exists();
    let (connection, aside, what) = match (open_healthy(&path), finished) {
        (Ok(connection), None) => {
            return Ok((connection, if is_new { Opened::Created } else { Opened::Existing }));
        }
        (Ok(connection), Some(aside)) => (connection, aside, CUT_SHORT.to_owned()),
        (Err(StoreError::Corrupt { what, .. }), _) => {
            let aside = rebuild(layout, now)?;
            (open_healthy(&path)?, aside, what)
        }
        (Err(e), _) => return Err(e),
    };
    let restored = releases::active_version(&connection).map_err(|e| StoreError::database(&path, e))?;
    Ok((connection, Opened::Rebuilt { aside, what, restored }))
}

/// Makes a new database of what is whole in a damaged one; until it is complete, the damaged one stays where it is.
fn rebuild(layout: &Layout, now: DateTime<Utc>) -> Result<PathBuf, StoreError> {
    // Gives its space to the new one.
    remove_asides(layout)?;
    let salvage = Salvage::read(layout);
    let filling = layout.dir().join("wayside.db.filling");
    disk::remove_file(&filling)?;
    disk::remove_file(&layout.dir().join("wayside.db.filling-journal"))?;
    salvage.write(&filling)?;
    // Under this name it is complete: a power cut from here on is made good at the next start.
    fs::rename(&filling, rebuilt(layout)).map_err(|e| StoreError::io(&filling, e))?;
    disk::sync_dir(layout.dir())?;
    put_in_place(layout, now)
}

/// Where a new database lies that is complete and not in its place yet.
fn rebuilt(layout: &Layout) -> PathBuf {
    layout.dir().join("wayside.db.rebuilt")
}

/// Moves the damaged database aside and the new one into its place; returns where the damaged one lies.
fn put_in_place(layout: &Layout, now: DateTime<Utc>) -> Result<PathBuf, StoreError> {
    let aside = move_aside(layout, now)?;
    let (rebuilt, path) = (rebuilt(layout), layout.database());
    fs::rename(&rebuilt, &path).map_err(|e| StoreError::io(&rebuilt, e))?;
    disk::sync_dir(layout.dir())?;
    Ok(aside)
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
        schema::OLDEST..schema::VERSION => {
            // The upgrade vouches for the lists of files, so the rest must be whole.
            check_rows(&connection, path)?;
            schema::upgrade(&mut connection).map_err(database)?;
        }
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

/// Removes the damaged databases of earlier times; only the newest is kept.
fn remove_asides(layout: &Layout) -> Result<(), StoreError> {
    for name in disk::names(layout.dir())? {
        if name.starts_with("wayside.db.corrupt-") {
            disk::remove_file(&layout.dir().join(name))?;
        }
    }
    Ok(())
}

/// Moves a damaged database out of the way, as far as an earlier go has not done it.
fn move_aside(layout: &Layout, now: DateTime<Utc>) -> Result<PathBuf, StoreError> {
    let path = layout.database();
    let aside = layout.dir().join(format!("wayside.db.corrupt-{}", now.format("%Y%m%dT%H%M%SZ")));
    // The log first: a new database must never meet the old one's log.
    let log = layout.dir().join("wayside.db-wal");
    if log.exists() {
        fs::rename(&log, aside.with_extension(format!("{}-wal", extension(&aside))))
            .map_err(|e| StoreError::io(&log, e))?;
    }
    disk::remove_file(&layout.dir().join("wayside.db-shm"))?;
    if path.exists() {
        fs::rename(&path, &aside).map_err(|e| StoreError::io(&path, e))?;
    }
    disk::sync_dir(layout.dir())?;
    Ok(aside)
}

fn extension(path: &Path) -> &str {
    path.extension().and_then(|e| e.to_str()).unwrap_or_default()
}
