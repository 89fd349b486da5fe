//! The database's tables.

use crate::releases;
use rusqlite::{Connection, params};

/// The schema's version, kept in `user_version`; 0 is a database with no tables yet.
pub(crate) const VERSION: i64 = 2;

/// The oldest version whose rows and status read the same.
pub(crate) const OLDEST: i64 = 1;

const TABLES: &str = "
CREATE TABLE releases (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    version      INTEGER NOT NULL,
    published_ms INTEGER NOT NULL,
    -- SHA-256 over the rows, so that a flipped bit on the disk never reaches the screen.
    digest       TEXT NOT NULL,
    -- SHA-256 over the list of files, so that a rebuild takes none but the list that was verified.
    files_digest TEXT NOT NULL DEFAULT '',
    -- Counts up with every switch; null while the release has never been active.
    switched     INTEGER
) STRICT;
CREATE TABLE rows (
    release INTEGER NOT NULL REFERENCES releases (id) ON DELETE CASCADE,
    kind    TEXT NOT NULL,
    id      TEXT NOT NULL,
    json    TEXT NOT NULL,
    PRIMARY KEY (release, kind, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE objects (
    release INTEGER NOT NULL REFERENCES releases (id) ON DELETE CASCADE,
    target  TEXT NOT NULL,
    sha256  TEXT NOT NULL,
    len     INTEGER NOT NULL,
    PRIMARY KEY (release, target)
) STRICT, WITHOUT ROWID;
CREATE TABLE active (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    release INTEGER NOT NULL REFERENCES releases (id)
) STRICT;
CREATE TABLE sync_status (
    id               INTEGER PRIMARY KEY CHECK (id = 1),
    contact          TEXT NOT NULL,
    last_attempt_ms  INTEGER,
    last_contact_ms  INTEGER,
    last_success_ms  INTEGER,
    offline_since_ms INTEGER,
    fresh_until_ms   INTEGER,
    problem          TEXT
) STRICT;
";

/// The version of the schema that the database has.
pub(crate) fn version(connection: &Connection) -> rusqlite::Result<i64> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0))
}

/// Makes the tables of an empty database, whole or not at all.
pub(crate) fn create(connection: &mut Connection) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    transaction.execute_batch(TABLES)?;
    transaction.pragma_update(None, "user_version", VERSION)?;
    transaction.commit()
}

/// Brings the tables of an older version up to date, whole or not at all.
pub(crate) fn upgrade(connection: &mut Connection) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    transaction.execute_batch("ALTER TABLE releases ADD COLUMN files_digest TEXT NOT NULL DEFAULT ''")?;
    let ids: Vec<i64> =
        transaction.prepare("SELECT id FROM releases")?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    for id in ids {
        let digest = releases::files_digest(&releases::files_of(&transaction, id)?);
        transaction.execute("UPDATE releases SET files_digest = ?1 WHERE id = ?2", params![digest.as_str(), id])?;
    }
    transaction.pragma_update(None, "user_version", VERSION)?;
    transaction.commit()
}
