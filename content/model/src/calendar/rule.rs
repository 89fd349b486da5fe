//! Recurrence rules (RFC 5545), kept cheap whatever a rule says.
//!
//! Rules are expanded on the wall clock, without a zone, and each time is placed in the zone afterwards:
//! so a weekly market at ten stays at ten when clocks change.

use super::BadTime;
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use rrule::{Frequency, RRule, Unvalidated};
use std::collections::BTreeSet;

/// Longest rule in bytes; real ones are under 100.
const MAX_RULE_LEN: usize = 300;
/// Most times on one day that a rule may give.
const MAX_TIMES_A_DAY: usize = 48;
/// Most times that a counted rule may give.
const MAX_COUNT: u32 = 10_000;
/// Most starts that one question to a rule looks at.
const MAX_STARTS: usize = 20_000;

/// A recurrence rule with its first start.
#[derive(Debug, Clone)]
pub(super) struct Rule {
    recurrence: RRule<Unvalidated>,
    first: NaiveDateTime,
    until: Option<NaiveDateTime>,
}

impl Rule {
    /// Reads a rule's value; an `UNTIL` in UTC is read in `tz`, and one that is a day includes that day.
    pub(super) fn parse(value: &str, first: NaiveDateTime, tz: Tz) -> Result<Self, BadTime> {
        let bad = |why: &str| BadTime::Rule { rule: value.chars().take(80).collect(), why: why.to_owned() };
        if value.len() > MAX_RULE_LEN {
            return Err(bad("it is longer than 300 characters"));
        }
        let upper = value.trim().to_ascii_uppercase();
        if let Some(odd) = upper.chars().find(|c| !(c.is_ascii_alphanumeric() || "=;,+-".contains(*c))) {
            return Err(bad(&format!("it holds `{}`; write only the rule's value", odd.escape_default())));
        }
        let mut until = None;
        let mut parts = Vec::new();
        for part in upper.split(';').filter(|p| !p.is_empty()) {
            match part.split_once('=') {
                Some(("UNTIL", day)) => {
                    until = Some(parse_until(day, tz).ok_or_else(|| bad("its UNTIL is not a day such as 20281231"))?);
                }
                _ => parts.push(part),
            }
        }
        let rule: RRule<Unvalidated> = parts.join(";").parse().map_err(|e| bad(&sentence(&e)))?;
        if matches!(rule.get_freq(), Frequency::Hourly | Frequency::Minutely | Frequency::Secondly) {
            return Err(bad("nothing here repeats more than daily; write FREQ=DAILY;BYHOUR=10,11,12"));
        }
        if rule.get_interval() == 0 {
            return Err(bad("an INTERVAL of 0 never comes to an end"));
        }
        if rule.get_count().is_some_and(|count| count > MAX_COUNT) {
            return Err(bad("its COUNT is above 10000"));
        }
        let times =
            [rule.get_by_hour().len(), rule.get_by_minute().len(), rule.get_by_second().len()].map(|n| n.max(1));
        if times.iter().product::<usize>() > MAX_TIMES_A_DAY {
            return Err(bad("it gives more than 48 times a day"));
        }
        rule.clone().validate(floating(first)).map_err(|e| bad(&sentence(&e)))?;
        Ok(Self { recurrence: rule, first, until })
    }

    /// Returns the starts from about `from` on (a few earlier ones may come first), ascending.
    pub(super) fn starts(&self, from: NaiveDateTime) -> impl Iterator<Item = NaiveDateTime> + use<> {
        let first = self.fast_forward(from);
        let until = self.until;
        // Whole steps forward keep the hour and the weekday, so what was a valid start stays one.
        self.recurrence
            .clone()
            .build(floating(first))
            .ok()
            .map(|set| (&set.limit()).into_iter())
            .into_iter()
            .flatten()
            .take(MAX_STARTS)
            .map(|start| start.naive_utc())
            .take_while(move |start| until.is_none_or(|until| *start <= until))
    }

    /// Moves the first start forward by whole steps of the rule, up to shortly before `from`.
    fn fast_forward(&self, from: NaiveDateTime) -> NaiveDateTime {
        let step_days = match self.recurrence.get_freq() {
            _ if self.recurrence.get_count().is_some() => return self.first,
            Frequency::Daily => i64::from(self.recurrence.get_interval()),
            Frequency::Weekly => 7 * i64::from(self.recurrence.get_interval()),
            // A monthly or yearly rule is soon through a few decades.
            _ => return self.first,
        };
        let steps = ((from - self.first).num_days() / step_days - 1).max(0);
        TimeDelta::try_days(steps * step_days)
            .and_then(|days| self.first.checked_add_signed(days))
            .unwrap_or(self.first)
    }
}

/// Puts a local time into the zone in which rules are expanded: one whose clocks never change.
fn floating(local: NaiveDateTime) -> DateTime<rrule::Tz> {
    rrule::Tz::UTC.from_utc_datetime(&local)
}

fn parse_until(value: &str, tz: Tz) -> Option<NaiveDateTime> {
    if let Ok(day) = NaiveDate::parse_from_str(value, "%Y%m%d") {
        return day.and_hms_opt(23, 59, 59);
    }
    match value.strip_suffix('Z') {
        Some(utc) => {
            let utc = NaiveDateTime::parse_from_str(utc, "%Y%m%dT%H%M%S").ok()?;
            Some(Utc.from_utc_datetime(&utc).with_timezone(&tz).naive_local())
        }
        None => NaiveDateTime::parse_from_str(value, "%Y%m%dT%H%M%S").ok(),
    }
}

/// Makes one line of a library's error.
fn sentence(error: &rrule::RRuleError) -> String {
    error.to_string().lines().collect::<Vec<_>>().join(" ")
}

fn day_rule(rule: &str, first_day: NaiveDate) -> Result<Rule, BadTime> {
    Rule::parse(rule, first_day.and_time(NaiveTime::MIN), Tz::UTC)
}

/// Checks a rule (the value of an RFC 5545 `RRULE`) that picks days from `first_day` on.
pub fn validate_rule(rule: &str, first_day: NaiveDate) -> Result<(), BadTime> {
    let parsed = day_rule(rule, first_day)?;
    match parsed.starts(parsed.first).next() {
        Some(_) => Ok(()),
        None => Err(BadTime::Never { rule: rule.to_owned() }),
    }
}

/// Whether a rule that begins on `first_day` picks `day`; a rule that cannot be read picks none.
pub fn days_matching(rule: &str, first_day: NaiveDate, day: NaiveDate) -> bool {
    next_matching_day(rule, first_day, day) == Some(day)
}

/// Returns the first day from `from` on that a rule which begins on `first_day` picks.
pub fn next_matching_day(rule: &str, first_day: NaiveDate, from: NaiveDate) -> Option<NaiveDate> {
    let rule = day_rule(rule, first_day).ok()?;
    rule.starts(from.and_time(NaiveTime::MIN)).map(|start| start.date()).find(|day| *day >= from)
}

/// Returns the days from `from` to `until`, both included, that a rule which begins on `first_day` picks.
///
/// A rule with many times a day is followed for its first 20000 times only.
pub(crate) fn matching_days(
    rule: &str,
    first_day: NaiveDate,
    from: NaiveDate,
    until: NaiveDate,
) -> BTreeSet<NaiveDate> {
    let Ok(rule) = day_rule(rule, first_day) else { return BTreeSet::new() };
    rule.starts(from.and_time(NaiveTime::MIN))
        .map(|start| start.date())
        .skip_while(|day| *day < from)
        .take_while(|day| *day <= until)
        .collect()
}

/// Whether `first` is one of the rule's starts.
pub(super) fn includes(rule: &Rule, first: NaiveDateTime) -> bool {
    rule.starts(first).find(|start| *start >= first) == Some(first)
}
