//! The display screen: text size, colours, reach and motion, each seen at once.

use crate::detail::scroll_ui;
use crate::icon::Icon;
use crate::kit::{ButtonLook, Kit, Look, corner};
use crate::text::Weight;
use crate::theme::Size;
use crate::view::View;
use crate::words::Words;
use accesskit::Role;
use egui::{Rect, Ui, Vec2, pos2, vec2};
use wayside_core::{Event, Settings, TextSize, Theme};

/// Draws the display screen.
pub fn settings_ui(kit: &mut Kit, ui: &mut Ui, view: &View, rect: Rect) {
    scroll_ui(kit, ui, rect, |kit, ui, width| {
        let is_wide = kit.is_wide(rect);
        let area = Rect::from_min_size(ui.max_rect().min, vec2(width, 100_000.0));
        content_ui(kit, ui, view, area, is_wide)
    });
}

/// The screen's content from the top of an area down; returns the height used.
fn content_ui(kit: &mut Kit, ui: &mut Ui, view: &View, rect: Rect, is_wide: bool) -> f32 {
    let m = kit.metrics;
    let settings = view.state.settings();
    let mut column = kit.flow(rect);
    let title = kit.say("settings-title");
    let used = kit.text(ui, rect, &title, Look::new(Size::Title, kit.palette.text).bold().lines(2), Role::Heading);
    column.take_top(used + m.gap * 0.5);
    let (left, right) = if is_wide {
        let halves = column.columns(2, m.edge);
        (halves[0], halves[1])
    } else {
        (column.rect, column.rect)
    };
    let mut y = left.top();
    let sizes = TextSize::ALL.map(|s| {
        (
            kit.formatted(kit.locale.percent(i64::from(s.percent()))),
            None,
            s == settings.text_size,
            Settings { text_size: s, ..settings },
        )
    });
    y += choices_ui(kit, ui, left, y, "settings-text-size", &sizes);
    let themes = Theme::ALL.map(|t| {
        let icon = match t {
            Theme::Dark => Icon::Moon,
            Theme::Light => Icon::Sun,
            Theme::Contrast => Icon::Contrast,
        };
        (kit.say(&format!("theme-{}", t.tag())), Some(icon), t == settings.theme, Settings { theme: t, ..settings })
    });
    y += choices_ui(kit, ui, left, y, "settings-theme", &themes);
    let first_end = y;
    let mut y = if is_wide { right.top() } else { y + m.gap * 0.5 };
    let reach = Settings { lower_reach: !settings.lower_reach, ..settings };
    y += switch_ui(
        kit,
        ui,
        right,
        y,
        Icon::Accessibility,
        "settings-reach",
        "settings-reach-hint",
        settings.lower_reach,
        reach,
    );
    let motion = Settings { less_motion: !settings.less_motion, ..settings };
    y += switch_ui(
        kit,
        ui,
        right,
        y,
        Icon::Hand,
        "settings-motion",
        "settings-motion-hint",
        settings.less_motion,
        motion,
    );
    if settings != Settings::default() {
        let words = kit.say("settings-reset");
        let width = kit.button_width(ui, &words, false).min(right.width());
        let cell = kit
            .flow(Rect::from_min_size(pos2(right.left(), y), vec2(right.width(), kit.button_height())))
            .take_start(width);
        if kit.button(ui, cell, &words, None, ButtonLook::Plain) {
            kit.events.push(Event::SetSettings(Settings::default()));
        }
        y += kit.button_height();
    }
    y.max(first_end) - rect.top() + m.gap
}

/// A heading and its choices in rows that fit; returns the height used.
fn choices_ui(
    kit: &mut Kit,
    ui: &Ui,
    area: Rect,
    top: f32,
    key: &str,
    choices: &[(Words, Option<Icon>, bool, Settings)],
) -> f32 {
    let m = kit.metrics;
    let heading = kit.say(key);
    let mut y = top;
    let rect = Rect::from_min_max(pos2(area.left(), y), area.max);
    y += kit.text(ui, rect, &heading, Look::new(Size::Heading, kit.palette.text).bold(), Role::Heading) + m.gap * 0.4;
    let gap = m.gap * 0.6;
    let widest = choices.iter().map(|(w, i, ..)| kit.button_width(ui, w, i.is_some())).fold(0.0, f32::max);
    // Words may break in two where that keeps the choices in one row.
    let in_a_row = (area.width() - gap * (choices.len() - 1) as f32) / choices.len() as f32;
    let columns = if in_a_row >= widest * 0.8 {
        choices.len()
    } else {
        (((area.width() + gap) / (widest + gap)).floor() as usize).clamp(1, choices.len())
    };
    let rows = choices.len().div_ceil(columns);
    let has_two_lines = columns == choices.len() && in_a_row < widest;
    let height = kit.button_height() * if has_two_lines { 1.7 } else { 1.3 };
    let grid = kit.flow(Rect::from_min_max(pos2(area.left(), y), area.max)).grid(columns, height, rows, gap);
    for (cell, (words, icon, is_chosen, settings)) in grid.into_iter().zip(choices) {
        if kit.button(ui, cell, words, *icon, ButtonLook::Choice(*is_chosen)) {
            kit.events.push(Event::SetSettings(*settings));
        }
    }
    y += rows as f32 * (height + gap) - gap + m.gap;
    y - top
}

/// A row that turns something on and off; returns the height used.
fn switch_ui(
    kit: &mut Kit,
    ui: &mut Ui,
    area: Rect,
    top: f32,
    icon: Icon,
    key: &str,
    hint_key: &str,
    is_on: bool,
    turned: Settings,
) -> f32 {
    let m = kit.metrics;
    let (title, hint) = (kit.say(key), kit.say(hint_key));
    let side = m.type_px(Size::Heading) * 1.1;
    let track = vec2(m.type_px(Size::Heading) * 2.1, m.type_px(Size::Heading) * 1.15);
    let width = area.width() - m.card_padding * 2.0 - side - track.x - m.gap * 2.0;
    let title_height = kit.height_of(ui, &title, Size::Body, Weight::Bold, width, 4);
    let hint_height = kit.height_of(ui, &hint, Size::Caption, Weight::Regular, width, 6);
    let height = (title_height + hint_height + m.gap * 1.2).max(m.touch);
    let rect = Rect::from_min_size(pos2(area.left(), top), vec2(area.width(), height));
    let id = ui.id().with(("switch", key));
    let name = Words { text: kit.locale.list_plain(&[title.text.as_str(), hint.text.as_str()]), ..title.clone() };
    let clicked = kit.card(ui, rect, id, &name, |kit, ui, rect| {
        let mut row = kit.flow(rect.shrink2(vec2(m.card_padding, 0.0)));
        let cell = row.take_start(side);
        kit.icon(ui, Rect::from_center_size(cell.center(), Vec2::splat(side)), icon, kit.palette.place);
        row.take_start(m.gap);
        let knob_cell = Rect::from_center_size(row.take_end(track.x).center(), track);
        row.take_end(m.gap);
        let (fill, knob) =
            if is_on { (kit.palette.accent, kit.palette.on_accent) } else { (kit.palette.line, kit.palette.text) };
        ui.painter().rect_filled(knob_cell, corner(track.y / 2.0), fill);
        let inner = track.y * 0.38;
        // On is at the end side.
        let at_right = is_on != kit.is_right_to_left();
        let x = if at_right { knob_cell.right() - track.y / 2.0 } else { knob_cell.left() + track.y / 2.0 };
        ui.painter().circle_filled(pos2(x, knob_cell.center().y), inner, if is_on { knob } else { kit.palette.base });
        if is_on {
            let mark = Rect::from_center_size(pos2(x, knob_cell.center().y), Vec2::splat(inner * 1.2));
            kit.icon(ui, mark, Icon::Check, kit.palette.accent);
        }
        let mut text = row.rect;
        text.min.y = rect.center().y - title_height.midpoint(hint_height);
        text.min.y += kit.paint_words(ui, text, &title, Look::new(Size::Body, kit.palette.text).bold().lines(4));
        kit.paint_words(ui, text, &hint, Look::new(Size::Caption, kit.palette.text_dim).lines(6));
    });
    let state = kit.say(if is_on { "on" } else { "off" });
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(Role::Switch);
        node.set_toggled(if is_on { accesskit::Toggled::True } else { accesskit::Toggled::False });
        node.set_value(state.text.as_str());
    });
    if clicked {
        kit.events.push(Event::SetSettings(turned));
    }
    height + m.gap * 0.75
}
