//! Everything that a kiosk refuses to believe.

use super::{World, days, kind, noon, refresh};
use crate::disk::write_whole;
use crate::{Keys, Role, sign};
use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use std::fs;

/// The lower metadata files of a first release.
const LOWER: [&str; 3] = ["timestamp.json", "1.snapshot.json", "1.targets.json"];

/// Spoils a freshly published repository and expects a client to refuse it in this way, naming the file.
fn check(file: &str, spoil: impl FnOnce(&World), expect: &str) {
    let world = World::published();
    spoil(&world);
    let error = refresh(&mut world.client(), noon()).expect_err(file);
    assert_eq!(kind(&error), expect, "{file}: {error}");
    assert!(error.to_string().contains(file), "`{error}` does not name {file}");
}

/// Rewrites a metadata file's JSON.
fn edit(world: &World, file: &str, change: impl FnOnce(&mut Value)) {
    let mut value: Value = serde_json::from_slice(&fs::read(world.path(file)).unwrap()).unwrap();
    change(&mut value);
    fs::write(world.path(file), serde_json::to_vec(&value).unwrap()).unwrap();
}

#[test]
fn an_untouched_repository_is_accepted() {
    let world = World::published();
    let verified = refresh(&mut world.client(), noon()).unwrap();
    assert_eq!(verified.version(), 1);
    assert_eq!(verified.expires(), noon() + days(7));
    assert_eq!(verified.targets().len(), 13);
    assert_eq!(verified.target("poster.png").unwrap().len(), 2200);
}

#[test]
fn every_flipped_byte_of_metadata_is_refused() {
    let world = World::published();
    for file in LOWER {
        let good = fs::read(world.path(file)).unwrap();
        for at in 0..good.len() {
            let mut bad = good.clone();
            bad[at] ^= 1;
            fs::write(world.path(file), &bad).unwrap();
            assert!(refresh(&mut world.client(), noon()).is_err(), "{file} with byte {at} flipped");
        }
        fs::write(world.path(file), &good).unwrap();
    }
    refresh(&mut world.client(), noon()).unwrap();
}

#[test]
fn missing_files_are_named() {
    for file in LOWER {
        check(file, |w| fs::remove_file(w.path(file)).unwrap(), "not found");
    }
}

#[test]
fn truncated_files_are_refused() {
    for (file, expect) in LOWER.into_iter().zip(["malformed", "differs", "differs"]) {
        let cut = |w: &World| {
            let bytes = fs::read(w.path(file)).unwrap();
            fs::write(w.path(file), &bytes[..bytes.len() / 2]).unwrap();
        };
        // What differs from its pin is named by the pin, which has no version.
        check(file.trim_start_matches("1."), cut, expect);
        check(file.trim_start_matches("1."), |w| fs::write(w.path(file), b"").unwrap(), expect);
    }
}

#[test]
fn oversized_files_are_not_read_to_the_end() {
    for file in LOWER {
        check(file, |w| fs::write(w.path(file), vec![b' '; 6_000_000]).unwrap(), "too large");
    }
}

#[test]
fn what_is_not_json_is_malformed() {
    for bytes in [&b"<html>"[..], b"[]", b"{}", b"{\"signed\":{},\"signatures\":[]}", b"\xff\xfe"] {
        check("timestamp.json", |w| fs::write(w.path("timestamp.json"), bytes).unwrap(), "malformed");
    }
}

#[test]
fn deep_json_does_not_exhaust_the_stack() {
    check("timestamp.json", |w| fs::write(w.path("timestamp.json"), vec![b'['; 16_000]).unwrap(), "malformed");
}

#[test]
fn signatures_are_told_apart() {
    let forged = "00".repeat(64);
    check("timestamp.json", |w| edit(w, "timestamp.json", |v| v["signatures"] = json!([])), "unsigned");
    check(
        "timestamp.json",
        |w| edit(w, "timestamp.json", |v| v["signatures"][0]["sig"] = json!(forged)),
        "bad signature",
    );
    check("timestamp.json", |w| edit(w, "timestamp.json", |v| v["signed"]["version"] = json!(9)), "bad signature");
    check(
        "timestamp.json",
        |w| {
            let other = Keys::generate(noon(), &w.lifetimes).unwrap();
            let snapshot = fs::read(w.path("1.snapshot.json")).unwrap();
            write_timestamp(w, &other, 2, 1, &snapshot, noon());
        },
        "wrong key",
    );
}

#[test]
fn a_key_of_another_role_does_not_count() {
    check(
        "timestamp.json",
        |w| {
            let snapshot = fs::read(w.path("1.snapshot.json")).unwrap();
            let signer = w.keys.signer(Role::Targets).unwrap();
            let bytes = sign::timestamp(2, 1, &snapshot, signer, noon(), &w.lifetimes).unwrap();
            fs::write(w.path("timestamp.json"), bytes).unwrap();
        },
        "wrong key",
    );
}

#[test]
fn another_citys_root_trusts_nothing_here() {
    let (world, other) = (World::published(), World::new());
    let mut client =
        crate::Client::forgetful(other.keys.root_json(), crate::FolderTransport::new(world.folder())).unwrap();
    assert_eq!(kind(&refresh(&mut client, noon()).unwrap_err()), "wrong key");
}

#[test]
fn a_trusted_root_must_be_one() {
    let world = World::published();
    for bytes in [&b""[..], b"{}", &fs::read(world.path("timestamp.json")).unwrap()] {
        let error = crate::Client::forgetful(bytes, crate::FolderTransport::new(world.folder())).unwrap_err();
        assert_eq!(kind(&error), "bad trusted root");
    }
}

#[test]
fn each_role_expires() {
    let long = crate::Lifetimes { timestamp: days(1000), ..crate::Lifetimes::default() };
    let longer = crate::Lifetimes { release: days(1000), ..long };
    let cases = [
        (crate::Lifetimes::default(), 6, None),
        (crate::Lifetimes::default(), 8, Some("timestamp")),
        (long, 91, Some("snapshot")),
        (longer, 366, Some("root")),
    ];
    for (lifetimes, after, expect) in cases {
        let mut world = World::new();
        world.lifetimes = lifetimes;
        world.publish("Farmers' market", noon());
        match (refresh(&mut world.client(), noon() + days(after)), expect) {
            (Ok(_), None) => {}
            (Err(error), Some(role)) => {
                assert_eq!(kind(&error), "expired");
                assert!(error.to_string().contains(role), "{error}");
            }
            (result, _) => panic!("after {after} days: {result:?}"),
        }
    }
}

/// Signs a timestamp over this snapshot and puts it into the repository.
fn write_timestamp(
    world: &World,
    keys: &Keys,
    version: u64,
    snapshot_version: u64,
    snapshot: &[u8],
    now: DateTime<Utc>,
) {
    let signer = keys.signer(Role::Timestamp).unwrap();
    let bytes = sign::timestamp(version, snapshot_version, snapshot, signer, now, &world.lifetimes).unwrap();
    write_whole(&world.path("timestamp.json"), &bytes).unwrap();
}

/// Shows the second release to a client, spoils the repository, and expects it refused after a restart.
fn check_rollback(role: &str, spoil: impl FnOnce(&World)) {
    let world = World::published();
    let old = world.temp.path().join("old");
    super::copy_folder(&world.folder(), &old);
    world.publish("Night market", noon());
    assert_eq!(refresh(&mut world.remembering_client(), noon()).unwrap().version(), 2);
    if role == "timestamp" {
        super::restore_folder(&old, &world.folder());
    }
    spoil(&world);
    let error = refresh(&mut world.remembering_client(), noon()).unwrap_err();
    assert_eq!(kind(&error), "rolled back", "{error}");
    assert!(error.to_string().contains(role), "{error}");
}

#[test]
fn an_old_timestamp_is_refused_after_a_restart() {
    check_rollback("timestamp", |_| {});
}

#[test]
fn a_new_timestamp_over_an_old_snapshot_is_refused() {
    check_rollback("snapshot", |w| {
        let snapshot = fs::read(w.path("1.snapshot.json")).unwrap();
        write_timestamp(w, &w.keys, 3, 1, &snapshot, noon());
    });
}

#[test]
fn a_new_snapshot_over_an_old_list_is_refused() {
    check_rollback("targets", |w| {
        let targets = fs::read(w.path("1.targets.json")).unwrap();
        let signer = w.keys.signer(Role::Snapshot).unwrap();
        let snapshot = sign::snapshot(3, 1, &targets, signer, noon(), &w.lifetimes).unwrap();
        fs::write(w.path("3.snapshot.json"), &snapshot).unwrap();
        write_timestamp(w, &w.keys, 3, 3, &snapshot, noon());
    });
}

#[test]
fn a_frozen_timestamp_expires_while_the_client_runs() {
    let world = World::published();
    let mut client = world.remembering_client();
    refresh(&mut client, noon()).unwrap();
    refresh(&mut client, noon() + days(6)).unwrap();
    assert_eq!(kind(&refresh(&mut client, noon() + days(8)).unwrap_err()), "expired");
    crate::resign_timestamp(&world.folder(), &world.keys, noon() + days(8), &world.lifetimes).unwrap();
    assert_eq!(refresh(&mut client, noon() + days(8)).unwrap().version(), 1);
}

#[test]
fn names_that_leave_the_folder_are_refused_even_when_signed() {
    for name in ["../etc", "a/b", ".hidden", "", "é.png", "-rf"] {
        let world = World::published();
        // Only a holder of the targets key could do this; kiosks still do not follow.
        let body = json!({
            "_type": "targets", "spec_version": "1.0.31", "version": 2, "expires": "2030-01-01T00:00:00Z",
            "targets": {
                "release.json": { "length": 1, "hashes": { "sha256": "0".repeat(64) } },
                name: { "length": 1, "hashes": { "sha256": "0".repeat(64) } },
            },
        });
        let targets = sign::seal(&body, &[world.keys.signer(Role::Targets).unwrap()]).unwrap();
        fs::write(world.path("2.targets.json"), &targets).unwrap();
        let signer = world.keys.signer(Role::Snapshot).unwrap();
        let snapshot = sign::snapshot(2, 2, &targets, signer, noon(), &world.lifetimes).unwrap();
        fs::write(world.path("2.snapshot.json"), &snapshot).unwrap();
        write_timestamp(&world, &world.keys, 2, 2, &snapshot, noon());
        let error = refresh(&mut world.client(), noon()).unwrap_err();
        assert_eq!(kind(&error), "bad target", "{name}: {error}");
    }
}
