//! What the screens are given to show.

use crate::memo::Memo;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use wayside_core::State;
use wayside_model::{KioskFacts, Release};

/// What the screens are given to show in one frame.
pub struct View<'a> {
    pub release: &'a Release,
    pub kiosk: &'a KioskFacts,
    pub state: &'a State,
    pub now: DateTime<Utc>,
    pub memo: &'a mut Memo,
}

impl View<'_> {
    /// The instant in the kiosk's zone.
    pub fn local(&self) -> DateTime<Tz> {
        self.now.with_timezone(&self.kiosk.time_zone)
    }
}
