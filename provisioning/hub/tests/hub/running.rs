//! Hubs to ask: in this process, and as the program itself.

use chrono::{DateTime, Utc};
use reqwest::{Client, header::HeaderMap};
use std::{
    path::{Path, PathBuf},
    process::{Child, Command},
    time::{Duration, Instant},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::oneshot,
    task::JoinHandle,
};
use wayside_hub::{Limits, serve_within};

pub fn now() -> DateTime<Utc> {
    // The hub tells the time by the real clock, so the city publishes by it too.
    Utc::now()
}

/// A hub in this process, on a free port.
pub struct Hub {
    pub address: String,
    stop: oneshot::Sender<()>,
    served: JoinHandle<std::io::Result<()>>,
    client: Client,
}

/// An answer, its body not decompressed.
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }
}

impl Hub {
    pub async fn start(repository: impl Into<PathBuf>, limits: Limits) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let (stop, stopped) = oneshot::channel::<()>();
        let repository = repository.into();
        let shutdown = async move { stopped.await.unwrap_or_default() };
        let served = tokio::spawn(serve_within(listener, repository, limits, shutdown));
        let client = Client::builder().no_gzip().no_brotli().no_proxy().tls_certs_only([]).build().unwrap();
        Self { address, stop, served, client }
    }

    pub async fn get(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.ask("GET", path, headers).await
    }

    pub async fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = self.client.request(method.parse().unwrap(), format!("http://{}{path}", self.address));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = request.send().await.unwrap();
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        Answer { status, headers, body: response.bytes().await.unwrap().to_vec() }
    }

    /// Sends a path as it is, without the tidying that a well-behaved client does; returns all that comes back.
    pub async fn ask_raw(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).await.unwrap();
        let request = format!("GET {path} HTTP/1.1\r\nHost: hub\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await.unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// Tells the hub to stop; returns how long it took.
    pub async fn stop(self) -> Duration {
        let began = Instant::now();
        self.stop.send(()).unwrap();
        self.served.await.unwrap().unwrap();
        began.elapsed()
    }
}

/// The program, killed when the test ends.
struct Program(Child);

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.0.kill();
    }
}

fn start_program(repository: &Path, port_file: &Path) -> Program {
    let program = Command::new(env!("CARGO_BIN_EXE_hub"))
        .args(["--listen", "127.0.0.1:0", "--repository"])
        .arg(repository)
        .arg("--port-file")
        .arg(port_file)
        .spawn();
    Program(program.unwrap())
}

#[tokio::test]
async fn the_program_says_its_port_and_ends_when_told() {
    let dir = tempfile::tempdir().unwrap();
    let port_file = dir.path().join("port");
    let mut hub = start_program(&dir.path().join("not-yet-there"), &port_file);
    let began = Instant::now();
    let port = loop {
        assert!(began.elapsed() < Duration::from_secs(20), "no port file");
        match std::fs::read_to_string(&port_file) {
            Ok(port) => break port.trim().to_owned(),
            Err(_) => tokio::time::sleep(Duration::from_millis(5)).await,
        }
    };
    let client = Client::builder().no_proxy().tls_certs_only([]).build().unwrap();
    let page = client.get(format!("http://127.0.0.1:{port}/")).send().await.unwrap().text().await.unwrap();
    assert!(page.contains("Nothing is published yet"), "{page}");
    drop(client);
    assert!(Command::new("kill").arg(hub.0.id().to_string()).status().unwrap().success());
    let ended = tokio::task::spawn_blocking(move || hub.0.wait().unwrap()).await.unwrap();
    assert!(ended.success(), "{ended}");
}

#[test]
fn an_address_that_is_taken_is_a_clear_error() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let output = Command::new(env!("CARGO_BIN_EXE_hub"))
        .args(["--repository", "/nonexistent", "--listen", &address])
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains(&address) && said.contains("--listen"), "{said}");
}
