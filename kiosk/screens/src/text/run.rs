//! Cuts a stretch of one direction into runs of one face each, in visual order.

use super::fonts::{Face, FontSet, digit_value};
use super::style::TextStyle;
use super::typeface::Typeface;
use harfrust::{Direction, ShapeOptions, UnicodeBuffer};
use icu_properties::props::{BidiMirroringGlyph, Script};
use icu_properties::{CodePointMapData, CodePointMapDataBorrowed};
use std::borrow::Cow;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation as _;
use wayside_model::Language;

const SCRIPTS: CodePointMapDataBorrowed<'static, Script> = CodePointMapData::<Script>::new();
const MIRRORS: CodePointMapDataBorrowed<'static, BidiMirroringGlyph> = CodePointMapData::<BidiMirroringGlyph>::new();

/// Whether a character only steers the layout and is never painted or shaped.
///
/// The joiners U+200C and U+200D are not among them: the shaper needs them.
pub(super) const fn is_mark(character: char) -> bool {
    matches!(character,
        '\u{00AD}' | '\u{061C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// Returns the text without the marks that only steer its layout, for speech and for comparing.
pub fn without_marks(text: &str) -> Cow<'_, str> {
    if text.contains(is_mark) {
        Cow::Owned(text.chars().filter(|&c| !is_mark(c)).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// Returns the text so that it runs left to right wherever it is put in, for phone numbers and addresses on the web.
///
/// After Arabic letters `473-0800` would otherwise read `0800-473`, as the bidirectional algorithm has it.
pub fn left_to_right(text: &str) -> String {
    format!("\u{2066}{text}\u{2069}")
}

/// A stretch of text that one face shapes in one go.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Run {
    /// The place of the face in [`FontSet::faces`].
    pub face: usize,
    /// Bytes of the text that the run shows.
    pub source: Range<usize>,
    pub right_to_left: bool,
    /// What the shaper is given.
    pub fed: String,
    /// For each character in [`Self::fed`]: its first byte there and its first byte in the text.
    pub origins: Vec<(usize, usize)>,
    /// The width that the run takes, whatever its own; for a digit among tabular ones.
    pub cell_px: Option<f32>,
}

impl Run {
    /// The byte of the text that a byte of [`Self::fed`] came from.
    pub fn source_of(&self, fed_byte: usize) -> usize {
        let after = self.origins.partition_point(|&(fed, _)| fed <= fed_byte);
        self.origins[after.saturating_sub(1)].1
    }

    /// Calls back with the text byte of each shaped cluster and the advance of each of its glyphs in pixels.
    pub fn measure(
        &self,
        face: &Face,
        size_px: f32,
        scratch: &mut Option<UnicodeBuffer>,
        mut each: impl FnMut(usize, f32),
    ) {
        if let Some(cell_px) = self.cell_px {
            return each(self.source.start, cell_px);
        }
        let mut buffer = scratch.take().unwrap_or_default();
        buffer.push_str(&self.fed);
        buffer.guess_segment_properties();
        let glyphs = face.shaper().shape(buffer, ShapeOptions::new());
        let px_per_unit = face.unit() * size_px;
        for (info, position) in glyphs.glyph_infos().iter().zip(glyphs.glyph_positions()) {
            let cluster = info.cluster as usize;
            let units = position.x_advance as f32;
            each(self.source_of(cluster), units * px_per_unit);
        }
        *scratch = Some(glyphs.clear());
    }
}

/// The faces that a text may choose from.
pub(super) struct Palette<'f> {
    fonts: &'f FontSet,
    language: Language,
    /// The size of the digits that are to be equally wide.
    tabular_px: Option<f32>,
    /// Places in [`FontSet::faces`], best first; the Latin face is always among them.
    chain: Vec<usize>,
}

impl<'f> Palette<'f> {
    pub fn new(fonts: &'f FontSet, style: &TextStyle) -> Self {
        let chain = fonts.chain(style.language, style.weight);
        Self { fonts, language: style.language, tabular_px: style.tabular.then_some(style.size_px), chain }
    }

    /// The width that a digit takes where digits are to be equally wide and are not so by themselves.
    fn cell_px(&self, piece: &Piece<'_>) -> Option<f32> {
        let digit = piece.text.chars().next().filter(|&c| digit_value(c).is_some())?;
        let face = &self.fonts.faces()[piece.face?];
        Some(face.digit_cell_units(digit)? * face.unit() * self.tabular_px?)
    }

    fn covers(&self, face: usize, grapheme: &str) -> bool {
        grapheme.chars().all(|c| is_joiner(c) || self.fonts.faces()[face].covers(c))
    }

    /// The first face that has the whole grapheme, else the first that has its base.
    fn first_that_covers(&self, grapheme: &str) -> Option<usize> {
        let base = grapheme.len().min(grapheme.chars().next().map_or(0, char::len_utf8));
        let mut faces = self.chain.iter().copied();
        let mut again = self.chain.iter().copied();
        faces
            .find(|&face| self.covers(face, grapheme))
            .or_else(|| again.find(|&face| self.covers(face, &grapheme[..base])))
    }

    /// The face of a grapheme whose neighbours have no say in it.
    ///
    /// Letters and digits take the first face that has them.
    /// What belongs to no script, such as spaces, dots and brackets, stays in its neighbour's face where it can:
    /// a run that is cut less is shaped better, and brackets match the letters that they hold.
    /// Where letters run left to right, though, ASCII signs are always Latin ones, as the digits beside them are,
    /// and Chinese and Japanese quotes, dashes and ellipses are always wide ones, so that pairs stay pairs.
    fn face_of_its_own(&self, grapheme: &str) -> Option<usize> {
        let base = grapheme.chars().next()?;
        let has_script = !matches!(SCRIPTS.get(base), Script::Common | Script::Inherited);
        let is_latin = base.is_ascii_digit() || (base.is_ascii_graphic() && !self.language.is_right_to_left());
        let is_wide = matches!(base, '“' | '”' | '—' | '…')
            && matches!(self.language, Language::ChineseSimplified | Language::ChineseTraditional | Language::Japanese);
        if is_wide {
            self.chain.iter().copied().find(|&face| self.fonts.faces()[face].typeface == Typeface::of(self.language))
        } else if has_script || is_latin {
            self.first_that_covers(grapheme).or(self.chain.first().copied())
        } else {
            None
        }
    }
}

/// A grapheme on its way into a run.
struct Piece<'t> {
    start: usize,
    text: &'t str,
    face: Option<usize>,
    cell_px: Option<f32>,
}

/// Cuts a stretch of one direction into runs and appends them in visual order, left to right.
pub(super) fn append_runs(
    palette: &Palette<'_>,
    text: &str,
    stretch: Range<usize>,
    right_to_left: bool,
    out: &mut Vec<Run>,
) {
    let pieces = pieces_with_faces(palette, text, stretch);
    let first_new = out.len();
    for same_face in pieces.chunk_by(|a, b| a.face == b.face && a.cell_px.is_none() && b.cell_px.is_none()) {
        out.push(run_of(palette, same_face, right_to_left));
    }
    if right_to_left {
        out[first_new..].reverse();
    }
}

/// Chooses a face for each grapheme.
fn pieces_with_faces<'t>(palette: &Palette<'_>, text: &'t str, stretch: Range<usize>) -> Vec<Piece<'t>> {
    let mut pieces: Vec<Piece<'t>> = text[stretch.clone()]
        .grapheme_indices(true)
        .filter(|(_, grapheme)| !grapheme.chars().all(|c| is_mark(c) || (c.is_control() && c != '\t')))
        .map(|(offset, text)| Piece {
            start: stretch.start + offset,
            text,
            face: palette.face_of_its_own(text),
            cell_px: None,
        })
        .collect();
    let mut before = None;
    for piece in &mut pieces {
        piece.face = piece.face.or_else(|| before.filter(|&face| palette.covers(face, piece.text)));
        before = piece.face.or(before);
    }
    let mut after = None;
    for piece in pieces.iter_mut().rev() {
        piece.face = piece.face.or_else(|| after.filter(|&face| palette.covers(face, piece.text)));
        after = piece.face.or(after);
    }
    for piece in &mut pieces {
        piece.face = piece.face.or_else(|| palette.first_that_covers(piece.text));
        piece.cell_px = palette.cell_px(piece);
    }
    pieces
}

/// Whether a character may ride along in any face: the shaper hides what the face lacks.
const fn is_joiner(character: char) -> bool {
    matches!(character, '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\t')
}

/// Makes a run of graphemes of one face.
///
/// egui lets the shaper guess the direction from the first letter, and the shaper reverses and mirrors what it
/// holds for right-to-left. Where that guess is not the direction of the run (brackets or dots alone in an
/// Arabic line, Persian digits, which run left to right), the graphemes are given in reverse and mirrored.
fn run_of(palette: &Palette<'_>, pieces: &[Piece<'_>], right_to_left: bool) -> Run {
    let face = pieces[0].face.unwrap_or(palette.chain[0]);
    let source = pieces[0].start..pieces.last().map_or(pieces[0].start, |last| last.start + last.text.len());
    let mut run = Run {
        face,
        source,
        right_to_left,
        fed: String::new(),
        origins: Vec::with_capacity(pieces.len()),
        cell_px: pieces[0].cell_px,
    };
    let guessed_right_to_left = {
        let mut buffer = UnicodeBuffer::new();
        for piece in pieces {
            buffer.push_str(piece.text);
        }
        buffer.guess_segment_properties();
        buffer.direction() == Direction::RightToLeft
    };
    let must_reverse = guessed_right_to_left != right_to_left;
    let in_order = (0..pieces.len()).map(|place| if must_reverse { pieces.len() - 1 - place } else { place });
    for piece in in_order.map(|place| &pieces[place]) {
        for (offset, c) in piece.text.char_indices() {
            run.origins.push((run.fed.len(), piece.start + offset));
            let mirror = MIRRORS.get(c).mirroring_glyph;
            let mirror = mirror.filter(|&m| must_reverse && palette.fonts.faces()[face].covers(m));
            run.fed.push(match c {
                // egui paints the narrow spaces of times and ranges half as wide, which nobody sees across a street.
                '\t' | '\u{2009}' | '\u{202F}' => ' ',
                _ => mirror.unwrap_or(c),
            });
        }
    }
    run
}
