//! Changing keys under running clients.

use super::{World, checked, days, kind, noon, refresh};
use crate::{Keys, publish, rotate_keys};
use std::fs;

#[test]
fn clients_old_and_new_follow_a_change_of_keys() {
    let world = World::published();
    let mut running = world.remembering_client();
    refresh(&mut running, noon()).unwrap();
    let new_folder = world.temp.path().join("new-keys");
    let later = noon() + days(1);
    rotate_keys(&world.folder(), &world.keys, &new_folder, later, &world.lifetimes).unwrap();
    let new = Keys::load(&new_folder).unwrap();
    publish(&world.folder(), checked("Night market"), &new, later, &world.lifetimes).unwrap();
    assert_eq!(refresh(&mut running, later).unwrap().version(), 3);
    assert_eq!(refresh(&mut world.remembering_client(), later).unwrap().version(), 3);
    assert_eq!(refresh(&mut world.client(), later).unwrap().version(), 3);
    let transport = crate::FolderTransport::new(world.folder());
    let mut fresh = crate::Client::forgetful(new.root_json(), transport).unwrap();
    assert_eq!(refresh(&mut fresh, later).unwrap().version(), 3);
    assert!(publish(&world.folder(), checked("Market"), &world.keys, later, &world.lifetimes).is_err());
}

#[test]
fn every_flipped_byte_of_a_new_root_is_refused() {
    let world = World::published();
    rotate_keys(&world.folder(), &world.keys, &world.temp.path().join("new"), noon(), &world.lifetimes).unwrap();
    for file in ["2.root.json", "3.root.json"] {
        let good = fs::read(world.path(file)).unwrap();
        for at in 0..good.len() {
            let mut bad = good.clone();
            bad[at] ^= 1;
            fs::write(world.path(file), &bad).unwrap();
            let error = refresh(&mut world.client(), noon()).expect_err(file);
            assert!(error.to_string().contains(file), "byte {at}: {error}");
        }
        fs::write(world.path(file), &good).unwrap();
    }
}

#[test]
fn a_root_that_was_not_signed_by_the_last_one_is_refused() {
    let (world, other) = (World::published(), World::published());
    let keys = &other.keys;
    rotate_keys(&other.folder(), keys, &other.temp.path().join("new"), noon(), &other.lifetimes).unwrap();
    fs::copy(other.path("2.root.json"), world.path("2.root.json")).unwrap();
    let error = refresh(&mut world.client(), noon()).unwrap_err();
    assert_eq!(kind(&error), "wrong key", "{error}");
    assert!(error.to_string().contains("2.root.json"), "{error}");
}
