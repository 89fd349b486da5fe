//! An egui context with the kiosk's fonts, without a screen.

use std::sync::Arc;
use wayside_screens::text::{self, Align, DEBIAN_FONT_FOLDERS, FontSet, Paragraph, TextStyle, Wrap};

/// Finds the fonts; both Debian packages have to be there.
pub fn fonts() -> FontSet {
    let fonts = FontSet::find(DEBIAN_FONT_FOLDERS).unwrap();
    let problems: Vec<String> = fonts.problems().map(ToString::to_string).collect();
    assert!(problems.is_empty(), "{problems:#?}");
    fonts
}

/// Runs one pass.
pub fn pass<T>(ctx: &egui::Context, show: impl FnOnce(&mut egui::Ui) -> T) -> T {
    let mut show = Some(show);
    let mut shown = None;
    let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
        if let Some(show) = show.take() {
            shown = Some(show(ui));
        }
    });
    output.textures_delta.clear(); // it must not be dropped unapplied
    shown.unwrap()
}

/// A context after a pass, in which the fonts are ready.
pub fn context() -> egui::Context {
    let ctx = egui::Context::default();
    text::install(&ctx, fonts());
    pass(&ctx, |_| ());
    ctx
}

/// Lays out a text in a context of its own.
pub fn lay_out(text: &str, style: &TextStyle, wrap: Wrap, align: Align) -> Arc<Paragraph> {
    let ctx = context();
    pass(&ctx, |ui| Paragraph::lay_out(ui.ctx(), text, style, wrap, align))
}

/// Lays out a text in a pass, on one line.
pub fn on(ui: &egui::Ui, text: &str, style: &TextStyle) -> Arc<Paragraph> {
    Paragraph::lay_out(ui.ctx(), text, style, Wrap::NEVER, Align::Start)
}
