//! A power cut at any moment leaves one whole release, the old or the new.

use crate::fixture::{contents, copy_store, files, install, now, put_object, release};
use std::{fs, path::Path};
use wayside_store::{Opened, Reader, Writer};

/// Cuts the power now: the screen must show `expect`, and the agent must be able to finish the new release.
fn check(store: &Path, step: &str, expect: Option<u64>) {
    let cut = tempfile::tempdir().unwrap();
    copy_store(store, cut.path());
    let mut reader = Reader::open(cut.path());
    assert_eq!(reader.active_release().unwrap(), expect.map(release), "after {step}");
    let mut writer = Writer::open(cut.path(), now()).unwrap();
    assert_eq!(writer.opened(), &Opened::Existing, "after {step}");
    assert_eq!(writer.active_version().unwrap(), expect, "after {step}");
    install(&mut writer, 2);
    assert!(reader.changed());
    assert_eq!(reader.active_release().unwrap(), Some(release(2)), "after {step}");
    assert!(fs::read_dir(cut.path().join("partial")).unwrap().next().is_none(), "after {step}");
}

#[test]
fn a_power_cut_between_two_steps_leaves_the_old_release() {
    for old in [None, Some(1)] {
        let dir = tempfile::tempdir().unwrap();
        let mut writer = Writer::open(dir.path(), now()).unwrap();
        if let Some(version) = old {
            install(&mut writer, version);
        }
        check(dir.path(), "nothing", old);
        let mut partial = writer.incoming().open(&files(2)[1]).unwrap();
        partial.write(&contents(2)[1].1[..5]).unwrap();
        check(dir.path(), "half a file", old);
        drop(partial);
        for (target, bytes) in contents(2) {
            put_object(&writer, &target, &bytes).unwrap();
            check(dir.path(), "a file", old);
        }
        let staged = writer.stage(&release(2), &files(2)).unwrap();
        check(dir.path(), "the rows", old);
        writer.switch(staged).unwrap();
        check(dir.path(), "the switch", Some(2));
        writer.prune(&[]).unwrap();
        check(dir.path(), "the prune", Some(2));
    }
}

#[test]
fn a_database_log_cut_at_any_byte_gives_one_whole_release() {
    let dir = tempfile::tempdir().unwrap();
    let mut writer = Writer::open(dir.path(), now()).unwrap();
    install(&mut writer, 1);
    for (target, bytes) in contents(2) {
        put_object(&writer, &target, &bytes).unwrap();
    }
    let staged = writer.stage(&release(2), &files(2)).unwrap();
    writer.switch(staged).unwrap();
    let log_len = fs::metadata(dir.path().join("wayside.db-wal")).unwrap().len();
    let mut seen = Vec::new();
    let cut = tempfile::tempdir().unwrap();
    for cut_at in (0..log_len).step_by(1021).chain([log_len]) {
        let _ = fs::remove_dir_all(cut.path());
        copy_store(dir.path(), cut.path());
        let log = fs::File::options().write(true).open(cut.path().join("wayside.db-wal")).unwrap();
        log.set_len(cut_at).unwrap();
        let shown = Reader::open(cut.path()).active_release().unwrap().unwrap();
        assert_eq!(shown, release(shown.version), "log cut at byte {cut_at}");
        seen.push(shown.version);
    }
    assert!(seen.is_sorted(), "once the switch is in the log, it holds: {seen:?}");
    assert_eq!((seen.first(), seen.last()), (Some(&1), Some(&2)));
}
