//! What an agent is told at its start.

use std::{path::PathBuf, sync::Arc, time::Duration};
use tokio::sync::Notify;
use wayside_model::KioskId;

/// What an agent is told at its start.
#[derive(Debug, Clone)]
pub struct Config {
    /// Address of the hub, such as `http://127.0.0.1:8311`.
    pub hub: String,
    /// Folder of the local store.
    pub store: PathBuf,
    /// File with the root that the kiosk was delivered with; nothing else is trusted.
    pub root: PathBuf,
    /// How long to wait between two questions while all is well.
    pub interval: Duration,
    /// Which kiosk this is, for the hub's status page; none keeps it to itself.
    pub kiosk: Option<KioskId>,
    /// Ask once and end, with an error where it failed.
    pub once: bool,
    /// Asks at once when notified.
    pub wake: Arc<Notify>,
    pub patience: Patience,
    /// How often the rows on the screen are compared with their hash.
    pub check_rows_every: Duration,
}

impl Config {
    /// Makes a configuration with the usual interval and patience.
    pub fn new(hub: impl Into<String>, store: impl Into<PathBuf>, root: impl Into<PathBuf>) -> Self {
        Self {
            hub: hub.into(),
            store: store.into(),
            root: root.into(),
            interval: Duration::from_mins(1),
            kiosk: None,
            once: false,
            wake: Arc::default(),
            patience: Patience::default(),
            check_rows_every: Duration::from_hours(1),
        }
    }
}

/// How long the agent waits for the network.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// For a connection.
    pub connect: Duration,
    /// For the next byte.
    pub byte: Duration,
    /// For a whole metadata file, and on top of the time that a target's length allows.
    pub answer: Duration,
    /// Slowest acceptable line, in bytes per second; a slower download is cut and resumed later.
    pub min_bytes_per_sec: u64,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            byte: Duration::from_secs(20),
            answer: Duration::from_secs(30),
            min_bytes_per_sec: 4096,
        }
    }
}

impl Patience {
    /// How long a file of so many bytes may take.
    pub(crate) fn for_len(&self, len: u64) -> Duration {
        self.answer + Duration::from_secs(len / self.min_bytes_per_sec.max(1))
    }
}
