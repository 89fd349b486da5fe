//! Cutting up a rectangle from its start side, so that one layout serves both directions of writing.

use egui::{Rect, Vec2, pos2, vec2};

/// What is left of a rectangle while parts are cut off it.
///
/// "Start" is left where lines run left to right, and right where they run right to left.
#[derive(Debug, Clone, Copy)]
pub struct Flow {
    pub rect: Rect,
    pub is_right_to_left: bool,
}

impl Flow {
    pub const fn new(rect: Rect, is_right_to_left: bool) -> Self {
        Self { rect, is_right_to_left }
    }

    /// Cuts a band off the top.
    pub fn take_top(&mut self, height: f32) -> Rect {
        let height = height.clamp(0.0, self.rect.height().max(0.0));
        let cut = Rect::from_min_size(self.rect.min, vec2(self.rect.width(), height));
        self.rect.min.y += height;
        cut
    }

    /// Cuts a band off the bottom.
    pub fn take_bottom(&mut self, height: f32) -> Rect {
        let height = height.clamp(0.0, self.rect.height().max(0.0));
        let cut = Rect::from_min_max(pos2(self.rect.min.x, self.rect.max.y - height), self.rect.max);
        self.rect.max.y -= height;
        cut
    }

    fn take_left(&mut self, width: f32) -> Rect {
        let cut = Rect::from_min_size(self.rect.min, vec2(width, self.rect.height()));
        self.rect.min.x += width;
        cut
    }

    fn take_right(&mut self, width: f32) -> Rect {
        let cut = Rect::from_min_max(pos2(self.rect.max.x - width, self.rect.min.y), self.rect.max);
        self.rect.max.x -= width;
        cut
    }

    /// Cuts a column off the start side.
    pub fn take_start(&mut self, width: f32) -> Rect {
        let width = width.clamp(0.0, self.rect.width().max(0.0));
        if self.is_right_to_left { self.take_right(width) } else { self.take_left(width) }
    }

    /// Cuts a column off the end side.
    pub fn take_end(&mut self, width: f32) -> Rect {
        let width = width.clamp(0.0, self.rect.width().max(0.0));
        if self.is_right_to_left { self.take_left(width) } else { self.take_right(width) }
    }

    /// Takes away a margin on all four sides.
    #[must_use]
    pub fn inset(mut self, by: Vec2) -> Self {
        self.rect = self.rect.shrink2(by);
        self
    }

    /// Divides into equal columns with a gap, listed from the start side.
    pub fn columns(&self, count: usize, gap: f32) -> Vec<Rect> {
        let count = count.max(1);
        let width = (self.rect.width() - gap * (count - 1) as f32) / count as f32;
        let mut rest = *self;
        (0..count)
            .map(|_| {
                let cell = rest.take_start(width);
                rest.take_start(gap);
                cell
            })
            .collect()
    }

    /// Divides into rows of cells with gaps, listed in reading order.
    pub fn grid(&self, columns: usize, row_height: f32, rows: usize, gap: f32) -> Vec<Rect> {
        let mut rest = *self;
        let mut cells = Vec::with_capacity(columns * rows);
        for _ in 0..rows {
            let row = Rect::from_min_size(rest.rect.min, vec2(rest.rect.width(), row_height));
            cells.extend(Self::new(row, self.is_right_to_left).columns(columns, gap));
            rest.rect.min.y += row_height + gap;
        }
        cells
    }
}
