//! `bench`, on stand-ins for the programs that it measures.

use crate::stage::{Stage, is_alive, signal};
use std::process::Command;

/// A bench on a machine that has every package, at least by its own account.
fn bench(stage: &Stage) -> Command {
    stage.program("tools", "dpkg-query", "#!/bin/sh\nshift 2; for p; do echo \"$p installed\"; done\n");
    let mut command = stage.appliance(&["bench", "--no-build"]);
    command.env("PATH", format!("{}:{}", stage.path("tools"), std::env::var("PATH").unwrap()));
    command
}

#[test]
fn a_kiosk_that_ends_is_quoted_and_nothing_is_left() {
    let stage = Stage::new();
    stage.script("kiosk", "echo 'no graphics driver'; exit 3\n");
    let output = bench(&stage).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("the kiosk ended") && said.contains("no graphics driver"), "{said}");
    let frames = stage.path("state/bench/frames");
    let store = stage.path("state/bench/store/union-station");
    assert_eq!(
        stage.calls("kiosk"),
        [format!("--store {store} --kiosk union-station --size 1080x1920 --frame-log {frames}")],
        "it is measured as it is on a street"
    );
    let pids = [stage.pids("hub"), stage.pids("agent"), stage.pids("kiosk")].concat();
    assert_eq!(pids.len(), 3);
    assert!(!pids.iter().any(|pid| is_alive(*pid)), "{pids:?}");
}

#[test]
fn ctrl_c_ends_a_bench_with_all_that_it_started() {
    let stage = Stage::new();
    let log = std::fs::File::create(stage.path("log")).unwrap();
    let mut child = bench(&stage).stdout(log.try_clone().unwrap()).stderr(log).spawn().unwrap();
    stage.until("the kiosk", || !stage.pids("kiosk").is_empty());
    signal(child.id(), "INT");
    assert_eq!(child.wait().unwrap().code(), Some(130), "{}", stage.said());
    let pids = [stage.pids("hub"), stage.pids("kiosk")].concat();
    stage.until("the end of all", || !pids.iter().any(|pid| is_alive(*pid)));
}

#[test]
fn a_second_bench_waits_for_nobody() {
    let stage = Stage::new();
    let mut child = bench(&stage).spawn().unwrap();
    stage.until("the kiosk", || !stage.pids("kiosk").is_empty());
    let second = bench(&stage).output().unwrap();
    let said = String::from_utf8_lossy(&second.stderr);
    assert_eq!(second.status.code(), Some(1), "{said}");
    assert!(said.contains("another bench is using"), "{said}");
    signal(child.id(), "TERM");
    child.wait().unwrap();
}
