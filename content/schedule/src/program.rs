//! The loop that plays for a while, and where it stands at an instant.

use crate::{SHORTEST_SECS, Skipped, Slot, cast::Cast, local::day_of, share::interleave};
use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;
use wayside_model::{KioskFacts, Layer, Release};

/// What plays on one kiosk from one change of the schedule to the next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Program {
    /// The highest layer that shows; none where only the fallback does.
    pub layer: Option<Layer>,
    /// The loop, never empty.
    pub slots: Vec<Slot>,
    /// When the loop began, with its first slot.
    pub from: DateTime<Utc>,
    /// When the schedule changes next, or local midnight; the program does not hold at this instant any more.
    pub until: DateTime<Utc>,
    /// What is scheduled and cannot be shown.
    pub skipped: Vec<Skipped>,
}

/// A slot while it is on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Showing<'a> {
    pub slot: &'a Slot,
    /// Its index in the loop.
    pub index: usize,
    pub started: DateTime<Utc>,
    pub ends: DateTime<Utc>,
}

/// Returns what plays on a kiosk at an instant.
pub fn now_playing(release: &Release, kiosk: &KioskFacts, instant: DateTime<Utc>) -> Program {
    let cast = Cast::new(release, kiosk, day_of(kiosk.time_zone, instant));
    program(release, &cast, instant)
}

pub(crate) fn program(release: &Release, cast: &Cast, instant: DateTime<Utc>) -> Program {
    let stretch = cast.stretch(instant);
    let (voices, skipped) = cast.voices(release, instant);
    Program {
        layer: cast.top_layer(instant),
        slots: interleave(&voices),
        from: stretch.from,
        until: stretch.until,
        skipped,
    }
}

impl Program {
    /// Length of the loop in seconds.
    pub fn loop_secs(&self) -> u64 {
        self.slots.iter().map(|s| u64::from(s.seconds)).sum()
    }

    /// Returns the slot that is on the screen at an instant between [`from`](Self::from) and [`until`](Self::until).
    ///
    /// An item that would have less than [`SHORTEST_SECS`] before the program's end is not begun;
    /// the one before it stays.
    pub fn item_at(&self, instant: DateTime<Utc>) -> Showing<'_> {
        let shortest = TimeDelta::seconds(i64::from(SHORTEST_SECS));
        let seconds = |index: usize| TimeDelta::seconds(i64::from(self.slots[index].seconds));
        let loop_secs = i64::try_from(self.loop_secs()).unwrap_or(i64::MAX).max(1);
        let elapsed_secs = (instant - self.from).num_seconds().max(0);
        let mut started = self.from + TimeDelta::seconds(elapsed_secs - elapsed_secs % loop_secs);
        let mut index = 0;
        while index + 1 < self.slots.len() && started + seconds(index) <= instant {
            started += seconds(index);
            index += 1;
        }
        if self.until - started < shortest && started > self.from {
            index = (index + self.slots.len() - 1) % self.slots.len();
            started -= seconds(index);
        }
        let ends = started + seconds(index);
        let ends = if self.until - ends < shortest { self.until } else { ends };
        Showing { slot: &self.slots[index], index, started, ends }
    }

    /// Returns the share of the loop's time in percent that the slots which `wanted` picks have.
    pub fn share_percent(&self, wanted: impl Fn(&Slot) -> bool) -> f64 {
        let picked: u64 = self.slots.iter().filter(|s| wanted(s)).map(|s| u64::from(s.seconds)).sum();
        100.0 * picked as f64 / self.loop_secs().max(1) as f64
    }
}
