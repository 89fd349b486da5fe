//! How long signed metadata stays valid, and old releases stay to be downloaded.

use chrono::TimeDelta;

/// How long each role's metadata stays valid after it is signed, and how many releases are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lifetimes {
    pub root: TimeDelta,
    /// Of both the list of files and the snapshot.
    pub release: TimeDelta,
    pub timestamp: TimeDelta,
    /// How many of the latest releases keep their files, the current one included;
    /// a kiosk that is still downloading an earlier one can finish.
    pub kept_releases: u64,
}

impl Default for Lifetimes {
    /// A year for the root, 90 days for a release, 7 days for the timestamp; three releases.
    fn default() -> Self {
        Self {
            root: TimeDelta::days(365),
            release: TimeDelta::days(90),
            timestamp: TimeDelta::days(7),
            kept_releases: 3,
        }
    }
}
