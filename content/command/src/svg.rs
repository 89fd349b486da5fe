//! Draws an SVG at the size that a kiosk shows.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::roxmltree::{Document, ParsingOptions};
use resvg::usvg::{ImageHrefResolver, Options, Tree};
use std::panic::{AssertUnwindSafe, catch_unwind};
use wayside_model::source::UNWANTED_ELEMENTS;

/// Largest number of XML nodes.
const MAX_NODES: u32 = 200_000;

/// Draws an SVG so that it covers `width_px` by `height_px`; what does not fit its shape is cut off evenly.
pub fn draw(bytes: &[u8], (width_px, height_px): (u32, u32)) -> Result<Pixmap, String> {
    // The libraries are careful, but a drawing that makes one panic must not end the program.
    catch_unwind(AssertUnwindSafe(|| draw_unguarded(bytes, (width_px, height_px))))
        .unwrap_or_else(|_| Err("it cannot be drawn; simplify it".to_owned()))
}

fn draw_unguarded(bytes: &[u8], (width_px, height_px): (u32, u32)) -> Result<Pixmap, String> {
    let text = std::str::from_utf8(bytes).map_err(|error| format!("it is not UTF-8 text: {error}"))?;
    let parsing = ParsingOptions { nodes_limit: MAX_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, parsing).map_err(|error| format!("it is not XML: {error}"))?;
    refuse_unwanted(&document)?;
    refuse_references(&document)?;
    let options = Options {
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    let tree = Tree::from_xmltree(&document, &options).map_err(|error| error.to_string())?;
    let mut pixmap =
        Pixmap::new(width_px, height_px).ok_or_else(|| format!("{width_px}x{height_px} pixels cannot be drawn"))?;
    let (width, height) = (tree.size().width(), tree.size().height());
    let scale = (width_px as f32 / width).max(height_px as f32 / height);
    let shift = |has: f32, wanted: u32| (wanted as f32 - has * scale) / 2.0;
    let transform =
        Transform::from_scale(scale, scale).post_translate(shift(width, width_px), shift(height, height_px));
    resvg::render(&tree, transform, &mut pixmap.as_mut());
    Ok(pixmap)
}

/// Refuses elements that a kiosk must not show, whatever prefix they bear; they would be drawn as nothing.
fn refuse_unwanted(document: &Document<'_>) -> Result<(), String> {
    for node in document.descendants().filter(resvg::usvg::roxmltree::Node::is_element) {
        let name = node.tag_name().name();
        if let Some((_, fix)) = UNWANTED_ELEMENTS.iter().find(|(element, _)| *element == name) {
            let line = document.text_pos_at(node.range().start).row;
            return Err(format!("line {line} holds <{name}>: {fix}"));
        }
    }
    Ok(())
}

/// Refuses references to anything outside the drawing; they would be drawn as nothing.
fn refuse_references(document: &Document<'_>) -> Result<(), String> {
    for node in document.descendants().filter(resvg::usvg::roxmltree::Node::is_element) {
        let name = node.tag_name().name();
        let href = node.attributes().find(|a| a.name() == "href" && !a.value().starts_with('#'));
        // A link shows nothing of its own.
        if let Some(href) = href.filter(|_| name != "a") {
            let line = document.text_pos_at(href.range().start).row;
            let shown: String = href.value().chars().take(60).collect();
            return Err(format!("line {line} refers to `{shown}`, which is outside the drawing; put it inside"));
        }
    }
    Ok(())
}
