//! What a code hands over to a phone.

use crate::city;
use chrono::NaiveDate;
use icalendar::{Calendar, CalendarComponent, CalendarDateTime, Component, DatePerhapsTime, EventLike};
use wayside_core::queries::Upcoming;
use wayside_model::{EventId, Position};
use wayside_screens::handover::{event_ics, geo_uri};

#[test]
fn places_are_geo_addresses() {
    let check = |lat: f64, lon: f64, name: &str, expect: &str| {
        assert_eq!(geo_uri(Position { lat, lon }, name), expect);
    };
    check(34.1184, -118.3004, "Griffith", "geo:34.11840,-118.30040?q=34.11840,-118.30040(Griffith)");
    check(0.0, 0.0, "A & B (old)", "geo:0.00000,0.00000?q=0.00000,0.00000(A%20%26%20B%20%28old%29)");
    check(-33.0, 151.2, "Ñandú", "geo:-33.00000,151.20000?q=-33.00000,151.20000(%C3%91and%C3%BA)");
    check(1.0, 2.0, "a\r\nb", "geo:1.00000,2.00000?q=1.00000,2.00000(a%0D%0Ab)");
    check(1.0, 2.0, "", "geo:1.00000,2.00000?q=1.00000,2.00000()");
}

/// Makes the calendar object of an event with a title and a place's name, and reads it back.
fn read_back(id: &str, title: &str, place: &str) -> (String, icalendar::Event) {
    let release = city::release();
    let event = &release.events[&EventId::new(id).unwrap()];
    let occurrence = event.when.next(city::ZONE, city::now().with_timezone(&city::ZONE)).unwrap();
    let text = event_ics(&release, &Upcoming { event, occurrence }, title, place);
    let calendar: Calendar = text.parse().unwrap_or_else(|e| panic!("{e}: {text}"));
    let mut events: Vec<_> = calendar
        .components
        .into_iter()
        .filter_map(|c| match c {
            CalendarComponent::Event(event) => Some(event),
            _ => None,
        })
        .collect();
    assert_eq!(events.len(), 1, "{text}");
    (text, events.remove(0))
}

#[test]
fn events_are_calendar_objects() {
    // The music repeats weekly from Saturday the 14th at 11:30; the next is on the 21st, eight hours from Greenwich.
    let (text, event) = read_back("music-0", "Music", "The hall");
    assert_eq!((event.get_summary(), event.get_location()), (Some("Music"), Some("The hall")));
    let at = |time: &str| DatePerhapsTime::DateTime(CalendarDateTime::Utc(time.parse().unwrap()));
    assert_eq!(event.get_start(), Some(at("2026-11-21T19:30:00Z")));
    assert_eq!(event.get_end(), Some(at("2026-11-21T21:00:00Z")));
    assert!(event.get_uid().is_some_and(|uid| uid.contains("music-0")), "{text}");
    assert!(
        text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:") && text.ends_with("END:VCALENDAR\r\n"),
        "{text}"
    );
    assert!(text.contains("\r\nDTSTAMP:20261120T180000Z\r\n"), "the same event gives the same code: {text}");
    // Two visitors who take the same event get the same object, and none says who or where they are.
    assert_eq!(read_back("music-0", "Music", "The hall").0, text);
}

#[test]
fn a_day_without_hours_stays_one() {
    let release = city::release();
    let mut event = release.events[&EventId::new("talk-8").unwrap()].clone();
    event.when.all_day = true;
    event.when.repeats = None;
    event.when.starts = "2026-11-26T00:00:00".parse().unwrap();
    event.when.ends = "2026-11-28T00:00:00".parse().unwrap();
    let occurrence = event.when.next(city::ZONE, city::now().with_timezone(&city::ZONE)).unwrap();
    let text = event_ics(&release, &Upcoming { event: &event, occurrence }, "Holiday", "");
    let calendar: Calendar = text.parse().unwrap();
    let CalendarComponent::Event(read) = &calendar.components[0] else { panic!("{text}") };
    let day = |d: &str| Some(DatePerhapsTime::Date(d.parse::<NaiveDate>().unwrap()));
    assert_eq!((read.get_start(), read.get_end()), (day("2026-11-26"), day("2026-11-28")), "{text}");
    assert_eq!(read.get_location(), None, "{text}");
}

#[test]
fn any_title_comes_through_whole() {
    let long = "Ein sehr langer Titel, der über mehrere Zeilen geht; mit Strich\\punkt und Komma, ".repeat(4);
    for title in [
        "Plain",
        "Commas, semicolons; and back\\slashes",
        "Two\nlines",
        "주말 농산물 직거래 장터와 함께하는 어린이 그림 그리기 대회 및 시상식 안내",
        "بازار کشاورزان در میدان اصلی شهر، هر یکشنبه صبح با موسیقی زنده",
        "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦",
        long.trim(),
    ] {
        let (text, event) = read_back("music-0", title, title);
        assert_eq!(event.get_summary(), Some(title), "{text}");
        assert_eq!(event.get_location(), Some(title), "{text}");
        for line in text.split("\r\n") {
            assert!(line.len() <= 75, "{} bytes: {line}", line.len());
            assert!(!line.contains(['\r', '\n']), "{line:?}");
        }
    }
}

#[test]
fn a_title_cannot_smuggle_in_a_line() {
    let (text, event) = read_back("music-0", "Party\r\nATTENDEE:mailto:x@example.org\rURL:x", "");
    assert!(!text.lines().any(|line| line.starts_with("ATTENDEE") || line.starts_with("URL")), "{text}");
    assert_eq!(event.get_url(), None);
}
