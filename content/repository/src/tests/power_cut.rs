//! A power cut, or a reader, between any two steps of a publication.

use super::{World, checked, days, noon, refresh, restore_folder, wait};
use crate::disk::{Step, unfinished_path};
use crate::publish::perform;
use crate::{Keys, Repository, rotate, verify_folder};
use std::fs;
use std::path::Path;

/// Performs the steps up to one, and leaves the next one's write half done, as a power cut would.
fn cut_after(steps: &[Step], done: usize) {
    perform(&steps[..done]).unwrap();
    if let Some(Step::Write { path, bytes }) = steps.get(done) {
        fs::write(unfinished_path(path), &bytes[..bytes.len() / 2]).unwrap();
    }
}

/// Returns the version that a reader finds complete, none where nothing is published.
fn version_at(world: &World, folder: &Path) -> Option<u64> {
    if !folder.join("metadata/timestamp.json").exists() {
        return None;
    }
    let report = wait(verify_folder(folder, world.keys.root_json(), noon(), |_| {})).unwrap();
    assert!(report.wrong.is_empty(), "{:?}", report.wrong);
    Some(report.verified.version())
}

#[test]
fn a_cut_at_any_step_leaves_the_old_release_or_the_new() {
    for published_before in 0..5 {
        let world = World::new();
        for version in 1..=published_before {
            world.publish(&format!("Market {version}"), noon());
        }
        let (folder, before) = (world.folder(), world.temp.path().join("before"));
        fs::create_dir_all(&folder).unwrap();
        restore_folder(&folder, &before);
        let plan = |title: &str| {
            let repository = Repository::open(&folder, &world.keys).unwrap();
            checked(title)
                .sign(repository, &world.keys, noon(), &world.lifetimes)
                .unwrap()
                .plan(&world.lifetimes)
                .unwrap()
        };
        let count = plan("Night market").1.len();
        let mut found = Vec::new();
        for done in 0..=count {
            restore_folder(&before, &folder);
            let (locked, steps, _) = plan("Night market");
            assert_eq!(steps.len(), count);
            cut_after(&steps, done);
            drop(locked);
            let version = version_at(&world, &folder).unwrap_or(0);
            found.push(version);
            // The next publication mends what the cut left.
            let next = world.publish("Noon market", noon());
            assert_eq!(next.version, version + 1);
            assert_eq!(version_at(&world, &folder), Some(next.version));
            let leftovers = ["metadata", "targets"].map(|f| crate::disk::names(&folder.join(f)).unwrap()).concat();
            assert!(leftovers.iter().all(|name| !name.starts_with('.')), "{leftovers:?}");
        }
        assert!(found.is_sorted(), "{found:?}");
        assert_eq!((found[0], found[count]), (published_before, published_before + 1));
    }
}

#[test]
fn a_cut_at_any_step_of_a_key_change_leaves_a_readable_release() {
    let world = World::published();
    let (folder, before) = (world.folder(), world.temp.path().join("before"));
    restore_folder(&folder, &before);
    let plan = || rotate::plan(&folder, &world.keys, noon() + days(1), &world.lifetimes).unwrap();
    let count = plan().1.len();
    for done in 0..=count {
        restore_folder(&before, &folder);
        let (locked, steps, new): (_, _, Keys) = plan();
        cut_after(&steps, done);
        drop(locked);
        let version = version_at(&world, &folder).unwrap();
        assert!(version == 1 || version == 2, "after step {done}");
        if done == count {
            assert!(Repository::open(&folder, &world.keys).is_err(), "the old keys are still accepted");
            assert_eq!(Repository::open(&folder, &new).unwrap().next_version(), 3);
        } else if done < count - 1 {
            // The old keys are still good, so that the change can be begun again.
            crate::rotate_keys(
                &folder,
                &world.keys,
                &world.temp.path().join(format!("again-{done}")),
                noon(),
                &world.lifetimes,
            )
            .unwrap();
            assert!(version_at(&world, &folder).is_some());
        }
    }
}

#[test]
fn a_reader_that_began_before_can_finish_after() {
    let world = World::published();
    let old = refresh(&mut world.client(), noon()).unwrap();
    world.publish("Night market", noon());
    world.publish("Noon market", noon());
    for target in old.targets() {
        crate::verify::verify_file(target, &world.folder().join(target.path())).unwrap();
    }
}
