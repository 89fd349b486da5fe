//! Colours, sizes and icons.

use crate::city;
use egui::{Color32, Rect, Shape, vec2};
use wayside_core::{TextSize, Theme};
use wayside_screens::icon::Icon;
use wayside_screens::theme::{Metrics, Palette, Size, contrast_ratio};

fn check(theme: Theme, what: &str, ink: Color32, ground: Color32, least: f64, bad: &mut Vec<String>) {
    let ratio = contrast_ratio(ink, ground);
    if ratio < least {
        bad.push(format!("{theme:?}: {what} is {ratio:.2}, less than {least}"));
    }
}

#[test]
fn colours_are_told_apart() {
    let mut bad = Vec::new();
    for theme in Theme::ALL {
        let p = Palette::of(theme);
        let colored = [
            ("accent", p.accent),
            ("fresh", p.fresh),
            ("transit", p.transit),
            ("place", p.place),
            ("report", p.report),
            ("offer", p.offer),
        ];
        for (ground_name, ground) in [("base", p.base), ("surface", p.surface), ("surface_raised", p.surface_raised)] {
            // Words stand in all of these.
            for (name, ink) in [("text", p.text), ("text_dim", p.text_dim)] {
                check(theme, &format!("{name} on {ground_name}"), ink, ground, 7.0, &mut bad);
            }
            // Icons and rings stand in these anywhere.
            for (name, ink) in colored {
                check(theme, &format!("{name} on {ground_name}"), ink, ground, 3.0, &mut bad);
            }
        }
        // Badges, the state of the connection and what is chosen are words in colour, on the base and on cards.
        for (name, ink) in colored {
            check(theme, &format!("words in {name} on base"), ink, p.base, 7.0, &mut bad);
            check(theme, &format!("words in {name} on surface"), ink, p.surface, 7.0, &mut bad);
        }
        check(theme, "on_accent on accent", p.on_accent, p.accent, 7.0, &mut bad);
        check(theme, "on_alert on alert", p.on_alert, p.alert, 7.0, &mut bad);
    }
    let p = Palette::of(Theme::Contrast);
    check(Theme::Contrast, "line on base", p.line, p.base, 7.0, &mut bad);
    assert!(bad.is_empty(), "{bad:#?}");
}

#[test]
fn contrast_is_computed_as_the_guidelines_say() {
    let check = |a: &str, b: &str, expect: f64| {
        let ratio = contrast_ratio(Color32::from_hex(a).unwrap(), Color32::from_hex(b).unwrap());
        assert!((ratio - expect).abs() < 0.01, "{a} on {b}: {ratio}");
    };
    check("#000000", "#FFFFFF", 21.0);
    check("#FFFFFF", "#FFFFFF", 1.0);
    check("#777777", "#FFFFFF", 4.48);
    check("#FF0000", "#FFFFFF", 4.0);
    check("#0000FF", "#FFFF00", 8.0);
}

#[test]
fn sizes_keep_their_floors_and_their_order() {
    let order = [Size::Caption, Size::Body, Size::Heading, Size::Title, Size::Display];
    for panel in city::PANELS {
        for text in TextSize::ALL {
            let metrics = Metrics::new(&city::kiosk(panel).panel, text);
            for size in order {
                let mm = metrics.capital_mm(size);
                assert!(mm >= 4.8 - 0.001, "{panel} {text:?} {size:?}: {mm} mm");
            }
            let px = order.map(|size| metrics.type_px(size));
            assert!(px.is_sorted(), "{panel} {text:?}: {px:?}");
            assert!(
                metrics.touch / metrics.px_per_mm >= 15.0 - 0.001 && metrics.gap / metrics.px_per_mm >= 3.0 - 0.001
            );
        }
        // 200 % is twice as high, as far as it is text to be read.
        let sizes = [TextSize::Standard, TextSize::Largest].map(|t| Metrics::new(&city::kiosk(panel).panel, t));
        for size in [Size::Caption, Size::Body, Size::Heading] {
            let ratio = sizes[1].type_px(size) / sizes[0].type_px(size);
            assert!((ratio - 2.0).abs() < 0.001, "{panel} {size:?}: {ratio}");
        }
    }
}

#[test]
fn every_icon_is_drawn_inside_its_square() {
    let ctx = egui::Context::default();
    for &icon in Icon::ALL {
        for is_right_to_left in [false, true] {
            let square = Rect::from_min_size(egui::pos2(10.0, 10.0), vec2(96.0, 96.0));
            let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
                icon.paint(ui.painter(), square, Color32::WHITE, is_right_to_left);
            });
            output.textures_delta.clear(); // it must not be dropped unapplied
            let shapes: Vec<&Shape> = output.shapes.iter().map(|s| &s.shape).collect();
            let lines = shapes.iter().filter(|s| matches!(s, Shape::Path(_))).count();
            assert!(lines > 0, "{icon:?} has no line");
            for shape in shapes.iter().filter(|s| !matches!(s, Shape::Noop)) {
                let rect = shape.visual_bounding_rect();
                assert!(square.expand(1.0).contains_rect(rect), "{icon:?} reaches {rect}");
            }
        }
    }
}
