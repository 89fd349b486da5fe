//! What a publication writes, keeps and removes.

use super::{World, checked, days, draft, noon, refresh};
use crate::{Checked, Keys, Lifetimes, PublishError, Repository, publish, resign_timestamp};
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt;
use wayside_model::wire;

/// Inode by name: a file that is written again gets another one.
fn inodes(world: &World) -> BTreeMap<String, u64> {
    fs::read_dir(world.folder().join("targets"))
        .unwrap()
        .map(|e| e.unwrap())
        .map(|e| (e.file_name().into_string().unwrap(), e.metadata().unwrap().ino()))
        .collect()
}

#[test]
fn an_edited_title_changes_two_files() {
    let world = World::published();
    let before = inodes(&world);
    let published = world.publish("Night market", noon() + days(1));
    assert_eq!(published.changed, ["events.json", "release.json"]);
    assert_eq!((published.version, published.unchanged), (2, 11));
    let after = inodes(&world);
    assert_eq!(after.len(), before.len() + 2);
    for (name, inode) in before {
        assert_eq!(after[&name], inode, "{name} was written again");
    }
}

#[test]
fn a_published_release_reads_back_with_its_version_and_time() {
    let world = World::published();
    world.publish("Night market", noon() + days(1));
    let verified = refresh(&mut world.client(), noon() + days(1)).unwrap();
    let release = wire::from_documents(|name| {
        let target = verified.target(name)?;
        fs::read(world.folder().join(target.path())).ok()
    })
    .unwrap();
    assert_eq!((release.version, release.published), (2, noon() + days(1)));
    let mut expected = draft("Night market").release.unwrap();
    (expected.version, expected.published) = (2, noon() + days(1));
    assert_eq!(release, expected);
}

#[test]
fn old_releases_are_removed_after_a_while() {
    let world = World::new();
    for version in 1..=6 {
        world.publish(&format!("Market {version}"), noon());
    }
    let names = crate::disk::names(&world.folder().join("metadata")).unwrap();
    let expected = [
        "1.root.json",
        "4.snapshot.json",
        "4.targets.json",
        "5.snapshot.json",
        "5.targets.json",
        "6.snapshot.json",
        "6.targets.json",
        "timestamp.json",
    ];
    assert_eq!(names, expected);
    // Three releases of two files each, and the eleven that they share.
    assert_eq!(inodes(&world).len(), 11 + 3 * 2);
}

#[test]
fn nothing_is_removed_that_an_unreadable_list_may_need() {
    let world = World::new();
    for version in 1..=3 {
        world.publish(&format!("Market {version}"), noon());
    }
    fs::write(world.path("2.targets.json"), b"?").unwrap();
    assert_eq!(world.publish("Market 4", noon()).removed, 0);
    assert_eq!(inodes(&world).len(), 11 + 4 * 2);
}

#[test]
fn files_that_are_not_the_publishers_stay() {
    let world = World::published();
    fs::write(world.folder().join("targets/README"), b"do not touch").unwrap();
    for version in 2..=6 {
        world.publish(&format!("Market {version}"), noon());
    }
    assert!(world.folder().join("targets/README").exists());
}

#[test]
fn a_damaged_file_is_mended_by_publishing_again() {
    let world = World::published();
    let verified = refresh(&mut world.client(), noon()).unwrap();
    let path = world.folder().join(verified.target("poster.png").unwrap().path());
    let good = fs::read(&path).unwrap();
    fs::write(&path, vec![0; good.len()]).unwrap();
    world.publish("Night market", noon());
    assert_eq!(fs::read(&path).unwrap(), good);
}

#[test]
fn a_draft_with_problems_is_not_signed() {
    let mut with_error = draft("Market");
    with_error.problems.error("events/a.toml", Some(3), "no title", "write one");
    let mut without_release = draft("Market");
    without_release.release = None;
    let mut without_file = draft("Market");
    without_file.files.clear();
    let mut with_other_file = draft("Market");
    with_other_file.files.insert("poster.png".to_owned(), b"another".to_vec());
    let mut with_bad_name = draft("Market");
    with_bad_name.files.insert("../poster.png".to_owned(), Vec::new());
    let mut with_document = draft("Market");
    with_document.files.insert("places.json".to_owned(), Vec::new());
    let cases = [
        (with_error, "no title"),
        (without_release, "no release"),
        (without_file, "missing or another"),
        (with_other_file, "missing or another"),
        (with_bad_name, "cannot stand"),
        (with_document, "cannot stand"),
    ];
    for (draft, expect) in cases {
        let problems = Checked::new(draft).unwrap_err();
        assert!(problems.0.iter().any(|p| p.what.contains(expect)), "{expect}: {problems:?}");
    }
    let mut with_warning = draft("Market");
    with_warning.problems.warning("events/a.toml", Some(3), "over soon", "look again");
    assert_eq!(Checked::new(with_warning).unwrap().warnings().0.len(), 1);
}

#[test]
fn two_publishers_do_not_mix() {
    let world = World::published();
    let first = Repository::open(&world.folder(), &world.keys).unwrap();
    let second = publish(&world.folder(), checked("Night market"), &world.keys, noon(), &world.lifetimes);
    assert!(matches!(second, Err(PublishError::Busy(_))), "{second:?}");
    drop(first);
    assert_eq!(world.publish("Night market", noon()).version, 2);
}

#[test]
fn other_keys_cannot_publish_here() {
    let (world, other) = (World::published(), World::new());
    let refused = publish(&world.folder(), checked("Market"), &other.keys, noon(), &world.lifetimes);
    assert!(matches!(refused, Err(PublishError::OtherKeys(_))), "{refused:?}");
    assert_eq!(refresh(&mut world.client(), noon()).unwrap().version(), 1);
}

#[test]
fn a_spoilt_repository_is_not_built_upon() {
    for file in ["timestamp.json", "1.snapshot.json", "1.targets.json"] {
        let world = World::published();
        let mut bytes = fs::read(world.path(file)).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        fs::write(world.path(file), bytes).unwrap();
        match publish(&world.folder(), checked("Market"), &world.keys, noon(), &world.lifetimes) {
            Err(PublishError::Damaged { path, .. }) => assert_eq!(path, world.path(file)),
            other => panic!("{file}: {other:?}"),
        }
    }
}

#[test]
fn a_new_timestamp_needs_no_draft_and_only_its_key() {
    let world = World::published();
    for name in ["root", "targets", "snapshot"] {
        fs::remove_file(world.temp.path().join(format!("keys/{name}.pk8"))).unwrap();
    }
    let online = Keys::load(&world.temp.path().join("keys")).unwrap();
    let later = noon() + days(60);
    assert_eq!(resign_timestamp(&world.folder(), &online, later, &world.lifetimes).unwrap(), 1);
    let verified = refresh(&mut world.client(), later).unwrap();
    assert_eq!((verified.version(), verified.expires()), (1, later + days(7)));
    // Once the release itself has expired, its keys are needed, and named.
    let error = resign_timestamp(&world.folder(), &online, noon() + days(91), &world.lifetimes).unwrap_err();
    assert!(error.to_string().contains("targets.pk8"), "{error}");
}

#[test]
fn a_release_is_signed_again_when_half_its_life_is_over() {
    let world = World::published();
    let later = noon() + days(50);
    assert_eq!(resign_timestamp(&world.folder(), &world.keys, later, &world.lifetimes).unwrap(), 2);
    let much_later = later + days(80);
    assert_eq!(resign_timestamp(&world.folder(), &world.keys, much_later, &world.lifetimes).unwrap(), 3);
    let verified = refresh(&mut world.client(), much_later).unwrap();
    assert_eq!((verified.version(), verified.targets().len()), (3, 13));
}

#[test]
fn nothing_to_sign_again_is_said() {
    let world = World::new();
    let error = resign_timestamp(&world.folder(), &world.keys, noon(), &world.lifetimes).unwrap_err();
    assert!(matches!(error, PublishError::NothingPublished(_)), "{error}");
}

#[test]
fn a_root_is_renewed_before_it_expires() {
    let world = World::published();
    world.publish("Market", noon() + days(270));
    assert!(!world.path("2.root.json").exists());
    let later = noon() + days(300);
    world.publish("Market", later);
    assert!(world.path("2.root.json").exists());
    let verified = refresh(&mut world.client(), later + days(6)).unwrap();
    assert_eq!(verified.version(), 3);
    // A year on the first root alone would have expired.
    let year = noon() + days(400);
    world.publish("Market", year);
    refresh(&mut world.client(), year).unwrap();
}

#[test]
fn an_expired_root_without_its_key_is_said() {
    let world = World::published();
    fs::remove_file(world.temp.path().join("keys/root.pk8")).unwrap();
    let keys = Keys::load(&world.temp.path().join("keys")).unwrap();
    publish(&world.folder(), checked("Market"), &keys, noon() + days(300), &world.lifetimes).unwrap();
    let error = publish(&world.folder(), checked("Market"), &keys, noon() + days(366), &world.lifetimes).unwrap_err();
    assert!(matches!(error, PublishError::RootExpired { .. }), "{error}");
    assert!(error.to_string().contains("root.pk8"), "{error}");
}

#[test]
fn a_list_that_kiosks_would_refuse_is_not_published() {
    let world = World::published();
    let mut huge = draft("Market");
    huge.files.extend((0..25_000).map(|n| (format!("file-{n}-{}.png", "x".repeat(120)), Vec::new())));
    let refused =
        publish(&world.folder(), Checked::new(huge).unwrap(), &world.keys, noon(), &Lifetimes::default()).unwrap_err();
    assert!(matches!(refused, PublishError::TooManyFiles { .. }), "{refused}");
}
