//! The warning before a visit ends.

use crate::kit::{ButtonLook, Kit, Look, corner};
use crate::text::Weight;
use crate::theme::Size;
use accesskit::Role;
use chrono::{DateTime, Utc};
use egui::{Color32, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2};
use wayside_core::{Event, WARNING_SECS};

/// Draws the warning over everything else; `reach` is the part of the panel that is in use.
pub fn timeout_ui(kit: &mut Kit, ui: &mut Ui, screen: Rect, reach: Rect, ends_at: DateTime<Utc>, now: DateTime<Utc>) {
    let m = kit.metrics;
    // Whatever lies below must not be touched by accident.
    let veil = ui.interact(screen, ui.id().with("timeout-veil"), Sense::click());
    let question = kit.say("timeout-title");
    ui.ctx().accesskit_node_builder(veil.id, |node| {
        node.set_role(Role::AlertDialog);
        node.set_label(question.text.as_str());
        node.set_language(question.language.tag());
        node.set_modal();
    });
    let inside = UiBuilder::new().id_salt("timeout").max_rect(screen).accessibility_parent(veil.id);
    let ui = &ui.new_child(inside);
    ui.painter().rect_filled(screen, 0.0, Color32::from_black_alpha(200));
    let left = ((ends_at - now).num_milliseconds().max(0) as f32 / 1000.0).ceil() as i64;
    let (title, body) = (kit.say("timeout-title"), kit.say_with("timeout-body", &[("count", left.into())]));
    let (stay, end) = (kit.say("timeout-stay"), kit.say("timeout-end"));
    let width = reach.width().min(900.0 * m.u * m.text.factor().sqrt()) - m.edge * 2.0;
    let inner = width - m.card_padding * 3.0;
    let ring = 180.0 * m.u;
    let title_height = kit.height_of(ui, &title, Size::Title, Weight::Bold, inner, 3);
    let body_height = kit.height_of(ui, &body, Size::Body, Weight::Regular, inner, 6);
    let button = kit.button_height() * 1.25;
    let height = ring + title_height + body_height + button * 2.0 + m.gap * 5.0 + m.card_padding * 2.0;
    let card = Rect::from_center_size(reach.center(), vec2(width, height.min(reach.height())));
    ui.painter().rect_filled(card, corner(m.card_radius), kit.palette.surface);
    ui.painter().rect_stroke(
        card,
        corner(m.card_radius),
        Stroke::new(4.0 * m.u, kit.palette.accent),
        StrokeKind::Inside,
    );
    let mut column = kit.flow(card.shrink2(vec2(m.card_padding * 1.5, m.card_padding)));
    let number_cell = column.take_top(ring);
    let share = left as f32 / WARNING_SECS as f32;
    arc(ui, number_cell.center(), ring * 0.45, share, 14.0 * m.u, kit.palette.line, kit.palette.accent);
    let number = kit.formatted(kit.locale.number(left));
    kit.paint_words(ui, number_cell, &number, Look::new(Size::Title, kit.palette.text).bold().center().middle());
    column.take_top(m.gap);
    let rect = column.take_top(title_height);
    kit.text(ui, rect, &title, Look::new(Size::Title, kit.palette.text).bold().lines(3).center(), Role::Alert);
    column.take_top(m.gap * 0.5);
    let rect = column.take_top(body_height);
    kit.text(ui, rect, &body, Look::new(Size::Body, kit.palette.text_dim).lines(6).center(), Role::Label);
    let leave = column.take_bottom(button);
    column.take_bottom(m.gap);
    let keep = column.take_bottom(button);
    if kit.button(ui, keep, &stay, None, ButtonLook::Primary) {
        kit.events.push(Event::KeepGoing);
    }
    if kit.button(ui, leave, &end, None, ButtonLook::Plain) {
        kit.events.push(Event::End);
    }
    // Any touch says that somebody is there.
    if veil.clicked() {
        kit.events.push(Event::KeepGoing);
    }
}

/// A ring of which a share is filled, from the top clockwise.
fn arc(ui: &Ui, center: egui::Pos2, radius: f32, share: f32, width: f32, ground: Color32, ink: Color32) {
    ui.painter().circle_stroke(center, radius, Stroke::new(width, ground));
    let steps = (share.clamp(0.0, 1.0) * 96.0).ceil() as usize;
    let points: Vec<_> = (0..=steps)
        .map(|i| {
            let turn = share * std::f32::consts::TAU * i as f32 / steps.max(1) as f32;
            pos2(center.x + radius * turn.sin(), center.y - radius * turn.cos())
        })
        .collect();
    ui.painter().line(points, Stroke::new(width, ink));
}
