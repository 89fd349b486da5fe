//! The order of everything on a line, proven against an independent renderer: Pango, with `FriBidi` and `HarfBuzz`.

use crate::{corpus, support};
use harfrust::{BufferClusterLevel, ShapeOptions, ShaperData, UnicodeBuffer};
use serde_json::Value;
use skrifa::{FontRef, MetadataProvider as _};
use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use wayside_model::Language;
use wayside_screens::text::{Align, FontSet, Line, Paragraph, TextStyle, Typeface, Wrap, without_marks};

/// One cluster as it was shaped: the byte of the text that it starts at, and its glyphs.
#[derive(Debug, Clone, PartialEq)]
struct Cluster {
    byte: usize,
    /// The family, as Pango names it.
    family: String,
    glyphs: Vec<u32>,
}

/// The faces as both renderers open them, to shape with and to tell a glyph's character.
struct Shop {
    files: HashMap<String, (Vec<u8>, u32)>,
    /// For each face, the characters of each glyph.
    characters: RefCell<HashMap<String, HashMap<u32, Vec<char>>>>,
}

impl Shop {
    fn open(fonts: &FontSet) -> Self {
        let read = |face: &wayside_screens::text::Face| (fs::read(&face.path).unwrap(), face.index);
        Self {
            files: fonts.faces().iter().map(|face| (face.name().to_owned(), read(face))).collect(),
            characters: RefCell::default(),
        }
    }

    fn font(&self, name: &str) -> FontRef<'_> {
        let (bytes, index) = &self.files[name];
        FontRef::from_index(bytes, *index).unwrap()
    }

    /// Shapes what egui was given, as egui does, but with clusters as fine as Pango's.
    fn clusters(&self, line: &Line) -> Vec<Cluster> {
        let mut clusters: Vec<Cluster> = Vec::new();
        for run in &line.runs {
            let font = self.font(&run.face);
            let data = ShaperData::new(&font);
            let mut buffer = UnicodeBuffer::new();
            buffer.push_str(&run.shaped);
            buffer.guess_segment_properties();
            buffer.set_cluster_level(BufferClusterLevel::MonotoneCharacters);
            let shaped = data.shaper(&font).build().shape(buffer, ShapeOptions::new());
            let family = Typeface::ALL
                .into_iter()
                .map(Typeface::family)
                .find(|f| run.face == format!("{}-Regular", f.replace(' ', "")));
            for info in shaped.glyph_infos() {
                let after = run.origins.partition_point(|&(fed, _)| fed <= info.cluster as usize);
                push_glyph(&mut clusters, run.origins[after - 1].1, family.unwrap(), info.glyph_id);
            }
        }
        clusters
    }

    /// The characters that a glyph stands for; brackets are told apart by it.
    fn characters(&self, family: &str, glyph: u32) -> Vec<char> {
        let name = format!("{}-Regular", family.replace(' ', ""));
        let mut known = self.characters.borrow_mut();
        let characters = known.entry(name.clone()).or_insert_with(|| {
            let mut by_glyph: HashMap<u32, Vec<char>> = HashMap::new();
            for (c, glyph) in self.font(&name).charmap().mappings() {
                by_glyph.entry(glyph.to_u32()).or_default().extend(char::from_u32(c));
            }
            by_glyph
        });
        characters.get(&glyph).cloned().unwrap_or_default()
    }
}

fn push_glyph(clusters: &mut Vec<Cluster>, byte: usize, family: &str, glyph: u32) {
    match clusters.last_mut() {
        Some(last) if last.byte == byte && last.family == family => last.glyphs.push(glyph),
        _ => clusters.push(Cluster { byte, family: family.to_owned(), glyphs: vec![glyph] }),
    }
}

/// Gives Pango the same files and no others.
fn write_font_settings(folder: &Path, fonts: &FontSet) -> PathBuf {
    let links = folder.join("fonts");
    let _ = fs::remove_dir_all(&links);
    fs::create_dir_all(&links).unwrap();
    for face in fonts.faces() {
        let link = links.join(face.path.file_name().unwrap());
        if !link.exists() {
            std::os::unix::fs::symlink(&face.path, link).unwrap();
        }
    }
    let settings = folder.join("fonts.conf");
    let (links, cache) = (links.display(), folder.join("cache"));
    fs::write(
        &settings,
        format!("<fontconfig><dir>{links}</dir><cachedir>{}</cachedir></fontconfig>", cache.display()),
    )
    .unwrap();
    settings
}

/// Lets Pango lay out lines (one per string) and returns each line's clusters from left to right.
fn pango(folder: &Path, settings: &Path, language: Language, lines: &[String]) -> Vec<Vec<Cluster>> {
    let text_file = folder.join(format!("{language}.txt"));
    let json_file = folder.join(format!("{language}.json"));
    let text = lines.join("\n");
    fs::write(&text_file, &text).unwrap();
    let families = Typeface::chain(language).map(Typeface::family).collect::<Vec<_>>().join(",");
    let mut command = Command::new("pango-view");
    command.env("FONTCONFIG_FILE", settings).args(["--no-display", "-q", "--no-auto-dir", "--pixels"]);
    if language.is_right_to_left() {
        command.arg("--rtl");
    }
    command.arg(format!("--font={families} 30")).arg(format!("--language={language}"));
    command
        .arg(format!("--serialize-to={}", json_file.display()))
        .arg("-o")
        .arg(folder.join(format!("{language}.png")));
    let output = command.arg(&text_file).stdin(Stdio::null()).output().unwrap_or_else(|error| {
        panic!("pango-view cannot be run ({error}): install the Debian package pango1.0-tools")
    });
    assert!(output.status.success(), "pango-view: {}", String::from_utf8_lossy(&output.stderr));
    let json: Value = serde_json::from_slice(&fs::read(&json_file).unwrap()).unwrap();
    assert_eq!(json["text"], Value::from(text.as_str()), "Pango read another text");
    assert_eq!(json["output"]["unknown-glyphs"], 0, "Pango lacks a glyph for {language}");
    let number = |value: &Value| value.as_u64().unwrap() as usize;
    let known =
        |family: &str| Typeface::ALL.into_iter().map(Typeface::family).find(|f| *f == family).map(str::to_owned);
    let mut out: Vec<Vec<Cluster>> = Vec::new();
    for line in json["output"]["lines"].as_array().unwrap() {
        let mut clusters = Vec::new();
        for run in line["runs"].as_array().unwrap_or(&Vec::new()) {
            let font = run["font"]["description"].as_str().unwrap();
            let family = known(font.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ' || c == 'p' || c == 'x'));
            let family = family.unwrap_or_else(|| panic!("Pango took the font {font:?}"));
            for glyph in run["glyphs"].as_array().unwrap() {
                let byte = number(&run["offset"]) + number(&glyph["log-cluster"]);
                push_glyph(&mut clusters, byte, &family, number(&glyph["glyph"]) as u32);
            }
        }
        out.push(clusters);
    }
    out
}

/// Removes what is not painted: marks and the white space at line ends; makes bytes count from the line's start.
fn visible(text: &str, clusters: Vec<Cluster>) -> Vec<Cluster> {
    const EMPTY_GLYPH: u32 = 0x0FFF_FFFF; // Pango's for what is never painted
    let end = text.trim_end().len();
    clusters
        .into_iter()
        .filter(|cluster| cluster.byte < end)
        .filter(|cluster| !text[cluster.byte..].starts_with(is_never_painted))
        .map(|mut cluster| {
            cluster.glyphs.retain(|&glyph| glyph != EMPTY_GLYPH);
            cluster
        })
        .collect()
}

fn is_never_painted(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}') || without_marks(c.encode_utf8(&mut [0; 4])).is_empty()
}

/// Says how two lines differ; nothing where they do not.
fn difference(shop: &Shop, text: &str, ours: &[Cluster], theirs: &[Cluster]) -> Option<String> {
    let visual = |clusters: &[Cluster]| {
        let at = |c: &Cluster| text[c.byte..].chars().next().unwrap_or('∅');
        clusters.iter().map(at).collect::<String>()
    };
    let bytes = |clusters: &[Cluster]| clusters.iter().map(|cluster| cluster.byte).collect::<Vec<_>>();
    if bytes(ours) != bytes(theirs) {
        return Some(format!("order of {text:?}\n  ours  {}\n  Pango {}", visual(ours), visual(theirs)));
    }
    for (our, their) in ours.iter().zip(theirs) {
        let is_same = if text[our.byte..].starts_with(char::is_whitespace) {
            true // Korean spaces have a glyph of their own where the language is known to the shaper
        } else if our.family == their.family {
            our.glyphs == their.glyphs
        } else {
            // Spaces and signs may stand in another face here: then they have to be the same character.
            let (ours, theirs) =
                (shop.characters(&our.family, our.glyphs[0]), shop.characters(&their.family, their.glyphs[0]));
            ours.iter().any(|c| theirs.contains(c))
        };
        if !is_same {
            return Some(format!("glyphs at byte {} of {text:?}\n  ours  {our:?}\n  Pango {their:?}", our.byte));
        }
    }
    None
}

/// Lays out, gives both renderers the same lines, and compares them.
fn compare(languages: &[Language], width_px: f32, fewest_lines: usize) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("pango-{width_px}"));
    fs::create_dir_all(&folder).unwrap();
    let fonts = support::fonts();
    let settings = write_font_settings(&folder, &fonts);
    let shop = Shop::open(&fonts);
    let all = corpus::paragraphs();
    let mut lines_compared = 0;
    let mut report = String::new();
    for &language in languages {
        let style = TextStyle::new(30.0, language);
        let texts: Vec<&String> = all.iter().filter(|(l, _)| *l == language).map(|(_, text)| text).collect();
        let ctx = support::context();
        let paragraphs: Vec<_> = support::pass(&ctx, |ui| {
            texts
                .iter()
                .map(|text| Paragraph::lay_out(ui.ctx(), text, &style, Wrap::width(width_px), Align::Start))
                .collect()
        });
        // U+2028 ends a line but not a paragraph: Pango sees the same breaks and the same context for its order.
        let marked: Vec<String> = paragraphs
            .iter()
            .map(|p| p.lines().iter().map(|line| &p.text()[line.range.clone()]).collect::<Vec<_>>().join("\u{2028}"))
            .collect();
        let theirs = pango(&folder, &settings, language, &marked);
        let ours: Vec<(&Paragraph, &Line)> =
            paragraphs.iter().flat_map(|p| p.lines().iter().map(move |line| (&**p, line))).collect();
        assert_eq!(ours.len(), theirs.len(), "{language}: Pango has other lines");
        let mut marked_start = 0;
        for ((paragraph, line), their_clusters) in ours.into_iter().zip(theirs) {
            let text = &paragraph.text()[line.range.clone()];
            let shift = |mut cluster: Cluster, start: usize| {
                cluster.byte -= start;
                cluster
            };
            let our_clusters = shop.clusters(line).into_iter().map(|c| shift(c, line.range.start)).collect();
            let is_last = line.range.end == paragraph.text().len();
            let their_clusters = their_clusters.into_iter().map(|c| shift(c, marked_start)).collect();
            marked_start += text.len() + if is_last { 1 } else { '\u{2028}'.len_utf8() };
            if let Some(difference) =
                difference(&shop, text, &visible(text, our_clusters), &visible(text, their_clusters))
            {
                let _ = writeln!(report, "{language}: {difference}");
            }
            lines_compared += 1;
        }
    }
    assert!(
        report.is_empty(),
        "{} differences in {lines_compared} lines:\n{report}",
        report.lines().filter(|l| !l.starts_with(' ')).count()
    );
    assert!(lines_compared >= fewest_lines, "only {lines_compared} lines were compared");
}

#[test]
fn paragraphs_on_one_line_are_ordered_as_pango_orders_them() {
    compare(Language::ALL, f32::INFINITY, 200);
}

/// Without the languages of the CJK collection: breaking changes nothing in their order, and Pango, which sums up
/// the font's 20 MB for each run that it writes down, would take most of the test's time for them.
#[test]
fn paragraphs_on_many_lines_are_ordered_as_pango_orders_them() {
    let languages = Language::ALL.iter().copied().filter(|&l| Typeface::of(l).debian_package() != "fonts-noto-cjk");
    compare(&languages.collect::<Vec<_>>(), 240.0, 400);
}
