//! What the writer accepts, refuses, keeps and removes.

use crate::fixture::{contents, file, files, install, now, put_object, release};
use chrono::TimeDelta;
use wayside_model::media::MediaFile;
use wayside_store::{Contact, Pruned, Reader, StoreError, SyncProblem, SyncStatus, Writer};

fn new_store() -> (tempfile::TempDir, Writer) {
    let dir = tempfile::tempdir().unwrap();
    let writer = Writer::open(dir.path(), now()).unwrap();
    (dir, writer)
}

#[test]
fn a_release_reads_back_as_it_was_written() {
    let (dir, mut writer) = new_store();
    install(&mut writer, 1);
    assert_eq!(Reader::open(dir.path()).active_release().unwrap(), Some(release(1)));
    assert_eq!(writer.active_files().unwrap().len(), files(1).len());
}

#[test]
fn a_second_writer_is_refused() {
    let (dir, writer) = new_store();
    let second = Writer::open(dir.path(), now());
    assert!(matches!(second, Err(StoreError::Locked(_))), "{second:?}");
    drop(writer);
    Writer::open(dir.path(), now()).unwrap();
}

#[test]
fn the_last_two_releases_and_their_files_stay() {
    let (_dir, mut writer) = new_store();
    for version in 1..=4 {
        install(&mut writer, version);
    }
    let has = |version: u64| files(version).iter().map(|f| writer.objects().has(f)).collect::<Vec<_>>();
    assert_eq!(has(4), [true, true]);
    assert_eq!(has(3), [true, true]);
    assert_eq!(has(2), [true, false], "the shared file stays, its own is gone");
    let _never_switched = writer.stage(&release(5), &files(5)).unwrap();
    assert_eq!(writer.prune(&[]).unwrap(), Pruned { releases: 1, files: 0 });
    assert_eq!(writer.active_version().unwrap(), Some(4));
}

#[test]
fn a_release_without_all_its_files_does_not_go_live() {
    let (_dir, mut writer) = new_store();
    install(&mut writer, 1);
    put_object(&writer, &contents(2)[0].0, &contents(2)[0].1).unwrap();
    let staged = writer.stage(&release(2), &files(2)).unwrap();
    let switched = writer.switch(staged);
    assert!(matches!(&switched, Err(StoreError::MissingObject { target, .. }) if target == "own.png"), "{switched:?}");
    assert_eq!(writer.active_version().unwrap(), Some(1));
}

#[test]
fn a_file_comes_in_over_several_goes() {
    let (_dir, writer) = new_store();
    let bytes = b"0123456789";
    let expected = file("digits", bytes);
    let mut first = writer.incoming().open(&expected).unwrap();
    first.write(&bytes[..4]).unwrap();
    drop(first);
    let mut second = writer.incoming().open(&expected).unwrap();
    assert_eq!(second.have(), 4);
    let too_long = second.write(b"4567890");
    assert!(matches!(too_long, Err(StoreError::TooLong { len: 10, .. })), "{too_long:?}");
    let too_short = second.finish();
    assert!(matches!(too_short, Err(StoreError::TooShort { have: 4, len: 10, .. })), "{too_short:?}");
    let mut third = writer.incoming().open(&expected).unwrap();
    third.write(&bytes[4..]).unwrap();
    third.finish().unwrap();
    assert_eq!(writer.objects().read_verified(&expected.sha256).unwrap(), bytes);
}

#[test]
fn a_file_with_the_wrong_bytes_is_thrown_away() {
    let (_dir, writer) = new_store();
    let expected = file("digits", b"0123456789");
    let mut partial = writer.incoming().open(&expected).unwrap();
    partial.write(b"0123456780").unwrap();
    let finished = partial.finish();
    assert!(matches!(finished, Err(StoreError::WrongHash { .. })), "{finished:?}");
    assert!(!writer.objects().has(&expected));
    let mut again = writer.incoming().open(&expected).unwrap();
    assert_eq!(again.have(), 0);
    again.write(b"x").unwrap();
    again.restart().unwrap();
    again.write(b"0123456789").unwrap();
    again.finish().unwrap();
}

#[test]
fn a_hash_that_is_none_reaches_no_file() {
    let (_dir, writer) = new_store();
    let bad = MediaFile { target: "x".to_owned(), len: 1, sha256: "../x".to_owned() };
    assert!(matches!(writer.incoming().open(&bad), Err(StoreError::BadDigest { .. })));
    assert!(!writer.objects().has(&bad));
}

#[test]
fn unfinished_downloads_stay_as_long_as_they_are_wanted() {
    let (_dir, mut writer) = new_store();
    let wanted = file("digits", b"0123456789");
    writer.incoming().open(&wanted).unwrap().write(b"0123").unwrap();
    assert_eq!(writer.prune(std::slice::from_ref(&wanted)).unwrap().files, 0);
    assert_eq!(writer.incoming().open(&wanted).unwrap().have(), 4);
    assert_eq!(writer.prune(&[]).unwrap().files, 1);
}

#[test]
fn the_status_reaches_the_screen() {
    let (dir, mut writer) = new_store();
    let status = SyncStatus {
        contact: Contact::Offline,
        last_attempt: Some(now()),
        last_contact: Some(now() - TimeDelta::minutes(5)),
        last_success: None,
        offline_since: Some(now() - TimeDelta::minutes(4)),
        fresh_until: Some(now() + TimeDelta::days(1)),
        problem: Some(SyncProblem::Unreachable),
    };
    let mut reader = Reader::open(dir.path());
    reader.changed();
    writer.set_sync_status(&status).unwrap();
    assert!(reader.changed());
    assert_eq!(reader.sync_status().unwrap(), status);
    assert_eq!(status.stale_since(now()), None);
    assert_eq!(status.stale_since(now() + TimeDelta::days(2)), status.fresh_until);
    assert_eq!(SyncStatus::default().stale_since(now()), None);
}
