//! The home screen: one question, four doors, and what is around now.

use crate::bars::freshness_sentence;
use crate::doors::Doors;
use crate::icon::Icon;
use crate::icons_of;
use crate::kit::{Kit, Look, corner};
use crate::theme::Size;
use crate::view::View;
use crate::words::Words;
use accesskit::Role;
use egui::{Color32, Rect, Ui, Vec2, pos2, vec2};
use wayside_core::queries::{self, Around};
use wayside_core::{Event, Screen};
use wayside_model::{NoticeLevel, OpenState};

/// Draws the home screen.
pub fn home_ui(kit: &mut Kit, ui: &mut Ui, view: &mut View, rect: Rect) {
    if kit.is_wide_from(rect, 900.0) {
        let mut row = kit.flow(rect);
        let mut start = kit.flow(row.take_start(rect.width() * 0.56));
        row.take_start(kit.metrics.edge);
        let greeting = greeting_ui(kit, ui, view, start.rect, 1);
        start.take_top(greeting + kit.metrics.gap);
        let doors = Doors::new(kit, view);
        doors.show(kit, ui, start.rect);
        let mut end = kit.flow(row.rect);
        let notice = notice_ui(kit, ui, view, end.rect);
        end.take_top(notice);
        around_ui(kit, ui, view, end.rect);
    } else {
        let mut column = kit.flow(rect);
        let greeting = greeting_ui(kit, ui, view, column.rect, 2);
        column.take_top(greeting + kit.metrics.gap);
        let notice = notice_ui(kit, ui, view, column.rect);
        column.take_top(notice);
        let doors = Doors::new(kit, view);
        let height = doors.height(kit, ui, rect.width()).min(column.rect.height() * 0.62);
        doors.show(kit, ui, column.take_top(height));
        column.take_top(kit.metrics.gap * 1.5);
        around_ui(kit, ui, view, column.rect);
    }
}

fn greeting_ui(kit: &Kit, ui: &Ui, view: &View, rect: Rect, lines: usize) -> f32 {
    let look = Look::new(Size::Title, kit.palette.text).bold();
    let greeting = kit.say(kit.locale.greeting_key(view.local()));
    let question = kit.say("home-question");
    if lines == 1 || rect.height() < kit.metrics.type_px(Size::Title) * 16.0 {
        return kit.text(ui, rect, &question, look.lines(2), Role::Heading);
    }
    let first = kit.text(ui, rect, &greeting, look, Role::Label);
    let rest = Rect::from_min_max(pos2(rect.left(), rect.top() + first), rect.max);
    first + kit.text(ui, rest, &question, look.lines(2), Role::Heading)
}

/// The most urgent notice, or what an offline kiosk has to say; returns the height used, gap included.
fn notice_ui(kit: &Kit, ui: &Ui, view: &View, rect: Rect) -> f32 {
    let notice = wayside_schedule::notices_for(view.release, view.kiosk, view.now)
        .into_iter()
        .find(|n| n.level != NoticeLevel::Info);
    let (icon, title, body) = if let Some(notice) = notice {
        (Icon::AlertTriangle, kit.words(&notice.title), kit.words(&notice.body))
    } else if let Some(sentence) = freshness_sentence(kit, view) {
        (Icon::WifiOff, Words::new("", kit.language()), sentence)
    } else {
        return 0.0;
    };
    banner_ui(kit, ui, rect, icon, &title, &body, kit.palette.offer) + kit.metrics.gap
}

/// A band with an icon and a sentence; returns its height.
pub fn banner_ui(kit: &Kit, ui: &Ui, rect: Rect, icon: Icon, title: &Words, body: &Words, ink: Color32) -> f32 {
    let padding = kit.metrics.card_padding * 0.75;
    let side = kit.metrics.type_px(Size::Heading);
    let text_width = rect.width() - padding * 3.0 - side;
    let title_height = if title.is_empty() {
        0.0
    } else {
        kit.height_of(ui, title, Size::Body, crate::text::Weight::Bold, text_width, 2)
    };
    let body_height = kit.height_of(ui, body, Size::Caption, crate::text::Weight::Regular, text_width, 4);
    let height = (title_height + body_height).max(side) + padding * 2.0;
    let band = Rect::from_min_size(rect.min, vec2(rect.width(), height));
    ui.painter().rect_filled(band, corner(kit.metrics.card_radius), kit.palette.surface);
    ui.painter().rect_stroke(
        band,
        corner(kit.metrics.card_radius),
        egui::Stroke::new(2.0 * kit.metrics.u, ink),
        egui::StrokeKind::Inside,
    );
    let mut row = kit.flow(band.shrink(padding));
    let cell = row.take_start(side);
    kit.icon(ui, Rect::from_center_size(cell.center(), Vec2::splat(side)), icon, ink);
    row.take_start(padding);
    let mut text = row.rect;
    text.min.y = band.center().y - title_height.midpoint(body_height);
    text.min.y += kit.text(ui, text, title, Look::new(Size::Body, kit.palette.text).bold().lines(2), Role::Label);
    kit.text(ui, text, body, Look::new(Size::Caption, kit.palette.text_dim).lines(4), Role::Label);
    height
}

fn around_ui(kit: &mut Kit, ui: &mut Ui, view: &mut View, rect: Rect) {
    let m = kit.metrics;
    let row_height =
        (m.type_px(Size::Heading) * 1.3 + m.type_px(Size::Caption) * 1.4 + m.gap * 1.3).max(m.touch + m.touch_gap);
    let heading = kit.say("home-around");
    let heading_height =
        kit.height_of(ui, &heading, Size::Heading, crate::text::Weight::Bold, rect.width(), 1) + m.gap * 0.6;
    let fits = ((rect.height() - heading_height) / row_height).floor();
    if fits < 1.0 {
        return;
    }
    let lines = queries::around(view.release, view.kiosk, view.now, fits as usize);
    let mut column = kit.flow(rect);
    let head = column.take_top(heading_height);
    kit.text(ui, head, &heading, Look::new(Size::Heading, kit.palette.text).bold(), Role::Heading);
    if lines.is_empty() {
        let words = kit.say("home-nothing-around");
        kit.text(ui, column.rect, &words, Look::new(Size::Body, kit.palette.text_dim).lines(3), Role::Label);
        return;
    }
    for line in lines {
        let row = column.take_top(row_height);
        kit.rule(ui, row, row.top());
        let (icon, color, title, facts, metres, screen) = match line {
            Around::Place(near) => {
                let open = view.memo.open_state(near.item, view.kiosk, view.now);
                let distance = kit.locale.distance(near.metres);
                let facts = match open {
                    OpenState::Unknown => distance,
                    state => kit.locale.list_plain(&[distance, kit.locale.open_state(state, view.local())]),
                };
                (
                    icons_of::place(near.item.kind),
                    icons_of::place_color(near.item.kind, &kit.palette),
                    kit.words(&near.item.name),
                    facts,
                    Some(near.metres),
                    Screen::Place(near.item.id.clone()),
                )
            }
            Around::Event(upcoming, metres) => {
                let when = crate::events::when_short(kit, view, &upcoming.occurrence, upcoming.event.when.all_day);
                let facts = match upcoming.event.place.as_ref().and_then(|p| view.release.places.get(p)) {
                    Some(place) => kit.locale.list_plain(&[when, kit.words(&place.name).text]),
                    None => when,
                };
                (
                    icons_of::event(upcoming.event.kind),
                    kit.palette.accent,
                    kit.words(&upcoming.event.title),
                    facts,
                    metres,
                    Screen::Event(upcoming.event.id.clone()),
                )
            }
        };
        let facts = kit.formatted(facts);
        let minutes = metres.map(|metres| kit.locale.minutes_parts(i64::from(queries::walk_minutes(metres))));
        let mut name = title.clone();
        if let Some((number, unit)) = &minutes {
            let walk = kit.say_with("distance-walk", &[("minutes", (&format!("{number} {unit}")).into())]);
            name.text = kit.locale.list_plain(&[title.text.as_str(), facts.text.as_str(), walk.text.as_str()]);
        }
        let id = ui.id().with(("around", title.text.as_str()));
        let response = kit.touchable(ui, row.shrink2(vec2(0.0, m.touch_gap * 0.5)), id, &name, Role::Button);
        if response.is_pointer_button_down_on() {
            ui.painter().rect_filled(
                row.expand2(vec2(m.gap * 0.5, 0.0)),
                corner(m.card_radius * 0.5),
                kit.palette.surface,
            );
        }
        let mut flow = kit.flow(row.shrink2(vec2(0.0, m.gap * 0.6)));
        let side = m.type_px(Size::Heading) * 1.2;
        let cell = flow.take_start(side);
        kit.icon(ui, Rect::from_center_size(cell.center(), Vec2::splat(side)), icon, color);
        flow.take_start(m.gap);
        if let Some((number, unit)) = minutes {
            let (number, unit) = (kit.formatted(number), kit.formatted(unit));
            let unit_width = kit.type_width(ui, &unit, Size::Caption, false) + 2.0;
            let number_width = kit.type_width(ui, &number, Size::Title, true) + 2.0;
            let unit_cell = flow.take_end(unit_width);
            flow.take_end(m.u * 8.0);
            let number_cell = flow.take_end(number_width);
            flow.take_end(m.gap);
            let baseline_drop = m.type_px(Size::Title) * 0.13;
            kit.paint_words(ui, number_cell, &number, Look::new(Size::Title, kit.palette.text).bold().middle());
            kit.paint_words(
                ui,
                unit_cell.translate(vec2(0.0, baseline_drop)),
                &unit,
                Look::new(Size::Caption, kit.palette.text_dim).middle(),
            );
        }
        let used = kit.paint_words(ui, flow.rect, &title, Look::new(Size::Heading, kit.palette.text).bold());
        let mut below = flow.rect;
        below.min.y += used;
        kit.paint_words(ui, below, &facts, Look::new(Size::Caption, kit.palette.text_dim));
        kit.focus_ring(ui, &response, m.card_radius * 0.5);
        if response.clicked() {
            kit.events.push(Event::Open(screen));
        }
    }
}
