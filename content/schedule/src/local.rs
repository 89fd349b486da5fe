//! Days and times of day in a zone whose clocks may jump.

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Timelike, Utc};
use chrono_tz::Tz;

/// Longest jump of a clock, in minutes: a zone that crosses the date line skips a day.
const LONGEST_JUMP_MINUTES: i64 = 26 * 60;

/// Returns the first instant at which a local clock shows `time` or later.
///
/// A time that occurs twice is its first occurrence; one that is skipped is the instant of the jump.
/// Unlike an event's start (`wayside_model::calendar::instant_of`, by RFC 5545) this never runs backwards:
/// parts of the day that do not overlap on the clock do not overlap in time, and those that meet there meet in time.
pub(crate) fn reached(zone: Tz, time: NaiveDateTime) -> DateTime<Utc> {
    let minute = time.with_second(0).and_then(|t| t.with_nanosecond(0)).unwrap_or(time);
    let later = (1..=LONGEST_JUMP_MINUTES).map(|minutes| minute + TimeDelta::minutes(minutes));
    std::iter::once(time)
        .chain(later)
        .find_map(|t| zone.from_local_datetime(&t).earliest())
        // No zone jumps further; reading the clock as UTC keeps the schedule going in one that does.
        .map_or_else(|| time.and_utc(), |at| at.to_utc())
}

/// Returns the instant at which a local day begins.
pub(crate) fn start_of(zone: Tz, day: NaiveDate) -> DateTime<Utc> {
    reached(zone, day.and_time(NaiveTime::MIN))
}

pub(crate) fn day_before(day: NaiveDate) -> NaiveDate {
    day.checked_sub_days(Days::new(1)).unwrap_or(day)
}

pub(crate) fn day_after(day: NaiveDate) -> NaiveDate {
    day.checked_add_days(Days::new(1)).unwrap_or(day)
}

/// Returns the local day that holds an instant: the one whose start is the last at or before it.
pub(crate) fn day_of(zone: Tz, instant: DateTime<Utc>) -> NaiveDate {
    let mut day = instant.with_timezone(&zone).date_naive();
    // Clocks that are set back across midnight show the old date again; the day has begun all the same.
    while start_of(zone, day_after(day)) <= instant && day_after(day) != day {
        day = day_after(day);
    }
    day
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::{
        America::{Havana, Los_Angeles, St_Johns},
        Asia::{Beirut, Kolkata},
        Pacific::Apia,
    };

    fn check(zone: Tz, local: &str, expect: &str) {
        let at = reached(zone, local.parse().unwrap());
        assert_eq!(at.to_rfc3339(), expect, "{local} in {zone}");
    }

    #[test]
    fn reads_local_times_on_plain_and_on_jumping_days() {
        check(Los_Angeles, "2026-07-14T06:00:00", "2026-07-14T13:00:00+00:00");
        check(Kolkata, "2026-07-14T06:00:00", "2026-07-14T00:30:00+00:00");
        // Spring forward at 02:00, fall back at 02:00.
        check(Los_Angeles, "2026-03-08T02:30:00", "2026-03-08T10:00:00+00:00");
        check(Los_Angeles, "2026-03-08T03:00:00", "2026-03-08T10:00:00+00:00");
        check(Los_Angeles, "2026-11-01T01:30:00", "2026-11-01T08:30:00+00:00");
        // Clocks that jump over midnight, and a day that a zone skipped.
        check(Beirut, "2022-03-27T00:00:00", "2022-03-26T22:00:00+00:00");
        check(Apia, "2011-12-30T12:00:00", "2011-12-30T10:00:00+00:00");
    }

    #[test]
    fn finds_the_day_of_an_instant() {
        let check = |zone: Tz, instant: &str, expect: &str| {
            assert_eq!(day_of(zone, instant.parse().unwrap()).to_string(), expect, "{instant} in {zone}");
        };
        check(Los_Angeles, "2026-07-14T06:59:59Z", "2026-07-13");
        check(Los_Angeles, "2026-07-14T07:00:00Z", "2026-07-14");
        check(Havana, "2026-11-01T04:30:00Z", "2026-11-01");
        check(Havana, "2026-11-01T05:30:00Z", "2026-11-01");
        // At 00:01 the clocks of St John's went back to 23:01 of the day before.
        check(St_Johns, "2010-11-07T02:30:00Z", "2010-11-07");
        check(St_Johns, "2010-11-07T03:00:00Z", "2010-11-07");
    }

    #[test]
    fn days_cover_all_time_without_gap_or_overlap() {
        for zone in [Los_Angeles, Kolkata, Havana, St_Johns, Beirut, Apia] {
            let mut day = NaiveDate::from_ymd_opt(2010, 1, 1).unwrap();
            for _ in 0..1200 {
                let (start, end) = (start_of(zone, day), start_of(zone, day_after(day)));
                assert!(start <= end, "{day} in {zone}");
                if start < end {
                    assert_eq!(day_of(zone, start), day, "start of {day} in {zone}");
                    assert_eq!(day_of(zone, end - TimeDelta::seconds(1)), day, "end of {day} in {zone}");
                }
                day = day_after(day);
            }
        }
    }
}
