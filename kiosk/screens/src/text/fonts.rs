//! Finds the font files, maps them into memory and tells egui about them.

use super::typeface::{Typeface, Weight};
use egui::{FontData, FontDefinitions, FontFamily, FontTweak};
use icu_properties::props::{BinaryProperty as _, DefaultIgnorableCodePoint};
use memmap2::Mmap;
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::string::StringId;
use skrifa::{FontRef, GlyphId, MetadataProvider as _};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use wayside_model::Language;

/// Where Debian's packages `fonts-noto-core` and `fonts-noto-cjk` put the fonts.
pub const DEBIAN_FONT_FOLDERS: &[&str] = &["/usr/share/fonts/truetype/noto", "/usr/share/fonts/opentype/noto"];

/// Why a font is not there.
#[derive(Debug, thiserror::Error)]
pub enum FontError {
    #[error("font file {file} is in none of {}; install the Debian package {package}", list(.folders))]
    Missing { file: &'static str, package: &'static str, folders: Vec<PathBuf> },
    #[error("font file {} cannot be read: {source}; reinstall the Debian package {package}", .path.display())]
    Unreadable { path: PathBuf, package: &'static str, source: io::Error },
    #[error("font file {} is damaged: {reason}; reinstall the Debian package {package}", .path.display())]
    Damaged { path: PathBuf, package: &'static str, reason: String },
}

fn list(folders: &[PathBuf]) -> String {
    folders.iter().map(|folder| folder.display().to_string()).collect::<Vec<_>>().join(", ")
}

/// One font face, mapped into memory for the life of the process.
pub struct Face {
    pub typeface: Typeface,
    pub weight: Weight,
    /// The file that the face came from.
    pub path: PathBuf,
    /// The place of the face in its file; 0 in a file of one face.
    pub index: u32,
    name: String,
    family: FontFamily,
    bytes: &'static [u8],
    font: FontRef<'static>,
    charmap: Charmap<'static>,
    units_per_em: f32,
    shaper: OnceLock<harfrust::ShaperData>,
}

impl Face {
    /// The name under which egui knows the face, also as a family of its own: `NotoSansThai-Bold`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The egui family that holds this face alone.
    pub(super) fn family(&self) -> FontFamily {
        self.family.clone()
    }

    /// Whether the face has a glyph for the character.
    pub fn covers(&self, character: char) -> bool {
        self.charmap.map(character).is_some_and(|glyph| glyph.to_u32() != 0)
    }

    /// The width of one glyph unit in pixels at a size of one pixel per em.
    pub(super) fn unit(&self) -> f32 {
        self.units_per_em.recip()
    }

    /// The face's shaper.
    pub(super) fn shaper(&self) -> harfrust::Shaper<'_> {
        self.shaper.get_or_init(|| harfrust::ShaperData::new(&self.font)).shaper(&self.font).build()
    }

    /// Draws a glyph's outline at a size in pixels; nothing where the face has none.
    pub(super) fn draw(&self, glyph: u32, size_px: f32, pen: &mut impl OutlinePen) {
        if let Some(outline) = self.font.outline_glyphs().get(GlyphId::new(glyph)) {
            // A broken outline leaves its letter out, as it does in the atlas.
            let _ = outline.draw(DrawSettings::unhinted(Size::new(size_px), LocationRef::default()), pen);
        }
    }

    /// The advance of a character by itself in glyph units.
    pub(super) fn advance_units(&self, character: char) -> f32 {
        let metrics = self.font.glyph_metrics(Size::unscaled(), LocationRef::default());
        self.charmap.map(character).and_then(|glyph| metrics.advance_width(glyph)).unwrap_or_default()
    }

    /// The advance in glyph units that holds each digit of a digit's script; none where they are all equally wide.
    pub(super) fn digit_cell_units(&self, digit: char) -> Option<f32> {
        let zero = u32::from(digit) - digit_value(digit)?;
        let widths = (zero..zero + 10).filter_map(char::from_u32).map(|digit| self.advance_units(digit));
        let (least, most) =
            widths.fold((f32::MAX, 0.0_f32), |(least, most), width| (least.min(width), most.max(width)));
        (most > least).then_some(most)
    }
}

/// The value of a digit of any script that the kiosk's languages use.
pub(super) const fn digit_value(character: char) -> Option<u32> {
    let zero = match character {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',    // Arabic
        '\u{6F0}'..='\u{6F9}' => '\u{6F0}',    // Persian
        '\u{966}'..='\u{96F}' => '\u{966}',    // Devanagari
        '\u{E50}'..='\u{E59}' => '\u{E50}',    // Thai
        '\u{17E0}'..='\u{17E9}' => '\u{17E0}', // Khmer
        _ => return None,
    };
    Some(character as u32 - zero as u32)
}

/// The fonts that were found.
pub struct FontSet {
    faces: Vec<Face>,
    by_typeface: BTreeMap<(Typeface, Weight), usize>,
    problems: Vec<(Typeface, FontError)>,
}

impl FontSet {
    /// Finds the fonts in the folders and maps them into memory.
    ///
    /// A font that is missing is listed by [`Self::problems`] and its languages by
    /// [`Self::missing_languages`]; the rest goes on.
    ///
    /// # Errors
    /// [`FontError`] of the Latin font, without which nothing can be shown.
    pub fn find<P: AsRef<Path>>(folders: &[P]) -> Result<Self, FontError> {
        let mut set = Self { faces: Vec::new(), by_typeface: BTreeMap::new(), problems: Vec::new() };
        let mut files: BTreeMap<PathBuf, &'static [u8]> = BTreeMap::new();
        for typeface in Typeface::ALL {
            for weight in Weight::ALL {
                if weight == Weight::Bold && !typeface.has_bold() {
                    continue;
                }
                match open_face(typeface, weight, folders, &mut files) {
                    Ok(face) => {
                        set.by_typeface.insert((typeface, weight), set.faces.len());
                        set.faces.push(face);
                    }
                    Err(error) if typeface == Typeface::Latin && weight == Weight::Regular => {
                        return Err(error);
                    }
                    Err(error) => set.problems.push((typeface, error)),
                }
            }
        }
        Ok(set)
    }

    /// What was not found or not readable.
    pub fn problems(&self) -> impl Iterator<Item = &FontError> {
        self.problems.iter().map(|(_, error)| error)
    }

    /// The languages whose script no font covers.
    pub fn missing_languages(&self) -> Vec<Language> {
        Language::ALL
            .iter()
            .copied()
            .filter(|&language| self.face(Typeface::of(language), Weight::Regular).is_none())
            .collect()
    }

    /// The face of a typeface; the regular one where there is no bold.
    pub fn face(&self, typeface: Typeface, weight: Weight) -> Option<&Face> {
        self.index(typeface, weight).map(|index| &self.faces[index])
    }

    /// Every face.
    pub fn faces(&self) -> &[Face] {
        &self.faces
    }

    fn index(&self, typeface: Typeface, weight: Weight) -> Option<usize> {
        self.by_typeface
            .get(&(typeface, weight))
            .or_else(|| self.by_typeface.get(&(typeface, Weight::Regular)))
            .or_else(|| self.by_typeface.get(&(typeface, Weight::Bold)))
            .copied()
    }

    /// The faces in which a language's text looks for a character, best first, as places in [`Self::faces`].
    pub(super) fn chain(&self, language: Language, weight: Weight) -> Vec<usize> {
        Typeface::chain(language).filter_map(|typeface| self.index(typeface, weight)).collect()
    }

    /// The characters of a text for which no font has a glyph, each once, in order.
    ///
    /// Controls, spaces and marks that are never painted do not count.
    pub fn missing_glyphs(&self, text: &str, language: Language) -> Vec<char> {
        let chain = self.chain(language, Weight::Regular);
        let missing: BTreeSet<char> = text
            .chars()
            .filter(|&c| !c.is_control() && !c.is_whitespace() && !DefaultIgnorableCodePoint::for_char(c))
            .filter(|&c| !chain.iter().any(|&face| self.faces[face].covers(c)))
            .collect();
        missing.into_iter().collect()
    }

    /// The family for widgets of egui that lay out their own text in one direction, such as a text edit.
    pub fn family(language: Language, weight: Weight) -> FontFamily {
        FontFamily::Name(format!("{}-{}", language.tag(), weight.name().to_lowercase()).into())
    }

    /// What egui needs to know: each face, a family of its own for each, and a family per language and weight.
    pub fn definitions(&self) -> FontDefinitions {
        let names = |chain: &[usize]| chain.iter().map(|&face| self.faces[face].name.clone()).collect::<Vec<_>>();
        let mut definitions = FontDefinitions::empty();
        for face in &self.faces {
            let mut data = FontData::from_static(face.bytes);
            data.index = face.index;
            // Letters are large here: hinting would only bend their outlines and cost start-up time, and places
            // between pixels would fill the atlas four times over. Joined letters must still meet exactly.
            data.tweak = FontTweak {
                hinting: Some(false),
                subpixel_binning: Some(face.typeface == Typeface::Arabic),
                ..FontTweak::default()
            };
            definitions.font_data.insert(face.name.clone(), Arc::new(data));
            definitions.families.insert(face.family(), vec![face.name.clone()]);
        }
        for &language in Language::ALL {
            for weight in Weight::ALL {
                definitions.families.insert(Self::family(language, weight), names(&self.chain(language, weight)));
            }
        }
        let english = names(&self.chain(Language::English, Weight::Regular));
        definitions.families.insert(FontFamily::Proportional, english.clone());
        definitions.families.insert(FontFamily::Monospace, english);
        definitions
    }
}

fn open_face<P: AsRef<Path>>(
    typeface: Typeface,
    weight: Weight,
    folders: &[P],
    files: &mut BTreeMap<PathBuf, &'static [u8]>,
) -> Result<Face, FontError> {
    let package = typeface.debian_package();
    let file = typeface.file(weight);
    let path =
        folders.iter().map(|folder| folder.as_ref().join(file)).find(|path| path.is_file()).ok_or_else(|| {
            FontError::Missing {
                file,
                package,
                folders: folders.iter().map(|folder| folder.as_ref().to_owned()).collect(),
            }
        })?;
    let bytes: &'static [u8] = if let Some(mapped) = files.get(&path) {
        mapped
    } else {
        let mapped = map_file(&path).map_err(|source| FontError::Unreadable { path: path.clone(), package, source })?;
        files.insert(path.clone(), mapped);
        mapped
    };
    let damaged = |reason: String| FontError::Damaged { path: path.clone(), package, reason };
    let mut found = None;
    for (index, font) in (0..).zip(FontRef::fonts(bytes)) {
        let font = font.map_err(|error| damaged(error.to_string()))?;
        if family_of(&font) == typeface.family() {
            found = Some((index, font));
            break;
        }
    }
    let (index, font) = found.ok_or_else(|| damaged(format!("it holds no family {:?}", typeface.family())))?;
    let metrics = font.metrics(Size::unscaled(), LocationRef::default());
    let charmap = font.charmap();
    if metrics.units_per_em == 0 || !charmap.has_map() || font.outline_glyphs().format().is_none() {
        return Err(damaged("a table that every font needs cannot be read".to_owned()));
    }
    let name = format!("{}-{}", typeface.family().replace(' ', ""), weight.name());
    Ok(Face {
        typeface,
        weight,
        index,
        family: FontFamily::Name(name.as_str().into()),
        name,
        bytes,
        charmap,
        units_per_em: f32::from(metrics.units_per_em),
        font,
        shaper: OnceLock::new(),
        path,
    })
}

fn family_of(font: &FontRef<'_>) -> String {
    font.localized_strings(StringId::FAMILY_NAME)
        .english_or_first()
        .map(|name| name.chars().collect())
        .unwrap_or_default()
}

/// Maps a file for the life of the process: its pages are shared, read on use, and cost no memory of our own.
#[expect(unsafe_code, reason = "mapping a file is unsafe, because another process could cut it short meanwhile")]
fn map_file(path: &Path) -> io::Result<&'static [u8]> {
    let file = File::open(path)?;
    // SAFETY: package managers replace font files by renaming a new one over them and never write into the old
    // one, so the mapped file stays as it is for as long as the mapping holds it.
    let map = unsafe { Mmap::map(&file)? };
    Ok(Box::leak(Box::new(map)))
}
