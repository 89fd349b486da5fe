//! The program itself: arguments, signals, exit codes, logs.

use crate::{
    bench::{Kiosk, LONG, now, start_hub},
    fixture::City,
    slow_line::{Fault, SlowLine},
};
use std::{
    fs,
    io::Read,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

/// The program, killed when the test ends.
struct Program(Child);

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.0.kill();
    }
}

impl Program {
    fn start(kiosk: &Kiosk, hub: &str, arguments: &[&str]) -> Self {
        let program = Command::new(env!("CARGO_BIN_EXE_agent"))
            .args(["--hub", hub, "--store"])
            .arg(kiosk.store())
            .arg("--root")
            .arg(kiosk.root())
            .args(arguments)
            .stderr(Stdio::piped())
            .spawn();
        Self(program.unwrap())
    }

    fn signal(&self, name: &str) {
        assert!(Command::new("kill").args(["-s", name, &self.0.id().to_string()]).status().unwrap().success());
    }

    /// Waits for the end; returns exit code and log.
    async fn end(mut self) -> (Option<i32>, String) {
        tokio::task::spawn_blocking(move || {
            let mut log = String::new();
            self.0.stderr.take().unwrap().read_to_string(&mut log).unwrap();
            (self.0.wait().unwrap().code(), log)
        })
        .await
        .unwrap()
    }
}

#[tokio::test]
async fn it_asks_once_and_says_how_it_went() {
    let city = City::new(now());
    city.publish("first", now());
    let (hub, address) = start_hub(&city, "127.0.0.1:0").await;
    let kiosk = Kiosk::new(&city);
    let (code, log) = Program::start(&kiosk, &address, &["--once", "--log", "json"]).end().await;
    assert_eq!(code, Some(0), "{log}");
    let lines: Vec<serde_json::Value> = log.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let switched = lines.iter().find(|line| line["fields"]["message"] == "a new release is on the screen");
    assert_eq!(switched.expect(&log)["fields"]["version"], 1);
    assert_eq!(kiosk.shown().as_deref(), Some("first"));
    hub.stop().await.unwrap();

    let (code, log) = Program::start(&kiosk, &address, &["--once"]).end().await;
    assert_eq!(code, Some(1), "{log}");
    assert!(log.contains("timestamp.json") || log.contains("root.json"), "it names what did not come: {log}");
    for bad in [&["--interval-secs", "0"][..], &["--kiosk", "Not An Id"]] {
        let (code, log) = Program::start(&kiosk, &address, bad).end().await;
        assert_eq!(code, Some(2), "{log}");
        assert!(log.contains(bad[0]), "{log}");
    }
    let (code, log) = Program::start(&kiosk, "hub.example", &[]).end().await;
    assert_eq!(code, Some(1), "{log}");
    assert!(log.contains("`hub.example` is not the address of a hub"), "{log}");
}

#[tokio::test]
async fn it_asks_when_it_is_signalled() {
    let city = City::new(now());
    city.publish("first", now());
    let (hub, address) = start_hub(&city, "127.0.0.1:0").await;
    let kiosk = Kiosk::new(&city);
    let agent = Program::start(&kiosk, &address, &["--interval-secs", "86400"]);
    kiosk.wait_for("first").await;
    city.publish("second", now());
    agent.signal("USR1");
    kiosk.wait_for("second").await;
    agent.signal("INT");
    let (code, log) = agent.end().await;
    assert_eq!(code, Some(0), "{log}");
    assert!(log.contains("agent has stopped"), "{log}");
    hub.stop().await.unwrap();
}

#[tokio::test]
async fn it_stops_at_once_in_the_middle_of_a_download_and_the_next_one_resumes() {
    let city = City::new(now());
    city.publish("first", now());
    let line = SlowLine::start(&city).await;
    line.break_for("plaza.png", Fault::Silent);
    let kiosk = Kiosk::new(&city);
    let agent = Program::start(&kiosk, &line.address, &[]);
    let began = Instant::now();
    let partials = kiosk.store().join("partial");
    while !fs::read_dir(&partials).is_ok_and(|mut dir| dir.any(|file| file.unwrap().metadata().unwrap().len() == 1)) {
        assert!(began.elapsed() < LONG, "the picture never begins to come");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let told = Instant::now();
    agent.signal("TERM");
    let (code, log) = agent.end().await;
    assert_eq!(code, Some(0), "{log}");
    assert!(told.elapsed() < Duration::from_secs(2), "{:?}", told.elapsed());
    assert_eq!(kiosk.shown(), None);

    line.mend();
    line.take_asked("");
    kiosk.ask(&line.address).await.unwrap();
    assert_eq!(line.take_asked("plaza.png")[0].range.as_deref(), Some("bytes=1-"));
    assert_eq!(kiosk.shown().as_deref(), Some("first"));
}
