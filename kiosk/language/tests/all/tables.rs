//! What each language says, looked at line by line and compared with CLDR.

use crate::expected::TABLES;
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta};
use chrono_tz::America::Los_Angeles;
use chrono_tz::Tz;
use std::time::Instant;
use wayside_language::Locale;
use wayside_model::Language;

fn locale(language: Language) -> Locale {
    Locale::new(language, Los_Angeles)
}

/// The opening day of the Games: a Friday.
pub fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2028, 7, 14).unwrap()
}

fn clock(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}

/// A time so many days after that Friday.
pub fn at(days: u64, hour: u32, minute: u32) -> DateTime<Tz> {
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
pub type Table = (&'static str, fn(&Locale) -> String, [&'static str; 16]);

/// Takes about every fifth day of two years, in the middle of the day, and the months' ends.
fn many_days() -> impl Iterator<Item = NaiveDate> {
    (0..150).map(|n| day() + Days::new(n * 5))
}

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

#[test]
fn no_pattern_lacks_its_names() {
    // ICU4X writes "M07" for a month whose name was not loaded, and U+FFFD for what it cannot write.
    let is_hole = |text: &str| {
        let bytes = text.as_bytes();
        let has_code = bytes.windows(3).any(|w| w[0] == b'M' && w[1].is_ascii_digit() && w[2].is_ascii_digit());
        has_code || text.contains('\u{fffd}') || text.contains('{')
    };
    for language in Language::ALL {
        let locale = locale(*language);
        for day in many_days() {
            let later = day + Days::new(40);
            let (noon, evening) = (clock(11, 30), clock(21, 0));
            let zoned = |day: NaiveDate, time| day.and_time(time).and_local_timezone(Los_Angeles).unwrap();
            let said = [
                locale.date_full(day),
                locale.date_long(day),
                locale.date_medium(day),
                locale.date_short_with_weekday(day),
                locale.month_day(day),
                locale.day_of_month(day),
                locale.date_range(day, day + Days::new(2)),
                locale.date_range(day, later),
                locale.date_range(day, day + Days::new(365)),
                locale.month_day_range(day, day + Days::new(2)),
                locale.month_day_range(day, later),
                locale.date_time(zoned(day, noon)),
                locale.date_time_range(zoned(day, noon), zoned(day, evening)),
                locale.date_time_range(zoned(day, noon), zoned(later, evening)),
                locale.moment(zoned(later, noon), zoned(day, noon)),
            ];
            for text in said {
                assert!(!is_hole(&text), "{language} {day}: {text}");
            }
        }
    }
}

#[test]
fn a_range_of_one_day_is_that_day() {
    for language in Language::ALL {
        let locale = locale(*language);
        assert_eq!(locale.date_range(day(), day()), locale.date_medium(day()), "{language}");
    }
}

#[test]
fn days_around_today_have_names_and_others_a_date() {
    let english = locale(Language::English);
    let cases = [(0, "Today"), (1, "Tomorrow"), (-1, "Yesterday"), (2, "Sun, Jul 16"), (-2, "Wed, Jul 12")];
    for (days, expect) in cases {
        assert_eq!(plain(&english.relative_day(day() + TimeDelta::days(days), day())), expect);
    }
    assert_eq!(english.relative_day_inline(day(), day()), "today");
    assert_eq!(locale(Language::Spanish).relative_day(day(), day()), "Hoy");
    assert_eq!(locale(Language::Russian).relative_day(day(), day()), "Сегодня");
}

#[test]
fn ages_step_from_minutes_to_hours_to_days() {
    let cases = [
        (TimeDelta::seconds(3), "1 minute ago"),
        (TimeDelta::minutes(59), "59 minutes ago"),
        (TimeDelta::minutes(60), "1 hour ago"),
        (TimeDelta::hours(23), "23 hours ago"),
        (TimeDelta::hours(50), "2 days ago"),
        (TimeDelta::seconds(-3), "in 1 minute"),
        (TimeDelta::minutes(-5), "in 5 minutes"),
    ];
    for (span, expect) in cases {
        assert_eq!(plain(&locale(Language::English).ago(span)), expect);
    }
}

#[test]
fn minutes_come_apart_into_number_and_unit() {
    let cases = [
        (Language::English, 6, ("6", "min")),
        (Language::Korean, 6, ("6", "분")),
        (Language::Farsi, 12, ("۱۲", "دقیقه")),
        (Language::Arabic, 2, ("٢", "د")),
        (Language::Khmer, 1, ("1", "នាទី")),
    ];
    for (language, minutes, (number, unit)) in cases {
        assert_eq!(locale(language).minutes_parts(minutes), (number.to_owned(), unit.to_owned()), "{language}");
    }
    for language in Language::ALL {
        for minutes in [1, 2, 3, 11, 25, 120] {
            let locale = locale(*language);
            let (number, unit) = locale.minutes_parts(minutes);
            let whole = locale.minutes(minutes);
            assert_eq!(number, locale.number(minutes), "{language}");
            assert!(whole.starts_with(&number) && whole.ends_with(&unit) && !unit.is_empty(), "{language}: {whole}");
        }
    }
}

#[test]
fn times_are_told_in_the_kiosks_zone() {
    let english = locale(Language::English);
    let in_new_york = at(0, 19, 5).with_timezone(&chrono_tz::America::New_York);
    assert_eq!(plain(&english.time(in_new_york)), "7:05 PM");
}

#[test]
fn greetings_follow_the_hour() {
    let english = locale(Language::English);
    for (hour, expect) in [
        (3, "greeting-evening"),
        (4, "greeting-morning"),
        (11, "greeting-morning"),
        (12, "greeting-afternoon"),
        (18, "greeting-evening"),
    ] {
        assert_eq!(english.greeting_key(at(0, hour, 0)), expect, "{hour} o'clock");
    }
}

#[test]
fn temperatures_below_zero() {
    for (language, expect) in
        [(Language::English, "27°F"), (Language::Korean, "-3°C"), (Language::Arabic, "-٣°م"), (Language::Farsi, "−۳°C")]
    {
        assert_eq!(plain(&locale(language).temperature(-2.9)), expect, "{language}");
    }
    assert_eq!(locale(Language::Korean).temperature(-0.2), "0°C");
}

#[test]
fn prints_how_long_a_locale_takes() {
    // No limit is asserted: the figure belongs to the machine.
    for language in Language::ALL {
        let start = Instant::now();
        let locale = locale(*language);
        let made = start.elapsed();
        locale.say("home", &[]);
        locale.date_full(day());
        locale.time(at(0, 19, 5));
        locale.number(7);
        println!("{language}: made in {made:?}, first words, date, time and number after {:?}", start.elapsed());
    }
    for (language, text) in [
        (Language::Thai, "ห้องสมุดกลางเปิดทุกวันตั้งแต่เวลาสิบโมงเช้าถึงห้าโมงเย็นและเข้าชมได้ฟรี"),
        (Language::Japanese, "中央図書館は毎日午前十時から午後五時まで開いていて、入場は無料です。"),
    ] {
        for nth in ["first", "second"] {
            let start = Instant::now();
            let count = wayside_language::break_opportunities(text, language).len();
            let took = start.elapsed();
            println!("{language}: {nth} search for {count} line ends in {} bytes took {took:?}", text.len());
        }
    }
}
