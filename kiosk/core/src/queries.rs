//! What a screen lists out of a release, seen from one kiosk at one instant.

use crate::{EventFilter, PlaceFilter};
use chrono::{DateTime, Datelike, Days, NaiveDate, TimeZone, Utc, Weekday};
use chrono_tz::Tz;
use std::collections::BTreeSet;
use wayside_model::{
    Event, EventKind, KioskFacts, Occurrence, Offer, OpenState, Place, PlaceId, PlaceKind, Release, Service,
    ServiceKind,
};

/// Walking speed in metres per minute that estimates are made with (4.5 km/h).
const WALK_METRES_PER_MINUTE: f64 = 75.0;

/// How much longer the way along streets is than the straight line, on a street grid (between 1 and √2).
const DETOUR_FACTOR: f64 = 1.3;

/// Farthest place that counts as around the kiosk, in metres along the straight line: a walk of twenty minutes.
const AROUND_METRES: f64 = 1_200.0;

/// Something with its distance from the kiosk in metres, along the straight line.
#[derive(Debug, Clone, Copy)]
pub struct Near<T> {
    pub item: T,
    pub metres: f64,
}

/// An event with the time that a list shows it at.
#[derive(Debug, Clone, Copy)]
pub struct Upcoming<'a> {
    pub event: &'a Event,
    pub occurrence: Occurrence,
}

/// Estimates the minutes that a walk takes, from the distance along the straight line; at least one.
pub fn walk_minutes(metres: f64) -> u32 {
    (metres * DETOUR_FACTOR / WALK_METRES_PER_MINUTE).ceil().clamp(1.0, 10_000.0) as u32
}

/// Where something lies, as an eighth of the circle clockwise from straight ahead of a person who looks at the screen.
pub fn eighth_from_viewer(kiosk: &KioskFacts, bearing_deg: f64) -> usize {
    // Who looks at the screen looks against the way it faces.
    let ahead = kiosk.faces_deg + 180.0;
    let turn = (bearing_deg - ahead).rem_euclid(360.0);
    ((turn + 22.5) / 45.0) as usize % 8
}

/// Lists places, nearest first; the chief places of the whole city follow those around.
pub fn places<'a>(release: &'a Release, kiosk: &KioskFacts, filter: PlaceFilter) -> Vec<Near<&'a Place>> {
    let mut list: Vec<_> = release
        .places
        .values()
        .filter(|p| match filter {
            PlaceFilter::Near => true,
            PlaceFilter::Kind(kind) => p.kind == kind,
        })
        .map(|item| Near { item, metres: kiosk.position.distance_metres(item.position) })
        .collect();
    list.sort_by(|a, b| a.metres.total_cmp(&b.metres).then_with(|| a.item.id.cmp(&b.item.id)));
    list
}

/// Kinds of which the release has a place, in their fixed order.
pub fn place_kinds(release: &Release) -> Vec<PlaceKind> {
    release.places.values().map(|p| p.kind).collect::<BTreeSet<_>>().into_iter().collect()
}

/// Groups of which the release has a service page, in their fixed order.
pub fn service_kinds(release: &Release) -> Vec<ServiceKind> {
    release.services.values().map(|s| s.kind).collect::<BTreeSet<_>>().into_iter().collect()
}

/// Lists service pages, the chief ones first.
pub fn services(release: &Release, filter: Option<ServiceKind>) -> Vec<&Service> {
    let mut list: Vec<_> = release.services.values().filter(|s| filter.is_none_or(|kind| s.kind == kind)).collect();
    list.sort_by_key(|s| (!s.chief, s.kind));
    list
}

/// Lists offers valid today, nearest first.
pub fn offers<'a>(release: &'a Release, kiosk: &KioskFacts, now: DateTime<Utc>) -> Vec<Near<&'a Offer>> {
    let today = now.with_timezone(&release.city.time_zone).date_naive();
    let mut list: Vec<_> = release
        .offers
        .values()
        .filter(|o| o.valid.contains(today))
        .map(|item| Near { item, metres: kiosk.position.distance_metres(item.position) })
        .collect();
    list.sort_by(|a, b| a.metres.total_cmp(&b.metres).then_with(|| a.item.id.cmp(&b.item.id)));
    list
}

/// The first instant of a local day; a zone that skips midnight begins the day at the first instant that it has.
fn day_start(tz: Tz, day: NaiveDate) -> DateTime<Tz> {
    (0..4)
        .filter_map(|hour| day.and_hms_opt(hour, 0, 0))
        .find_map(|local| tz.from_local_datetime(&local).earliest())
        .unwrap_or_else(|| tz.from_utc_datetime(&day.and_time(chrono::NaiveTime::MIN)))
}

/// The Saturday and Sunday that "this weekend" means: the ones under way, else the next.
pub fn weekend(today: NaiveDate) -> (NaiveDate, NaiveDate) {
    let saturday = match today.weekday() {
        Weekday::Sun => today - Days::new(1),
        day => today + Days::new(u64::from(5 - day.num_days_from_monday())),
    };
    (saturday, saturday + Days::new(1))
}

/// Lists events by the next time that they take place and that the filter admits, soonest first.
pub fn events(release: &Release, filter: EventFilter, now: DateTime<Utc>) -> Vec<Upcoming<'_>> {
    let tz = release.city.time_zone;
    let now = now.with_timezone(&tz);
    let today = now.date_naive();
    let (from, before) = match filter {
        EventFilter::Today => (now, Some(day_start(tz, today + Days::new(1)))),
        EventFilter::Weekend => {
            let (saturday, sunday) = weekend(today);
            (day_start(tz, saturday).max(now), Some(day_start(tz, sunday + Days::new(1))))
        }
        EventFilter::All | EventFilter::Free | EventFilter::Children => (now, None),
    };
    let mut list: Vec<_> = release
        .events
        .values()
        .filter(|e| match filter {
            EventFilter::Free => e.free,
            EventFilter::Children => e.children,
            _ => true,
        })
        .filter_map(|event| event.when.next(tz, from).map(|occurrence| Upcoming { event, occurrence }))
        .filter(|u| before.is_none_or(|before| u.occurrence.starts < before))
        .collect();
    // The Games come first while they are on; what else has been going on since another day stands after
    // what begins on the first day listed.
    let first_day = from.date_naive();
    list.sort_by_key(|u| {
        let day = u.occurrence.starts.date_naive();
        let is_games = u.event.kind == EventKind::Games;
        (day.max(first_day), !is_games, day < first_day, u.occurrence.starts, &u.event.id)
    });
    list
}

/// Events that take place at a place, soonest first.
pub fn events_at<'a>(release: &'a Release, place: &PlaceId, now: DateTime<Utc>) -> Vec<Upcoming<'a>> {
    events(release, EventFilter::All, now).into_iter().filter(|u| u.event.place.as_ref() == Some(place)).collect()
}

/// One line of "around you now".
#[derive(Debug, Clone, Copy)]
pub enum Around<'a> {
    Place(Near<&'a Place>),
    Event(Upcoming<'a>, Option<f64>),
}

/// Picks what is around the kiosk now: the nearest restroom and station, the next event of today that is near,
/// and the nearest other places that are open, up to `limit` lines.
pub fn around<'a>(release: &'a Release, kiosk: &KioskFacts, now: DateTime<Utc>, limit: usize) -> Vec<Around<'a>> {
    let local = now.with_timezone(&kiosk.time_zone);
    let is_shut =
        |p: &Place| p.hours.as_ref().is_some_and(|h| matches!(h.state_at(local, p.position), OpenState::Closed { .. }));
    let near: Vec<_> = places(release, kiosk, PlaceFilter::Near)
        .into_iter()
        .filter(|n| n.metres <= AROUND_METRES && !is_shut(n.item))
        .collect();
    let mut lines = Vec::new();
    let mut used: BTreeSet<&PlaceId> = BTreeSet::new();
    for kind in [PlaceKind::Station, PlaceKind::Restroom] {
        if let Some(n) = near.iter().find(|n| n.item.kind == kind) {
            used.insert(&n.item.id);
            lines.push(Around::Place(*n));
        }
    }
    let event = events(release, EventFilter::Today, now).into_iter().find_map(|u| {
        let place = release.places.get(u.event.place.as_ref()?)?;
        let metres = kiosk.position.distance_metres(place.position);
        (metres <= AROUND_METRES).then_some(Around::Event(u, Some(metres)))
    });
    lines.extend(event);
    for n in &near {
        if lines.len() >= limit {
            break;
        }
        let is_everyday = matches!(n.item.kind, PlaceKind::Station | PlaceKind::Restroom);
        if !is_everyday && used.insert(&n.item.id) {
            lines.push(Around::Place(*n));
        }
    }
    lines.truncate(limit);
    // What is on now first, then by the way to walk.
    lines.sort_by(|a, b| match (a, b) {
        (Around::Place(a), Around::Place(b)) => a.metres.total_cmp(&b.metres),
        (Around::Event(..), Around::Place(_)) => std::cmp::Ordering::Less,
        (Around::Place(_), Around::Event(..)) => std::cmp::Ordering::Greater,
        (Around::Event(..), Around::Event(..)) => std::cmp::Ordering::Equal,
    });
    lines
}
