//! What every list screen shares: title, filter chips, pages of cards or rows, and what an empty list says.

use crate::icon::Icon;
use crate::kit::{ButtonLook, Kit, Look, PictureSize, corner, corner_top};
use crate::text::{TextStyle, Weight};
use crate::theme::Size;
use crate::words::Words;
use accesskit::Role;
use egui::{Color32, Rect, Ui, Vec2, pos2, vec2};
use wayside_core::{Event, Screen};
use wayside_model::MediaId;

/// One filter that a list can be shown by.
pub struct Chip {
    pub words: Words,
    pub icon: Option<Icon>,
    pub is_chosen: bool,
    /// The list as this chip shows it.
    pub shows: Screen,
}

/// One entry of a list.
pub struct Entry {
    pub title: Words,
    /// One line of facts under the title.
    pub fact: Words,
    /// A second, dimmer line, where there is room.
    pub line: Words,
    pub badges: Vec<(Words, Color32)>,
    pub picture: Option<MediaId>,
    pub icon: Icon,
    pub color: Color32,
    pub opens: Screen,
}

impl Entry {
    /// Everything that the entry says, for whoever hears it.
    fn spoken(&self, kit: &Kit) -> Words {
        let parts: Vec<&str> = std::iter::once(&self.title)
            .chain(std::iter::once(&self.fact))
            .chain(self.badges.iter().map(|(words, _)| words))
            .chain(std::iter::once(&self.line))
            .map(|w| w.text.as_str())
            .filter(|t| !t.is_empty())
            .collect();
        Words { text: kit.locale.list_plain(&parts), ..self.title.clone() }
    }
}

/// How the entries of a list stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Cards with a picture on top.
    Cards,
    /// Rows with a picture or an icon at the start.
    Rows,
}

/// Draws a whole list screen; `screen` is the list that shows, with its page.
pub fn list_ui(
    kit: &mut Kit,
    ui: &mut Ui,
    rect: Rect,
    title_key: &str,
    chips: &[Chip],
    entries: &[Entry],
    shape: Shape,
    screen: &Screen,
) {
    let mut column = kit.flow(rect);
    // Little height is for entries: the title is smaller and the chips stand on one line.
    let is_low = rect.height() < 1000.0 * kit.metrics.u * kit.metrics.growth();
    let title = kit.say(title_key);
    let title_look = Look::new(if is_low { Size::Heading } else { Size::Title }, kit.palette.text).bold().lines(2);
    let title_height = kit.text(ui, column.rect, &title, title_look, Role::Heading);
    column.take_top(title_height + kit.metrics.gap * if is_low { 0.5 } else { 0.75 });
    if !chips.is_empty() {
        let max_rows = if is_low || kit.metrics.text > wayside_core::TextSize::Large { 1 } else { 2 };
        let used = chips_ui(kit, ui, column.rect, chips, max_rows, title_key);
        column.take_top(used + kit.metrics.gap);
    }
    if entries.is_empty() {
        empty_ui(kit, ui, column.rect);
        return;
    }
    let pager_height = kit.button_height();
    let body_height_alone = column.rect.height();
    let layout =
        PageLayout::new(kit, Rect::from_min_size(column.rect.min, vec2(column.rect.width(), body_height_alone)), shape);
    let layout = if layout.per_page() >= entries.len() {
        layout
    } else {
        let pager = column.take_bottom(pager_height);
        column.take_bottom(kit.metrics.gap * 0.75);
        let layout = PageLayout::new(kit, column.rect, shape);
        let pages = entries.len().div_ceil(layout.per_page());
        pager_ui(kit, ui, pager, screen, pages);
        layout
    };
    let per_page = layout.per_page();
    let pages = entries.len().div_ceil(per_page);
    let page = screen.page().unwrap_or(0).min(pages.saturating_sub(1));
    let cells = kit.flow(column.rect).grid(layout.columns, layout.row_height, layout.rows, kit.metrics.gap);
    for (index, (cell, entry)) in cells.into_iter().zip(entries.iter().skip(page * per_page)).enumerate() {
        entry_ui(kit, ui, cell, entry, shape, page * per_page + index, entries.len());
    }
}

/// How many entries fit, and how large each is.
struct PageLayout {
    columns: usize,
    rows: usize,
    row_height: f32,
}

impl PageLayout {
    fn new(kit: &Kit, rect: Rect, shape: Shape) -> Self {
        let m = &kit.metrics;
        let growth = m.growth();
        // Titles take two lines where there is height for it.
        let is_low = rect.height() < 700.0 * m.u * growth;
        // Large facts, such as a day with its times, take two.
        let fact_lines = if is_low && m.text.factor() > 1.3 { 2.0 } else { 1.0 };
        let title_height = m.type_px(Size::Heading) * if is_low { 1.36 } else { 2.5 };
        // Scripts with marks above and below have higher lines.
        let tall = (TextStyle::usual_line_height_factor(kit.language()) / 1.4).max(1.0);
        let text_height = (title_height + m.type_px(Size::Caption) * 1.4 * fact_lines) * tall;
        let (min_width, low, high) = match shape {
            Shape::Cards => {
                let text = text_height + m.card_padding * 1.5;
                (400.0 * m.u * growth, text + 110.0 * m.u, text + 300.0 * m.u)
            }
            Shape::Rows => {
                let text = text_height + m.type_px(Size::Caption) * 1.4 + m.card_padding * 1.3;
                (700.0 * m.u * growth, text, text * if is_low { 1.8 } else { 1.25 })
            }
        };
        let columns = (((rect.width() + m.gap) / (min_width + m.gap)).floor() as usize).max(1);
        let rows = (((rect.height() + m.gap) / (low + m.gap)).floor() as usize).max(1);
        let row_height = ((rect.height() + m.gap) / rows as f32 - m.gap).min(high);
        Self { columns, rows, row_height }
    }

    fn per_page(&self) -> usize {
        self.columns * self.rows
    }
}

fn entry_ui(kit: &mut Kit, ui: &mut Ui, rect: Rect, entry: &Entry, shape: Shape, index: usize, count: usize) {
    let name = entry.spoken(kit);
    let id = ui.id().with(("entry", index, entry.title.text.as_str()));
    let clicked = kit.card(ui, rect, id, &name, |kit, ui, rect| match shape {
        Shape::Cards => card_content(kit, ui, rect, entry),
        Shape::Rows => row_content(kit, ui, rect, entry),
    });
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_position_in_set(index);
        node.set_size_of_set(count);
    });
    if clicked {
        kit.events.push(Event::Open(entry.opens.clone()));
    }
}

fn card_content(kit: &mut Kit, ui: &mut Ui, rect: Rect, entry: &Entry) {
    let m = kit.metrics;
    let padding = m.card_padding * 0.75;
    let width = rect.width() - padding * 2.0;
    let title_height = kit.height_of(ui, &entry.title, Size::Heading, Weight::Bold, width, 2);
    let fact_height = kit.height_of(ui, &entry.fact, Size::Caption, Weight::Regular, width, 2);
    let text_height = title_height.max(m.type_px(Size::Heading) * 1.2) + fact_height + padding * 2.0;
    let mut column = kit.flow(rect);
    let picture = column.take_top((rect.height() - text_height).max(0.0));
    if picture.height() > 8.0 {
        art_ui(kit, ui, picture, entry, corner_top(m.card_radius));
        badges_ui(kit, ui, picture.shrink(m.gap * 0.6), entry);
    }
    let mut text = column.rect.shrink(padding);
    text.min.y += kit.paint_words(ui, text, &entry.title, Look::new(Size::Heading, kit.palette.text).bold().lines(2));
    kit.paint_words(ui, text, &entry.fact, Look::new(Size::Caption, kit.palette.text_dim).lines(2));
}

fn art_ui(kit: &mut Kit, ui: &Ui, rect: Rect, entry: &Entry, radius: egui::CornerRadius) {
    if entry.picture.is_some() {
        kit.picture(ui, rect, entry.picture.as_ref(), PictureSize::Card, radius);
    } else {
        ui.painter().rect_filled(rect, radius, kit.palette.surface_raised);
        let side = (rect.height() * 0.5).min(rect.width() * 0.5).min(140.0 * kit.metrics.u);
        kit.icon(ui, Rect::from_center_size(rect.center(), Vec2::splat(side)), entry.icon, entry.color);
    }
}

/// Badges from the start side on, as many as fit.
fn badges_ui(kit: &Kit, ui: &Ui, rect: Rect, entry: &Entry) {
    let mut row = kit.flow(rect);
    for (words, ink) in &entry.badges {
        let size = kit.badge_size(ui, words);
        if size.x > row.rect.width() {
            break;
        }
        let at = if kit.is_right_to_left() { row.rect.right_top() } else { row.rect.left_top() };
        kit.badge(ui, at, words, *ink);
        row.take_start(size.x + kit.metrics.gap * 0.4);
    }
}

fn row_content(kit: &mut Kit, ui: &mut Ui, rect: Rect, entry: &Entry) {
    let m = kit.metrics;
    let padding = m.card_padding * 0.6;
    let mut row = kit.flow(rect.shrink(padding));
    let side = if entry.picture.is_some() {
        (row.rect.height() * 1.25).min(row.rect.width() * 0.3)
    } else {
        row.rect.height().min(120.0 * m.u)
    };
    let art = row.take_start(side);
    let art = if entry.picture.is_some() { art } else { Rect::from_center_size(art.center(), Vec2::splat(side)) };
    art_ui(kit, ui, art, entry, corner(m.card_radius * 0.6));
    row.take_start(padding);
    let badge_height = if entry.badges.is_empty() { 0.0 } else { m.type_px(Size::Caption) * 1.6 };
    let width = row.rect.width();
    let height = row.rect.height();
    let title_look = |lines| Look::new(Size::Heading, kit.palette.text).bold().lines(lines);
    let fact_look = |lines| Look::new(Size::Caption, kit.palette.text).lines(lines);
    let line_look = Look::new(Size::Caption, kit.palette.text_dim);
    // Marks such as "Sample" are never left out: the name takes one line first, then the fact, then the rest goes.
    let measured = |(title, fact, _): &(usize, usize, bool)| {
        let fact = if *fact == 0 { 0.0 } else { kit.height_with(ui, &entry.fact, width, fact_look(*fact)) };
        kit.height_with(ui, &entry.title, width, title_look(*title)) + fact
    };
    let line_height = if entry.line.is_empty() { 0.0 } else { kit.height_with(ui, &entry.line, width, line_look) };
    let needed = |form: &(usize, usize, bool)| measured(form) + badge_height + if form.2 { line_height } else { 0.0 };
    let forms = [(2, 2, true), (2, 2, false), (1, 2, false), (1, 1, false), (1, 0, false)];
    let form = forms.into_iter().find(|form| needed(form) <= height + 1.0).unwrap_or(forms[forms.len() - 1]);
    let (title_lines, fact_lines, has_line) = form;
    let mut text = row.rect;
    text.min.y += ((height - needed(&form)) / 2.0).max(0.0);
    text.min.y += kit.paint_words(ui, text, &entry.title, title_look(title_lines));
    if fact_lines > 0 {
        text.min.y += kit.paint_words(ui, text, &entry.fact, fact_look(fact_lines));
    }
    if has_line && !entry.line.is_empty() {
        text.min.y += kit.paint_words(ui, text, &entry.line, line_look);
    }
    text.min.y += m.type_px(Size::Caption) * 0.15;
    badges_ui(kit, ui, text, entry);
}

/// Chips in rows; those that do not fit stand on further sheets behind a "more" button. Returns the height used.
fn chips_ui(kit: &mut Kit, ui: &mut Ui, rect: Rect, chips: &[Chip], max_rows: usize, salt: &str) -> f32 {
    let gap = kit.metrics.gap * 0.6;
    let height = kit.button_height();
    let more = kit.say("more");
    let more_width = kit.button_width(ui, &more, true);
    let widths: Vec<f32> =
        chips.iter().map(|c| kit.button_width(ui, &c.words, c.icon.is_some()).min(rect.width())).collect();
    let sheets = pack(&widths, rect.width(), gap, max_rows, more_width);
    let id = ui.id().with(("chips", salt));
    let chosen = chips.iter().position(|c| c.is_chosen).unwrap_or(0);
    let home_sheet = sheets.iter().position(|s| s.iter().flatten().any(|&i| i == chosen)).unwrap_or(0);
    let turned: usize = ui.data(|d| d.get_temp(id)).unwrap_or(0);
    let sheet = &sheets[(home_sheet + turned) % sheets.len()];
    let mut top = rect.top();
    for (row_index, row) in sheet.iter().enumerate() {
        let mut flow = kit.flow(Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), height)));
        for &index in row {
            let cell = flow.take_start(widths[index]);
            let chip = &chips[index];
            if kit.button(ui, cell, &chip.words, chip.icon, ButtonLook::Choice(chip.is_chosen)) {
                kit.events.push(Event::Show(chip.shows.clone()));
                ui.data_mut(|d| d.remove::<usize>(id));
            }
            flow.take_start(gap);
        }
        if sheets.len() > 1 && row_index + 1 == sheet.len() {
            let cell = flow.take_end(more_width);
            if kit.button(ui, cell, &more, Some(Icon::Forward), ButtonLook::Plain) {
                ui.data_mut(|d| d.insert_temp(id, (turned + 1) % sheets.len()));
                kit.events.push(Event::Touched);
                ui.ctx().request_repaint();
            }
        }
        top += height + gap.max(kit.metrics.touch_gap);
    }
    (top - rect.top() - gap.max(kit.metrics.touch_gap)).max(0.0)
}

/// Rows of chips that show together, each a list of places in the list of chips.
type Sheet = Vec<Vec<usize>>;

/// Packs widths into sheets of rows; where one sheet is not enough, the last row of each leaves room for `more`.
fn pack(widths: &[f32], width: f32, gap: f32, max_rows: usize, more: f32) -> Vec<Sheet> {
    let fill = |reserve: f32| {
        let mut sheets: Vec<Sheet> = vec![vec![vec![]]];
        let mut used = 0.0;
        for (index, &wide) in widths.iter().enumerate() {
            let sheet = sheets.last_mut().expect("there is a first sheet");
            let room = if sheet.len() == max_rows { width - reserve } else { width };
            let row = sheet.last_mut().expect("every sheet has a row");
            if row.is_empty() || used + gap + wide <= room {
                used += if row.is_empty() { wide } else { gap + wide };
                row.push(index);
            } else if sheet.len() < max_rows {
                sheet.push(vec![index]);
                used = wide;
            } else {
                sheets.push(vec![vec![index]]);
                used = wide;
            }
        }
        sheets
    };
    let alone = fill(0.0);
    if alone.len() == 1 { alone } else { fill(more + gap) }
}

fn pager_ui(kit: &mut Kit, ui: &mut Ui, rect: Rect, screen: &Screen, pages: usize) {
    let page = screen.page().unwrap_or(0).min(pages.saturating_sub(1));
    let (previous, next) = (kit.say("page-previous"), kit.say("page-next"));
    let mut row = kit.flow(rect);
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let words = kit.say_with("page-of", &[("page", number(page + 1).into()), ("pages", number(pages).into())]);
    // Where the words have no room beside the page number, the arrows speak for themselves.
    let shown = [(page > 0, &previous), (page + 1 < pages, &next)];
    let buttons: f32 = shown.iter().filter(|(is_shown, _)| *is_shown).map(|(_, w)| kit.button_width(ui, w, true)).sum();
    let number_width = kit.type_width(ui, &words, Size::Body, false);
    let has_words = buttons + number_width + kit.metrics.gap * 2.0 <= rect.width();
    let width = |w: &Words| if has_words { kit.button_width(ui, w, true) } else { rect.height() * 1.4 };
    let (previous_width, next_width) = (width(&previous), width(&next));
    let previous_cell = row.take_start(if page > 0 { previous_width } else { 0.0 });
    let next_cell = row.take_end(if page + 1 < pages { next_width } else { 0.0 });
    let turn = |kit: &mut Kit, cell: Rect, words: &Words, icon: Icon| {
        if has_words {
            kit.button(ui, cell, words, Some(icon), ButtonLook::Plain)
        } else {
            kit.icon_button(ui, cell, words, icon)
        }
    };
    if page > 0 && turn(kit, previous_cell, &previous, Icon::Back) {
        kit.events.push(Event::Show(screen.clone().with_page(page - 1)));
    }
    // In the middle of the panel where the buttons leave that free.
    let middle = Rect::from_center_size(rect.center(), vec2(number_width + 4.0, rect.height()));
    let number = if row.rect.contains_rect(middle) { middle } else { row.rect };
    kit.text(ui, number, &words, Look::new(Size::Body, kit.palette.text_dim).center().middle(), Role::Status);
    if page + 1 < pages && turn(kit, next_cell, &next, Icon::Forward) {
        kit.events.push(Event::Show(screen.clone().with_page(page + 1)));
    }
}

/// What a list without entries says.
pub fn empty_ui(kit: &Kit, ui: &Ui, rect: Rect) {
    message_ui(kit, ui, rect, Icon::Sparkles, &kit.say("nothing-found"), &kit.say("nothing-found-hint"));
}

/// A large icon, a title and a sentence in the middle of what room there is.
pub fn message_ui(kit: &Kit, ui: &Ui, rect: Rect, icon: Icon, title: &Words, body: &Words) {
    let m = &kit.metrics;
    let width = rect.width().min(820.0 * m.u * m.text.factor());
    let side = 140.0 * m.u;
    let title_height = kit.height_of(ui, title, Size::Title, Weight::Bold, width, 3);
    let body_height = kit.height_of(ui, body, Size::Body, Weight::Regular, width, 6);
    let height = side + title_height + body_height + m.gap * 1.5;
    let mut column = kit.flow(Rect::from_center_size(rect.center(), vec2(width, height.min(rect.height()))));
    let cell = column.take_top(side);
    kit.icon(ui, cell, icon, kit.palette.accent);
    column.take_top(m.gap);
    let title_rect = column.take_top(title_height);
    kit.text(ui, title_rect, title, Look::new(Size::Title, kit.palette.text).bold().lines(3).center(), Role::Heading);
    column.take_top(m.gap * 0.5);
    kit.text(ui, column.rect, body, Look::new(Size::Body, kit.palette.text_dim).lines(6).center(), Role::Label);
}
