//! Every screen, language, theme and panel on one page that a person can leaf through.

use crate::args::Common;
use crate::shot;
use crate::stills::{self, Still};
use anyhow::{Context, Result};
use chrono::{DateTime, Utc};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use wayside_core::{Settings, Theme};
use wayside_model::{KioskId, Language};

/// Screens of the gallery, in the order of a visit.
pub const SCREENS: [&str; 17] = [
    "attract",
    "home",
    "places",
    "place",
    "events",
    "event",
    "offers",
    "offer",
    "services",
    "service",
    "languages",
    "settings",
    "help",
    "timeout",
    "alert",
    "empty",
    "error",
];

/// Kiosks whose panels the gallery shows.
const PANELS: [&str; 3] = ["union-station", "exposition-park", "ucla"];

/// Screens that look the same in every theme.
const THEMELESS: [&str; 4] = ["attract", "alert", "empty", "error"];

/// Width in pixels of a picture in the gallery, for the short side.
const SHORT_SIDE_PX: u32 = 540;

/// Which part of the gallery is made; empty lists mean all.
pub struct Wanted {
    pub languages: Vec<Language>,
    pub screens: Vec<String>,
    pub themes: Vec<Theme>,
    pub panels: Vec<String>,
}

fn or_all<T: Clone>(wanted: &[T], all: &[T]) -> Vec<T> {
    if wanted.is_empty() { all.to_vec() } else { wanted.to_vec() }
}

fn file_name(still: &Still) -> String {
    format!(
        "{}_{}_{}_{}.jpg",
        still.kiosk,
        still.settings.theme.tag(),
        still.language.tag(),
        still.screen.replace(':', "-")
    )
}

/// Makes the gallery.
pub fn run(common: &Common, out: &Path, wanted: &Wanted, at: DateTime<Utc>) -> Result<()> {
    fs::create_dir_all(out).with_context(|| format!("creating {}", out.display()))?;
    let all_screens: Vec<String> = SCREENS.map(str::to_owned).to_vec();
    let all_panels: Vec<String> = PANELS.map(str::to_owned).to_vec();
    let mut stills = Vec::new();
    for panel in or_all(&wanted.panels, &all_panels) {
        let kiosk = KioskId::new(panel.as_str()).context("--panels")?;
        for theme in or_all(&wanted.themes, &Theme::ALL) {
            for language in or_all(&wanted.languages, Language::ALL) {
                for screen in or_all(&wanted.screens, &all_screens) {
                    if theme != Theme::Dark && THEMELESS.contains(&screen.as_str()) {
                        continue;
                    }
                    let settings = Settings { theme, ..Settings::default() };
                    stills.push(Still {
                        screen,
                        language,
                        settings,
                        kiosk: kiosk.clone(),
                        size: None,
                        at,
                        freshness: None,
                    });
                }
            }
        }
    }
    let page = page(&stills);
    let (total, mut done) = (stills.len(), 0_usize);
    let folder = out.to_owned();
    eprintln!("rendering {total} pictures into {}", out.display());
    stills::run(
        common,
        stills,
        Box::new(move |still, image| {
            let rgb = shot::to_rgb(image)?;
            let (width, height) = rgb.dimensions();
            let factor = f64::from(SHORT_SIDE_PX) / f64::from(width.min(height));
            let scaled = |side: u32| (f64::from(side) * factor).round() as u32;
            let small = image::imageops::thumbnail(&rgb, scaled(width), scaled(height));
            let mut bytes = std::io::Cursor::new(Vec::new());
            image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 85).encode_image(&small)?;
            shot::replace(&folder.join(file_name(still)), bytes.get_ref())?;
            done += 1;
            if done.is_multiple_of(50) || done == total {
                eprintln!("  {done} of {total}");
            }
            Ok(())
        }),
    )?;
    shot::replace(&out.join("index.html"), page.as_bytes())?;
    println!("{}", out.join("index.html").display());
    Ok(())
}

/// The page: a heading per panel and screen, a picture per language and theme, and filters without a script.
fn page(stills: &[Still]) -> String {
    let mut html = String::from(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>Wayside gallery</title>\n<style>\n\
         :root{color-scheme:dark light}body{margin:2rem;background:#0e1420;color:#f6f2e9;font:1rem/1.5 sans-serif}\n\
         h2{margin-top:3rem;border-top:1px solid #2c3a56;padding-top:1rem}a{color:#f6a21c}\n\
         ul{display:flex;flex-wrap:wrap;gap:1rem;padding:0;list-style:none}figure{margin:0}\n\
         img{display:block;border-radius:.5rem;height:24rem;width:auto;background:#172133}figcaption{font-size:.85rem}\n\
         nav ul{gap:.5rem 1.25rem}\n</style>\n<h1>Wayside gallery</h1>\n",
    );
    let mut groups: Vec<((String, String), Vec<&Still>)> = Vec::new();
    for still in stills {
        let key = (still.kiosk.to_string(), still.screen.clone());
        match groups.iter_mut().find(|(k, _)| *k == key) {
            Some((_, list)) => list.push(still),
            None => groups.push((key, vec![still])),
        }
    }
    // Writing into a string cannot fail.
    let _ = writeln!(html, "<p>{} pictures.</p>\n<nav aria-label=\"Screens\"><ul>", stills.len());
    for ((panel, screen), _) in &groups {
        let _ = writeln!(html, "<li><a href=\"#{panel}-{screen}\">{panel}: {screen}</a>");
    }
    html.push_str("</ul></nav>\n");
    for ((panel, screen), list) in &groups {
        let _ = writeln!(html, "<h2 id=\"{panel}-{screen}\">{panel}: {screen}</h2>\n<ul>");
        for still in list {
            let (file, theme, language) = (file_name(still), still.settings.theme.tag(), still.language);
            let _ = writeln!(
                html,
                "<li><figure><a href=\"{file}\"><img loading=\"lazy\" src=\"{file}\" alt=\"{screen} in {}, {theme}\"></a>\
                 <figcaption>{} · {theme}</figcaption></figure>",
                language.english_name(),
                language.own_name()
            );
        }
        html.push_str("</ul>\n");
    }
    html.push_str("</html>\n");
    html
}
