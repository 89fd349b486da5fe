//! QR codes, painted as squares.

use egui::{Color32, Rect, Ui, Vec2, pos2, vec2};
use qrcode::{EcLevel, QrCode};

/// White modules around a code (ISO/IEC 18004).
const QUIET_ZONE: usize = 4;

/// Paints a code into a white square; returns whether the content fits into one.
pub fn qr_ui(ui: &Ui, rect: Rect, content: &str, corner_radius: f32) -> bool {
    let Ok(code) = QrCode::with_error_correction_level(content, EcLevel::M)
        .or_else(|_| QrCode::with_error_correction_level(content, EcLevel::L))
    else {
        return false;
    };
    let modules = code.width();
    let across = (modules + QUIET_ZONE * 2) as f32;
    // Whole pixels per module keep the edges sharp for a camera.
    let module = (rect.width().min(rect.height()) / across).floor().max(1.0);
    let side = module * across;
    let square = Rect::from_center_size(rect.center().round(), Vec2::splat(side));
    let origin = square.min.round();
    ui.painter().rect_filled(square, crate::kit::corner(corner_radius), Color32::WHITE);
    let colors = code.to_colors();
    for y in 0..modules {
        let mut x = 0;
        while x < modules {
            if colors[y * modules + x] == qrcode::Color::Light {
                x += 1;
                continue;
            }
            let run = (x..modules).take_while(|&i| colors[y * modules + i] == qrcode::Color::Dark).count();
            let min = pos2(origin.x + (x + QUIET_ZONE) as f32 * module, origin.y + (y + QUIET_ZONE) as f32 * module);
            ui.painter().rect_filled(Rect::from_min_size(min, vec2(run as f32 * module, module)), 0.0, Color32::BLACK);
            x += run;
        }
    }
    true
}
