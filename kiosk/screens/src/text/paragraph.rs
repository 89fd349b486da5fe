//! Text that was laid out: what stands where.

use egui::{Color32, Galley, Painter, Pos2, Rect, Vec2};
use std::ops::Range;
use std::sync::Arc;

/// A part of a line that one face shaped in one direction.
#[derive(Debug, Clone, PartialEq)]
pub struct VisualRun {
    /// Bytes of the text that the run shows; empty for an ellipsis or a hyphen that the layout added.
    pub range: Range<usize>,
    pub right_to_left: bool,
    /// The name of the face.
    pub face: String,
    /// What the shaper was given: it may be reversed and mirrored, see `run.rs`.
    pub shaped: String,
    /// For each character in [`Self::shaped`]: its first byte there and its first byte in the text.
    pub origins: Vec<(usize, usize)>,
    /// From the left of the paragraph, in points.
    pub left_px: f32,
    pub width_px: f32,
}

/// A line.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Bytes of the text that the line stands for, white space at its end included.
    pub range: Range<usize>,
    /// The runs from left to right.
    pub runs: Vec<VisualRun>,
    /// From the left of the paragraph, in points.
    pub left_px: f32,
    pub width_px: f32,
    /// From the top of the paragraph, in points.
    pub top_px: f32,
    pub baseline_px: f32,
}

/// A text that was laid out. One is shared by all frames that show the same text in the same style and width.
#[derive(Debug)]
pub struct Paragraph {
    pub(super) text: String,
    pub(super) lines: Vec<Line>,
    pub(super) size: Vec2,
    pub(super) bounds: Rect,
    pub(super) color: Color32,
    pub(super) is_cut: bool,
    /// All runs as rows; none where nothing is visible.
    pub(super) galley: Option<Arc<Galley>>,
    pub(super) glyph_count: usize,
}

impl Paragraph {
    /// The text in logical order, whole even where the lines end with an ellipsis.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The lines from top to bottom.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The width of the widest line and the height of all lines, in points.
    pub const fn size(&self) -> Vec2 {
        self.size
    }

    /// Where the lines stand from the point that is given to [`Self::paint`].
    ///
    /// It starts to the right of that point where the text is aligned to the centre or the right of its width.
    pub const fn bounds(&self) -> Rect {
        self.bounds
    }

    /// Where ink is, from the point that is given to [`Self::paint`]; nothing where nothing is visible.
    pub fn ink_bounds(&self) -> Rect {
        self.galley.as_ref().map_or(Rect::NOTHING, |galley| galley.mesh_bounds)
    }

    /// Whether an ellipsis stands for text that had no room.
    pub const fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// The text as egui paints it, with each run as a row; none where nothing is visible.
    pub const fn galley(&self) -> Option<&Arc<Galley>> {
        self.galley.as_ref()
    }

    /// Paints the text in its style's colour, into a box of the wrap's width (or its own, where that is infinite)
    /// with this top left corner.
    pub fn paint(&self, painter: &Painter, top_left: Pos2) {
        self.paint_in(painter, top_left, self.color);
    }

    /// Paints the text in another colour, which fades without laying the text out again.
    pub fn paint_in(&self, painter: &Painter, top_left: Pos2, color: Color32) {
        if let Some(galley) = &self.galley {
            painter.galley(top_left, Arc::clone(galley), color);
        }
    }
}
