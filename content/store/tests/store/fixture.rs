//! Small releases and stores to test with.

use chrono::{DateTime, Utc};
use std::{fs, path::Path};
use wayside_model::{Language, Place, PlaceId, PlaceKind, Position, Release, Text, media::MediaFile};
use wayside_store::{Digest, StoreError, Writer};

pub fn now() -> DateTime<Utc> {
    "2026-11-22T18:00:00Z".parse().unwrap()
}

/// A release with some places, all named after its version.
pub fn release(version: u64) -> Release {
    let city = serde_json::from_value(serde_json::json!({
        "name": {}, "bounds": { "south": 33.0, "west": -119.0, "north": 35.0, "east": -117.0 },
        "time_zone": "America/Los_Angeles", "required_languages": ["en"], "fallback": "hello",
        "help_phone": "311", "help_url": "lacity.gov"
    }))
    .unwrap();
    let mut release = Release { version, published: now(), ..Release::empty(city) };
    for n in 0..40 {
        let id = PlaceId::new(format!("place-{n}")).unwrap();
        let place = Place {
            id: id.clone(),
            kind: PlaceKind::Park,
            name: Text::written(Language::English, format!("Park {n} of release {version} \"quoted\" é 中")),
            summary: Text::written(Language::English, "x".repeat(200)),
            description: Text::default(),
            position: Position { lat: 34.0522, lon: -118.2437 },
            address: String::new(),
            hours: None,
            phone: None,
            url: None,
            picture: None,
            access: Vec::new(),
            free: true,
            chief: false,
        };
        release.places.insert(id, place);
    }
    release
}

/// The bytes of the files of a release: one that every release shares and one of its own.
pub fn contents(version: u64) -> Vec<(String, Vec<u8>)> {
    vec![
        ("shared.png".to_owned(), b"a picture in every release".repeat(100)),
        ("own.png".to_owned(), format!("the picture of release {version}").into_bytes()),
    ]
}

pub fn file(target: &str, bytes: &[u8]) -> MediaFile {
    MediaFile { target: target.to_owned(), len: bytes.len() as u64, sha256: Digest::of(bytes).to_string() }
}

pub fn files(version: u64) -> Vec<MediaFile> {
    contents(version).iter().map(|(target, bytes)| file(target, bytes)).collect()
}

pub fn put_object(writer: &Writer, target: &str, bytes: &[u8]) -> Result<(), StoreError> {
    let mut partial = writer.incoming().open(&file(target, bytes))?;
    let have = partial.have() as usize;
    partial.write(&bytes[have..])?;
    partial.finish()
}

/// Brings a release into the store, all the way.
pub fn install(writer: &mut Writer, version: u64) {
    for (target, bytes) in contents(version) {
        put_object(writer, &target, &bytes).unwrap();
    }
    let staged = writer.stage(&release(version), &files(version)).unwrap();
    assert_eq!(writer.switch(staged).unwrap(), version);
    writer.prune(&[]).unwrap();
}

/// Copies a store as a power cut would leave it: what is on the disk now, without the index that lives in memory.
pub fn copy_store(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        if entry.file_type().unwrap().is_dir() {
            copy_store(&entry.path(), &to.join(name));
        } else if !name.ends_with("-shm") && name != "store.lock" {
            fs::copy(entry.path(), to.join(name)).unwrap();
        }
    }
}
