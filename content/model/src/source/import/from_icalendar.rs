//! Events of an iCalendar file (RFC 5545).

use super::row::{Moment, when};
use super::{List, MAX_ROWS, Spot};
use crate::source::Records;
use crate::source::words::unfit;
use crate::{EventId, EventKind};
use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use icalendar::parser::{Component, Property, read_components};
use std::collections::BTreeMap;

/// Deepest nesting of components that is read; real files have two levels below the calendar.
const MAX_DEPTH: usize = 8;

/// One `VEVENT` as text, each of its lines unfolded.
struct Raw {
    at: Spot,
    text: Result<String, String>,
}

/// Reads the events of a calendar.
pub(super) fn read(list: &List<'_>, kind: EventKind, bytes: &[u8], records: &mut Records) {
    let raws = split(bytes);
    if raws.is_empty() {
        let fix = "export the calendar anew; its first line must be BEGIN:VCALENDAR";
        list.desk.error(&list.path, None, "there is no event in this file", fix);
    }
    if raws.len() > MAX_ROWS {
        list.desk.error(&list.path, None, format!("the calendar has more than {MAX_ROWS} events"), "split it");
    }
    let mut exceptions: BTreeMap<String, Vec<NaiveDate>> = BTreeMap::new();
    for raw in raws.into_iter().take(MAX_ROWS) {
        let text = match raw.text {
            Ok(text) => text,
            Err(what) => {
                list.left_out(&raw.at, what, "export the calendar anew");
                continue;
            }
        };
        match read_components(&text) {
            Ok(components) => {
                for component in &components {
                    Entry { list, at: &raw.at, component }.read(kind, records, &mut exceptions);
                }
            }
            Err(e) => {
                let why = e.lines().nth(1).unwrap_or("it does not follow the format").trim().to_owned();
                list.left_out(&raw.at, format!("it cannot be read: {why}"), "write each property as NAME:value");
            }
        }
    }
    // Days on which one time of a series was moved or cancelled.
    for (id, days) in exceptions {
        if let Some(event) = EventId::new(id).ok().and_then(|id| records.events.get_mut(&id)) {
            event.when.except.extend(days);
        }
    }
}

/// Splits a file into its events and unfolds their lines.
///
/// Lines are joined as bytes: some writers fold in the middle of a character.
fn split(bytes: &[u8]) -> Vec<Raw> {
    let mut raws = Vec::new();
    let mut lines: Vec<(u32, Vec<u8>)> = Vec::new();
    for (n, line) in bytes.split(|b| *b == b'\n').enumerate() {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        match (line.first(), lines.last_mut()) {
            (Some(b' ' | b'\t'), Some((_, folded))) => folded.extend_from_slice(&line[1..]),
            (None, _) => {}
            _ => lines.push((u32::try_from(n + 1).unwrap_or(u32::MAX), line.to_vec())),
        }
    }
    // The event that is open: where it begins, its lines and how deep in it we are.
    let mut open: Option<(u32, Vec<u8>, usize)> = None;
    let mut is_too_deep = false;
    let raw =
        |line: u32, number: usize, text| Raw { at: Spot { line: Some(line), label: format!("event {number}") }, text };
    for (line, words) in lines {
        let upper = words.get(..words.len().min(32)).unwrap_or_default().to_ascii_uppercase();
        let begins = upper.starts_with(b"BEGIN:");
        if let Some((_, text, depth)) = &mut open {
            *depth += usize::from(begins);
            is_too_deep |= *depth > MAX_DEPTH;
            text.extend_from_slice(&words);
            text.extend_from_slice(b"\r\n");
            if upper.starts_with(b"END:") {
                *depth -= 1;
            }
        } else if upper.trim_ascii_end() == b"BEGIN:VEVENT" {
            open = Some((line, b"BEGIN:VEVENT\r\n".to_vec(), 1));
        }
        if let Some((first, text, _)) = open.take_if(|(_, _, depth)| *depth == 0) {
            let text = if std::mem::take(&mut is_too_deep) {
                Err("its parts are nested too deeply".to_owned())
            } else {
                String::from_utf8(text).map_err(|_| "it is not UTF-8 text".to_owned())
            };
            raws.push(raw(first, raws.len() + 1, text));
        }
    }
    if let Some((first, ..)) = open {
        raws.push(raw(first, raws.len() + 1, Err("it has no END:VEVENT".to_owned())));
    }
    raws
}

/// One event while it is read.
struct Entry<'e> {
    list: &'e List<'e>,
    at: &'e Spot,
    component: &'e Component<'e>,
}

impl Entry<'_> {
    fn read(&self, kind: EventKind, records: &mut Records, exceptions: &mut BTreeMap<String, Vec<NaiveDate>>) {
        let left_out = |what: &str, fix: &str| self.list.left_out(self.at, what, fix);
        if let Some(class) = self.value("CLASS").filter(|class| !class.eq_ignore_ascii_case("PUBLIC")) {
            return left_out(&format!("it is marked {class}"), "publish only events that are CLASS:PUBLIC");
        }
        let Some(uid) = self.value("UID") else { return left_out("it has no UID", "export the calendar anew") };
        let mut id = self.list.id(uid);
        let is_cancelled = self.value("STATUS").is_some_and(|status| status.eq_ignore_ascii_case("CANCELLED"));
        if let Some(moved) = self.property("RECURRENCE-ID") {
            match self.moment(moved, moved.val.as_str()) {
                Ok(Moment::Day(day)) => exceptions.entry(id.clone()).or_default().push(day),
                Ok(Moment::At(time)) => exceptions.entry(id.clone()).or_default().push(time.date()),
                Err(what) => return left_out(&what, "correct its RECURRENCE-ID"),
            }
            id = self.list.id(&format!("{uid}-{}", moved.val.as_str()));
        }
        if is_cancelled {
            return;
        }
        let Some(title) = self.value("SUMMARY") else { return left_out("it has no SUMMARY", "give it a title") };
        for text in ["SUMMARY", "DESCRIPTION", "LOCATION"].into_iter().filter_map(|name| self.value(name)) {
            if let Some((why, fix)) = unfit(text) {
                return left_out(&format!("it {why}"), fix);
            }
        }
        let when = match self.when() {
            Ok(when) => when,
            Err(what) => return left_out(&what, "correct it in the calendar that it comes from"),
        };
        if self.property("RDATE").is_some() {
            let fix = "write the further days as events of their own";
            self.list.part_left_out(self.at, "it has further days (RDATE) beside its rule", fix);
        }
        // A title stays on one line whatever the calendar does.
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        let made = self.list.make_event(self.at, kind, id, when, |role| match role {
            "name" => Some(title.as_str()),
            "description" => self.value("DESCRIPTION"),
            "address" => self.value("LOCATION"),
            "url" => self.value("URL"),
            _ => None,
        });
        if let Some(event) = made {
            records.events.insert(event.id.clone(), event);
        }
    }

    fn property(&self, name: &str) -> Option<&Property<'_>> {
        self.component.properties.iter().find(|p| p.name.as_str().eq_ignore_ascii_case(name))
    }

    fn value(&self, name: &str) -> Option<&str> {
        self.property(name).map(|p| p.val.as_str().trim()).filter(|v| !v.is_empty())
    }

    fn when(&self) -> Result<crate::When, String> {
        let starts = self.property("DTSTART").ok_or("it has no DTSTART")?;
        let start = self.moment(starts, starts.val.as_str())?;
        let (end, after) = match (self.property("DTEND"), self.value("DURATION"), start) {
            (Some(ends), ..) => match self.moment(ends, ends.val.as_str())? {
                Moment::Day(after) => (None, Some(after)),
                at @ Moment::At(_) => (Some(at), None),
            },
            (None, Some(duration), start) => {
                let length = parse_duration(duration).ok_or_else(|| format!("its DURATION `{duration}` is not one"))?;
                match start {
                    Moment::At(at) => (at.checked_add_signed(length).map(Moment::At), None),
                    Moment::Day(day) => (None, day.checked_add_signed(length)),
                }
            }
            (None, None, Moment::Day(_)) => (None, None),
            (None, None, Moment::At(_)) => return Err("it has neither DTEND nor DURATION".to_owned()),
        };
        if after.is_some() && matches!(start, Moment::At(_)) {
            return Err("one of its DTSTART and DTEND has a time and the other has none".to_owned());
        }
        let rule = self.value("RRULE");
        if rule.is_some()
            && let Moment::At(at) = start
            && !starts.val.as_str().trim().starts_with(&at.format("%Y%m%d").to_string())
        {
            return Err("its rule is in another time zone, where its day is another".to_owned());
        }
        let mut except = Vec::new();
        for property in self.component.properties.iter().filter(|p| p.name.as_str().eq_ignore_ascii_case("EXDATE")) {
            for value in property.val.as_str().split(',') {
                except.push(match self.moment(property, value)? {
                    Moment::Day(day) => day,
                    Moment::At(time) => time.date(),
                });
            }
        }
        when(start, end, after, rule, except)
    }

    /// Reads a day, or a time as the city's clocks show it.
    fn moment(&self, property: &Property<'_>, value: &str) -> Result<Moment, String> {
        let value = value.trim();
        let name = property.name.as_str();
        if let Ok(day) = NaiveDate::parse_from_str(value, "%Y%m%d") {
            return Ok(Moment::Day(day));
        }
        let bad = || format!("its {name} `{value}` is not a time");
        let city = self.list.desk.city.time_zone;
        let read = |text: &str| NaiveDateTime::parse_from_str(text, "%Y%m%dT%H%M%S").map_err(|_| bad());
        let instant: DateTime<Tz> = match value.strip_suffix('Z') {
            Some(utc) => Utc.from_utc_datetime(&read(utc)?).with_timezone(&city),
            None => crate::calendar::instant_of(zone_of(property)?.unwrap_or(city), read(value)?).with_timezone(&city),
        };
        Ok(Moment::At(instant.naive_local()))
    }
}

/// Returns the zone that a property names; none where its times float.
fn zone_of(property: &Property<'_>) -> Result<Option<Tz>, String> {
    let parameter = property.params.iter().find(|p| p.key.as_str().eq_ignore_ascii_case("TZID"));
    let Some(name) = parameter.and_then(|p| p.val.as_ref()) else { return Ok(None) };
    let name = name.as_str().trim_matches('"').trim_start_matches('/');
    name.parse().map(Some).map_err(|_| format!("its {} is in an unknown time zone `{name}`", property.name.as_str()))
}

/// Reads a duration such as `PT1H30M`, `P2D` or `P1W`; negative ones are none.
fn parse_duration(text: &str) -> Option<TimeDelta> {
    let rest = text.trim().trim_start_matches('+').strip_prefix('P')?;
    let mut total = TimeDelta::zero();
    let mut digits = String::new();
    let mut is_time = false;
    for c in rest.chars() {
        match c {
            '0'..='9' if digits.len() < 6 => digits.push(c),
            'T' if digits.is_empty() => is_time = true,
            _ => {
                let n: i64 = std::mem::take(&mut digits).parse().ok()?;
                total += match (c, is_time) {
                    ('W', false) => TimeDelta::try_weeks(n)?,
                    ('D', false) => TimeDelta::try_days(n)?,
                    ('H', true) => TimeDelta::try_hours(n)?,
                    ('M', true) => TimeDelta::try_minutes(n)?,
                    ('S', true) => TimeDelta::try_seconds(n)?,
                    _ => return None,
                };
            }
        }
    }
    (digits.is_empty() && total > TimeDelta::zero()).then_some(total)
}
