//! A page of all languages as a picture, to look at, and what can be told of it without looking.

use crate::{corpus, support};
use egui::{Color32, pos2};
use resvg::tiny_skia::{Pixmap, PremultipliedColorU8};
use wayside_model::Language;
use wayside_screens::text::{Align, Paragraph, TextStyle, Wrap};

/// Paints glyphs by copying them out of egui's atlas, which is what a GPU would do with upright text.
fn paint(paragraph: &Paragraph, atlas: &egui::ColorImage, pixmap: &mut Pixmap, left: f32, top: f32) {
    let Some(galley) = paragraph.galley() else { return };
    let (width, height) = (pixmap.width() as usize, pixmap.height() as usize);
    for row in &galley.rows {
        for quad in row.visuals.mesh.vertices.chunks(4) {
            let (first, last) = (quad[0], quad[3]);
            let x0 = (left + row.pos.x + first.pos.x).round() as usize;
            let y0 = (top + row.pos.y + first.pos.y).round() as usize;
            for v in first.uv.y as usize..last.uv.y as usize {
                for u in first.uv.x as usize..last.uv.x as usize {
                    let x = x0 + u - first.uv.x as usize;
                    let y = y0 + v - first.uv.y as usize;
                    if x < width && y < height {
                        let ink = 255 - atlas[(u, v)].a();
                        let pixel = &mut pixmap.pixels_mut()[y * width + x];
                        let shade = ink.min(pixel.red());
                        *pixel = PremultipliedColorU8::from_rgba(shade, shade, shade, 255).unwrap();
                    }
                }
            }
        }
    }
}

#[test]
fn a_page_of_all_languages() {
    let (width_px, margin_px) = (1040.0, 20.0);
    let ctx = support::context();
    let all = corpus::paragraphs();
    let laid_out: Vec<_> = support::pass(&ctx, |ui| {
        let mut page = Vec::new();
        for &language in Language::ALL {
            let style = TextStyle::new(30.0, language).color(Color32::BLACK);
            let few = all.iter().filter(|(l, _)| *l == language).map(|(_, text)| text.as_str()).take(4);
            let few = few.collect::<Vec<_>>().join(" ");
            let lay_out = |text: &str, style: &TextStyle, wrap: Wrap| {
                Paragraph::lay_out(ui.ctx(), text, style, wrap, Align::Start)
            };
            page.push(lay_out(language.own_name(), &style.bold(), Wrap::width(width_px)));
            page.push(lay_out(&few, &style, Wrap::lines(width_px, 2)));
        }
        page
    });
    let height: f32 = laid_out.iter().map(|paragraph| paragraph.size().y).sum();
    let mut pixmap = Pixmap::new((width_px + 2.0 * margin_px) as u32, (height + 2.0 * margin_px) as u32).unwrap();
    pixmap.fill(resvg::tiny_skia::Color::WHITE);
    let atlas = ctx.fonts_mut(|fonts| fonts.image());
    let mut top = margin_px;
    for paragraph in &laid_out {
        let ink = paragraph.ink_bounds();
        assert!(ink.is_positive(), "nothing is painted for {:?}", paragraph.text());
        // A foreign word in a line may need a little more height than the line's own language.
        assert!(
            paragraph.bounds().expand2(egui::vec2(4.0, 5.0)).contains_rect(ink),
            "{ink} {} {:?}",
            paragraph.bounds(),
            paragraph.text()
        );
        assert!(
            egui::Rect::from_min_max(pos2(-0.5, 0.0), pos2(width_px + 0.5, f32::INFINITY))
                .contains_rect(paragraph.bounds())
        );
        paint(paragraph, &atlas, &mut pixmap, margin_px, top);
        top += paragraph.size().y;
    }
    let file = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("languages.png");
    pixmap.save_png(&file).unwrap();
    println!("{}", file.display());
}
