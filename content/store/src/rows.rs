//! A release as rows: one per record, so that one record can be looked up without reading the rest.

use crate::Digest;
use rusqlite::{Connection, OptionalExtension};
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use wayside_model::{Release, wire};

/// The document that has one row of its own: version, time and city.
const HEAD: &str = "release.json";

/// What is said of rows whose hash is wrong.
pub(crate) const CHANGED: &str = "the rows of the active release are not the ones that were written";

/// One record: the document that it stands in, its identifier there (empty for the head) and its JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    pub kind: String,
    pub id: String,
    pub json: String,
}

/// Splits a release into rows, ordered by kind and identifier.
pub(crate) fn from_release(release: &Release) -> Result<Vec<Row>, crate::StoreError> {
    fn put<K: AsRef<str>, T: Serialize>(
        rows: &mut Vec<Row>,
        kind: &str,
        records: impl Iterator<Item = (K, T)>,
    ) -> Result<(), serde_json::Error> {
        for (id, record) in records {
            let json = serde_json::to_string(&record)?;
            rows.push(Row { kind: kind.to_owned(), id: id.as_ref().to_owned(), json });
        }
        Ok(())
    }
    /// Names every map of the release once, with its document's name; a field that is new in the model fails to build.
    macro_rules! put_all {
        ($rows:ident, $($field:ident $kind:literal),*) => {
            let Release { version, published, city, $($field),* } = release;
            $(put(&mut $rows, $kind, $field.iter().map(|(id, record)| (id.as_str(), record)))?;)*
            let head = Release { version: *version, published: *published, ..Release::empty(city.clone()) };
            let head = wire::to_documents(&head)?.remove(HEAD).expect("every release has its head");
            let json = String::from_utf8(head).expect("JSON is UTF-8");
            $rows.push(Row { kind: HEAD.to_owned(), id: String::new(), json });
        };
    }
    let mut rows = Vec::new();
    put_all!(rows, kiosks "kiosks.json", places "places.json", events "events.json", offers "offers.json",
        services "services.json", notices "notices.json", media "media.json", signage "signage.json",
        playlists "playlists.json", campaigns "campaigns.json", surveys "surveys.json");
    rows.sort_by(|a, b| (&a.kind, &a.id).cmp(&(&b.kind, &b.id)));
    Ok(rows)
}

/// Puts rows together into a release again.
pub(crate) fn to_release(rows: &[Row]) -> Result<Release, wire::WireError> {
    let mut documents: BTreeMap<&str, String> = wire::DOCUMENTS.iter().map(|kind| (*kind, String::new())).collect();
    for row in rows {
        let Some(document) = documents.get_mut(row.kind.as_str()) else { continue };
        if row.kind != HEAD {
            document.push(if document.is_empty() { '{' } else { ',' });
            document.push_str(&serde_json::Value::from(row.id.as_str()).to_string());
            document.push(':');
        }
        document.push_str(&row.json);
    }
    wire::from_documents(|name| {
        let document = documents.get(name)?;
        Some(match (name, document.is_empty()) {
            (HEAD, true) => return None,
            (HEAD, false) => document.clone().into_bytes(),
            (_, true) => b"{}".to_vec(),
            (_, false) => format!("{document}}}").into_bytes(),
        })
    })
}

/// Hashes rows in their order, each part with its length before it.
pub(crate) fn digest(rows: &[Row]) -> Digest {
    let mut hasher = Sha256::new();
    for part in rows.iter().flat_map(|row| [&row.kind, &row.id, &row.json]) {
        hasher.update((part.len() as u64).to_be_bytes());
        hasher.update(part);
    }
    Digest::from_hasher(hasher)
}

/// The active release's digest and rows, from one moment.
pub(crate) fn read_active(connection: &Connection) -> rusqlite::Result<Option<(String, Vec<Row>)>> {
    let transaction = connection.unchecked_transaction()?;
    let active = transaction
        .query_row("SELECT releases.id, digest FROM releases JOIN active ON releases.id = active.release", [], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?))
        })
        .optional()?;
    let Some((release, digest)) = active else { return Ok(None) };
    let mut statement = transaction.prepare("SELECT kind, id, json FROM rows WHERE release = ?1 ORDER BY kind, id")?;
    let rows = statement
        .query_map([release], |row| Ok(Row { kind: row.get(0)?, id: row.get(1)?, json: row.get(2)? }))?
        .collect::<Result<_, _>>()?;
    Ok(Some((digest, rows)))
}
