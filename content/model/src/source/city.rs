//! Reads the city and its kiosks.

use super::desk::{CityFacts, Kind};
use super::document::Document;
use super::fields::Fields;
use super::value::Value;
use super::words::TITLE;
use crate::{Bounds, City, KioskFacts, Language, Panel};

/// The file that holds the facts about the city.
pub(super) const FILE: &str = "city.toml";

impl CityFacts {
    /// Reads, without reporting anything, the facts that all other reading depends on.
    pub fn peek(document: Option<&Document<'_>>) -> Self {
        let table = document.map(|d| &d.table);
        let get = |key: &str| table.and_then(|t| t.get(key)).map(toml::Spanned::get_ref);
        let required: Vec<Language> = get("required_languages")
            .and_then(|v| v.as_array())
            .map(|list| list.iter().filter_map(|item| Language::read(item.get_ref()).ok()).collect())
            .unwrap_or_default();
        let side = |key: &str| get("bounds").and_then(|b| b.get(key)).and_then(|v| f64::read(v.get_ref()).ok());
        let bounds = || {
            let (south, west, north, east) = (side("south")?, side("west")?, side("north")?, side("east")?);
            (south < north && west < east).then_some(Bounds { south, west, north, east })
        };
        let time_zone = get("time_zone").and_then(|v| chrono_tz::Tz::read(v).ok());
        Self {
            required: if required.is_empty() { vec![Language::English] } else { required },
            bounds: bounds(),
            time_zone: time_zone.unwrap_or(chrono_tz::UTC),
            is_zone_known: time_zone.is_some(),
        }
    }
}

/// Reads the city.
pub(super) fn city(f: &Fields<'_>) -> Option<City> {
    f.declare(Kind::City, "city");
    let name = f.text("name", TITLE);
    let bounds = bounds(f);
    let time_zone = f.need("time_zone");
    let required_languages: Vec<Language> = f.list("required_languages");
    if required_languages.is_empty() {
        f.error(
            "required_languages",
            "`required_languages` names no language",
            "write `required_languages = [\"en\"]`",
        );
    }
    let fallback = f.refer("fallback", Kind::Signage);
    if fallback.is_none() && !f.has("fallback") {
        f.error("fallback", "`fallback` is missing", "name the signage that plays when nothing is scheduled");
    }
    let help_phone = f.need("help_phone");
    let help_url = f.need("help_url");
    f.leave(Kind::in_tables().map(Kind::tag));
    f.finish();
    Some(City {
        name,
        bounds: bounds?,
        time_zone: time_zone?,
        required_languages,
        fallback: fallback?,
        help_phone: help_phone?,
        help_url: help_url?,
    })
}

fn bounds(f: &Fields<'_>) -> Option<Bounds> {
    let Some(inner) = f.table("bounds") else {
        if !f.has("bounds") {
            f.error(
                "bounds",
                "`bounds` is missing",
                "add `bounds = { south = 33.70, west = -118.67, north = 34.34, east = -118.15 }`",
            );
        }
        return None;
    };
    let (south, west, north, east) = (inner.need("south"), inner.need("west"), inner.need("north"), inner.need("east"));
    inner.finish();
    let bounds = Bounds { south: south?, west: west?, north: north?, east: east? };
    if bounds.south >= bounds.north || bounds.west >= bounds.east {
        f.error("bounds", "`bounds` holds no ground", "south must be less than north, and west less than east");
    }
    Some(bounds)
}

/// Reads a kiosk.
pub(super) fn kiosk(f: &Fields<'_>) -> Option<KioskFacts> {
    let id = f.id(Kind::Kiosk);
    let name = f.text("name", TITLE);
    let position = f.position();
    let faces_deg = f.need::<f64>("faces_deg");
    if let Some(deg) = faces_deg
        && !(0.0..360.0).contains(&deg)
    {
        f.error("faces_deg", format!("`faces_deg` is {deg}"), "write degrees clockwise from north, from 0 up to 360");
    }
    let panel = f.table("panel").map(|inner| panel(&inner));
    if !f.has("panel") {
        f.error(
            "panel",
            "`panel` is missing",
            "add `panel = { width_px = 1080, height_px = 1920, width_mm = 680, height_mm = 1210, bottom_mm = 500 }`",
        );
    }
    let groups = f.list("groups");
    let mut languages: Vec<Language> = f.list("languages");
    if languages.is_empty() {
        f.error(
            "languages",
            "the kiosk speaks no language",
            "write `languages = [\"en\", \"es\"]`, the first one first",
        );
    }
    let mut seen = Vec::new();
    languages.retain(|language| {
        let is_new = !seen.contains(language);
        seen.push(*language);
        if !is_new {
            f.error("languages", format!("`{language}` is listed twice"), "delete one of the two");
        }
        is_new
    });
    let time_zone = f.need("time_zone");
    f.finish();
    Some(KioskFacts {
        id: id?,
        name,
        position: position?,
        faces_deg: faces_deg?,
        panel: panel??,
        groups,
        languages,
        time_zone: time_zone?,
    })
}

fn panel(f: &Fields<'_>) -> Option<Panel> {
    let (width_px, height_px) = (f.need("width_px"), f.need("height_px"));
    let (width_mm, height_mm, bottom_mm) = (f.need("width_mm"), f.need("height_mm"), f.need("bottom_mm"));
    f.finish();
    let panel = Panel {
        width_px: width_px?,
        height_px: height_px?,
        width_mm: width_mm?,
        height_mm: height_mm?,
        bottom_mm: bottom_mm?,
    };
    let is_sensible = (200..=16_384).contains(&panel.width_px)
        && (200..=16_384).contains(&panel.height_px)
        && (50.0..=10_000.0).contains(&panel.width_mm)
        && (50.0..=10_000.0).contains(&panel.height_mm)
        && (0.0..=3_000.0).contains(&panel.bottom_mm);
    if !is_sensible {
        f.error_at(
            f.line,
            "no panel measures that",
            "write pixels (200 to 16384) and millimetres as on its data sheet",
        );
    }
    is_sensible.then_some(panel)
}
