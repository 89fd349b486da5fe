//! What can happen to a visit, and what it asks of the program around it.

use crate::{Screen, Settings, state::AlertRead, state::Freshness};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use wayside_model::{Language, RecordRef};

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    /// Time went by.
    Tick,
    /// A finger, key or pointer did something that no other event tells.
    Touched,
    /// Somebody touched the attract screen; `opens` is what the item showing stands for.
    Start { opens: Option<RecordRef> },
    /// Goes to a screen and remembers the one before.
    Open(Screen),
    /// Shows the same list otherwise: another filter or page.
    Show(Screen),
    /// Goes one screen back; from home it ends the visit.
    Back,
    /// Goes to the home screen.
    Home,
    /// Changes the language of everything.
    SetLanguage(Language),
    /// Changes the display.
    SetSettings(Settings),
    /// Answers the warning: the visitor is still there.
    KeepGoing,
    /// The visitor has read an emergency and goes on.
    AnswerAlert(AlertRead),
    /// Ends the visit.
    End,
    /// Stops or restarts the moving signage of the attract screen.
    PauseAttract(bool),
    /// Another release became active.
    ReleaseChanged { version: u64 },
    /// What is known of the connection to the city changed.
    FreshnessChanged(Freshness),
}

/// What the program around the visit has to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// Draw a frame.
    Redraw,
    /// Send [`Event::Tick`] at this instant; it replaces any earlier one.
    WakeAt(DateTime<Utc>),
    /// Forget everything that belongs to the visit outside the state: focus, scroll positions, caches by what was shown.
    ForgetVisit,
}
