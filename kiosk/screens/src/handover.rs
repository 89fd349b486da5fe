//! What a code hands over to a phone: the result itself, with no server, no account and no identifier in it.

use wayside_core::queries::Upcoming;
use wayside_model::{Event, Place, Position, Release};

/// Longest line of iCalendar text in bytes, without the line break (RFC 5545, 3.1).
const MAX_ICS_LINE: usize = 75;

/// A place as a `geo:` address (RFC 5870) with the name that map programs show.
pub fn geo_uri(position: Position, name: &str) -> String {
    format!(
        "geo:{:.5},{:.5}?q={:.5},{:.5}({})",
        position.lat,
        position.lon,
        position.lat,
        position.lon,
        percent_encode(name)
    )
}

/// A place as a `geo:` address.
pub fn place_uri(place: &Place, name: &str) -> String {
    geo_uri(place.position, name)
}

/// Percent-encodes everything that is not unreserved (RFC 3986, 2.3).
fn percent_encode(text: &str) -> String {
    use std::fmt::Write;
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            // Writing into a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// An event as an iCalendar object (RFC 5545) with the one time that the screen shows.
pub fn event_ics(release: &Release, upcoming: &Upcoming, title: &str, place_name: &str) -> String {
    let event: &Event = upcoming.event;
    let stamp = "%Y%m%dT%H%M%SZ";
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Wayside//EN".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}-{}@wayside", event.id, upcoming.occurrence.starts.format("%Y%m%dT%H%M")),
        format!("DTSTAMP:{}", release.published.format(stamp)),
    ];
    if event.when.all_day {
        // The end of an all-day event is the day after its last (RFC 5545, 3.6.1).
        lines.push(format!("DTSTART;VALUE=DATE:{}", upcoming.occurrence.starts.format("%Y%m%d")));
        lines.push(format!("DTEND;VALUE=DATE:{}", upcoming.occurrence.ends.format("%Y%m%d")));
    } else {
        lines.push(format!("DTSTART:{}", upcoming.occurrence.starts.to_utc().format(stamp)));
        lines.push(format!("DTEND:{}", upcoming.occurrence.ends.to_utc().format(stamp)));
    }
    lines.push(format!("SUMMARY:{}", escape_ics(title)));
    if !place_name.is_empty() {
        lines.push(format!("LOCATION:{}", escape_ics(place_name)));
    }
    if let Some(place) = event.place.as_ref().and_then(|p| release.places.get(p)) {
        lines.push(format!("GEO:{:.5};{:.5}", place.position.lat, place.position.lon));
    }
    lines.push("END:VEVENT".to_owned());
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().flat_map(|line| fold(line)).collect()
}

fn escape_ics(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_control() || *c == '\n')
        .flat_map(|c| match c {
            '\\' | ';' | ',' => vec!['\\', c],
            '\n' => vec!['\\', 'n'],
            _ => vec![c],
        })
        .collect()
}

/// Ends a line, folding it where it is too long.
fn fold(line: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut rest = line;
    let mut limit = MAX_ICS_LINE;
    while rest.len() > limit {
        let cut = (0..=limit).rev().find(|&i| rest.is_char_boundary(i)).unwrap_or(rest.len());
        out.push(format!("{}\r\n ", &rest[..cut]));
        rest = &rest[cut..];
        // The space that marks a folded line counts too.
        limit = MAX_ICS_LINE - 1;
    }
    out.push(format!("{rest}\r\n"));
    out
}
