//! How a text looks and where it stands.

use super::typeface::Weight;
use egui::Color32;
use std::hash::{Hash, Hasher};
use wayside_model::Language;

/// Which way the lines of a paragraph run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum BaseDirection {
    /// The way of the style's language.
    #[default]
    OfLanguage,
    /// The way of the first letter, for text of an unknown language, such as what a visitor typed.
    OfFirstLetter,
}

/// How a text looks. Lengths are in egui's points, which are pixels on a kiosk.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TextStyle {
    pub size_px: f32,
    pub weight: Weight,
    pub color: Color32,
    /// The language of the text: it decides the fonts, the line breaks and the direction.
    pub language: Language,
    /// The distance between baselines, in sizes.
    pub line_height_factor: f32,
    pub base_direction: BaseDirection,
    /// Gives all digits of a script one width, so that times and counts in lists do not dance.
    pub tabular: bool,
}

impl TextStyle {
    /// Makes a regular white style with the language's own line height.
    pub const fn new(size_px: f32, language: Language) -> Self {
        Self {
            size_px,
            weight: Weight::Regular,
            color: Color32::WHITE,
            language,
            line_height_factor: Self::usual_line_height_factor(language),
            base_direction: BaseDirection::OfLanguage,
            tabular: false,
        }
    }

    /// The line height at which a language's marks above and below its letters do not touch the next line.
    pub const fn usual_line_height_factor(language: Language) -> f32 {
        match language {
            Language::Khmer => 1.6,
            Language::Thai | Language::Arabic | Language::Farsi | Language::Hindi => 1.5,
            Language::Vietnamese
            | Language::Japanese
            | Language::Korean
            | Language::ChineseSimplified
            | Language::ChineseTraditional => 1.4,
            Language::English
            | Language::Spanish
            | Language::Filipino
            | Language::Armenian
            | Language::Russian
            | Language::French => 1.35,
        }
    }

    #[must_use]
    pub const fn bold(mut self) -> Self {
        self.weight = Weight::Bold;
        self
    }

    #[must_use]
    pub const fn color(mut self, color: Color32) -> Self {
        self.color = color;
        self
    }

    #[must_use]
    pub const fn line_height_factor(mut self, factor: f32) -> Self {
        self.line_height_factor = factor;
        self
    }

    #[must_use]
    pub const fn first_letter_direction(mut self) -> Self {
        self.base_direction = BaseDirection::OfFirstLetter;
        self
    }

    #[must_use]
    pub const fn tabular(mut self) -> Self {
        self.tabular = true;
        self
    }

    /// The distance between baselines in whole points.
    pub fn line_height_px(&self) -> f32 {
        (self.size_px * self.line_height_factor).round()
    }

    /// How far below the top of its line the baseline stands, in whole points.
    ///
    /// It is the same for every face, so that lines of mixed scripts share one baseline and no line jumps.
    pub(super) fn baseline_px(&self) -> f32 {
        const ASCENT: f32 = 1.069; // of Noto Sans
        const DESCENT: f32 = 0.293;
        (0.5 * (self.line_height_factor - ASCENT - DESCENT) * self.size_px + ASCENT * self.size_px).round()
    }
}

impl Hash for TextStyle {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Self { size_px, weight, color, language, line_height_factor, base_direction, tabular } = self;
        size_px.to_bits().hash(state);
        weight.hash(state);
        color.hash(state);
        language.hash(state);
        line_height_factor.to_bits().hash(state);
        base_direction.hash(state);
        tabular.hash(state);
    }
}

/// How much room a text has.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wrap {
    /// The width in points that no line exceeds; infinite for lines that break only at newlines.
    pub width_px: f32,
    /// The most lines; where the text has more, the last one ends with an ellipsis.
    pub max_lines: Option<usize>,
}

impl Wrap {
    /// Breaks only at newlines.
    pub const NEVER: Self = Self { width_px: f32::INFINITY, max_lines: None };

    /// As many lines as it takes.
    pub const fn width(width_px: f32) -> Self {
        Self { width_px, max_lines: None }
    }

    /// At most so many lines.
    pub const fn lines(width_px: f32, max_lines: usize) -> Self {
        Self { width_px, max_lines: Some(max_lines) }
    }
}

impl Hash for Wrap {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.width_px.to_bits().hash(state);
        self.max_lines.hash(state);
    }
}

/// Where lines stand in the width that they have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Align {
    /// Left in a left-to-right language, right in a right-to-left one, whatever way the text itself runs.
    #[default]
    Start,
    Center,
    End,
}
