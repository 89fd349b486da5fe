//! Pictures that the kiosk wrote.

use image::{GenericImageView, RgbImage};
use std::collections::HashSet;
use std::path::Path;

/// A picture of the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture(RgbImage);

impl Picture {
    /// Reads a PNG.
    ///
    /// # Panics
    /// When it is none.
    pub fn read(path: &Path) -> Self {
        let bytes = std::fs::read(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let picture = image::load_from_memory_with_format(&bytes, image::ImageFormat::Png);
        Self(picture.unwrap_or_else(|e| panic!("{} is no PNG: {e}", path.display())).into_rgb8())
    }

    pub fn size(&self) -> (u32, u32) {
        self.0.dimensions()
    }

    /// How many colours it has.
    pub fn colors(&self) -> usize {
        self.0.pixels().collect::<HashSet<_>>().len()
    }

    /// A part of it: left, top, width and height as shares of the whole.
    #[must_use]
    pub fn part(&self, left: f64, top: f64, width: f64, height: f64) -> Self {
        let across = |share: f64| (share * f64::from(self.0.width())) as u32;
        let down = |share: f64| (share * f64::from(self.0.height())) as u32;
        Self(self.0.view(across(left), down(top), across(width), down(height)).to_image())
    }
}
