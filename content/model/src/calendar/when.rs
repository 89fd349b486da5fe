//! The times at which an event takes place.

use super::rule::{self, Rule};
use super::{Occurrence, When, instant_of};
use chrono::{DateTime, NaiveDateTime, TimeDelta};
use chrono_tz::Tz;

/// Longest time that one occurrence of a repeating event lasts.
const MAX_REPEATED: TimeDelta = TimeDelta::days(366);

/// Why times or a recurrence rule make no sense.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadTime {
    #[error("it ends ({ends}) before or when it starts ({starts})")]
    EndsBeforeStart { starts: NaiveDateTime, ends: NaiveDateTime },
    #[error("one occurrence of a repeating event lasts longer than a year")]
    TooLong,
    #[error("`{rule}` is not a recurrence rule: {why}")]
    Rule { rule: String, why: String },
    #[error("`{rule}` never happens")]
    Never { rule: String },
}

impl When {
    /// Checks the order of the times and the recurrence rule.
    pub fn validate(&self) -> Result<(), BadTime> {
        if self.ends <= self.starts {
            return Err(BadTime::EndsBeforeStart { starts: self.starts, ends: self.ends });
        }
        let Some(value) = &self.repeats else { return Ok(()) };
        if self.ends - self.starts > MAX_REPEATED {
            return Err(BadTime::TooLong);
        }
        let rule = Rule::parse(value, self.starts, Tz::UTC)?;
        match rule.starts(self.starts).next() {
            Some(_) => Ok(()),
            None => Err(BadTime::Never { rule: value.clone() }),
        }
    }

    /// Whether the first start is one of those that the rule gives, as it should be; true where nothing repeats.
    pub fn starts_by_its_rule(&self) -> bool {
        self.repeats
            .as_ref()
            .is_none_or(|value| Rule::parse(value, self.starts, Tz::UTC).is_ok_and(|r| rule::includes(&r, self.starts)))
    }

    /// Returns the first `limit` times that have not ended at `from`, ascending.
    ///
    /// Each time keeps the hour on the wall when clocks change; see [`instant_of`] for hours that a clock skips
    /// or shows twice.
    /// A rule that cannot be read gives the first time alone: checks refuse such a rule before it is published.
    pub fn occurrences(&self, tz: Tz, from: DateTime<Tz>, limit: usize) -> Vec<Occurrence> {
        let length = self.ends - self.starts;
        let rule = self.repeats.as_ref().and_then(|value| Rule::parse(value, self.starts, tz).ok());
        let Some(rule) = rule else {
            return occurrence(tz, self.starts, length)
                .filter(|o| limit > 0 && o.ends > from && !self.is_excepted(self.starts))
                .into_iter()
                .collect();
        };
        let local_from = from.with_timezone(&tz).naive_local();
        // Two days of slack cover every change of clocks.
        let earliest = local_from.checked_sub_signed(length + TimeDelta::days(2)).unwrap_or(self.starts);
        rule.starts(earliest)
            .filter(|start| !self.is_excepted(*start))
            .filter_map(|start| occurrence(tz, start, length))
            .filter(|o| o.ends > from)
            .take(limit)
            .collect()
    }

    /// Returns the time that is going on at `from`, or else the next one.
    pub fn next(&self, tz: Tz, from: DateTime<Tz>) -> Option<Occurrence> {
        self.occurrences(tz, from, 1).first().copied()
    }

    fn is_excepted(&self, start: NaiveDateTime) -> bool {
        self.except.contains(&start.date())
    }
}

fn occurrence(tz: Tz, start: NaiveDateTime, length: TimeDelta) -> Option<Occurrence> {
    let starts = instant_of(tz, start);
    let ends = instant_of(tz, start.checked_add_signed(length)?);
    // An end that falls on the far side of a skipped hour would come before the moved start.
    let ends = if ends > starts { ends } else { starts.checked_add_signed(length)? };
    Some(Occurrence { starts, ends })
}
