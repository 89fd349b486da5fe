//! The list of places.

use crate::icon::Icon;
use crate::icons_of;
use crate::kit::Kit;
use crate::list::{Chip, Entry, Shape, list_ui};
use crate::view::View;
use egui::{Rect, Ui};
use wayside_core::queries::{self, Near};
use wayside_core::{PlaceFilter, Screen};
use wayside_model::{OpenState, Place};

/// Most places that "near here" lists.
const MOST_NEAR: usize = 48;

/// Draws the list of places.
pub fn places_ui(kit: &mut Kit, ui: &mut Ui, view: &mut View, rect: Rect, filter: PlaceFilter, screen: &Screen) {
    let mut chips = vec![Chip {
        words: kit.say("filter-near"),
        icon: Some(Icon::MapPin),
        is_chosen: filter == PlaceFilter::Near,
        shows: Screen::places(),
    }];
    for kind in queries::place_kinds(view.release) {
        chips.push(Chip {
            words: kit.say(&format!("place-{}", kind.tag())),
            icon: Some(icons_of::place(kind)),
            is_chosen: filter == PlaceFilter::Kind(kind),
            shows: Screen::Places { filter: PlaceFilter::Kind(kind), page: 0 },
        });
    }
    // "Near here" ends where nobody would call it near.
    let limit = if filter == PlaceFilter::Near { MOST_NEAR } else { usize::MAX };
    let entries: Vec<Entry> = queries::places(view.release, view.kiosk, filter)
        .into_iter()
        .take(limit)
        .map(|near| entry(kit, view, near))
        .collect();
    list_ui(kit, ui, rect, "places", &chips, &entries, Shape::Cards, screen);
}

fn entry(kit: &Kit, view: &mut View, near: Near<&Place>) -> Entry {
    let place = near.item;
    let distance = kit.locale.distance(near.metres);
    let fact = match view.memo.open_state(place, view.kiosk, view.now) {
        OpenState::Unknown => distance,
        state => kit.locale.list_plain(&[distance, kit.locale.open_state(state, view.local())]),
    };
    let mut badges = Vec::new();
    if place.free {
        badges.push((kit.say("free"), kit.palette.fresh));
    }
    Entry {
        title: kit.words(&place.name),
        fact: kit.formatted(fact),
        line: kit.words(&place.summary),
        badges,
        picture: place.picture.clone(),
        icon: icons_of::place(place.kind),
        color: icons_of::place_color(place.kind, &kit.palette),
        opens: Screen::Place(place.id.clone()),
    }
}
