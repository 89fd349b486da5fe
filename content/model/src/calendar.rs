//! Days, recurring times and opening hours.

mod hours;
mod local;
mod rule;
mod when;

pub use hours::BadHours;
pub use local::instant_of;
pub(crate) use rule::matching_days;
pub use rule::{days_matching, next_matching_day, validate_rule};
pub use when::BadTime;

use chrono::{DateTime, NaiveDate, NaiveDateTime};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// A range of days, both included; an open end means for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateRange {
    pub from: NaiveDate,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
}

impl DateRange {
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }

    /// Whether the last day lies before `day`.
    pub fn is_over(&self, day: NaiveDate) -> bool {
        self.until.is_some_and(|until| until < day)
    }
}

/// When an event takes place: local times in the city's zone, with an optional recurrence.
///
/// An all-day event starts at midnight and ends at the midnight after its last day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct When {
    /// First start, local.
    pub starts: NaiveDateTime,
    /// First end, local; after `starts`.
    pub ends: NaiveDateTime,
    /// The day counts, not the hour.
    #[serde(default)]
    pub all_day: bool,
    /// Recurrence rule: the value of an RFC 5545 `RRULE`, such as `FREQ=WEEKLY;BYDAY=TH`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeats: Option<String>,
    /// Days on which it does not take place after all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub except: Vec<NaiveDate>,
}

/// One time that an event takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occurrence {
    pub starts: DateTime<Tz>,
    pub ends: DateTime<Tz>,
}

/// Opening hours in the syntax of OpenStreetMap's `opening_hours`, such as `Tu-Su 10:00-17:00; Mo off`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OpeningHours(pub String);

/// Whether something is open, and until or from when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenState {
    /// Open; `until` is the closing time within the next week, none where it never closes.
    Open { until: Option<DateTime<Tz>> },
    /// Closed; `opens` is the next opening within the next week.
    Closed { opens: Option<DateTime<Tz>> },
    /// The hours say neither.
    Unknown,
}
