//! What plays while nobody touches: the item that is on, and the bar that invites.

use crate::events::when_short;
use crate::icon::Icon;
use crate::kit::{Kit, Look, Picture, PictureSize, corner, paint_cover};
use crate::system::{INK, evening};
use crate::text::LargeLine;
use crate::theme::Size;
use crate::view::View;
use crate::words::Words;
use accesskit::Role;
use chrono::{DateTime, TimeDelta, Utc};
use egui::{Align2, Color32, CornerRadius, Rect, Sense, Ui, UiBuilder, Vec2, pos2, vec2};
use std::collections::BTreeMap;
use wayside_core::{Event, EventFilter, Stage};
use wayside_language::Locale;
use wayside_model::{Language, Layer, Scene, SignageId};
use wayside_schedule::Show;

/// Seconds that one picture takes to fade into the next.
pub const FADE_SECS: f32 = 0.2;

/// Ground of the bar, the same in every theme: nobody has chosen one.
const BAR: Color32 = Color32::from_rgb(0x0A, 0x0F, 0x1A);

/// What is on, when it began and when it ends.
#[derive(Debug, Clone, PartialEq)]
pub struct OnAir {
    pub show: Show,
    /// What comes next, so that its picture can be fetched in time.
    pub next: Show,
    pub started: DateTime<Utc>,
    pub ends: DateTime<Utc>,
}

/// Tells what is on now; while a passer-by has stopped the pictures, what was on then.
pub fn on_air(view: &mut View) -> OnAir {
    // Who stopped the pictures stopped the advertisements, not the alarm.
    let is_emergency = view.memo.program(view.release, view.kiosk, view.now).layer == Some(Layer::Emergency);
    let at = match view.state.stage {
        Stage::Attract { paused_at: Some(at) } if !is_emergency => at,
        _ => view.now,
    };
    let program = view.memo.program(view.release, view.kiosk, at);
    let showing = program.item_at(at);
    let next = &program.slots[(showing.index + 1) % program.slots.len()];
    OnAir { show: showing.slot.show.clone(), next: next.show.clone(), started: showing.started, ends: showing.ends }
}

/// What the attract screen needs besides the view.
pub struct Attract<'a> {
    pub on_air: &'a OnAir,
    /// What was on before, while it fades out.
    pub before: Option<&'a Show>,
    /// How far the fade is, 0 to 1.
    pub faded: f32,
    pub locales: &'a BTreeMap<Language, Locale>,
}

/// Draws the attract screen.
pub fn attract_ui(kit: &mut Kit, ui: &mut Ui, view: &mut View, rect: Rect, attract: &Attract) {
    let bar_height = bar_height(kit, rect);
    let mut column = kit.flow(rect);
    let bar = column.take_bottom(bar_height);
    // One touch anywhere starts a visit; the chips of the bar lie above and take their own.
    let opens = attract.on_air.show.item().and_then(|id| view.release.signage.get(id)).and_then(|s| s.opens.clone());
    let anywhere = ui.interact(rect, ui.id().with("attract"), Sense::click());
    if let Some(before) = attract.before
        && attract.faded < 1.0
    {
        show_ui(kit, ui, view, before, rect, bar_height, 1.0);
        show_ui(kit, ui, view, &attract.on_air.show, rect, bar_height, attract.faded);
    } else {
        show_ui(kit, ui, view, &attract.on_air.show, rect, bar_height, 1.0);
    }
    let summary = summary(kit, view, &attract.on_air.show);
    ui.ctx().accesskit_node_builder(anywhere.id, |node| {
        node.set_role(Role::Button);
        node.set_label(summary.text.as_str());
        node.set_language(summary.language.tag());
    });
    bar_ui(kit, ui, view, bar, attract);
    let has_chip = kit.events.iter().any(|e| matches!(e, Event::SetLanguage(_) | Event::PauseAttract(_)));
    if anywhere.clicked() && !has_chip {
        kit.events.push(Event::Start { opens });
    }
}

fn bar_height(kit: &Kit, rect: Rect) -> f32 {
    let share = if rect.width() > rect.height() { 0.3 } else { 0.235 };
    (rect.height() * share).max(kit.metrics.touch * 4.0)
}

/// What a person who does not see the screen is told: what this is, and what it shows.
pub fn summary(kit: &Kit, view: &View, show: &Show) -> Words {
    let city = kit.words(&view.release.city.name);
    let headline = show.item().and_then(|id| view.release.signage.get(id)).map(|s| match &s.scene {
        Scene::Poster { kicker, headline, line, .. } => {
            let parts: Vec<String> =
                [kicker, headline, line].into_iter().map(|t| kit.words(t).text).filter(|t| !t.is_empty()).collect();
            kit.locale.list_plain(&parts)
        }
        Scene::Fact { figure, headline, line } => {
            // The headline reads on from the figure, as it does on the poster: `33` `years, one builder`.
            let fact = [figure, headline].map(|t| kit.words(t).text).join(" ");
            let line = kit.words(line).text;
            let parts: Vec<&str> = [fact.trim(), line.as_str()].into_iter().filter(|t| !t.is_empty()).collect();
            kit.locale.list_plain(&parts)
        }
        Scene::Picture { art } => view.release.media.get(art).map(|m| kit.words(&m.alt).text).unwrap_or_default(),
    });
    let headline = headline.unwrap_or_default();
    kit.say_with("attract-summary", &[("city", (&city.text).into()), ("headline", (&headline).into())])
}

fn art_of(kit: &mut Kit, view: &View, id: &SignageId) -> Option<Picture> {
    let art = view.release.signage.get(id)?.scene.art()?;
    kit.pictures.picture(art, PictureSize::Full)
}

/// Asks for the picture of an item, so that it is there when its turn comes; `true` once it is,
/// where none is needed, and where it cannot be had.
pub fn prepare(kit: &mut Kit, view: &View, show: &Show) -> bool {
    let art = show.item().and_then(|id| view.release.signage.get(id)).and_then(|s| s.scene.art());
    art.is_none_or(|art| {
        kit.pictures.picture(art, PictureSize::Full).is_some() || kit.pictures.has_failed(art, PictureSize::Full)
    })
}

fn show_ui(kit: &mut Kit, ui: &mut Ui, view: &View, show: &Show, rect: Rect, bar_height: f32, opacity: f32) {
    let mut child = ui.new_child(UiBuilder::new().id_salt(("show", show.to_string())).max_rect(rect));
    child.set_opacity(opacity);
    let ui = &mut child;
    let scene = show.item().and_then(|id| view.release.signage.get(id).map(|s| (id, &s.scene)));
    let above = Rect::from_min_max(rect.min, pos2(rect.right(), rect.bottom() - bar_height));
    match scene {
        None => built_in(kit, ui, view, above, rect),
        Some((id, Scene::Poster { kicker, headline, line, .. })) => {
            match art_of(kit, view, id) {
                Some(picture) => paint_cover(ui.painter(), rect, picture, CornerRadius::ZERO, Color32::WHITE),
                None => evening(ui, rect),
            }
            poster_words(kit, ui, above, &kit.words(kicker), &kit.words(headline), &kit.words(line));
        }
        Some((id, Scene::Picture { .. })) => match art_of(kit, view, id) {
            Some(picture) => paint_cover(ui.painter(), rect, picture, CornerRadius::ZERO, Color32::WHITE),
            None => evening(ui, rect),
        },
        Some((_, Scene::Fact { figure, headline, line })) => {
            evening(ui, rect);
            fact_words(kit, ui, above, &kit.words(figure), &kit.words(headline), &kit.words(line));
        }
    }
}

/// The city's name on an evening sky, for when there is nothing else at all.
fn built_in(kit: &Kit, ui: &mut Ui, view: &View, above: Rect, rect: Rect) {
    evening(ui, rect);
    let radius = rect.width().min(rect.height()) * 0.2;
    crate::system::sun(ui, pos2(above.center().x + radius, above.bottom() - radius * 1.2), radius);
    let none = Words::new("", kit.language());
    poster_words(kit, ui, above, &none, &kit.words(&view.release.city.name), &none);
}

fn poster_words(kit: &Kit, ui: &Ui, above: Rect, kicker: &Words, headline: &Words, line: &Words) {
    let m = &kit.metrics;
    let is_wide = above.width() > above.height();
    let edge = m.edge * 1.35;
    let mut column = above.shrink2(vec2(edge, edge * 1.25));
    if is_wide {
        // Pictures keep their left half quiet, whichever way the words run.
        column.max.x = column.min.x + above.width() * 0.52;
    }
    let at = |y: f32| Rect::from_min_max(pos2(column.left(), y), column.max);
    let mut y = column.top();
    if !kicker.is_empty() {
        y += kit.paint_words(ui, at(y), kicker, Look::new(Size::Heading, INK).bold().lines(2)) + m.gap * 0.75;
    }
    y += kit.paint_words(ui, at(y), headline, Look::new(Size::Display, INK).bold().lines(4)) + m.gap;
    if !line.is_empty() {
        kit.paint_words(ui, at(y), line, Look::new(Size::Heading, INK).lines(3));
    }
}

fn fact_words(kit: &Kit, ui: &Ui, above: Rect, figure: &Words, headline: &Words, line: &Words) {
    let m = &kit.metrics;
    let edge = m.edge * 1.35;
    let column = above.shrink2(vec2(edge, edge * 1.25));
    let at = |y: f32| Rect::from_min_max(pos2(column.left(), y), column.max);
    let accent = Color32::from_rgb(0xFF, 0xD1, 0x66);
    // The figure fills the width as far as the height allows: it is read from across the street.
    let one = kit.type_width(ui, figure, Size::Display, true).max(1.0);
    let factor = (column.width() / one).min(column.height() * 0.45 / (m.type_px(Size::Display) * 1.36)).clamp(0.2, 4.0);
    let style = kit.style(figure, Size::Display, crate::text::Weight::Bold, accent);
    let number = LargeLine::set(ui.ctx(), &figure.text, &style, factor);
    let words = [
        kit.height_of(ui, headline, Size::Display, crate::text::Weight::Bold, column.width(), 3),
        kit.height_of(ui, line, Size::Heading, crate::text::Weight::Regular, column.width(), 3),
    ];
    let height = number.size().y + words.iter().sum::<f32>() + m.gap * 2.0;
    let mut y = column.top() + ((column.height() - height) * 0.4).max(0.0);
    let left = if kit.is_right_to_left() { column.right() - number.size().x } else { column.left() };
    number.paint(ui.painter(), pos2(left, y), accent);
    y += number.size().y;
    y += kit.paint_words(ui, at(y), headline, Look::new(Size::Display, INK).bold().lines(3)) + m.gap;
    kit.paint_words(ui, at(y), line, Look::new(Size::Heading, INK).lines(3));
}

fn bar_ui(kit: &mut Kit, ui: &mut Ui, view: &mut View, rect: Rect, attract: &Attract) {
    let m = kit.metrics;
    ui.painter().rect_filled(rect, 0.0, BAR);
    let mut column = kit.flow(rect).inset(vec2(m.edge * 1.35, m.gap));
    let head_height = m.type_px(Size::Heading) * 1.5;
    let mut head = kit.flow(column.take_top(head_height.max(m.touch)));
    pause_ui(kit, ui, view, &mut head);
    let time = kit.formatted(kit.locale.time(view.local()));
    let time_cell = head.take_end(kit.type_width(ui, &time, Size::Heading, true) + 4.0);
    kit.text(ui, time_cell, &time, Look::new(Size::Heading, INK).bold().middle().end(), Role::Label);
    head.take_end(m.gap);
    let today = view.memo.events(view.release, EventFilter::Today, view.now);
    // What begins soon is news; what has been open since morning is not.
    let next = today.iter().find(|u| u.occurrence.starts >= view.local()).or_else(|| today.first());
    if let Some(upcoming) = next {
        let side = m.type_px(Size::Body) * 1.2;
        let cell = head.take_start(side);
        kit.icon(
            ui,
            Rect::from_center_size(cell.center(), Vec2::splat(side)),
            Icon::Calendar,
            Color32::from_rgb(0xF6, 0xA2, 0x1C),
        );
        head.take_start(m.gap * 0.5);
        let when = when_short(kit, view, &upcoming.occurrence, upcoming.event.when.all_day);
        let title = kit.words(&upcoming.event.title).text;
        let words = kit.formatted(kit.locale.list_plain(&[when, title]));
        kit.text(ui, head.rect, &words, Look::new(Size::Body, INK).middle(), Role::Label);
    }
    column.take_top(m.gap * 0.5);
    let invitation = kit.say("attract-touch");
    let used = kit.text(ui, column.rect, &invitation, Look::new(Size::Title, INK).bold().lines(2), Role::Heading);
    column.take_top(used + m.gap * 0.5);
    languages_ui(kit, ui, view, column.rect, attract.locales);
}

/// The button that stops and restarts the moving pictures.
fn pause_ui(kit: &mut Kit, ui: &Ui, view: &View, head: &mut crate::flow::Flow) {
    let m = kit.metrics;
    let is_paused = matches!(view.state.stage, Stage::Attract { paused_at: Some(_) });
    let side = m.touch.max(m.type_px(Size::Heading) * 1.2);
    let cell = Rect::from_center_size(head.take_end(side).center(), Vec2::splat(side));
    head.take_end(m.gap);
    let words = kit.say(if is_paused { "attract-play" } else { "attract-pause" });
    let id = ui.id().with("attract-pause");
    let response = kit.touchable(ui, cell, id, &words, Role::Button);
    let fill = if response.is_pointer_button_down_on() {
        Color32::from_rgb(0x2C, 0x3A, 0x56)
    } else {
        Color32::from_rgb(0x17, 0x21, 0x33)
    };
    ui.painter().rect_filled(cell, corner(side / 2.0), fill);
    let icon = if is_paused { Icon::Play } else { Icon::Pause };
    kit.icon(ui, Rect::from_center_size(cell.center(), Vec2::splat(side * 0.55)), icon, INK);
    kit.focus_ring(ui, &response, side / 2.0);
    if response.clicked() {
        kit.events.push(Event::PauseAttract(!is_paused));
    }
}

/// "Touch" in every language, each a way straight into that language.
fn languages_ui(kit: &mut Kit, ui: &Ui, view: &View, rect: Rect, locales: &BTreeMap<Language, Locale>) {
    let m = kit.metrics;
    let gap = m.gap * 0.7;
    // Larger where they all fit.
    let size = [Size::Body, Size::Caption]
        .into_iter()
        .find(|&size| {
            let width: f32 = view
                .kiosk
                .languages
                .iter()
                .map(|l| kit.type_width(ui, &Words::new(l.own_name(), *l), size, true) + m.gap * 1.1 + gap)
                .sum();
            let line = (m.type_px(size) * 1.6).max(m.touch);
            // Rows are never quite full.
            (width * 1.12 / rect.width()).ceil() * (line + m.touch_gap) <= rect.height()
        })
        .unwrap_or(Size::Caption);
    let line = (m.type_px(size) * 1.6).max(m.touch);
    let mut cursor = kit.flow(Rect::from_min_size(rect.min, vec2(rect.width(), line)));
    for &language in &view.kiosk.languages {
        if language == kit.language() {
            continue;
        }
        let Some(locale) = locales.get(&language) else { continue };
        let words = Words::new(locale.say("attract-touch", &[]), language);
        let name = Words::new(language.own_name(), language);
        let width = kit.type_width(ui, &name, size, true) + m.gap * 1.1;
        if cursor.rect.width() < width {
            let top = cursor.rect.top() + line + m.touch_gap;
            if top + line > rect.bottom() + 1.0 {
                break;
            }
            cursor = kit.flow(Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), line)));
        }
        let cell = cursor.take_start(width.min(rect.width()));
        cursor.take_start(gap);
        let id = ui.id().with(("attract-language", language.tag()));
        let response = kit.touchable(ui, cell, id, &words, Role::Button);
        let fill = if response.is_pointer_button_down_on() {
            Color32::from_rgb(0x2C, 0x3A, 0x56)
        } else {
            Color32::from_rgb(0x17, 0x21, 0x33)
        };
        ui.painter().rect_filled(cell, corner(line * 0.35), fill);
        kit.paint_words(
            ui,
            Align2::CENTER_CENTER.anchor_size(cell.center(), cell.size()),
            &name,
            Look::new(size, INK).bold().center().middle(),
        );
        kit.focus_ring(ui, &response, line * 0.35);
        if response.clicked() {
            kit.events.push(Event::Start { opens: None });
            kit.events.push(Event::SetLanguage(language));
        }
    }
}

/// How far a fade is that began at `started`.
pub fn fade_at(started: DateTime<Utc>, now: DateTime<Utc>) -> f32 {
    let span = (now - started).max(TimeDelta::zero()).num_milliseconds() as f32 / 1000.0;
    (span / FADE_SECS).clamp(0.0, 1.0)
}
