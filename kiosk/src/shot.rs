//! Screenshots into files: encoded on a worker, replaced in one step.

use anyhow::{Context, Result};
use bevy::image::Image;
use std::fs;
use std::path::{Path, PathBuf};

/// Writes a captured image as PNG; readers see the old file or the new one, never a part.
pub fn write_png(image: &Image, path: &Path) -> Result<()> {
    let rgb = to_rgb(image)?;
    let mut bytes = std::io::Cursor::new(Vec::new());
    rgb.write_to(&mut bytes, image::ImageFormat::Png).context("encoding the screenshot")?;
    replace(path, bytes.get_ref())
}

/// The image as 8-bit RGB.
pub fn to_rgb(image: &Image) -> Result<image::RgbImage> {
    Ok(image.clone().try_into_dynamic().context("the screenshot's pixel format")?.into_rgb8())
}

/// Replaces a file in one step.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut part: PathBuf = path.to_owned();
    part.as_mut_os_string().push(".part");
    fs::write(&part, bytes).with_context(|| format!("writing {}", part.display()))?;
    fs::rename(&part, path).with_context(|| format!("replacing {}", path.display()))
}
