//! Answers that cost more than a frame may, kept until the minute or the release changes.

use chrono::{DateTime, Utc};
use std::collections::HashMap;
use wayside_core::EventFilter;
use wayside_core::queries::{self, Upcoming};
use wayside_model::{EventId, KioskFacts, Occurrence, OpenState, Place, PlaceId, Release};
use wayside_schedule::Program;

/// Answers for one minute of one release.
#[derive(Debug, Default)]
pub struct Memo {
    key: Option<(u64, i64)>,
    events: HashMap<EventFilter, Vec<(EventId, Occurrence)>>,
    open: HashMap<PlaceId, OpenState>,
    program: Option<Program>,
}

impl Memo {
    /// Forgets what another minute or release answered.
    pub fn turn_to(&mut self, release: &Release, now: DateTime<Utc>) {
        let key = Some((release.version, now.timestamp().div_euclid(60)));
        if self.key != key {
            *self = Self { key, ..Self::default() };
        }
    }

    /// [`queries::events`], remembered.
    pub fn events<'r>(&mut self, release: &'r Release, filter: EventFilter, now: DateTime<Utc>) -> Vec<Upcoming<'r>> {
        self.events
            .entry(filter)
            .or_insert_with(|| {
                queries::events(release, filter, now).into_iter().map(|u| (u.event.id.clone(), u.occurrence)).collect()
            })
            .iter()
            .filter_map(|(id, occurrence)| {
                release.events.get(id).map(|event| Upcoming { event, occurrence: *occurrence })
            })
            .collect()
    }

    /// Whether a place is open, remembered.
    pub fn open_state(&mut self, place: &Place, kiosk: &KioskFacts, now: DateTime<Utc>) -> OpenState {
        let Some(hours) = &place.hours else { return OpenState::Unknown };
        *self
            .open
            .entry(place.id.clone())
            .or_insert_with(|| hours.state_at(now.with_timezone(&kiosk.time_zone), place.position))
    }

    /// The signage program in force, remembered while it lasts.
    pub fn program(&mut self, release: &Release, kiosk: &KioskFacts, now: DateTime<Utc>) -> &Program {
        let is_over = |p: &Program| now < p.from || now >= p.until;
        if self.program.as_ref().is_none_or(is_over) {
            self.program = None;
        }
        self.program.get_or_insert_with(|| wayside_schedule::now_playing(release, kiosk, now))
    }
}
