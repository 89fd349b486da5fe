//! The languages that a kiosk can speak to its visitors in.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Which way a language's lines run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    LeftToRight,
    RightToLeft,
}

macro_rules! languages {
    ($($(#[$doc:meta])* $variant:ident $tag:literal $own:literal $english:literal $dir:ident),* $(,)?) => {
        /// A language that the interface is translated into.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Language {
            $($(#[$doc])* #[serde(rename = $tag)] $variant),*
        }

        impl Language {
            /// Every language, in the order in which the language screen lists them.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// BCP 47 tag.
            pub const fn tag(self) -> &'static str {
                match self { $(Self::$variant => $tag),* }
            }

            /// The language's name in itself.
            pub const fn own_name(self) -> &'static str {
                match self { $(Self::$variant => $own),* }
            }

            /// The language's name in English.
            pub const fn english_name(self) -> &'static str {
                match self { $(Self::$variant => $english),* }
            }

            pub const fn direction(self) -> Direction {
                match self { $(Self::$variant => Direction::$dir),* }
            }
        }
    };
}

languages! {
    English "en" "English" "English" LeftToRight,
    Spanish "es" "Español" "Spanish" LeftToRight,
    Korean "ko" "한국어" "Korean" LeftToRight,
    ChineseTraditional "zh-Hant" "繁體中文" "Chinese (traditional)" LeftToRight,
    ChineseSimplified "zh-Hans" "简体中文" "Chinese (simplified)" LeftToRight,
    Filipino "fil" "Filipino" "Filipino" LeftToRight,
    Armenian "hy" "Հայերեն" "Armenian" LeftToRight,
    Vietnamese "vi" "Tiếng Việt" "Vietnamese" LeftToRight,
    Farsi "fa" "فارسی" "Farsi" RightToLeft,
    Russian "ru" "Русский" "Russian" LeftToRight,
    Japanese "ja" "日本語" "Japanese" LeftToRight,
    Thai "th" "ไทย" "Thai" LeftToRight,
    Khmer "km" "ខ្មែរ" "Khmer" LeftToRight,
    Hindi "hi" "हिन्दी" "Hindi" LeftToRight,
    Arabic "ar" "العربية" "Arabic" RightToLeft,
    French "fr" "Français" "French" LeftToRight,
}

impl Language {
    pub const fn is_right_to_left(self) -> bool {
        matches!(self.direction(), Direction::RightToLeft)
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

/// A tag that names none of the languages.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a language of this kiosk")]
pub struct UnknownLanguage(pub String);

impl FromStr for Language {
    type Err = UnknownLanguage;
    fn from_str(s: &str) -> Result<Self, UnknownLanguage> {
        Self::ALL.iter().copied().find(|l| l.tag() == s).ok_or_else(|| UnknownLanguage(s.to_owned()))
    }
}
