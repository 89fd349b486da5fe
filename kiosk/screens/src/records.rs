//! Detail pages of places, events, offers and services.

use crate::detail::{Fact, Page, Part, access_parts, block_parts, detail_ui, gone_ui};
use crate::events::when_short;
use crate::handover;
use crate::icon::Icon;
use crate::icons_of;
use crate::kit::Kit;
use crate::view::View;
use crate::words::Words;
use egui::{Rect, Ui};
use wayside_core::queries::{self, Upcoming};
use wayside_core::{EventFilter, Screen};
use wayside_language::DayHours;
use wayside_model::{EventId, OfferId, OpenState, OpeningHours, Place, PlaceId, Position, ServiceId, Text};

/// Events at a place that its page lists.
const EVENTS_HERE: usize = 4;

/// Coming dates that an event's page lists besides the next.
const MORE_DATES: usize = 4;

/// Draws a place's page.
pub fn place_ui(kit: &mut Kit, ui: &mut Ui, view: &mut View, rect: Rect, id: &PlaceId) {
    let Some(place) = view.release.places.get(id) else { return gone_ui(kit, ui, rect) };
    let name = kit.words(&place.name);
    let mut facts = Vec::new();
    if let Some(fact) = open_fact(kit, view.memo.open_state(place, view.kiosk, view.now), view) {
        facts.push(fact);
    }
    facts.push(way_fact(kit, view, place.position));
    if !place.address.is_empty() {
        facts.push(fact(Icon::MapPin, kit, Words::new(place.address.clone(), wayside_model::Language::English)));
    }
    facts.extend(contact_facts(kit, place.phone.as_ref(), place.url.as_ref()));
    let mut parts = Vec::new();
    about(kit, &place.description, &mut parts);
    parts.push(Part::Code {
        content: handover::place_uri(place, place.name.best_str(wayside_model::Language::English)),
        title: kit.say("take-with-you"),
        caption: kit.say("take-place"),
    });
    hours_parts(kit, view, place.hours.as_ref(), place.position, &mut parts);
    parts.extend(access_parts(kit, &place.access));
    let upcoming = view.memo.events(view.release, EventFilter::All, view.now);
    let here: Vec<&Upcoming> =
        upcoming.iter().filter(|u| u.event.place.as_ref() == Some(id)).take(EVENTS_HERE).collect();
    if !here.is_empty() {
        parts.push(Part::Heading(kit.say("section-events-here")));
        for u in here {
            parts.push(Part::Link {
                icon: icons_of::event(u.event.kind),
                color: kit.palette.accent,
                title: kit.words(&u.event.title),
                fact: kit.formatted(when_short(kit, view, &u.occurrence, u.event.when.all_day)),
                opens: Screen::Event(u.event.id.clone()),
            });
        }
    }
    let mut badges =
        vec![(kit.say(&format!("place-{}", place.kind.tag())), icons_of::place_color(place.kind, &kit.palette))];
    if place.free {
        badges.push((kit.say("free"), kit.palette.fresh));
    }
    let page = Page {
        title: name,
        summary: kit.words(&place.summary),
        picture: place.picture.clone(),
        icon: icons_of::place(place.kind),
        color: icons_of::place_color(place.kind, &kit.palette),
        badges,
        facts,
        parts,
    };
    detail_ui(kit, ui, rect, &page);
}

/// Draws an event's page.
pub fn event_ui(kit: &mut Kit, ui: &mut Ui, view: &mut View, rect: Rect, id: &EventId) {
    let Some(event) = view.release.events.get(id) else { return gone_ui(kit, ui, rect) };
    let zone = view.release.city.time_zone;
    let dates = event.when.occurrences(zone, view.now.with_timezone(&zone), MORE_DATES + 1);
    let place = event.place.as_ref().and_then(|p| view.release.places.get(p));
    let mut facts = Vec::new();
    if let Some(next) = dates.first() {
        facts.push(Fact {
            icon: Icon::Calendar,
            color: kit.palette.accent,
            words: kit.formatted(when_short(kit, view, next, event.when.all_day)),
            is_main: true,
        });
    }
    if !event.spot.is_empty() {
        facts.push(fact(Icon::MapPin, kit, kit.words(&event.spot)));
    }
    if let Some(place) = place {
        facts.push(way_fact(kit, view, place.position));
    }
    if !event.price.is_empty() {
        facts.push(fact(Icon::Ticket, kit, kit.words(&event.price)));
    }
    facts.extend(contact_facts(kit, None, event.url.as_ref()));
    let mut parts = Vec::new();
    if let Some(place) = place {
        parts.push(place_link(kit, view, place));
    }
    about(kit, &event.description, &mut parts);
    if let Some(next) = dates.first() {
        let upcoming = Upcoming { event, occurrence: *next };
        let place_name = place.map_or("", |p| p.name.best_str(wayside_model::Language::English));
        parts.push(Part::Code {
            content: handover::event_ics(view.release, &upcoming, &kit.words(&event.title).text, place_name),
            title: kit.say("take-with-you"),
            caption: kit.say("take-event"),
        });
    }
    if dates.len() > 1 {
        parts.push(Part::Heading(kit.say("section-more-dates")));
        let more = dates[1..].iter().map(|d| kit.formatted(when_short(kit, view, d, event.when.all_day))).collect();
        parts.push(Part::Bullets(more));
    }
    if !event.access.is_empty() || place.is_none() {
        parts.extend(access_parts(kit, &event.access));
    } else if let Some(place) = place {
        parts.extend(access_parts(kit, &place.access));
    }
    let mut badges = vec![(kit.say(&format!("event-{}", event.kind.tag())), kit.palette.accent)];
    if event.free {
        badges.push((kit.say("free"), kit.palette.fresh));
    }
    if event.children {
        badges.push((kit.say("filter-children"), kit.palette.place));
    }
    let page = Page {
        title: kit.words(&event.title),
        summary: kit.words(&event.summary),
        picture: event.picture.clone(),
        icon: icons_of::event(event.kind),
        color: kit.palette.accent,
        badges,
        facts,
        parts,
    };
    detail_ui(kit, ui, rect, &page);
}

/// Draws an offer's page.
pub fn offer_ui(kit: &mut Kit, ui: &mut Ui, view: &mut View, rect: Rect, id: &OfferId) {
    let Some(offer) = view.release.offers.get(id) else { return gone_ui(kit, ui, rect) };
    let valid = match offer.valid.until {
        Some(until) => kit.say_with("valid-until", &[("date", (&kit.locale.date_medium(until)).into())]),
        None => kit.say("valid-always"),
    };
    let mut facts = vec![
        Fact {
            icon: Icon::Store,
            color: kit.palette.offer,
            words: Words::new(offer.business.clone(), wayside_model::Language::English),
            is_main: true,
        },
        fact(Icon::Calendar, kit, valid),
        way_fact(kit, view, offer.position),
    ];
    if !offer.address.is_empty() {
        facts.push(fact(Icon::MapPin, kit, Words::new(offer.address.clone(), wayside_model::Language::English)));
    }
    let mut parts = Vec::new();
    if offer.sample {
        parts.push(Part::Paragraph(kit.say("sample-note")));
    }
    parts.push(Part::Heading(kit.say("section-terms")));
    parts.push(Part::Paragraph(kit.words(&offer.terms)));
    parts.push(Part::Code {
        content: handover::geo_uri(offer.position, &offer.business),
        title: kit.say("take-with-you"),
        caption: kit.say("take-place"),
    });
    hours_parts(kit, view, offer.hours.as_ref(), offer.position, &mut parts);
    if let Some(place) = offer.place.as_ref().and_then(|p| view.release.places.get(p)) {
        parts.push(place_link(kit, view, place));
    }
    let mut badges = vec![(kit.say(&format!("offer-{}", offer.kind.tag())), kit.palette.offer)];
    if offer.sample {
        badges.push((kit.say("sample"), kit.palette.report));
    }
    let page = Page {
        title: kit.words(&offer.title),
        summary: kit.words(&offer.summary),
        picture: offer.picture.clone(),
        icon: icons_of::offer(offer.kind),
        color: kit.palette.offer,
        badges,
        facts,
        parts,
    };
    detail_ui(kit, ui, rect, &page);
}

/// Draws a service's page.
pub fn service_ui(kit: &mut Kit, ui: &mut Ui, view: &mut View, rect: Rect, id: &ServiceId) {
    let Some(service) = view.release.services.get(id) else { return gone_ui(kit, ui, rect) };
    let mut facts = contact_facts(kit, service.phone.as_ref(), service.url.as_ref());
    if let Some(first) = facts.first_mut() {
        first.is_main = true;
    }
    if let Some(hours) = &service.hours {
        let state = hours.state_at(view.local(), view.kiosk.position);
        if let Some(open) = open_fact(kit, state, view) {
            facts.push(open);
        }
    }
    let mut parts = Vec::new();
    if !service.steps.is_empty() {
        parts.push(Part::Heading(kit.say("section-steps")));
        parts.push(Part::Steps(service.steps.iter().map(|s| kit.words(s)).collect()));
    }
    for (key, text) in [("section-eligibility", &service.eligibility), ("section-cost", &service.cost)] {
        if !text.is_empty() {
            parts.push(Part::Heading(kit.say(key)));
            parts.push(Part::Paragraph(kit.words(text)));
        }
    }
    let body = service
        .body
        .get_key_value(&kit.language())
        .or_else(|| service.body.get_key_value(&wayside_model::Language::English));
    if let Some((language, blocks)) = body {
        parts.push(Part::Heading(kit.say("section-about")));
        let is_draft = kit.words(&service.title).is_machine_draft && *language == kit.language();
        parts.extend(block_parts(blocks, *language, is_draft));
    }
    let mut walk_in: Vec<(f64, &Place)> = service
        .walk_in
        .iter()
        .filter_map(|p| view.release.places.get(p))
        .map(|p| (view.kiosk.position.distance_metres(p.position), p))
        .collect();
    if !walk_in.is_empty() {
        walk_in.sort_by(|a, b| a.0.total_cmp(&b.0));
        parts.push(Part::Heading(kit.say("section-walk-in")));
        for (_, place) in walk_in {
            parts.push(place_link(kit, view, place));
        }
    }
    hours_parts(kit, view, service.hours.as_ref(), view.kiosk.position, &mut parts);
    let page = Page {
        title: kit.words(&service.title),
        summary: kit.words(&service.summary),
        picture: None,
        icon: icons_of::service(service.kind),
        color: kit.palette.fresh,
        badges: vec![(kit.say(&format!("service-{}", service.kind.tag())), kit.palette.fresh)],
        facts,
        parts,
    };
    detail_ui(kit, ui, rect, &page);
}

fn fact(icon: Icon, kit: &Kit, words: Words) -> Fact {
    Fact { icon, color: kit.palette.text_dim, words, is_main: false }
}

fn open_fact(kit: &Kit, state: OpenState, view: &View) -> Option<Fact> {
    let color = match state {
        OpenState::Open { .. } => kit.palette.fresh,
        OpenState::Closed { .. } => kit.palette.report,
        OpenState::Unknown => return None,
    };
    let words = kit.formatted(kit.locale.open_state(state, view.local()));
    Some(Fact { icon: Icon::Clock, color, words, is_main: true })
}

/// How far something is, how long the walk takes and where it lies from a person who looks at the screen.
fn way_fact(kit: &Kit, view: &View, position: Position) -> Fact {
    let metres = view.kiosk.position.distance_metres(position);
    let (icon, words) = if metres < 30.0 {
        (Icon::MapPin, kit.say("you-are-here"))
    } else {
        let eighth = queries::eighth_from_viewer(view.kiosk, view.kiosk.position.bearing_deg(position));
        let direction = [
            "direction-ahead",
            "direction-ahead-right",
            "direction-right",
            "direction-behind-right",
            "direction-behind",
            "direction-behind-left",
            "direction-left",
            "direction-ahead-left",
        ][eighth];
        let away = kit.say_with("distance-away", &[("distance", (&kit.locale.distance(metres)).into())]).text;
        let minutes = queries::walk_minutes(metres);
        let mut told = vec![away];
        // Nobody walks for two hours to a museum.
        if minutes <= 60 {
            let time = kit.locale.minutes(i64::from(minutes));
            told.push(kit.say_with("distance-walk", &[("minutes", (&time).into())]).text);
        }
        told.push(kit.say(direction).text);
        (Icon::Navigation, kit.formatted(kit.locale.list_plain(&told)))
    };
    Fact { icon, color: kit.palette.place, words, is_main: false }
}

fn contact_facts(kit: &Kit, phone: Option<&String>, url: Option<&String>) -> Vec<Fact> {
    let mut facts = Vec::new();
    if let Some(phone) = phone {
        facts.push(fact(Icon::Phone, kit, kit.say_with("phone-label", &[("phone", phone.into())])));
    }
    if let Some(url) = url {
        facts.push(fact(Icon::Smartphone, kit, Words::new(url.clone(), wayside_model::Language::English)));
    }
    facts
}

fn about(kit: &Kit, description: &Text, parts: &mut Vec<Part>) {
    if !description.is_empty() {
        parts.push(Part::Paragraph(kit.words(description)));
    }
}

fn place_link(kit: &Kit, view: &View, place: &Place) -> Part {
    Part::Link {
        icon: icons_of::place(place.kind),
        color: icons_of::place_color(place.kind, &kit.palette),
        title: kit.words(&place.name),
        fact: kit.formatted(kit.locale.distance(view.kiosk.position.distance_metres(place.position))),
        opens: Screen::Place(place.id.clone()),
    }
}

fn hours_parts(kit: &Kit, view: &View, hours: Option<&OpeningHours>, position: Position, parts: &mut Vec<Part>) {
    let Some(hours) = hours else { return };
    let today = view.local().date_naive();
    let days: Vec<DayHours> = hours
        .week(today, view.kiosk.time_zone, position)
        .into_iter()
        .map(|(weekday, spans)| DayHours { weekday, spans })
        .collect();
    let today = chrono::Datelike::weekday(&today);
    parts.push(Part::Heading(kit.say("section-hours")));
    let rows = kit
        .locale
        .weekday_hours_table(&days)
        .into_iter()
        .map(|row| {
            (kit.formatted(row.weekdays_text), kit.formatted(row.hours.join("\n")), row.weekdays.contains(&today))
        })
        .collect();
    parts.push(Part::Table(rows));
}
