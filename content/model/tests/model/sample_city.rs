//! The sample city of this repository.

use crate::city::{Sizes, today};
use std::path::Path;
use wayside_model::source::{Folder, PictureStudio, PreparedPicture, read};

/// Reads a folder into memory.
fn load(root: &Path, folder: &Path, files: &mut Folder) {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            load(root, &path, files);
        } else {
            let name = path.strip_prefix(root).unwrap().components().map(|c| c.as_os_str().to_str().unwrap());
            files.0.insert(name.collect::<Vec<_>>().join("/"), std::fs::read(&path).unwrap());
        }
    }
}

/// Takes every picture for one of the wanted size: decoding is the business of the command-line tool.
struct AnySize;

impl PictureStudio for AnySize {
    fn prepare(&self, bytes: &[u8], extension: &str, target_px: (u32, u32)) -> Result<PreparedPicture, String> {
        if extension == "svg" {
            return Sizes.prepare(bytes, extension, target_px);
        }
        let (width_px, height_px) = target_px;
        Ok(PreparedPicture { bytes: bytes.to_vec(), extension: extension.to_owned(), width_px, height_px })
    }
}

#[test]
fn sample_city_reads_without_errors() {
    let root = Path::new(&std::env::var("CARGO_MANIFEST_DIR").unwrap()).join("../los-angeles");
    let mut folder = Folder::default();
    load(&root, &root, &mut folder);
    let draft = read(&folder, &AnySize, today());
    let all: Vec<String> = draft.problems.0.iter().map(ToString::to_string).collect();
    assert!(!draft.problems.has_errors(), "{}", all.join("\n"));
    let release = draft.release.expect("a folder without errors has a city");
    assert!(release.places.len() >= 80, "{} places", release.places.len());
    assert!(release.events.len() >= 40, "{} events", release.events.len());
    assert!(release.services.len() >= 30, "{} services", release.services.len());
    assert!(release.offers.len() >= 20, "{} offers", release.offers.len());
    assert!(release.signage.len() >= 20, "{} items of signage", release.signage.len());
    assert_eq!(release.kiosks.len(), 3);
}
