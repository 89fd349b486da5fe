//! The sample city on a test bench: its folder, keys, repository, a hub on loopback, and a kiosk's store.

use chrono::Utc;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::Duration;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use wayside_agent::{AgentError, Config, run};
use wayside_content::{Progress, PublishFolderError, Studio, publish_folder};
use wayside_repository::{Keys, Lifetimes, Published};
use wayside_store::Reader;

/// Pictures are drawn once for all tests.
static DRAWING: Mutex<()> = Mutex::new(());

/// An agent and what stops it.
#[derive(Debug)]
struct RunningAgent {
    stop: oneshot::Sender<()>,
    task: JoinHandle<Result<(), AgentError>>,
}

/// A copy of the sample city with everything between its editors and one kiosk.
///
/// Dropping it ends the hub and the agent and removes all files.
#[derive(Debug)]
pub struct Bench {
    /// Ended first, while the folder still stands.
    runtime: Runtime,
    agent: Option<RunningAgent>,
    hub: String,
    keys: Keys,
    cache: PathBuf,
    dir: TempDir,
}

impl Bench {
    /// Copies the city, makes keys, and starts a hub that has nothing to serve yet.
    ///
    /// `cache` is where drawn pictures are kept from one test to the next.
    ///
    /// # Panics
    /// When any of it fails.
    pub fn new(cache: &Path) -> Self {
        let dir = tempfile::tempdir().expect("a temporary folder can be made");
        copy_folder(&crate::root().join("content/los-angeles"), &dir.path().join("city"));
        let keys = Keys::generate(Utc::now(), &Lifetimes::default()).expect("keys can be made");
        let keys = keys.save(&dir.path().join("keys")).expect("keys can be saved");
        let runtime = Runtime::new().expect("threads can be started");
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).expect("a port is free");
        let hub = format!("http://{}", listener.local_addr().expect("it listens"));
        runtime.spawn(wayside_hub::serve(listener, dir.path().join("repository"), std::future::pending()));
        Self { runtime, agent: None, hub, keys, cache: cache.to_owned(), dir }
    }

    /// A bench whose store holds the city's first release.
    ///
    /// # Panics
    /// When it cannot be published or brought over.
    pub fn filled(cache: &Path) -> Self {
        let bench = Self::new(cache);
        bench.publish().expect("the sample city can be published");
        bench.sync_once().expect("the agent brings it over");
        bench
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub fn store(&self) -> PathBuf {
        self.path("store")
    }

    pub fn repository(&self) -> PathBuf {
        self.path("repository")
    }

    pub fn reader(&self) -> Reader {
        Reader::open(self.store())
    }

    /// Replaces a text in a file of the city, as an editor would.
    ///
    /// # Panics
    /// When the file does not hold it.
    pub fn edit(&self, file: &str, from: &str, to: &str) {
        let path = self.path("city").join(file);
        let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        assert!(text.contains(from), "{} does not hold `{from}`", path.display());
        fs::write(&path, text.replace(from, to)).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    }

    /// Checks, signs and publishes the city's folder.
    pub fn publish(&self) -> Result<Published, PublishFolderError> {
        let _first_draws = DRAWING.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let studio = Studio::with_cache(self.cache.clone());
        let (folder, repository) = (self.path("city"), self.repository());
        let lifetimes = Lifetimes::default();
        publish_folder(&folder, &repository, &self.keys, &studio, Utc::now(), &lifetimes, &Progress::hidden())
            .map(|(published, _)| published)
    }

    fn config(&self) -> Config {
        let interval = Duration::from_secs(1);
        Config { interval, ..Config::new(&self.hub, self.store(), self.path("keys/root.json")) }
    }

    /// Lets an agent ask once.
    pub fn sync_once(&self) -> Result<(), AgentError> {
        self.runtime.block_on(run(Config { once: true, ..self.config() }, std::future::pending()))
    }

    /// Starts an agent that asks every second.
    pub fn start_agent(&mut self) {
        let (stop, stopped) = oneshot::channel::<()>();
        // A sender that is gone stops it, too.
        let task = self.runtime.spawn(run(self.config(), async { stopped.await.unwrap_or_default() }));
        self.agent = Some(RunningAgent { stop, task });
    }

    /// Stops the agent; returns how it ended.
    ///
    /// # Panics
    /// When none was started, or when it does not end in good time.
    pub fn stop_agent(&mut self) -> Result<(), AgentError> {
        let RunningAgent { stop, task } = self.agent.take().expect("an agent was started");
        // It may have ended by itself already.
        let _ = stop.send(());
        let ended = self.runtime.block_on(async { tokio::time::timeout(crate::LONG, task).await });
        ended.expect("the agent ends in good time").expect("the agent does not panic")
    }
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap_or_else(|e| panic!("{}: {e}", to.display()));
    for entry in fs::read_dir(from).unwrap_or_else(|e| panic!("{}: {e}", from.display())) {
        let entry = entry.unwrap_or_else(|e| panic!("{}: {e}", from.display()));
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), &target).unwrap_or_else(|e| panic!("{}: {e}", target.display()));
        }
    }
}
