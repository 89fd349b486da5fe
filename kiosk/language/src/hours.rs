//! Opening hours in words.

use crate::Locale;
use chrono::{DateTime, NaiveTime, TimeDelta, Weekday};
use chrono_tz::Tz;
use wayside_model::OpenState;

/// How far past midnight a closing time still belongs to the evening before.
const NIGHT_HOURS: i64 = 6;

/// When something is open on a weekday.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayHours {
    pub weekday: Weekday,
    /// Opening and closing, local; a closing at or before the opening lies past midnight, so equal ones mean all day.
    pub spans: Vec<(NaiveTime, NaiveTime)>,
}

/// A row of a table of opening hours: one weekday, or several in a row that have the same hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoursRow {
    pub weekdays: Vec<Weekday>,
    /// "Monday – Friday".
    pub weekdays_text: String,
    /// One line for each span of time: "10:00 AM – 5:00 PM", or a word such as "Closed".
    pub hours: Vec<String>,
}

impl Locale {
    /// Says whether something is open, and until or from when: "Open until 8 PM", "Closed, opens Thu 10 AM".
    pub fn open_state(&self, state: OpenState, now: DateTime<Tz>) -> String {
        match state {
            OpenState::Open { until: None } => self.say("open-always", &[]),
            OpenState::Open { until: Some(until) } => {
                // "Until 2 AM" said in the evening needs no weekday.
                let evening_of = self.local(until) - TimeDelta::hours(NIGHT_HOURS);
                let time = if evening_of.date() <= self.local(now).date() {
                    self.time_short(until)
                } else {
                    self.moment(until, now)
                };
                self.say("open-until", &[("time", (&time).into())])
            }
            OpenState::Closed { opens: None } => self.say("closed-now", &[]),
            OpenState::Closed { opens: Some(opens) } => {
                self.say("closed-until", &[("when", (&self.moment(opens, now)).into())])
            }
            OpenState::Unknown => self.say("hours-unknown", &[]),
        }
    }

    /// Writes the opening hours of weekdays, in the order given; neighbours with the same hours share a row.
    pub fn weekday_hours_table(&self, days: &[DayHours]) -> Vec<HoursRow> {
        days.chunk_by(|a, b| a.spans == b.spans)
            .map(|days| {
                let (first, last) = (&days[0], &days[days.len() - 1]);
                let first_name = self.weekday_long(first.weekday);
                let weekdays_text = if days.len() == 1 {
                    first_name
                } else {
                    self.range_of(&first_name, &self.weekday_long(last.weekday))
                };
                HoursRow {
                    weekdays: days.iter().map(|day| day.weekday).collect(),
                    weekdays_text: self.capitalised(&weekdays_text),
                    hours: self.day_hours(&first.spans),
                }
            })
            .collect()
    }

    fn day_hours(&self, spans: &[(NaiveTime, NaiveTime)]) -> Vec<String> {
        match spans {
            [] => vec![self.say("closed-day", &[])],
            [(opens, closes)] if opens == closes => vec![self.say("all-day", &[])],
            _ => spans.iter().map(|(opens, closes)| self.clock_range(*opens, *closes)).collect(),
        }
    }
}
