//! Recorded visits: JSON lines that can be played back, with expectations in between.
//!
//! ```text
//! {"kiosk":"union-station","language":"en","release":3}
//! {"at":"2026-11-22T18:00:00Z","event":{"start":{"opens":null}}}
//! {"at":"2026-11-22T18:00:04Z","event":{"open":{"events":{"filter":"today","page":0}}}}
//! {"expect":{"screen":"events"}}
//! ```
//! What a visitor types or says is never an event here, so a recording holds nothing private.

use crate::{Event, State, update};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use wayside_model::{KioskId, Language};

/// Longest line in bytes.
const MAX_LINE_LEN: usize = 64 * 1024;

/// Most lines in one recording.
const MAX_LINES: usize = 100_000;

/// The first line of a recording.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    pub kiosk: KioskId,
    /// The language that the kiosk greets in.
    pub language: Language,
    /// Release on screen when the recording began.
    #[serde(default)]
    pub release: Option<u64>,
}

/// What must hold at a point of a recording; fields left out are not looked at.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expectation {
    /// `attract` or a screen's short name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub screen: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// Whether the end-of-visit warning shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub warning: Option<bool>,
}

/// One line after the first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged, try_from = "AnyLine")]
pub enum Line {
    Happened { at: DateTime<Utc>, event: Event },
    Expected { expect: Expectation },
}

/// Whatever a line may hold, so that an error names the part that is wrong.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AnyLine {
    at: Option<String>,
    event: Option<Event>,
    expect: Option<Expectation>,
}

impl TryFrom<AnyLine> for Line {
    type Error = String;
    fn try_from(line: AnyLine) -> Result<Self, String> {
        match line {
            AnyLine { at: Some(at), event: Some(event), expect: None } => match at.parse() {
                Ok(at) => Ok(Self::Happened { at, event }),
                Err(_) => Err(format!("`{at}` is not an instant such as 2026-11-22T18:00:00Z")),
            },
            AnyLine { at: None, event: None, expect: Some(expect) } => Ok(Self::Expected { expect }),
            _ => Err("a line holds either `at` and `event`, or `expect`".to_owned()),
        }
    }
}

/// A recorded visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recording {
    pub head: Head,
    /// Lines with their number in the file.
    pub lines: Vec<(usize, Line)>,
}

/// Why a recording cannot be read or does not hold.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecordingError {
    #[error("line {line}: {what}")]
    Malformed { line: usize, what: String },
    #[error("line {line}: expected {expected}, but it is {found}")]
    Unmet { line: usize, expected: String, found: String },
}

impl Recording {
    /// Reads a recording; blank lines and lines that start with `#` are passed over.
    pub fn parse(text: &str) -> Result<Self, RecordingError> {
        let malformed = |line: usize, what: String| RecordingError::Malformed { line, what };
        let mut head = None;
        let mut lines = Vec::new();
        for (index, raw) in text.lines().enumerate() {
            let number = index + 1;
            if number > MAX_LINES {
                return Err(malformed(number, format!("a recording has at most {MAX_LINES} lines")));
            }
            if raw.len() > MAX_LINE_LEN {
                return Err(malformed(number, format!("a line has at most {MAX_LINE_LEN} bytes")));
            }
            let raw = raw.trim();
            if raw.is_empty() || raw.starts_with('#') {
                continue;
            }
            if head.is_none() {
                head = Some(serde_json::from_str::<Head>(raw).map_err(|e| malformed(number, e.to_string()))?);
            } else {
                let line = serde_json::from_str::<Line>(raw).map_err(|e| malformed(number, e.to_string()))?;
                lines.push((number, line));
            }
        }
        let head = head.ok_or_else(|| malformed(1, "the first line names the kiosk and its language".to_owned()))?;
        Ok(Self { head, lines })
    }

    /// The state before the first line.
    pub fn start(&self) -> State {
        let mut state = State::new(self.head.language);
        state.release = self.head.release;
        state
    }

    /// Plays the recording without a screen and returns the last state; the first unmet expectation ends it.
    pub fn replay(&self) -> Result<State, RecordingError> {
        let mut state = self.start();
        for (number, line) in &self.lines {
            match line {
                Line::Happened { at, event } => {
                    update(&mut state, event.clone(), *at);
                }
                Line::Expected { expect } => expect.check(&state, *number)?,
            }
        }
        Ok(state)
    }
}

impl Expectation {
    /// Compares with a state; `line` names the place in the error.
    pub fn check(&self, state: &State, line: usize) -> Result<(), RecordingError> {
        fn same<T: PartialEq + std::fmt::Debug>(
            what: &str,
            want: Option<T>,
            found: &T,
            line: usize,
        ) -> Result<(), RecordingError> {
            match want {
                Some(want) if want != *found => Err(RecordingError::Unmet {
                    line,
                    expected: format!("{what} {want:?}"),
                    found: format!("{found:?}"),
                }),
                _ => Ok(()),
            }
        }
        let screen = state.visit().map_or("attract", |v| v.screen().name());
        same("screen", self.screen.as_deref(), &screen, line)?;
        same("language", self.language, &state.language(), line)?;
        same("warning", self.warning, &state.visit().is_some_and(|v| v.ends_at.is_some()), line)
    }
}
