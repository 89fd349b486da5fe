//! The page of one record: picture, title, the facts that matter first, then everything else, and the code to take away.

use crate::icon::Icon;
use crate::kit::{ButtonLook, Kit, Look, PictureSize, corner};
use crate::list::message_ui;
use crate::qr::qr_ui;
use crate::text::Weight;
use crate::theme::Size;
use crate::words::Words;
use accesskit::Role;
use egui::scroll_area::{ScrollBarVisibility, ScrollSource};
use egui::{Color32, Rect, ScrollArea, Ui, UiBuilder, Vec2, pos2, vec2};
use wayside_core::{Event, Screen};
use wayside_model::{Access, Block, Language, MediaId};

/// A fact with its icon, such as the opening hours of today.
pub struct Fact {
    pub icon: Icon,
    pub color: Color32,
    pub words: Words,
    /// Set larger than the others.
    pub is_main: bool,
}

/// A part of a detail page.
pub enum Part {
    Heading(Words),
    Paragraph(Words),
    Small(Words),
    Bullets(Vec<Words>),
    Steps(Vec<Words>),
    /// Rows of two cells, such as opening hours; the row of today is marked.
    Table(Vec<(Words, Words, bool)>),
    /// A line that opens another screen.
    Link {
        icon: Icon,
        color: Color32,
        title: Words,
        fact: Words,
        opens: Screen,
    },
    /// A code with what it holds and what to do with it.
    Code {
        content: String,
        title: Words,
        caption: Words,
    },
}

/// A detail page.
pub struct Page {
    pub title: Words,
    pub summary: Words,
    pub picture: Option<MediaId>,
    pub icon: Icon,
    pub color: Color32,
    pub badges: Vec<(Words, Color32)>,
    pub facts: Vec<Fact>,
    pub parts: Vec<Part>,
}

impl Page {
    /// The language of the first words that are not in the reader's.
    fn foreign_language(&self, language: Language) -> Option<Language> {
        let parts = self.parts.iter().flat_map(|part| match part {
            Part::Paragraph(words) => std::slice::from_ref(words),
            Part::Bullets(list) | Part::Steps(list) => list.as_slice(),
            _ => &[],
        });
        [&self.title, &self.summary].into_iter().chain(parts).map(|w| w.language).find(|l| *l != language)
    }

    /// Whether anything on the page is an unchecked draft of a machine.
    fn has_machine_draft(&self) -> bool {
        let part = |part: &Part| match part {
            Part::Paragraph(words) | Part::Small(words) => words.is_machine_draft,
            Part::Bullets(list) | Part::Steps(list) => list.iter().any(|w| w.is_machine_draft),
            _ => false,
        };
        self.title.is_machine_draft || self.summary.is_machine_draft || self.parts.iter().any(part)
    }
}

/// Draws a detail page; in a wide area the code and the picture stand beside the text.
pub fn detail_ui(kit: &mut Kit, ui: &mut Ui, rect: Rect, page: &Page) {
    if !kit.is_wide(rect) {
        column_ui(kit, ui, rect, page);
        return;
    }
    let mut row = kit.flow(rect);
    let side = row.take_start(rect.width() * 0.42);
    row.take_start(kit.metrics.edge);
    let code = page.parts.iter().find(|p| matches!(p, Part::Code { .. }));
    let mut column = kit.flow(side);
    let mut child = ui.new_child(UiBuilder::new().id_salt("detail-side").max_rect(side));
    let code_height = match code {
        Some(Part::Code { content, title, caption }) => {
            let height = (side.height() * 0.42).max(code_height(kit, ui, title, caption, side.width()));
            let area = column.take_bottom(height);
            code_ui(kit, &child, area, content, title, caption);
            column.take_bottom(kit.metrics.gap);
            height
        }
        _ => 0.0,
    };
    let height = if code_height > 0.0 { column.rect.height() } else { (side.width() * 0.66).min(side.height()) };
    let hero = column.take_top(height);
    hero_at(kit, &mut child, page, hero);
    scroll_ui(kit, ui, row.rect, |kit, ui, width| {
        let mut y = head_ui(kit, ui, page, width, 0.0);
        for part in page.parts.iter().filter(|p| !matches!(p, Part::Code { .. })) {
            y += part_ui(kit, ui, part, width, y);
        }
        y + tail_ui(kit, ui, page, width, y)
    });
}

/// Draws a page as one column.
pub fn column_ui(kit: &mut Kit, ui: &mut Ui, rect: Rect, page: &Page) {
    scroll_ui(kit, ui, rect, |kit, ui, width| {
        let height = (width * 0.42).min(rect.height() * 0.3);
        let mut y = hero_ui(kit, ui, page, width, height, 0.0);
        if y > 0.0 {
            y += kit.metrics.gap;
        }
        y += head_ui(kit, ui, page, width, y);
        for part in &page.parts {
            y += part_ui(kit, ui, part, width, y);
        }
        y + tail_ui(kit, ui, page, width, y)
    });
}

/// A scrolling column with a button that turns a page where there is more below.
pub fn scroll_ui(kit: &mut Kit, ui: &mut Ui, rect: Rect, content: impl FnOnce(&mut Kit, &mut Ui, f32) -> f32) {
    scroll_on(kit, ui, rect, (kit.palette.base, kit.palette.line), content);
}

/// As [`scroll_ui`], on a ground and with a line of other colours.
pub fn scroll_on(
    kit: &mut Kit,
    ui: &mut Ui,
    rect: Rect,
    (ground, line): (Color32, Color32),
    content: impl FnOnce(&mut Kit, &mut Ui, f32) -> f32,
) {
    let id = ui.id().with("detail-scroll");
    let target: Option<f32> = ui.data_mut(|d| d.remove_temp(id));
    let mut child = ui.new_child(UiBuilder::new().id_salt("detail-scroll").max_rect(rect));
    let mut area = ScrollArea::vertical()
        .id_salt("detail")
        .auto_shrink(false)
        .animated(false)
        .scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden)
        .scroll_source(ScrollSource::ALL);
    if let Some(offset) = target {
        area = area.vertical_scroll_offset(offset);
    }
    let output = area.show(&mut child, |ui| {
        let width = rect.width();
        let used = content(kit, ui, width);
        ui.allocate_space(vec2(width, used));
    });
    let (offset, below) =
        (output.state.offset.y, output.content_size.y - output.inner_rect.height() - output.state.offset.y);
    let more = kit.say("more");
    let (width, height) = (kit.button_width(ui, &more, true), kit.button_height());
    let step = ((output.inner_rect.height() - height - kit.metrics.gap) * 0.9).max(1.0);
    // A sliver below the edge is no page of its own.
    if below > height * 0.5 {
        // A strip of its own, so that no word runs into the button.
        let strip = Rect::from_min_max(pos2(rect.left(), rect.bottom() - height - kit.metrics.gap), rect.max);
        ui.painter().rect_filled(strip.expand2(vec2(kit.metrics.u * 2.0, 0.0)), 0.0, ground);
        kit.rule_tinted(ui, strip, line);
        let foot = Rect::from_min_max(pos2(rect.left(), rect.bottom() - height), rect.max);
        let cell = kit.flow(foot).take_end(width);
        if kit.button(ui, cell, &more, Some(Icon::ArrowDownToLine), ButtonLook::Primary) {
            ui.data_mut(|d| d.insert_temp(id, offset + step.min(below)));
            kit.events.push(Event::Touched);
            ui.ctx().request_repaint();
        }
    }
}

fn hero_ui(kit: &mut Kit, ui: &mut Ui, page: &Page, width: f32, height: f32, y: f32) -> f32 {
    let rect = Rect::from_min_size(ui.max_rect().min + vec2(0.0, y), vec2(width, height));
    if page.picture.is_none() {
        return 0.0;
    }
    hero_at(kit, ui, page, rect);
    height
}

fn hero_at(kit: &mut Kit, ui: &mut Ui, page: &Page, rect: Rect) {
    let radius = corner(kit.metrics.card_radius);
    if page.picture.is_some() {
        kit.picture(ui, rect, page.picture.as_ref(), PictureSize::Full, radius);
    } else {
        ui.painter().rect_filled(rect, radius, kit.palette.surface);
        let side = rect.height().min(rect.width()) * 0.4;
        kit.icon(ui, Rect::from_center_size(rect.center(), Vec2::splat(side)), page.icon, page.color);
    }
}

fn at(ui: &Ui, width: f32, y: f32) -> Rect {
    let min = ui.max_rect().min + vec2(0.0, y);
    Rect::from_min_size(min, vec2(width, 100_000.0))
}

fn head_ui(kit: &mut Kit, ui: &mut Ui, page: &Page, width: f32, top: f32) -> f32 {
    let m = kit.metrics;
    let mut y = top;
    if !page.badges.is_empty() {
        let mut row = kit.flow(at(ui, width, y));
        for (words, ink) in &page.badges {
            let corner = if kit.is_right_to_left() { row.rect.right_top() } else { row.rect.left_top() };
            let size = kit.badge(ui, corner, words, *ink);
            let left = if kit.is_right_to_left() { corner.x - size.x } else { corner.x };
            kit.node(ui, Rect::from_min_size(pos2(left, corner.y), size), words, Role::Label);
            row.take_start(size.x + m.gap * 0.5);
        }
        y += m.type_px(Size::Caption) * 1.45 + m.gap * 0.5;
    }
    y += kit.text(
        ui,
        at(ui, width, y),
        &page.title,
        Look::new(Size::Title, kit.palette.text).bold().lines(4),
        Role::Heading,
    );
    y += m.gap * 0.25;
    let look = Look::new(Size::Body, kit.palette.text_dim).lines(6);
    y += kit.text(ui, at(ui, width, y), &page.summary, look, Role::Label) + m.gap;
    for fact in &page.facts {
        let size = if fact.is_main { Size::Heading } else { Size::Body };
        let side = m.type_px(size) * 1.1;
        let mut row = kit.flow(at(ui, width, y));
        let cell = row.take_start(m.type_px(Size::Heading) * 1.1);
        let line = m.type_px(size) * 1.36;
        let icon = Rect::from_center_size(pos2(cell.center().x, cell.top() + line / 2.0), Vec2::splat(side));
        kit.icon(ui, icon, fact.icon, fact.color);
        row.take_start(m.gap * 0.75);
        let look = Look::new(size, kit.palette.text).lines(4);
        let look = if fact.is_main { look.bold() } else { look };
        y += kit.text(ui, row.rect, &fact.words, look, Role::Label) + m.gap * 0.4;
    }
    y + m.gap * 0.4 - top
}

/// Where the words come from, and room for the button at the lower edge.
fn tail_ui(kit: &Kit, ui: &Ui, page: &Page, width: f32, top: f32) -> f32 {
    let mut y = top;
    let dim = Look::new(Size::Caption, kit.palette.text_dim).lines(3);
    if let Some(foreign) = page.foreign_language(kit.language()) {
        let name = foreign.own_name();
        let words = kit.say_with("only-in-language", &[("language", name.into())]);
        y += kit.text(ui, at(ui, width, y), &words, dim, Role::Label);
    }
    if page.has_machine_draft() {
        y += kit.text(ui, at(ui, width, y), &kit.say("machine-draft"), dim, Role::Label);
    }
    y + kit.metrics.gap - top
}

fn part_ui(kit: &mut Kit, ui: &mut Ui, part: &Part, width: f32, top: f32) -> f32 {
    let m = kit.metrics;
    let area = at(ui, width, top);
    let text = kit.palette.text;
    match part {
        Part::Heading(words) => {
            let below = Rect::from_min_max(area.min + vec2(0.0, m.gap * 0.5), area.max);
            kit.text(ui, below, words, Look::new(Size::Heading, text).bold().lines(2), Role::Heading) + m.gap
        }
        Part::Paragraph(words) => {
            kit.text(ui, area, words, Look::new(Size::Body, text).lines(200), Role::Paragraph) + m.gap * 0.75
        }
        Part::Small(words) => {
            kit.text(ui, area, words, Look::new(Size::Caption, kit.palette.text_dim).lines(40), Role::Paragraph)
                + m.gap * 0.75
        }
        Part::Bullets(items) => marked_list_ui(kit, ui, area, items, |_| None),
        Part::Steps(items) => {
            let locale = kit.locale;
            marked_list_ui(kit, ui, area, items, |index| {
                Some(locale.number(i64::try_from(index + 1).unwrap_or(i64::MAX)))
            })
        }
        Part::Table(rows) => {
            let first = rows
                .iter()
                .map(|(a, _, _)| kit.type_width(ui, a, Size::Body, true))
                .fold(0.0, f32::max)
                .min(width * 0.5);
            let mut y = area.top();
            for (label, value, is_marked) in rows {
                let mut row = kit.flow(Rect::from_min_max(pos2(area.left(), y), area.max));
                let color = if *is_marked { text } else { kit.palette.text_dim };
                let look = Look::new(Size::Body, color).lines(3);
                let look = if *is_marked { look.bold() } else { look };
                let name = row.take_start(first);
                row.take_start(m.gap);
                let a = kit.text(ui, name, label, look, Role::Label);
                let b = kit.text(ui, row.rect, value, look, Role::Label);
                y += a.max(b) + m.gap * 0.2;
            }
            y - area.top() + m.gap * 0.75
        }
        Part::Link { icon, color, title, fact, opens } => {
            let side = m.type_px(Size::Body) * 1.3;
            let title_look = Look::new(Size::Body, kit.palette.text).bold().lines(2);
            let fact_look = Look::new(Size::Caption, kit.palette.text_dim).lines(2);
            let text_width = width - 2.0 * m.gap - 2.0 * side - 0.75 * m.gap;
            let title_height = kit.height_with(ui, title, text_width, title_look);
            let fact_height = kit.height_with(ui, fact, text_width, fact_look);
            let height = (title_height + fact_height + m.gap).max(m.touch);
            let rect = Rect::from_min_size(area.min, vec2(width, height));
            let name =
                Words { text: kit.locale.list_plain(&[title.text.as_str(), fact.text.as_str()]), ..title.clone() };
            let id = ui.id().with(("link", title.text.as_str(), fact.text.as_str()));
            let clicked = kit.card(ui, rect, id, &name, |kit, ui, rect| {
                let mut row = kit.flow(rect.shrink2(vec2(m.gap, m.gap * 0.5)));
                let cell = row.take_start(side);
                kit.icon(ui, Rect::from_center_size(cell.center(), Vec2::splat(side)), *icon, *color);
                row.take_start(m.gap * 0.75);
                let forward = row.take_end(side);
                kit.icon(
                    ui,
                    Rect::from_center_size(forward.center(), Vec2::splat(side * 0.9)),
                    Icon::Forward,
                    kit.palette.text_dim,
                );
                let mut text = row.rect;
                text.min.y += ((text.height() - title_height - fact_height) / 2.0).max(0.0);
                text.min.y += kit.paint_words(ui, text, title, title_look);
                kit.paint_words(ui, text, fact, fact_look);
            });
            if clicked {
                kit.events.push(Event::Open(opens.clone()));
            }
            height + m.gap * 0.5
        }
        Part::Code { content, title, caption } => {
            let height = code_height(kit, ui, title, caption, width);
            code_ui(kit, ui, Rect::from_min_size(area.min, vec2(width, height)), content, title, caption);
            height + m.gap
        }
    }
}

fn marked_list_ui(kit: &Kit, ui: &Ui, area: Rect, items: &[Words], mark: impl Fn(usize) -> Option<String>) -> f32 {
    let m = kit.metrics;
    let mut y = area.top();
    let side = m.type_px(Size::Body) * 1.5;
    for (index, item) in items.iter().enumerate() {
        let mut row = kit.flow(Rect::from_min_max(pos2(area.left(), y), area.max));
        let cell = row.take_start(side);
        row.take_start(m.gap * 0.6);
        let line = m.type_px(Size::Body) * 1.36;
        let center = pos2(cell.center().x, cell.top() + line / 2.0);
        match mark(index) {
            Some(number) => {
                ui.painter().circle_filled(center, side * 0.5, kit.palette.accent);
                let number = kit.formatted(number);
                let rect = Rect::from_center_size(center, Vec2::splat(side));
                kit.paint_words(
                    ui,
                    rect,
                    &number,
                    Look::new(Size::Body, kit.palette.on_accent).bold().center().middle(),
                );
            }
            None => {
                ui.painter().circle_filled(center, side * 0.14, kit.palette.accent);
            }
        }
        y += kit.text(ui, row.rect, item, Look::new(Size::Body, kit.palette.text).lines(30), Role::ListItem)
            + m.gap * 0.6;
    }
    y - area.top() + m.gap * 0.4
}

/// Side of a code, quiet zone included.
fn code_side(kit: &Kit, width: f32) -> f32 {
    // 70 mm is read from an arm's length by any phone.
    (70.0 * kit.metrics.px_per_mm).max(320.0 * kit.metrics.u).min((width * 0.42).max(240.0 * kit.metrics.u))
}

fn code_height(kit: &Kit, ui: &Ui, title: &Words, caption: &Words, width: f32) -> f32 {
    let m = &kit.metrics;
    let padding = m.card_padding;
    let side = code_side(kit, width);
    let is_below = has_words_below(kit, ui, title, width);
    let text_width = width - padding * 2.0 - if is_below { 0.0 } else { side + padding };
    let text = kit.height_of(ui, title, Size::Heading, Weight::Bold, text_width, 3)
        + kit.height_of(ui, caption, Size::Caption, Weight::Regular, text_width, 12)
        + m.gap * 0.5;
    padding * 2.0 + if is_below { side + padding + text } else { text.max(side) }
}

/// Whether the words stand below the code, since beside it they would break.
fn has_words_below(kit: &Kit, ui: &Ui, title: &Words, width: f32) -> bool {
    let beside = width - code_side(kit, width) - kit.metrics.card_padding * 3.0;
    beside < 260.0 * kit.metrics.u * kit.metrics.growth()
        || kit.scale_for_longest_word(ui, title, Size::Heading, beside, 0.1) < 1.0
}

fn code_ui(kit: &Kit, ui: &Ui, rect: Rect, content: &str, title: &Words, caption: &Words) {
    let m = &kit.metrics;
    kit.card_ground(ui, rect, false);
    let mut row = kit.flow(rect.shrink(m.card_padding));
    let side = code_side(kit, rect.width());
    let mut square = Rect::from_center_size(rect.center(), Vec2::splat(side));
    if has_words_below(kit, ui, title, rect.width()) {
        square = square.translate(vec2(0.0, row.rect.top() - square.top()));
        row.take_top(side + m.card_padding);
    } else {
        square = Rect::from_center_size(row.take_start(side).center(), Vec2::splat(side));
        row.take_start(m.card_padding);
    }
    if qr_ui(ui, square, content, m.card_radius * 0.3) {
        kit.node(ui, square, &kit.say("qr-label"), Role::Image);
    }
    let mut text = row.rect;
    let title_height = kit.height_of(ui, title, Size::Heading, Weight::Bold, text.width(), 3);
    let caption_height = kit.height_of(ui, caption, Size::Caption, Weight::Regular, text.width(), 12);
    text.min.y += ((text.height() - title_height - caption_height - m.gap * 0.5) / 2.0).max(0.0);
    text.min.y += kit.text(ui, text, title, Look::new(Size::Heading, kit.palette.text).bold().lines(3), Role::Heading)
        + m.gap * 0.5;
    kit.text(ui, text, caption, Look::new(Size::Caption, kit.palette.text_dim).lines(12), Role::Paragraph);
}

/// The parts that tell what is known of accessibility; what is not known is said too.
pub fn access_parts(kit: &Kit, access: &[Access]) -> Vec<Part> {
    let heading = Part::Heading(kit.say("section-access"));
    if access.is_empty() {
        return vec![heading, Part::Small(kit.say("access-unknown"))];
    }
    vec![heading, Part::Bullets(access.iter().map(|a| kit.say(&format!("access-{}", a.tag()))).collect())]
}

/// The parts of a longer text.
pub fn block_parts(blocks: &[Block], language: wayside_model::Language, is_machine_draft: bool) -> Vec<Part> {
    let words = |text: &String| Words { text: text.clone(), language, is_machine_draft };
    blocks
        .iter()
        .map(|block| match block {
            Block::Heading(text) => Part::Heading(words(text)),
            Block::Paragraph(text) => Part::Paragraph(words(text)),
            Block::Bullets(items) => Part::Bullets(items.iter().map(words).collect()),
            Block::Steps(items) => Part::Steps(items.iter().map(words).collect()),
        })
        .collect()
}

/// What stands where a record was that the release no longer has.
pub fn gone_ui(kit: &Kit, ui: &Ui, rect: Rect) {
    message_ui(kit, ui, rect, Icon::Info, &kit.say("record-gone"), &kit.say("record-gone-hint"));
}
