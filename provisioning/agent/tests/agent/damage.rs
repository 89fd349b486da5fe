//! Damage at the hub and on the kiosk's own disk.

use crate::{
    bench::{Kiosk, now, start_agent, start_hub},
    fixture::{City, flip_bit, picture},
};
use std::{fs, path::PathBuf, time::Duration};
use wayside_agent::{AgentError, Config};
use wayside_repository::Target;
use wayside_store::{Reader, SyncProblem};

#[tokio::test]
async fn what_the_hub_altered_is_refused_and_the_old_release_stays() {
    let check = async |altered: fn(&City) -> PathBuf| {
        let city = City::new(now());
        city.publish("first", now());
        let (hub, address) = start_hub(&city, "127.0.0.1:0").await;
        let kiosk = Kiosk::new(&city);
        kiosk.ask(&address).await.unwrap();
        city.publish("second", now());
        let path = altered(&city);
        let whole = fs::read(&path).unwrap();
        flip_bit(&path);
        let refused = kiosk.ask(&address).await;
        assert!(matches!(refused, Err(AgentError::Sync(_))), "{}: {refused:?}", path.display());
        assert_eq!(kiosk.shown().as_deref(), Some("first"), "{}", path.display());
        assert_eq!(kiosk.status().problem, Some(SyncProblem::Refused), "{}", path.display());
        fs::write(&path, whole).unwrap();
        kiosk.ask(&address).await.unwrap();
        assert_eq!(kiosk.shown().as_deref(), Some("second"), "{}", path.display());
        hub.stop().await.unwrap();
    };
    check(|city| city.repository().join(Target::of("plaza.png", &picture("second")).unwrap().path())).await;
    check(|city| city.repository().join("metadata/timestamp.json")).await;
    check(|city| city.repository().join("metadata/2.snapshot.json")).await;
    check(|city| city.repository().join("metadata/2.targets.json")).await;
}

#[tokio::test]
async fn a_damaged_store_is_rebuilt_and_its_good_files_are_used_again() {
    let city = City::new(now());
    city.publish("first", now());
    let (hub, address) = start_hub(&city, "127.0.0.1:0").await;
    let kiosk = Kiosk::new(&city);
    kiosk.ask(&address).await.unwrap();
    fs::write(kiosk.store().join("wayside.db"), "damaged".repeat(10_000)).unwrap();
    // A file that is not fetched again cannot be missed.
    fs::remove_file(city.repository().join(Target::of("plaza.png", &picture("first")).unwrap().path())).unwrap();
    kiosk.ask(&address).await.unwrap();
    assert_eq!(kiosk.shown().as_deref(), Some("first"));
    hub.stop().await.unwrap();
}

/// An address where nothing listens.
const AWAY: &str = "http://127.0.0.1:9";

/// A kiosk that has shown two releases and whose hub is away.
async fn offline_kiosk() -> (City, Kiosk) {
    let city = City::new(now());
    let kiosk = Kiosk::new(&city);
    city.publish("first", now());
    let (hub, address) = start_hub(&city, "127.0.0.1:0").await;
    kiosk.ask(&address).await.unwrap();
    city.publish("second", now());
    kiosk.ask(&address).await.unwrap();
    hub.stop().await.unwrap();
    (city, kiosk)
}

fn change(kiosk: &Kiosk, sql: &str) {
    let database = rusqlite::Connection::open(kiosk.store().join("wayside.db")).unwrap();
    assert!(database.execute(sql, []).unwrap() > 0, "{sql}");
}

#[tokio::test]
async fn a_store_that_is_damaged_while_the_hub_is_away_still_shows_its_release() {
    const BAD_ROW: &str = "UPDATE rows SET json = replace(json, 'second', 'wrong')";
    let check = async |name: &str, damage: fn(&Kiosk), expect: Option<&str>| {
        let (_city, kiosk) = offline_kiosk().await;
        let fresh_until = kiosk.status().fresh_until;
        damage(&kiosk);
        kiosk.ask(AWAY).await.unwrap_err();
        assert_eq!(kiosk.shown().as_deref(), expect, "{name}");
        if expect == Some("second") {
            assert_eq!(kiosk.status().fresh_until, fresh_until, "{name}");
        }
    };
    check("a row", |kiosk| change(kiosk, BAD_ROW), Some("second")).await;
    check(
        "a row and the list of files, which the signed one replaces",
        |kiosk| {
            change(kiosk, BAD_ROW);
            change(kiosk, "DELETE FROM objects WHERE target = 'plaza.png' AND release = (SELECT release FROM active)");
        },
        Some("second"),
    )
    .await;
    check(
        "the whole database",
        |kiosk| {
            fs::remove_file(kiosk.store().join("wayside.db-wal")).unwrap();
            fs::write(kiosk.store().join("wayside.db"), "damaged".repeat(10_000)).unwrap();
        },
        Some("second"),
    )
    .await;
    check(
        "a database that is gone, and a picture with it",
        |kiosk| {
            for name in ["wayside.db", "wayside.db-wal", "wayside.db-shm"] {
                fs::remove_file(kiosk.store().join(name)).unwrap();
            }
            let sha256 = Target::of("plaza.png", &picture("second")).unwrap().sha256().to_owned();
            fs::remove_file(Reader::open(kiosk.store()).object_path(&sha256).unwrap()).unwrap();
        },
        Some("second"),
    )
    .await;
    check(
        "a row and the memory of metadata",
        |kiosk| {
            change(kiosk, BAD_ROW);
            fs::remove_dir_all(kiosk.store().join("tuf")).unwrap();
        },
        Some("second"),
    )
    .await;
    check(
        "a database that is gone, and the memory of metadata",
        |kiosk| {
            for name in ["wayside.db", "wayside.db-wal", "wayside.db-shm"] {
                fs::remove_file(kiosk.store().join(name)).unwrap();
            }
            fs::remove_dir_all(kiosk.store().join("tuf")).unwrap();
        },
        None,
    )
    .await;
}

#[tokio::test]
async fn a_store_that_is_damaged_while_the_agent_runs_without_a_hub_is_mended() {
    let (_city, kiosk) = offline_kiosk().await;
    let agent = start_agent(Config { check_rows_every: Duration::ZERO, ..kiosk.config(AWAY) });
    kiosk.wait_for("second").await;
    let database = rusqlite::Connection::open(kiosk.store().join("wayside.db")).unwrap();
    database.busy_timeout(crate::bench::LONG).unwrap();
    database.execute("UPDATE rows SET json = replace(json, 'second', 'wrong')", []).unwrap();
    drop(database);
    let mut reader = Reader::open(kiosk.store());
    let began = std::time::Instant::now();
    loop {
        match reader.active_release() {
            Ok(Some(release)) if crate::fixture::name_of(&release) == "second" => break,
            shown => assert!(!matches!(shown, Ok(None)), "the screen is never told that there is no release"),
        }
        assert!(began.elapsed() < crate::bench::LONG, "the row stays damaged");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    agent.stop().await.unwrap();
}

#[tokio::test]
async fn a_rebuilt_store_is_looked_over_beside_the_rest_and_a_shutdown_does_not_wait_for_it() {
    let (_city, kiosk) = offline_kiosk().await;
    change(&kiosk, "UPDATE rows SET json = replace(json, 'second', 'wrong')");
    // Sparse files that take seconds to hash and none to make; a scrub removes them, for their names are none of theirs.
    let folder = kiosk.store().join("objects/ff");
    fs::create_dir_all(&folder).unwrap();
    for n in 0..100 {
        let file = fs::File::create(folder.join(format!("{:0>64}", format!("{n:x}")))).unwrap();
        file.set_len(64 * 1024 * 1024).unwrap();
    }
    let config = Config { once: true, ..kiosk.config(AWAY) };
    wayside_agent::run(config, tokio::time::sleep(Duration::from_millis(50))).await.unwrap();
    let left = fs::read_dir(&folder).unwrap().count();
    assert!(left > 0, "the agent hashed every file before it stopped");
    assert_eq!(kiosk.shown().as_deref(), Some("second"), "and the screen did not wait for it either");
}

#[tokio::test]
async fn a_damaged_file_comes_back_while_the_agent_runs() {
    let city = City::new(now());
    city.publish("first", now());
    let (hub, address) = start_hub(&city, "127.0.0.1:0").await;
    let kiosk = Kiosk::new(&city);
    kiosk.ask(&address).await.unwrap();
    let bytes = picture("first");
    let sha256 = Target::of("plaza.png", &bytes).unwrap().sha256().to_owned();
    let reader = Reader::open(kiosk.store());
    flip_bit(&reader.object_path(&sha256).unwrap());
    assert!(reader.read_object_verified(&sha256).is_err());
    let agent = start_agent(kiosk.config(&address));
    let began = std::time::Instant::now();
    while reader.read_object_verified(&sha256).ok().as_ref() != Some(&bytes) {
        assert!(began.elapsed() < crate::bench::LONG, "the picture never comes back");
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    agent.stop().await.unwrap();
    hub.stop().await.unwrap();
}

#[tokio::test]
async fn a_damaged_row_is_found_and_mended_while_the_agent_runs() {
    let city = City::new(now());
    city.publish("first", now());
    let (hub, address) = start_hub(&city, "127.0.0.1:0").await;
    let kiosk = Kiosk::new(&city);
    kiosk.ask(&address).await.unwrap();
    let agent = start_agent(Config { check_rows_every: Duration::ZERO, ..kiosk.config(&address) });
    let database = rusqlite::Connection::open(kiosk.store().join("wayside.db")).unwrap();
    database.busy_timeout(crate::bench::LONG).unwrap();
    let changed = database.execute("UPDATE rows SET json = replace(json, 'first', 'wrong')", []).unwrap();
    assert!(changed > 0);
    drop(database);
    let began = std::time::Instant::now();
    let is_mended = || {
        let aside = fs::read_dir(kiosk.store()).unwrap().flatten();
        aside.into_iter().any(|entry| entry.file_name().to_string_lossy().starts_with("wayside.db.corrupt-"))
            && Reader::open(kiosk.store()).active_release().is_ok_and(|release| release.is_some())
    };
    while !is_mended() {
        assert!(began.elapsed() < crate::bench::LONG, "the row stays damaged");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    assert_eq!(kiosk.shown().as_deref(), Some("first"));
    agent.stop().await.unwrap();
    hub.stop().await.unwrap();
}

#[tokio::test]
async fn a_damaged_memory_of_metadata_does_not_end_a_kiosk() {
    let city = City::new(now());
    city.publish("first", now());
    let (hub, address) = start_hub(&city, "127.0.0.1:0").await;
    let kiosk = Kiosk::new(&city);
    kiosk.ask(&address).await.unwrap();
    flip_bit(&kiosk.store().join("tuf/timestamp.json"));
    city.publish("second", now());
    kiosk.ask(&address).await.unwrap();
    assert_eq!(kiosk.shown().as_deref(), Some("second"));
    assert!(kiosk.store().join("tuf.damaged/timestamp.json").exists(), "it is kept for a look");
    hub.stop().await.unwrap();
}

#[tokio::test]
async fn only_the_given_root_is_trusted() {
    let (ours, theirs) = (City::new(now()), City::new(now()));
    theirs.publish("theirs", now());
    let (hub, address) = start_hub(&theirs, "127.0.0.1:0").await;
    let kiosk = Kiosk::new(&ours);
    let refused = kiosk.ask(&address).await;
    assert!(matches!(refused, Err(AgentError::Sync(_))), "{refused:?}");
    assert_eq!(kiosk.shown(), None);
    hub.stop().await.unwrap();
}

#[tokio::test]
async fn a_root_that_is_none_is_a_clear_error() {
    let city = City::new(now());
    let kiosk = Kiosk::new(&city);
    let check = async |root: Option<&[u8]>, expect: fn(&AgentError) -> bool| {
        match root {
            Some(bytes) => fs::write(kiosk.root(), bytes).unwrap(),
            None => fs::remove_file(kiosk.root()).unwrap(),
        }
        let error = kiosk.ask("http://127.0.0.1:9").await.unwrap_err();
        assert!(expect(&error), "{error:?}");
        assert!(error.to_string().contains("root.json"), "{error}");
    };
    check(Some(b"{}"), |e| matches!(e, AgentError::Trust { .. })).await;
    check(Some(&vec![b' '; 1_000_000]), |e| matches!(e, AgentError::RootTooLong { .. })).await;
    check(None, |e| matches!(e, AgentError::Root { .. })).await;
}
