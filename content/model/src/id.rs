//! Identifiers of records: short, lower-case, stable across releases.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Longest identifier in bytes.
pub const MAX_ID_LEN: usize = 64;

/// Why a string is not an identifier.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not an identifier: use 1 to 64 lower-case letters, digits and hyphens, starting with a letter or digit"
)]
pub struct BadId(pub String);

/// Whether a string is an identifier.
pub(crate) fn is_valid(s: &str) -> bool {
    !s.is_empty()
        && s.len() <= MAX_ID_LEN
        && !s.starts_with('-')
        && s.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// Checks and wraps an identifier.
            pub fn new(s: impl Into<String>) -> Result<Self, BadId> {
                let s = s.into();
                if is_valid(&s) { Ok(Self(s)) } else { Err(BadId(s)) }
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = BadId;
            fn try_from(s: String) -> Result<Self, BadId> {
                Self::new(s)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}", self.0)
            }
        }
    )*};
}

ids! {
    /// A place in the city.
    PlaceId,
    /// An event, once or recurring.
    EventId,
    /// An offer by a local business.
    OfferId,
    /// A page of city help.
    ServiceId,
    /// A notice to the public.
    NoticeId,
    /// A picture, video or sound.
    MediaId,
    /// One thing that signage can show.
    SignageId,
    /// An ordered list of signage.
    PlaylistId,
    /// A playlist with a when, a where and a layer.
    CampaignId,
    /// A survey question.
    SurveyId,
    /// A kiosk.
    KioskId,
}
