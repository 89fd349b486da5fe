//! The SHA-256 of a file, in the one spelling that names it.

use sha2::{Digest as _, Sha256};
use std::fmt;

/// A SHA-256 in lower-case hex; nothing else becomes part of a path.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest(String);

impl Digest {
    /// Takes 64 lower-case hex digits, and nothing else.
    pub fn parse(hex: &str) -> Option<Self> {
        let is_hex = hex.len() == 64 && hex.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        is_hex.then(|| Self(hex.to_owned()))
    }

    /// Hashes bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self::from_hasher(Sha256::new_with_prefix(bytes))
    }

    pub(crate) fn from_hasher(hasher: Sha256) -> Self {
        Self(hex::encode(hasher.finalize()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_digest_is_a_digest() {
        let check = |hex: &str, expect: bool| assert_eq!(Digest::parse(hex).is_some(), expect, "{hex}");
        check(&"a".repeat(64), true);
        check(&"A".repeat(64), false);
        check(&"a".repeat(63), false);
        check(&format!("../{}", "a".repeat(61)), false);
        check("", false);
        assert_eq!(Digest::of(b"abc").as_str(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
