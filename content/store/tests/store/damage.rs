//! Damage on the disk: never shown, and mended by the agent.

use crate::fixture::{contents, files, install, now, release};
use rusqlite::Connection;
use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};
use wayside_store::{Digest, Opened, ReadError, Reader, Writer};

fn filled() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    install(&mut Writer::open(dir.path(), now()).unwrap(), 1);
    dir
}

fn asides(dir: &Path) -> Vec<PathBuf> {
    let names = fs::read_dir(dir).unwrap().map(|e| e.unwrap().path());
    names.filter(|p| p.to_str().unwrap().contains(".corrupt-") && !p.to_str().unwrap().ends_with("-wal")).collect()
}

/// Flips one bit of the first place where `needle` stands in a file.
fn flip(path: &Path, needle: &[u8]) {
    let mut bytes = fs::read(path).unwrap();
    let at = bytes.windows(needle.len()).position(|w| w == needle).expect("the needle is in the file");
    bytes[at] ^= 1;
    fs::write(path, bytes).unwrap();
}

#[test]
fn a_damaged_database_is_refused_by_the_screen_and_rebuilt_by_the_agent() {
    type Damage = fn(&Path);
    let damages: [(&str, Damage); 5] = [
        ("no database at all", |db| fs::write(db, "this is not a database".repeat(999)).unwrap()),
        ("cut off", |db| {
            let len = fs::metadata(db).unwrap().len();
            fs::File::options().write(true).open(db).unwrap().set_len(len / 2 + 100).unwrap();
        }),
        ("a flipped bit in a record", |db| flip(db, b"Park 7 of release 1")),
        ("a flipped bit in the city", |db| flip(db, b"America/Los_Angeles")),
        ("pages of zeros", |db| {
            let mut bytes = fs::read(db).unwrap();
            bytes[4096..].fill(0);
            fs::write(db, bytes).unwrap();
        }),
    ];
    for (name, damage) in damages {
        let dir = filled();
        let mut reader = Reader::open(dir.path());
        assert_eq!(reader.active_version().unwrap(), Some(1));
        let mut reader_before = reader;
        damage(&dir.path().join("wayside.db"));

        let shown = Reader::open(dir.path()).active_release();
        assert!(matches!(shown, Err(ReadError::Corrupt { .. })), "{name}: {shown:?}");
        let mut writer = Writer::open(dir.path(), now()).unwrap();
        assert!(matches!(writer.opened(), Opened::Rebuilt { .. }), "{name}: {:?}", writer.opened());
        assert_eq!(asides(dir.path()).len(), 1, "{name}");
        assert_eq!(writer.active_version().unwrap(), None, "{name}");
        assert!(files(1).iter().all(|file| writer.objects().has(file)), "{name}: files are used again");

        assert!(reader_before.changed(), "{name}: an open screen notices");
        assert_eq!(reader_before.active_release().unwrap(), None, "{name}: and moves over to the new database");
        install(&mut writer, 1);
        assert_eq!(reader_before.active_release().unwrap(), Some(release(1)), "{name}");
    }
}

#[test]
fn only_the_newest_damaged_database_is_kept() {
    let dir = filled();
    for minute in 0..3 {
        fs::write(dir.path().join("wayside.db"), "damaged").unwrap();
        // With its log, SQLite would make the whole database good again.
        fs::write(dir.path().join("wayside.db-wal"), "").unwrap();
        let writer = Writer::open(dir.path(), now() + chrono::TimeDelta::minutes(minute)).unwrap();
        assert!(matches!(writer.opened(), Opened::Rebuilt { .. }));
    }
    assert_eq!(asides(dir.path()), [dir.path().join("wayside.db.corrupt-20261122T180200Z")]);
}

#[test]
fn a_damaged_file_is_never_given_out_and_is_removed_by_a_scrub() {
    let dir = filled();
    let writer = Writer::open(dir.path(), now()).unwrap();
    let reader = Reader::open(dir.path());
    let (whole, damaged) = (&files(1)[0], &files(1)[1]);
    flip(&reader.object_path(&damaged.sha256).unwrap(), b"picture");
    assert_eq!(reader.read_object_verified(&whole.sha256).unwrap(), contents(1)[0].1);
    let read = reader.read_object_verified(&damaged.sha256);
    assert!(matches!(read, Err(ReadError::Corrupt { .. })), "{read:?}");
    assert_eq!(writer.objects().scrub(|| false).unwrap(), *std::slice::from_ref(&damaged.sha256));
    assert_eq!(writer.objects().scrub(|| false).unwrap(), [""; 0]);
    let read = reader.read_object_verified(&damaged.sha256);
    assert!(matches!(read, Err(ReadError::MissingObject(_))), "{read:?}");
}

#[test]
fn a_name_that_is_no_hash_reaches_no_file() {
    let reader = Reader::open("/");
    for name in ["", "../../etc/passwd", "etc/passwd", &"A".repeat(64), &format!("{}/", "a".repeat(63))] {
        assert!(matches!(reader.read_object_verified(name), Err(ReadError::BadDigest(_))), "{name}");
    }
    let absent = Digest::of(b"absent");
    assert!(matches!(reader.read_object_verified(absent.as_str()), Err(ReadError::MissingObject(_))));
}

#[test]
fn a_store_that_is_missing_empty_or_locked_reads_as_what_it_is() {
    let dir = tempfile::tempdir().unwrap();
    let mut reader = Reader::open(dir.path().join("absent"));
    assert_eq!(reader.active_release().unwrap(), None);
    assert_eq!(reader.sync_status().unwrap(), wayside_store::SyncStatus::default());
    assert!(!reader.changed());

    fs::write(dir.path().join("wayside.db"), "").unwrap();
    let mut reader = Reader::open(dir.path());
    assert_eq!(reader.active_release().unwrap(), None);
    assert!(!reader.changed());

    let mut writer = Writer::open(dir.path(), now()).unwrap();
    assert!(reader.changed(), "the agent has made the tables");
    assert_eq!(reader.active_release().unwrap(), None);
    install(&mut writer, 1);
    assert!(reader.changed());
    assert!(!reader.changed());
    drop((writer, reader));

    let greedy = Connection::open(dir.path().join("wayside.db")).unwrap();
    greedy.execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; CREATE TABLE t (x);").unwrap();
    let read = Reader::open(dir.path()).active_release();
    assert!(matches!(read, Err(ReadError::Busy(_))), "{read:?}");
}

#[test]
fn a_store_of_newer_software_is_left_alone() {
    let dir = filled();
    Connection::open(dir.path().join("wayside.db")).unwrap().pragma_update(None, "user_version", 99).unwrap();
    let opened = Writer::open(dir.path(), now());
    assert!(matches!(opened, Err(wayside_store::StoreError::NewerSchema { found: 99, .. })), "{opened:?}");
    let read = Reader::open(dir.path()).active_release();
    assert!(matches!(read, Err(ReadError::NewerSchema { found: 99, .. })), "{read:?}");
    assert!(asides(dir.path()).is_empty());
}

#[test]
fn a_screen_without_write_access_reads_after_the_agent_has_ended() {
    let dir = filled();
    for name in ["wayside.db", "wayside.db-wal", "wayside.db-shm"] {
        let path = dir.path().join(name);
        assert!(path.exists(), "{name} stays for readers");
        fs::set_permissions(path, fs::Permissions::from_mode(0o444)).unwrap();
    }
    assert_eq!(Reader::open(dir.path()).active_release().unwrap(), Some(release(1)));
}
