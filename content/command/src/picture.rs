//! Makes pictures ready for a kiosk: the right size, few bytes, nothing that a decoder could trip over.

use crate::svg;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::imageops::FilterType as Scaling;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbaImage};
use std::io::Cursor;
use wayside_model::source::PreparedPicture;

/// Widest and highest picture that is decoded, in pixels.
const MAX_SIDE_PX: u32 = 16_384;

/// Most memory in bytes that decoding one picture may take.
const MAX_DECODING_LEN: u64 = 512 * 1024 * 1024;

/// Quality of JPEG files in percent; above it a photograph gains bytes and nothing that a passer-by sees.
const JPEG_QUALITY: u8 = 90;

/// Decodes or draws a picture and encodes it anew at the size wanted.
///
/// A larger one is scaled down and cut to shape evenly; a smaller one keeps its size, so that it can be reported.
pub fn prepare(bytes: &[u8], extension: &str, target_px: (u32, u32)) -> Result<PreparedPicture, String> {
    if extension == "svg" {
        let pixmap = svg::draw(bytes, target_px)?;
        let (width_px, height_px) = target_px;
        let rgba: Vec<u8> = pixmap
            .pixels()
            .iter()
            .flat_map(|pixel| {
                let c = pixel.demultiply();
                [c.red(), c.green(), c.blue(), c.alpha()]
            })
            .collect();
        let picture = RgbaImage::from_raw(width_px, height_px, rgba)
            .ok_or_else(|| format!("{width_px}x{height_px} pixels do not fit the drawing"))?;
        return encode_png(&picture.into());
    }
    let (picture, format) = decode(bytes, extension)?;
    let picture = fit(picture, target_px);
    if format == ImageFormat::Jpeg { encode_jpeg(&picture) } else { encode_png(&picture) }
}

/// Decodes a picture in one of the formats that its extension stands for, and turns it the right way up.
fn decode(bytes: &[u8], extension: &str) -> Result<(DynamicImage, ImageFormat), String> {
    let format = match extension {
        "png" => ImageFormat::Png,
        "jpg" | "jpeg" => ImageFormat::Jpeg,
        "webp" => ImageFormat::WebP,
        other => return Err(format!("`.{other}` files are not pictures")),
    };
    if let Ok(found) = image::guess_format(bytes)
        && found != format
    {
        let found = found.extensions_str().first().copied().unwrap_or("another format");
        return Err(format!("its name says .{extension} but it holds {found}"));
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE_PX);
    limits.max_image_height = Some(MAX_SIDE_PX);
    limits.max_alloc = Some(MAX_DECODING_LEN);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| error.to_string())?;
    let orientation = decoder.orientation().map_err(|error| error.to_string())?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|error| error.to_string())?;
    picture.apply_orientation(orientation);
    Ok((picture, format))
}

/// Scales a picture down so that it covers the size wanted, and cuts off evenly what is left over.
fn fit(picture: DynamicImage, (width_px, height_px): (u32, u32)) -> DynamicImage {
    if picture.width() < width_px || picture.height() < height_px {
        return picture;
    }
    picture.resize_to_fill(width_px, height_px, Scaling::Lanczos3)
}

fn encode_png(picture: &DynamicImage) -> Result<PreparedPicture, String> {
    // Metadata of the original, such as where a photograph was taken, is left behind.
    let rgba = picture.to_rgba8();
    let is_opaque = rgba.pixels().all(|p| p.0[3] == u8::MAX);
    let picture =
        if is_opaque { DynamicImage::ImageRgb8(DynamicImage::from(rgba).to_rgb8()) } else { DynamicImage::from(rgba) };
    let mut bytes = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Best, FilterType::Adaptive);
    picture.write_with_encoder(encoder).map_err(|error| error.to_string())?;
    Ok(prepared(bytes, "png", &picture))
}

fn encode_jpeg(picture: &DynamicImage) -> Result<PreparedPicture, String> {
    let picture = DynamicImage::ImageRgb8(picture.to_rgb8());
    let mut bytes = Vec::new();
    picture
        .write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY))
        .map_err(|error| error.to_string())?;
    Ok(prepared(bytes, "jpg", &picture))
}

fn prepared(bytes: Vec<u8>, extension: &str, picture: &DynamicImage) -> PreparedPicture {
    PreparedPicture { bytes, extension: extension.to_owned(), width_px: picture.width(), height_px: picture.height() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::Rgb;

    const DRAWING: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">
        <defs><linearGradient id="g"><stop stop-color="#102030"/><stop offset="1" stop-color="#405060"/></linearGradient></defs>
        <rect width="100" height="100" fill="url(#g)"/></svg>"##;

    fn photograph(width_px: u32, height_px: u32, format: ImageFormat) -> Vec<u8> {
        let picture = image::RgbImage::from_fn(width_px, height_px, |x, y| Rgb([x as u8, y as u8, 7]));
        let mut bytes = Cursor::new(Vec::new());
        DynamicImage::from(picture).write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    fn check(bytes: &[u8], extension: &str, target_px: (u32, u32), expect: (u32, u32, &str)) {
        let picture = prepare(bytes, extension, target_px).unwrap();
        assert_eq!((picture.width_px, picture.height_px, picture.extension.as_str()), expect);
        let decoded = image::load_from_memory(&picture.bytes).unwrap();
        assert_eq!((decoded.width(), decoded.height()), (expect.0, expect.1));
    }

    #[test]
    fn pictures_come_out_at_the_size_wanted() {
        check(DRAWING.as_bytes(), "svg", (108, 192), (108, 192, "png"));
        check(DRAWING.as_bytes(), "svg", (192, 108), (192, 108, "png"));
        check(&photograph(300, 200, ImageFormat::Png), "png", (96, 64), (96, 64, "png"));
        check(&photograph(300, 300, ImageFormat::Jpeg), "jpg", (96, 64), (96, 64, "jpg"));
        check(&photograph(300, 100, ImageFormat::WebP), "webp", (96, 64), (96, 64, "png"));
        // Too small: left as it is, for the check to say so.
        check(&photograph(90, 64, ImageFormat::Png), "png", (96, 64), (90, 64, "png"));
    }

    #[test]
    fn the_same_drawing_gives_the_same_bytes() {
        let draw = || prepare(DRAWING.as_bytes(), "svg", (108, 192)).unwrap();
        assert_eq!(draw(), draw());
    }

    #[test]
    fn a_drawing_covers_without_being_stretched() {
        let halves = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">
            <rect width="50" height="100" fill="#ff0000"/><rect x="50" width="50" height="100" fill="#0000ff"/></svg>"##;
        let picture = prepare(halves.as_bytes(), "svg", (40, 80)).unwrap();
        let decoded = image::load_from_memory(&picture.bytes).unwrap().to_rgb8();
        for (x, y, expect) in [(0, 0, [255, 0, 0]), (19, 79, [255, 0, 0]), (21, 0, [0, 0, 255]), (39, 79, [0, 0, 255])]
        {
            assert_eq!(decoded.get_pixel(x, y).0, expect, "at {x}, {y}");
        }
    }

    #[test]
    fn what_is_not_a_picture_says_why() {
        let png = photograph(300, 200, ImageFormat::Png);
        let jpeg = photograph(300, 200, ImageFormat::Jpeg);
        let huge = png_header(60_000, 60_000);
        let external = r#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">
            <use href="other.svg#x"/></svg>"#;
        let bomb =
            r#"<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>"#;
        let prefixed = |inner: &str| {
            format!(r#"<s:svg xmlns:s="http://www.w3.org/2000/svg" width="9" height="9">{inner}</s:svg>"#)
        };
        let (lettering, image) = (prefixed("\n<s:text>Hi</s:text>"), prefixed(r#"<s:image href="file:///etc/x"/>"#));
        let (script, foreign) = (prefixed("<s:script/>"), prefixed("<!-- x --><s:foreignObject/>"));
        let cases: [(&[u8], &str, &str); 14] = [
            (b"", "png", ""),
            (b"not a picture", "png", ""),
            (&png[..png.len() / 2], "png", ""),
            (&jpeg, "png", "holds jpg"),
            (&huge, "png", "imit"),
            (b"<html></html>", "svg", ""),
            (b"<svg", "svg", "not XML"),
            (b"\xff\xfe", "svg", "UTF-8"),
            (external.as_bytes(), "svg", "line 2 refers to `other.svg#x`"),
            (bomb.as_bytes(), "svg", "not XML"),
            (lettering.as_bytes(), "svg", "line 2 holds <text>: the kiosk sets words itself"),
            (image.as_bytes(), "svg", "line 1 holds <image>: draw it"),
            (script.as_bytes(), "svg", "holds <script>"),
            (foreign.as_bytes(), "svg", "holds <foreignObject>"),
        ];
        for (bytes, extension, expect) in cases {
            let error = prepare(bytes, extension, (96, 64)).unwrap_err();
            assert!(error.contains(expect), "{error}");
        }
    }

    /// The beginning of a PNG that claims this size.
    fn png_header(width_px: u32, height_px: u32) -> Vec<u8> {
        let mut bytes = photograph(1, 1, ImageFormat::Png);
        bytes[16..20].copy_from_slice(&width_px.to_be_bytes());
        bytes[20..24].copy_from_slice(&height_px.to_be_bytes());
        let sum = crc32(&bytes[12..29]);
        bytes[29..33].copy_from_slice(&sum.to_be_bytes());
        bytes
    }

    fn crc32(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(u32::MAX, |crc, byte| {
            (0..8).fold(crc ^ u32::from(*byte), |c, _| if c & 1 == 1 { (c >> 1) ^ 0xedb8_8320 } else { c >> 1 })
        })
    }
}
