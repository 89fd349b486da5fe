//! What is known about one kiosk: where it stands, which way it faces, what its panel measures.

use crate::{KioskId, Language, Position, Text};
use serde::{Deserialize, Serialize};

/// A kiosk's facts, as the city keeps them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KioskFacts {
    pub id: KioskId,
    /// The name of the spot, as shown in the status strip.
    pub name: Text,
    pub position: Position,
    /// Compass bearing in degrees that the screen's face points to; a visitor looks the opposite way.
    pub faces_deg: f64,
    pub panel: Panel,
    /// Groups that campaigns can target.
    #[serde(default)]
    pub groups: Vec<String>,
    /// Languages offered, the region's first language first.
    pub languages: Vec<Language>,
    /// IANA time zone in which dayparts and opening hours are read.
    pub time_zone: chrono_tz::Tz,
}

impl KioskFacts {
    /// The language that the kiosk greets in.
    pub fn first_language(&self) -> Language {
        self.languages.first().copied().unwrap_or(Language::English)
    }
}

/// A display panel as it is mounted.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Panel {
    pub width_px: u32,
    pub height_px: u32,
    pub width_mm: f64,
    pub height_mm: f64,
    /// Height of the panel's lower edge above the ground in millimetres.
    pub bottom_mm: f64,
}

impl Panel {
    pub fn is_portrait(&self) -> bool {
        self.height_px > self.width_px
    }

    /// Pixels per millimetre, across.
    pub fn px_per_mm(&self) -> f64 {
        f64::from(self.width_px) / self.width_mm
    }
}
