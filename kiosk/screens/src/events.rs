//! The list of events, and how their times are said.

use crate::icons_of;
use crate::kit::Kit;
use crate::list::{Chip, Entry, Shape, list_ui};
use crate::view::View;
use egui::{Rect, Ui};
use wayside_core::queries::Upcoming;
use wayside_core::{EventFilter, Screen};
use wayside_model::Occurrence;

/// Draws the list of events.
pub fn events_ui(kit: &mut Kit, ui: &mut Ui, view: &mut View, rect: Rect, filter: EventFilter, screen: &Screen) {
    let chips: Vec<Chip> = EventFilter::ALL
        .into_iter()
        .map(|f| Chip {
            words: kit.say(&format!("filter-{}", f.tag())),
            icon: None,
            is_chosen: f == filter,
            shows: Screen::Events { filter: f, page: 0 },
        })
        .collect();
    let upcoming = view.memo.events(view.release, filter, view.now);
    let entries: Vec<Entry> = upcoming.iter().map(|u| entry(kit, view, u)).collect();
    list_ui(kit, ui, rect, "events", &chips, &entries, Shape::Rows, screen);
}

/// An event as an entry of a list.
pub fn entry(kit: &Kit, view: &View, upcoming: &Upcoming) -> Entry {
    let event = upcoming.event;
    let when = when_short(kit, view, &upcoming.occurrence, event.when.all_day);
    let place = event.place.as_ref().and_then(|p| view.release.places.get(p));
    let spot = if event.spot.is_empty() { place.map(|p| kit.words(&p.name)) } else { Some(kit.words(&event.spot)) };
    let mut badges = Vec::new();
    if event.free {
        badges.push((kit.say("free"), kit.palette.fresh));
    }
    if event.children {
        badges.push((kit.say("filter-children"), kit.palette.place));
    }
    Entry {
        title: kit.words(&event.title),
        fact: kit.formatted(when),
        line: spot.unwrap_or_else(|| kit.words(&event.summary)),
        badges,
        picture: event.picture.clone(),
        icon: icons_of::event(event.kind),
        color: kit.palette.accent,
        opens: Screen::Event(event.id.clone()),
    }
}

/// When something is, as briefly as is clear: "Today, 7 PM", "Sat, Jul 14", "Dec 16 – 24".
pub fn when_short(kit: &Kit, view: &View, occurrence: &Occurrence, is_all_day: bool) -> String {
    let zone = view.kiosk.time_zone;
    let (starts, ends) = (occurrence.starts.with_timezone(&zone), occurrence.ends.with_timezone(&zone));
    let today = view.local().date_naive();
    let first = starts.date_naive();
    // An end at midnight belongs to the day before.
    let last = (ends - chrono::TimeDelta::seconds(1)).date_naive().max(first);
    let locale = kit.locale;
    if is_all_day || (last - first).num_days() > 1 {
        return if first == last { locale.relative_day(first, today) } else { locale.date_range(first, last) };
    }
    if view.local() >= starts {
        return locale.list_plain(&[locale.relative_day(today.min(last), today), locale.time_range(starts, ends)]);
    }
    match (first - today).num_days() {
        0 | 1 => locale.list_plain(&[locale.relative_day(first, today), locale.time_range(starts, ends)]),
        _ if chrono::Datelike::year(&first) != chrono::Datelike::year(&today) => {
            locale.list_plain(&[locale.date_medium(first), locale.time_range(starts, ends)])
        }
        _ => locale.date_time_range(starts, ends),
    }
}
