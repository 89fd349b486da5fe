//! No empty boxes: every character of the interface and of the sample city has a glyph.

use crate::support;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use wayside_model::Language;

fn repository() -> PathBuf {
    Path::new(&std::env::var("CARGO_MANIFEST_DIR").unwrap()).join("../..")
}

/// Every text file under a folder.
fn text_files(folder: &Path, out: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for entry in entries.map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            text_files(&path, out);
        } else if path
            .extension()
            .is_some_and(|e| ["toml", "md", "csv", "vtt", "geojson", "ics"].iter().any(|t| e == *t))
        {
            out.push(path);
        }
    }
}

/// The missing characters of each file; `language_of` tells the language that a file is in.
fn check(files: &[PathBuf], language_of: impl Fn(&Path) -> Language) {
    let fonts = support::fonts();
    let missing: BTreeMap<String, Vec<String>> = files
        .iter()
        .map(|path| {
            let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            let missing = fonts.missing_glyphs(&text, language_of(path));
            (path.display().to_string(), missing.iter().map(|&c| format!("{c} U+{:04X}", c as u32)).collect())
        })
        .filter(|(_, missing): &(String, Vec<String>)| !missing.is_empty())
        .collect();
    assert!(missing.is_empty(), "no font has a glyph for: {missing:#?}");
}

#[test]
fn the_interface_has_all_its_glyphs() {
    let strings = repository().join("kiosk/language/strings");
    let files: Vec<PathBuf> = Language::ALL.iter().map(|language| strings.join(format!("{language}.ftl"))).collect();
    check(&files, |path| path.file_stem().unwrap().to_str().unwrap().parse().unwrap());
}

#[test]
fn the_sample_city_has_all_its_glyphs() {
    let mut files = Vec::new();
    text_files(&repository().join("content/los-angeles"), &mut files);
    assert!(files.len() >= 10, "only {} files of content", files.len());
    check(&files, |path| {
        // A translation's file or folder is named for its language: `ko.toml`, `laptops.ko.md`, `translations/ko/…`.
        let text = path.to_string_lossy();
        let parts = text.split(['/', '.']);
        parts.filter_map(|part| part.parse().ok()).next_back().unwrap_or(Language::English)
    });
}

#[test]
fn the_languages_names_have_all_their_glyphs() {
    let fonts = support::fonts();
    for &language in Language::ALL {
        for &reader in Language::ALL {
            assert_eq!(
                fonts.missing_glyphs(language.own_name(), reader),
                [] as [char; 0],
                "{language} on a screen in {reader}"
            );
        }
    }
}

#[test]
fn a_character_that_no_font_has_is_found() {
    assert_eq!(
        support::fonts().missing_glyphs("a\u{10330}\u{E000}b 東\u{200D}", Language::English),
        ['\u{E000}', '\u{10330}']
    );
}
