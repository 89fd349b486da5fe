//! Opening hours in words.

use chrono::{DateTime, NaiveDate, NaiveTime, Weekday};
use chrono_tz::America::Los_Angeles;
use chrono_tz::Tz;
use wayside_language::{DayHours, Locale};
use wayside_model::{Language, OpenState};

/// A time on a day of July 2028; the 14th is a Friday.
fn at(day: u32, hour: u32, minute: u32) -> DateTime<Tz> {
    let day = NaiveDate::from_ymd_opt(2028, 7, day).unwrap();
    day.and_hms_opt(hour, minute, 0).unwrap().and_local_timezone(Los_Angeles).unwrap()
}

fn english() -> Locale {
    Locale::new(Language::English, Los_Angeles)
}

fn plain(text: &str) -> String {
    text.replace(['\u{202f}', '\u{2009}', '\u{a0}'], " ")
}

#[test]
fn open_and_closed_in_words() {
    let now = at(14, 15, 0);
    let cases = [
        (OpenState::Open { until: Some(at(14, 20, 0)) }, "Open until 8 PM"),
        (OpenState::Open { until: Some(at(14, 20, 30)) }, "Open until 8:30 PM"),
        // Past midnight, the night still belongs to the evening.
        (OpenState::Open { until: Some(at(15, 2, 0)) }, "Open until 2 AM"),
        (OpenState::Open { until: Some(at(15, 20, 0)) }, "Open until Sat 8 PM"),
        (OpenState::Open { until: None }, "Always open"),
        (OpenState::Closed { opens: Some(at(14, 17, 0)) }, "Closed, opens 5 PM"),
        (OpenState::Closed { opens: Some(at(17, 10, 0)) }, "Closed, opens Mon 10 AM"),
        (OpenState::Closed { opens: Some(at(21, 10, 0)) }, "Closed, opens Fri, Jul 21, 10 AM"),
        (OpenState::Closed { opens: None }, "Closed now"),
        (OpenState::Unknown, "Check the hours before you go"),
    ];
    for (state, expect) in cases {
        assert_eq!(plain(&english().open_state(state, now)), expect, "{state:?}");
    }
}

#[test]
fn neighbouring_days_with_the_same_hours_share_a_row() {
    let clock = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
    let on = |weekday, spans: &[(u32, u32)]| DayHours {
        weekday,
        spans: spans.iter().map(|(opens, closes)| (clock(*opens), clock(*closes))).collect(),
    };
    let days = [
        on(Weekday::Mon, &[]),
        on(Weekday::Tue, &[(10, 17)]),
        on(Weekday::Wed, &[(10, 17)]),
        on(Weekday::Thu, &[(10, 17)]),
        on(Weekday::Fri, &[(10, 13), (17, 2)]),
        on(Weekday::Sat, &[(0, 0)]),
    ];
    let check = |language, expect: &[(&str, &[&str])]| {
        let rows = Locale::new(language, Los_Angeles).weekday_hours_table(&days);
        let said: Vec<_> = rows
            .iter()
            .map(|row| (plain(&row.weekdays_text), row.hours.iter().map(|text| plain(text)).collect::<Vec<_>>()))
            .collect();
        let expect: Vec<_> = expect
            .iter()
            .map(|(days, hours)| ((*days).to_owned(), hours.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>()))
            .collect();
        assert_eq!(said, expect);
        assert_eq!(rows[1].weekdays, [Weekday::Tue, Weekday::Wed, Weekday::Thu]);
    };
    check(
        Language::English,
        &[
            ("Monday", &["Closed"]),
            ("Tuesday – Thursday", &["10:00 AM – 5:00 PM"]),
            ("Friday", &["10:00 AM – 1:00 PM", "5:00 PM – 2:00 AM"]),
            ("Saturday", &["All day"]),
        ],
    );
}

#[test]
fn no_days_make_no_rows() {
    assert_eq!(english().weekday_hours_table(&[]), []);
}
