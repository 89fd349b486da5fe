//! Clients that idle, stall or do not leave.

use crate::{
    fixture::City,
    running::{Hub, now},
};
use std::time::{Duration, Instant};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};
use wayside_hub::Limits;

/// Longer than any limit here, far shorter than the usual ones.
const SOON: Duration = Duration::from_secs(10);

#[tokio::test]
async fn a_client_that_says_nothing_or_half_a_word_is_cut_off() {
    let limits = Limits { idle: Duration::from_millis(100), ..Limits::default() };
    let hub = Hub::start("/nonexistent", limits).await;
    for said in ["", "GET / HT"] {
        let mut stream = TcpStream::connect(&hub.address).await.unwrap();
        stream.write_all(said.as_bytes()).await.unwrap();
        let mut answer = Vec::new();
        // A reset connection is as good an end as a closed one.
        let _ = timeout(SOON, stream.read_to_end(&mut answer)).await.expect("the hub ends the connection");
    }
}

#[tokio::test]
async fn a_client_that_keeps_talking_is_cut_off_by_age() {
    let limits = Limits { age: Duration::from_millis(300), ..Limits::default() };
    let hub = Hub::start("/nonexistent", limits).await;
    let mut stream = TcpStream::connect(&hub.address).await.unwrap();
    let began = Instant::now();
    stream.write_all(b"GET / HTTP/1.1\r\n").await.unwrap();
    while stream.write_all(b"X-Slow: 1\r\n").await.is_ok() {
        assert!(began.elapsed() < SOON, "the hub never ends the connection");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test]
async fn a_free_place_is_waited_for() {
    let limits = Limits { connections: 1, idle: Duration::from_millis(200), ..Limits::default() };
    let hub = Hub::start("/nonexistent", limits).await;
    let _first = TcpStream::connect(&hub.address).await.unwrap();
    let answer = timeout(SOON, hub.get("/status.json", &[])).await.expect("the first one's place becomes free");
    assert_eq!(answer.status, 200);
}

#[tokio::test]
async fn a_stop_does_not_wait_for_ever() {
    let city = City::new(now());
    let mut draft = crate::fixture::draft("first");
    // Too large for the buffers between the two, so that the download stands still.
    let film = vec![7; 64 * 1024 * 1024];
    draft.files.insert("film.bin".to_owned(), film);
    city.publish_draft(draft, now());
    let limits = Limits { stop: Duration::from_millis(200), ..Limits::default() };
    let hub = Hub::start(city.repository(), limits).await;
    let film = city.file("targets", ".film.bin");
    let mut stalled = TcpStream::connect(&hub.address).await.unwrap();
    let request = format!("GET /targets/{} HTTP/1.1\r\nHost: h\r\n\r\n", film.file_name().unwrap().to_str().unwrap());
    stalled.write_all(request.as_bytes()).await.unwrap();
    stalled.read_exact(&mut [0; 1000]).await.unwrap();
    let took = hub.stop().await;
    assert!(took >= Duration::from_millis(200) && took < SOON, "{took:?}");

    let idle = Hub::start(city.repository(), Limits::default()).await;
    assert!(idle.stop().await < Duration::from_secs(2), "a hub without clients stops at once");
}
