//! The list of city services.

use crate::icons_of;
use crate::kit::Kit;
use crate::list::{Chip, Entry, Shape, list_ui};
use crate::view::View;
use crate::words::Words;
use egui::{Rect, Ui};
use wayside_core::Screen;
use wayside_core::queries;
use wayside_model::ServiceKind;

/// Draws the list of service pages.
pub fn services_ui(
    kit: &mut Kit,
    ui: &mut Ui,
    view: &mut View,
    rect: Rect,
    filter: Option<ServiceKind>,
    screen: &Screen,
) {
    let mut chips =
        vec![Chip { words: kit.say("filter-all"), icon: None, is_chosen: filter.is_none(), shows: Screen::services() }];
    for kind in queries::service_kinds(view.release) {
        chips.push(Chip {
            words: kit.say(&format!("service-{}", kind.tag())),
            icon: Some(icons_of::service(kind)),
            is_chosen: filter == Some(kind),
            shows: Screen::Services { filter: Some(kind), page: 0 },
        });
    }
    let entries: Vec<Entry> = queries::services(view.release, filter)
        .into_iter()
        .map(|service| Entry {
            title: kit.words(&service.title),
            fact: kit.words(&service.summary),
            line: Words::new("", kit.language()),
            badges: Vec::new(),
            picture: None,
            icon: icons_of::service(service.kind),
            color: kit.palette.fresh,
            opens: Screen::Service(service.id.clone()),
        })
        .collect();
    list_ui(kit, ui, rect, "services", &chips, &entries, Shape::Rows, screen);
}
