//! A kiosk's days: releases, outages, restarts.

use crate::{
    bench::{Kiosk, now, start_agent, start_hub},
    fixture::City,
};
use std::{sync::Arc, time::Duration};
use wayside_agent::{AgentError, Config};
use wayside_store::{Contact, StoreError, SyncProblem};

#[tokio::test]
async fn a_new_release_is_on_the_screen_within_two_seconds() {
    let city = City::new(now());
    city.publish("first", now());
    let (hub, address) = start_hub(&city, "127.0.0.1:0").await;
    let kiosk = Kiosk::new(&city);
    let agent = start_agent(kiosk.config(&address));
    kiosk.wait_for("first").await;
    for name in ["second", "third"] {
        city.publish(name, now());
        let took = kiosk.wait_for(name).await;
        assert!(took < Duration::from_secs(2), "{name} took {took:?}");
    }
    agent.stop().await.unwrap();
    hub.stop().await.unwrap();
}

#[tokio::test]
async fn a_hub_that_is_down_at_the_start_and_later_is_survived() {
    let city = City::new(now());
    city.publish("first", now());
    let (hub, address) = start_hub(&city, "127.0.0.1:0").await;
    hub.stop().await.unwrap();
    let port = address.trim_start_matches("http://").to_owned();
    let kiosk = Kiosk::new(&city);
    let agent = start_agent(kiosk.config(&address));
    kiosk.wait_for_status("down at the start", |s| s.contact == Contact::Offline).await;
    let status = kiosk.status();
    assert_eq!((status.problem, status.last_success), (Some(SyncProblem::Unreachable), None));
    assert!(status.offline_since.is_some());
    assert_eq!(kiosk.shown(), None);

    let (hub, _) = start_hub(&city, &port).await;
    kiosk.wait_for("first").await;
    kiosk.wait_for_status("up", |s| s.contact == Contact::Online && s.problem.is_none()).await;
    assert!(kiosk.status().fresh_until.is_some_and(|until| until > now()));

    hub.stop().await.unwrap();
    kiosk.wait_for_status("down again", |s| s.contact == Contact::Offline).await;
    assert_eq!(kiosk.shown().as_deref(), Some("first"));

    city.publish("second", now());
    let (hub, _) = start_hub(&city, &port).await;
    kiosk.wait_for("second").await;
    kiosk.wait_for_status("up again", |s| s.contact == Contact::Online && s.offline_since.is_none()).await;
    agent.stop().await.unwrap();
    hub.stop().await.unwrap();
}

#[tokio::test]
async fn a_hub_without_a_release_is_waited_for() {
    let city = City::new(now());
    let (hub, address) = start_hub(&city, "127.0.0.1:0").await;
    let kiosk = Kiosk::new(&city);
    let agent = start_agent(kiosk.config(&address));
    kiosk.wait_for_status("nothing published", |s| s.contact == Contact::Online && s.problem.is_some()).await;
    city.publish("first", now());
    kiosk.wait_for("first").await;
    agent.stop().await.unwrap();
    hub.stop().await.unwrap();
}

#[tokio::test]
async fn a_woken_agent_asks_at_once() {
    let city = City::new(now());
    city.publish("first", now());
    let (hub, address) = start_hub(&city, "127.0.0.1:0").await;
    let kiosk = Kiosk::new(&city);
    let config = Config { interval: Duration::from_hours(1), ..kiosk.config(&address) };
    let wake = Arc::clone(&config.wake);
    let agent = start_agent(config);
    kiosk.wait_for("first").await;
    city.publish("second", now());
    wake.notify_one();
    kiosk.wait_for("second").await;
    agent.stop().await.unwrap();
    hub.stop().await.unwrap();
}

#[tokio::test]
async fn the_hub_learns_which_release_is_on_which_screen() {
    let city = City::new(now());
    city.publish("first", now());
    let (hub, address) = start_hub(&city, "127.0.0.1:0").await;
    let kiosk = Kiosk::new(&city);
    let client = reqwest::Client::builder().no_proxy().tls_certs_only([]).build().unwrap();
    let kiosks = async || {
        let text = client.get(format!("{address}/status.json")).send().await.unwrap().text().await.unwrap();
        serde_json::from_str::<serde_json::Value>(&text).unwrap()["kiosks"].clone()
    };
    kiosk.ask(&address).await.unwrap();
    let asked = kiosks().await;
    assert_eq!((&asked[0]["kiosk"], &asked[0]["release"]), (&"bench".into(), &serde_json::Value::Null));
    kiosk.ask(&address).await.unwrap();
    let asked = kiosks().await;
    assert_eq!((&asked[0]["kiosk"], &asked[0]["release"]), (&"bench".into(), &1.into()));
    assert_eq!(asked[0]["agent"], concat!("wayside-agent/", env!("CARGO_PKG_VERSION")));
    drop(client);
    hub.stop().await.unwrap();
}

#[tokio::test]
async fn one_store_has_one_agent() {
    let city = City::new(now());
    city.publish("first", now());
    let (hub, address) = start_hub(&city, "127.0.0.1:0").await;
    let kiosk = Kiosk::new(&city);
    let agent = start_agent(kiosk.config(&address));
    kiosk.wait_for("first").await;
    let second = kiosk.ask(&address).await;
    assert!(matches!(second, Err(AgentError::Store(StoreError::Locked(_)))), "{second:?}");
    agent.stop().await.unwrap();
    kiosk.ask(&address).await.unwrap();
    hub.stop().await.unwrap();
}
