//! The four doors of the home screen.

use crate::icon::Icon;
use crate::kit::{Kit, Look};
use crate::text::Weight;
use crate::theme::Size;
use crate::view::View;
use crate::words::Words;
use egui::{Color32, Rect, Ui};
use wayside_core::{Event, EventFilter, Screen};

/// Side of an icon in u, where there is room and where there is little.
const ICON_U: (f32, f32) = (84.0, 44.0);

/// The least factor on the titles, below which they are cut.
const LEAST_SCALE: f32 = 0.4;

struct Door {
    key: &'static str,
    icon: Icon,
    color: Color32,
    title: Words,
    hint: Words,
    opens: Screen,
}

/// Four doors that look alike: one size of title, one of icon, all with a hint or none.
pub struct Doors([Door; 4]);

/// What the contents of all doors have in common at one size.
struct Fit {
    title: Look,
    hint: Option<Look>,
    icon_px: f32,
}

impl Doors {
    pub fn new(kit: &Kit, view: &mut View) -> Self {
        let today = view.memo.events(view.release, EventFilter::Today, view.now).len();
        let count = i64::try_from(today).unwrap_or(i64::MAX);
        let today = kit.say_with("events-today-count", &[("count", count.into())]);
        let p = &kit.palette;
        let door = |key, icon, color, hint, opens| Door { key, icon, color, title: kit.say(key), hint, opens };
        Self([
            door("places", Icon::MapPin, p.place, kit.say("places-hint"), Screen::places()),
            door("events", Icon::Calendar, p.accent, today, Screen::events()),
            door("services", Icon::Landmark, p.fresh, kit.say("services-hint"), Screen::services()),
            door("offers", Icon::Tag, p.offer, kit.say("offers-hint"), Screen::offers()),
        ])
    }

    /// Height at which nothing has to shrink.
    pub fn height(&self, kit: &Kit, ui: &Ui, width: f32) -> f32 {
        let m = kit.metrics;
        let inner = (width - m.gap) / 2.0 - m.card_padding * 2.0;
        let title = self.title_look(kit, ui, inner, f32::INFINITY);
        let text = self.text_height(kit, ui, inner, title, Some(Self::hint_look(kit)));
        (m.card_padding * 2.0 + ICON_U.0 * m.u + m.gap * 0.75 + text) * 2.0 + m.gap
    }

    pub fn show(&self, kit: &mut Kit, ui: &mut Ui, rect: Rect) {
        let m = kit.metrics;
        let row_height = (rect.height() - m.gap) / 2.0;
        let cells = kit.flow(rect).grid(2, row_height, 2, m.gap);
        let Some(inner) = cells.first().map(|cell| cell.shrink(m.card_padding)) else { return };
        let fit = self.fit(kit, ui, inner);
        for (cell, door) in cells.into_iter().zip(&self.0) {
            let id = ui.id().with(("door", door.key));
            if kit.card(ui, cell, id, &door.title, |kit, ui, rect| door.paint(kit, ui, rect, &fit)) {
                kit.events.push(Event::Open(door.opens.clone()));
            }
        }
    }

    fn fit(&self, kit: &Kit, ui: &Ui, inner: Rect) -> Fit {
        let m = kit.metrics;
        let title = self.title_look(kit, ui, inner.width(), inner.height());
        let room = |hint| inner.height() - self.text_height(kit, ui, inner.width(), title, hint) - m.gap * 0.75;
        let hint = Some(Self::hint_look(kit)).filter(|hint| room(Some(*hint)) >= ICON_U.1 * m.u);
        Fit { title, hint, icon_px: room(hint).clamp(0.0, ICON_U.0 * m.u) }
    }

    /// The tallest title with its hint.
    fn text_height(&self, kit: &Kit, ui: &Ui, width: f32, title: Look, hint: Option<Look>) -> f32 {
        let height = |door: &Door| {
            let hint = hint.map_or(0.0, |look| kit.height_with(ui, &door.hint, width, look) + 4.0 * kit.metrics.u);
            kit.height_with(ui, &door.title, width, title) + hint
        };
        self.0.iter().map(height).fold(0.0, f32::max)
    }

    /// The largest look at which no title breaks a word or is cut.
    fn title_look(&self, kit: &Kit, ui: &Ui, width: f32, height: f32) -> Look {
        let m = kit.metrics;
        let whole_words = |door: &Door| kit.scale_for_longest_word(ui, &door.title, Size::Heading, width, 0.6);
        let mut scale = self.0.iter().map(whole_words).fold(1.0, f32::min);
        let most_lines = if m.text.factor() < 1.5 { 2.0 } else { 3.0_f32 };
        loop {
            let lines = (height / (m.type_px(Size::Heading) * scale * 1.36)).floor().clamp(1.0, most_lines);
            let look = Look::new(Size::Heading, kit.palette.text).bold().lines(lines as usize).scaled(scale);
            if scale <= LEAST_SCALE || !self.0.iter().any(|door| kit.is_cut(ui, &door.title, width, look)) {
                return look;
            }
            scale *= 0.9;
        }
    }

    fn hint_look(kit: &Kit) -> Look {
        Look { weight: Weight::Regular, ..Look::new(Size::Caption, kit.palette.text_dim).lines(2) }
    }
}

impl Door {
    fn paint(&self, kit: &Kit, ui: &Ui, rect: Rect, fit: &Fit) {
        let inner = rect.shrink(kit.metrics.card_padding);
        let icon_row = kit.flow(inner).take_top(fit.icon_px);
        kit.icon(ui, kit.flow(icon_row).take_start(fit.icon_px), self.icon, self.color);
        let mut text = inner;
        let title_height = kit.height_with(ui, &self.title, inner.width(), fit.title);
        let gap = 4.0 * kit.metrics.u;
        let hint_height = fit.hint.map_or(0.0, |look| kit.height_with(ui, &self.hint, inner.width(), look) + gap);
        text.min.y = inner.bottom() - title_height - hint_height;
        text.min.y += kit.paint_words(ui, text, &self.title, fit.title) + gap;
        if let Some(look) = fit.hint {
            kit.paint_words(ui, text, &self.hint, look);
        }
    }
}
