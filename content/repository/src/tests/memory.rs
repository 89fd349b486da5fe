//! What a client remembers, and what it does when it cannot.

use super::{World, noon, refresh};
use crate::{MetadataFolder, StoreError};
use std::fs;
use std::path::PathBuf;

fn remembered(world: &World) -> Vec<PathBuf> {
    let mut paths: Vec<_> =
        fs::read_dir(world.temp.path().join("memory")).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    paths
}

#[test]
fn only_what_is_asked_for_again_is_remembered() {
    let world = World::published();
    for version in 2..6 {
        refresh(&mut world.remembering_client(), noon()).unwrap();
        assert_eq!(world.publish(&format!("Market {version}"), noon()).version, version);
    }
    let names: Vec<_> =
        remembered(&world).iter().map(|p| p.file_name().unwrap().to_string_lossy().into_owned()).collect();
    assert_eq!(names, ["root.json", "root_history~1.root.json", "snapshot.json", "targets.json", "timestamp.json"]);
}

#[test]
fn a_damaged_memory_is_refused_not_forgotten() {
    type Spoil = fn(&mut Vec<u8>);
    let spoils: [Spoil; 4] = [|b| b[100] ^= 1, |b| b[3] ^= 1, Vec::clear, |b| b.truncate(80)];
    for spoil in spoils {
        let world = World::published();
        refresh(&mut world.remembering_client(), noon()).unwrap();
        for path in remembered(&world) {
            let good = fs::read(&path).unwrap();
            let mut bad = good.clone();
            spoil(&mut bad);
            fs::write(&path, bad).unwrap();
            match MetadataFolder::open(&world.temp.path().join("memory")) {
                Err(StoreError::Damaged(named)) => assert_eq!(named, path),
                other => panic!("{}: {other:?}", path.display()),
            }
            fs::write(&path, good).unwrap();
        }
        refresh(&mut world.remembering_client(), noon()).unwrap();
    }
}

#[test]
fn an_interrupted_write_leaves_the_old_memory() {
    let world = World::published();
    refresh(&mut world.remembering_client(), noon()).unwrap();
    fs::write(world.temp.path().join("memory/.new-timestamp.json"), b"half a fi").unwrap();
    assert_eq!(refresh(&mut world.remembering_client(), noon()).unwrap().version(), 1);
    assert_eq!(remembered(&world).len(), 5);
}

#[test]
fn a_memory_that_cannot_be_written_fails_the_refresh() {
    let world = World::published();
    let mut client = world.remembering_client();
    // A folder in the place of the file cannot be replaced by one, not even by root.
    fs::create_dir_all(world.temp.path().join("memory/timestamp.json/x")).unwrap();
    let error = refresh(&mut client, noon()).unwrap_err();
    assert_eq!(super::kind(&error), "store", "{error}");
    assert!(error.to_string().contains("timestamp.json"), "{error}");
}
