//! The status page and its data.

use crate::{
    fixture::{City, flip_bit},
    running::{Hub, now},
};
use chrono::TimeDelta;
use serde_json::Value;
use std::{fs::OpenOptions, process::Command, sync::mpsc, thread, time::Duration};
use tokio::sync::oneshot;
use wayside_hub::Limits;

async fn json(hub: &Hub) -> Value {
    let answer = hub.get("/status.json", &[]).await;
    assert_eq!((answer.status, answer.header("cache-control")), (200, Some("no-store")));
    serde_json::from_slice(&answer.body).unwrap()
}

async fn page(hub: &Hub) -> String {
    let answer = hub.get("/", &[]).await;
    assert_eq!((answer.status, answer.header("content-type")), (200, Some("text/html; charset=utf-8")));
    assert!(answer.header("content-security-policy").unwrap().starts_with("default-src 'none'"));
    answer.text().to_owned()
}

#[tokio::test]
async fn it_says_what_is_live_and_who_has_asked() {
    let city = City::new(now());
    let limits = Limits { report: Duration::ZERO, ..Limits::default() };
    let hub = Hub::start(city.repository(), limits).await;
    assert!(page(&hub).await.contains("<h1>Nothing is published yet</h1>"));
    assert_eq!(json(&hub).await["release"], Value::Null);

    city.publish("first", now());
    city.publish("second", now());
    let agent = [("wayside-kiosk", "union-station"), ("wayside-release", "1"), ("user-agent", "wayside-agent/0.1")];
    hub.get("/metadata/timestamp.json", &agent).await;
    hub.get("/metadata/timestamp.json", &[("wayside-kiosk", "<b>"), ("wayside-release", "1")]).await;
    let status = json(&hub).await;
    assert_eq!(status["problem"], Value::Null, "{status}");
    assert_eq!(status["release"]["version"], 2);
    assert_eq!(status["release"]["files"].as_array().unwrap().len(), 13, "twelve documents and a picture");
    let roles: Vec<&str> = status["expiries"].as_array().unwrap().iter().map(|e| e["role"].as_str().unwrap()).collect();
    assert_eq!(roles, ["root", "targets", "snapshot", "timestamp"]);
    let kiosks = status["kiosks"].as_array().unwrap();
    assert_eq!(kiosks.len(), 1);
    assert_eq!((&kiosks[0]["kiosk"], &kiosks[0]["release"]), (&"union-station".into(), &1.into()));

    let page = page(&hub).await;
    for expect in [
        "<h1>Release 2 is live</h1>",
        "<html lang=\"en\">",
        "<title>Wayside hub: Release 2 is live</title>",
        "<th scope=\"row\">timestamp</th>",
        "<th scope=\"row\">plaza.png</th>",
        "600.0 kB",
        "<th scope=\"row\">union-station</th>",
        "0 of 1 that have asked",
        "prefers-color-scheme: light",
    ] {
        assert!(page.contains(expect), "{expect} is not in {page}");
    }
    for from_elsewhere in ["http://", "https://", "<script", "<link", "<img", "url("] {
        assert!(!page.contains(from_elsewhere), "{from_elsewhere}");
    }
}

#[tokio::test]
async fn it_says_what_is_wrong_and_how_to_mend_it() {
    let check = async |city: &City, expect: &str, state: &str| {
        let hub = Hub::start(city.repository(), Limits::default()).await;
        let problem = json(&hub).await["problem"].as_str().unwrap_or_default().to_owned();
        assert!(problem.contains(expect), "{problem}");
        let page = page(&hub).await;
        assert!(page.contains("Kiosks refuse this repository.") && page.contains(state), "{page}");
        hub.stop().await;
    };
    let expired = City::new(now() - TimeDelta::days(30));
    expired.publish("first", now() - TimeDelta::days(30));
    check(&expired, "`timestamp` expired at", ">Expired<").await;
    let damaged = City::new(now());
    damaged.publish("first", now());
    flip_bit(&damaged.repository().join("metadata/1.targets.json"));
    check(&damaged, "targets.json", ">Valid<").await;
}

#[tokio::test]
async fn many_questions_do_not_make_the_hub_look_many_times() {
    let check = async |report: Duration, expect: &Value| {
        let city = City::new(now());
        let hub = Hub::start(city.repository(), Limits { report, ..Limits::default() }).await;
        assert_eq!(json(&hub).await["release"], Value::Null);
        city.publish("first", now());
        hub.get("/metadata/timestamp.json", &[("wayside-kiosk", "union-station")]).await;
        let status = json(&hub).await;
        assert_eq!(&status["release"]["version"], expect, "{report:?}");
        assert_eq!(status["kiosks"][0]["kiosk"], "union-station", "kiosks are listed as of now: {report:?}");
    };
    check(Duration::from_mins(1), &Value::Null).await;
    check(Duration::ZERO, &1.into()).await;
}

#[tokio::test]
async fn a_slow_disk_holds_up_the_status_page_alone() {
    let city = City::new(now());
    city.publish("first", now());
    let root = city.repository().join("metadata/1.root.json");
    std::fs::remove_file(&root).unwrap();
    // A pipe to which nobody writes is as slow as a disk can be.
    assert!(Command::new("mkfifo").arg(&root).status().unwrap().success());
    let (reading, is_reading) = oneshot::channel();
    let (answered, is_answered) = mpsc::channel();
    let disk = thread::spawn(move || {
        let pipe = OpenOptions::new().write(true).open(&root).unwrap();
        let _ = reading.send(());
        // The limit ends the test where the hub waits for its disk, on the very thread that this test runs on.
        let is_in_time = is_answered.recv_timeout(Duration::from_secs(5)).is_ok();
        std::fs::remove_file(&root).unwrap();
        drop(pipe);
        is_in_time
    });
    let hub = Hub::start(city.repository(), Limits::default()).await;
    let status = async { json(&hub).await };
    let others = async {
        is_reading.await.unwrap();
        assert_eq!(hub.get("/metadata/timestamp.json", &[]).await.status, 200);
        answered.send(()).unwrap_or_default();
    };
    let (status, ()) = tokio::join!(status, others);
    assert!(disk.join().unwrap(), "a file waits for the status page");
    assert_ne!(status["problem"], Value::Null, "{status}");
}
