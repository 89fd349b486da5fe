//! Single values of the source form and what is wrong with those that do not fit.

use super::suggest::or_list;
use crate::calendar::OpeningHours;
use crate::{
    Access, CampaignId, EventId, EventKind, KioskId, Language, Layer, MediaId, NoticeId, NoticeLevel, OfferId,
    OfferKind, PlaceId, PlaceKind, PlaylistId, Position, RecordRef, ServiceId, ServiceKind, SignageId, SurveyId,
};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Weekday};
use toml::de::DeValue;
use toml::value::{Date, Time};

/// Why a value does not fit: `what` continues a sentence that begins with the key.
pub(crate) struct Mistake {
    pub what: String,
    pub fix: String,
}

impl Mistake {
    pub fn new(what: impl Into<String>, fix: impl Into<String>) -> Self {
        Self { what: what.into(), fix: fix.into() }
    }

    fn wrong_type(value: &DeValue<'_>, wanted: &str, fix: &str) -> Self {
        Self::new(format!("is {}, but {wanted} is wanted", describe(value)), fix)
    }
}

/// A value that can be read from TOML.
pub(crate) trait Value: Sized {
    fn read(value: &DeValue<'_>) -> Result<Self, Mistake>;
}

/// Names a value's type for an editor.
pub(super) fn describe(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

impl Value for String {
    fn read(value: &DeValue<'_>) -> Result<Self, Mistake> {
        let text = value
            .as_str()
            .ok_or_else(|| Mistake::wrong_type(value, "a text", "put it between quotation marks: \"…\""))?;
        if text.trim().is_empty() {
            return Err(Mistake::new("is empty", "write something or leave the key out"));
        }
        if let Some(odd) = text.chars().find(|c| c.is_control()) {
            return Err(Mistake::new(
                format!("holds the control character {}", odd.escape_unicode()),
                "delete that character and keep it on one line",
            ));
        }
        Ok(text.trim().to_owned())
    }
}

impl Value for bool {
    fn read(value: &DeValue<'_>) -> Result<Self, Mistake> {
        value
            .as_bool()
            .ok_or_else(|| Mistake::wrong_type(value, "true or false", "write true or false, without quotes"))
    }
}

impl Value for f64 {
    fn read(value: &DeValue<'_>) -> Result<Self, Mistake> {
        let number = match value {
            DeValue::Float(number) => number.as_str().parse().ok(),
            DeValue::Integer(number) => i32::from_str_radix(number.as_str(), number.radix()).ok().map(f64::from),
            _ => None,
        };
        number
            .filter(|n| n.is_finite())
            .ok_or_else(|| Mistake::wrong_type(value, "a number", "write a number such as 34.05, without quotes"))
    }
}

impl Value for u32 {
    fn read(value: &DeValue<'_>) -> Result<Self, Mistake> {
        match value {
            DeValue::Integer(number) => Self::from_str_radix(number.as_str(), number.radix())
                .map_err(|_| Mistake::new(format!("is {number}"), "write a whole number from 0 to 4294967295")),
            _ => Err(Mistake::wrong_type(value, "a whole number", "write a whole number such as 8, without quotes")),
        }
    }
}

impl Value for Position {
    fn read(value: &DeValue<'_>) -> Result<Self, Mistake> {
        let fix = "write latitude and longitude in degrees, such as [34.0561, -118.2365]";
        let Some([lat, lon]) = value.as_array().and_then(|list| <&[_; 2]>::try_from(&list[..]).ok()) else {
            return Err(Mistake::new("is not a position", fix));
        };
        let (lat, lon) = (f64::read(lat.get_ref())?, f64::read(lon.get_ref())?);
        if (-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon) {
            return Ok(Self { lat, lon });
        }
        let swapped = (-90.0..=90.0).contains(&lon) && (-180.0..=180.0).contains(&lat);
        let fix = if swapped { format!("latitude comes first: write [{lon}, {lat}]") } else { fix.to_owned() };
        Err(Mistake::new(format!("[{lat}, {lon}] is nowhere on Earth"), fix))
    }
}

fn date(date: Date) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
}

fn time(time: Time) -> Option<NaiveTime> {
    NaiveTime::from_hms_opt(time.hour.into(), time.minute.into(), time.second.unwrap_or(0).into())
}

impl Value for NaiveDate {
    fn read(value: &DeValue<'_>) -> Result<Self, Mistake> {
        match LocalTime::read(value) {
            Ok(LocalTime::Day(day)) => Ok(day),
            _ => Err(Mistake::wrong_type(value, "a day", "write a day such as 2028-07-14, without quotes")),
        }
    }
}

/// A local day, or a time on one.
#[derive(Clone, Copy)]
pub(crate) enum LocalTime {
    Day(NaiveDate),
    At(NaiveDateTime),
}

impl Value for LocalTime {
    fn read(value: &DeValue<'_>) -> Result<Self, Mistake> {
        let fix = "write a local time such as 2028-07-14T19:30:00, or a day such as 2028-07-14 for all day; no quotes";
        let DeValue::Datetime(moment) = value else {
            return Err(Mistake::wrong_type(value, "a time or a day", fix));
        };
        if moment.offset.is_some() {
            return Err(Mistake::new("has an offset, but times are local", "leave the `Z` or `-07:00` out"));
        }
        let impossible = || Mistake::new("is a time that does not exist", fix);
        let day = moment.date.and_then(date).ok_or_else(impossible)?;
        match moment.time {
            None => Ok(Self::Day(day)),
            Some(clock) => Ok(Self::At(day.and_time(time(clock).ok_or_else(impossible)?))),
        }
    }
}

impl Value for NaiveTime {
    fn read(value: &DeValue<'_>) -> Result<Self, Mistake> {
        let fix = "write a time of day such as \"06:00\"";
        let read = match value {
            DeValue::String(text) => NaiveTime::parse_from_str(text, "%H:%M").ok(),
            DeValue::Datetime(moment) if moment.date.is_none() => moment.time.and_then(time),
            _ => None,
        };
        read.ok_or_else(|| Mistake::new("is not a time of day", fix))
    }
}

impl Value for OpeningHours {
    fn read(value: &DeValue<'_>) -> Result<Self, Mistake> {
        Self::parse(String::read(value)?).map_err(|e| {
            Mistake::new(
                format!("cannot be read: {e}"),
                "write hours as OpenStreetMap does, such as \"Tu-Fr 12:00-22:00; Sa-Su 10:00-22:00; Mo off\"",
            )
        })
    }
}

impl Value for RecordRef {
    fn read(value: &DeValue<'_>) -> Result<Self, Mistake> {
        Self::try_from(String::read(value)?)
            .map_err(|e| Mistake::new(format!("does not fit: {e}"), "write for example \"place:union-station\""))
    }
}

impl Value for chrono_tz::Tz {
    fn read(value: &DeValue<'_>) -> Result<Self, Mistake> {
        let name = String::read(value)?;
        name.parse().map_err(|_| {
            Mistake::new(format!("`{name}` is not a time zone"), "write an IANA name such as \"America/Los_Angeles\"")
        })
    }
}

impl Value for Language {
    fn read(value: &DeValue<'_>) -> Result<Self, Mistake> {
        let tag = String::read(value)?;
        tag.parse().map_err(|e: crate::language::UnknownLanguage| {
            Mistake::new(format!("does not fit: {e}"), or_list(&tag, Self::ALL.iter().map(|l| l.tag())))
        })
    }
}

/// Reads values of a closed set by their names.
macro_rules! named_values {
    ($($name:ident => $pairs:expr),* $(,)?) => {$(
        impl Value for $name {
            fn read(value: &DeValue<'_>) -> Result<Self, Mistake> {
                let tag = String::read(value)?;
                let pairs = $pairs;
                pairs.iter().find(|(t, _)| *t == tag).map(|(_, v)| *v).ok_or_else(|| {
                    Mistake::new(format!("`{tag}` is not one of its values"), or_list(&tag, pairs.iter().map(|(t, _)| *t)))
                })
            }
        }
    )*};
}

macro_rules! tagged {
    ($name:ident) => {
        $name::ALL.iter().map(|v| (v.tag(), *v)).collect::<Vec<_>>()
    };
}

named_values! {
    PlaceKind => tagged!(PlaceKind),
    EventKind => tagged!(EventKind),
    OfferKind => tagged!(OfferKind),
    ServiceKind => tagged!(ServiceKind),
    Access => tagged!(Access),
    NoticeLevel => tagged!(NoticeLevel),
    Layer => tagged!(Layer),
    Weekday => [
        ("Mon", Weekday::Mon), ("Tue", Weekday::Tue), ("Wed", Weekday::Wed), ("Thu", Weekday::Thu),
        ("Fri", Weekday::Fri), ("Sat", Weekday::Sat), ("Sun", Weekday::Sun),
    ],
}

macro_rules! ids {
    ($($name:ident),* $(,)?) => {$(
        impl Value for $name {
            fn read(value: &DeValue<'_>) -> Result<Self, Mistake> {
                let id = String::read(value)?;
                let better = super::suggest::slug(&id);
                Self::new(id).map_err(|e| Mistake::new(format!("does not fit: {e}"), match better {
                    Some(better) => format!("write \"{better}\""),
                    None => "write for example \"union-station\"".to_owned(),
                }))
            }
        }
    )*};
}

ids!(PlaceId, EventId, OfferId, ServiceId, NoticeId, MediaId, SignageId, PlaylistId, CampaignId, SurveyId, KioskId,);
