//! The repository's files over HTTP: only names that a publisher gives, so that no other path can be asked for.

use crate::{asked::AskedKiosks, etag::ETag, latest::LatestReport};
use axum::{
    body::Body,
    extract::{Path as UrlPath, Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use chrono::Utc;
use sha2::{Digest, Sha256};
use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
};
use tower_http::services::ServeFile;
use wayside_repository::{METADATA, TARGETS, is_flat_name};

/// Largest metadata file in bytes that is served; kiosks take no larger one.
const MAX_METADATA_LEN: u64 = 5_000_000;

/// For what never changes under its name.
const FOREVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// For what has to be asked for again each time.
const ASK_AGAIN: HeaderValue = HeaderValue::from_static("no-cache");

/// What the handlers share.
#[derive(Debug)]
pub(crate) struct Shared {
    pub repository: PathBuf,
    pub asked: AskedKiosks,
    pub latest: LatestReport,
}

/// Serves a metadata file whole from memory, so that the tag names the very bytes that are sent.
pub(crate) async fn metadata(
    State(shared): State<Arc<Shared>>,
    UrlPath(name): UrlPath<String>,
    headers: HeaderMap,
) -> Response {
    let is_timestamp = name == "timestamp.json";
    if is_timestamp {
        shared.asked.note(&headers, Utc::now());
    }
    if !is_timestamp && !is_versioned_metadata(&name) {
        return absent();
    }
    let path = shared.repository.join(METADATA).join(&name);
    let bytes = match regular_file_len(&path).await {
        Ok(Some(len)) if len <= MAX_METADATA_LEN => tokio::fs::read(&path).await,
        Ok(Some(len)) => Err(io::Error::other(format!("{len} bytes are more than {MAX_METADATA_LEN}"))),
        Ok(None) => return absent(),
        Err(e) => Err(e),
    };
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(error) => return unreadable(&path, &error),
    };
    let tag = ETag::from_sha256(&hex::encode(Sha256::digest(&bytes)));
    let cache = if is_timestamp { ASK_AGAIN } else { FOREVER };
    let about = [(header::ETAG, tag.to_header()), (header::CACHE_CONTROL, cache)];
    if tag.is_in_if_none_match(&headers) {
        return (StatusCode::NOT_MODIFIED, about).into_response();
    }
    ([(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))], about, bytes).into_response()
}

/// Streams a target; its name carries its hash, which is its tag.
pub(crate) async fn target(
    State(shared): State<Arc<Shared>>,
    UrlPath(name): UrlPath<String>,
    mut request: Request,
) -> Response {
    let Some(sha256) = target_sha256(&name) else { return absent() };
    let tag = ETag::from_sha256(sha256);
    let path = shared.repository.join(TARGETS).join(&name);
    match regular_file_len(&path).await {
        Ok(Some(_)) => {}
        Ok(None) => return absent(),
        Err(error) => return unreadable(&path, &error),
    }
    let about = [(header::ETAG, tag.to_header()), (header::CACHE_CONTROL, FOREVER)];
    if tag.is_in_if_none_match(request.headers()) {
        return (StatusCode::NOT_MODIFIED, about).into_response();
    }
    let allows_range = tag.allows_range(request.headers());
    let headers = request.headers_mut();
    if !allows_range {
        headers.remove(header::RANGE);
    }
    // The file service knows times only; the tag decides here.
    for condition in [header::IF_MATCH, header::IF_NONE_MATCH, header::IF_MODIFIED_SINCE, header::IF_UNMODIFIED_SINCE] {
        headers.remove(condition);
    }
    match ServeFile::new(&path).try_call(request).await {
        Ok(response) => {
            let mut response = response.map(Body::new);
            response.headers_mut().remove(header::LAST_MODIFIED);
            (about, response).into_response()
        }
        Err(error) => unreadable(&path, &error),
    }
}

/// What is not there today may be there tomorrow: no cache keeps this answer.
pub(crate) fn absent() -> Response {
    (StatusCode::NOT_FOUND, [(header::CACHE_CONTROL, ASK_AGAIN)], "There is no such file in this repository.\n")
        .into_response()
}

fn unreadable(path: &Path, error: &io::Error) -> Response {
    tracing::error!(path = %path.display(), %error, "a file of the repository cannot be read");
    (StatusCode::INTERNAL_SERVER_ERROR, [(header::CACHE_CONTROL, ASK_AGAIN)], "The hub cannot read this file.\n")
        .into_response()
}

/// The length in bytes of a file that is one: no folder, no link to somewhere else.
async fn regular_file_len(path: &Path) -> io::Result<Option<u64>> {
    match tokio::fs::symlink_metadata(path).await {
        Ok(meta) => Ok(meta.is_file().then_some(meta.len())),
        Err(e) if matches!(e.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
        Err(e) => Err(e),
    }
}

/// Whether this is `<version>.<role>.json`.
fn is_versioned_metadata(name: &str) -> bool {
    let Some((version, rest)) = name.split_once('.') else { return false };
    let is_version = (1..=19).contains(&version.len()) && version.bytes().all(|b| b.is_ascii_digit());
    is_version && matches!(rest, "root.json" | "targets.json" | "snapshot.json")
}

/// The hash in `<sha256>.<flat name>`.
fn target_sha256(name: &str) -> Option<&str> {
    let (sha256, rest) = name.split_once('.')?;
    let is_hash = sha256.len() == 64 && sha256.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    (is_hash && is_flat_name(rest)).then_some(sha256)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_that_a_publisher_gives_are_served() {
        let check = |name: &str, metadata: bool, target: bool| {
            assert_eq!((is_versioned_metadata(name), target_sha256(name).is_some()), (metadata, target), "{name}");
        };
        let hash = "0123456789abcdef".repeat(4);
        check("12.root.json", true, false);
        check("1.targets.json", true, false);
        check("1.snapshot.json", true, false);
        check("root.json", false, false);
        check("x.root.json", false, false);
        check("1.passwd", false, false);
        check("../1.root.json", false, false);
        check("..", false, false);
        check(&format!("{hash}.places.json"), false, true);
        check(&format!("{hash}."), false, false);
        check(&format!("{hash}.../etc/passwd"), false, false);
        check(&format!("{hash}..env"), false, false);
        check(&format!("{}.x", hash.to_uppercase()), false, false);
        check(&hash, false, false);
        check(".lock", false, false);
    }
}
