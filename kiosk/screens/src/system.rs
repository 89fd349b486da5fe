//! Screens that need no content: an empty store, an error, and the built-in picture of the city.

use crate::kit::{Kit, Look};
use crate::text::Weight;
use crate::theme::Size;
use crate::words::Words;
use accesskit::Role;
use egui::{Color32, Mesh, Pos2, Rect, Ui, pos2, vec2};
use std::collections::BTreeMap;
use wayside_language::Locale;
use wayside_model::Language;

/// What a screen without content tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// The store holds nothing yet.
    Empty,
    /// The program met a fault and starts again.
    Error,
}

impl Trouble {
    const fn keys(self) -> (&'static str, &'static str) {
        match self {
            Self::Empty => ("empty-title", "empty-body"),
            Self::Error => ("error-title", "error-body"),
        }
    }
}

/// Draws a screen that says the same in every language, since nobody can choose one yet.
pub fn trouble_ui(kit: &Kit, ui: &mut Ui, rect: Rect, trouble: Trouble, locales: &BTreeMap<Language, Locale>) {
    evening(ui, rect);
    let m = &kit.metrics;
    let ink = INK;
    let (title_key, body_key) = trouble.keys();
    let inner = rect.shrink2(vec2(m.edge, m.edge * 1.5));
    let is_wide = rect.width() > rect.height();
    let first = locales.get(&kit.language()).unwrap_or(kit.locale);
    let title = Words::new(first.say(title_key, &[]), first.language());
    let body = Words::new(first.say(body_key, &[]), first.language());
    let head_width = if is_wide { inner.width() * 0.42 } else { inner.width() };
    let mut column = kit.flow(inner);
    let head = Rect::from_min_size(
        if kit.is_right_to_left() { pos2(inner.right() - head_width, inner.top()) } else { inner.min },
        vec2(head_width, inner.height()),
    );
    let mut y = head.top();
    let at = |y: f32| Rect::from_min_max(pos2(head.left(), y), head.max);
    y += kit.text(ui, at(y), &title, Look::new(Size::Display, ink).bold().lines(5), Role::Heading) + m.gap;
    y += kit.text(ui, at(y), &body, Look::new(Size::Heading, ink).lines(6), Role::Label) + m.edge;
    let list = if is_wide {
        column.take_start(head_width + m.edge);
        column.rect
    } else {
        Rect::from_min_max(pos2(inner.left(), y), inner.max)
    };
    let others: Vec<&Locale> = locales.values().filter(|l| l.language() != kit.language()).collect();
    let columns = 2;
    let rows = others.len().div_ceil(columns);
    let height = list.height() / rows.max(1) as f32;
    let cells = kit.flow(list).grid(columns, height - m.gap * 0.4, rows, m.gap * 0.4);
    for (cell, locale) in cells.into_iter().map(|cell| cell.shrink2(vec2(m.gap * 0.5, 0.0))).zip(others) {
        let words = Words::new(locale.say(title_key, &[]), locale.language());
        kit.rule_tinted(ui, cell, ink.gamma_multiply(0.35));
        // Each stands on the side that its readers start from.
        let look = Look::new(Size::Body, ink).lines(2).middle();
        let own_side = if words.language.is_right_to_left() == kit.is_right_to_left() { look } else { look.end() };
        if kit.height_of(ui, &words, Size::Body, Weight::Regular, cell.width(), 2) <= cell.height() {
            kit.text(ui, cell, &words, own_side, Role::Label);
        }
    }
}

/// Words over art and over the evening sky are always light, since both are dark where words stand.
pub const INK: Color32 = Color32::from_rgb(0xF6, 0xF2, 0xE9);

/// An evening sky, the ground of everything that the program draws without content.
pub fn evening(ui: &Ui, rect: Rect) {
    let stops = [
        (0.0, Color32::from_rgb(0x1B, 0x13, 0x3D)),
        (0.45, Color32::from_rgb(0x4B, 0x1F, 0x57)),
        (0.8, Color32::from_rgb(0x6B, 0x2C, 0x4A)),
        (1.0, Color32::from_rgb(0x17, 0x0E, 0x26)),
    ];
    let mut mesh = Mesh::default();
    for (share, color) in stops {
        let y = rect.top() + rect.height() * share;
        mesh.colored_vertex(pos2(rect.left(), y), color);
        mesh.colored_vertex(pos2(rect.right(), y), color);
    }
    for first in [0, 2, 4] {
        mesh.add_triangle(first, first + 1, first + 2);
        mesh.add_triangle(first + 1, first + 2, first + 3);
    }
    ui.painter().add(mesh);
}

/// A circle of light, for the built-in picture.
pub fn sun(ui: &Ui, center: Pos2, radius: f32) {
    ui.painter().circle_filled(center, radius, Color32::from_rgb(0xFF, 0xD9, 0x85));
}
