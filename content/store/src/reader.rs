//! The screen's side of the store: read-only, and never in doubt about what it shows.

use crate::{Layout, Objects, ReadError, SyncStatus, rows, schema, status};
use rusqlite::{Connection, OpenFlags, OptionalExtension};
use std::{
    fs, io,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
    time::Duration,
};
use wayside_model::Release;

/// How long a read waits for a writer that is in the way.
const BUSY_TIMEOUT: Duration = Duration::from_millis(250);

/// Reads the store of a kiosk, from another process than the one that writes it.
///
/// It may be opened before the store exists: it then reads as empty until the agent has made it.
/// When the agent has rebuilt a damaged database, the reader moves over to the new one by itself.
#[derive(Debug)]
pub struct Reader {
    layout: Layout,
    opened: Option<Connected>,
    seen: Seen,
}

/// What [`Reader::changed`] saw last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seen {
    Nothing,
    Store { file: FileId, data_version: i64 },
}

/// A file's device and inode: another one under the same name is another database.
type FileId = (u64, u64);

#[derive(Debug)]
struct Connected {
    connection: Connection,
    file: FileId,
}

impl Reader {
    /// Points at a store's folder; nothing is read yet.
    pub fn open(dir: impl Into<PathBuf>) -> Self {
        Self { layout: Layout::new(dir), opened: None, seen: Seen::Nothing }
    }

    pub fn dir(&self) -> &Path {
        self.layout.dir()
    }

    /// The store's files, for workers on other threads.
    pub fn objects(&self) -> Objects {
        Objects::new(self.layout.clone())
    }

    /// Where the file with this SHA-256 lies, whether it is there or not.
    pub fn object_path(&self, sha256: &str) -> Result<PathBuf, ReadError> {
        self.objects().path(sha256)
    }

    /// Reads a file whole and hashes it again: what it returns is what was signed.
    pub fn read_object_verified(&self, sha256: &str) -> Result<Vec<u8>, ReadError> {
        self.objects().read_verified(sha256)
    }

    /// The version of the active release, or none while the store is empty.
    pub fn active_version(&mut self) -> Result<Option<u64>, ReadError> {
        self.read(|connection| {
            let version = connection
                .query_row("SELECT version FROM releases JOIN active ON releases.id = active.release", [], |row| {
                    row.get::<_, i64>(0)
                })
                .optional()?;
            Ok(version.map(i64::cast_unsigned))
        })
        .map(Option::flatten)
    }

    /// Reads the active release, or none while the store is empty.
    ///
    /// The rows are hashed again: a release with a flipped bit is [`ReadError::Corrupt`], not shown.
    pub fn active_release(&mut self) -> Result<Option<Release>, ReadError> {
        let Some(Some((digest, rows))) = self.read(rows::read_active)? else { return Ok(None) };
        let corrupt = |what| ReadError::Corrupt { path: self.layout.database(), what };
        if rows::digest(&rows).as_str() != digest {
            return Err(corrupt(rows::CHANGED.to_owned()));
        }
        rows::to_release(&rows).map(Some).map_err(|e| corrupt(e.to_string()))
    }

    /// What the agent last heard from the hub; the default while there is no store.
    pub fn sync_status(&mut self) -> Result<SyncStatus, ReadError> {
        Ok(self.read(status::read)?.unwrap_or_default())
    }

    /// Whether anything in the store, release or status, may have changed since the last call.
    ///
    /// It costs one `stat` and one pragma: poll it, and compare [`Reader::active_version`] when it says yes.
    /// Trouble counts as a change; the read that follows says what it is.
    pub fn changed(&mut self) -> bool {
        let now = self.read(|connection| connection.pragma_query_value(None, "data_version", |row| row.get(0)));
        let seen = match (now, &self.opened) {
            (Ok(Some(data_version)), Some(opened)) => Seen::Store { file: opened.file, data_version },
            (Ok(_), _) => Seen::Nothing,
            (Err(_), _) => return true,
        };
        std::mem::replace(&mut self.seen, seen) != seen
    }

    /// Runs a query on the database, or returns none where there is no database with tables yet.
    fn read<T>(&mut self, query: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<Option<T>, ReadError> {
        let path = self.layout.database();
        let Some(opened) = self.connect()? else { return Ok(None) };
        match query(&opened.connection) {
            Ok(value) => Ok(Some(value)),
            Err(e) => {
                let error = ReadError::database(path, e);
                if !matches!(error, ReadError::Busy(_)) {
                    // The next read starts from a fresh connection.
                    self.opened = None;
                }
                Err(error)
            }
        }
    }

    /// Opens the database that lies under the name now.
    fn connect(&mut self) -> Result<Option<&Connected>, ReadError> {
        let path = self.layout.database();
        let file = match fs::metadata(&path) {
            Ok(meta) => (meta.dev(), meta.ino()),
            Err(e) if e.kind() == io::ErrorKind::NotFound => {
                self.opened = None;
                return Ok(None);
            }
            Err(source) => return Err(ReadError::Io { path, source }),
        };
        if self.opened.as_ref().is_none_or(|opened| opened.file != file) {
            self.opened = None;
            let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
            let connection = Connection::open_with_flags(&path, flags).map_err(|e| ReadError::database(&path, e))?;
            connection.busy_timeout(BUSY_TIMEOUT).map_err(|e| ReadError::database(&path, e))?;
            match schema::version(&connection).map_err(|e| ReadError::database(&path, e))? {
                0 => return Ok(None),
                // The screen may start before the agent has brought the tables up to date.
                schema::OLDEST..=schema::VERSION => self.opened = Some(Connected { connection, file }),
                found => return Err(ReadError::NewerSchema { path, found }),
            }
        }
        Ok(self.opened.as_ref())
    }
}
