//! Lays a text out: breaks it into lines in logical order, orders each line visually, and places its runs.

use super::fonts::FontSet;
use super::paragraph::{Line, Paragraph, VisualRun};
use super::run::{Palette, Run, append_runs};
use super::style::{Align, BaseDirection, TextStyle, Wrap};
use super::wrap::{Advances, break_lines, longest_prefix, without_trailing_space};
use egui::emath::GuiRounding as _;
use egui::epaint::text::{ByteRange, ByteRangeExt as _, PlacedRow, TextFormat};
use egui::text::LayoutJob;
use egui::{Color32, FontId, Galley, Rect, epaint, pos2, vec2};
use std::ops::Range;
use std::sync::Arc;
use unicode_bidi::{Level, ParagraphBidiInfo};

const ELLIPSIS: &str = "…";
/// An ellipsis stands after a whole word where that leaves no more than this share of the line empty.
const RAGGED_SHARE: f32 = 0.4;

/// What is laid out.
pub(super) struct Request<'a> {
    pub text: &'a str,
    pub style: &'a TextStyle,
    pub wrap: Wrap,
    pub align: Align,
    pub pixels_per_point: f32,
}

/// Where a text is laid out: the fonts and the shaping buffer.
pub(super) struct Composer<'a, 'v> {
    pub fonts: &'a FontSet,
    pub view: &'a mut epaint::text::FontsView<'v>,
    pub scratch: &'a mut Option<harfrust::UnicodeBuffer>,
}

/// A line whose place is not yet known.
struct LooseLine {
    range: Range<usize>,
    runs: Vec<(Run, Arc<Galley>)>,
    width_px: f32,
}

/// One paragraph of the text on its way into lines.
struct Source<'a> {
    text: &'a str,
    /// The place of its first byte in the whole text.
    offset: usize,
    bidi: ParagraphBidiInfo<'a>,
    palette: &'a Palette<'a>,
}

impl Composer<'_, '_> {
    pub fn lay_out(&mut self, request: &Request<'_>) -> Paragraph {
        let Request { text, style, wrap, .. } = *request;
        let palette = Palette::new(self.fonts, style);
        let max_lines = wrap.max_lines.unwrap_or(usize::MAX);
        let paragraphs = split_paragraphs(text);
        let mut lines: Vec<LooseLine> = Vec::new();
        let mut is_cut = false;
        for (number, range) in paragraphs.iter().enumerate() {
            let rest_is_blank = text[range.end..].trim().is_empty();
            if lines.len() >= max_lines || (number > 0 && is_cut) {
                break;
            }
            let level = match style.base_direction {
                BaseDirection::OfLanguage if style.language.is_right_to_left() => Some(Level::rtl()),
                BaseDirection::OfLanguage => Some(Level::ltr()),
                BaseDirection::OfFirstLetter => None,
            };
            let source = Source {
                text: &text[range.clone()],
                offset: range.start,
                bidi: ParagraphBidiInfo::new(&text[range.clone()], level),
                palette: &palette,
            };
            is_cut = self.append_lines(&source, style, wrap.width_px, max_lines, rest_is_blank, &mut lines);
        }
        compose(self.fonts, request, lines, is_cut)
    }

    /// Breaks one paragraph into lines; true where the room ends before the text does.
    fn append_lines(
        &mut self,
        source: &Source<'_>,
        style: &TextStyle,
        width_px: f32,
        max_lines: usize,
        rest_is_blank: bool,
        lines: &mut Vec<LooseLine>,
    ) -> bool {
        let advances = self.measure(source, style.size_px);
        let all = 0..source.text.len();
        let room = max_lines - lines.len();
        let is_one_line = advances.width(without_trailing_space(source.text, all.clone())) <= width_px;
        if is_one_line && (rest_is_blank || room > 1) {
            lines.push(self.line(source, all, "", style));
            return false;
        }
        let mut opportunities = wayside_language::break_opportunities(source.text, style.language);
        if opportunities.last() != Some(&source.text.len()) {
            opportunities.push(source.text.len());
        }
        let hyphen_px =
            if source.text.contains('\u{AD}') { self.width_of("-", source.palette, style.size_px) } else { 0.0 };
        let broken = break_lines(source.text, &advances, &opportunities, width_px, hyphen_px);
        let overflows = broken.len() > room || (broken.len() == room && !rest_is_blank);
        let whole_lines = if overflows { room - 1 } else { broken.len() };
        for range in &broken[..whole_lines] {
            let tail = if ends_with_soft_hyphen(source.text, range) { "-" } else { "" };
            lines.push(self.line(source, range.clone(), tail, style));
        }
        if overflows {
            let line = self.cut_line(source, broken[room - 1].start, &advances, &opportunities, width_px, style);
            lines.push(line);
        }
        overflows
    }

    /// The last line where the text has no room: as much as fits before an ellipsis.
    fn cut_line(
        &mut self,
        source: &Source<'_>,
        start: usize,
        advances: &Advances,
        opportunities: &[usize],
        width_px: f32,
        style: &TextStyle,
    ) -> LooseLine {
        let room_px = width_px - self.width_of(ELLIPSIS, source.palette, style.size_px);
        let visible_px = |end: usize| advances.width(without_trailing_space(source.text, start..end));
        let longest = longest_prefix(source.text, start..source.text.len(), |end| visible_px(end) <= room_px);
        let longest = if visible_px(longest) <= room_px { longest } else { start };
        let after_word = opportunities
            .iter()
            .rev()
            .copied()
            .find(|&end| start < end && end <= longest)
            .filter(|&end| visible_px(end) >= (1.0 - RAGGED_SHARE) * room_px);
        let mut line = self.line(source, start..after_word.unwrap_or(longest), ELLIPSIS, style);
        // The ellipsis may come from another face here than the one that was measured.
        while line.width_px > width_px + 0.5 && line.range.end > source.offset + start {
            let kept = &source.text[start..line.range.end - source.offset];
            let last = unicode_segmentation::UnicodeSegmentation::graphemes(kept, true).next_back().map_or(0, str::len);
            line = self.line(source, start..start + kept.len() - last, ELLIPSIS, style);
        }
        line
    }

    /// Shapes one line of a paragraph, with a hyphen or an ellipsis at its logical end.
    fn line(&mut self, source: &Source<'_>, range: Range<usize>, tail: &str, style: &TextStyle) -> LooseLine {
        let mut visible = without_trailing_space(source.text, range.clone());
        if tail == ELLIPSIS {
            let kept = source.text[visible.clone()]
                .trim_end_matches(|c: char| c.is_whitespace() || ".,:;،؛、，。·-–—".contains(c));
            visible.end = visible.start + kept.len();
        }
        let mut runs = Vec::new();
        if tail.is_empty() {
            Self::visual_runs(source.text, &source.bidi, visible, source.palette, &mut runs);
        } else {
            let kept = &source.text[..visible.end];
            let shown = format!("{kept}{}{tail}", closing_marks(kept));
            let bidi = ParagraphBidiInfo::new(&shown, Some(source.bidi.paragraph_level));
            Self::visual_runs(&shown, &bidi, visible.start..shown.len(), source.palette, &mut runs);
            for run in &mut runs {
                run.source = run.source.start.min(kept.len())..run.source.end.min(kept.len());
                run.origins.iter_mut().for_each(|(_, origin)| *origin = (*origin).min(kept.len()));
            }
        }
        let mut width_px = 0.0;
        let runs = runs
            .into_iter()
            .map(|mut run| {
                run.source = run.source.start + source.offset..run.source.end + source.offset;
                run.origins.iter_mut().for_each(|(_, origin)| *origin += source.offset);
                let galley = self.galley(&run, style.size_px);
                width_px += width(&run, &galley);
                (run, galley)
            })
            .collect();
        LooseLine { range: range.start + source.offset..range.end + source.offset, runs, width_px }
    }

    fn visual_runs(
        text: &str,
        bidi: &ParagraphBidiInfo<'_>,
        visible: Range<usize>,
        palette: &Palette<'_>,
        out: &mut Vec<Run>,
    ) {
        if visible.is_empty() {
            return;
        }
        let (levels, level_runs) = bidi.visual_runs(visible);
        for stretch in level_runs {
            let right_to_left = levels[stretch.start].is_rtl();
            append_runs(palette, text, stretch, right_to_left, out);
        }
    }

    /// Measures each byte of a paragraph, unbroken.
    fn measure(&mut self, source: &Source<'_>, size_px: f32) -> Advances {
        let mut advances = vec![0.0; source.text.len()];
        let mut runs = Vec::new();
        let mut start = 0;
        for stretch in source.bidi.levels.chunk_by(|a, b| a == b) {
            append_runs(source.palette, source.text, start..start + stretch.len(), stretch[0].is_rtl(), &mut runs);
            start += stretch.len();
        }
        for run in &runs {
            run.measure(&self.fonts.faces()[run.face], size_px, self.scratch, |byte, advance| {
                advances[byte] += advance;
            });
        }
        Advances::from_bytes(advances)
    }

    fn width_of(&mut self, text: &str, palette: &Palette<'_>, size_px: f32) -> f32 {
        let source = Source { text, offset: 0, bidi: ParagraphBidiInfo::new(text, Some(Level::ltr())), palette };
        self.measure(&source, size_px).width(0..text.len())
    }

    fn galley(&mut self, run: &Run, size_px: f32) -> Arc<Galley> {
        let font_id = FontId::new(size_px, self.fonts.faces()[run.face].family());
        let mut job = LayoutJob::single_section(run.fed.clone(), TextFormat::simple(font_id, Color32::PLACEHOLDER));
        job.break_on_newline = false;
        job.round_output_to_gui = false;
        self.view.layout_job(job)
    }
}

/// The width that a run takes.
fn width(run: &Run, galley: &Galley) -> f32 {
    run.cell_px.unwrap_or_else(|| own_width(galley))
}

fn own_width(galley: &Galley) -> f32 {
    galley.rows.first().map_or(0.0, |row| row.size.x)
}

/// Places the lines and makes one galley of all runs.
fn compose(fonts: &FontSet, request: &Request<'_>, loose: Vec<LooseLine>, is_cut: bool) -> Paragraph {
    let Request { text, style, wrap, align, pixels_per_point } = *request;
    let line_height_px = style.line_height_px();
    let widest_px = loose.iter().map(|line| line.width_px).fold(0.0, f32::max);
    let box_px = if wrap.width_px.is_finite() { wrap.width_px } else { widest_px };
    let mut lines = Vec::with_capacity(loose.len());
    let mut rows = Vec::new();
    let mut bounds = Rect::NOTHING;
    let mut top_px = 0.0;
    let mut whole: Option<Galley> = None;
    for line in loose {
        let spare_px = box_px - line.width_px;
        let left_px = match (align, style.language.is_right_to_left()) {
            (Align::Center, _) => 0.5 * spare_px,
            (Align::Start, false) | (Align::End, true) => 0.0,
            (Align::Start, true) | (Align::End, false) => spare_px,
        };
        let baseline_px = top_px + style.baseline_px();
        let mut runs = Vec::with_capacity(line.runs.len());
        let mut x = left_px;
        for (run, galley) in line.runs {
            let width_px = width(&run, &galley);
            let indent_px = 0.5 * (width_px - own_width(&galley));
            if let Some(row) = galley.rows.first() {
                let row_baseline = row.glyphs.first().map_or(0.0, |glyph| glyph.pos.y);
                let pos = pos2(x + indent_px, baseline_px - row_baseline).round_to_pixels(pixels_per_point);
                rows.push(PlacedRow { pos, row: Arc::clone(&row.row), ends_with_newline: false });
            }
            let face = fonts.faces()[run.face].name().to_owned();
            let Run { source: range, right_to_left, fed: shaped, origins, .. } = run;
            runs.push(VisualRun { range, right_to_left, face, shaped, origins, left_px: x, width_px });
            x += width_px;
            whole.get_or_insert_with(|| Galley::clone(&galley));
        }
        bounds |= Rect::from_min_size(pos2(left_px, top_px), vec2(line.width_px, line_height_px));
        lines.push(Line { range: line.range, runs, left_px, width_px: line.width_px, top_px, baseline_px });
        top_px += line_height_px;
    }
    if lines.is_empty() {
        bounds = Rect::ZERO;
    }
    let glyph_count = rows.iter().map(|row| row.glyphs.len()).sum();
    let galley = whole.map(|mut galley| {
        galley.mesh_bounds =
            rows.iter().fold(Rect::NOTHING, |all, row| all | row.visuals.mesh_bounds.translate(row.pos.to_vec2()));
        galley.num_vertices = rows.iter().map(|row| row.visuals.mesh.vertices.len()).sum();
        galley.num_indices = rows.iter().map(|row| row.visuals.mesh.indices.len()).sum();
        galley.rect = bounds;
        galley.elided = is_cut;
        galley.rows = rows;
        // The rows hold what was shaped, which may be reversed; whoever asks the galley gets what was written.
        let job = Arc::make_mut(&mut galley.job);
        text.clone_into(&mut job.text);
        job.sections.truncate(1);
        if let Some(section) = job.sections.first_mut() {
            section.byte_range = ByteRange::full(text);
        }
        Arc::new(galley)
    });
    Paragraph {
        text: text.to_owned(),
        lines,
        size: vec2(widest_px, top_px),
        bounds,
        color: style.color,
        is_cut,
        galley,
        glyph_count,
    }
}

/// The stretches between newlines, as bytes.
fn split_paragraphs(text: &str) -> Vec<Range<usize>> {
    const SEPARATORS: [char; 7] = ['\n', '\u{1C}', '\u{1D}', '\u{1E}', '\u{85}', '\u{2028}', '\u{2029}'];
    let mut start = 0;
    text.split_inclusive(SEPARATORS)
        .map(|part| {
            let content = part.trim_end_matches(SEPARATORS).trim_end_matches('\r');
            let range = start..start + content.len();
            start += part.len();
            range
        })
        .collect()
}

fn ends_with_soft_hyphen(text: &str, range: &Range<usize>) -> bool {
    range.end < text.len() && text[range.clone()].ends_with('\u{AD}')
}

/// The marks that close what a text opened: an ellipsis after them takes the direction of the whole line.
fn closing_marks(text: &str) -> String {
    let mut open = Vec::new();
    for c in text.chars() {
        match c {
            '\u{2066}'..='\u{2068}' => open.push('\u{2069}'),
            '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' => open.push('\u{202C}'),
            '\u{2069}' => {
                if let Some(isolate) = open.iter().rposition(|&mark| mark == '\u{2069}') {
                    open.truncate(isolate);
                }
            }
            '\u{202C}' if open.last() == Some(&'\u{202C}') => {
                open.pop();
            }
            _ => {}
        }
    }
    open.into_iter().rev().collect()
}
