//! Letters too large for the atlas: one line, filled from its outlines into a texture of its own.
//!
//! egui keeps every size of every letter in one atlas, row by row. A handful of letters as high as a hand
//! would double it, and each later change sends all of it to the graphics card again.

use super::engine::Engine;
use super::paragraph::{Paragraph, VisualRun};
use super::{Align, FontSet, TextStyle, Wrap};
use egui::{Color32, ColorImage, Context, Id, Painter, Pos2, Rect, TextureHandle, TextureOptions, Vec2, pos2, vec2};
use harfrust::{ShapeOptions, UnicodeBuffer};
use resvg::tiny_skia::{FillRule, Paint, PathBuilder, Pixmap, Transform};
use skrifa::outline::OutlinePen;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

/// Lines whose textures are kept: the one on screen and the one that it fades over.
const KEPT: usize = 2;

/// Longest side of a texture in pixels that every graphics card takes.
const MAX_SIDE_PX: f32 = 4096.0;

/// One line of very large letters.
#[derive(Clone)]
pub struct LargeLine {
    texture: Option<TextureHandle>,
    size: Vec2,
}

/// A line with what it was set from.
struct Kept {
    text: String,
    style: TextStyle,
    factor: f32,
    line: LargeLine,
}

#[derive(Clone, Default)]
struct Cache(Arc<Mutex<VecDeque<Kept>>>);

impl LargeLine {
    /// Sets a text on one line, `factor` times as large as its style says.
    ///
    /// # Panics
    /// As [`Paragraph::lay_out`] does.
    pub fn set(ctx: &Context, text: &str, style: &TextStyle, factor: f32) -> Self {
        let cache: Cache = ctx.data_mut(|data| data.get_temp_mut_or_default::<Cache>(Id::NULL).clone());
        let mut lines = cache.0.lock().unwrap_or_else(PoisonError::into_inner);
        let is_it =
            |kept: &&Kept| kept.text == text && kept.style == *style && kept.factor.to_bits() == factor.to_bits();
        if let Some(kept) = lines.iter().find(is_it) {
            return kept.line.clone();
        }
        let paragraph = Paragraph::lay_out(ctx, text, style, Wrap::lines(f32::INFINITY, 1), Align::Start);
        let size = paragraph.size() * factor;
        let image = fill(&Engine::of(ctx).fonts, &paragraph, style, factor, size);
        let texture = image.map(|image| ctx.load_texture("large line", image, TextureOptions::LINEAR));
        let line = Self { texture, size };
        if !paragraph.lines().is_empty() {
            lines.truncate(KEPT - 1);
            lines.push_front(Kept { text: text.to_owned(), style: *style, factor, line: line.clone() });
        }
        line
    }

    /// Width and height of the line, in points.
    pub const fn size(&self) -> Vec2 {
        self.size
    }

    pub fn paint(&self, painter: &Painter, top_left: Pos2, color: Color32) {
        if let Some(texture) = &self.texture {
            let uv = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
            painter.image(texture.id(), Rect::from_min_size(top_left, texture.size_vec2()), uv, color);
        }
    }
}

/// Fills the outlines of a laid-out line with white; none where nothing is visible, or more than a panel shows.
fn fill(fonts: &FontSet, line: &Paragraph, style: &TextStyle, factor: f32, size: Vec2) -> Option<ColorImage> {
    if size.max_elem() > MAX_SIDE_PX {
        return None;
    }
    let mut pixmap = Pixmap::new(size.x.ceil() as u32, size.y.ceil() as u32)?;
    let mut paint = Paint::default();
    paint.set_color_rgba8(255, 255, 255, 255);
    for line in line.lines() {
        for run in &line.runs {
            let origin = vec2(run.left_px, line.baseline_px) * factor;
            if let Some(path) = outline(fonts, run, style.size_px * factor, origin) {
                pixmap.fill_path(&path, &paint, FillRule::Winding, Transform::identity(), None);
            }
        }
    }
    let size = [pixmap.width() as usize, pixmap.height() as usize];
    Some(ColorImage::from_rgba_premultiplied(size, pixmap.data()))
}

/// The outlines of a run with their baseline's start at `origin`.
fn outline(fonts: &FontSet, run: &VisualRun, size_px: f32, origin: Vec2) -> Option<resvg::tiny_skia::Path> {
    let face = fonts.faces().iter().find(|face| face.name() == run.face)?;
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(&run.shaped);
    buffer.guess_segment_properties();
    let glyphs = face.shaper().shape(buffer, ShapeOptions::new());
    let px_per_unit = face.unit() * size_px;
    let mut pen = Pen { path: PathBuilder::new(), origin };
    let mut x = 0.0;
    for (info, place) in glyphs.glyph_infos().iter().zip(glyphs.glyph_positions()) {
        let offset = vec2(place.x_offset as f32, -place.y_offset as f32) * px_per_unit;
        pen.origin = origin + vec2(x, 0.0) + offset;
        face.draw(info.glyph_id, size_px, &mut pen);
        x += place.x_advance as f32 * px_per_unit;
    }
    pen.path.finish()
}

/// Turns a glyph's outline, whose y points up, into a path.
struct Pen {
    path: PathBuilder,
    origin: Vec2,
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.move_to(self.origin.x + x, self.origin.y - y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.path.line_to(self.origin.x + x, self.origin.y - y);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let Vec2 { x: ox, y: oy } = self.origin;
        self.path.quad_to(ox + cx, oy - cy, ox + x, oy - y);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        let Vec2 { x: ox, y: oy } = self.origin;
        self.path.cubic_to(ox + ax, oy - ay, ox + bx, oy - by, ox + x, oy - y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}
