//! What lists show.

use crate::city::{Builder, KIOSK, ZONE, at, day, empty, kiosk, off};
use wayside_core::queries::{self, Around};
use wayside_core::{EventFilter, PlaceFilter};
use wayside_model::{PlaceId, PlaceKind, Position, Release, ServiceKind};

#[test]
fn the_weekend() {
    let check = |today: &str, expect: (&str, &str)| {
        assert_eq!(queries::weekend(day(today)), (day(expect.0), day(expect.1)), "{today}");
    };
    check("2026-11-16", ("2026-11-21", "2026-11-22")); // Monday
    check("2026-11-20", ("2026-11-21", "2026-11-22")); // Friday
    check("2026-11-21", ("2026-11-21", "2026-11-22")); // Saturday
    check("2026-11-22", ("2026-11-21", "2026-11-22")); // Sunday: the one under way
    check("2026-11-23", ("2026-11-28", "2026-11-29"));
    check("2026-12-31", ("2027-01-02", "2027-01-03")); // over the end of the year
    check("2027-01-03", ("2027-01-02", "2027-01-03"));
}

#[test]
fn directions_from_the_viewer() {
    // 0 straight ahead, then clockwise: 2 right, 4 behind, 6 left.
    let check = |faces: f64, bearing: f64, expect: usize| {
        assert_eq!(queries::eighth_from_viewer(&kiosk(faces), bearing), expect, "faces {faces}, bearing {bearing}");
    };
    // The screen faces south, so whoever looks at it looks north.
    for (bearing, expect) in
        [(0.0, 0), (45.0, 1), (90.0, 2), (135.0, 3), (180.0, 4), (225.0, 5), (270.0, 6), (315.0, 7)]
    {
        check(180.0, bearing, expect);
    }
    // An eighth reaches half of 45° to each side.
    for (bearing, expect) in
        [(22.4, 0), (22.6, 1), (67.4, 1), (67.6, 2), (337.4, 7), (337.6, 0), (359.9, 0), (360.0, 0)]
    {
        check(180.0, bearing, expect);
    }
    // The screen faces north: the viewer looks south, and west is to the right.
    check(0.0, 180.0, 0);
    check(0.0, 270.0, 2);
    check(0.0, 90.0, 6);
    // The screen faces west; the viewer looks east.
    check(270.0, 90.0, 0);
    check(270.0, 180.0, 2);
    check(350.0, 170.0, 0);
}

#[test]
fn directions_to_places_that_everybody_knows() {
    // From Union Station, City Hall lies south-west and Dodger Stadium north.
    let check = |to: Position, faces: f64, expect: usize| {
        let facts = kiosk(faces);
        assert_eq!(queries::eighth_from_viewer(&facts, KIOSK.bearing_deg(to)), expect, "{to:?}");
    };
    let city_hall = Position { lat: 34.0537, lon: -118.2428 };
    let stadium = Position { lat: 34.0739, lon: -118.2400 };
    check(city_hall, 180.0, 5);
    check(stadium, 180.0, 0);
    check(stadium, 0.0, 4);
    check(off(0.0, 500.0), 180.0, 2);
    check(off(-500.0, -500.0), 180.0, 5);
}

#[test]
fn walking_times() {
    // 75 m a minute, and streets are 1.3 times as long as the straight line.
    for (metres, minutes) in
        [(0.0, 1), (10.0, 1), (57.6, 1), (57.8, 2), (500.0, 9), (1_200.0, 21), (1.0e9, 10_000), (f64::INFINITY, 10_000)]
    {
        assert_eq!(queries::walk_minutes(metres), minutes, "{metres} m");
    }
}

fn week() -> Release {
    Builder::new()
        .place("hall", PlaceKind::Venue, off(300.0, 0.0), None)
        .event("breakfast", "2026-11-20 07:00", "2026-11-20 08:00", "", "free", None) // over
        .event("lunch-music", "2026-11-20 11:30", "2026-11-20 13:00", "", "free", Some("hall")) // going on
        .event("evening-film", "2026-11-20 20:00", "2026-11-20 22:00", "", "children", None)
        .event("late-party", "2026-11-20 23:30", "2026-11-21 03:00", "", "", None)
        .event("fair", "2026-11-14 10:00", "2026-12-01 20:00", "", "free children", None) // for weeks
        .event("market", "2026-01-04 09:00", "2026-01-04 13:00", "FREQ=WEEKLY;BYDAY=SU", "free", Some("hall"))
        .event("parade", "2026-11-26 09:00", "2026-11-26 12:00", "", "children", None)
        .event("saturday-walk", "2026-11-21 00:00", "2026-11-21 01:00", "", "", None)
        .0
}

fn check_events(now: &str, filter: EventFilter, expect: &str) {
    let release = week();
    let found: Vec<_> = queries::events(&release, filter, at(now)).iter().map(|u| u.event.id.to_string()).collect();
    assert_eq!(found.join(" "), expect, "{filter:?} at {now}");
}

#[test]
fn events_by_filter() {
    // Friday noon.
    let now = "2026-11-20 12:00";
    check_events(now, EventFilter::Today, "lunch-music evening-film late-party fair");
    check_events(now, EventFilter::Free, "lunch-music fair market");
    check_events(now, EventFilter::Children, "evening-film fair parade");
    // Saturday and Sunday: what begins then, and what lasts until then.
    let weekend = |now: &str| {
        let release = week();
        let mut found: Vec<_> =
            queries::events(&release, EventFilter::Weekend, at(now)).iter().map(|u| u.event.id.to_string()).collect();
        found.sort();
        found.join(" ")
    };
    assert_eq!(weekend(now), "fair late-party market saturday-walk");
    assert_eq!(weekend("2026-11-22 09:30"), "fair market");
    assert_eq!(weekend("2026-11-22 13:00"), "fair");
    // The instant counts: what ends now is over, and a day ends at the city's midnight.
    check_events("2026-11-20 13:00", EventFilter::Today, "evening-film late-party fair");
    check_events("2026-11-20 23:59", EventFilter::Today, "late-party fair");
    check_events("2026-11-26 12:00", EventFilter::Children, "fair");
    check_events("2027-06-01 12:00", EventFilter::Today, "");
}

#[test]
fn all_events_are_listed_soonest_first() {
    let release = week();
    let now = at("2026-11-20 12:00");
    let all = queries::events(&release, EventFilter::All, now);
    assert_eq!(all.len(), 7, "all but the one that is over");
    for upcoming in &all {
        assert!(upcoming.occurrence.ends > now, "{}", upcoming.event.id);
    }
    let starts: Vec<_> = all.iter().map(|u| u.occurrence.starts).filter(|s| *s >= now).collect();
    assert!(starts.is_sorted());
    let market = all.iter().find(|u| u.event.id.as_str() == "market").unwrap();
    assert_eq!(market.occurrence.starts, at("2026-11-22 09:00"), "its next Sunday");
    let hall = PlaceId::new("hall").unwrap();
    let there: Vec<_> = queries::events_at(&release, &hall, now).iter().map(|u| u.event.id.to_string()).collect();
    assert_eq!(there, ["lunch-music", "market"]);
}

#[test]
fn the_games_come_first_while_they_are_on() {
    let release = Builder::new()
        .event("concert", "2028-07-20 19:00", "2028-07-20 21:00", "", "", None)
        .event("athletics", "2028-07-15 09:00", "2028-07-24 22:00", "", "games", None)
        .event("closing", "2028-07-30 18:00", "2028-07-30 21:00", "", "games", None)
        .event("market", "2028-07-29 08:00", "2028-07-29 12:00", "", "", None)
        .0;
    let listed = queries::events(&release, EventFilter::All, at("2028-07-20 11:00"));
    let ids: Vec<_> = listed.iter().map(|u| u.event.id.as_str()).collect();
    assert_eq!(ids, ["athletics", "concert", "market", "closing"]);
}

#[test]
fn days_on_which_clocks_change_are_whole_days() {
    let release = Builder::new()
        .event("last-hour", "2026-11-01 23:30", "2026-11-01 23:50", "", "", None)
        .event("next-day", "2026-11-02 00:30", "2026-11-02 01:00", "", "", None)
        .0;
    let found = queries::events(&release, EventFilter::Today, at("2026-11-01 00:30"));
    assert_eq!(found.iter().map(|u| u.event.id.as_str()).collect::<Vec<_>>(), ["last-hour"], "25 hours in {ZONE}");
}

fn around(release: &Release, now: &str, limit: usize) -> String {
    queries::around(release, &kiosk(180.0), at(now), limit)
        .iter()
        .map(|line| match line {
            Around::Place(near) => near.item.id.to_string(),
            Around::Event(upcoming, _) => format!("({})", upcoming.event.id),
        })
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn around_the_kiosk_now() {
    let release = Builder::new()
        .place("metro", PlaceKind::Station, off(0.0, 400.0), None)
        .place("tram", PlaceKind::Station, off(0.0, 200.0), None)
        .place("restroom", PlaceKind::Restroom, off(-100.0, 0.0), Some("08:00-20:00"))
        .place("restroom-far", PlaceKind::Restroom, off(-600.0, 0.0), Some("24/7"))
        .place("cafe", PlaceKind::Food, off(50.0, 0.0), Some("Mo-Fr 07:00-15:00"))
        .place("museum", PlaceKind::Museum, off(300.0, 0.0), Some("10:00-17:00"))
        .place("park", PlaceKind::Park, off(700.0, 0.0), None)
        .place("beach", PlaceKind::Beach, off(25_000.0, 0.0), None)
        .event("concert", "2026-11-20 19:00", "2026-11-20 21:00", "", "", Some("park"))
        .event("surf", "2026-11-20 13:00", "2026-11-20 14:00", "", "", Some("beach"))
        .event("nowhere", "2026-11-20 12:30", "2026-11-20 13:00", "", "", None)
        .0;
    // The nearest station and restroom that are open, the next event that is near, then what else is open.
    assert_eq!(around(&release, "2026-11-20 12:00", 6), "(concert) cafe restroom tram museum park");
    assert_eq!(around(&release, "2026-11-20 12:00", 4), "(concert) cafe restroom tram");
    assert_eq!(around(&release, "2026-11-20 12:00", 2), "restroom tram");
    assert_eq!(around(&release, "2026-11-20 12:00", 0), "");
    // Late at night: the far restroom, nothing that is shut, no event of tomorrow.
    assert_eq!(around(&release, "2026-11-20 23:00", 6), "tram restroom-far park");
    assert_eq!(around(&empty(), "2026-11-20 12:00", 6), "");
}

#[test]
fn places_stand_nearest_first() {
    let release = Builder::new()
        .place("b", PlaceKind::Park, off(100.0, 0.0), None)
        .place("a", PlaceKind::Park, off(100.0, 0.0), None)
        .place("near", PlaceKind::Museum, off(0.0, 20.0), None)
        .place("far", PlaceKind::Park, off(0.0, -900.0), None)
        .0;
    let list = |filter| {
        let near = queries::places(&release, &kiosk(0.0), filter);
        assert!(near.iter().all(|n| n.metres.is_finite()));
        near.iter().map(|n| n.item.id.to_string()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(list(PlaceFilter::Near), "near a b far");
    assert_eq!(list(PlaceFilter::Kind(PlaceKind::Park)), "a b far");
    assert_eq!(list(PlaceFilter::Kind(PlaceKind::Beach)), "");
    assert_eq!(queries::place_kinds(&release), [PlaceKind::Museum, PlaceKind::Park]);
    let near = queries::places(&release, &kiosk(0.0), PlaceFilter::Near);
    assert!((near[0].metres - 20.0).abs() < 0.1 && (near[3].metres - 900.0).abs() < 1.0, "{near:?}");
}

#[test]
fn services_stand_chief_first() {
    let release = Builder::new()
        .service("permit", ServiceKind::Permits, false)
        .service("trash", ServiceKind::Waste, false)
        .service("shelter", ServiceKind::Housing, true)
        .service("pothole", ServiceKind::Streets, true)
        .0;
    let list =
        |filter| queries::services(&release, filter).iter().map(|s| s.id.to_string()).collect::<Vec<_>>().join(" ");
    assert_eq!(list(None), "pothole shelter trash permit");
    assert_eq!(list(Some(ServiceKind::Waste)), "trash");
    assert_eq!(list(Some(ServiceKind::Animals)), "");
    assert_eq!(
        queries::service_kinds(&release),
        [ServiceKind::Streets, ServiceKind::Waste, ServiceKind::Housing, ServiceKind::Permits]
    );
}

#[test]
fn offers_are_those_of_today() {
    let release = Builder::new()
        .offer("over", "2026-10-01", Some("2026-11-19"), off(10.0, 0.0))
        .offer("last-day", "2026-10-01", Some("2026-11-20"), off(300.0, 0.0))
        .offer("first-day", "2026-11-20", None, off(200.0, 0.0))
        .offer("tomorrow", "2026-11-21", None, off(10.0, 0.0))
        .0;
    let list = |now: &str| {
        queries::offers(&release, &kiosk(0.0), at(now))
            .iter()
            .map(|n| n.item.id.to_string())
            .collect::<Vec<_>>()
            .join(" ")
    };
    // In Greenwich it is the 21st already at the second instant.
    assert_eq!(list("2026-11-20 00:00"), "first-day last-day");
    assert_eq!(list("2026-11-20 23:59"), "first-day last-day");
    assert_eq!(list("2026-11-21 00:00"), "tomorrow first-day");
}
