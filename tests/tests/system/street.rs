//! From the editor's folder to the kiosk's store.

use crate::{cache, filled};
use std::fs;
use std::time::Duration;
use wayside_content::PublishFolderError;
use wayside_model::{EventId, Language, Release};
use wayside_tests::{Bench, LONG, wait_for};

const EVENTS: &str = "events/markets.toml";
const TITLE: &str = "Hollywood Farmers' Market";
const NEW_TITLE: &str = "Hollywood Farmers' Market, indoors today";

fn title(release: &Release) -> String {
    let event =
        release.events.get(&EventId::new("hollywood-farmers-market").unwrap()).expect("the city has this event");
    event.title.best_str(Language::English).to_owned()
}

fn rename(bench: &Bench) {
    bench.edit(EVENTS, &format!("title.en = \"{TITLE}\""), &format!("title.en = \"{NEW_TITLE}\""));
}

#[test]
fn what_is_published_is_what_the_kiosk_reads() {
    let bench = Bench::new(&cache());
    assert!(bench.reader().active_release().unwrap().is_none(), "nothing was synced yet");
    assert!(bench.sync_once().is_err(), "nothing was published yet");
    let published = bench.publish().unwrap();
    bench.sync_once().unwrap();
    let mut reader = bench.reader();
    let release = reader.active_release().unwrap().expect("a release is active");
    assert_eq!((release.version, title(&release).as_str()), (published.version, TITLE));
    assert!(release.kiosks.len() >= 3 && release.places.len() >= 10, "it is the sample city");
    // Every picture that it names is there, whole.
    for media in release.media.values() {
        for file in media.files() {
            let bytes = reader.read_object_verified(&file.sha256).unwrap_or_else(|e| panic!("{}: {e}", file.target));
            assert_eq!(bytes.len() as u64, file.len, "{}", file.target);
        }
    }
}

#[test]
fn an_edit_is_on_the_street_in_seconds() {
    let mut bench = filled();
    bench.start_agent();
    rename(&bench);
    let published = bench.publish().unwrap();
    let changed: Vec<_> = published.changed.iter().map(String::as_str).collect();
    assert_eq!(changed, ["events.json", "release.json"], "a small edit is a small download");
    let mut reader = bench.reader();
    let (release, took) = wait_for("the new title is in the store", LONG, || {
        let release = reader.active_release().ok().flatten()?;
        (title(&release) == NEW_TITLE).then_some(release)
    });
    assert_eq!(release.version, published.version);
    assert!(took < Duration::from_secs(5), "it took {took:?} at one question a second");
    bench.stop_agent().unwrap();
}

#[test]
fn a_draft_with_an_error_reaches_nobody() {
    let bench = filled();
    bench.edit(EVENTS, "starts = 2026-01-04T08:00:00", "starts = 2026-01-04T28:00:00");
    let Err(PublishFolderError::Problems(problems)) = bench.publish() else { panic!("it is refused") };
    assert!(problems.0.iter().any(|p| p.to_string().contains(EVENTS)), "no problem names the file: {problems:?}");
    bench.sync_once().unwrap();
    assert_eq!(title(&bench.reader().active_release().unwrap().unwrap()), TITLE);
}

/// Flips one bit in the middle of the newest file of a kind that the hub serves.
fn flip(bench: &Bench, folder: &str, ending: &str) {
    let entries = fs::read_dir(bench.repository().join(folder)).unwrap().map(|e| e.unwrap().path());
    let named = entries.filter(|p| p.to_str().unwrap().ends_with(ending));
    let path = named.max_by_key(|p| fs::metadata(p).unwrap().modified().unwrap()).expect("the hub has such a file");
    let mut bytes = fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&path, bytes).unwrap();
}

#[test]
fn a_flipped_bit_on_the_hub_reaches_nobody() {
    let damages = [
        ("targets", ".events.json"),
        ("metadata", "timestamp.json"),
        ("metadata", "2.snapshot.json"),
        ("metadata", "2.targets.json"),
    ];
    for (folder, ending) in damages {
        let bench = filled();
        let before = bench.reader().active_release().unwrap().unwrap();
        rename(&bench);
        assert_eq!(bench.publish().unwrap().version, 2);
        flip(&bench, folder, ending);
        let error = bench.sync_once().expect_err("what was altered is refused");
        let after = bench.reader().active_release().unwrap().expect("the old release stays");
        assert!(after == before, "{folder}/*{ending}: {error}");
        // Once the hub has it right again, so has the kiosk.
        flip(&bench, folder, ending);
        bench.sync_once().unwrap();
        assert_eq!(title(&bench.reader().active_release().unwrap().unwrap()), NEW_TITLE, "{folder}/*{ending}");
    }
}

#[test]
fn without_a_hub_the_release_stays() {
    let bench = filled();
    let before = bench.reader().active_release().unwrap();
    fs::remove_dir_all(bench.repository()).unwrap();
    assert!(bench.sync_once().is_err());
    assert!(bench.reader().active_release().unwrap() == before);
    let status = bench.reader().sync_status().unwrap();
    assert!(status.problem.is_some() && status.last_success.is_some(), "{status:?}");
}
