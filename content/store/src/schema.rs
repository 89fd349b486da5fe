//! The database's tables.

use rusqlite::Connection;

/// The schema's version, kept in `user_version`; 0 is a database with no tables yet.
pub(crate) const VERSION: i64 = 1;

const TABLES: &str = "
CREATE TABLE releases (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    version      INTEGER NOT NULL,
    published_ms INTEGER NOT NULL,
    -- SHA-256 over the rows, so that a flipped bit on the disk never reaches the screen.
    digest       TEXT NOT NULL,
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
