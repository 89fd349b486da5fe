//! What is started, with which arguments, and that nothing stays behind.

use crate::stage::{Stage, is_alive, signal};
use std::path::Path;
use std::{
    fs,
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
};
use wayside_appliance::pictures::PICTURES;

const RUN: &[&str] = &["run", "--no-build", "--no-install"];
const PICTURE: &[&str] = &["run", "--no-build", "--no-install", "--once", "--screenshot", "out.png"];

/// Starts `run` and waits until it has announced itself.
fn running(stage: &Stage, arguments: &[&str]) -> Child {
    let child = stage.start(arguments);
    stage.until("the start", || stage.said().contains("stop ") && !stage.pids("kiosk").is_empty());
    child
}

/// The processes of a running stage, Xvfb among them.
fn everybody(stage: &Stage, appliance: &Child) -> Vec<u32> {
    let children = fs::read_to_string(format!("/proc/{0}/task/{0}/children", appliance.id())).unwrap();
    let mut pids: Vec<u32> = children.split_whitespace().map(|pid| pid.parse().unwrap()).collect();
    assert_eq!(pids.len(), 4, "hub, agent, Xvfb and kiosk");
    pids.extend(["hub", "agent", "kiosk"].iter().flat_map(|name| stage.pids(name)));
    pids
}

fn check_ends(signal_name: &str, expect_code: Option<i32>) {
    let stage = Stage::new();
    let mut child = running(&stage, RUN);
    let pids = everybody(&stage, &child);
    assert!(pids.iter().all(|pid| is_alive(*pid)));
    signal(child.id(), signal_name);
    let status = child.wait().unwrap();
    assert_eq!(status.code(), expect_code, "{signal_name}");
    stage.until("the end of all", || !pids.iter().any(|pid| is_alive(*pid)));
}

#[test]
fn ctrl_c_ends_everything() {
    check_ends("INT", Some(0));
}

#[test]
fn a_terminal_that_closes_ends_everything() {
    check_ends("HUP", Some(0));
}

#[test]
fn an_interrupt_ends_a_run_in_the_background_of_a_shell_too() {
    let stage = Stage::new();
    let run = stage.appliance(RUN);
    // A shell without job control lets what it starts in the background ignore the interrupt.
    let mut shell = Command::new("sh");
    shell.args(["-c", "\"$@\" >\"$LOG\" 2>&1 & echo $!; wait $!", "sh"]).arg(run.get_program()).args(run.get_args());
    shell.env("CARGO_TARGET_DIR", stage.path("target")).env("LOG", stage.path("log"));
    shell.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").stdout(Stdio::piped());
    let mut shell = shell.spawn().unwrap();
    stage.until("the start", || stage.said().contains("stop ") && !stage.pids("kiosk").is_empty());
    let mut line = String::new();
    BufReader::new(shell.stdout.take().unwrap()).read_line(&mut line).unwrap();
    signal(line.trim().parse().unwrap(), "INT");
    assert_eq!(shell.wait().unwrap().code(), Some(0), "{}", stage.said());
    let kiosks = stage.pids("kiosk");
    stage.until("the end of all", || !kiosks.iter().any(|pid| is_alive(*pid)));
}

#[test]
fn a_request_to_terminate_ends_everything() {
    check_ends("TERM", Some(0));
}

#[test]
fn nothing_outlives_a_killed_run() {
    check_ends("KILL", None);
}

#[test]
fn a_program_that_ignores_the_request_is_killed() {
    let stage = Stage::new();
    stage.script("agent", "trap '' TERM\nwait_for_ever\n");
    let mut child = running(&stage, RUN);
    let pids = everybody(&stage, &child);
    signal(child.id(), "TERM");
    assert_eq!(child.wait().unwrap().code(), Some(0));
    stage.until("the end of all", || !pids.iter().any(|pid| is_alive(*pid)));
}

#[test]
fn run_starts_the_programs_on_one_another() {
    let stage = Stage::new();
    let mut child = running(&stage, &[RUN, &["--kiosk", "exposition-park", "--", "--extra"]].concat());
    let file = |name: &str| stage.path(&format!("state/{name}"));
    let city = fs::canonicalize(Path::new(&std::env::var("CARGO_MANIFEST_DIR").unwrap()).join("../content")).unwrap();
    let keys = file("keys");
    assert_eq!(
        stage.calls("content"),
        [
            format!("init-keys {keys}"),
            format!("publish {}/los-angeles --repository {} --keys {keys}", city.display(), file("repository")),
        ]
    );
    let port = fs::read_to_string(file("hub.port")).unwrap();
    let port = port.trim();
    assert_eq!(
        stage.calls("hub"),
        [format!("--repository {} --listen 127.0.0.1:{port} --port-file {}", file("repository"), file("hub.port"))]
    );
    let store = file("store/exposition-park");
    assert_eq!(
        stage.calls("agent"),
        [format!(
            "--hub http://127.0.0.1:{port} --store {store} --root {keys}/root.json --kiosk exposition-park \
             --interval-secs 1"
        )]
    );
    assert_eq!(
        stage.calls("kiosk"),
        [format!(
            "--store {store} --kiosk exposition-park --size 1920x1080 --live-screenshot {} --extra",
            file("live.png")
        )]
    );
    let said = stage.said();
    for line in [&file("live.png"), &format!("http://127.0.0.1:{port}\n"), &format!("publish --state {}", file(""))] {
        assert!(said.contains(line.trim_end_matches('/')), "{line} is not in:\n{said}");
    }
    assert!(!said.contains("ended"), "Xvfb too is started once:\n{said}");
    fs::write(file("live.png"), "a picture").unwrap();
    stage.until("word of the first picture", || stage.said().contains("first picture"));

    // A second run in the same folder is refused and leaves the first alone.
    let second = stage.appliance(RUN).output().unwrap();
    assert_eq!(second.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&second.stderr).contains("--state DIR"));
    signal(child.id(), "TERM");
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_program_that_dies_is_started_again_and_quoted() {
    let stage = Stage::new();
    stage.script(
        "agent",
        "[ \"$(wc -l <\"$0.count\" 2>/dev/null || echo 0)\" -gt 0 ] && wait_for_ever\n\
                           echo once >>\"$0.count\"\necho 'the store is gone' >&2\nexit 3\n",
    );
    let mut child = running(&stage, RUN);
    stage.until("the agent's return", || stage.pids("agent").len() == 2);
    stage.until("word of it", || stage.said().contains("agent was started again"));
    let said = stage.said();
    assert!(said.contains("agent ended (exit status: 3); starting it again in 1 s"), "{said}");
    assert!(said.contains("  the store is gone"), "{said}");
    signal(child.id(), "TERM");
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn closing_the_window_ends_the_run() {
    let stage = Stage::new();
    stage.script("kiosk", "exit 0\n");
    let mut child = stage.start(RUN);
    assert_eq!(child.wait().unwrap().code(), Some(0), "{}", stage.said());
    assert!(stage.said().contains("window was closed"));
    assert!(!stage.pids("hub").iter().any(|pid| is_alive(*pid)));
}

#[test]
fn a_hub_that_does_not_start_is_quoted() {
    let stage = Stage::new();
    stage.script("hub", "echo 'no such folder' >&2\nexit 1\n");
    let output = stage.appliance(RUN).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("hub: no such folder") && said.contains("the hub does not answer"), "{said}");
}

#[test]
fn a_picture_is_made_by_the_way_of_the_street_and_ends_as_the_kiosk_does() {
    let stage = Stage::new();
    stage.script("kiosk", "echo \"$DISPLAY\" >\"$0.display\"\nexit 7\n");
    let flags = ["--screen", "home", "--language=ko", "--size", "1920x1080", "--theme", "dark", "--scale", "150"];
    let output = stage.appliance(&[PICTURE, &flags].concat()).output().unwrap();
    assert_eq!(output.status.code(), Some(7), "{}", String::from_utf8_lossy(&output.stderr));
    let store = stage.path("state/store/union-station");
    assert_eq!(
        stage.calls("kiosk"),
        [format!(
            "--store {store} --kiosk union-station --size 1920x1080 --once --screenshot out.png --screen home \
             --language ko --theme dark --scale 150"
        )]
    );
    assert!(stage.calls("agent")[0].ends_with("--once"));
    assert_eq!(stage.calls("hub").len(), 1);
    assert!(!stage.pids("hub").iter().any(|pid| is_alive(*pid)));
    let display = fs::read_to_string(stage.path("target/release/kiosk.display")).unwrap();
    assert!(display.starts_with(':'), "{display}");

    // The second picture finds the sample city published.
    stage.appliance(PICTURE).output().unwrap();
    assert_eq!(stage.calls("content").len(), 2, "keys and one publication");
    assert_eq!(stage.calls("kiosk").len(), 2);
}

#[test]
fn an_agent_that_cannot_fill_the_store_ends_the_picture() {
    let stage = Stage::new();
    stage.script("agent", "exit 4\n");
    let output = stage.appliance(PICTURE).output().unwrap();
    assert_eq!(output.status.code(), Some(4));
    assert!(stage.calls("kiosk").is_empty());
}

#[test]
fn a_picture_beside_a_running_kiosk_uses_its_store() {
    let stage = Stage::new();
    let mut child = running(&stage, RUN);
    stage.script("kiosk", "exit 0\n");
    let output = stage.appliance(PICTURE).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!((stage.calls("hub").len(), stage.calls("agent").len()), (1, 1));
    signal(child.id(), "TERM");
    child.wait().unwrap();
}

#[test]
fn publish_hands_a_folder_to_the_content_tool() {
    let stage = Stage::new();
    fs::create_dir(stage.folder.join("city")).unwrap();
    let output = stage
        .appliance(&["publish", "--no-build", "--no-install", "city"])
        .current_dir(&stage.folder)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let city = stage.path("city");
    assert!(stage.calls("content")[1].starts_with(&format!("publish {city} --repository")));
    // A later command publishes that folder when it changes, and not the sample city.
    stage.script("kiosk", "exit 0\n");
    stage.appliance(PICTURE).output().unwrap();
    assert_eq!(stage.calls("content").len(), 2);
    fs::write(stage.folder.join("city/city.toml"), "").unwrap();
    stage.appliance(PICTURE).output().unwrap();
    assert!(stage.calls("content")[2].starts_with(&format!("publish {city} --repository")));
    // One that fails is not taken for published.
    stage.script("content", "exit 9\n");
    let output = stage.appliance(&["publish", "--no-build", "--no-install"]).output().unwrap();
    assert_eq!(output.status.code(), Some(9));
}

#[test]
fn gallery_calls_the_kiosk() {
    let stage = Stage::new();
    stage.script("kiosk", "exit 0\n");
    let out = stage.path("pages");
    let output = stage.appliance(&["gallery", "--no-build", "--no-install", "--out", &out]).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), format!("file://{out}/index.html"));
    let store = stage.path("state/store/union-station");
    assert_eq!(stage.calls("kiosk"), [format!("gallery --store {store} --out {out}")]);
}

#[test]
fn the_readmes_pictures_are_of_the_sample_city_at_one_instant() {
    let stage = Stage::new();
    stage.script("kiosk", "exit 0\n");
    let city = stage.path("city");
    fs::create_dir(&city).unwrap();
    stage.appliance(&["publish", "--no-build", "--no-install", &city]).output().unwrap();
    let out = stage.path("pages");
    let output = stage.appliance(&["pictures", "--no-build", "--no-install", "--out", &out]).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let published = stage.calls("content");
    assert!(published.last().unwrap().contains("/content/los-angeles --repository"), "{published:?}");
    let calls = stage.calls("kiosk");
    assert_eq!(calls.len(), PICTURES.len());
    assert_eq!(
        calls[0],
        format!(
            "--store {}/union-station --kiosk union-station --size 540x960 --once --screenshot {out}/attract.png \
             --screen attract --language en --at 2026-12-12T10:30:00-08:00",
            stage.path("state/pictures/store")
        )
    );
    assert!(calls[5].contains("--kiosk exposition-park --size 960x540"), "{}", calls[5]);
    assert_eq!(stage.calls("agent").len(), 2, "each kiosk's store is filled once");
}

#[test]
fn programs_that_were_never_built_are_named() {
    let stage = Stage::new();
    fs::remove_file(stage.path("target/release/agent")).unwrap();
    let output = stage.appliance(RUN).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("release/agent` was not built") && said.contains("--no-build"), "{said}");
}
