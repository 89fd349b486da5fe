//! Days and ages told from today: "tomorrow", "3 hours ago".

use crate::Locale;
use crate::locale::held;
use chrono::{NaiveDate, TimeDelta};
use icu_decimal::input::Decimal;
use icu_experimental::relativetime::options::Numeric;
use icu_experimental::relativetime::{RelativeTimeFormatter, RelativeTimeFormatterOptions};
use std::sync::OnceLock;

#[derive(Default)]
pub(crate) struct Relatives {
    named_day: OnceLock<RelativeTimeFormatter>,
    minutes: OnceLock<RelativeTimeFormatter>,
    hours: OnceLock<RelativeTimeFormatter>,
    days: OnceLock<RelativeTimeFormatter>,
}

impl Locale {
    /// Writes a day as a heading: "Today", "Tomorrow", "Yesterday", else the date with its weekday.
    pub fn relative_day(&self, day: NaiveDate, today: NaiveDate) -> String {
        self.capitalised(&self.relative_day_inline(day, today))
    }

    /// Writes a day for the middle of a sentence: "today", "tomorrow", "yesterday", else the date with its weekday.
    pub fn relative_day_inline(&self, day: NaiveDate, today: NaiveDate) -> String {
        let days = (day - today).num_days();
        if !(-1..=1).contains(&days) {
            return self.date_short_with_weekday(day);
        }
        let made = || {
            let options = RelativeTimeFormatterOptions::default().with_numeric(Numeric::Auto);
            held(RelativeTimeFormatter::try_new_long_day(self.icu().into(), options))
        };
        self.0.relatives.named_day.get_or_init(made).format(Decimal::from(days)).to_string()
    }

    /// Writes how long ago something was: "5 minutes ago", "3 hours ago", "2 days ago".
    ///
    /// Less than a minute counts as one, so that the words change no more than once a minute.
    /// A negative span lies ahead: "in 5 minutes".
    pub fn ago(&self, span: TimeDelta) -> String {
        let options = RelativeTimeFormatterOptions::default();
        let relatives = &self.0.relatives;
        let minutes = span.num_minutes();
        let (count, formatter) = match minutes.abs() {
            0..60 => {
                let made = || held(RelativeTimeFormatter::try_new_long_minute(self.icu().into(), options));
                let sign = if span < TimeDelta::zero() { -1 } else { 1 };
                (if minutes == 0 { sign } else { minutes }, relatives.minutes.get_or_init(made))
            }
            60..1440 => {
                let made = || held(RelativeTimeFormatter::try_new_long_hour(self.icu().into(), options));
                (span.num_hours(), relatives.hours.get_or_init(made))
            }
            _ => {
                let made = || held(RelativeTimeFormatter::try_new_long_day(self.icu().into(), options));
                (span.num_days(), relatives.days.get_or_init(made))
            }
        };
        formatter.format(Decimal::from(-count)).to_string()
    }
}
