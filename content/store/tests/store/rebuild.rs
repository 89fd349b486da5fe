//! A damaged database is rebuilt from the files of the releases, as far as those are whole.

use crate::fixture::{contents, file, now, put_object, release};
use rusqlite::Connection;
use std::{fs, path::Path};
use wayside_model::{media::MediaFile, wire};
use wayside_store::{Contact, Opened, Reader, SyncStatus, Writer};

/// The files of a release as they are published: its documents and its pictures.
fn published(version: u64) -> Vec<(String, Vec<u8>)> {
    wire::to_documents(&release(version)).unwrap().into_iter().chain(contents(version)).collect()
}

fn listed(version: u64) -> Vec<MediaFile> {
    published(version).iter().map(|(target, bytes)| file(target, bytes)).collect()
}

fn sha256_of(version: u64, target: &str) -> String {
    listed(version).into_iter().find(|file| file.target == target).unwrap().sha256
}

fn status() -> SyncStatus {
    SyncStatus { contact: Contact::Offline, offline_since: Some(now()), fresh_until: Some(now()), ..Default::default() }
}

/// A store with release 2 on the screen and release 1 before it, at rest.
fn filled() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let mut writer = Writer::open(dir.path(), now()).unwrap();
    for version in 1..=2 {
        for (target, bytes) in published(version) {
            put_object(&writer, &target, &bytes).unwrap();
        }
        let staged = writer.stage(&release(version), &listed(version)).unwrap();
        writer.switch(staged).unwrap();
    }
    writer.set_sync_status(&status()).unwrap();
    writer.prune(&[]).unwrap();
    dir
}

/// Flips one bit at every place where `needle` stands in a file.
fn flip(path: &Path, needle: &str) {
    let mut bytes = fs::read(path).unwrap();
    let found = |bytes: &[u8]| bytes.windows(needle.len()).position(|w| w == needle.as_bytes());
    assert!(found(&bytes).is_some(), "`{needle}` is in the file");
    while let Some(at) = found(&bytes) {
        bytes[at] ^= 1;
    }
    fs::write(path, bytes).unwrap();
}

fn flip_object(dir: &Path, version: u64, target: &str) {
    let path = Reader::open(dir).object_path(&sha256_of(version, target)).unwrap();
    let mut bytes = fs::read(&path).unwrap();
    bytes[0] ^= 1;
    fs::write(path, bytes).unwrap();
}

/// Changes the rows as a bad disk does, without the store's knowledge.
fn change(dir: &Path, sql: &str) {
    let database = Connection::open(dir.join("wayside.db")).unwrap();
    assert!(database.execute(sql, []).unwrap() > 0, "{sql}");
    database.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
}

const BAD_ROW: &str = "Park 7 of release 2";

#[test]
fn a_damaged_database_never_empties_a_screen_whose_documents_are_whole() {
    type Damage = fn(&Path);
    let cases: [(&str, Damage, Option<u64>); 9] = [
        ("a record", |_| {}, Some(2)),
        ("a picture", |dir| flip_object(dir, 2, "own.png"), Some(2)),
        ("a picture that is listed wrongly", |dir| flip(&dir.join("wayside.db"), &sha256_of(2, "own.png")), Some(1)),
        (
            "a list that is a file short",
            |dir| change(dir, "DELETE FROM objects WHERE target = 'own.png' AND release = 2"),
            Some(1),
        ),
        (
            "another document in the place of the signed one",
            |dir| {
                let update = "UPDATE objects SET sha256 = (SELECT sha256 FROM objects WHERE release = 1 AND target = 'places.json')";
                change(dir, &format!("{update} WHERE release = 2 AND target = 'places.json'"));
            },
            Some(1),
        ),
        ("a document", |dir| flip_object(dir, 2, "places.json"), Some(1)),
        ("a document of each", |dir| (1..=2).for_each(|version| flip_object(dir, version, "places.json")), None),
        ("the lists", |dir| change(dir, "DELETE FROM objects"), None),
        ("all of it", |dir| fs::write(dir.join("wayside.db"), "damaged".repeat(9999)).unwrap(), None),
    ];
    for (name, damage, expect) in cases {
        let dir = filled();
        if name != "all of it" {
            flip(&dir.path().join("wayside.db"), BAD_ROW);
        }
        damage(dir.path());
        let mut reader = Reader::open(dir.path());
        reader.active_release().unwrap_err();
        let writer = Writer::open(dir.path(), now()).unwrap();
        assert!(
            matches!(writer.opened(), Opened::Rebuilt { restored, .. } if *restored == expect),
            "{name}: {writer:?}"
        );
        assert_eq!(reader.active_release().unwrap(), expect.map(release), "{name}");
        let files = expect.map_or(0, |version| listed(version).len());
        assert_eq!(writer.active_files().unwrap().len(), files, "{name}");
        if expect.is_some() {
            assert_eq!(reader.sync_status().unwrap(), status(), "{name}");
        }
        drop(writer);
        assert_eq!(Writer::open(dir.path(), now()).unwrap().opened(), &Opened::Existing, "{name}");
    }
}

#[test]
fn a_rebuilt_store_can_be_rebuilt_again_down_to_the_release_before() {
    let dir = filled();
    flip(&dir.path().join("wayside.db"), BAD_ROW);
    drop(Writer::open(dir.path(), now()).unwrap());
    change(dir.path(), "DELETE FROM objects WHERE target = 'own.png' AND release = (SELECT release FROM active)");
    change(dir.path(), "DELETE FROM rows WHERE id = 'place-7'");
    let writer = Writer::open(dir.path(), now()).unwrap();
    assert_eq!(writer.active_version().unwrap(), Some(1));
}

#[test]
fn a_power_cut_in_the_middle_of_a_rebuild_loses_nothing() {
    let check = |name: &str, cut: fn(&Path)| {
        let dir = filled();
        // What a rebuild has made before the cut.
        fs::copy(dir.path().join("wayside.db"), dir.path().join("wayside.db.rebuilt")).unwrap();
        cut(dir.path());
        let writer = Writer::open(dir.path(), now()).unwrap();
        assert!(matches!(writer.opened(), Opened::Rebuilt { restored: Some(2), .. }), "{name}: {writer:?}");
        assert_eq!(Reader::open(dir.path()).active_release().unwrap(), Some(release(2)), "{name}");
        assert!(!dir.path().join("wayside.db.rebuilt").exists(), "{name}");
    };
    check("before the log is moved", |dir| fs::write(dir.join("wayside.db"), "damaged").unwrap());
    check("before the database is moved", |dir| {
        fs::write(dir.join("wayside.db"), "damaged").unwrap();
        fs::remove_file(dir.join("wayside.db-wal")).unwrap();
    });
    check("before the new one is in its place", |dir| {
        for name in ["wayside.db", "wayside.db-wal", "wayside.db-shm"] {
            fs::remove_file(dir.join(name)).unwrap();
        }
    });

    let dir = filled();
    flip(&dir.path().join("wayside.db"), BAD_ROW);
    for half in ["wayside.db.filling", "wayside.db.filling-journal"] {
        fs::write(dir.path().join(half), "half of a database").unwrap();
    }
    let writer = Writer::open(dir.path(), now()).unwrap();
    assert_eq!(writer.active_version().unwrap(), Some(2), "a half-filled database is begun anew");
}

#[test]
fn a_store_of_older_software_is_brought_up_to_date() {
    let dir = filled();
    let database = Connection::open(dir.path().join("wayside.db")).unwrap();
    database.execute_batch("ALTER TABLE releases DROP COLUMN files_digest; PRAGMA user_version = 1").unwrap();
    drop(database);
    let mut reader = Reader::open(dir.path());
    assert_eq!(reader.active_release().unwrap(), Some(release(2)), "the screen may start before the agent");
    let mut writer = Writer::open(dir.path(), now()).unwrap();
    assert_eq!(writer.opened(), &Opened::Existing);
    assert_eq!(reader.active_release().unwrap(), Some(release(2)));
    writer.prune(&[]).unwrap();
    drop(writer);
    flip(&dir.path().join("wayside.db"), BAD_ROW);
    let writer = Writer::open(dir.path(), now()).unwrap();
    assert_eq!(writer.active_version().unwrap(), Some(2), "its lists of files are vouched for");
}
