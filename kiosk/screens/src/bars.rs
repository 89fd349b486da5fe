//! The status strip above and the action bar below every screen of a visit.

use crate::icon::Icon;
use crate::kit::{Kit, Look, corner};
use crate::theme::Size;
use crate::view::View;
use crate::words::Words;
use accesskit::Role;
use chrono::TimeDelta;
use egui::{Rect, Stroke, StrokeKind, Ui, Vec2, vec2};
use wayside_core::state::Freshness;
use wayside_core::{Event, Screen};

/// Factors on the size of the place's name, tried from the largest.
const NAME_SCALES: [f32; 6] = [1.0, 0.9, 0.8, 0.7, 0.6, 0.5];

/// Where and when this is, above everything that can be touched.
pub fn upper_ui(kit: &mut Kit, ui: &mut Ui, view: &View, rect: Rect) {
    let m = kit.metrics;
    let mut column = kit.flow(rect.shrink2(vec2(m.edge * 1.35, m.edge)));
    let ink = crate::system::INK;
    let name = kit.words(&view.kiosk.name);
    let time = kit.formatted(kit.locale.time(view.local()));
    let name_look = Look::new(Size::Heading, ink).lines(2);
    let height = kit.height_with(ui, &name, column.rect.width(), name_look);
    let below = column.take_bottom(height);
    column.take_bottom(m.gap * 0.5);
    let time_look = Look::new(Size::Title, ink).bold();
    let above = column.take_bottom(kit.height_with(ui, &time, column.rect.width(), time_look));
    kit.text(ui, above, &time, time_look, Role::Label);
    kit.text(ui, below, &name, name_look, Role::Label);
}

/// The strip that says where and when this is, and in which language.
pub fn status_strip_ui(kit: &mut Kit, ui: &mut Ui, view: &View, rect: Rect) {
    let mut row = kit.flow(rect).inset(vec2(kit.metrics.edge, 0.0));
    let language = Words::new(kit.language().own_name(), kit.language());
    let pill_height = kit.button_height().min(rect.height() - kit.metrics.u * 12.0);
    // Large words need the strip for the place and the time; the bar below has the language too.
    let has_name = kit.metrics.text.factor() < 1.5;
    let pill_width = if has_name { kit.button_width(ui, &language, true) } else { pill_height * 1.2 };
    let pill = Rect::from_center_size(row.take_end(pill_width).center(), vec2(pill_width, pill_height));
    row.take_end(kit.metrics.gap);

    let time = kit.formatted(kit.locale.time(view.local()));
    let time_width = kit.type_width(ui, &time, Size::Heading, true) + 4.0;
    let time_cell = row.take_end(time_width);
    row.take_end(kit.metrics.gap);

    let name = kit.words(&view.kiosk.name);
    if let Some((icon, words)) = freshness_words(kit, view) {
        let wide = kit.type_width(ui, &words, Size::Body, true) + kit.metrics.type_px(Size::Body) * 1.4;
        if wide < row.rect.width() * 0.5 {
            let mut chip = kit.flow(row.take_end(wide));
            let side = kit.metrics.type_px(Size::Body);
            let cell = chip.take_start(side);
            kit.icon(ui, Rect::from_center_size(cell.center(), Vec2::splat(side)), icon, kit.palette.offer);
            chip.take_start(side * 0.3);
            kit.text(ui, chip.rect, &words, Look::new(Size::Body, kit.palette.offer).bold().middle(), Role::Status);
            row.take_end(kit.metrics.gap);
        }
    }
    // Whoever calls for help reads this name out: it shrinks rather than lose a word.
    let look = Look::new(Size::Body, kit.palette.text).bold().lines(2).middle();
    let whole = |look: &Look| {
        let height = kit.height_with(ui, &name, row.rect.width(), *look);
        height <= row.rect.height() && !kit.is_cut(ui, &name, row.rect.width(), *look)
    };
    let least = kit.metrics.least_scale(Size::Body);
    let looks =
        NAME_SCALES.into_iter().map(|scale| scale.max(least)).flat_map(|s| [look.scaled(s), look.scaled(s).lines(3)]);
    let look = looks.into_iter().find(whole).unwrap_or(look.scaled(least));
    kit.text(ui, row.rect, &name, look, Role::Label);
    kit.text(ui, time_cell, &time, Look::new(Size::Heading, kit.palette.text).bold().middle().end(), Role::Label);

    let id = ui.id().with("status-language");
    let label = Words::new(format!("{}: {}", kit.say("language").text, language.text), kit.language());
    let response = kit.touchable(ui, pill, id, &label, Role::Button);
    let fill = if response.is_pointer_button_down_on() { kit.palette.surface_raised } else { kit.palette.base };
    ui.painter().rect_filled(pill, corner(pill_height / 2.0), fill);
    ui.painter().rect_stroke(
        pill,
        corner(pill_height / 2.0),
        Stroke::new(2.0 * kit.metrics.u, kit.palette.line),
        StrokeKind::Inside,
    );
    let mut inner = kit.flow(pill).inset(vec2(kit.metrics.gap, 0.0));
    let side = kit.metrics.type_px(Size::Body);
    if has_name {
        let cell = inner.take_start(side);
        kit.icon(ui, Rect::from_center_size(cell.center(), Vec2::splat(side)), Icon::Languages, kit.palette.text);
        inner.take_start(side * 0.35);
        kit.paint_words(ui, inner.rect, &language, Look::new(Size::Body, kit.palette.text).middle());
    } else {
        kit.icon(ui, Rect::from_center_size(pill.center(), Vec2::splat(side)), Icon::Languages, kit.palette.text);
    }
    kit.focus_ring(ui, &response, pill_height / 2.0);
    if response.clicked() {
        kit.events.push(Event::Open(Screen::Languages));
    }
}

fn freshness_words(kit: &Kit, view: &View) -> Option<(Icon, Words)> {
    match view.state.freshness {
        Freshness::Current => None,
        Freshness::Offline { .. } => Some((Icon::WifiOff, kit.say("offline-title"))),
        Freshness::Stale { .. } => Some((Icon::Clock, kit.say("stale-title"))),
    }
}

/// What an offline or stale kiosk tells in a sentence: what is shown, and how old it is.
pub fn freshness_sentence(kit: &Kit, view: &View) -> Option<Words> {
    let ago = |since| {
        let span: TimeDelta = view.now - since;
        kit.locale.ago(span.max(TimeDelta::zero()))
    };
    match view.state.freshness {
        Freshness::Current | Freshness::Offline { since: None } => None,
        Freshness::Offline { since: Some(since) } => {
            Some(kit.say_with("offline-body", &[("ago", (&ago(since)).into())]))
        }
        Freshness::Stale { since } => Some(kit.say_with("stale-body", &[("ago", (&ago(since)).into())])),
    }
}

/// The five actions that every screen has, in the same places.
pub fn action_bar_ui(kit: &mut Kit, ui: &mut Ui, view: &View, rect: Rect) {
    ui.painter().rect_filled(rect, 0.0, kit.palette.base);
    kit.rule(ui, rect, rect.top());
    let screen = view.state.visit().map(|v| v.screen().clone());
    let is_on = |s: &Screen| screen.as_ref() == Some(s);
    let actions = [
        ("home", Icon::Home, Event::Home, is_on(&Screen::Home)),
        ("back", Icon::Back, Event::Back, false),
        ("language", Icon::Languages, Event::Open(Screen::Languages), is_on(&Screen::Languages)),
        ("settings", Icon::TextSize, Event::Open(Screen::Settings), is_on(&Screen::Settings)),
        ("help", Icon::Help, Event::Open(Screen::Help), is_on(&Screen::Help)),
    ];
    let row = kit.flow(rect).inset(vec2(kit.metrics.edge * 0.5, 0.0));
    // One size for all five, at which every word is whole.
    let widest =
        actions.iter().map(|(key, ..)| kit.type_width(ui, &kit.say(key), Size::Caption, true)).fold(1.0, f32::max);
    let cell_width = (row.rect.width() - kit.metrics.touch_gap * (actions.len() - 1) as f32) / actions.len() as f32;
    let scale = ((cell_width - 8.0 * kit.metrics.u) / widest).clamp(0.45, 1.0);
    for (cell, (key, icon, event, is_current)) in
        row.columns(actions.len(), kit.metrics.touch_gap).into_iter().zip(actions)
    {
        let words = kit.say(key);
        let id = ui.id().with(("action", key));
        let response = kit.touchable(ui, cell, id, &words, Role::Button);
        if is_current {
            ui.ctx().accesskit_node_builder(id, |n| n.set_aria_current(accesskit::AriaCurrent::Page));
        }
        if response.is_pointer_button_down_on() {
            ui.painter().rect_filled(
                cell.shrink(6.0 * kit.metrics.u),
                corner(kit.metrics.card_radius),
                kit.palette.surface_raised,
            );
        }
        let ink = if is_current { kit.palette.accent } else { kit.palette.text };
        let caption_height = kit.metrics.type_px(Size::Caption) * scale * 1.3;
        let side = (cell.height() - caption_height).min(64.0 * kit.metrics.u) * 0.82;
        let top = cell.center().y - (side + caption_height + 6.0 * kit.metrics.u) / 2.0;
        let icon_rect = Rect::from_center_size(egui::pos2(cell.center().x, top + side / 2.0), Vec2::splat(side));
        kit.icon(ui, icon_rect, icon, ink);
        let caption = Rect::from_min_max(egui::pos2(cell.left(), icon_rect.bottom() + 6.0 * kit.metrics.u), cell.max);
        let look = Look::new(Size::Caption, ink).center();
        kit.paint_words(ui, caption, &words, if is_current { look.bold() } else { look }.scaled(scale));
        kit.focus_ring(ui, &response, kit.metrics.card_radius);
        if response.clicked() {
            kit.events.push(event);
        }
    }
}
