//! Builders of whole signed repositories in temporary folders, and the tests that use them.

mod files;
mod keys;
mod memory;
mod power_cut;
mod publishing;
mod refusals;
mod rotation;

use crate::{
    Checked, Client, ClientError, Draft, FolderTransport, Keys, Lifetimes, MetadataFolder, Published, Target, Verified,
    publish,
};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use wayside_model::media::{Media, MediaFile, MediaKind, PictureFile};
use wayside_model::release::City;
use wayside_model::{Bounds, Event, EventId, EventKind, Language, MediaId, Release, SignageId, Text, When};

/// A fixed noon to count from.
pub fn noon() -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000, 0).unwrap()
}

pub fn days(count: i64) -> TimeDelta {
    TimeDelta::days(count)
}

/// A draft of a small city: one event with this title and one picture.
pub fn draft(title: &str) -> Draft {
    let picture = b"the bytes of a picture".repeat(100);
    let target = Target::of("poster.png", &picture).unwrap();
    let city = City {
        name: Text::written(Language::English, "Testville"),
        bounds: Bounds { south: 33.0, west: -119.0, north: 35.0, east: -117.0 },
        time_zone: chrono_tz::America::Los_Angeles,
        required_languages: vec![Language::English],
        fallback: SignageId::new("welcome").unwrap(),
        help_phone: "311".to_owned(),
        help_url: "city.example".to_owned(),
    };
    let mut release = Release::empty(city);
    let id = EventId::new("market").unwrap();
    let starts = NaiveDate::from_ymd_opt(2027, 1, 15).unwrap().and_hms_opt(10, 0, 0).unwrap();
    release.events.insert(
        id.clone(),
        Event {
            id,
            kind: EventKind::Market,
            title: Text::written(Language::English, title),
            summary: Text::written(Language::English, "Fruit and flowers"),
            description: Text::default(),
            when: When {
                starts,
                ends: starts + TimeDelta::hours(4),
                all_day: false,
                repeats: Some("FREQ=WEEKLY".to_owned()),
                except: Vec::new(),
            },
            place: None,
            spot: Text::default(),
            free: true,
            children: true,
            price: Text::default(),
            url: None,
            picture: None,
            access: Vec::new(),
        },
    );
    let id = MediaId::new("poster").unwrap();
    let file = MediaFile { target: "poster.png".to_owned(), len: target.len(), sha256: target.sha256().to_owned() };
    release.media.insert(
        id.clone(),
        Media {
            id,
            alt: Text::written(Language::English, "A stall"),
            credit: "The city".to_owned(),
            kind: MediaKind::Picture {
                portrait: PictureFile { file, width_px: 1080, height_px: 1920 },
                landscape: None,
            },
        },
    );
    Draft { release: Some(release), files: BTreeMap::from([("poster.png".to_owned(), picture)]), ..Draft::default() }
}

pub fn checked(title: &str) -> Checked {
    Checked::new(draft(title)).unwrap()
}

/// A city's keys and repository in a temporary folder.
pub struct World {
    pub temp: TempDir,
    pub keys: Keys,
    pub lifetimes: Lifetimes,
}

impl World {
    /// Makes keys; nothing is published yet.
    pub fn new() -> Self {
        let temp = TempDir::new().unwrap();
        let lifetimes = Lifetimes::default();
        let keys = Keys::generate(noon(), &lifetimes).unwrap().save(&temp.path().join("keys")).unwrap();
        Self { temp, keys, lifetimes }
    }

    /// Makes keys and publishes one release at noon.
    pub fn published() -> Self {
        let world = Self::new();
        world.publish("Farmers' market", noon());
        world
    }

    pub fn folder(&self) -> PathBuf {
        self.temp.path().join("repository")
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder().join("metadata").join(name)
    }

    pub fn publish(&self, title: &str, now: DateTime<Utc>) -> Published {
        publish(&self.folder(), checked(title), &self.keys, now, &self.lifetimes).unwrap()
    }

    /// Makes a client without memory that trusts the first root.
    pub fn client(&self) -> Client {
        Client::forgetful(self.keys.root_json(), FolderTransport::new(self.folder())).unwrap()
    }

    /// Makes a client that remembers, as after a restart of the program.
    pub fn remembering_client(&self) -> Client {
        let memory = MetadataFolder::open(&self.temp.path().join("memory")).unwrap();
        Client::open(self.keys.root_json(), memory, FolderTransport::new(self.folder())).unwrap()
    }
}

/// Waits for a future; those of a folder are ready at once.
pub fn wait<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(future)
}

pub fn refresh(client: &mut Client, now: DateTime<Utc>) -> Result<Verified, ClientError> {
    wait(client.refresh(now))
}

/// Names an error's variant, for tables.
pub fn kind(error: &ClientError) -> &'static str {
    match error {
        ClientError::BadTrustedRoot(_) => "bad trusted root",
        ClientError::Expired { .. } => "expired",
        ClientError::RolledBack { .. } => "rolled back",
        ClientError::Unsigned { .. } => "unsigned",
        ClientError::WrongKey { .. } => "wrong key",
        ClientError::BadSignature { .. } => "bad signature",
        ClientError::Differs { .. } => "differs",
        ClientError::Malformed { .. } => "malformed",
        ClientError::NotFound { .. } => "not found",
        ClientError::TooLarge { .. } => "too large",
        ClientError::Unreachable { .. } => "unreachable",
        ClientError::BadTarget(_) => "bad target",
        ClientError::Store(_) => "store",
    }
}

/// Copies a folder with everything in it.
pub fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Replaces a folder by a copy of another.
pub fn restore_folder(from: &Path, to: &Path) {
    if to.exists() {
        fs::remove_dir_all(to).unwrap();
    }
    copy_folder(from, to);
}
