//! The agent's loop: ask, wait, ask again, until told to stop.

use crate::{BadHub, Config, Pace, agent::Agent};
use chrono::Utc;
use std::{
    collections::hash_map::RandomState,
    hash::BuildHasher,
    io,
    path::PathBuf,
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::{sync::Notify, task::JoinHandle, time::sleep};
use wayside_repository::{ClientError, StoreError as MemoryError};
use wayside_store::{Objects, StoreError};
use wayside_sync::{Outcome, SyncError, Synced};

/// How often every file of the store is hashed again.
const SCRUB_EVERY: Duration = Duration::from_hours(24);

/// Why an agent cannot start, or why its one round failed.
#[derive(Debug, thiserror::Error)]
pub enum AgentError {
    #[error("the root `{}` cannot be read: {source}: copy `root.json` from the folder of keys", path.display())]
    Root { path: PathBuf, source: io::Error },
    #[error("the root `{}` is longer than {max} bytes: copy `root.json` from the folder of keys", path.display())]
    RootTooLong { path: PathBuf, max: u64 },
    #[error("`{}`: {source}", root.display())]
    Trust { root: PathBuf, source: ClientError },
    #[error(transparent)]
    Hub(#[from] BadHub),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("`{}`: {source}", folder.display())]
    Memory { folder: PathBuf, source: MemoryError },
    #[error("`{}` is damaged and cannot be moved aside: {source}", folder.display())]
    Aside { folder: PathBuf, source: io::Error },
    #[error(transparent)]
    Sync(#[from] SyncError),
}

/// Runs an agent until `shutdown`, or for one round where the configuration says so.
///
/// A hub that is down is no error: it is asked again, ever less often.
/// On shutdown a download under way is dropped at once, and resumed by the next agent.
pub async fn run(config: Config, shutdown: impl Future<Output = ()>) -> Result<(), AgentError> {
    let mut agent = Agent::open(config, Utc::now(), Instant::now()).await?;
    let config = agent.config().clone();
    tracing::info!(
        hub = config.hub,
        store = %config.store.display(),
        interval_secs = config.interval.as_secs_f32(),
        "agent is running"
    );
    let scrub = (!config.once).then(|| agent.objects()).flatten().map(|o| Scrub::start(o, Arc::clone(&config.wake)));
    let mut pace = Pace::new(config.interval);
    let mut shutdown = pin!(shutdown);
    let ended = loop {
        let synced = tokio::select! {
            biased;
            () = &mut shutdown => break Ok(()),
            synced = agent.round(Utc::now(), Instant::now()) => synced,
        };
        let wait = pace.next_wait(synced.is_ok(), chance());
        report(&synced, wait);
        if config.once {
            break synced.map(|_| ()).map_err(AgentError::from);
        }
        tokio::select! {
            biased;
            () = &mut shutdown => break Ok(()),
            () = config.wake.notified() => tracing::debug!("woken"),
            () = sleep(wait) => {}
        }
    };
    if let Some(scrub) = scrub {
        scrub.stop().await;
    }
    tracing::info!("agent has stopped");
    ended
}

fn report(synced: &Result<Synced, SyncError>, wait: Duration) {
    let wait_secs = wait.as_secs_f32();
    match synced {
        Ok(Synced { outcome: Outcome::Switched { version, from }, downloaded, fresh_until }) => tracing::info!(
            version,
            from,
            files = downloaded.files,
            bytes = downloaded.bytes,
            %fresh_until,
            "a new release is on the screen"
        ),
        Ok(Synced { outcome: Outcome::UpToDate { version }, downloaded, .. }) if downloaded.files > 0 => {
            tracing::info!(version, files = downloaded.files, "damaged files are back");
        }
        Ok(Synced { outcome: Outcome::UpToDate { version }, .. }) => tracing::debug!(version, wait_secs, "up to date"),
        Err(error) => {
            tracing::warn!(%error, problem = error.problem().tag(), wait_secs, "no sync; the release on the screen stays");
        }
    }
}

/// A number in `0..1` that differs between kiosks that start at the same moment.
fn chance() -> f64 {
    // Each state is keyed by the system's randomness, which is all that is asked of it here.
    RandomState::new().hash_one(0_u8) as f64 / u64::MAX as f64
}

/// Hashes the store's files in the background, at the start and every day, and wakes the agent where some are bad.
struct Scrub {
    should_stop: Arc<AtomicBool>,
    task: JoinHandle<()>,
}

impl Scrub {
    fn start(objects: Objects, wake: Arc<Notify>) -> Self {
        let should_stop = Arc::new(AtomicBool::new(false));
        let stop = Arc::clone(&should_stop);
        let task = tokio::spawn(async move {
            loop {
                let (objects, stop) = (objects.clone(), Arc::clone(&stop));
                let scrubbed =
                    tokio::task::spawn_blocking(move || objects.scrub(|| stop.load(Ordering::Relaxed))).await;
                match scrubbed {
                    Ok(Ok(removed)) if removed.is_empty() => tracing::debug!("every file of the store is whole"),
                    Ok(Ok(removed)) => {
                        tracing::warn!(files = removed.len(), "damaged files were removed from the store");
                        wake.notify_one();
                    }
                    Ok(Err(error)) => tracing::warn!(%error, "the store's files could not be looked over"),
                    Err(error) => tracing::error!(%error, "looking over the store's files ended early"),
                }
                sleep(SCRUB_EVERY).await;
            }
        });
        Self { should_stop, task }
    }

    /// Ends it after the file that is being hashed.
    async fn stop(self) {
        self.should_stop.store(true, Ordering::Relaxed);
        self.task.abort();
        // Aborted on purpose: there is nothing to learn from how it ended.
        let _ = self.task.await;
    }
}
