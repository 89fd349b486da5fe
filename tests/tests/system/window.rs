//! The kiosk's window, on an X server without a screen.

use crate::filled;
use chrono::{SecondsFormat, Utc};
use std::fs;
use std::path::Path;
use std::process::Command;
use wayside_tests::{Bench, Guarded, LONG, Missing, Picture, Xvfb, kiosk, need, wait_for};

const SIZE: (u32, u32) = (540, 960);

const NEEDS: &[Missing] = &[Missing::Xvfb, Missing::SoftwareVulkan];

fn window(xvfb: &Xvfb, store: &Path, shot: &Path) -> Command {
    let mut command = kiosk();
    command.env("DISPLAY", xvfb.display()).arg("--store").arg(store);
    command.args(["--size", &format!("{}x{}", SIZE.0, SIZE.1)]).arg("--live-screenshot").arg(shot);
    command
}

/// Waits for a picture on disk that passes a test; the program must go on meanwhile.
fn wait_for_picture(what: &str, running: &mut Guarded, shot: &Path, is: impl Fn(&Picture) -> bool) -> Picture {
    wait_for(what, LONG, || {
        assert!(running.is_running(), "{what}: the kiosk has ended");
        let picture = shot.is_file().then(|| Picture::read(shot))?;
        assert_eq!(picture.size(), SIZE);
        is(&picture).then_some(picture)
    })
    .0
}

fn is_drawn(picture: &Picture) -> bool {
    picture.colors() > 50
}

#[test]
fn it_shows_its_window_and_ends_in_time() {
    if !need("it_shows_its_window_and_ends_in_time", NEEDS) {
        return;
    }
    let bench = filled();
    let (xvfb, shot) = (Xvfb::start(SIZE.0, SIZE.1), bench.path("live.png"));
    let ended = Guarded::start(window(&xvfb, &bench.store(), &shot).args(["--exit-after", "4"])).finish(LONG);
    assert!(ended.status.success(), "{}: {}", ended.status, ended.said);
    assert!(is_drawn(&Picture::read(&shot)), "{}", ended.said);
}

/// Writes a recording of somebody who has just opened the home screen.
fn at_home(bench: &Bench) -> std::path::PathBuf {
    let path = bench.path("home.jsonl");
    let now = Utc::now().to_rfc3339_opts(SecondsFormat::Millis, true);
    let lines = format!(
        "{{\"kiosk\":\"union-station\",\"language\":\"en\"}}\n{{\"at\":\"{now}\",\"event\":{{\"start\":{{\"opens\":null}}}}}}\n{}\n",
        r#"{"expect":{"screen":"home"}}"#
    );
    fs::write(&path, lines).unwrap();
    path
}

/// The start of the status strip, where the kiosk's name stands and no clock.
fn name_strip(picture: &Picture) -> Picture {
    picture.part(0.0, 0.0, 0.45, 0.05)
}

#[test]
fn a_release_switches_in_front_of_the_visitor() {
    if !need("a_release_switches_in_front_of_the_visitor", NEEDS) {
        return;
    }
    let mut bench = filled();
    let (xvfb, shot) = (Xvfb::start(SIZE.0, SIZE.1), bench.path("live.png"));
    let mut command = window(&xvfb, &bench.store(), &shot);
    command.arg("--play").arg(at_home(&bench)).args(["--exit-after", "120"]);
    let mut running = Guarded::start(&mut command);
    let before = wait_for_picture("the home screen", &mut running, &shot, is_drawn);
    bench.edit("kiosks/kiosks.toml", "Union Station, Alameda Street plaza", "A new name");
    bench.publish().unwrap();
    bench.start_agent();
    let is_renamed = |picture: &Picture| name_strip(picture) != name_strip(&before);
    let after = wait_for_picture("the new name of the kiosk", &mut running, &shot, is_renamed);
    assert!(is_drawn(&after) && running.is_running(), "without a restart");
    bench.stop_agent().unwrap();
}

#[test]
fn a_kiosk_waits_for_its_first_release_and_then_shows_it() {
    if !need("a_kiosk_waits_for_its_first_release_and_then_shows_it", NEEDS) {
        return;
    }
    let bench = Bench::new(&crate::cache());
    let (xvfb, shot) = (Xvfb::start(SIZE.0, SIZE.1), bench.path("live.png"));
    let mut running = Guarded::start(window(&xvfb, &bench.store(), &shot).args(["--exit-after", "120"]));
    let empty = wait_for_picture("the screen of an empty store", &mut running, &shot, is_drawn);
    bench.publish().unwrap();
    bench.sync_once().unwrap();
    wait_for_picture("the first release", &mut running, &shot, |picture| is_drawn(picture) && *picture != empty);
}

#[test]
fn a_damaged_store_still_has_a_designed_screen() {
    if !need("a_damaged_store_still_has_a_designed_screen", NEEDS) {
        return;
    }
    let bench = filled();
    let database = bench.store().join("wayside.db");
    fs::write(&database, "this is not a database".repeat(4000)).unwrap();
    for name in ["wayside.db-wal", "wayside.db-shm"] {
        // With its log, SQLite would make the whole database good again.
        let _ = fs::remove_file(bench.store().join(name));
    }
    let (xvfb, shot) = (Xvfb::start(SIZE.0, SIZE.1), bench.path("live.png"));
    let mut running = Guarded::start(window(&xvfb, &bench.store(), &shot).args(["--exit-after", "120"]));
    let damaged = wait_for_picture("a designed screen", &mut running, &shot, is_drawn);
    // The agent mends the store, and the kiosk shows the city again, without a restart.
    bench.sync_once().unwrap();
    wait_for_picture("the city", &mut running, &shot, |picture| is_drawn(picture) && *picture != damaged);
}
