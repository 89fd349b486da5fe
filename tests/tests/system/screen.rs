//! The kiosk's program without a window: what it draws, and what it says where it cannot.

use crate::filled;
use std::fs;
use std::path::Path;
use std::process::Command;
use wayside_tests::{Ended, Guarded, LONG, Missing, Picture, kiosk, need};

/// Turns a command into the same in a network namespace with nothing in it, not even loopback.
fn without_network(command: &Command) -> Command {
    let mut inside = Command::new("unshare");
    inside.arg("--net").arg("--").arg(command.get_program()).args(command.get_args());
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => inside.env(name, value),
            None => inside.env_remove(name),
        };
    }
    inside
}

fn once(store: &Path, out: &Path, arguments: &[&str]) -> Command {
    let mut command = kiosk();
    command.arg("--store").arg(store).arg("--once").arg("--screenshot").arg(out).args(arguments);
    command
}

fn run(command: &mut Command) -> Ended {
    Guarded::start(command).finish(LONG)
}

/// Runs it to a good end and reads the picture, which shows something.
fn draw(command: &mut Command, out: &Path, size: (u32, u32)) -> Picture {
    let ended = run(command);
    assert!(ended.status.success(), "{command:?}: {}: {}", ended.status, ended.said);
    let picture = Picture::read(out);
    assert_eq!(picture.size(), size, "{command:?}");
    assert!(picture.colors() > 50, "{command:?} shows {} colours", picture.colors());
    picture
}

#[test]
fn it_draws_from_the_store_without_any_network() {
    if !need("it_draws_from_the_store_without_any_network", &[Missing::Namespaces, Missing::SoftwareVulkan]) {
        return;
    }
    let bench = filled();
    let mut pictures = Vec::new();
    // A kiosk's own panel, another size, another language and look; and signage.
    let cases: [(&[&str], (u32, u32)); 4] = [
        (&[], (1080, 1920)),
        (&["--kiosk", "exposition-park", "--screen", "attract"], (1920, 1080)),
        (&["--size", "720x1280", "--language", "fa", "--theme", "contrast", "--scale", "200"], (720, 1280)),
        (&["--size", "720x1280", "--language", "ko", "--screen", "place:griffith-observatory"], (720, 1280)),
    ];
    for (arguments, size) in cases {
        let out = bench.path("screen.png");
        pictures.push(draw(&mut without_network(&once(&bench.store(), &out, arguments)), &out, size));
        fs::remove_file(out).unwrap();
    }
    assert!(pictures[2].part(0.0, 0.2, 1.0, 0.6) != pictures[3].part(0.0, 0.2, 1.0, 0.6), "they are different screens");
}

#[test]
fn the_namespace_really_has_no_network() {
    if !need("the_namespace_really_has_no_network", &[Missing::Namespaces]) {
        return;
    }
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let script = format!("exec 3<>/dev/tcp/127.0.0.1/{}", listener.local_addr().unwrap().port());
    let mut inside = Command::new("bash");
    inside.args(["-c", &script]);
    assert!(run(&mut inside).status.success(), "outside it connects");
    assert!(!run(&mut without_network(&inside)).status.success(), "inside it must not");
}

#[test]
fn the_same_store_and_instant_give_the_same_picture() {
    if !need("the_same_store_and_instant_give_the_same_picture", &[Missing::SoftwareVulkan]) {
        return;
    }
    let bench = filled();
    let out = bench.path("screen.png");
    let arguments = ["--size", "720x1280", "--at", "2026-11-22T18:00:00Z", "--screen", "events"];
    let first = draw(&mut once(&bench.store(), &out, &arguments), &out, (720, 1280));
    let second = draw(&mut once(&bench.store(), &out, &arguments), &out, (720, 1280));
    assert!(first == second);
}

#[test]
fn an_empty_store_has_a_screen_of_its_own() {
    if !need("an_empty_store_has_a_screen_of_its_own", &[Missing::SoftwareVulkan]) {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let (store, out) = (dir.path().join("store"), dir.path().join("screen.png"));
    draw(&mut once(&store, &out, &["--screen", "empty"]), &out, (1080, 1920));
    assert!(!store.exists(), "looking makes nothing");
    fs::remove_file(&out).unwrap();
    // Asked for content, it says what is missing and what to do.
    let ended = run(&mut once(&store, &out, &["--screen", "home"]));
    assert_eq!(ended.code(), Some(1), "{}", ended.said);
    for word in [store.to_str().unwrap(), "agent", "--screen empty"] {
        assert!(ended.said.contains(word), "`{}` does not say `{word}`", ended.said);
    }
    assert!(!out.exists());
}

#[test]
fn without_a_graphics_adapter_it_says_so() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("screen.png");
    let mut command = once(&dir.path().join("store"), &out, &["--screen", "empty"]);
    command.env("VK_DRIVER_FILES", "/nonexistent");
    let ended = run(&mut command);
    assert_eq!(ended.code(), Some(3), "{}", ended.said);
    assert!(ended.said.contains("no graphics adapter") && ended.said.contains("mesa-vulkan-drivers"), "{}", ended.said);
    assert!(!ended.said.contains("panicked"), "no one needs a backtrace: {}", ended.said);
    assert!(!out.exists());
}

#[test]
fn without_a_display_it_says_so() {
    let dir = tempfile::tempdir().unwrap();
    let mut command = kiosk();
    command.arg("--store").arg(dir.path()).args(["--exit-after", "5"]);
    let ended = run(&mut command);
    assert_eq!(ended.code(), Some(4), "{}", ended.said);
    assert!(ended.said.contains("no display") && ended.said.contains("DISPLAY"), "{}", ended.said);
    assert!(!ended.said.contains("panicked"), "no one needs a backtrace: {}", ended.said);
}

#[test]
fn bad_arguments_are_explained() {
    let cases: [(&[&str], &str); 8] = [
        (&["--size", "10x10"], "240 to 8192"),
        (&["--size", "wide"], "1080x1920"),
        (&["--once"], "--screenshot"),
        (&["--language", "tlh"], "tlh"),
        (&["--scale", "110"], "100, 125, 150 or 200"),
        (&["--theme", "pink"], "dark, light or contrast"),
        (&["--kiosk", "Union Station", "--exit-after", "1"], "--kiosk"),
        (&["--play", "/nonexistent/visit.jsonl"], "/nonexistent/visit.jsonl"),
    ];
    for (arguments, says) in cases {
        let ended = run(kiosk().args(arguments));
        assert!(matches!(ended.code(), Some(1 | 2)), "{arguments:?}: {}: {}", ended.status, ended.said);
        assert!(ended.said.contains(says), "{arguments:?}: `{}` does not say `{says}`", ended.said);
    }
}

#[test]
fn recorded_visits_are_replayed_by_the_program() {
    let recordings = wayside_tests::root().join("kiosk/core/tests/recordings");
    let mut count = 0;
    for entry in fs::read_dir(recordings).unwrap() {
        let path = entry.unwrap().path();
        let ended = run(kiosk().arg("replay").arg(&path));
        assert!(ended.status.success(), "{}: {}", path.display(), ended.said);
        count += 1;
    }
    assert!(count >= 6);
    let dir = tempfile::tempdir().unwrap();
    let broken = dir.path().join("broken.jsonl");
    fs::write(&broken, "{\"kiosk\":\"plaza\",\"language\":\"en\"}\n{\"expect\":{\"screen\":\"home\"}}\n").unwrap();
    let ended = run(kiosk().arg("replay").arg(&broken));
    assert_eq!(ended.code(), Some(1));
    assert!(ended.said.contains("broken.jsonl: line 2: expected"), "{}", ended.said);
}
