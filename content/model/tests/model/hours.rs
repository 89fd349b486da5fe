//! Opening hours at an instant and over a week.

use chrono::{DateTime, NaiveDate};
use chrono_tz::Tz;
use wayside_model::{OpenState, OpeningHours, Position};

const LA: Tz = Tz::America__Los_Angeles;
const DOWNTOWN: Position = Position { lat: 34.0561, lon: -118.2365 };

fn at(text: &str) -> DateTime<Tz> {
    DateTime::parse_from_rfc3339(text).unwrap().with_timezone(&LA)
}

/// Checks the state, written as "open", "open until …", "closed", "closed until …" or "unknown".
#[track_caller]
fn check(hours: &str, instant: &str, expect: &str) {
    let hours = OpeningHours::parse(hours).unwrap();
    let time = |t: DateTime<Tz>| t.format("%a %H:%M").to_string();
    let state = match hours.state_at(at(instant), DOWNTOWN) {
        OpenState::Open { until: None } => "open".to_owned(),
        OpenState::Open { until: Some(t) } => format!("open until {}", time(t)),
        OpenState::Closed { opens: None } => "closed".to_owned(),
        OpenState::Closed { opens: Some(t) } => format!("closed until {}", time(t)),
        OpenState::Unknown => "unknown".to_owned(),
    };
    assert_eq!(state, expect, "{} at {instant}", hours.0);
}

#[test]
fn states() {
    let observatory = "Tu-Fr 12:00-22:00; Sa-Su 10:00-22:00; Mo off";
    // 2026-11-22 is a Sunday.
    check(observatory, "2026-11-22T09:59:00-08:00", "closed until Sun 10:00");
    check(observatory, "2026-11-22T10:00:00-08:00", "open until Sun 22:00");
    check(observatory, "2026-11-22T22:00:00-08:00", "closed until Tue 12:00");
    check("24/7", "2026-11-22T03:00:00-08:00", "open");
    check("off", "2026-11-22T03:00:00-08:00", "closed");
    check("Fr-Sa 18:00-02:00", "2026-11-22T01:00:00-08:00", "open until Sun 02:00");
    check("Mo-Fr 08:00-12:00,12:00-17:00", "2026-11-23T09:00:00-08:00", "open until Mon 17:00");
    check("unknown \"ask inside\"", "2026-11-22T12:00:00-08:00", "unknown");
    // Open only in summer: nothing within the week to come.
    check("Jun-Aug 10:00-18:00", "2026-11-22T12:00:00-08:00", "closed");
    // Public holidays of the United States count in its zones: 2026-11-26 is Thanksgiving.
    check("Mo-Fr 09:00-17:00; PH off", "2026-11-26T10:00:00-08:00", "closed until Fri 09:00");
}

#[test]
fn the_sun_sets_where_the_place_is() {
    // Sunset over downtown Los Angeles on 2026-06-21 is about 20:07, on 2026-12-21 about 16:48.
    check("sunrise-sunset", "2026-06-21T19:55:00-07:00", "open until Sun 20:07");
    check("sunrise-sunset", "2026-12-21T17:05:00-08:00", "closed until Tue 06:55");
}

#[test]
fn hours_across_a_change_of_clocks() {
    check("00:00-06:00", "2026-03-08T01:30:00-08:00", "open until Sun 06:00");
    let state = OpeningHours::parse("00:00-06:00").unwrap().state_at(at("2026-03-08T01:30:00-08:00"), DOWNTOWN);
    let OpenState::Open { until: Some(until) } = state else { panic!("{state:?}") };
    assert_eq!(until, at("2026-03-08T06:00:00-07:00"));
}

#[test]
fn mistakes_are_refused_with_what_is_not_understood() {
    let table = [
        ("", "empty"),
        ("  ", "empty"),
        ("Monday to Friday", "`"),
        ("Mo-Fr 9am-5pm", "9am-5pm"),
        ("Mo-Fr 25:00-26:00", "25:00"),
        ("open most days", "most days"),
    ];
    for (hours, why) in table {
        let error = OpeningHours::parse(hours).expect_err(hours).to_string();
        assert!(error.contains(why), "{hours}: {error}");
        assert!(!error.contains('\n'), "{hours}: {error}");
        assert_eq!(
            OpeningHours(hours.to_owned()).state_at(at("2026-11-22T12:00:00-08:00"), DOWNTOWN),
            OpenState::Unknown
        );
    }
    assert!(OpeningHours::parse("Mo 10:00-11:00;".repeat(100)).is_err());
}

#[track_caller]
fn check_week(hours: &str, expect: [&str; 7]) {
    let day = NaiveDate::from_ymd_opt(2026, 11, 19).unwrap();
    let week = OpeningHours(hours.to_owned()).week(day, LA, DOWNTOWN);
    let found: Vec<String> = week
        .iter()
        .map(|(_, times)| {
            let times: Vec<String> =
                times.iter().map(|(a, b)| format!("{}-{}", a.format("%H:%M"), b.format("%H:%M"))).collect();
            times.join(",")
        })
        .collect();
    assert_eq!(found, expect, "{hours}");
    assert_eq!(week[0].0, chrono::Weekday::Mon);
    assert_eq!(week[6].0, chrono::Weekday::Sun);
}

#[test]
fn weeks() {
    let day = "12:00-22:00";
    check_week("Tu-Fr 12:00-22:00; Sa-Su 10:00-22:00; Mo off", ["", day, day, day, day, "10:00-22:00", "10:00-22:00"]);
    check_week("Mo-Fr 09:00-12:00,13:00-17:00", {
        let d = "09:00-12:00,13:00-17:00";
        [d, d, d, d, d, "", ""]
    });
    // A night belongs to the evening on which it begins, also where the week begins in the middle of one.
    check_week("Fr-Su 20:00-02:00", ["", "", "", "", "20:00-02:00", "20:00-02:00", "20:00-02:00"]);
    check_week("24/7", ["00:00-00:00"; 7]);
    check_week("Mo 00:00-24:00", ["00:00-00:00", "", "", "", "", "", ""]);
    check_week("not hours", [""; 7]);
}
