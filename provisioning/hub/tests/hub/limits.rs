//! Clients that idle, stall or do not leave.

use crate::{
    fixture::City,
    running::{Hub, now},
};
use std::time::{Duration, Instant};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpSocket, TcpStream},
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

/// Sends a whole request on an open connection, and reads its answer, which has no body.
async fn ask_on(stream: &mut TcpStream) {
    stream.write_all(b"HEAD /status.json HTTP/1.1\r\nHost: hub\r\n\r\n").await.unwrap();
    read_head(stream).await;
}

/// Reads an answer up to its body.
async fn read_head(stream: &mut TcpStream) {
    let mut answer = Vec::new();
    while !answer.ends_with(b"\r\n\r\n") {
        answer.push(timeout(SOON, stream.read_u8()).await.expect("the hub answers").unwrap());
    }
    assert!(answer.starts_with(b"HTTP/1.1 200 "), "{}", String::from_utf8_lossy(&answer));
}

#[tokio::test]
async fn a_client_that_dawdles_over_a_request_is_cut_off() {
    let check = async |answered_before: usize| {
        let limits = Limits { head: Duration::from_millis(300), ..Limits::default() };
        let hub = Hub::start("/nonexistent", limits).await;
        let mut stream = TcpStream::connect(&hub.address).await.unwrap();
        for _ in 0..answered_before {
            ask_on(&mut stream).await;
        }
        let began = Instant::now();
        stream.write_all(b"GET / HTTP/1.1\r\n").await.unwrap();
        while stream.write_all(b"X").await.is_ok() {
            assert!(began.elapsed() < SOON, "the hub waits for ever, after {answered_before} answers");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        assert!(began.elapsed() >= Duration::from_millis(200), "the hub does not wait at all");
    };
    check(0).await;
    check(1).await;
    check(3).await;
}

#[tokio::test]
async fn only_a_request_is_hurried_neither_a_pause_nor_a_download() {
    let head = Duration::from_millis(200);
    let city = City::new(now());
    city.publish("first", now());
    let hub = Hub::start(city.repository(), Limits { head, ..Limits::default() }).await;
    let mut stream = TcpStream::connect(&hub.address).await.unwrap();
    for _ in 0..3 {
        ask_on(&mut stream).await;
        tokio::time::sleep(head * 2).await;
    }
    let len = 32 * 1024 * 1024;
    let mut draft = crate::fixture::draft("second");
    draft.files.insert("film.bin".to_owned(), vec![7; len]);
    city.publish_draft(draft, now());
    let film = city.file("targets", ".film.bin");
    let film = film.file_name().unwrap().to_str().unwrap();
    let request = format!("GET /targets/{film} HTTP/1.1\r\nHost: h\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    read_head(&mut stream).await;
    // By now the film stands still; the next request's beginning comes too early, and lies about until it was taken.
    tokio::time::sleep(head).await;
    stream.write_all(b"GET / HT").await.unwrap();
    tokio::time::sleep(head * 2).await;
    stream.read_exact(&mut vec![0; len]).await.expect("the download goes on");
}

#[tokio::test]
async fn one_client_cannot_take_every_place() {
    let from = async |address: &str, hub: &Hub| {
        let socket = TcpSocket::new_v4().unwrap();
        socket.bind(format!("{address}:0").parse().unwrap()).unwrap();
        socket.connect(hub.address.parse().unwrap()).await.unwrap()
    };
    let limits = Limits { connections: 8, peer_connections: 4, ..Limits::default() };
    let hub = Hub::start("/nonexistent", limits).await;
    let mut held = Vec::new();
    for _ in 0..limits.peer_connections {
        let mut stream = from("127.0.0.2", &hub).await;
        ask_on(&mut stream).await;
        stream.write_all(b"G").await.unwrap();
        held.push(stream);
    }
    for _ in 0..limits.connections {
        let mut surplus = from("127.0.0.2", &hub).await;
        let ended = timeout(SOON, surplus.read(&mut [0])).await.expect("the surplus is closed at once");
        assert!(matches!(ended, Ok(0) | Err(_)), "{ended:?}");
    }
    ask_on(&mut from("127.0.0.3", &hub).await).await;
    held.pop();
    let began = Instant::now();
    loop {
        let mut again = from("127.0.0.2", &hub).await;
        // The hub may take a moment to see that the other one has gone.
        let _ = again.write_all(b"GET / HTTP/1.1\r\nHost: h\r\n\r\n").await;
        if again.read_u8().await.is_ok() {
            break;
        }
        assert!(began.elapsed() < SOON, "a place that was given back stays taken");
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
