//! Instants and days as people type them.

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

/// Reads an instant such as `2026-07-04T21:00:00-07:00`.
pub fn instant(text: &str) -> Result<DateTime<Utc>, String> {
    DateTime::parse_from_rfc3339(text)
        .map(|at| at.with_timezone(&Utc))
        .map_err(|error| format!("{error}; write it like 2026-07-04T21:00:00-07:00"))
}

/// An instant, or a time on the clock of a place that is not known yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    Instant(DateTime<Utc>),
    Local(NaiveDateTime),
}

/// Reads an instant, or a local time such as `2026-07-04T21:00`.
pub fn moment(text: &str) -> Result<Moment, String> {
    if let Ok(at) = instant(text) {
        return Ok(Moment::Instant(at));
    }
    ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"]
        .iter()
        .find_map(|form| NaiveDateTime::parse_from_str(text, form).ok())
        .map(Moment::Local)
        .ok_or_else(|| "write it like 2026-07-04T21:00, or with a zone like 2026-07-04T21:00:00-07:00".to_owned())
}

impl Moment {
    /// Returns the instant, reading a local time on the clock of `zone`.
    pub fn in_zone(self, zone: Tz) -> DateTime<Utc> {
        match self {
            Self::Instant(at) => at,
            Self::Local(at) => from_local(zone, at),
        }
    }
}

/// Returns the first and the last instant of a day, the last one excluded.
pub fn day_span(zone: Tz, day: NaiveDate) -> (DateTime<Utc>, DateTime<Utc>) {
    let next = day.checked_add_days(Days::new(1)).unwrap_or(day);
    (from_local(zone, day.and_time(NaiveTime::MIN)), from_local(zone, next.and_time(NaiveTime::MIN)))
}

/// Reads a local time; one that the clock skips in spring means the hour after.
fn from_local(zone: Tz, at: NaiveDateTime) -> DateTime<Utc> {
    zone.from_local_datetime(&at)
        .earliest()
        .or_else(|| zone.from_local_datetime(&(at + TimeDelta::hours(1))).earliest())
        .map_or_else(|| at.and_utc(), |at| at.with_timezone(&Utc))
}

/// Returns the earliest day that it is anywhere on Earth: what is over on that day is over for every city.
pub fn today_somewhere(now: DateTime<Utc>) -> NaiveDate {
    (now - TimeDelta::hours(12)).date_naive()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::America::Los_Angeles;

    #[test]
    fn moments_are_read_in_the_kiosks_zone() {
        for (text, expect) in [
            ("2026-07-04T21:00", "2026-07-05T04:00:00Z"),
            ("2026-07-04 21:00", "2026-07-05T04:00:00Z"),
            ("2026-07-04T21:00:30", "2026-07-05T04:00:30Z"),
            ("2026-07-04T21:00:00Z", "2026-07-04T21:00:00Z"),
            ("2026-07-04T21:00:00-04:00", "2026-07-05T01:00:00Z"),
            ("2026-03-08T02:30", "2026-03-08T10:30:00Z"),
        ] {
            assert_eq!(moment(text).unwrap().in_zone(Los_Angeles), instant(expect).unwrap(), "{text}");
        }
        for text in ["", "tomorrow", "2026-07-04", "2026-13-04T21:00"] {
            assert!(moment(text).is_err(), "{text}");
        }
    }

    #[test]
    fn days_can_be_23_and_25_hours_long() {
        for (day, hours) in [((2026, 7, 4), 24), ((2026, 3, 8), 23), ((2026, 11, 1), 25)] {
            let (from, until) = day_span(Los_Angeles, NaiveDate::from_ymd_opt(day.0, day.1, day.2).unwrap());
            assert_eq!((until - from).num_hours(), hours);
        }
    }
}
