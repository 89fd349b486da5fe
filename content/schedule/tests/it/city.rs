//! Builds small releases.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc, Weekday};
use std::collections::BTreeMap;
use wayside_model::{
    Bounds, Campaign, CampaignId, City, DateRange, Daypart, KioskFacts, KioskId, Language, Layer, Media, MediaId,
    MediaKind, Notice, NoticeId, NoticeLevel, Panel, PictureFile, Playlist, PlaylistId, Position, Release, Scene,
    Signage, SignageId, Targets, Text, media::MediaFile,
};

pub fn at(instant: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(instant).expect("an RFC 3339 instant").to_utc()
}

pub fn day(day: &str) -> NaiveDate {
    day.parse().expect("a day")
}

fn words(text: &str) -> Text {
    Text::written(Language::English, text)
}

/// A release of Los Angeles with a fallback item and nothing scheduled.
pub fn city() -> Release {
    let city = City {
        name: words("Los Angeles"),
        bounds: Bounds { south: 33.6, west: -118.7, north: 34.4, east: -118.1 },
        time_zone: chrono_tz::America::Los_Angeles,
        required_languages: vec![Language::English],
        fallback: SignageId::new("welcome").unwrap(),
        help_phone: "311".into(),
        help_url: "lacity.gov".into(),
    };
    let mut release = Release::empty(city);
    fact(&mut release, "welcome", 10);
    release
}

/// A kiosk in Los Angeles, in the group `downtown`.
pub fn kiosk() -> KioskFacts {
    KioskFacts {
        id: KioskId::new("union-station").unwrap(),
        name: words("Union Station"),
        position: Position { lat: 34.056, lon: -118.2365 },
        faces_deg: 90.0,
        panel: Panel { width_px: 1080, height_px: 1920, width_mm: 680.0, height_mm: 1210.0, bottom_mm: 700.0 },
        groups: vec!["downtown".into()],
        languages: vec![Language::English],
        time_zone: chrono_tz::America::Los_Angeles,
    }
}

pub fn fact(release: &mut Release, id: &str, seconds: u32) -> SignageId {
    let id = SignageId::new(id).unwrap();
    let scene = Scene::Fact { figure: words("1"), headline: words("One"), line: words("A line") };
    release.signage.insert(id.clone(), Signage { id: id.clone(), scene, seconds, opens: None });
    id
}

pub fn picture(release: &mut Release, id: &str, art: &str, seconds: u32) -> SignageId {
    let id = SignageId::new(id).unwrap();
    let scene = Scene::Picture { art: MediaId::new(art).unwrap() };
    release.signage.insert(id.clone(), Signage { id: id.clone(), scene, seconds, opens: None });
    id
}

fn file(target: &str) -> MediaFile {
    MediaFile { target: target.into(), len: 1, sha256: "00".repeat(32) }
}

pub fn add_picture_media(release: &mut Release, id: &str) {
    let portrait = PictureFile { file: file(id), width_px: 1080, height_px: 1920 };
    add_media(release, id, MediaKind::Picture { portrait, landscape: None });
}

pub fn add_video(release: &mut Release, id: &str) {
    add_media(release, id, MediaKind::Video { file: file(id), captions: BTreeMap::new() });
}

fn add_media(release: &mut Release, id: &str, kind: MediaKind) {
    let id = MediaId::new(id).unwrap();
    release.media.insert(id.clone(), Media { id, alt: words("A picture"), credit: String::new(), kind });
}

/// Adds a campaign with a playlist of its own; `seconds` has an item for each entry, named `<id>-<n>`.
pub fn campaign<'a>(release: &'a mut Release, id: &str, layer: Layer, seconds: &[u32]) -> &'a mut Campaign {
    let items = seconds.iter().enumerate().map(|(n, s)| fact(release, &format!("{id}-{}", n + 1), *s)).collect();
    campaign_of(release, id, layer, items)
}

/// Adds a campaign that plays these items.
pub fn campaign_of<'a>(release: &'a mut Release, id: &str, layer: Layer, items: Vec<SignageId>) -> &'a mut Campaign {
    let playlist = PlaylistId::new(id).unwrap();
    release.playlists.insert(playlist.clone(), Playlist { id: playlist.clone(), items });
    let id = CampaignId::new(id).unwrap();
    let campaign = Campaign {
        id: id.clone(),
        layer,
        playlist,
        days: None,
        repeats: None,
        dayparts: Vec::new(),
        targets: Targets::default(),
        share_percent: None,
    };
    release.campaigns.entry(id).or_insert(campaign)
}

pub fn days(from: &str, until: &str) -> DateRange {
    DateRange { from: day(from), until: (!until.is_empty()).then(|| day(until)) }
}

pub fn part(weekdays: &[Weekday], from: &str, until: &str) -> Daypart {
    let time = |t: &str| NaiveTime::parse_from_str(t, "%H:%M").expect("a time of day");
    Daypart { weekdays: weekdays.to_vec(), from: time(from), until: time(until) }
}

pub fn targets(kiosks: &[&str], groups: &[&str]) -> Targets {
    Targets {
        kiosks: kiosks.iter().map(|k| KioskId::new(*k).unwrap()).collect(),
        groups: groups.iter().map(|g| (*g).to_owned()).collect(),
    }
}

pub fn notice<'a>(release: &'a mut Release, id: &str, level: NoticeLevel, from: &str, until: &str) -> &'a mut Notice {
    let id = NoticeId::new(id).unwrap();
    let notice = Notice {
        id: id.clone(),
        level,
        title: words("Notice"),
        body: words("What to do."),
        source: "The city".into(),
        valid: days(from, until),
        targets: Targets::default(),
        sign_language: None,
    };
    release.notices.entry(id).or_insert(notice)
}

/// The loop's items, by name.
pub fn names(program: &wayside_schedule::Program) -> Vec<String> {
    program.slots.iter().map(|s| s.show.to_string()).collect()
}
