//! A size in pixels, written `1080x1920`.

use std::{fmt, str::FromStr};

/// Smallest and largest side in pixels that a display can have here.
const SIDE_PX: std::ops::RangeInclusive<u32> = 240..=8192;

/// A size in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    pub width_px: u32,
    pub height_px: u32,
}

impl FromStr for Size {
    type Err = String;

    fn from_str(s: &str) -> Result<Self, String> {
        let bad = || {
            let (least, most) = (SIDE_PX.start(), SIDE_PX.end());
            format!("`{s}` is not a size: write width x height in pixels ({least} to {most}), such as 1080x1920")
        };
        let (width, height) = s.split_once('x').ok_or_else(bad)?;
        let side = |text: &str| text.parse().ok().filter(|px| SIDE_PX.contains(px)).ok_or_else(bad);
        Ok(Self { width_px: side(width)?, height_px: side(height)? })
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}x{}", self.width_px, self.height_px)
    }
}
