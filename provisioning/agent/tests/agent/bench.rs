//! A kiosk on a test bench: a store, an agent, and what its screen would show.

use crate::fixture::{City, name_of};
use chrono::{DateTime, Utc};
use std::{
    path::PathBuf,
    time::{Duration, Instant},
};
use tempfile::TempDir;
use tokio::{net::TcpListener, sync::oneshot, task::JoinHandle, time::sleep};
use wayside_agent::{AgentError, Config, Patience, run};
use wayside_store::{Reader, SyncStatus};

/// Longer than anything here takes, even on a busy machine.
pub const LONG: Duration = Duration::from_secs(30);

pub fn now() -> DateTime<Utc> {
    // The agent tells the time by the real clock, so the city publishes by it too.
    Utc::now()
}

/// A kiosk's folder, with the root that it was delivered with.
pub struct Kiosk {
    pub dir: TempDir,
}

impl Kiosk {
    pub fn new(city: &City) -> Self {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join("root.json"), city.root()).unwrap();
        Self { dir }
    }

    pub fn store(&self) -> PathBuf {
        self.dir.path().join("store")
    }

    pub fn root(&self) -> PathBuf {
        self.dir.path().join("root.json")
    }

    pub fn config(&self, hub: &str) -> Config {
        let patience = Patience { connect: Duration::from_secs(5), ..Patience::default() };
        Config {
            interval: Duration::from_secs(1),
            patience,
            kiosk: Some(wayside_model::KioskId::new("bench").unwrap()),
            ..Config::new(hub, self.store(), self.root())
        }
    }

    /// Asks once and ends.
    pub async fn ask(&self, hub: &str) -> Result<(), AgentError> {
        run(Config { once: true, ..self.config(hub) }, std::future::pending()).await
    }

    /// The name of the place on the screen.
    pub fn shown(&self) -> Option<String> {
        let release = Reader::open(self.store()).active_release().unwrap();
        release.map(|release| name_of(&release).to_owned())
    }

    pub fn status(&self) -> SyncStatus {
        Reader::open(self.store()).sync_status().unwrap()
    }

    /// Watches the store as a screen does until this place is shown; returns how long it took.
    pub async fn wait_for(&self, name: &str) -> Duration {
        let began = Instant::now();
        let mut reader = Reader::open(self.store());
        loop {
            if reader.changed()
                && let Ok(Some(release)) = reader.active_release()
                && name_of(&release) == name
            {
                return began.elapsed();
            }
            assert!(began.elapsed() < LONG, "`{name}` is never shown");
            sleep(Duration::from_millis(5)).await;
        }
    }

    pub async fn wait_for_status(&self, what: &str, is: impl Fn(&SyncStatus) -> bool) {
        let began = Instant::now();
        while !is(&self.status()) {
            assert!(began.elapsed() < LONG, "{what}: {:?}", self.status());
            sleep(Duration::from_millis(5)).await;
        }
    }
}

/// Something that runs until it is told to stop.
pub struct Running<T> {
    stop: oneshot::Sender<()>,
    task: JoinHandle<T>,
}

impl<T: Send + 'static> Running<T> {
    pub fn start<F: Future<Output = T> + Send + 'static>(
        make: impl FnOnce(std::pin::Pin<Box<dyn Future<Output = ()> + Send>>) -> F,
    ) -> Self {
        let (stop, stopped) = oneshot::channel();
        let task = tokio::spawn(make(Box::pin(async move { stopped.await.unwrap_or_default() })));
        Self { stop, task }
    }

    pub async fn stop(self) -> T {
        // It may have ended by itself already.
        let _ = self.stop.send(());
        tokio::time::timeout(LONG, self.task).await.expect("it stops").unwrap()
    }
}

pub type RunningAgent = Running<Result<(), AgentError>>;
pub type RunningHub = Running<std::io::Result<()>>;

pub fn start_agent(config: Config) -> RunningAgent {
    Running::start(|shutdown| run(config, shutdown))
}

/// Starts a hub at an address, `127.0.0.1:0` for a free port; returns it with its address for agents.
pub async fn start_hub(city: &City, address: &str) -> (RunningHub, String) {
    let listener = TcpListener::bind(address).await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let repository = city.repository();
    (Running::start(|shutdown| wayside_hub::serve(listener, repository, shutdown)), address)
}
