//! One row of a list: strings by role.

use super::{List, Spot};
use crate::calendar::instant_of;
use crate::{OpeningHours, Position, When};
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime};
use std::collections::BTreeMap;

/// The ways in which lists write days.
const DAYS: [&str; 3] = ["%Y-%m-%d", "%m/%d/%Y", "%Y%m%d"];
/// The ways in which lists write times, all local.
const TIMES: [&str; 7] = [
    "%Y-%m-%dT%H:%M:%S",
    "%Y-%m-%dT%H:%M",
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%d %H:%M",
    "%m/%d/%Y %H:%M",
    "%m/%d/%Y %I:%M %p",
    "%m/%d/%Y %I:%M:%S %p",
];

/// One row of a list.
pub(super) struct Row {
    pub at: Spot,
    /// What the row says, by role; empty cells are left out.
    pub values: BTreeMap<&'static str, String>,
    /// A position of its own, as features have.
    pub position: Option<Position>,
}

/// A local day, or a time on one.
#[derive(Clone, Copy)]
pub(super) enum Moment {
    Day(NaiveDate),
    At(NaiveDateTime),
}

impl Row {
    pub fn get(&self, role: &str) -> Option<&str> {
        self.values.get(role).map(String::as_str)
    }

    /// Returns the row's name, or reports that it has none.
    pub fn name(&self, list: &List<'_>) -> Option<&str> {
        let name = self.get("name");
        if name.is_none() {
            list.left_out(&self.at, "it has no name", "fill in the column that `columns.name` maps");
        }
        name
    }

    /// Returns the row's position, or reports that it has none inside the city.
    pub fn position(&self, list: &List<'_>) -> Option<Position> {
        let number = |role: &str| self.get(role).and_then(|text| text.parse::<f64>().ok()).filter(|n| n.is_finite());
        let written = || Some(Position { lat: number("lat")?, lon: number("lon")? });
        let Some(position) = self.position.or_else(written) else {
            list.left_out(
                &self.at,
                "it has no position",
                "give latitude and longitude in degrees, such as 34.05, -118.24",
            );
            return None;
        };
        let is_outside = match list.desk.city.bounds {
            Some(bounds) => !bounds.contains(position),
            None => !(-90.0..=90.0).contains(&position.lat) || !(-180.0..=180.0).contains(&position.lon),
        };
        if is_outside {
            let what = format!("its position [{}, {}] lies outside the city", position.lat, position.lon);
            list.left_out(&self.at, what, "correct the position, or widen `bounds` in city.toml");
            return None;
        }
        Some(position)
    }

    /// Returns the row's opening hours, if they can be read.
    pub fn hours(&self, list: &List<'_>) -> Option<OpeningHours> {
        let hours = self.get("hours")?;
        OpeningHours::parse(hours)
            .map_err(|e| list.part_left_out(&self.at, e, "write hours as OpenStreetMap does: Tu-Fr 12:00-22:00"))
            .ok()
    }

    /// Returns when the row's event takes place, or reports why that cannot be told.
    pub fn when(&self, list: &List<'_>) -> Option<When> {
        let fix = "write times such as 2028-07-14 19:30, or days such as 2028-07-14";
        let moment = |role: &str| -> Option<Result<Moment, String>> {
            let text = self.get(role)?;
            Some(moment(text, list.desk.city.time_zone).ok_or_else(|| format!("its {role} `{text}` is not a time")))
        };
        let result = match (moment("starts"), moment("ends")) {
            (None, _) => Err("it does not say when it starts".to_owned()),
            (Some(Err(e)), _) | (_, Some(Err(e))) => Err(e),
            (Some(Ok(starts)), ends) => when(starts, ends.and_then(Result::ok), None, self.get("repeats"), Vec::new()),
        };
        result.map_err(|what| list.left_out(&self.at, what, fix)).ok()
    }
}

/// Puts the times of an event together; `last` is the last day of an all-day event, included, unless `after` says
/// the midnight after it.
pub(super) fn when(
    starts: Moment,
    ends: Option<Moment>,
    after: Option<NaiveDate>,
    repeats: Option<&str>,
    except: Vec<NaiveDate>,
) -> Result<When, String> {
    let midnight = |day: NaiveDate| day.and_time(NaiveTime::MIN);
    let next = |day: NaiveDate| day.succ_opt().map(midnight).ok_or_else(|| "it ends after all days".to_owned());
    let (starts, ends, all_day) = match (starts, ends, after) {
        (Moment::Day(first), _, Some(after)) => (midnight(first), midnight(after).max(next(first)?), true),
        (Moment::Day(first), None, None) => (midnight(first), next(first)?, true),
        (Moment::Day(first), Some(Moment::Day(last)), None) => (midnight(first), next(last)?, true),
        (Moment::At(starts), Some(Moment::At(ends)), _) => (starts, ends, false),
        (Moment::At(_), None, _) => return Err("it does not say when it ends".to_owned()),
        _ => return Err("one of its start and end has a time and the other has none".to_owned()),
    };
    let when = When { starts, ends, all_day, repeats: repeats.map(str::to_owned), except };
    when.validate().map_err(|e| e.to_string())?;
    Ok(when)
}

/// Reads a local day or time, or an instant with an offset.
fn moment(text: &str, tz: chrono_tz::Tz) -> Option<Moment> {
    if let Ok(instant) = DateTime::parse_from_rfc3339(text) {
        return Some(Moment::At(instant.with_timezone(&tz).naive_local()));
    }
    if let Some(day) = DAYS.iter().find_map(|format| NaiveDate::parse_from_str(text, format).ok()) {
        return Some(Moment::Day(day));
    }
    let time = TIMES.iter().find_map(|format| NaiveDateTime::parse_from_str(text, format).ok())?;
    // A time that the clock skips is the one that it shows instead.
    Some(Moment::At(instant_of(tz, time).naive_local()))
}
