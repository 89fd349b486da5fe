//! A small city with something of everything, in several languages, made in memory.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use std::collections::BTreeMap;
use wayside_model::{
    Access, Block, Bounds, Campaign, CampaignId, City, DateRange, Event, EventId, EventKind, KioskFacts, KioskId,
    Language, Layer, Media, MediaId, MediaKind, Notice, NoticeId, NoticeLevel, Offer, OfferId, OfferKind, OpeningHours,
    Panel, PictureFile, Place, PlaceId, PlaceKind, Playlist, PlaylistId, Position, Provenance, Release, Scene, Service,
    ServiceId, ServiceKind, Signage, SignageId, Targets, Text, When, media::MediaFile,
};

pub const ZONE: chrono_tz::Tz = chrono_tz::America::Los_Angeles;

/// A Friday at ten in the morning, in the city.
pub fn now() -> DateTime<Utc> {
    "2026-11-20T18:00:00Z".parse().unwrap()
}

fn time(time: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(time, "%Y-%m-%d %H:%M").unwrap()
}

fn from(day: &str) -> DateRange {
    DateRange { from: day.parse::<NaiveDate>().unwrap(), until: None }
}

/// A text in five languages, of which one is a machine's draft.
fn text(english: &str) -> Text {
    // Different texts are different in every language.
    let n = english.bytes().fold(0_u32, |n, byte| (n * 31 + u32::from(byte)) % 99_991);
    Text::written(Language::English, english)
        .with(Language::Spanish, format!("{english}, un nombre bastante más largo en español"), Provenance::Written)
        .with(Language::Farsi, format!("نام فارسی {n} برای {english}"), Provenance::Reviewed)
        .with(Language::Korean, format!("{n}번째 장소의 한국어 이름"), Provenance::Machine)
        .with(Language::Thai, format!("ชื่อภาษาไทยที่ยาวพอสมควรสำหรับรายการที่ {n}"), Provenance::Machine)
}

pub fn kiosk(id: &str) -> KioskFacts {
    // The three panels of the sample city: outdoor portrait and landscape, and a small indoor one.
    let (width_px, height_px, width_mm, height_mm, bottom_mm) = match id {
        "portrait" => (1080, 1920, 680.0, 1210.0, 500.0),
        "landscape" => (1920, 1080, 1210.0, 680.0, 600.0),
        "small" => (1080, 1920, 299.0, 531.0, 900.0),
        other => panic!("no panel {other}"),
    };
    KioskFacts {
        id: KioskId::new(id).unwrap(),
        name: text("Union Station, Alameda Street plaza"),
        position: Position { lat: 34.0560, lon: -118.2373 },
        faces_deg: 290.0,
        panel: Panel { width_px, height_px, width_mm, height_mm, bottom_mm },
        groups: Vec::new(),
        languages: Language::ALL.to_vec(),
        time_zone: ZONE,
    }
}

pub const PANELS: [&str; 3] = ["portrait", "landscape", "small"];

fn place(n: usize, kind: PlaceKind) -> Place {
    Place {
        id: PlaceId::new(format!("{}-{n}", kind.tag())).unwrap(),
        kind,
        name: text(&format!("The {} number {n}", kind.tag())),
        summary: text("One line that says what it is and why anybody would go"),
        description: text("A longer description, with enough words that it takes a few lines on any panel."),
        position: Position { lat: 34.0560 + n as f64 * 0.0006, lon: -118.2373 - n as f64 * 0.0004 },
        address: "800 N Alameda Street".into(),
        hours: (n % 3 != 2).then(|| OpeningHours::parse("Tu-Fr 10:00-17:00; Sa-Su 09:00-21:00; Mo off").unwrap()),
        phone: Some("213-555-0100".into()),
        url: Some("city.example/places".into()),
        picture: n.is_multiple_of(2).then(|| MediaId::new("art").unwrap()),
        access: if n.is_multiple_of(2) { vec![Access::StepFree, Access::AccessibleRestroom] } else { Vec::new() },
        free: n.is_multiple_of(2),
        chief: n == 0,
    }
}

fn event(n: usize, kind: EventKind) -> Event {
    Event {
        id: EventId::new(format!("{}-{n}", kind.tag())).unwrap(),
        kind,
        title: text(&format!("The {} number {n}", kind.tag())),
        summary: text("One line about the event"),
        description: text("What happens there, for whom it is, and what to bring along."),
        when: When {
            starts: time(&format!("2026-11-{} {}:30", 14 + n, 11 + n % 8)),
            ends: time(&format!("2026-11-{} {}:00", 14 + n, 13 + n % 8)),
            all_day: n == 9,
            repeats: n.is_multiple_of(2).then(|| "FREQ=WEEKLY".to_owned()),
            except: Vec::new(),
        },
        place: n.is_multiple_of(2).then(|| PlaceId::new("landmark-0").unwrap()),
        spot: if n.is_multiple_of(2) { Text::default() } else { text("At the fountain") },
        free: n.is_multiple_of(3),
        children: n.is_multiple_of(4),
        price: if n.is_multiple_of(3) { Text::default() } else { text("$12, students $6") },
        url: Some("city.example/events".into()),
        picture: n.is_multiple_of(2).then(|| MediaId::new("art").unwrap()),
        access: Vec::new(),
    }
}

fn offer(n: usize, kind: OfferKind) -> Offer {
    Offer {
        id: OfferId::new(format!("{}-{n}", kind.tag())).unwrap(),
        kind,
        business: format!("Corner {n}"),
        title: text(&format!("The {} offer number {n}", kind.tag())),
        summary: text("One line about the offer"),
        terms: text("One for each person and day, as long as there is some."),
        valid: from("2026-11-01"),
        place: n.is_multiple_of(2).then(|| PlaceId::new("landmark-0").unwrap()),
        position: Position { lat: 34.0560, lon: -118.2373 - n as f64 * 0.0004 },
        address: "5 Main Street".into(),
        hours: n.is_multiple_of(2).then(|| OpeningHours::parse("08:00-18:00").unwrap()),
        picture: None,
        sample: n.is_multiple_of(2),
    }
}

fn service(n: usize, kind: ServiceKind) -> Service {
    let body = vec![
        Block::Heading("Before you come".into()),
        Block::Paragraph("Bring something with your name on it. It may be expired.".into()),
        Block::Bullets(vec!["A letter".into(), "A card".into()]),
        Block::Steps(vec!["Call".into(), "Wait".into()]),
    ];
    Service {
        id: ServiceId::new(format!("{}-{n}", kind.tag())).unwrap(),
        kind,
        title: text(&format!("Help with {} number {n}", kind.tag())),
        summary: text("One line about the help"),
        steps: vec![
            text("Call the number below"),
            text("Tell where it is"),
            text("Keep the number that you are given"),
        ],
        body: BTreeMap::from([(Language::English, body)]),
        eligibility: text("Everybody who lives here"),
        cost: text("Nothing"),
        hours: Some(OpeningHours::parse("Mo-Fr 08:00-17:00").unwrap()),
        phone: Some("311".into()),
        url: None,
        walk_in: vec![PlaceId::new("landmark-0").unwrap(), PlaceId::new("library-2").unwrap()],
        service_code: None,
        chief: n == 0,
    }
}

fn art() -> Media {
    let file = MediaFile { target: "media-art-portrait.png".into(), len: 1, sha256: "0".repeat(64) };
    Media {
        id: MediaId::new("art").unwrap(),
        alt: text("Hills at sunset"),
        credit: "The city".into(),
        kind: MediaKind::Picture { portrait: PictureFile { file, width_px: 1080, height_px: 1920 }, landscape: None },
    }
}

/// An emergency, which the city's release does not hold by itself.
pub fn alert() -> Notice {
    Notice {
        id: NoticeId::new("quake").unwrap(),
        level: NoticeLevel::Emergency,
        title: text("Earthquake. Drop, cover, hold on."),
        body: text("Strong shaking is expected now. Move away from glass, and stay where you are until it stops."),
        source: "City of Testville".into(),
        valid: from("2026-11-19"),
        targets: Targets::default(),
        sign_language: None,
    }
}

/// A city with several pages of each list.
pub fn release() -> Release {
    let mut release = Release::empty(City {
        name: text("Testville"),
        bounds: Bounds { south: 33.0, west: -119.0, north: 35.0, east: -117.0 },
        time_zone: ZONE,
        required_languages: vec![Language::English],
        fallback: SignageId::new("welcome").unwrap(),
        help_phone: "311".into(),
        help_url: "city.example".into(),
    });
    release.version = 3;
    release.published = now();
    release.kiosks = PANELS.iter().map(|id| (KioskId::new(*id).unwrap(), kiosk(id))).collect();
    release.places =
        (0..45).map(|n| place(n, PlaceKind::ALL[n % PlaceKind::ALL.len()])).map(|p| (p.id.clone(), p)).collect();
    release.events =
        (0..14).map(|n| event(n, EventKind::ALL[n % EventKind::ALL.len()])).map(|e| (e.id.clone(), e)).collect();
    release.offers =
        (0..14).map(|n| offer(n, OfferKind::ALL[n % OfferKind::ALL.len()])).map(|o| (o.id.clone(), o)).collect();
    release.services =
        (0..26).map(|n| service(n, ServiceKind::ALL[n % ServiceKind::ALL.len()])).map(|s| (s.id.clone(), s)).collect();
    release.media = BTreeMap::from([(MediaId::new("art").unwrap(), art())]);
    let notice = Notice {
        id: NoticeId::new("heat").unwrap(),
        level: NoticeLevel::Advice,
        title: text("It will be hot until Sunday"),
        body: text("Drink water, and rest in the shade. Libraries are cool and free for everybody."),
        source: "City of Testville".into(),
        valid: from("2026-11-19"),
        targets: Targets::default(),
        sign_language: None,
    };
    release.notices = BTreeMap::from([(notice.id.clone(), notice)]);
    let welcome = Signage {
        id: SignageId::new("welcome").unwrap(),
        scene: Scene::Poster {
            art: MediaId::new("art").unwrap(),
            kicker: text("Welcome"),
            headline: text("Good morning, Testville"),
            line: text("Everything is a touch away"),
        },
        seconds: 15,
        opens: Some("place:landmark-0".to_owned().try_into().unwrap()),
    };
    let everyday = Playlist { id: PlaylistId::new("everyday").unwrap(), items: vec![welcome.id.clone()] };
    let campaign = Campaign {
        id: CampaignId::new("everyday").unwrap(),
        layer: Layer::Base,
        playlist: everyday.id.clone(),
        days: None,
        repeats: None,
        dayparts: Vec::new(),
        targets: Targets::default(),
        share_percent: None,
    };
    release.signage = BTreeMap::from([(welcome.id.clone(), welcome)]);
    release.playlists = BTreeMap::from([(everyday.id.clone(), everyday)]);
    release.campaigns = BTreeMap::from([(campaign.id.clone(), campaign)]);
    release
}

/// The same city with nothing to list.
pub fn bare() -> Release {
    let mut release = release();
    release.places.clear();
    release.events.clear();
    release.offers.clear();
    release.services.clear();
    release.notices.clear();
    release
}
