//! The few parts that every screen is made of: text, cards, buttons, chips and pictures.
//!
//! Each part paints itself and adds one node to the accessible tree, so that what is seen and what is spoken agree.

use crate::flow::Flow;
use crate::icon::Icon;
pub use crate::lettering::Look;
use crate::text::{Align, Weight, Wrap};
use crate::theme::{Metrics, Palette, Size};
use crate::words::Words;
use accesskit::Role;
use egui::epaint::RectShape;
use egui::{
    Color32, CornerRadius, Id, Painter, Pos2, Rect, Response, Sense, Stroke, StrokeKind, TextureId, Ui, Vec2, pos2,
    vec2,
};
use wayside_core::Event;
use wayside_language::{Locale, Value};
use wayside_model::{Language, MediaId, Text};

/// How large a picture is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PictureSize {
    /// For a card of a list.
    Card,
    /// As large as it is.
    Full,
}

/// A picture on the graphics card.
#[derive(Debug, Clone, Copy)]
pub struct Picture {
    pub texture: TextureId,
    pub size_px: Vec2,
}

/// Where screens get pictures from; asking never waits.
pub trait Pictures {
    /// Returns the picture if it is ready, else asks for it; a later frame will have it.
    fn picture(&mut self, media: &MediaId, size: PictureSize) -> Option<Picture>;

    /// Whether the picture was asked for and cannot be had.
    fn has_failed(&self, media: &MediaId, size: PictureSize) -> bool;
}

/// How a button looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ButtonLook {
    /// The one thing to do.
    Primary,
    Plain,
    /// A choice among several; `true` where it is the one chosen.
    Choice(bool),
}

/// Drawing context of one frame.
pub struct Kit<'a> {
    pub palette: Palette,
    pub metrics: Metrics,
    pub locale: &'a Locale,
    pub pictures: &'a mut dyn Pictures,
    /// What the visitor did in this frame.
    pub events: Vec<Event>,
}

impl Kit<'_> {
    pub fn language(&self) -> Language {
        self.locale.language()
    }

    pub fn is_right_to_left(&self) -> bool {
        self.language().is_right_to_left()
    }

    pub fn flow(&self, rect: Rect) -> Flow {
        Flow::new(rect, self.is_right_to_left())
    }

    /// An interface string.
    pub fn say(&self, key: &str) -> Words {
        self.say_with(key, &[])
    }

    /// An interface string with values.
    pub fn say_with(&self, key: &str, values: &[(&str, Value<'_>)]) -> Words {
        Words::new(self.locale.say(key, values), self.language())
    }

    /// The wording of a content text for this visitor.
    pub fn words(&self, text: &Text) -> Words {
        Words::of(text, self.language())
    }

    /// Text that was formatted for this visitor's language already.
    pub fn formatted(&self, text: impl Into<String>) -> Words {
        Words::new(text, self.language())
    }

    /// Paints words and adds them to the accessible tree; returns their height.
    pub fn text(&self, ui: &Ui, rect: Rect, words: &Words, look: Look, role: Role) -> f32 {
        let height = self.paint_words(ui, rect, words, look);
        let shown = Rect::from_min_size(rect.min, vec2(rect.width(), height));
        self.node(ui, shown, words, role);
        height
    }

    /// Adds a node for something that is read, not touched.
    pub fn node(&self, ui: &Ui, rect: Rect, words: &Words, role: Role) -> Id {
        let id = ui.id().with((words.text.as_str(), rect.min.x.to_bits(), rect.min.y.to_bits()));
        if words.is_empty() || !ui.is_enabled() {
            return id;
        }
        ui.interact(rect, id, Sense::hover());
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(role);
            if role == Role::Label {
                node.set_value(words.text.as_str());
            } else {
                node.set_label(words.text.as_str());
            }
            if role == Role::Heading {
                node.set_level(1);
            }
            // egui places only what can be touched.
            node.set_bounds(accesskit::Rect {
                x0: rect.min.x.into(),
                y0: rect.min.y.into(),
                x1: rect.max.x.into(),
                y1: rect.max.y.into(),
            });
            node.set_language(words.language.tag());
        });
        id
    }

    /// Makes a rectangle touchable, names it, and paints the ring where it has the focus.
    pub fn touchable(&self, ui: &Ui, rect: Rect, id: Id, name: &Words, role: Role) -> Response {
        let response = ui.interact(rect, id, Sense::click());
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(role);
            node.set_label(name.text.as_str());
            node.set_language(name.language.tag());
            if ui.is_enabled() {
                node.add_action(accesskit::Action::Click);
                node.add_action(accesskit::Action::Focus);
            } else {
                node.set_hidden();
            }
        });
        response
    }

    /// Paints the ring around whatever has the focus; call it after the thing itself is painted.
    pub fn focus_ring(&self, ui: &Ui, response: &Response, radius: f32) {
        if response.has_focus() {
            let width = 6.0 * self.metrics.u;
            ui.painter().rect_stroke(
                response.rect.expand(width * 0.75),
                corner(radius + width * 0.75),
                Stroke::new(width, self.palette.accent),
                StrokeKind::Middle,
            );
        }
    }

    /// Whether two columns have room side by side: by the shape of an area, and by its width beside the size of the text.
    pub fn is_wide(&self, rect: Rect) -> bool {
        self.is_wide_from(rect, 1300.0)
    }

    /// As [`Self::is_wide`], from a width in u on at standard text size.
    pub fn is_wide_from(&self, rect: Rect, least_u: f32) -> bool {
        let least = least_u * self.metrics.u * self.metrics.growth();
        rect.width() > rect.height() * 1.25 && rect.width() >= least
    }

    /// The ground of a card, darker or lighter while it is pressed.
    pub fn card_ground(&self, ui: &Ui, rect: Rect, is_pressed: bool) {
        let fill = if is_pressed { self.palette.surface_raised } else { self.palette.surface };
        let radius = corner(self.metrics.card_radius);
        ui.painter().rect_filled(rect, radius, fill);
        // High contrast tells a card from the ground by its edge.
        if self.palette.surface == self.palette.base || is_pressed {
            let edge = if is_pressed { self.palette.accent } else { self.palette.line };
            ui.painter().rect_stroke(rect, radius, Stroke::new(3.0 * self.metrics.u, edge), StrokeKind::Inside);
        }
    }

    /// A touchable card; `content` paints inside it.
    pub fn card(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        id: Id,
        name: &Words,
        content: impl FnOnce(&mut Self, &mut Ui, Rect),
    ) -> bool {
        let response = self.touchable(ui, rect, id, name, Role::Button);
        self.card_ground(ui, rect, response.is_pointer_button_down_on());
        content(self, ui, rect);
        self.focus_ring(ui, &response, self.metrics.card_radius);
        response.clicked()
    }

    /// A button with words and perhaps an icon before them.
    pub fn button(&mut self, ui: &Ui, rect: Rect, words: &Words, icon: Option<Icon>, look: ButtonLook) -> bool {
        let id = ui.id().with(("button", words.text.as_str(), rect.min.x.to_bits(), rect.min.y.to_bits()));
        let role = if matches!(look, ButtonLook::Choice(_)) { Role::RadioButton } else { Role::Button };
        let response = self.touchable(ui, rect, id, words, role);
        if let ButtonLook::Choice(is_chosen) = look {
            ui.ctx().accesskit_node_builder(id, |node| {
                node.set_toggled(if is_chosen { accesskit::Toggled::True } else { accesskit::Toggled::False });
            });
        }
        let ink = self.button_ground(ui, &response, look);
        let size = Size::Body;
        let padding = self.metrics.gap;
        let inner = rect.shrink2(vec2(padding, 0.0));
        let icon_side = self.metrics.type_px(size) * 1.15;
        let icon_room = if icon.is_some() { icon_side + self.metrics.gap * 0.5 } else { 0.0 };
        let style = self.style(words, size, Weight::Bold, ink);
        let paragraph = self.lay_out(ui, words, &style, Wrap::lines(inner.width() - icon_room, 2), Align::Start);
        let wide = paragraph.size().x + icon_room;
        let mut row = self.flow(Rect::from_center_size(inner.center(), vec2(wide.min(inner.width()), rect.height())));
        if let Some(icon) = icon {
            let cell = row.take_start(icon_side);
            icon.paint(
                ui.painter(),
                Rect::from_center_size(cell.center(), Vec2::splat(icon_side)),
                ink,
                self.is_right_to_left(),
            );
            row.take_start(self.metrics.gap * 0.5);
        }
        let look = Look::new(size, ink).bold().lines(2).middle();
        // The paragraph is as wide as its words, so start-aligned words fill the row.
        self.paint_words(ui, row.rect.expand2(vec2(1.0, 0.0)), words, look);
        self.focus_ring(ui, &response, self.button_radius(rect));
        response.clicked()
    }

    /// A button that shows an icon alone; its words are still its name.
    pub fn icon_button(&mut self, ui: &Ui, rect: Rect, words: &Words, icon: Icon) -> bool {
        let id = ui.id().with(("button", words.text.as_str(), rect.min.x.to_bits(), rect.min.y.to_bits()));
        let response = self.touchable(ui, rect, id, words, Role::Button);
        let ink = self.button_ground(ui, &response, ButtonLook::Plain);
        let side = rect.height().min(rect.width()) * 0.6;
        self.icon(ui, Rect::from_center_size(rect.center(), Vec2::splat(side)), icon, ink);
        self.focus_ring(ui, &response, self.button_radius(rect));
        response.clicked()
    }

    fn button_radius(&self, rect: Rect) -> f32 {
        rect.height().min(self.metrics.card_radius * 2.0) / 2.0
    }

    /// Paints what a button stands on; returns the colour of what is written there.
    fn button_ground(&self, ui: &Ui, response: &Response, look: ButtonLook) -> Color32 {
        let is_pressed = response.is_pointer_button_down_on();
        let p = &self.palette;
        let radius = corner(self.button_radius(response.rect));
        if matches!(look, ButtonLook::Primary | ButtonLook::Choice(true)) {
            ui.painter().rect_filled(response.rect, radius, p.accent);
            return p.on_accent;
        }
        let (fill, edge) = if is_pressed { (p.surface_raised, p.accent) } else { (p.surface, p.line) };
        ui.painter().rect_filled(response.rect, radius, fill);
        let stroke = Stroke::new(2.0 * self.metrics.u, edge);
        ui.painter().rect_stroke(response.rect, radius, stroke, StrokeKind::Inside);
        p.text
    }

    /// Width that a button with these words wants.
    pub fn button_width(&self, ui: &Ui, words: &Words, has_icon: bool) -> f32 {
        let wide = self.type_width(ui, words, Size::Body, true);
        let icon_room = if has_icon { self.metrics.type_px(Size::Body) * 1.15 + self.metrics.gap * 0.5 } else { 0.0 };
        (wide + icon_room + self.metrics.gap * 2.0 + 4.0).max(self.metrics.touch * 1.5)
    }

    /// Height of a button of one line.
    pub fn button_height(&self) -> f32 {
        (self.metrics.type_px(Size::Body) * 1.35 + self.metrics.gap * 1.25).max(self.metrics.touch)
    }

    /// A small label on a coloured ground, such as "Free"; returns its width.
    pub fn badge(&self, ui: &Ui, start_top: Pos2, words: &Words, ink: Color32) -> Vec2 {
        let size = self.badge_size(ui, words);
        let min = if self.is_right_to_left() { pos2(start_top.x - size.x, start_top.y) } else { start_top };
        let rect = Rect::from_min_size(min, size);
        ui.painter().rect_filled(rect, corner(size.y / 2.0), self.palette.base);
        ui.painter().rect_stroke(
            rect,
            corner(size.y / 2.0),
            Stroke::new(2.0 * self.metrics.u, ink),
            StrokeKind::Inside,
        );
        let inner = rect.shrink2(vec2(self.metrics.gap * 0.6, 0.0));
        self.paint_words(
            ui,
            inner.expand2(vec2(2.0, 0.0)),
            words,
            Look::new(Size::Caption, ink).bold().middle().center(),
        );
        size
    }

    /// Size of a badge.
    pub fn badge_size(&self, ui: &Ui, words: &Words) -> Vec2 {
        vec2(
            self.type_width(ui, words, Size::Caption, true) + self.metrics.gap * 1.2,
            self.metrics.type_px(Size::Caption) * 1.45,
        )
    }

    /// A picture that fills a rectangle, cropped to its middle; a plain ground while it is on its way.
    pub fn picture(&mut self, ui: &Ui, rect: Rect, media: Option<&MediaId>, size: PictureSize, radius: CornerRadius) {
        let picture = media.and_then(|m| self.pictures.picture(m, size));
        match picture {
            Some(picture) => paint_cover(ui.painter(), rect, picture, radius, Color32::WHITE),
            None => {
                ui.painter().rect_filled(rect, radius, self.palette.surface_raised);
            }
        }
    }

    /// An icon in a square of a given side.
    pub fn icon(&self, ui: &Ui, rect: Rect, icon: Icon, color: Color32) {
        icon.paint(ui.painter(), rect, color, self.is_right_to_left());
    }

    /// A thin line along the top of a rectangle, in a colour of its own.
    pub fn rule_tinted(&self, ui: &Ui, rect: Rect, color: Color32) {
        ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(2.0 * self.metrics.u, color));
    }

    /// A thin line across.
    pub fn rule(&self, ui: &Ui, rect: Rect, y: f32) {
        ui.painter().hline(rect.x_range(), y, Stroke::new(2.0 * self.metrics.u, self.palette.line));
    }
}

/// Paints a picture so that it covers a rectangle.
pub fn paint_cover(painter: &Painter, rect: Rect, picture: Picture, radius: CornerRadius, tint: Color32) {
    let (want, have) = (rect.width() / rect.height(), picture.size_px.x / picture.size_px.y);
    let uv_size = if have > want { vec2(want / have, 1.0) } else { vec2(1.0, have / want) };
    let uv = Rect::from_center_size(pos2(0.5, 0.5), uv_size);
    painter.add(RectShape::filled(rect, radius, tint).with_texture(picture.texture, uv));
}

/// A corner radius in pixels; more than 255 is not told apart.
pub fn corner(radius: f32) -> CornerRadius {
    CornerRadius::same(radius.round().clamp(0.0, 255.0) as u8)
}

/// Rounded at the top only.
pub fn corner_top(radius: f32) -> CornerRadius {
    let r = radius.round().clamp(0.0, 255.0) as u8;
    CornerRadius { nw: r, ne: r, sw: 0, se: 0 }
}
