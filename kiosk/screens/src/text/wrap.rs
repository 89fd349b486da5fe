//! Where lines break.

use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation as _;

/// Lets lines be as wide as rounding may make them.
const SLACK_PX: f32 = 0.05;

/// The advances of a text, by byte.
pub(super) struct Advances {
    /// The advance of everything before each byte, in pixels, and of all.
    before: Vec<f32>,
}

impl Advances {
    /// Sums up the advance of each byte (0 inside a cluster), in pixels.
    pub fn from_bytes(mut advances: Vec<f32>) -> Self {
        let mut sum = 0.0;
        for advance in &mut advances {
            sum += *advance;
            *advance = sum - *advance;
        }
        advances.push(sum);
        Self { before: advances }
    }

    /// The width of a stretch in pixels.
    pub fn width(&self, stretch: Range<usize>) -> f32 {
        self.before[stretch.end] - self.before[stretch.start]
    }
}

/// Returns the stretch without the white space and marks at its end, which hang past the margin.
pub(super) fn without_trailing_space(text: &str, stretch: Range<usize>) -> Range<usize> {
    let kept =
        text[stretch.clone()].trim_end_matches(|c: char| c != '\u{A0}' && (c.is_whitespace() || c == '\u{200B}'));
    stretch.start..stretch.start + kept.len()
}

/// Breaks a paragraph into lines that are no wider than `width_px`, as stretches of bytes that cover it all.
///
/// `opportunities` are the bytes before which a line may break, in order, the paragraph's end included.
/// A word that is wider than a whole line breaks between graphemes.
/// `hyphen_px` is what a soft hyphen at the end of a line adds.
pub(super) fn break_lines(
    text: &str,
    advances: &Advances,
    opportunities: &[usize],
    width_px: f32,
    hyphen_px: f32,
) -> Vec<Range<usize>> {
    let fits = |start: usize, end: usize| {
        let visible = without_trailing_space(text, start..end);
        let hyphen = if text[visible.clone()].ends_with('\u{AD}') { hyphen_px } else { 0.0 };
        advances.width(visible) + hyphen <= width_px + SLACK_PX
    };
    let mut lines = Vec::new();
    let mut start = 0;
    let mut candidate = 0;
    for &opportunity in opportunities.iter().filter(|&&byte| byte > 0) {
        while !fits(start, opportunity) {
            if candidate <= start {
                candidate = longest_prefix(text, start..opportunity, |end| fits(start, end));
                if candidate == opportunity {
                    break; // a single grapheme that is wider than the line
                }
            }
            lines.push(start..candidate);
            start = candidate;
        }
        candidate = opportunity;
    }
    if start < text.len() || lines.is_empty() {
        lines.push(start..text.len());
    }
    lines
}

/// The end of the most graphemes that fit, but of one at least, with the white space after them.
pub(super) fn longest_prefix(text: &str, stretch: Range<usize>, fits: impl Fn(usize) -> bool) -> usize {
    let ends = text[stretch.clone()].grapheme_indices(true).map(|(offset, g)| stretch.start + offset + g.len());
    let mut longest = stretch.start;
    for end in ends {
        let is_blank = text[longest..end].trim().is_empty();
        if longest > stretch.start && !is_blank && !fits(end) {
            break;
        }
        longest = end;
    }
    longest
}
