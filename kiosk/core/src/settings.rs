//! What a visitor can change about the display; everything goes back to standard when the visit ends.

use serde::{Deserialize, Serialize};

/// Size of all text, relative to standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TextSize {
    #[default]
    Standard,
    Large,
    Larger,
    Largest,
}

impl TextSize {
    pub const ALL: [Self; 4] = [Self::Standard, Self::Large, Self::Larger, Self::Largest];

    pub const fn percent(self) -> u32 {
        match self {
            Self::Standard => 100,
            Self::Large => 125,
            Self::Larger => 150,
            Self::Largest => 200,
        }
    }

    /// Factor on the height of text.
    pub fn factor(self) -> f32 {
        self.percent() as f32 / 100.0
    }

    pub fn from_percent(percent: u32) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.percent() == percent)
    }
}

/// Colours of the display.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    #[default]
    Dark,
    Light,
    Contrast,
}

impl Theme {
    pub const ALL: [Self; 3] = [Self::Dark, Self::Light, Self::Contrast];

    pub const fn tag(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
            Self::Contrast => "contrast",
        }
    }

    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|t| t.tag() == tag)
    }
}

/// The display as this visitor wants it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Settings {
    pub text_size: TextSize,
    pub theme: Theme,
    /// Everything within reach from a wheelchair.
    pub lower_reach: bool,
    /// Nothing slides or fades.
    pub less_motion: bool,
}
