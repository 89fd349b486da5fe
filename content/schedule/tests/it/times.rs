//! Days, recurrence and parts of the day, on plain days and on those on which the clocks jump.

use crate::city::{at, campaign, city, days, kiosk, names, part};
use chrono::Weekday::{Fri, Mon, Sat};
use chrono_tz::Tz;
use wayside_model::{Campaign, Layer, Release};
use wayside_schedule::now_playing;

/// Checks whether a campaign set up like this plays at these instants.
fn check_in(zone: Tz, set: impl Fn(&mut Campaign), expect: &[(&str, bool)]) {
    let mut release = city();
    set(campaign(&mut release, "tested", Layer::Base, &[10]));
    let mut kiosk = kiosk();
    kiosk.time_zone = zone;
    for (instant, plays) in expect {
        let item = if *plays { "tested-1" } else { "welcome" };
        assert_eq!(names(&now_playing(&release, &kiosk, at(instant))), [item], "{instant}");
    }
}

fn check(set: impl Fn(&mut Campaign), expect: &[(&str, bool)]) {
    check_in(chrono_tz::America::Los_Angeles, set, expect);
}

#[test]
fn date_ranges_hold_both_their_days_in_the_kiosks_zone() {
    check(
        |c| c.days = Some(days("2028-07-14", "2028-07-30")),
        &[
            ("2028-07-13T23:59:59-07:00", false),
            ("2028-07-14T00:00:00-07:00", true),
            ("2028-07-30T23:59:59-07:00", true),
            ("2028-07-31T00:00:00-07:00", false),
        ],
    );
    check(
        |c| c.days = Some(days("2028-07-14", "")),
        &[("2028-07-13T12:00:00-07:00", false), ("2041-01-01T12:00:00Z", true)],
    );
    check_in(
        chrono_tz::Asia::Tokyo,
        |c| c.days = Some(days("2028-07-14", "2028-07-14")),
        &[("2028-07-13T14:59:59Z", false), ("2028-07-13T15:00:00Z", true), ("2028-07-14T15:00:00Z", false)],
    );
}

#[test]
fn a_recurrence_picks_days_counting_from_the_first() {
    check(
        |c| {
            c.days = Some(days("2026-01-01", "2026-12-31"));
            c.repeats = Some("FREQ=WEEKLY;BYDAY=TH".into());
        },
        &[
            ("2026-01-01T12:00:00-08:00", true),
            ("2026-07-09T12:00:00-07:00", true),
            ("2026-07-10T12:00:00-07:00", false),
            ("2027-01-07T12:00:00-08:00", false),
        ],
    );
    check(
        |c| {
            c.days = Some(days("2026-01-05", ""));
            c.repeats = Some("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO".into());
        },
        &[("2026-01-12T12:00:00-08:00", false), ("2026-01-19T12:00:00-08:00", true)],
    );
    check(
        |c| c.repeats = Some("FREQ=MONTHLY;BYDAY=1SA".into()),
        &[("2026-08-01T12:00:00-07:00", true), ("2026-08-08T12:00:00-07:00", false)],
    );
}

#[test]
fn parts_of_the_day_begin_and_end_on_the_local_clock() {
    check(
        |c| c.dayparts = vec![part(&[Mon], "06:00", "10:00"), part(&[Mon], "16:00", "19:00")],
        &[
            ("2026-07-13T05:59:59-07:00", false),
            ("2026-07-13T06:00:00-07:00", true),
            ("2026-07-13T09:59:59-07:00", true),
            ("2026-07-13T10:00:00-07:00", false),
            ("2026-07-13T16:00:00-07:00", true),
            ("2026-07-14T06:00:00-07:00", false),
        ],
    );
}

#[test]
fn a_part_past_midnight_belongs_to_the_day_on_which_it_begins() {
    check(
        |c| {
            c.days = Some(days("2026-07-10", "2026-07-11"));
            c.dayparts = vec![part(&[Fri, Sat], "22:00", "02:00")];
        },
        &[
            ("2026-07-10T01:00:00-07:00", false),
            ("2026-07-10T22:00:00-07:00", true),
            ("2026-07-11T01:59:59-07:00", true),
            ("2026-07-11T02:00:00-07:00", false),
            // The range's last day is Saturday; its night runs into Sunday.
            ("2026-07-12T01:00:00-07:00", true),
            ("2026-07-12T22:00:00-07:00", false),
        ],
    );
    // From an hour to the same hour is a whole day.
    check(
        |c| c.dayparts = vec![part(&[Fri], "06:00", "06:00")],
        &[
            ("2026-07-10T05:00:00-07:00", false),
            ("2026-07-10T06:00:00-07:00", true),
            ("2026-07-11T05:59:00-07:00", true),
            ("2026-07-11T06:00:00-07:00", false),
        ],
    );
}

#[test]
fn an_hour_that_the_clock_skips_or_repeats_is_read_once() {
    // 8 March 2026: 02:00 PST is 03:00 PDT.
    check(
        |c| c.dayparts = vec![part(&[], "02:30", "04:00")],
        &[
            ("2026-03-08T01:59:59-08:00", false),
            ("2026-03-08T03:00:00-07:00", true),
            ("2026-03-08T04:00:00-07:00", false),
        ],
    );
    check(|c| c.dayparts = vec![part(&[], "02:00", "02:45")], &[("2026-03-08T03:00:00-07:00", false)]);
    // 1 November 2026: 01:00 to 02:00 comes twice.
    check(
        |c| c.dayparts = vec![part(&[], "01:30", "02:30")],
        &[
            ("2026-11-01T01:29:59-07:00", false),
            ("2026-11-01T01:30:00-07:00", true),
            ("2026-11-01T01:10:00-08:00", true),
            ("2026-11-01T02:29:59-08:00", true),
            ("2026-11-01T02:30:00-08:00", false),
        ],
    );
    // Two parts that meet on the clock meet in time: no gap, no overlap.
    for meets in ["01:30", "02:30"] {
        let mut release = city();
        campaign(&mut release, "early", Layer::Base, &[10]).dayparts = vec![part(&[], "00:00", meets)];
        campaign(&mut release, "late", Layer::Base, &[10]).dayparts = vec![part(&[], meets, "00:00")];
        for day in ["2026-03-08T00:00:00-08:00", "2026-11-01T00:00:00-07:00"] {
            check_every_minute(&release, day);
        }
    }
}

fn check_every_minute(release: &Release, day: &str) {
    for minute in 0..23 * 60 {
        let instant = at(day) + chrono::TimeDelta::minutes(minute);
        let names = names(&now_playing(release, &kiosk(), instant));
        assert!(names == ["early-1"] || names == ["late-1"], "{instant}: {names:?}");
    }
}

#[test]
fn a_program_holds_until_the_next_edge_or_midnight() {
    let mut release = city();
    campaign(&mut release, "lunch", Layer::Base, &[10]).dayparts = vec![part(&[], "11:00", "14:00")];
    let check = |instant: &str, expect: &str| {
        assert_eq!(now_playing(&release, &kiosk(), at(instant)).until, at(expect), "{instant}");
    };
    check("2026-07-14T00:00:00-07:00", "2026-07-14T11:00:00-07:00");
    check("2026-07-14T11:00:00-07:00", "2026-07-14T14:00:00-07:00");
    check("2026-07-14T14:00:00-07:00", "2026-07-15T00:00:00-07:00");
    check("2026-11-01T14:00:00-08:00", "2026-11-02T00:00:00-08:00");
}
