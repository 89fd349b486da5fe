//! An emergency: nothing else on the screen, in every language that the city wrote.

use crate::detail::scroll_on;
use crate::icon::Icon;
use crate::kit::{ButtonLook, Kit, Look};
use crate::theme::Size;
use crate::view::View;
use crate::words::Words;
use accesskit::Role;
use egui::{Rect, Stroke, Ui, UiBuilder, pos2, vec2};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use wayside_core::{AlertRead, Event, Stage};
use wayside_model::{Language, Notice, NoticeLevel};

/// Factors on the size of the title and the body, tried from the largest.
const SCALES: [f32; 5] = [1.0, 0.9, 0.8, 0.7, 0.6];

/// The least factor on the body.
const LEAST_FOR_BODY: f32 = 0.8;

/// The emergency that the visitor has not answered yet.
pub fn unanswered<'a>(view: &View<'a>) -> Option<&'a Notice> {
    let answered = view.state.visit().map(|visit| &visit.answered_alerts);
    wayside_schedule::notices_for(view.release, view.kiosk, view.now)
        .into_iter()
        .filter(|notice| notice.level == NoticeLevel::Emergency)
        .find(|notice| answered.is_none_or(|answered| !answered.contains(&read(notice))))
}

/// What a visitor has read: the city may say something else under the same id later.
fn read(notice: &Notice) -> AlertRead {
    let mut hasher = DefaultHasher::new();
    for text in [&notice.title, &notice.body] {
        for (language, written) in &text.0 {
            (language, &written.text).hash(&mut hasher);
        }
    }
    AlertRead { notice: notice.id.clone(), wording: hasher.finish() }
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

    let parts = Parts::new(kit, view, notice);
    let colors = (kit.palette.alert, ink.gamma_multiply(0.35));
    if screen.width() > screen.height() {
        let start = column.take_start(column.rect.width() * 0.56);
        column.take_start(edge);
        let scale = parts.scale_for(kit, ui, start, 0.0);
        scroll_on(kit, ui, start, colors, |kit, ui, width| parts.told_ui(kit, ui, width, scale));
        let forms = [Form::Titles(1), Form::Titles(2), Form::Titles(3)];
        let fits = |form: &Form| parts.grid(kit, ui, column.rect.width(), *form).height() <= column.rect.height();
        let form = forms.into_iter().find(fits).unwrap_or(Form::Names);
        let mut side = ui.new_child(UiBuilder::new().id_salt("alert-others").max_rect(column.rect));
        scroll_on(kit, &mut side, column.rect, colors, |kit, ui, width| {
            parts.others_ui(kit, ui, view, width, 0.0, form)
        });
    } else {
        let width = column.rect.width();
        let height = |form| parts.grid(kit, ui, width, form).height();
        let fits = |form: Form, scale| parts.told_height(kit, ui, width, scale) + height(form) <= column.rect.height();
        let titles = SCALES.into_iter().flat_map(|scale| [(Form::Titles(1), scale), (Form::Titles(2), scale)]);
        let (form, scale) = titles
            .into_iter()
            .find(|(form, scale)| fits(*form, *scale))
            .unwrap_or_else(|| (Form::Names, parts.scale_for(kit, ui, column.rect, height(Form::Names))));
        scroll_on(kit, ui, column.rect, colors, |kit, ui, width| {
            let told = parts.told_ui(kit, ui, width, scale);
            told + parts.others_ui(kit, ui, view, width, told, form)
        });
    }

    let go_on = kit.say("alert-continue");
    let cell = foot.take_end(kit.button_width(ui, &go_on, true).max(m.touch * 4.0).min(foot.rect.width()));
    if kit.button(ui, cell, &go_on, Some(Icon::Forward), ButtonLook::Plain) {
        begin(kit, view);
        kit.events.push(Event::AnswerAlert(read(notice)));
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

/// How the other languages stand.
#[derive(Clone, Copy, PartialEq)]
enum Form {
    /// With the whole title, in so many columns.
    Titles(usize),
    /// By their own names, where the titles are too long for all of them.
    Names,
}

struct Grid {
    columns: usize,
    row_height: f32,
    rows: usize,
    gap: f32,
}

impl Grid {
    fn height(&self) -> f32 {
        (self.row_height + self.gap) * self.rows as f32
    }
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

    /// The largest scale at which what is told fits above something of a height; the least where none does.
    fn scale_for(&self, kit: &Kit, ui: &Ui, rect: Rect, below: f32) -> f32 {
        let fits = |scale: &f32| self.told_height(kit, ui, rect.width(), *scale) + below <= rect.height();
        SCALES.into_iter().find(fits).unwrap_or(SCALES[SCALES.len() - 1])
    }

    /// Draws what is told at the top of `ui`; returns its height.
    fn told_ui(&self, kit: &Kit, ui: &Ui, width: f32, scale: f32) -> f32 {
        let mut area = Rect::from_min_size(ui.max_rect().min, vec2(width, f32::MAX));
        for (words, look, role) in self.told(kit, scale) {
            area.min.y += kit.text(ui, area, words, look, role) + kit.metrics.gap;
        }
        area.min.y - ui.max_rect().min.y
    }

    fn other_look(kit: &Kit) -> Look {
        Look::new(Size::Body, kit.palette.on_alert).bold().lines(8).middle()
    }

    /// What a language shows.
    fn shown(&self, form: Form) -> impl Iterator<Item = Words> {
        self.others.iter().map(move |title| match form {
            Form::Titles(_) => title.clone(),
            Form::Names => Words::new(title.language.own_name(), title.language),
        })
    }

    fn grid(&self, kit: &Kit, ui: &Ui, width: f32, form: Form) -> Grid {
        let m = kit.metrics;
        let look = Self::other_look(kit);
        let columns = match form {
            Form::Titles(columns) => columns,
            Form::Names => {
                let widest =
                    self.shown(form).map(|words| kit.type_width(ui, &words, look.size, true)).fold(1.0, f32::max);
                ((width / (widest + m.gap * 2.0)).floor() as usize).clamp(1, 4)
            }
        };
        let cell = (width - m.gap * 1.5 * (columns - 1) as f32) / columns as f32;
        let tallest = self.shown(form).map(|words| kit.height_with(ui, &words, cell, look)).fold(m.touch, f32::max);
        let gap = (m.gap * 0.75).max(m.touch_gap);
        Grid { columns, row_height: tallest, rows: self.others.len().div_ceil(columns), gap }
    }

    /// Draws the other languages from `top` on; touching one tells all of it in that language. Returns the height.
    fn others_ui(&self, kit: &mut Kit, ui: &mut Ui, view: &View, width: f32, top: f32, form: Form) -> f32 {
        let m = kit.metrics;
        let grid = self.grid(kit, ui, width, form);
        let line = Stroke::new(2.0 * m.u, kit.palette.on_alert.gamma_multiply(0.35));
        let look = Self::other_look(kit);
        let mut row = Rect::from_min_size(ui.max_rect().min + vec2(0.0, top + grid.gap), vec2(width, grid.row_height));
        let words: Vec<Words> = self.shown(form).collect();
        for in_row in words.chunks(grid.columns) {
            for (cell, words) in kit.flow(row).columns(grid.columns, m.gap * 1.5).into_iter().zip(in_row) {
                ui.painter().hline(cell.x_range(), cell.top() - grid.gap / 2.0, line);
                let id = ui.id().with(("alert", words.language));
                let response = kit.touchable(ui, cell, id, words, Role::Button);
                kit.paint_words(ui, cell, words, look);
                kit.focus_ring(ui, &response, m.gap * 0.5);
                if response.clicked() {
                    begin(kit, view);
                    kit.events.push(Event::SetLanguage(words.language));
                }
            }
            row = row.translate(vec2(0.0, grid.row_height + grid.gap));
        }
        grid.height() + grid.gap
    }
}
