//! Occurrences of events across recurrence, exceptions and the days on which clocks change.

use chrono::{DateTime, NaiveDate, NaiveDateTime};
use chrono_tz::Tz;
use wayside_model::When;
use wayside_model::calendar::{days_matching, instant_of, next_matching_day, validate_rule};

const LA: Tz = Tz::America__Los_Angeles;

fn local(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> DateTime<Tz> {
    DateTime::parse_from_rfc3339(text).unwrap().with_timezone(&LA)
}

fn when(starts: &str, ends: &str, repeats: &str) -> When {
    let repeats = (!repeats.is_empty()).then(|| repeats.to_owned());
    When { starts: local(starts), ends: local(ends), all_day: false, repeats, except: Vec::new() }
}

/// Checks the occurrences that have not ended at `from`, each as "start to end" with offsets.
#[track_caller]
fn check(when: &When, from: &str, limit: usize, expect: &[&str]) {
    let found: Vec<String> = when
        .occurrences(LA, at(from), limit)
        .iter()
        .map(|o| format!("{} to {}", o.starts.format("%Y-%m-%dT%H:%M%:z"), o.ends.format("%Y-%m-%dT%H:%M%:z")))
        .collect();
    assert_eq!(found, expect);
    assert_eq!(when.next(LA, at(from)).map(|o| o.starts), when.occurrences(LA, at(from), 1).first().map(|o| o.starts));
}

#[test]
fn a_single_event_lasts_until_it_ends() {
    let single = when("2026-11-22 19:00", "2026-11-22 21:00", "");
    let expect = ["2026-11-22T19:00-08:00 to 2026-11-22T21:00-08:00"];
    check(&single, "2026-01-01T00:00:00-08:00", 5, &expect);
    check(&single, "2026-11-22T20:59:59-08:00", 5, &expect);
    check(&single, "2026-11-22T21:00:00-08:00", 5, &[]);
    check(&single, "2026-01-01T00:00:00-08:00", 0, &[]);
}

#[test]
fn a_weekly_event_leaves_out_its_exceptions() {
    let mut market = when("2026-01-08 10:00", "2026-01-08 14:00", "FREQ=WEEKLY;BYDAY=TH");
    market.except = vec![day("2026-11-26")];
    check(
        &market,
        "2026-11-22T12:00:00-08:00",
        2,
        &["2026-12-03T10:00-08:00 to 2026-12-03T14:00-08:00", "2026-12-10T10:00-08:00 to 2026-12-10T14:00-08:00"],
    );
    // The one that is going on is still there.
    check(&market, "2026-12-03T13:59:00-08:00", 1, &["2026-12-03T10:00-08:00 to 2026-12-03T14:00-08:00"]);
}

#[test]
fn the_hour_on_the_wall_stays_when_clocks_change() {
    let daily = when("2026-03-06 10:00", "2026-03-06 11:00", "FREQ=DAILY;COUNT=4");
    check(
        &daily,
        "2026-03-01T00:00:00-08:00",
        9,
        &[
            "2026-03-06T10:00-08:00 to 2026-03-06T11:00-08:00",
            "2026-03-07T10:00-08:00 to 2026-03-07T11:00-08:00",
            "2026-03-08T10:00-07:00 to 2026-03-08T11:00-07:00",
            "2026-03-09T10:00-07:00 to 2026-03-09T11:00-07:00",
        ],
    );
    let daily = when("2026-10-31 10:00", "2026-10-31 11:00", "FREQ=DAILY;COUNT=2");
    check(
        &daily,
        "2026-10-01T00:00:00-07:00",
        9,
        &["2026-10-31T10:00-07:00 to 2026-10-31T11:00-07:00", "2026-11-01T10:00-08:00 to 2026-11-01T11:00-08:00"],
    );
}

#[test]
fn an_hour_that_the_clock_skips_is_the_one_after() {
    let daily = when("2026-03-07 02:30", "2026-03-07 03:00", "FREQ=DAILY;COUNT=3");
    check(
        &daily,
        "2026-03-01T00:00:00-08:00",
        9,
        &[
            "2026-03-07T02:30-08:00 to 2026-03-07T03:00-08:00",
            // 02:30 is not on the clock: it shows 03:30; the half hour stays half an hour.
            "2026-03-08T03:30-07:00 to 2026-03-08T04:00-07:00",
            "2026-03-09T02:30-07:00 to 2026-03-09T03:00-07:00",
        ],
    );
    // A night that runs through the skipped hour is an hour shorter.
    let night = when("2026-03-07 22:00", "2026-03-08 06:00", "");
    check(&night, "2026-03-01T00:00:00-08:00", 1, &["2026-03-07T22:00-08:00 to 2026-03-08T06:00-07:00"]);
}

#[test]
fn an_hour_that_the_clock_shows_twice_is_its_first_showing() {
    let early = when("2026-11-01 01:30", "2026-11-01 01:45", "");
    check(&early, "2026-10-01T00:00:00-07:00", 1, &["2026-11-01T01:30-07:00 to 2026-11-01T01:45-07:00"]);
    let longer = when("2026-11-01 00:30", "2026-11-01 02:30", "");
    check(&longer, "2026-10-01T00:00:00-07:00", 1, &["2026-11-01T00:30-07:00 to 2026-11-01T02:30-08:00"]);
    assert_eq!(instant_of(LA, local("2026-11-01 01:30")).to_rfc3339(), "2026-11-01T01:30:00-07:00");
    // Samoa skipped the whole of 2011-12-30.
    let samoa = instant_of(Tz::Pacific__Apia, local("2011-12-30 12:00"));
    assert_eq!(samoa.to_rfc3339(), "2011-12-31T12:00:00+14:00");
}

#[test]
fn an_all_day_event_spans_its_days() {
    let games = When {
        starts: local("2028-07-14 00:00"),
        ends: local("2028-07-31 00:00"),
        all_day: true,
        repeats: None,
        except: Vec::new(),
    };
    let expect = ["2028-07-14T00:00-07:00 to 2028-07-31T00:00-07:00"];
    check(&games, "2026-11-22T00:00:00-08:00", 3, &expect);
    check(&games, "2028-07-30T23:59:00-07:00", 3, &expect);
    check(&games, "2028-07-31T00:00:00-07:00", 3, &[]);
    // A day on which clocks change has 23 hours and is still one day.
    let sunday = When {
        starts: local("2026-03-08 00:00"),
        ends: local("2026-03-09 00:00"),
        all_day: true,
        repeats: Some("FREQ=YEARLY;BYMONTH=3;BYDAY=2SU".to_owned()),
        except: Vec::new(),
    };
    check(
        &sunday,
        "2026-01-01T00:00:00-08:00",
        2,
        &["2026-03-08T00:00-08:00 to 2026-03-09T00:00-07:00", "2027-03-14T00:00-08:00 to 2027-03-15T00:00-07:00"],
    );
}

#[test]
fn rules_that_people_write() {
    let from = "2026-11-22T00:00:00-08:00";
    let starts = |starts: &str, rule: &str| -> Vec<String> {
        let end = local(starts) + chrono::TimeDelta::hours(1);
        let w = When { starts: local(starts), ends: end, all_day: false, repeats: Some(rule.into()), except: vec![] };
        w.validate().unwrap();
        w.occurrences(LA, at(from), 3).iter().map(|o| o.starts.format("%Y-%m-%d").to_string()).collect()
    };
    let table = [
        ("2020-01-02 18:00", "FREQ=MONTHLY;BYDAY=1TH", ["2026-12-03", "2027-01-07", "2027-02-04"]),
        ("2020-01-26 18:00", "FREQ=MONTHLY;BYDAY=-1SU", ["2026-11-29", "2026-12-27", "2027-01-31"]),
        ("2020-11-26 08:00", "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", ["2026-11-26", "2027-11-25", "2028-11-23"]),
        ("2026-01-05 08:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE", ["2026-11-23", "2026-11-25", "2026-12-07"]),
        ("1990-01-01 08:00", "FREQ=DAILY;INTERVAL=3", ["2026-11-24", "2026-11-27", "2026-11-30"]),
        ("2024-02-29 08:00", "FREQ=YEARLY", ["2028-02-29", "2032-02-29", "2036-02-29"]),
        // Written as a feed writes it.
        ("2026-01-05 08:00", "freq=weekly;byday=mo;wkst=su", ["2026-11-23", "2026-11-30", "2026-12-07"]),
    ];
    for (first, rule, expect) in table {
        assert_eq!(starts(first, rule), expect, "{rule}");
    }
    // A day as its end is included, and an instant is read in the city's zone: 07:59 UTC is the evening before.
    assert_eq!(starts("2026-11-20 18:00", "FREQ=DAILY;UNTIL=20261123"), ["2026-11-22", "2026-11-23"]);
    assert_eq!(starts("2026-11-20 18:00", "FREQ=DAILY;UNTIL=20261124T075900Z"), ["2026-11-22", "2026-11-23"]);
    assert_eq!(starts("2026-11-20 18:00", "FREQ=DAILY;COUNT=4"), ["2026-11-22", "2026-11-23"]);
}

#[test]
fn rules_that_make_no_sense_are_refused_quickly() {
    let table = [
        ("FREQ=SECONDLY", "more than daily"),
        ("FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30", "more than daily"),
        ("FREQ=HOURLY", "FREQ=DAILY;BYHOUR"),
        ("FREQ=DAILY;INTERVAL=0", "INTERVAL"),
        ("FREQ=DAILY;COUNT=4294967295", "COUNT"),
        ("FREQ=DAILY;COUNT=0", "never happens"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "never happens"),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31", "never happens"),
        ("FREQ=WEEKLY;BYDAY=XX", "not a recurrence rule"),
        ("FREQ=FORTNIGHTLY", "not a recurrence rule"),
        ("every Thursday", "not a recurrence rule"),
        ("RRULE:FREQ=DAILY", "not a recurrence rule"),
        ("FREQ=DAILY\nDTSTART:19700101T000000Z", "not a recurrence rule"),
        ("", "not a recurrence rule"),
        ("FREQ=DAILY;UNTIL=tomorrow", "UNTIL"),
        ("FREQ=DAILY;UNTIL=20200101", "never happens"),
        ("FREQ=WEEKLY;BYHOUR=0,1,2,3,4,5,6,7,8,9;BYMINUTE=0,1,2,3,4,5", "48 times a day"),
    ];
    let begun = std::time::Instant::now();
    for (rule, why) in table {
        let mut w = when("2026-01-08 10:00", "2026-01-08 11:00", rule);
        w.repeats = Some(rule.to_owned());
        let error = w.validate().expect_err(rule).to_string();
        assert!(error.contains(why), "{rule}: {error}");
        // Even unchecked, such a rule ends.
        assert!(w.occurrences(LA, at("2030-01-01T00:00:00-08:00"), 10).is_empty(), "{rule}");
        assert!(validate_rule(rule, day("2026-01-08")).is_err(), "{rule}");
    }
    let long = format!("FREQ=DAILY;BYHOUR={}", "1,".repeat(10_000));
    assert!(when("2026-01-08 10:00", "2026-01-08 11:00", &long).validate().is_err());
    assert!(begun.elapsed().as_secs() < 20, "took {:?}", begun.elapsed());
}

#[test]
fn the_order_of_times_is_checked() {
    assert!(when("2026-01-08 10:00", "2026-01-08 10:00", "").validate().is_err());
    assert!(when("2026-01-08 10:00", "2026-01-08 09:00", "").validate().is_err());
    assert!(when("2026-01-08 10:00", "2028-01-08 09:00", "").validate().is_ok());
    assert!(when("2026-01-08 10:00", "2028-01-08 09:00", "FREQ=YEARLY").validate().is_err());
    assert!(when("2026-01-08 10:00", "2026-01-08 11:00", "FREQ=WEEKLY;BYDAY=TH").starts_by_its_rule());
    assert!(!when("2026-01-08 10:00", "2026-01-08 11:00", "FREQ=WEEKLY;BYDAY=FR").starts_by_its_rule());
}

#[test]
fn days_that_a_rule_picks() {
    let first = day("2026-01-03");
    let table = [
        ("FREQ=WEEKLY;BYDAY=SA,SU", "2026-11-22", true),
        ("FREQ=WEEKLY;BYDAY=SA,SU", "2026-11-23", false),
        ("FREQ=WEEKLY;BYDAY=SA,SU", "2025-11-22", false),
        ("FREQ=DAILY;INTERVAL=2", "2026-01-05", true),
        ("FREQ=DAILY;INTERVAL=2", "2026-01-06", false),
        ("FREQ=DAILY;INTERVAL=2", "2036-01-05", true),
        ("FREQ=DAILY;INTERVAL=2", "2036-01-06", false),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "2028-02-29", true),
        ("FREQ=DAILY;BYHOUR=6,18", "2026-01-04", true),
        ("FREQ=SECONDLY", "2026-01-03", false),
    ];
    for (rule, text, expect) in table {
        assert_eq!(days_matching(rule, first, day(text)), expect, "{rule} on {text}");
    }
    assert_eq!(next_matching_day("FREQ=WEEKLY;BYDAY=SA", first, day("2026-11-22")), Some(day("2026-11-28")));
    assert_eq!(next_matching_day("FREQ=DAILY;UNTIL=20260201", first, day("2026-11-22")), None);
}
