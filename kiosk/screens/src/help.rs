//! The help screen: what this is, whom to call, what is kept, and where this stands.

use crate::detail::{Fact, Page, Part, column_ui};
use crate::icon::Icon;
use crate::kit::{ButtonLook, Kit};
use crate::view::View;
use crate::words::Words;
use egui::{Rect, Ui};
use wayside_core::Event;

/// Draws the help screen.
pub fn help_ui(kit: &mut Kit, ui: &mut Ui, view: &View, rect: Rect) {
    let mut column = kit.flow(rect);
    let end = kit.say("end-visit");
    let width = kit.button_width(ui, &end, true).min(rect.width());
    let foot = column.take_bottom(kit.button_height());
    let cell = kit.flow(foot).take_end(width);
    column.take_bottom(kit.metrics.gap);
    let city = &view.release.city;
    let call = kit.say_with("help-call", &[("phone", (&city.help_phone).into())]);
    let place = kit.words(&view.kiosk.name);
    let here = kit.say_with("help-where", &[("place", (&place.text).into())]);
    let fact = |icon, color, words| Fact { icon, color, words, is_main: false };
    let mut parts = Vec::new();
    for notice in wayside_schedule::notices_for(view.release, view.kiosk, view.now) {
        parts.push(Part::Heading(kit.words(&notice.title)));
        parts.push(Part::Paragraph(kit.words(&notice.body)));
        parts.push(Part::Small(Words::new(notice.source.clone(), wayside_model::Language::English)));
    }
    parts.push(Part::Heading(kit.say("help-privacy-title")));
    parts.push(Part::Paragraph(kit.say("help-privacy")));
    let page = Page {
        title: kit.say("help-title"),
        summary: kit.say("help-what"),
        picture: None,
        icon: Icon::Help,
        color: kit.palette.accent,
        badges: Vec::new(),
        facts: vec![
            Fact { icon: Icon::Phone, color: kit.palette.accent, words: call, is_main: true },
            fact(Icon::MapPin, kit.palette.place, here),
            fact(
                Icon::Info,
                kit.palette.text_dim,
                kit.say_with("help-kiosk", &[("id", view.kiosk.id.as_str().into())]),
            ),
        ],
        parts,
    };
    column_ui(kit, ui, column.rect, &page);
    if kit.button(ui, cell, &end, Some(Icon::LogOut), ButtonLook::Plain) {
        kit.events.push(Event::End);
    }
}
