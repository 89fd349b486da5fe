//! The releases in the database: written whole, switched to in one step, each with its list of files.

use crate::{Digest, rows::Row};
use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest as _, Sha256};
use wayside_model::{Release, media::MediaFile};

/// Writes a release's rows and its list of files in one transaction; returns the number that it has here.
pub(crate) fn insert(
    connection: &mut Connection,
    release: &Release,
    rows: &[Row],
    files: &[MediaFile],
) -> rusqlite::Result<i64> {
    let transaction = connection.transaction()?;
    transaction.execute(
        "INSERT INTO releases (version, published_ms, digest, files_digest) VALUES (?1, ?2, ?3, ?4)",
        params![
            release.version.cast_signed(),
            release.published.timestamp_millis(),
            crate::rows::digest(rows).as_str(),
            files_digest(files).as_str(),
        ],
    )?;
    let id = transaction.last_insert_rowid();
    {
        let mut insert = transaction.prepare("INSERT INTO rows (release, kind, id, json) VALUES (?1, ?2, ?3, ?4)")?;
        for row in rows {
            insert.execute(params![id, row.kind, row.id, row.json])?;
        }
        let mut insert =
            transaction.prepare("INSERT INTO objects (release, target, sha256, len) VALUES (?1, ?2, ?3, ?4)")?;
        for file in files {
            insert.execute(params![id, file.target, file.sha256, file.len.cast_signed()])?;
        }
    }
    transaction.commit()?;
    Ok(id)
}

/// Makes a release the active one, in one durable step.
pub(crate) fn activate(connection: &mut Connection, id: i64) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    transaction.execute(
        "UPDATE releases SET switched = (SELECT coalesce(max(switched), 0) + 1 FROM releases) WHERE id = ?1",
        [id],
    )?;
    transaction.execute("INSERT OR REPLACE INTO active (id, release) VALUES (1, ?1)", [id])?;
    transaction.commit()
}

/// The version of the active release, or none while the store is empty.
pub(crate) fn active_version(connection: &Connection) -> rusqlite::Result<Option<u64>> {
    let version = connection
        .query_row("SELECT version FROM releases JOIN active ON releases.id = active.release", [], |row| {
            row.get::<_, i64>(0)
        })
        .optional()?;
    Ok(version.map(i64::cast_unsigned))
}

/// A release's list of files in order of target name.
pub(crate) fn files_of(connection: &Connection, release: i64) -> rusqlite::Result<Vec<MediaFile>> {
    let mut statement =
        connection.prepare("SELECT target, len, sha256 FROM objects WHERE release = ?1 ORDER BY target")?;
    let files = statement.query_map([release], |row| {
        Ok(MediaFile { target: row.get(0)?, len: row.get::<_, i64>(1)?.cast_unsigned(), sha256: row.get(2)? })
    })?;
    files.collect()
}

/// Hashes a list of files in order of target name, each part with its length before it.
pub(crate) fn files_digest(files: &[MediaFile]) -> Digest {
    let mut files: Vec<&MediaFile> = files.iter().collect();
    files.sort_by(|a, b| a.target.cmp(&b.target));
    let mut hasher = Sha256::new();
    for file in files {
        for part in [&file.target, &file.sha256] {
            hasher.update((part.len() as u64).to_be_bytes());
            hasher.update(part);
        }
        hasher.update(file.len.to_be_bytes());
    }
    Digest::from_hasher(hasher)
}
