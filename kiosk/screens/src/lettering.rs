//! How words are set: their size, weight and lines.

use crate::kit::Kit;
use crate::text::{Align, Paragraph, TextStyle, Weight, Wrap};
use crate::theme::Size;
use crate::words::Words;
use egui::{Color32, Rect, Ui, pos2};
use std::sync::Arc;
use wayside_model::Language;

/// The least factor on large words whose longest one would break otherwise.
const LEAST_WORD_SCALE: f32 = 0.6;

/// Steps of that factor.
const WORD_SCALE_STEP: f32 = 0.1;

/// Halvings of the widths between which lines are balanced.
const BALANCE_STEPS: usize = 6;

/// How words look.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    pub size: Size,
    pub weight: Weight,
    pub color: Color32,
    pub align: Align,
    pub max_lines: usize,
    pub is_centered_vertically: bool,
    /// Factor on the size, below 1 where words would not fit otherwise.
    pub scale: f32,
}

impl Look {
    /// One regular line at the start side.
    pub const fn new(size: Size, color: Color32) -> Self {
        Self {
            size,
            weight: Weight::Regular,
            color,
            align: Align::Start,
            max_lines: 1,
            is_centered_vertically: false,
            scale: 1.0,
        }
    }

    #[must_use]
    pub const fn bold(mut self) -> Self {
        self.weight = Weight::Bold;
        self
    }

    #[must_use]
    pub const fn lines(mut self, max_lines: usize) -> Self {
        self.max_lines = max_lines;
        self
    }

    #[must_use]
    pub const fn scaled(mut self, scale: f32) -> Self {
        self.scale = scale;
        self
    }

    #[must_use]
    pub const fn center(mut self) -> Self {
        self.align = Align::Center;
        self
    }

    #[must_use]
    pub const fn end(mut self) -> Self {
        self.align = Align::End;
        self
    }

    /// Centred between the top and the bottom.
    #[must_use]
    pub const fn middle(mut self) -> Self {
        self.is_centered_vertically = true;
        self
    }
}

/// Whether a language sets spaces between words; one that does not may break a line almost anywhere.
const fn has_spaces(language: Language) -> bool {
    !matches!(
        language,
        Language::Japanese
            | Language::ChineseTraditional
            | Language::ChineseSimplified
            | Language::Thai
            | Language::Khmer
    )
}

/// Whether a line ends inside a word.
fn breaks_word(paragraph: &Paragraph, language: Language) -> bool {
    let text = paragraph.text();
    has_spaces(language)
        && paragraph.lines().iter().any(|line| {
            let before = text[..line.range.end].chars().next_back();
            let after = text[line.range.end..].chars().next();
            [before, after].into_iter().all(|c| c.is_some_and(char::is_alphanumeric))
        })
}

impl Kit<'_> {
    pub fn style(&self, words: &Words, size: Size, weight: Weight, color: Color32) -> TextStyle {
        let mut style = TextStyle::new(self.metrics.type_px(size), words.language);
        style.weight = weight;
        style.color = color;
        // Large words stand closer, as on a poster; scripts with marks above and below keep their room.
        let has_tall_marks =
            matches!(words.language, Language::Thai | Language::Khmer | Language::Hindi | Language::Vietnamese);
        if matches!(size, Size::Display | Size::Title) && !has_tall_marks {
            style.line_height_factor = style.line_height_factor.min(1.16);
        }
        style
    }

    /// The side that lines of words in some language start from on this visitor's screen.
    ///
    /// Foreign words stand where the reader looks for the start of a line.
    fn align_of(&self, words: &Words, align: Align) -> Align {
        if words.language.is_right_to_left() == self.is_right_to_left() {
            return align;
        }
        match align {
            Align::Start => Align::End,
            Align::End => Align::Start,
            Align::Center => Align::Center,
        }
    }

    /// Lays out words without painting them.
    pub fn lay_out(&self, ui: &Ui, words: &Words, style: &TextStyle, wrap: Wrap, align: Align) -> Arc<Paragraph> {
        Paragraph::lay_out(ui.ctx(), &words.text, style, wrap, self.align_of(words, align))
    }

    /// Height that words need at a width.
    pub fn height_of(&self, ui: &Ui, words: &Words, size: Size, weight: Weight, width: f32, max_lines: usize) -> f32 {
        let look = Look { weight, ..Look::new(size, self.palette.text).lines(max_lines) };
        self.height_with(ui, words, width, look)
    }

    /// Height that words need at a width, looking a certain way.
    pub fn height_with(&self, ui: &Ui, words: &Words, width: f32, look: Look) -> f32 {
        self.paragraph(ui, words, width, look).size().y
    }

    /// Whether words end with an ellipsis at a width, looking a certain way.
    pub fn is_cut(&self, ui: &Ui, words: &Words, width: f32, look: Look) -> bool {
        self.paragraph(ui, words, width, look).is_cut()
    }

    fn paragraph(&self, ui: &Ui, words: &Words, width: f32, look: Look) -> Arc<Paragraph> {
        let style = self.style_at(ui, words, width, look);
        self.lay_out(ui, words, &style, Wrap::lines(width, look.max_lines), look.align)
    }

    /// The style of words that look a certain way; large ones are set smaller where a word would break otherwise.
    fn style_at(&self, ui: &Ui, words: &Words, width: f32, look: Look) -> TextStyle {
        let mut style = self.style(words, look.size, look.weight, look.color);
        style.size_px *= look.scale;
        if has_spaces(words.language) && matches!(look.size, Size::Display | Size::Title) {
            let width = width / look.scale;
            style.size_px *= self.scale_for_longest_word(ui, words, look.size, width, LEAST_WORD_SCALE);
        }
        style
    }

    /// Lays out as many lines as `whole` has in the least width: lines of like length leave no word alone.
    fn balanced(
        &self,
        ui: &Ui,
        words: &Words,
        width: f32,
        look: Look,
        whole: &Arc<Paragraph>,
    ) -> (f32, Arc<Paragraph>) {
        let style = self.style_at(ui, words, width, look);
        let mut best = (width, Arc::clone(whole));
        let mut least = width / whole.lines().len().max(1) as f32;
        for _ in 0..BALANCE_STEPS {
            let middle = f32::midpoint(least, best.0);
            let paragraph = self.lay_out(ui, words, &style, Wrap::lines(middle, look.max_lines), look.align);
            if paragraph.lines().len() == whole.lines().len()
                && !paragraph.is_cut()
                && !breaks_word(&paragraph, words.language)
            {
                best = (middle, paragraph);
            } else {
                least = middle;
            }
        }
        best
    }

    /// Paints words at the top of a rectangle, as part of something that speaks for itself; returns their height.
    pub fn paint_words(&self, ui: &Ui, rect: Rect, words: &Words, look: Look) -> f32 {
        if words.is_empty() || rect.width() <= 0.0 {
            return 0.0;
        }
        let mut whole = self.paragraph(ui, words, rect.width(), look);
        let is_foreign = words.language.is_right_to_left() != self.is_right_to_left();
        if is_foreign && look.align == Align::Start && whole.lines().len() > 1 {
            // One foreign line stands where the reader starts; several read better from where their own lines start.
            let style = self.style_at(ui, words, rect.width(), look);
            let wrap = Wrap::lines(rect.width(), look.max_lines);
            whole = Paragraph::lay_out(ui.ctx(), &words.text, &style, wrap, Align::Start);
        }
        let height = whole.size().y;
        let top = if look.is_centered_vertically { rect.center().y - height / 2.0 } else { rect.min.y };
        let is_balanced = look.align == Align::Center || matches!(look.size, Size::Display | Size::Title);
        if is_balanced && !is_foreign && whole.lines().len() > 1 && !whole.is_cut() {
            let (width, paragraph) = self.balanced(ui, words, rect.width(), look, &whole);
            let spare = rect.width() - width;
            let is_at_left = (self.align_of(words, look.align) == Align::Start) != words.language.is_right_to_left();
            let left = match look.align {
                Align::Center => spare / 2.0,
                _ if is_at_left => 0.0,
                _ => spare,
            };
            paragraph.paint(ui.painter(), pos2(rect.min.x + left, top));
        } else {
            whole.paint(ui.painter(), pos2(rect.min.x, top));
        }
        height
    }

    /// The factor, from 1 down to `least`, at which the longest word still fits a width unbroken.
    pub fn scale_for_longest_word(&self, ui: &Ui, words: &Words, size: Size, width: f32, least: f32) -> f32 {
        let longest = words
            .text
            .split_whitespace()
            .map(|word| self.type_width(ui, &Words::new(word, words.language), size, true))
            .fold(1.0, f32::max);
        let exact = (width / longest * 0.99).clamp(least, 1.0);
        // Few sizes, since each keeps its own letters in the atlas.
        ((exact / WORD_SCALE_STEP + 1e-3).floor() * WORD_SCALE_STEP).max(least)
    }

    /// Width of words on one line.
    pub fn type_width(&self, ui: &Ui, words: &Words, size: Size, is_bold: bool) -> f32 {
        let weight = if is_bold { Weight::Bold } else { Weight::Regular };
        let style = self.style(words, size, weight, self.palette.text);
        self.lay_out(ui, words, &style, Wrap::lines(f32::INFINITY, 1), Align::Start).size().x
    }
}
