//! When a campaign runs: days, recurrence and parts of the day.

use crate::local::{day_after, day_before, reached, start_of};
use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Utc, Weekday};
use chrono_tz::Tz;
use serde::Serialize;
use std::fmt;
use wayside_model::Campaign;

/// A span of time, its end not included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    pub from: DateTime<Utc>,
    pub until: DateTime<Utc>,
}

impl Span {
    pub fn contains(&self, instant: DateTime<Utc>) -> bool {
        self.from <= instant && instant < self.until
    }

    fn clipped(self, to: Span) -> Option<Span> {
        let clipped = Span { from: self.from.max(to.from), until: self.until.min(to.until) };
        (clipped.from < clipped.until).then_some(clipped)
    }
}

/// Why a campaign does not run at an instant, as far as the calendar goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Miss {
    /// Its first day has not come.
    NotYet { from: NaiveDate },
    /// Its last day is over.
    Over { until: NaiveDate },
    /// Its recurrence leaves this day out.
    NotThisDay { repeats: String },
    /// None of its parts of the day begins on this weekday.
    NotThisWeekday { weekday: Weekday },
    /// It runs on this day at other times.
    OutsideDaypart { dayparts: String },
}

impl fmt::Display for Miss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotYet { from } => write!(f, "begins on {from}"),
            Self::Over { until } => write!(f, "ended on {until}"),
            Self::NotThisDay { repeats } => write!(f, "its recurrence {repeats} leaves this day out"),
            Self::NotThisWeekday { weekday } => write!(f, "none of its parts of the day is on a {weekday}"),
            Self::OutsideDaypart { dayparts } => write!(f, "outside its parts of the day ({dayparts})"),
        }
    }
}

/// Returns whether the campaign's date range and recurrence hold a local day, or why not.
fn day_miss(campaign: &Campaign, day: NaiveDate) -> Option<Miss> {
    if let Some(days) = campaign.days
        && !days.contains(day)
    {
        return Some(match days.until {
            Some(until) if days.is_over(day) => Miss::Over { until },
            _ => Miss::NotYet { from: days.from },
        });
    }
    let repeats = campaign.repeats.as_ref()?;
    (!campaign.recurs_on(day)).then(|| Miss::NotThisDay { repeats: repeats.clone() })
}

/// Adds the spans that begin on a local day.
fn spans_beginning(campaign: &Campaign, zone: Tz, day: NaiveDate, into: &mut Vec<Span>) {
    if day_miss(campaign, day).is_some() {
        return;
    }
    if campaign.dayparts.is_empty() {
        into.push(Span { from: start_of(zone, day), until: start_of(zone, day_after(day)) });
    }
    for part in &campaign.dayparts {
        if part.weekdays.is_empty() || part.weekdays.contains(&day.weekday()) {
            let last = if part.until <= part.from { day_after(day) } else { day };
            into.push(Span {
                from: reached(zone, day.and_time(part.from)),
                until: reached(zone, last.and_time(part.until)),
            });
        }
    }
}

/// Returns when the campaign runs within a local day, with what is left of the day before's last part.
pub(crate) fn spans_within(campaign: &Campaign, zone: Tz, day: NaiveDate) -> Vec<Span> {
    let whole = Span { from: start_of(zone, day), until: start_of(zone, day_after(day)) };
    let mut spans = Vec::new();
    spans_beginning(campaign, zone, day_before(day), &mut spans);
    spans_beginning(campaign, zone, day, &mut spans);
    spans.into_iter().filter_map(|span| span.clipped(whole)).collect()
}

/// Returns why a campaign that has no span at an instant of this local day has none.
pub(crate) fn miss_on(campaign: &Campaign, day: NaiveDate) -> Miss {
    if let Some(miss) = day_miss(campaign, day) {
        return miss;
    }
    let weekday = day.weekday();
    if campaign.dayparts.iter().all(|p| !p.weekdays.is_empty() && !p.weekdays.contains(&weekday)) {
        return Miss::NotThisWeekday { weekday };
    }
    let clock = |t: NaiveTime| t.format("%H:%M").to_string();
    let dayparts = campaign
        .dayparts
        .iter()
        .filter(|p| p.weekdays.is_empty() || p.weekdays.contains(&weekday))
        .map(|p| format!("{}–{}", clock(p.from), clock(p.until)))
        .collect::<Vec<_>>()
        .join(", ");
    Miss::OutsideDaypart { dayparts }
}
