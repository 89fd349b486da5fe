//! An emergency: nothing else on the screen, in every language that the city wrote.

use crate::icon::Icon;
use crate::kit::{ButtonLook, Kit, Look};
use crate::theme::Size;
use crate::view::View;
use crate::words::Words;
use accesskit::Role;
use egui::{Rect, Stroke, Ui, pos2, vec2};
use wayside_core::{Event, Stage};
use wayside_model::{Language, Notice, NoticeLevel};

/// Factors on the size of the title and the body, tried from the largest.
const SCALES: [f32; 7] = [1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4];

/// The least of them at which room is made for all languages, and the least for the body.
const LEAST_FOR_ALL: f32 = 0.6;
const LEAST_FOR_BODY: f32 = 0.8;

/// The emergency that the visitor has not answered yet.
pub fn unanswered<'a>(view: &View<'a>) -> Option<&'a Notice> {
    let answered = view.state.visit().map(|visit| &visit.answered_alerts);
    wayside_schedule::notices_for(view.release, view.kiosk, view.now)
        .into_iter()
        .filter(|notice| notice.level == NoticeLevel::Emergency)
        .find(|notice| answered.is_none_or(|answered| !answered.contains(&notice.id)))
}

/// Draws an emergency over the whole screen; `reach` is the part of it that the visitor has chosen to touch.
pub fn alert_ui(kit: &mut Kit, ui: &mut Ui, view: &View, screen: Rect, reach: Rect, notice: &Notice) {
    let m = kit.metrics;
    let ink = kit.palette.on_alert;
    ui.painter().rect_filled(screen, 0.0, kit.palette.alert);
    let edge = m.edge * 1.35;
    let mut column = kit.flow(screen.shrink2(vec2(edge, edge)));
    // The button stands within reach, wherever that is.
    let mut foot = kit.flow(Rect::from_min_max(
        pos2(screen.left() + edge, reach.bottom() - edge - kit.button_height() * 1.2),
        pos2(screen.right() - edge, reach.bottom() - edge),
    ));
    column.take_bottom(screen.bottom() - foot.rect.top() - edge + m.gap * 1.5);

    let side = m.type_px(Size::Title) * 1.1;
    let city = kit.words(&view.release.city.name);
    let kicker = kit.say_with("alert-kicker", &[("city", (&city.text).into())]);
    let mut head = kit.flow(column.take_top(side));
    kit.icon(ui, head.take_start(side), Icon::AlertTriangle, ink);
    head.take_start(m.gap);
    kit.text(ui, head.rect, &kicker, Look::new(Size::Heading, ink).bold().lines(2).middle(), Role::Label);
    column.take_top(m.gap * 1.5);

    let is_wide = screen.width() > screen.height();
    let mut told = if is_wide { kit.flow(column.take_start(column.rect.width() * 0.56)) } else { column };
    if is_wide {
        column.take_start(edge);
    }
    let parts = Parts::new(kit, view, notice);
    let others_room = |told_height| if is_wide { column.rect.height() } else { told.rect.height() - told_height };
    let told_height = |scale| parts.told_height(kit, ui, told.rect.width(), scale);
    let all_fit = |scale: f32| {
        let height = told_height(scale);
        let width = if is_wide { column.rect.width() } else { told.rect.width() };
        height <= told.rect.height() && parts.grid(kit, ui, width, others_room(height)).is_some_and(|grid| grid.is_all)
    };
    let scale = SCALES.into_iter().find(|scale| *scale >= LEAST_FOR_ALL && all_fit(*scale));
    let scale = scale.or_else(|| SCALES.into_iter().find(|scale| told_height(*scale) <= told.rect.height()));
    let scale = scale.unwrap_or(SCALES[SCALES.len() - 1]);
    for (words, look, role) in parts.told(kit, scale) {
        let used = kit.text(ui, told.rect, words, look, role);
        told.take_top(used + m.gap);
    }
    parts.others_ui(kit, ui, view, if is_wide { column.rect } else { told.rect });

    let go_on = kit.say("alert-continue");
    let cell = foot.take_end(kit.button_width(ui, &go_on, true).max(m.touch * 4.0).min(foot.rect.width()));
    if kit.button(ui, cell, &go_on, Some(Icon::Forward), ButtonLook::Plain) {
        begin(kit, view);
        kit.events.push(Event::AnswerAlert(notice.id.clone()));
    }
}

/// A visit begins with the first touch, as everywhere.
fn begin(kit: &mut Kit, view: &View) {
    if matches!(view.state.stage, Stage::Attract { .. }) {
        kit.events.push(Event::Start { opens: None });
    }
}

/// What an emergency says.
struct Parts {
    title: Words,
    body: Words,
    source: Words,
    /// The title in the kiosk's other languages that it was written in.
    others: Vec<Words>,
}

/// How the other languages stand: whole, in as many columns as show most of them.
struct Grid {
    columns: usize,
    row_height: f32,
    rows: usize,
    is_all: bool,
}

impl Parts {
    fn new(kit: &Kit, view: &View, notice: &Notice) -> Self {
        let title = kit.words(&notice.title);
        let is_other = |language: &&Language| **language != title.language && notice.title.get(**language).is_some();
        let others = view.kiosk.languages.iter().filter(is_other).map(|l| Words::of(&notice.title, *l)).collect();
        let source = Words::new(notice.source.clone(), Language::English);
        Self { body: kit.words(&notice.body), source, others, title }
    }

    /// Title, body and source with their looks; the title is always the largest.
    fn told(&self, kit: &Kit, scale: f32) -> [(&Words, Look, Role); 3] {
        let ink = kit.palette.on_alert;
        [
            (&self.title, Look::new(Size::Display, ink).bold().lines(16).scaled(scale), Role::Alert),
            (&self.body, Look::new(Size::Heading, ink).lines(24).scaled(scale.max(LEAST_FOR_BODY)), Role::Paragraph),
            (&self.source, Look::new(Size::Body, ink).lines(4), Role::Label),
        ]
    }

    fn told_height(&self, kit: &Kit, ui: &Ui, width: f32, scale: f32) -> f32 {
        self.told(kit, scale)
            .map(|(words, look, _)| kit.height_with(ui, words, width, look) + kit.metrics.gap)
            .iter()
            .sum()
    }

    fn other_look(kit: &Kit) -> Look {
        Look::new(Size::Body, kit.palette.on_alert).bold().lines(8).middle()
    }

    /// None where not even one row has room.
    fn grid(&self, kit: &Kit, ui: &Ui, width: f32, height: f32) -> Option<Grid> {
        let m = kit.metrics;
        let grid = |columns: usize| {
            let cell = (width - m.gap * (columns - 1) as f32) / columns as f32;
            let tallest = |words: &Words| kit.height_with(ui, words, cell, Self::other_look(kit));
            let row_height = self.others.iter().map(tallest).fold(m.touch, f32::max) + m.gap * 0.75;
            let needed = self.others.len().div_ceil(columns);
            let rows = needed.min((height / row_height).floor().max(0.0) as usize);
            Grid { columns, row_height, rows, is_all: rows == needed }
        };
        let (one, two) = (grid(1), grid(2));
        let best = if one.is_all || one.rows >= two.rows * 2 { one } else { two };
        (best.rows > 0 || best.is_all).then_some(best)
    }

    /// Touching a language tells all of it in that language.
    fn others_ui(&self, kit: &mut Kit, ui: &mut Ui, view: &View, rect: Rect) {
        let m = kit.metrics;
        let Some(grid) = self.grid(kit, ui, rect.width(), rect.height()) else { return };
        let line = Stroke::new(2.0 * m.u, kit.palette.on_alert.gamma_multiply(0.35));
        let cells = kit.flow(rect).grid(grid.columns, grid.row_height - m.gap * 0.75, grid.rows, m.gap * 0.75);
        for (cell, words) in cells.into_iter().zip(&self.others) {
            ui.painter().hline(cell.x_range(), cell.top() - m.gap * 0.375, line);
            let id = ui.id().with(("alert", words.language));
            let response = kit.touchable(ui, cell, id, words, Role::Button);
            let look = Self::other_look(kit);
            let own_side = if words.language.is_right_to_left() == kit.is_right_to_left() { look } else { look.end() };
            kit.paint_words(ui, cell, words, own_side);
            kit.focus_ring(ui, &response, m.gap * 0.5);
            if response.clicked() {
                begin(kit, view);
                kit.events.push(Event::SetLanguage(words.language));
            }
        }
    }
}
