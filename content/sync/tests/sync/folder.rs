//! Syncs from a folder: what comes through, what is refused, what is kept.

use crate::fixture::{City, PICTURE_LEN, draft, flip_bit, name_of, picture, place_id};
use chrono::{DateTime, TimeDelta, Utc};
use std::{
    fs,
    path::Path,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};
use tempfile::TempDir;
use wayside_model::{Language, Text};
use wayside_repository::{Client, FolderTransport, MetadataFolder, Target};
use wayside_store::{PartialObject, Reader, StoreError, SyncProblem, Writer};
use wayside_sync::{
    Downloaded, Fetching, FolderSource, Outcome, SourceError, SyncError, Synced, TargetSource, sync_once,
};

/// A kiosk's store, and a client for one city.
struct Kiosk {
    dir: TempDir,
    writer: Writer,
    client: Client,
}

impl Kiosk {
    fn new(city: &City) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let writer = Writer::open(dir.path(), now()).unwrap();
        let client = client(city, &writer.tuf_dir());
        Self { dir, writer, client }
    }

    async fn sync(&mut self, source: &dyn TargetSource, now: DateTime<Utc>) -> Result<Synced, SyncError> {
        sync_once(&mut self.client, &mut self.writer, now, source).await
    }

    /// The name of the place on the screen.
    fn shown(&self) -> Option<String> {
        let release = Reader::open(self.dir.path()).active_release().unwrap();
        release.map(|release| name_of(&release).to_owned())
    }
}

fn client(city: &City, memory: &Path) -> Client {
    let memory = MetadataFolder::open(memory).unwrap();
    Client::open(city.root(), memory, FolderTransport::new(city.repository())).unwrap()
}

fn now() -> DateTime<Utc> {
    "2026-11-22T18:00:00Z".parse().unwrap()
}

fn source(city: &City) -> FolderSource {
    FolderSource::new(city.repository())
}

#[tokio::test]
async fn a_release_comes_through_and_the_next_one_brings_only_what_changed() {
    let city = City::new(now());
    city.publish("first", now());
    let mut kiosk = Kiosk::new(&city);
    let synced = kiosk.sync(&source(&city), now()).await.unwrap();
    assert_eq!(synced.outcome, Outcome::Switched { version: 1, from: None });
    assert!(synced.fresh_until > now() && synced.downloaded.files >= 3);
    assert_eq!(kiosk.shown().as_deref(), Some("first"));

    let synced = kiosk.sync(&source(&city), now()).await.unwrap();
    assert_eq!(synced.outcome, Outcome::UpToDate { version: 1 });
    assert_eq!(synced.downloaded, Downloaded::default());

    // The same first byte, so the same picture: only the head and the places differ.
    city.publish("fresh", now());
    let synced = kiosk.sync(&source(&city), now()).await.unwrap();
    assert_eq!(synced.outcome, Outcome::Switched { version: 2, from: Some(1) });
    assert_eq!(synced.downloaded.files, 2);
    assert_eq!(kiosk.shown().as_deref(), Some("fresh"));
}

/// Damages the city's second release in one way: the sync must be refused, and the first one stay.
async fn check(name: &str, damage: impl FnOnce(&City), expect: fn(&SyncError) -> bool, problem: SyncProblem) {
    let city = City::new(now());
    city.publish("first", now());
    let mut kiosk = Kiosk::new(&city);
    kiosk.sync(&source(&city), now()).await.unwrap();
    city.publish("second", now());
    damage(&city);
    let error = kiosk.sync(&source(&city), now()).await.unwrap_err();
    assert!(expect(&error), "{name}: {error:?}");
    assert_eq!(error.problem(), problem, "{name}: {error:?}");
    assert_eq!(kiosk.shown().as_deref(), Some("first"), "{name}");
    assert!(kiosk.writer.objects().scrub(|| false).unwrap().is_empty(), "{name}: no damaged file was let in");
}

/// The file of the list of the second release.
fn second(city: &City, kind: &str) -> std::path::PathBuf {
    city.file("metadata", &format!("2.{kind}.json"))
}

/// The file of the second release's picture: the one that the first does not have.
fn second_picture(city: &City) -> std::path::PathBuf {
    let target = Target::of("plaza.png", &picture("second")).unwrap();
    city.repository().join(target.path())
}

#[tokio::test]
async fn what_was_altered_is_refused_and_the_old_release_stays() {
    use SyncProblem::{Refused, Unreachable};
    check("flipped bit in a file", |c| flip_bit(&second_picture(c)), is_wrong_hash, Refused).await;
    check("flipped bit in the list", |c| flip_bit(&second(c, "targets")), is_metadata, Refused).await;
    check("flipped bit in the snapshot", |c| flip_bit(&second(c, "snapshot")), is_metadata, Refused).await;
    let timestamp = |c: &City| flip_bit(&c.repository().join("metadata/timestamp.json"));
    check("flipped bit in the timestamp", timestamp, is_metadata, Refused).await;
    let longer = |c: &City| {
        let path = second_picture(c);
        let mut bytes = fs::read(&path).unwrap();
        bytes.push(0);
        fs::write(path, bytes).unwrap();
    };
    let is_too_long = |e: &SyncError| matches!(e, SyncError::Store(StoreError::TooLong { .. }));
    check("a file that is too long", longer, is_too_long, Refused).await;
    let shorter = |c: &City| fs::write(second_picture(c), &picture("second")[..1000]).unwrap();
    let is_too_short = |e: &SyncError| matches!(e, SyncError::Store(StoreError::TooShort { have: 1000, .. }));
    check("a file that is too short", shorter, is_too_short, Unreachable).await;
    let gone = |c: &City| fs::remove_file(second_picture(c)).unwrap();
    let is_gone = |e: &SyncError| matches!(e, SyncError::Fetch { source: SourceError::NotFound, .. });
    check("a file that is gone", gone, is_gone, Unreachable).await;
}

fn is_wrong_hash(error: &SyncError) -> bool {
    matches!(error, SyncError::Store(StoreError::WrongHash { .. }))
}

fn is_metadata(error: &SyncError) -> bool {
    matches!(error, SyncError::Metadata(_))
}

#[tokio::test]
async fn a_release_of_another_city_is_refused() {
    let city = City::new(now());
    city.publish("ours", now());
    let other = City::new(now());
    other.publish("theirs", now());
    let mut kiosk = Kiosk::new(&city);
    kiosk.sync(&source(&city), now()).await.unwrap();
    kiosk.client = {
        let memory = MetadataFolder::open(&kiosk.writer.tuf_dir()).unwrap();
        Client::open(city.root(), memory, FolderTransport::new(other.repository())).unwrap()
    };
    let error = kiosk.sync(&source(&other), now()).await.unwrap_err();
    assert_eq!(error.problem(), SyncProblem::Refused, "{error:?}");
    assert_eq!(kiosk.shown().as_deref(), Some("ours"));
}

#[tokio::test]
async fn an_expired_repository_is_refused_and_a_new_signature_mends_it() {
    let city = City::new(now());
    city.publish("first", now());
    let mut kiosk = Kiosk::new(&city);
    kiosk.sync(&source(&city), now()).await.unwrap();
    let later = now() + TimeDelta::days(8);
    let error = kiosk.sync(&source(&city), later).await.unwrap_err();
    assert_eq!(error.problem(), SyncProblem::Refused, "{error:?}");
    assert_eq!(kiosk.shown().as_deref(), Some("first"));
    city.publish("second", later);
    kiosk.sync(&source(&city), later).await.unwrap();
    assert_eq!(kiosk.shown().as_deref(), Some("second"));
}

#[tokio::test]
async fn an_older_release_is_refused_even_when_the_memory_of_metadata_is_lost() {
    let city = City::new(now());
    city.publish("first", now());
    let old = tempfile::tempdir().unwrap();
    copy(&city.repository(), old.path());
    city.publish("second", now());
    let mut kiosk = Kiosk::new(&city);
    kiosk.sync(&source(&city), now()).await.unwrap();

    fs::remove_dir_all(kiosk.writer.tuf_dir()).unwrap();
    let memory = MetadataFolder::open(&kiosk.writer.tuf_dir()).unwrap();
    kiosk.client = Client::open(city.root(), memory, FolderTransport::new(old.path())).unwrap();
    let error = kiosk.sync(&FolderSource::new(old.path()), now()).await.unwrap_err();
    assert!(matches!(error, SyncError::Older { offered: 1, active: 2 }), "{error:?}");
    assert_eq!(kiosk.shown().as_deref(), Some("second"));
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to.join(entry.file_name()));
        } else {
            fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
}

#[tokio::test]
async fn damaged_files_of_the_active_release_come_back() {
    let city = City::new(now());
    city.publish("first", now());
    let mut kiosk = Kiosk::new(&city);
    kiosk.sync(&source(&city), now()).await.unwrap();
    let sha256 = Target::of("plaza.png", &picture("first")).unwrap().sha256().to_owned();
    flip_bit(&kiosk.writer.objects().path(&sha256).unwrap());
    assert_eq!(kiosk.writer.objects().scrub(|| false).unwrap(), *std::slice::from_ref(&sha256));
    let synced = kiosk.sync(&source(&city), now()).await.unwrap();
    assert_eq!(synced.outcome, Outcome::UpToDate { version: 1 });
    assert_eq!(synced.downloaded, Downloaded { files: 1, bytes: PICTURE_LEN as u64 });
    assert_eq!(kiosk.writer.objects().read_verified(&sha256).unwrap(), picture("first"));
}

#[tokio::test]
async fn a_damaged_document_in_the_store_is_fetched_again() {
    let city = City::new(now());
    city.publish("first", now());
    let mut kiosk = Kiosk::new(&city);
    kiosk.sync(&source(&city), now()).await.unwrap();
    let offers = city.file("targets", ".offers.json");
    let sha256 = offers.file_name().unwrap().to_str().unwrap()[..64].to_owned();
    flip_bit(&kiosk.writer.objects().path(&sha256).unwrap());
    city.publish("second", now());
    let error = kiosk.sync(&source(&city), now()).await.unwrap_err();
    assert!(matches!(error, SyncError::Damaged { .. }), "{error:?}");
    assert_eq!(kiosk.shown().as_deref(), Some("first"));
    kiosk.sync(&source(&city), now()).await.unwrap();
    assert_eq!(kiosk.shown().as_deref(), Some("second"));
}

/// A source whose line breaks after some bytes of each fetch; it notes where each fetch began.
struct Breaking<'a> {
    repository: &'a Path,
    after: usize,
    began_at: Mutex<Vec<u64>>,
    fetches: AtomicUsize,
}

impl TargetSource for Breaking<'_> {
    fn fetch<'a>(&'a self, target: &'a Target, into: &'a mut PartialObject) -> Fetching<'a> {
        Box::pin(async move {
            self.fetches.fetch_add(1, Ordering::Relaxed);
            let have = into.have() as usize;
            if target.name() == "plaza.png" {
                self.began_at.lock().unwrap().push(have as u64);
            }
            let bytes = fs::read(self.repository.join(target.path())).unwrap();
            let end = bytes.len().min(have + self.after);
            into.write(&bytes[have..end])?;
            if end < bytes.len() { Err(SourceError::Failed("the line broke".into())) } else { Ok(()) }
        })
    }
}

#[tokio::test]
async fn a_broken_line_is_resumed_where_it_broke() {
    let city = City::new(now());
    city.publish("first", now());
    let mut kiosk = Kiosk::new(&city);
    let repository = city.repository();
    let breaking = Breaking {
        repository: &repository,
        after: PICTURE_LEN * 2 / 5,
        began_at: Mutex::default(),
        fetches: AtomicUsize::new(0),
    };
    for _ in 0..2 {
        let error = kiosk.sync(&breaking, now()).await.unwrap_err();
        assert_eq!(error.problem(), SyncProblem::Unreachable);
        assert!(!error.is_contact());
        assert_eq!(kiosk.shown(), None);
    }
    kiosk.sync(&breaking, now()).await.unwrap();
    assert_eq!(kiosk.shown().as_deref(), Some("first"));
    let step = (PICTURE_LEN * 2 / 5) as u64;
    assert_eq!(*breaking.began_at.lock().unwrap(), [0, step, 2 * step]);
}

#[tokio::test]
async fn a_part_that_was_damaged_between_two_goes_is_fetched_whole() {
    let city = City::new(now());
    city.publish("first", now());
    let mut kiosk = Kiosk::new(&city);
    let picture = picture("first");
    let target = Target::of("plaza.png", &picture).unwrap();
    let file = wayside_model::media::MediaFile {
        target: target.name().to_owned(),
        len: target.len(),
        sha256: target.sha256().to_owned(),
    };
    kiosk.writer.incoming().open(&file).unwrap().write(&[0; 1000]).unwrap();
    let synced = kiosk.sync(&source(&city), now()).await.unwrap();
    assert_eq!(synced.outcome, Outcome::Switched { version: 1, from: None });
    assert_eq!(kiosk.writer.objects().read_verified(target.sha256()).unwrap(), picture);
}

#[tokio::test]
async fn a_document_that_is_too_long_is_not_even_fetched() {
    let city = City::new(now());
    city.publish("first", now());
    let mut kiosk = Kiosk::new(&city);
    kiosk.sync(&source(&city), now()).await.unwrap();
    let mut large = draft("large");
    let release = large.release.as_mut().unwrap();
    let text = "x".repeat(wayside_model::wire::MAX_DOCUMENT_LEN);
    release.places.get_mut(&place_id()).unwrap().summary = Text::written(Language::English, text);
    city.publish_draft(large, now());
    let repository = city.repository();
    let line = Breaking {
        repository: &repository,
        after: usize::MAX / 2,
        began_at: Mutex::default(),
        fetches: AtomicUsize::new(0),
    };
    let error = kiosk.sync(&line, now()).await.unwrap_err();
    assert!(matches!(&error, SyncError::DocumentTooLong { document, .. } if document == "places.json"), "{error:?}");
    assert_eq!(error.problem(), SyncProblem::Unusable);
    assert_eq!(line.fetches.load(Ordering::Relaxed), 0);
    assert_eq!(kiosk.shown().as_deref(), Some("first"));
}
