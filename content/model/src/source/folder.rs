//! An editor's folder in memory, and paths inside it.

use super::suggest::did_you_mean;
use crate::Problems;
use std::collections::BTreeMap;

/// An editor's folder in memory: relative path with forward slashes to the file's bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folder(pub BTreeMap<String, Vec<u8>>);

/// Extensions of everything that may stand in the folder.
const EXTENSIONS: [&str; 22] = [
    "toml",
    "md",
    "txt",
    "svg",
    "png",
    "jpg",
    "jpeg",
    "webp",
    "mp4",
    "webm",
    "ogg",
    "opus",
    "mp3",
    "wav",
    "flac",
    "vtt",
    "csv",
    "geojson",
    "json",
    "ics",
    "license",
    "gitignore",
];

/// Returns why a path does not stay inside the folder.
pub(super) fn why_outside(path: &str) -> Option<&'static str> {
    if path.starts_with('/') {
        Some("it is absolute")
    } else if path.contains('\\') || path.contains('\0') {
        Some("it holds a character that paths here do not have")
    } else if path.as_bytes().get(1) == Some(&b':') {
        Some("it names a drive")
    } else if path.split('/').any(|part| part == "..") {
        Some("it goes up with `..`")
    } else if path.split('/').any(|part| part.is_empty() || part == ".") {
        Some("it has an empty part")
    } else {
        None
    }
}

/// Returns the extension of a path in lower case.
pub(super) fn extension(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map(|(_, e)| e.to_ascii_lowercase()).unwrap_or_default()
}

impl Folder {
    /// Returns the file at a path, or what is wrong with the path and how to mend it.
    pub(super) fn file(&self, path: &str) -> Result<&[u8], (String, String)> {
        if let Some(why) = why_outside(path) {
            let what = format!("the path `{path}` does not stay inside the folder: {why}");
            return Err((
                what,
                "put the file into this folder and write its path from the top, such as pictures/x.svg".into(),
            ));
        }
        let same_name = |p: &&String| p.rsplit('/').next() == path.rsplit('/').next();
        self.0.get(path).map(Vec::as_slice).ok_or_else(|| {
            let fix = match self.0.keys().find(same_name) {
                Some(other) => format!("did you mean `{other}`?"),
                None => did_you_mean(path, self.0.keys().map(String::as_str), "add the file, or correct the path"),
            };
            (format!("there is no file `{path}`"), fix)
        })
    }

    /// Reports files with paths that no folder can hold, and files that nothing reads.
    pub(super) fn check_paths(&self, problems: &mut Problems) {
        for path in self.0.keys() {
            if let Some(why) = why_outside(path) {
                problems.error(
                    path,
                    None,
                    format!("the file lies outside the folder: {why}"),
                    "move it into the folder",
                );
                continue;
            }
            let name = path.rsplit('/').next().unwrap_or(path);
            let extension = extension(path);
            if name.starts_with('.') || (!name.contains('.') && !name.is_empty()) {
                continue;
            }
            if !EXTENSIONS.contains(&extension.as_str()) {
                problems.warning(
                    path,
                    None,
                    "nothing reads a file of this kind",
                    did_you_mean(&extension, EXTENSIONS, "delete it, or give it the right ending"),
                );
            } else if extension == "md" && path.contains('/') && !path.starts_with("services/") && name != "README.md" {
                problems.warning(path, None, "nothing reads this page", "move it into services/");
            }
        }
    }

    /// Returns the TOML files, those outside the folder left out.
    pub(super) fn toml_files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0
            .iter()
            .filter(|(path, _)| why_outside(path).is_none() && extension(path) == "toml")
            .map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }
}
