//! Files that are not the ones that were signed.

use super::{World, noon, refresh, wait};
use crate::{Downloaded, Target, TargetError, Verifier, verify_folder};
use std::fs;

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
fn streamed_bytes_are_checked_in_any_pieces() {
    let good = b"0123456789".repeat(30);
    let target = Target::of("a.bin", &good).unwrap();
    let mut flipped = good.clone();
    flipped[150] ^= 0x80;
    let mut long = good.clone();
    long.push(0);
    let cases: [(&[u8], &str); 5] = [
        (&good, "verified"),
        (&flipped, "differs"),
        (&good[..299], "too short"),
        (&long, "too long"),
        (b"", "too short"),
    ];
    for (bytes, expect) in cases {
        for piece_len in [1, 7, 64, 1000] {
            let mut verifier = Verifier::new(&target);
            let fed = bytes.chunks(piece_len).try_for_each(|piece| verifier.update(piece));
            assert_eq!(outcome(&fed.and_then(|()| verifier.finish())), expect, "in pieces of {piece_len}");
        }
    }
}

#[test]
fn a_download_that_was_cut_off_goes_on() {
    let world = World::published();
    let good = b"0123456789".repeat(30);
    let target = Target::of("a.bin", &good).unwrap();
    let path = world.temp.path().join("part");
    fs::write(&path, &good[..111]).unwrap();
    let mut verifier = Verifier::new(&target);
    verifier.update_from_file(&path).unwrap();
    assert_eq!(verifier.seen(), 111);
    verifier.update(&good[111..]).unwrap();
    assert_eq!(verifier.finish().unwrap(), target);
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
    let error = Downloaded::new(&target, "/nonexistent/a.bin").verify().unwrap_err();
    assert!(error.to_string().contains("/nonexistent/a.bin"), "{error}");
}
