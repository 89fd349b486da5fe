//! Prints what text costs: finding the fonts, laying out a paragraph of 300 characters, and showing it again.
//!
//! `cargo run --release -p wayside-screens --example text_bench`

use std::hint::black_box;
use std::time::Instant;
use wayside_model::Language;
use wayside_screens::text::{self, Align, DEBIAN_FONT_FOLDERS, FontError, FontSet, Paragraph, TextStyle, Wrap};

const CHARACTERS: usize = 300;
const WIDTH_PX: f32 = 900.0;
const REPEATS: u32 = 10_000;

const SAMPLES: [(Language, &str); 7] = [
    (Language::English, "Turn left on Alameda Street and walk 200 metres to Union Station. "),
    (Language::Farsi, "از Alameda Street به چپ بپیچید و ۲۰۰ متر تا ایستگاه Union Station (خط B) جلو بروید. "),
    (Language::Arabic, "انعطف يسارًا من Alameda Street وسر 200 متر إلى محطة Union Station (الخط B). "),
    (Language::Thai, "ห้องสมุดกลางเปิดเวลา 10:00 น. ทุกวันยกเว้นวันหยุดราชการ "),
    (Language::Khmer, "បណ្ណាល័យកណ្ដាលបើកម៉ោង 10:00 រាល់ថ្ងៃលើកលែងតែថ្ងៃឈប់សម្រាក "),
    (Language::Hindi, "पुस्तकालय सुबह 10:00 बजे खुलता है और प्रवेश निःशुल्क है। "),
    (Language::Japanese, "中央図書館は午前10時に開きます。ユニオン駅（Union Station）まで歩いて5分です。"),
];

fn main() -> Result<(), FontError> {
    let before_kb = pss_kb();
    let start = Instant::now();
    let fonts = FontSet::find(DEBIAN_FONT_FOLDERS)?;
    println!("find and map {} faces            {:>9.1} µs", fonts.faces().len(), micros(start));
    let ctx = egui::Context::default();
    let start = Instant::now();
    text::install(&ctx, fonts);
    pass(&ctx, || ());
    println!("egui's first pass with the fonts   {:>9.1} µs", micros(start));
    println!("{:<10} {:>14} {:>14} {:>14}", "", "first, µs", "new width, µs", "cached, µs");
    for (language, sample) in SAMPLES {
        let text: String = sample.chars().cycle().take(CHARACTERS).collect();
        let style = TextStyle::new(32.0, language);
        let lay_out = |width_px| Paragraph::lay_out(&ctx, &text, &style, Wrap::width(width_px), Align::Start);
        let timed = |width_px| {
            let start = Instant::now();
            black_box(lay_out(width_px));
            micros(start)
        };
        let (first, again, cached) = pass(&ctx, || {
            let first = timed(WIDTH_PX);
            let again = timed(WIDTH_PX - 1.0);
            let start = Instant::now();
            (0..REPEATS).for_each(|_| drop(black_box(lay_out(WIDTH_PX))));
            (first, again, micros(start) / f64::from(REPEATS))
        });
        println!("{:<10} {first:>14.0} {again:>14.0} {cached:>14.2}", language.english_name());
    }
    if let (Some(before_kb), Some(after_kb)) = (before_kb, pss_kb()) {
        println!("memory, PSS: {:.1} MB more than before", (after_kb - before_kb) / 1024.0);
    }
    Ok(())
}

fn micros(start: Instant) -> f64 {
    start.elapsed().as_secs_f64() * 1e6
}

fn pass<T>(ctx: &egui::Context, show: impl FnOnce() -> T) -> T {
    ctx.begin_pass(egui::RawInput::default());
    let shown = show();
    ctx.end_pass().textures_delta.clear(); // it must not be dropped unapplied
    shown
}

/// The process's share of memory, where the kernel tells it.
fn pss_kb() -> Option<f64> {
    let rollup = std::fs::read_to_string("/proc/self/smaps_rollup").ok()?;
    rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?.trim().trim_end_matches(" kB").trim().parse().ok()
}
