//! Files that are not the ones that were signed.

use super::{World, noon, refresh, wait};
use crate::verify::verify_file;
use crate::{Target, TargetError, verify_folder};
use std::fs;
use std::path::Path;

fn outcome(result: &Result<impl Sized, TargetError>) -> &'static str {
    match result {
        Ok(_) => "verified",
        Err(TargetError::TooLong { .. }) => "too long",
        Err(TargetError::TooShort { .. }) => "too short",
        Err(TargetError::Differs { .. }) => "differs",
        Err(TargetError::Disk(_)) => "disk",
    }
}

#[test]
fn a_file_is_checked_by_its_length_and_its_hash() {
    let temp = tempfile::TempDir::new().unwrap();
    let path = temp.path().join("a.bin");
    // Longer than what is read at a time.
    for len in [300, 200_000] {
        let good = b"0123456789".repeat(len / 10);
        let target = Target::of("a.bin", &good).unwrap();
        let mut flipped = good.clone();
        flipped[len / 2] ^= 0x80;
        let mut long = good.clone();
        long.push(0);
        let cases: [(&[u8], &str); 5] = [
            (&good, "verified"),
            (&flipped, "differs"),
            (&good[..len - 1], "too short"),
            (&long, "too long"),
            (b"", "too short"),
        ];
        for (bytes, expect) in cases {
            fs::write(&path, bytes).unwrap();
            assert_eq!(outcome(&verify_file(&target, &path)), expect, "{} of {len} bytes", bytes.len());
        }
    }
}

#[test]
fn every_spoilt_file_of_a_folder_is_reported() {
    type Spoil = fn(&mut Vec<u8>);
    let cases: [(Spoil, &str); 4] = [
        (|b| b[3] ^= 4, "differs"),
        (|b| b.truncate(7), "too short"),
        (|b| b.push(1), "too long"),
        (|_| {}, "verified"),
    ];
    for (spoil, expect) in cases {
        let world = World::published();
        let verified = refresh(&mut world.client(), noon()).unwrap();
        for name in ["poster.png", "events.json"] {
            let path = world.folder().join(verified.target(name).unwrap().path());
            let mut bytes = fs::read(&path).unwrap();
            spoil(&mut bytes);
            fs::write(&path, bytes).unwrap();
        }
        let report = wait(verify_folder(&world.folder(), world.keys.root_json(), noon(), |_| {})).unwrap();
        let outcomes: Vec<_> = report.wrong.into_iter().map(|e| outcome(&Err::<(), _>(e))).collect();
        let expected = if expect == "verified" { vec![] } else { vec![expect; 2] };
        assert_eq!(outcomes, expected);
    }
}

#[test]
fn a_file_that_is_missing_is_a_disk_error_that_names_it() {
    let target = Target::of("a.bin", b"x").unwrap();
    let error = verify_file(&target, Path::new("/nonexistent/a.bin")).unwrap_err();
    assert!(error.to_string().contains("/nonexistent/a.bin"), "{error}");
}
