//! Reads media: prepares pictures, takes over video and sound, and names the files of the release.

use super::desk::Kind;
use super::fields::Fields;
use super::folder::{Folder, extension};
use super::suggest::or_list;
use super::value::{Mistake, Value};
use super::words::{BODY, LINE, name};
use crate::media::MediaFile;
use crate::{Language, Media, MediaId, MediaKind, PictureFile};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use toml::de::DeValue;

/// Largest picture file in bytes.
const MAX_PICTURE_LEN: usize = 12 * 1024 * 1024;
/// Largest video or sound in bytes.
const MAX_RECORDING_LEN: usize = 256 * 1024 * 1024;
/// Least part of the wanted width and height that a picture may have.
const MIN_SCALE: f64 = 0.75;
/// Most pixels that a picture may have, as a multiple of the wanted ones.
const MAX_PIXELS: u64 = 4;
const PICTURES: [&str; 5] = ["svg", "png", "jpg", "jpeg", "webp"];
const VIDEOS: [&str; 2] = ["mp4", "webm"];
const SOUNDS: [&str; 5] = ["ogg", "opus", "mp3", "wav", "flac"];
/// Elements that a drawing must not have, each with the reason.
pub const UNWANTED_ELEMENTS: [(&str, &str); 4] = [
    ("text", "the kiosk sets words itself, in the visitor's language; turn lettering into paths"),
    ("image", "draw it, or publish the picture by itself"),
    ("foreignObject", "draw it with paths"),
    ("script", "delete the script"),
];

/// A picture made ready for a kiosk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreparedPicture {
    pub bytes: Vec<u8>,
    /// The extension that fits the bytes, such as `png`.
    pub extension: String,
    pub width_px: u32,
    pub height_px: u32,
}

/// Makes pictures ready for kiosks: the seam to the libraries that decode and draw.
pub trait PictureStudio {
    /// Decodes a picture, or draws an SVG at `target_px` (width and height), and returns what to publish.
    /// An SVG that holds one of [`UNWANTED_ELEMENTS`] is refused.
    ///
    /// The error is a sentence for an editor that says why the bytes are not a picture.
    fn prepare(&self, bytes: &[u8], extension: &str, target_px: (u32, u32)) -> Result<PreparedPicture, String>;
}

/// What a picture is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    Signage,
    Card,
}

impl Use {
    const fn portrait_px(self) -> (u32, u32) {
        match self {
            Self::Signage => (1080, 1920),
            Self::Card => (960, 640),
        }
    }

    const fn landscape_px(self) -> (u32, u32) {
        match self {
            Self::Signage => (1920, 1080),
            Self::Card => (960, 640),
        }
    }
}

impl Value for Use {
    fn read(value: &DeValue<'_>) -> Result<Self, Mistake> {
        match String::read(value)?.as_str() {
            "signage" => Ok(Self::Signage),
            "card" => Ok(Self::Card),
            other => Err(Mistake::new(
                format!("`{other}` is not a use of pictures"),
                or_list(other, ["signage", "card"].into_iter()),
            )),
        }
    }
}

/// Reads media and gathers the files of the release.
pub(super) struct Gallery<'d> {
    pub folder: &'d Folder,
    pub studio: &'d dyn PictureStudio,
    /// Target name to bytes.
    pub files: BTreeMap<String, Vec<u8>>,
    /// What each picture was made for.
    pub uses: BTreeMap<MediaId, Use>,
}

impl Gallery<'_> {
    /// Reads one piece of media.
    pub fn media(&mut self, f: &Fields<'_>) -> Option<Media> {
        let id = f.id::<MediaId>(Kind::Media);
        let alt = f.text("alt", LINE);
        let credit = f.need("credit");
        let kind: Option<String> = f.need("kind");
        // A file needs a name even where the record has none that counts.
        let stem = id.as_ref().map(ToString::to_string);
        let kind = match kind.as_deref() {
            Some("picture") => self.picture(f, id.as_ref()),
            Some("video") => self.video(f, stem.as_deref()),
            Some("sound") => self.sound(f, stem.as_deref()),
            other => {
                if let Some(other) = other {
                    let kinds = ["picture", "video", "sound"];
                    f.error("kind", format!("`{other}` is not a kind of media"), or_list(other, kinds.into_iter()));
                }
                f.leave(["use", "portrait", "landscape", "file", "captions", "transcript"]);
                None
            }
        };
        f.finish();
        Some(Media { id: id?, alt, credit: credit?, kind: kind? })
    }

    fn picture(&mut self, f: &Fields<'_>, id: Option<&MediaId>) -> Option<MediaKind> {
        let made_for = f.need::<Use>("use");
        let portrait: Option<String> = f.need("portrait");
        let landscape: Option<String> = f.may("landscape");
        let (made_for, id) = (made_for?, id?);
        self.uses.insert(id.clone(), made_for);
        let landscape = landscape.map(|path| {
            self.picture_file(f, "landscape", &path, made_for.landscape_px(), &format!("media-{id}-landscape"))
        });
        let portrait =
            self.picture_file(f, "portrait", &portrait?, made_for.portrait_px(), &format!("media-{id}-portrait"));
        let landscape = match landscape {
            Some(file) => Some(file?),
            None => None,
        };
        Some(MediaKind::Picture { portrait: portrait?, landscape })
    }

    fn picture_file(
        &mut self,
        f: &Fields<'_>,
        key: &'static str,
        path: &str,
        (width_px, height_px): (u32, u32),
        target: &str,
    ) -> Option<PictureFile> {
        let bytes = self.file(f, key, path, &PICTURES, MAX_PICTURE_LEN)?;
        let extension = extension(path);
        if extension == "svg" && !check_drawing(f, path, bytes) {
            return None;
        }
        let picture = match self.studio.prepare(bytes, &extension, (width_px, height_px)) {
            Ok(picture) => picture,
            Err(why) => {
                f.error(key, format!("`{path}` is not a picture: {why}"), "save it anew as SVG, PNG, JPEG or WebP");
                return None;
            }
        };
        let size = format!("`{path}` measures {}x{} pixels", picture.width_px, picture.height_px);
        let is_small = |has: u32, wanted: u32| f64::from(has) < MIN_SCALE * f64::from(wanted);
        if is_small(picture.width_px, width_px) || is_small(picture.height_px, height_px) {
            f.error(key, format!("{size}, too small"), format!("use one of {width_px}x{height_px} pixels, or an SVG"));
        }
        let pixels = |w: u32, h: u32| u64::from(w) * u64::from(h);
        if pixels(picture.width_px, picture.height_px) > MAX_PIXELS * pixels(width_px, height_px) {
            f.error(key, format!("{size}, too large"), format!("scale it down to {width_px}x{height_px} pixels"));
        }
        let file = self.publish(format!("{target}.{}", picture.extension), picture.bytes);
        Some(PictureFile { file, width_px: picture.width_px, height_px: picture.height_px })
    }

    fn video(&mut self, f: &Fields<'_>, id: Option<&str>) -> Option<MediaKind> {
        let path: Option<String> = f.need("file");
        let file = path.and_then(|path| self.recording(f, &path, &VIDEOS, id));
        let mut captions = BTreeMap::new();
        let mut declared = Vec::new();
        if let Some(inner) = f.table("captions") {
            for language in Language::ALL {
                let Some(path) = inner.may::<String>(language.tag()) else { continue };
                declared.push(*language);
                captions.extend(self.captions(&inner, *language, &path, id).map(|file| (*language, file)));
            }
            inner.finish();
        }
        for language in f.desk.city.required.iter().filter(|l| !declared.contains(l)) {
            f.error(
                "captions",
                format!("the video has no captions in {}", name(*language)),
                format!("add `captions.{language} = \"…vtt\"`"),
            );
        }
        Some(MediaKind::Video { file: file?, captions })
    }

    fn captions(&mut self, f: &Fields<'_>, language: Language, path: &str, id: Option<&str>) -> Option<MediaFile> {
        let bytes = self.file(f, language.tag(), path, &["vtt"], MAX_PICTURE_LEN)?;
        let is_captions =
            std::str::from_utf8(bytes).is_ok_and(|t| t.trim_start_matches('\u{feff}').starts_with("WEBVTT"));
        if !is_captions {
            f.error(language.tag(), format!("`{path}` does not hold WebVTT captions"), "its first line must be WEBVTT");
            return None;
        }
        let bytes = bytes.to_vec();
        Some(self.publish(format!("media-{}-captions-{language}.vtt", id?), bytes))
    }

    fn sound(&mut self, f: &Fields<'_>, id: Option<&str>) -> Option<MediaKind> {
        let path: Option<String> = f.need("file");
        let file = path.and_then(|path| self.recording(f, &path, &SOUNDS, id));
        let transcript = f.text("transcript", BODY);
        Some(MediaKind::Sound { file: file?, transcript })
    }

    fn recording(&mut self, f: &Fields<'_>, path: &str, kinds: &[&'static str], id: Option<&str>) -> Option<MediaFile> {
        let bytes = self.file(f, "file", path, kinds, MAX_RECORDING_LEN)?.to_vec();
        Some(self.publish(format!("media-{}.{}", id?, extension(path)), bytes))
    }

    /// Returns the bytes of a file of one of the kinds, or reports why there are none.
    fn file(&self, f: &Fields<'_>, key: &str, path: &str, kinds: &[&'static str], most: usize) -> Option<&'_ [u8]> {
        let folder: &Folder = self.folder;
        let bytes = match folder.file(path) {
            Ok(bytes) => bytes,
            Err((what, fix)) => {
                f.error(key, what, fix);
                return None;
            }
        };
        if !kinds.contains(&extension(path).as_str()) {
            f.error(
                key,
                format!("`{path}` is not of a kind that fits here"),
                format!("use one of {}", kinds.join(", ")),
            );
            return None;
        }
        if bytes.is_empty() || bytes.len() > most {
            let what = format!("`{path}` is {} bytes long", bytes.len());
            f.error(key, what, format!("use a file of 1 to {most} bytes"));
            return None;
        }
        Some(bytes)
    }

    fn publish(&mut self, target: String, bytes: Vec<u8>) -> MediaFile {
        let file =
            MediaFile { target: target.clone(), len: bytes.len() as u64, sha256: hex::encode(Sha256::digest(&bytes)) };
        self.files.insert(target, bytes);
        file
    }
}

/// Reports elements of a drawing that a kiosk must not show; true where there are none.
///
/// An element counts under any namespace prefix: `<svg:text>` is the element `<text>` too.
fn check_drawing(f: &Fields<'_>, path: &str, bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let mut reported = BTreeSet::new();
    for (at, name) in elements(&text) {
        let local = name.rsplit(':').next().unwrap_or(name);
        let unwanted = UNWANTED_ELEMENTS.iter().find(|(element, _)| *element == local);
        if let Some((element, fix)) = unwanted.filter(|(element, _)| reported.insert(*element)) {
            let line = u32::try_from(text[..at].matches('\n').count() + 1).ok();
            f.desk.error(path, line, format!("the drawing holds <{element}>"), *fix);
        }
    }
    reported.is_empty()
}

/// Returns where each element of a drawing begins, with its whole name; comments, instructions and character data hold
/// none.
///
/// Whoever draws it parses it and looks again, so that nothing depends on what this makes of malformed XML.
fn elements(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            at += text[at..].find('<')?;
            let rest = &text[at..];
            let quoted = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")]
                .into_iter()
                .find(|(begin, _)| rest.starts_with(begin));
            if let Some((begin, end)) = quoted {
                at += begin.len() + rest[begin.len()..].find(end)? + end.len();
                continue;
            }
            let begins = at;
            at += 1;
            let name =
                rest[1..].split(|c: char| c.is_whitespace() || matches!(c, '/' | '>' | '<')).next().unwrap_or("");
            if name.starts_with(|c: char| c.is_alphabetic() || c == '_') {
                return Some((begins, name));
            }
        }
    })
}
