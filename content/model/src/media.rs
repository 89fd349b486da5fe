//! Pictures, videos and sounds, each with its text equivalent.

use crate::{Language, MediaId, Text};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One piece of media.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Media {
    pub id: MediaId,
    /// What a person who cannot see or hear it is told.
    pub alt: Text,
    /// Who made it and under which licence, shown where the licence asks for it.
    pub credit: String,
    #[serde(flatten)]
    pub kind: MediaKind,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum MediaKind {
    /// A still picture; `landscape` is a crop of its own for wide panels, else the portrait one is cropped.
    Picture {
        portrait: PictureFile,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        landscape: Option<PictureFile>,
    },
    /// A video with captions (`WebVTT`) by language.
    Video { file: MediaFile, captions: BTreeMap<Language, MediaFile> },
    /// A sound with its transcript by language.
    Sound { file: MediaFile, transcript: Text },
}

/// A file of a release: the flat target name, its length in bytes and its SHA-256 in hex.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MediaFile {
    pub target: String,
    pub len: u64,
    pub sha256: String,
}

/// A picture file with its size in pixels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PictureFile {
    #[serde(flatten)]
    pub file: MediaFile,
    pub width_px: u32,
    pub height_px: u32,
}

impl Media {
    /// The files that the media needs, in a fixed order.
    pub fn files(&self) -> Vec<&MediaFile> {
        match &self.kind {
            MediaKind::Picture { portrait, landscape } => {
                std::iter::once(&portrait.file).chain(landscape.as_ref().map(|l| &l.file)).collect()
            }
            MediaKind::Video { file, captions } => std::iter::once(file).chain(captions.values()).collect(),
            MediaKind::Sound { file, .. } => vec![file],
        }
    }

    /// The picture to show on a panel of this orientation, if the media is a picture.
    pub fn picture(&self, is_portrait: bool) -> Option<&PictureFile> {
        match &self.kind {
            MediaKind::Picture { portrait, landscape } => {
                Some(if is_portrait { portrait } else { landscape.as_ref().unwrap_or(portrait) })
            }
            _ => None,
        }
    }
}
