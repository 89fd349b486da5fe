//! Paragraphs as they stand on signs: one per line in `corpus/<language>.txt`.

use std::path::Path;
use wayside_model::Language;

/// Every paragraph with its language.
pub fn paragraphs() -> Vec<(Language, String)> {
    let folder = Path::new(&std::env::var("CARGO_MANIFEST_DIR").unwrap()).join("tests/text/corpus");
    let read = |language: Language| {
        let path = folder.join(format!("{language}.txt"));
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        text.lines().map(str::to_owned).collect::<Vec<_>>()
    };
    Language::ALL.iter().flat_map(|&language| read(language).into_iter().map(move |text| (language, text))).collect()
}
