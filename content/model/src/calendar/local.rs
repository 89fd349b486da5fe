//! From a clock on the wall to an instant, across the days on which clocks change.

use chrono::{DateTime, LocalResult, NaiveDateTime, Offset, TimeDelta, TimeZone};
use chrono_tz::Tz;

/// Further back than any clock has ever been put forward (Samoa skipped a whole day in 2011).
const BEFORE_ANY_GAP: TimeDelta = TimeDelta::hours(25);

/// Returns the instant of a local time.
///
/// A time that a clock shows twice is its first showing.
/// A time that a clock skips is read as if the clock had not been put forward yet, as RFC 5545 says:
/// 02:30 on the day that skips from 02:00 to 03:00 is the instant that the clock calls 03:30.
pub fn instant_of(tz: Tz, local: NaiveDateTime) -> DateTime<Tz> {
    match tz.from_local_datetime(&local) {
        LocalResult::Single(instant) | LocalResult::Ambiguous(instant, _) => instant,
        LocalResult::None => {
            let offset = local
                .checked_sub_signed(BEFORE_ANY_GAP)
                .and_then(|earlier| tz.offset_from_local_datetime(&earlier).earliest())
                .map_or(0, |offset| offset.fix().local_minus_utc());
            let utc = local.checked_sub_signed(TimeDelta::seconds(i64::from(offset))).unwrap_or(local);
            tz.from_utc_datetime(&utc)
        }
    }
}
