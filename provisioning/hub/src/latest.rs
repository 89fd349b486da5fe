//! The latest look at the repository, which many requests share.

use crate::report::Report;
use chrono::Utc;
use std::{path::PathBuf, sync::Arc, time::Duration};
use tokio::{
    runtime::Handle,
    sync::Mutex,
    task::{JoinError, spawn_blocking},
    time::Instant,
};

/// A report that is made again once it is too old; it lists no kiosks.
#[derive(Debug)]
pub(crate) struct LatestReport {
    repository: PathBuf,
    max_age: Duration,
    /// Locked while another is being made.
    last: Arc<Mutex<Option<Made>>>,
}

#[derive(Debug, Clone)]
struct Made {
    finished: Instant,
    report: Arc<Report>,
}

impl LatestReport {
    pub fn new(repository: PathBuf, max_age: Duration) -> Self {
        Self { repository, max_age, last: Arc::default() }
    }

    /// Returns the last report, or makes a new one where there is none that is younger than its limit at `asked`.
    ///
    /// Those who ask while one is being made wait for it and share it.
    pub async fn at(&self, asked: Instant) -> Result<Arc<Report>, JoinError> {
        let mut last = Arc::clone(&self.last).lock_owned().await;
        if let Some(made) = &*last
            && asked.saturating_duration_since(made.finished) < self.max_age
        {
            return Ok(Arc::clone(&made.report));
        }
        let repository = self.repository.clone();
        // The folder is read with calls that block, and verifying is work for a processor: neither belongs on the
        // threads that serve downloads.
        // The lock goes along, so that a look whose askers have all left still ends before the next one begins.
        let making = spawn_blocking(move || {
            let report = Arc::new(Handle::current().block_on(Report::of(&repository, Utc::now())));
            *last = Some(Made { finished: Instant::now(), report: Arc::clone(&report) });
            report
        });
        making.await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn latest(max_age: Duration) -> Arc<LatestReport> {
        Arc::new(LatestReport::new("/nonexistent".into(), max_age))
    }

    #[tokio::test]
    async fn a_report_stands_until_it_is_too_old() {
        let check = async |max_age: Duration, after: Duration, is_shared: bool| {
            let latest = latest(max_age);
            let first = latest.at(Instant::now()).await.unwrap();
            let second = latest.at(Instant::now() + after).await.unwrap();
            assert_eq!(Arc::ptr_eq(&first, &second), is_shared, "{max_age:?} {after:?}");
        };
        let minute = Duration::from_mins(1);
        check(minute, Duration::ZERO, true).await;
        check(minute, minute / 2, true).await;
        check(minute, minute, false).await;
        check(Duration::ZERO, Duration::ZERO, false).await;
    }

    #[tokio::test]
    async fn those_who_ask_at_once_share_one_look() {
        let latest = latest(Duration::from_mins(1));
        let asked: Vec<_> = (0..16)
            .map(|_| {
                let latest = Arc::clone(&latest);
                tokio::spawn(async move { latest.at(Instant::now()).await.unwrap() })
            })
            .collect();
        let mut reports = Vec::new();
        for asked in asked {
            reports.push(asked.await.unwrap());
        }
        assert!(reports.iter().all(|report| Arc::ptr_eq(report, &reports[0])));
    }

    #[tokio::test]
    async fn a_look_whose_asker_has_left_is_kept_for_the_next() {
        let latest = latest(Duration::from_mins(1));
        {
            let mut leaves = std::pin::pin!(latest.at(Instant::now()));
            // Polled once, which begins the look, and dropped before it can be seen to end.
            std::future::poll_fn(|cx| {
                let _ = leaves.as_mut().poll(cx);
                std::task::Poll::Ready(())
            })
            .await;
        }
        let kept = latest.last.lock().await.clone();
        let kept = kept.expect("the look ends without its asker").report;
        assert!(Arc::ptr_eq(&latest.at(Instant::now()).await.unwrap(), &kept));
    }
}
