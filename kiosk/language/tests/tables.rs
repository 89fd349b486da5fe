//! What each language says, looked at line by line and compared with CLDR.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Weekday};
use chrono_tz::America::Los_Angeles;
use chrono_tz::Tz;
use std::time::Instant;
use wayside_language::{DayHours, Locale};
use wayside_model::Language;

fn locale(language: Language) -> Locale {
    Locale::new(language, Los_Angeles)
}

/// The opening day of the Games: a Friday.
fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2028, 7, 14).unwrap()
}

fn clock(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}

/// A time so many days after that Friday.
fn at(days: u64, hour: u32, minute: u32) -> DateTime<Tz> {
    (day() + Days::new(days)).and_time(clock(hour, minute)).and_local_timezone(Los_Angeles).unwrap()
}

/// Makes typographic spaces plain and drops marks of direction, so that the tables below can be read.
fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{2068}' | '\u{2069}'))
        .map(|c| if matches!(c, '\u{a0}' | '\u{2009}' | '\u{202f}') { ' ' } else { c })
        .collect()
}

/// A method to ask, and what each language answers, in the order of `Language::ALL`.
type Table = (&'static str, fn(&Locale) -> String, [&'static str; 16]);

include!("tables/expected.rs");

#[test]
fn every_language_says_what_its_readers_expect() {
    let mut wrong = Vec::new();
    for (name, say, expected) in TABLES {
        for (language, expect) in Language::ALL.iter().zip(expected) {
            let said = plain(&say(&locale(*language)));
            if said != *expect {
                wrong.push(format!("{name} {language}: said `{said}`, expected `{expect}`"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
