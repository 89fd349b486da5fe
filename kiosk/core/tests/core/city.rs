//! A small city around one kiosk, made in memory.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use wayside_model::{
    Bounds, City, DateRange, Event, EventId, EventKind, KioskFacts, KioskId, Language, Offer, OfferId, OfferKind,
    OpeningHours, Panel, Place, PlaceId, PlaceKind, Position, Release, Service, ServiceId, ServiceKind, SignageId,
    Text, When,
};

pub const KIOSK: Position = Position { lat: 34.0561, lon: -118.2365 };
pub const ZONE: chrono_tz::Tz = chrono_tz::America::Los_Angeles;

/// Metres of one degree of latitude on the model's sphere.
const METRES_PER_DEGREE: f64 = 111_194.93;

/// The instant of a local time in the city, such as `2026-11-22 10:00`.
pub fn at(local: &str) -> DateTime<Utc> {
    wayside_model::calendar::instant_of(ZONE, time(local)).with_timezone(&Utc)
}

pub fn time(local: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(local, "%Y-%m-%d %H:%M").unwrap()
}

pub fn day(day: &str) -> NaiveDate {
    day.parse().unwrap()
}

/// A position some metres north and east of the kiosk.
pub fn off(north_metres: f64, east_metres: f64) -> Position {
    Position {
        lat: KIOSK.lat + north_metres / METRES_PER_DEGREE,
        lon: KIOSK.lon + east_metres / (METRES_PER_DEGREE * KIOSK.lat.to_radians().cos()),
    }
}

fn en(text: &str) -> Text {
    Text::written(Language::English, text)
}

pub fn kiosk(faces_deg: f64) -> KioskFacts {
    KioskFacts {
        id: KioskId::new("corner").unwrap(),
        name: en("The corner"),
        position: KIOSK,
        faces_deg,
        panel: Panel { width_px: 1080, height_px: 1920, width_mm: 680.0, height_mm: 1210.0, bottom_mm: 550.0 },
        groups: Vec::new(),
        languages: vec![Language::English, Language::Spanish],
        time_zone: ZONE,
    }
}

pub fn empty() -> Release {
    Release::empty(City {
        name: en("Testville"),
        bounds: Bounds { south: 33.0, west: -119.0, north: 35.0, east: -117.0 },
        time_zone: ZONE,
        required_languages: vec![Language::English],
        fallback: SignageId::new("fallback").unwrap(),
        help_phone: "311".into(),
        help_url: "https://example.org".into(),
    })
}

/// Builds a release record by record.
pub struct Builder(pub Release);

impl Builder {
    pub fn new() -> Self {
        Self(empty())
    }

    pub fn place(mut self, id: &str, kind: PlaceKind, position: Position, hours: Option<&str>) -> Self {
        let id = PlaceId::new(id).unwrap();
        let place = Place {
            id: id.clone(),
            kind,
            name: en(id.as_str()),
            summary: en("A place."),
            description: Text::default(),
            position,
            address: String::new(),
            hours: hours.map(|h| OpeningHours::parse(h).unwrap()),
            phone: None,
            url: None,
            picture: None,
            access: Vec::new(),
            free: false,
            chief: false,
        };
        self.0.places.insert(id, place);
        self
    }

    /// `rule` is a recurrence rule, empty for once; `marks` may name `free` and `children`.
    pub fn event(mut self, id: &str, starts: &str, ends: &str, rule: &str, marks: &str, place: Option<&str>) -> Self {
        let id = EventId::new(id).unwrap();
        let event = Event {
            id: id.clone(),
            kind: if marks.contains("games") { EventKind::Games } else { EventKind::Music },
            title: en(id.as_str()),
            summary: en("An event."),
            description: Text::default(),
            when: When {
                starts: time(starts),
                ends: time(ends),
                all_day: false,
                repeats: (!rule.is_empty()).then(|| rule.to_owned()),
                except: Vec::new(),
            },
            place: place.map(|p| PlaceId::new(p).unwrap()),
            spot: Text::default(),
            free: marks.contains("free"),
            children: marks.contains("children"),
            price: Text::default(),
            url: None,
            picture: None,
            access: Vec::new(),
        };
        self.0.events.insert(id, event);
        self
    }

    pub fn offer(mut self, id: &str, from: &str, until: Option<&str>, position: Position) -> Self {
        let id = OfferId::new(id).unwrap();
        let offer = Offer {
            id: id.clone(),
            kind: OfferKind::Coffee,
            business: "Corner Coffee".into(),
            title: en(id.as_str()),
            summary: en("An offer."),
            terms: en("One each."),
            valid: DateRange { from: day(from), until: until.map(day) },
            place: None,
            position,
            address: String::new(),
            hours: None,
            picture: None,
            sample: false,
        };
        self.0.offers.insert(id, offer);
        self
    }

    pub fn service(mut self, id: &str, kind: ServiceKind, chief: bool) -> Self {
        let id = ServiceId::new(id).unwrap();
        let service = Service {
            id: id.clone(),
            kind,
            title: en(id.as_str()),
            summary: en("A service."),
            steps: Vec::new(),
            body: std::collections::BTreeMap::new(),
            eligibility: Text::default(),
            cost: Text::default(),
            hours: None,
            phone: None,
            url: None,
            walk_in: Vec::new(),
            service_code: None,
            chief,
        };
        self.0.services.insert(id, service);
        self
    }
}
