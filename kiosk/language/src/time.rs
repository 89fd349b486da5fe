//! Times of day, by the language's clock.

use crate::Locale;
use crate::locale::held;
use crate::parts::Parts;
use chrono::{DateTime, NaiveDateTime, NaiveTime, TimeDelta, Timelike};
use chrono_tz::Tz;
use icu_datetime::fieldsets::{E, ET, MDE, MDET, T};
use icu_datetime::options::TimePrecision;
use icu_datetime::range::{DateRangeFormatter, NoCalendarRangeFormatter};
use icu_datetime::{DateTimeFormatter, NoCalendarFormatter, parts};
use std::sync::OnceLock;

#[derive(Default)]
pub(crate) struct Times {
    has_twelve_hours: OnceLock<bool>,
    exact: OnceLock<NoCalendarFormatter<T>>,
    short: OnceLock<NoCalendarFormatter<T>>,
    range: OnceLock<NoCalendarRangeFormatter<T>>,
    weekday_time: OnceLock<DateTimeFormatter<ET>>,
    date_time: OnceLock<DateTimeFormatter<MDET>>,
    date_time_range: OnceLock<DateRangeFormatter<MDET>>,
}

impl Locale {
    /// Writes a time of day, always with minutes: "7:05 PM", "19:05".
    pub fn time(&self, at: DateTime<Tz>) -> String {
        self.exact_time(self.local(at).time())
    }

    /// Writes a time of day as a sign does: "8 PM" on the hour where the language has a twelve-hour clock, else "20:00".
    pub fn time_short(&self, at: DateTime<Tz>) -> String {
        self.clock_short(self.local(at).time())
    }

    /// Writes a span of time on one day: "7:00 – 9:30 PM".
    pub fn time_range(&self, starts: DateTime<Tz>, ends: DateTime<Tz>) -> String {
        self.clock_range(self.local(starts).time(), self.local(ends).time())
    }

    /// Writes day and time: "Fri, Jul 14, 8 PM".
    pub fn date_time(&self, at: DateTime<Tz>) -> String {
        self.date_time_formatter().format(&self.local(at)).to_string()
    }

    /// Writes the day and the span of time of something: "Fri, Jul 14, 7:00 – 9:30 PM".
    pub fn date_time_range(&self, starts: DateTime<Tz>, ends: DateTime<Tz>) -> String {
        let (starts, ends) = (self.local(starts), self.local(ends));
        if starts.date() == ends.date() && !self.has_twelve_hours() {
            // As in `clock_range`: past noon ICU4X would say the date twice.
            let whole = Parts::of(&self.date_time_formatter().format(&starts));
            if let Some((from, until)) = whole.range(|part| part == parts::HOUR || part == parts::MINUTE) {
                let clock = self.clock_range(starts.time(), ends.time());
                return [&whole.text[..from], &clock, &whole.text[until..]].concat();
            }
        }
        let made = || held(DateRangeFormatter::try_new(self.icu().into(), MDE::medium().with_time_hm()));
        self.0.times.date_time_range.get_or_init(made).format(&starts, &ends).to_string()
    }

    /// Writes a coming moment as briefly as is clear:
    /// the time today, the weekday and time within six days, else the day and time.
    pub fn moment(&self, at: DateTime<Tz>, now: DateTime<Tz>) -> String {
        let (at_local, now_local) = (self.local(at), self.local(now));
        let days = (at_local.date() - now_local.date()).num_days();
        match days {
            0 => self.clock_short(at_local.time()),
            1..=6 => {
                let made = || {
                    let fields = E::short().with_time(self.precision());
                    held(DateTimeFormatter::try_new(self.icu().into(), fields))
                };
                self.0.times.weekday_time.get_or_init(made).format(&at_local).to_string()
            }
            _ => self.date_time(at),
        }
    }

    /// Returns the key of the greeting for a time of day.
    pub fn greeting_key(&self, now: DateTime<Tz>) -> &'static str {
        match self.local(now).hour() {
            4..12 => "greeting-morning",
            12..18 => "greeting-afternoon",
            _ => "greeting-evening",
        }
    }

    pub(crate) fn local(&self, at: DateTime<Tz>) -> NaiveDateTime {
        at.with_timezone(&self.time_zone()).naive_local()
    }

    pub(crate) fn clock_short(&self, time: NaiveTime) -> String {
        let made = || NoCalendarFormatter::try_new(self.icu().into(), T::hm().with_time_precision(self.precision()));
        self.0.times.short.get_or_init(|| held(made())).format(&time).to_string()
    }

    /// Writes a span of time on the clock; an end before the start lies after midnight.
    pub(crate) fn clock_range(&self, starts: NaiveTime, ends: NaiveTime) -> String {
        if !self.has_twelve_hours() {
            // ICU4X takes noon for a change of the day period even on a 24-hour clock and would mix two patterns.
            return self.range_of(&self.exact_time(starts), &self.exact_time(ends));
        }
        let made = || held(NoCalendarRangeFormatter::try_new(self.icu().into(), T::hm()));
        self.0.times.range.get_or_init(made).format(&starts, &ends).to_string()
    }

    fn exact_time(&self, time: NaiveTime) -> String {
        self.exact().format(&time).to_string()
    }

    fn date_time_formatter(&self) -> &DateTimeFormatter<MDET> {
        let made = || DateTimeFormatter::try_new(self.icu().into(), MDE::medium().with_time(self.precision()));
        self.0.times.date_time.get_or_init(|| held(made()))
    }

    fn exact(&self) -> &NoCalendarFormatter<T> {
        self.0.times.exact.get_or_init(|| held(NoCalendarFormatter::try_new(self.icu().into(), T::hm())))
    }

    /// "8 PM" is clear without minutes; a bare "20" is not a time.
    fn precision(&self) -> TimePrecision {
        if self.has_twelve_hours() { TimePrecision::MinuteOptional } else { TimePrecision::Minute }
    }

    /// Whether the language's clock has twelve hours and says which half of the day it is.
    fn has_twelve_hours(&self) -> bool {
        *self.0.times.has_twelve_hours.get_or_init(|| {
            let noon = NaiveTime::MIN + TimeDelta::hours(12);
            Parts::of(&self.exact().format(&noon)).has(parts::DAY_PERIOD)
        })
    }
}
