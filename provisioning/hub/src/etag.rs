//! Entity tags: the name of the very bytes.

use axum::http::{HeaderMap, HeaderValue, header};

/// A strong entity tag made of a SHA-256.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ETag(String);

impl ETag {
    /// Makes the tag of bytes with this hash in lower-case hex.
    pub fn from_sha256(hex: &str) -> Self {
        Self(format!("\"{hex}\""))
    }

    pub fn to_header(&self) -> HeaderValue {
        HeaderValue::from_str(&self.0).expect("hex digits in quotes are a header value")
    }

    /// Whether the asker has these bytes already; a weak tag of ours, given for a compressed body, counts.
    pub fn is_in_if_none_match(&self, headers: &HeaderMap) -> bool {
        tags(headers, &header::IF_NONE_MATCH).any(|tag| tag == "*" || tag.strip_prefix("W/").unwrap_or(tag) == self.0)
    }

    /// Whether a range may be served: there is no condition, or it names these very bytes.
    pub fn allows_range(&self, headers: &HeaderMap) -> bool {
        !headers.contains_key(header::IF_RANGE) || tags(headers, &header::IF_RANGE).any(|tag| tag == self.0)
    }
}

fn tags<'a>(headers: &'a HeaderMap, name: &header::HeaderName) -> impl Iterator<Item = &'a str> {
    headers
        .get_all(name)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(str::trim)
}

/// Marks a tag as weak: the bytes sent are a compressed form of the ones that it names.
pub(crate) fn weaken(headers: &mut HeaderMap) {
    let weak = headers.get(header::ETAG).and_then(|tag| tag.to_str().ok()).filter(|tag| !tag.starts_with("W/"));
    if let Some(weak) = weak.and_then(|tag| HeaderValue::try_from(format!("W/{tag}")).ok()) {
        headers.insert(header::ETAG, weak);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_compare_as_http_says() {
        let check = |name: header::HeaderName, value: &'static str, expect: bool| {
            let headers = HeaderMap::from_iter([(name.clone(), HeaderValue::from_static(value))]);
            let tag = ETag::from_sha256("ab");
            let is =
                if name == header::IF_RANGE { tag.allows_range(&headers) } else { tag.is_in_if_none_match(&headers) };
            assert_eq!(is, expect, "{name}: {value}");
        };
        check(header::IF_NONE_MATCH, "\"ab\"", true);
        check(header::IF_NONE_MATCH, "\"cd\" , W/\"ab\"", true);
        check(header::IF_NONE_MATCH, "*", true);
        check(header::IF_NONE_MATCH, "ab", false);
        check(header::IF_NONE_MATCH, "\"cd\"", false);
        check(header::IF_RANGE, "\"ab\"", true);
        check(header::IF_RANGE, "W/\"ab\"", false);
        check(header::IF_RANGE, "Sun, 22 Nov 2026 18:00:00 GMT", false);
        assert!(ETag::from_sha256("ab").allows_range(&HeaderMap::new()));
    }
}
