//! Agent and screen in two processes.

use crate::fixture::{install, now, release};
use std::{
    process::{Command, Stdio},
    time::{Duration, Instant},
};
use wayside_store::{Reader, Writer};

const STORE: &str = "WAYSIDE_TEST_STORE";
const LAST_VERSION: u64 = 12;

/// Polls as the screen does until the last release is there; every release on the way must be whole.
fn play_the_screen(store: &str) {
    let mut reader = Reader::open(store);
    let began = Instant::now();
    let mut shown = 0;
    while shown < LAST_VERSION {
        assert!(began.elapsed() < Duration::from_mins(1), "stuck at release {shown}");
        if !reader.changed() {
            std::thread::sleep(Duration::from_millis(1));
            continue;
        }
        if let Some(now_shown) = reader.active_release().unwrap() {
            assert_eq!(now_shown, release(now_shown.version));
            assert!(now_shown.version >= shown);
            shown = now_shown.version;
        }
    }
    println!("reached release {shown}");
}

#[test]
fn a_screen_in_another_process_sees_each_release_whole() {
    // The same test, run again as a child, plays the screen.
    if let Ok(store) = std::env::var(STORE) {
        return play_the_screen(&store);
    }
    let dir = tempfile::tempdir().unwrap();
    let screen = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "processes::a_screen_in_another_process_sees_each_release_whole", "--nocapture"])
        .env(STORE, dir.path())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut writer = Writer::open(dir.path(), now()).unwrap();
    for version in 1..=LAST_VERSION {
        install(&mut writer, version);
    }
    let output = screen.wait_with_output().unwrap();
    assert!(output.status.success());
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains(&format!("reached release {LAST_VERSION}")), "{said}");
}

#[test]
fn an_agent_that_is_killed_leaves_a_store_that_the_next_one_opens() {
    if let Ok(store) = std::env::var(STORE) {
        let mut writer = Writer::open(store, now()).unwrap();
        for version in 2.. {
            install(&mut writer, version);
        }
    }
    let dir = tempfile::tempdir().unwrap();
    install(&mut Writer::open(dir.path(), now()).unwrap(), 1);
    let mut reader = Reader::open(dir.path());
    for _ in 0..5 {
        let before = reader.active_version().unwrap().unwrap();
        let mut agent = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "processes::an_agent_that_is_killed_leaves_a_store_that_the_next_one_opens"])
            .env(STORE, dir.path())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let began = Instant::now();
        while reader.active_version().unwrap().unwrap() == before {
            assert!(began.elapsed() < Duration::from_mins(1), "the agent gets nowhere");
        }
        agent.kill().unwrap();
        agent.wait().unwrap();
        let shown = reader.active_release().unwrap().unwrap();
        assert_eq!(shown, release(shown.version));
        // The children count up from 2 each time, so the version may be lower than before, but never torn.
        install(&mut Writer::open(dir.path(), now()).unwrap(), 1);
    }
}
