//! The language screen: every language by its own name.

use crate::detail::scroll_ui;
use crate::icon::Icon;
use crate::kit::{Kit, Look};
use crate::theme::Size;
use crate::view::View;
use crate::words::Words;
use accesskit::Role;
use egui::{Rect, Ui, Vec2, pos2};
use wayside_core::Event;

/// Draws the language screen.
pub fn languages_ui(kit: &mut Kit, ui: &mut Ui, view: &View, rect: Rect) {
    let m = kit.metrics;
    let mut column = kit.flow(rect);
    let title = kit.say("language-title");
    let used = kit.text(ui, rect, &title, Look::new(Size::Title, kit.palette.text).bold().lines(2), Role::Heading);
    column.take_top(used + m.gap);
    let languages = &view.kiosk.languages;
    let tick = m.type_px(Size::Heading) + m.gap * 0.5;
    let widest = languages
        .iter()
        .map(|l| kit.type_width(ui, &Words::new(l.own_name(), *l), Size::Heading, true))
        .fold(1.0, f32::max);
    let least = widest + tick + m.card_padding * 2.0 + 4.0;
    let columns = (((column.rect.width() + m.gap) / (least + m.gap)).floor() as usize).clamp(1, 4);
    // As few columns as show all of them.
    let natural = (m.type_px(Size::Heading) * 1.4 + m.card_padding).max(m.touch);
    let rows_in = |columns: usize| languages.len().div_ceil(columns).max(1) as f32;
    let fits = |columns: &usize| (natural + m.gap) * rows_in(*columns) - m.gap <= column.rect.height();
    let columns = (columns.min(2)..=columns).find(fits).unwrap_or(columns);
    let rows = rows_in(columns);
    let height = ((column.rect.height() + m.gap) / rows - m.gap).clamp(natural, natural * 1.9);
    scroll_ui(kit, ui, column.rect, |kit, ui, width| {
        let area = Rect::from_min_size(ui.max_rect().min, egui::vec2(width, (height + m.gap) * rows));
        tiles_ui(kit, ui, view, area, columns, height);
        area.height() - m.gap
    });
}

fn tiles_ui(kit: &mut Kit, ui: &mut Ui, view: &View, area: Rect, columns: usize, height: f32) {
    let m = kit.metrics;
    let languages = &view.kiosk.languages;
    let cells = kit.flow(area).grid(columns, height, languages.len().div_ceil(columns), m.gap);
    for (cell, &language) in cells.into_iter().zip(languages) {
        let words = Words::new(language.own_name(), language);
        let is_chosen = language == kit.language();
        let id = ui.id().with(("language", language.tag()));
        let clicked = kit.card(ui, cell, id, &words, |kit, ui, rect| {
            let mut row = kit.flow(rect.shrink2(egui::vec2(m.card_padding, 0.0)));
            if is_chosen {
                let side = m.type_px(Size::Heading);
                let mark = row.take_end(side);
                kit.icon(
                    ui,
                    Rect::from_center_size(pos2(mark.center().x, rect.center().y), Vec2::splat(side)),
                    Icon::CircleCheck,
                    kit.palette.accent,
                );
                row.take_end(m.gap * 0.5);
            }
            let color = if is_chosen { kit.palette.accent } else { kit.palette.text };
            // The longest names shrink a step rather than break in two.
            let is_long = kit.type_width(ui, &words, Size::Heading, true) > row.rect.width();
            let size = if is_long { Size::Body } else { Size::Heading };
            kit.paint_words(ui, row.rect, &words, Look::new(size, color).bold().lines(2).middle());
        });
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_toggled(if is_chosen { accesskit::Toggled::True } else { accesskit::Toggled::False });
        });
        if clicked {
            kit.events.push(Event::SetLanguage(language));
            kit.events.push(Event::Back);
        }
    }
}
