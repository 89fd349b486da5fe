//! Opening hours: what they say at an instant and over a week.

use super::{OpenState, OpeningHours};
use crate::Position;
use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, Weekday};
use chrono_tz::Tz;
use opening_hours::localization::{Coordinates, Country, TzLocation};
use opening_hours::{Context, ContextHolidays, OpeningHours as Expression, RuleKind};

/// Longest expression in bytes; OpenStreetMap itself allows 255 characters.
const MAX_LEN: usize = 500;
/// How far ahead a change of state is looked for.
const HORIZON: TimeDelta = TimeDelta::days(7);

/// Why a string is not opening hours.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadHours {
    #[error("the hours are empty")]
    Empty,
    #[error("the hours are {0} bytes long, more than 500")]
    TooLong(usize),
    #[error("`{rest}` is not understood as opening hours")]
    Syntax { rest: String },
    #[error("the hours are not understood: {0}")]
    Meaning(String),
}

impl OpeningHours {
    /// Checks and wraps opening hours.
    pub fn parse(hours: impl Into<String>) -> Result<Self, BadHours> {
        let hours = Self(hours.into());
        hours.validate()?;
        Ok(hours)
    }

    /// Checks that the hours follow the syntax.
    pub fn validate(&self) -> Result<(), BadHours> {
        self.expression().map(|_| ())
    }

    /// Returns whether it is open at `at`, and until or from when.
    ///
    /// The position decides when the sun rises and sets, and the zone of `at` decides which public holidays count.
    pub fn state_at(&self, at: DateTime<Tz>, position: Position) -> OpenState {
        let Ok(expression) = self.expression() else { return OpenState::Unknown };
        let Some(end) = at.checked_add_signed(HORIZON) else { return OpenState::Unknown };
        let expression = expression.with_context(context(at.timezone(), position));
        let mut states = expression.iter_range(at, end);
        let Some(now) = states.next() else { return OpenState::Unknown };
        match now.kind {
            RuleKind::Unknown => OpenState::Unknown,
            RuleKind::Open => {
                let mut until = now.range.end;
                // Two rules that touch, such as one that ends and one that begins at noon, are one opening.
                for state in states.take_while(|s| s.kind == RuleKind::Open) {
                    until = state.range.end;
                }
                OpenState::Open { until: (until < end).then_some(until) }
            }
            RuleKind::Closed => {
                OpenState::Closed { opens: states.find(|s| s.kind == RuleKind::Open).map(|s| s.range.start) }
            }
        }
    }

    /// Returns the opening times of the week (Monday to Sunday) that holds `day`, for showing them as a table.
    ///
    /// A time that runs past midnight stands with the day on which it begins, and its end is before its start;
    /// a whole day is 00:00 to 00:00; hours that cannot be read give seven empty days.
    pub fn week(&self, day: NaiveDate, tz: Tz, position: Position) -> Vec<(Weekday, Vec<(NaiveTime, NaiveTime)>)> {
        let monday = day - TimeDelta::days(i64::from(day.weekday().num_days_from_monday()));
        let expression = self.expression().ok().map(|e| e.with_context(context(tz, position)));
        (0..7)
            .map(|n| monday + TimeDelta::days(n))
            .map(|day| (day.weekday(), expression.as_ref().map_or_else(Vec::new, |e| day_times(e, day))))
            .collect()
    }

    fn expression(&self) -> Result<Expression, BadHours> {
        if self.0.trim().is_empty() {
            return Err(BadHours::Empty);
        }
        if self.0.len() > MAX_LEN {
            return Err(BadHours::TooLong(self.0.len()));
        }
        self.0.parse::<Expression>().map_err(|e| self.explain(&e.to_string()))
    }

    /// Turns the library's drawing of a syntax error into a sentence.
    fn explain(&self, error: &str) -> BadHours {
        let column = error
            .split_once("--> 1:")
            .and_then(|(_, rest)| rest.split(|c: char| !c.is_ascii_digit()).next())
            .and_then(|digits| digits.parse::<usize>().ok());
        match column {
            Some(column) => {
                let rest: String = self.0.chars().skip(column.saturating_sub(1)).take(40).collect();
                BadHours::Syntax { rest: if rest.is_empty() { self.0.clone() } else { rest } }
            }
            None => BadHours::Meaning(error.lines().collect::<Vec<_>>().join(" ")),
        }
    }
}

/// Returns the opening times that begin on `day`.
fn day_times(expression: &Expression<TzLocation<Tz>>, day: NaiveDate) -> Vec<(NaiveTime, NaiveTime)> {
    let mut times: Vec<(NaiveTime, NaiveTime)> = Vec::new();
    for (start, end) in open_ranges(expression, day) {
        match times.last_mut() {
            Some(last) if last.1 == start => last.1 = end,
            _ => times.push((start, end)),
        }
    }
    let whole_day = times == [(NaiveTime::MIN, NaiveTime::MIN)];
    // What runs on from the evening before belongs to that evening.
    if !whole_day
        && times.first().is_some_and(|t| t.0 == NaiveTime::MIN)
        && let Some(before) = day.pred_opt()
        && open_ranges(expression, before).last().is_some_and(|t| t.1 == NaiveTime::MIN && t.0 != NaiveTime::MIN)
    {
        times.remove(0);
    }
    // What runs past midnight ends in the small hours of the next day.
    if !whole_day
        && let Some(last) = times.last_mut()
        && last.1 == NaiveTime::MIN
        && let Some(after) = day.succ_opt()
        && let Some(first) = open_ranges(expression, after).first()
        && first.0 == NaiveTime::MIN
        && first.1 != NaiveTime::MIN
    {
        last.1 = first.1;
    }
    times
}

/// Returns the opening times inside one day, clipped at its midnights.
fn open_ranges(expression: &Expression<TzLocation<Tz>>, day: NaiveDate) -> Vec<(NaiveTime, NaiveTime)> {
    expression
        .schedule_at(day)
        .into_iter()
        .filter(|range| range.kind == RuleKind::Open)
        .map(|range| (clock(range.range.start.mins_from_midnight()), clock(range.range.end.mins_from_midnight())))
        .collect()
}

/// Makes a time of minutes after midnight; 24:00 is 00:00.
fn clock(minutes: u16) -> NaiveTime {
    NaiveTime::MIN + TimeDelta::minutes(i64::from(minutes))
}

fn context(tz: Tz, position: Position) -> Context<TzLocation<Tz>> {
    let place = TzLocation::new(tz);
    let place = match Coordinates::new(position.lat, position.lon) {
        Some(coordinates) => place.with_coords(coordinates),
        None => place,
    };
    Context::default().with_locale(place).with_holidays(holidays(tz))
}

/// Returns the public holidays of a zone: those of the United States in its zones, else none.
fn holidays(tz: Tz) -> ContextHolidays {
    let in_the_united_states = tz.name().starts_with("US/")
        || tz.name().starts_with("America/Indiana/")
        || tz.name().starts_with("America/Kentucky/")
        || tz.name().starts_with("America/North_Dakota/")
        || [
            "America/Los_Angeles",
            "America/Denver",
            "America/Boise",
            "America/Phoenix",
            "America/Chicago",
            "America/New_York",
            "America/Detroit",
            "America/Anchorage",
            "Pacific/Honolulu",
        ]
        .contains(&tz.name());
    if in_the_united_states { Country::US.holidays() } else { ContextHolidays::default() }
}
