//! Which notices a kiosk shows.

use crate::local::day_of;
use chrono::{DateTime, Utc};
use std::cmp::Reverse;
use wayside_model::{KioskFacts, Notice, Release};

/// Returns the notices that a kiosk shows at an instant, the most urgent first, then the newest.
pub fn notices_for<'a>(release: &'a Release, kiosk: &KioskFacts, instant: DateTime<Utc>) -> Vec<&'a Notice> {
    let today = day_of(kiosk.time_zone, instant);
    let mut notices: Vec<&Notice> =
        release.notices.values().filter(|n| n.valid.contains(today) && n.targets.include(kiosk)).collect();
    notices.sort_by_key(|n| (Reverse(n.level), Reverse(n.valid.from)));
    notices
}
