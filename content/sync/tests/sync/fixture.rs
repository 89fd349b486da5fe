//! A small city that publishes signed releases into a folder; shared by the tests of sync, hub and agent.

use chrono::{DateTime, Utc};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};
use tempfile::TempDir;
use wayside_model::{
    Language, Media, MediaId, MediaKind, PictureFile, Place, PlaceId, PlaceKind, Position, Release, Text,
    media::MediaFile,
};
use wayside_repository::{Checked, Draft, Keys, Lifetimes, Target, publish};

/// Length in bytes of the release's one picture: long enough to be cut in the middle.
pub const PICTURE_LEN: usize = 600_000;

/// A city's repository in a temporary folder, with its keys.
pub struct City {
    dir: TempDir,
    keys: Keys,
    lifetimes: Lifetimes,
}

impl City {
    pub fn new(now: DateTime<Utc>) -> Self {
        let lifetimes = Lifetimes::default();
        Self { dir: tempfile::tempdir().unwrap(), keys: Keys::generate(now, &lifetimes).unwrap(), lifetimes }
    }

    pub fn repository(&self) -> PathBuf {
        self.dir.path().join("repository")
    }

    pub fn root(&self) -> &[u8] {
        self.keys.root_json()
    }

    /// Publishes a release with one place of this name and one picture made of its first byte; returns its version.
    pub fn publish(&self, name: &str, now: DateTime<Utc>) -> u64 {
        self.publish_draft(draft(name), now)
    }

    pub fn publish_draft(&self, draft: Draft, now: DateTime<Utc>) -> u64 {
        let checked = Checked::new(draft).unwrap();
        publish(&self.repository(), checked, &self.keys, now, &self.lifetimes).unwrap().version
    }

    /// The one file in the repository whose name ends like this.
    pub fn file(&self, folder: &str, end: &str) -> PathBuf {
        let files: Vec<PathBuf> = fs::read_dir(self.repository().join(folder))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.to_str().unwrap().ends_with(end))
            .collect();
        assert_eq!(files.len(), 1, "{folder}/*{end}: {files:?}");
        files[0].clone()
    }
}

/// The bytes of the picture of a release with this name: not compressible, and told by its first byte.
pub fn picture(name: &str) -> Vec<u8> {
    let mut state = u64::from(name.as_bytes()[0]) | 1;
    let next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 56) as u8
    };
    std::iter::repeat_with(next).take(PICTURE_LEN).collect()
}

pub fn place_id() -> PlaceId {
    PlaceId::new("plaza").unwrap()
}

/// The name of the one place of a release.
pub fn name_of(release: &Release) -> &str {
    release.places[&place_id()].name.best_str(Language::English)
}

/// A release with one place of this name and one picture made of its first byte.
pub fn draft(name: &str) -> Draft {
    let city = serde_json::from_value(serde_json::json!({
        "name": { "en": { "text": "Testville", "by": "written" } },
        "bounds": { "south": 33.0, "west": -119.0, "north": 35.0, "east": -117.0 },
        "time_zone": "America/Los_Angeles", "required_languages": ["en"], "fallback": "hello",
        "help_phone": "311", "help_url": "city.example"
    }))
    .unwrap();
    let mut release = Release::empty(city);
    let place = Place {
        id: place_id(),
        kind: PlaceKind::Park,
        name: Text::written(Language::English, name),
        // Long enough to be worth compressing.
        summary: Text::written(Language::English, "A plaza with trees. ".repeat(200)),
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
    release.places.insert(place_id(), place);
    let picture = picture(name);
    let target = Target::of("plaza.png", &picture).unwrap();
    let file = MediaFile { target: "plaza.png".to_owned(), len: target.len(), sha256: target.sha256().to_owned() };
    let id = MediaId::new("plaza").unwrap();
    let media = Media {
        id: id.clone(),
        alt: Text::written(Language::English, "Trees around a fountain"),
        credit: "The city".to_owned(),
        kind: MediaKind::Picture { portrait: PictureFile { file, width_px: 960, height_px: 640 }, landscape: None },
    };
    release.media.insert(id, media);
    Draft { release: Some(release), files: BTreeMap::from([("plaza.png".to_owned(), picture)]), ..Draft::default() }
}

/// Changes one bit in the middle of a file.
pub fn flip_bit(path: &Path) {
    let mut bytes = fs::read(path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(path, bytes).unwrap();
}
