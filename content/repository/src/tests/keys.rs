//! Keys on disk.

use super::{World, noon};
use crate::{Keys, KeysError, Lifetimes, Role, publish};
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;

#[test]
fn keys_come_back_as_they_were_saved() {
    let world = World::published();
    let loaded = Keys::load(&world.temp.path().join("keys")).unwrap();
    assert_eq!(format!("{loaded:?}"), format!("{:?}", world.keys));
    assert_eq!(loaded.root_json(), world.keys.root_json());
    publish(&world.folder(), super::checked("Night market"), &loaded, noon(), &world.lifetimes).unwrap();
}

#[test]
fn only_the_owner_can_read_them() {
    let world = World::new();
    let folder = world.temp.path().join("keys");
    assert_eq!(fs::metadata(&folder).unwrap().permissions().mode() & 0o777, 0o700);
    for role in Role::ALL {
        let path = folder.join(format!("{role}.pk8"));
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        fs::set_permissions(&path, Permissions::from_mode(0o640)).unwrap();
        match Keys::load(&folder) {
            Err(KeysError::ReadableByOthers { path: named, mode: 0o640 }) => assert_eq!(named, path),
            other => panic!("{other:?}"),
        }
        fs::set_permissions(&path, Permissions::from_mode(0o600)).unwrap();
    }
}

#[test]
fn nothing_is_overwritten() {
    let world = World::new();
    let occupied = world.temp.path().join("occupied");
    fs::create_dir(&occupied).unwrap();
    fs::write(occupied.join("notes.txt"), b"mine").unwrap();
    for folder in [world.temp.path().join("keys"), occupied.clone(), occupied.join("notes.txt")] {
        let before = fs::read(folder.join("root.pk8")).ok();
        let refused = Keys::generate(noon(), &Lifetimes::default()).unwrap().save(&folder);
        assert!(matches!(&refused, Err(KeysError::Exists(named)) if *named == folder), "{refused:?}");
        assert_eq!(fs::read(folder.join("root.pk8")).ok(), before);
    }
    let empty = world.temp.path().join("empty");
    fs::create_dir(&empty).unwrap();
    Keys::generate(noon(), &Lifetimes::default()).unwrap().save(&empty).unwrap();
}

#[test]
fn an_absent_key_is_named_with_its_remedy() {
    let world = World::published();
    let folder = world.temp.path().join("keys");
    for role in [Role::Timestamp, Role::Snapshot, Role::Targets] {
        fs::remove_file(folder.join(format!("{role}.pk8"))).unwrap();
        let keys = Keys::load(&folder).unwrap();
        let error = publish(&world.folder(), super::checked("Market"), &keys, noon(), &world.lifetimes)
            .unwrap_err()
            .to_string();
        assert!(error.contains(&format!("{role}.pk8")) && error.contains("content init-keys"), "{error}");
    }
    let error = Keys::load(&world.temp.path().join("nowhere")).unwrap_err().to_string();
    assert!(error.contains("nowhere/root.json") && error.contains("content init-keys"), "{error}");
}

#[test]
fn what_is_not_a_key_is_named() {
    let world = World::new();
    let path = world.temp.path().join("keys/targets.pk8");
    let good = fs::read(&path).unwrap();
    for bad in [Vec::new(), b"not a key".to_vec(), good[..good.len() - 1].to_vec(), vec![0; 5000]] {
        fs::write(&path, bad).unwrap();
        let error = Keys::load(&world.temp.path().join("keys")).unwrap_err();
        assert!(matches!(&error, KeysError::NotAKey(named) if *named == path), "{error}");
    }
}

#[test]
fn secrets_are_not_shown() {
    let world = World::new();
    let shown = format!("{:?}", world.keys);
    let secret = fs::read(world.temp.path().join("keys/root.pk8")).unwrap();
    assert!(!shown.contains(&hex::encode(&secret[secret.len() - 32..])));
    assert!(shown.contains("root"));
}
