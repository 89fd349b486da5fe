//! Colours and sizes by role, resolved for one theme, panel and text size.

use egui::Color32;
use serde::Deserialize;
use std::sync::OnceLock;
use wayside_core::{TextSize, Theme};
use wayside_model::Panel;

/// Height of a capital letter as a share of the type size (Noto Sans: 714 of 1000 units).
const CAPITAL_SHARE: f32 = 0.714;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Tokens {
    type_u: TypeSizes,
    space_u: Spaces,
    floor_mm: Floors,
    dark: PaletteHex,
    light: PaletteHex,
    contrast: PaletteHex,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
struct TypeSizes {
    display: f32,
    title: f32,
    heading: f32,
    body: f32,
    caption: f32,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
struct Spaces {
    edge: f32,
    gap: f32,
    card_padding: f32,
    card_radius: f32,
    status_strip: f32,
    action_bar: f32,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
struct Floors {
    capital_height: f32,
    touch: f32,
    touch_gap: f32,
}

macro_rules! palette {
    ($($role:ident),* $(,)?) => {
        /// Colours by role.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub struct Palette { $(pub $role: Color32),* }

        #[derive(Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        struct PaletteHex { $($role: String),* }

        impl PaletteHex {
            fn resolve(&self) -> Palette {
                Palette { $($role: parse_hex(&self.$role)),* }
            }
        }
    };
}

palette! {
    base, surface, surface_raised, line, text, text_dim, accent, on_accent, fresh, transit, place, report, offer, alert, on_alert,
}

fn parse_hex(hex: &str) -> Color32 {
    Color32::from_hex(hex).expect("tokens.toml is part of the program and a test reads it whole")
}

fn tokens() -> &'static Tokens {
    static TOKENS: OnceLock<Tokens> = OnceLock::new();
    TOKENS.get_or_init(|| {
        toml::from_str(include_str!("../tokens.toml"))
            .expect("tokens.toml is part of the program and a test reads it whole")
    })
}

impl Palette {
    /// The palette of a theme.
    pub fn of(theme: Theme) -> Self {
        let tokens = tokens();
        match theme {
            Theme::Dark => &tokens.dark,
            Theme::Light => &tokens.light,
            Theme::Contrast => &tokens.contrast,
        }
        .resolve()
    }
}

/// Type sizes of the one scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Size {
    Display,
    Title,
    Heading,
    Body,
    Caption,
}

/// Sizes in pixels for one panel and text size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Metrics {
    /// One u: 1/1080 of the panel's short side.
    pub u: f32,
    pub px_per_mm: f32,
    pub text: TextSize,
    pub edge: f32,
    pub gap: f32,
    pub card_padding: f32,
    pub card_radius: f32,
    pub status_strip: f32,
    pub action_bar: f32,
    /// Smallest side of anything to touch.
    pub touch: f32,
    /// Smallest gap between two things to touch.
    pub touch_gap: f32,
}

impl Metrics {
    pub fn new(panel: &Panel, text: TextSize) -> Self {
        let tokens = tokens();
        let u = panel.width_px.min(panel.height_px) as f32 / 1080.0;
        let px_per_mm = panel.px_per_mm() as f32;
        let space = tokens.space_u;
        // Bars grow with their words, but not as fast, so that 200 % leaves room for the content.
        let bar = 1.0 + (text.factor() - 1.0) * 0.35;
        Self {
            u,
            px_per_mm,
            text,
            edge: space.edge * u,
            gap: (space.gap * u).max(tokens.floor_mm.touch_gap * px_per_mm),
            card_padding: space.card_padding * u,
            card_radius: space.card_radius * u,
            status_strip: space.status_strip * u * bar,
            action_bar: space.action_bar * u * bar,
            touch: tokens.floor_mm.touch * px_per_mm,
            touch_gap: tokens.floor_mm.touch_gap * px_per_mm,
        }
    }

    /// How much wider parts get with the visitor's text size: lines take some of its growth.
    pub fn growth(&self) -> f32 {
        1.0 + (self.text.factor() - 1.0) * 0.6
    }

    /// Height of a line of type in pixels, with the visitor's text size and the floor in millimetres applied.
    pub fn type_px(&self, size: Size) -> f32 {
        let tokens = tokens();
        let u = match size {
            Size::Display => tokens.type_u.display,
            Size::Title => tokens.type_u.title,
            Size::Heading => tokens.type_u.heading,
            Size::Body => tokens.type_u.body,
            Size::Caption => tokens.type_u.caption,
        };
        let floor_px = tokens.floor_mm.capital_height / CAPITAL_SHARE * self.px_per_mm;
        // Display and title are large already: they grow half as fast, and never fall below the sizes under them.
        let factor = match size {
            Size::Display | Size::Title => 1.0 + (self.text.factor() - 1.0) * 0.5,
            _ => self.text.factor(),
        };
        (u * self.u).max(floor_px) * factor
    }

    /// The least factor on a size at which capitals are as high as the floor asks.
    pub fn least_scale(&self, size: Size) -> f32 {
        (tokens().floor_mm.capital_height / self.capital_mm(size)).min(1.0)
    }

    /// Height of a capital I in millimetres at a size.
    pub fn capital_mm(&self, size: Size) -> f32 {
        self.type_px(size) * CAPITAL_SHARE / self.px_per_mm
    }
}

/// Contrast ratio of two opaque colours (WCAG 2.2, "contrast ratio").
pub fn contrast_ratio(a: Color32, b: Color32) -> f64 {
    fn luminance(c: Color32) -> f64 {
        let channel = |v: u8| {
            let v = f64::from(v) / 255.0;
            if v <= 0.04045 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(c.r()) + 0.7152 * channel(c.g()) + 0.0722 * channel(c.b())
    }
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}
