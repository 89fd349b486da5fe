//! The whole state of the kiosk's session.

use crate::{Screen, Settings};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use wayside_model::{Language, NoticeId};

/// How fresh the content is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Freshness {
    /// The city was reached lately.
    #[default]
    Current,
    /// The city cannot be reached; content was last known to be current at `since`.
    Offline { since: Option<DateTime<Utc>> },
    /// The city has not been reached for so long that times and dates may be wrong.
    Stale { since: DateTime<Utc> },
}

/// An emergency as a visitor has read it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct AlertRead {
    pub notice: NoticeId,
    /// A hash of what it said in all languages.
    pub wording: u64,
}

/// One person's visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    pub language: Language,
    pub settings: Settings,
    /// Screens gone through; never empty, the last one shows.
    screens: Vec<Screen>,
    /// The last sign of the visitor.
    pub last_input: DateTime<Utc>,
    /// When the visit ends unless the visitor answers; set while the warning shows.
    pub ends_at: Option<DateTime<Utc>>,
    /// Emergencies that the visitor has read, and that make room for the screens again.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub answered_alerts: BTreeSet<AlertRead>,
}

/// Most screens that a visit remembers for going back.
const MAX_DEPTH: usize = 32;

impl Visit {
    pub(crate) fn new(language: Language, now: DateTime<Utc>) -> Self {
        Self {
            language,
            settings: Settings::default(),
            screens: vec![Screen::Home],
            last_input: now,
            ends_at: None,
            answered_alerts: BTreeSet::new(),
        }
    }

    /// The screen that shows.
    pub fn screen(&self) -> &Screen {
        self.screens.last().unwrap_or(&Screen::Home)
    }

    /// How many screens deep the visitor is; 0 on the first.
    pub fn depth(&self) -> usize {
        self.screens.len().saturating_sub(1)
    }

    pub(crate) fn open(&mut self, screen: Screen) {
        if *self.screen() == screen {
            return;
        }
        if self.screens.len() >= MAX_DEPTH {
            self.screens.remove(1);
        }
        self.screens.push(screen);
    }

    pub(crate) fn replace(&mut self, screen: Screen) {
        if let Some(last) = self.screens.last_mut() {
            *last = screen;
        }
    }

    /// Goes back; `false` where there is nothing to go back to.
    pub(crate) fn back(&mut self) -> bool {
        if self.screens.len() < 2 {
            return false;
        }
        self.screens.pop();
        true
    }

    pub(crate) fn home(&mut self) {
        self.screens.clear();
        self.screens.push(Screen::Home);
    }
}

/// Whether somebody is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Nobody: signage plays.
    Attract {
        /// The instant at which a passer-by stopped the moving pictures.
        paused_at: Option<DateTime<Utc>>,
    },
    /// Somebody.
    Visit(Visit),
}

/// The whole state of the kiosk's session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    pub stage: Stage,
    /// The language that the kiosk greets in.
    pub first_language: Language,
    /// Version of the release on screen; none while the store is empty.
    pub release: Option<u64>,
    pub freshness: Freshness,
}

impl State {
    pub fn new(first_language: Language) -> Self {
        Self {
            stage: Stage::Attract { paused_at: None },
            first_language,
            release: None,
            freshness: Freshness::default(),
        }
    }

    pub fn visit(&self) -> Option<&Visit> {
        match &self.stage {
            Stage::Visit(visit) => Some(visit),
            Stage::Attract { .. } => None,
        }
    }

    /// The language on screen.
    pub fn language(&self) -> Language {
        self.visit().map_or(self.first_language, |v| v.language)
    }

    /// The display settings in force.
    pub fn settings(&self) -> Settings {
        self.visit().map(|v| v.settings).unwrap_or_default()
    }
}
