//! The wire form of a release: one JSON document per kind of record, under flat names.
//!
//! A kind per document keeps a small edit a small download.
//! Names are flat ASCII because the signed repository addresses targets by them.

use crate::{Release, release::City};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::collections::BTreeMap;

/// Version of the wire form; a kiosk refuses one that it does not know.
pub const FORMAT: u32 = 1;

/// Largest document in bytes that a kiosk will parse.
pub const MAX_DOCUMENT_LEN: usize = 32 * 1024 * 1024;

/// Names of the documents of a release.
pub const DOCUMENTS: [&str; 12] = [
    "release.json",
    "kiosks.json",
    "places.json",
    "events.json",
    "offers.json",
    "services.json",
    "notices.json",
    "media.json",
    "signage.json",
    "playlists.json",
    "campaigns.json",
    "surveys.json",
];

/// The first document: which release this is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Head {
    format: u32,
    version: u64,
    published: DateTime<Utc>,
    city: City,
}

/// Why documents are not a release.
#[derive(Debug, thiserror::Error)]
pub enum WireError {
    #[error("the release lacks `{0}`")]
    Missing(String),
    #[error("`{document}` is not what a release holds: {source}")]
    Malformed { document: String, source: serde_json::Error },
    #[error("`{document}` is {len} bytes long, more than {MAX_DOCUMENT_LEN}")]
    TooLong { document: String, len: usize },
    #[error("the release is in format {0}, this program reads format {FORMAT}: update the kiosk's software first")]
    UnknownFormat(u32),
}

/// Writes a release as its documents; the same release gives the same bytes.
pub fn to_documents(release: &Release) -> Result<BTreeMap<String, Vec<u8>>, WireError> {
    let head =
        Head { format: FORMAT, version: release.version, published: release.published, city: release.city.clone() };
    let mut out = BTreeMap::new();
    put(&mut out, "release.json", &head)?;
    put(&mut out, "kiosks.json", &release.kiosks)?;
    put(&mut out, "places.json", &release.places)?;
    put(&mut out, "events.json", &release.events)?;
    put(&mut out, "offers.json", &release.offers)?;
    put(&mut out, "services.json", &release.services)?;
    put(&mut out, "notices.json", &release.notices)?;
    put(&mut out, "media.json", &release.media)?;
    put(&mut out, "signage.json", &release.signage)?;
    put(&mut out, "playlists.json", &release.playlists)?;
    put(&mut out, "campaigns.json", &release.campaigns)?;
    put(&mut out, "surveys.json", &release.surveys)?;
    Ok(out)
}

fn put<T: Serialize>(out: &mut BTreeMap<String, Vec<u8>>, document: &str, value: &T) -> Result<(), WireError> {
    let bytes =
        serde_json::to_vec(value).map_err(|source| WireError::Malformed { document: document.to_owned(), source })?;
    out.insert(document.to_owned(), bytes);
    Ok(())
}

/// Reads a release from its documents; `read` gives the bytes of a document by name.
pub fn from_documents(mut read: impl FnMut(&str) -> Option<Vec<u8>>) -> Result<Release, WireError> {
    fn get<T: DeserializeOwned>(
        read: &mut impl FnMut(&str) -> Option<Vec<u8>>,
        document: &str,
    ) -> Result<T, WireError> {
        let bytes = read(document).ok_or_else(|| WireError::Missing(document.to_owned()))?;
        if bytes.len() > MAX_DOCUMENT_LEN {
            return Err(WireError::TooLong { document: document.to_owned(), len: bytes.len() });
        }
        serde_json::from_slice(&bytes).map_err(|source| WireError::Malformed { document: document.to_owned(), source })
    }
    /// The part of the first document that every format shares.
    #[derive(Deserialize)]
    struct Format {
        format: u32,
    }
    let format: Format = get(&mut read, "release.json")?;
    if format.format != FORMAT {
        return Err(WireError::UnknownFormat(format.format));
    }
    let head: Head = get(&mut read, "release.json")?;
    Ok(Release {
        version: head.version,
        published: head.published,
        city: head.city,
        kiosks: get(&mut read, "kiosks.json")?,
        places: get(&mut read, "places.json")?,
        events: get(&mut read, "events.json")?,
        offers: get(&mut read, "offers.json")?,
        services: get(&mut read, "services.json")?,
        notices: get(&mut read, "notices.json")?,
        media: get(&mut read, "media.json")?,
        signage: get(&mut read, "signage.json")?,
        playlists: get(&mut read, "playlists.json")?,
        campaigns: get(&mut read, "campaigns.json")?,
        surveys: get(&mut read, "surveys.json")?,
    })
}
