//! A visit to the kiosk as a pure state machine.
//!
//! [`update`] takes the state, one [`Event`] and the instant, and returns the [`Effect`]s that the program around it
//! carries out; it does no I/O and reads no clock, so a visit can be recorded and replayed ([`recording`]).
//! [`queries`] picks what the screens list out of a release.

pub mod event;
pub mod queries;
pub mod recording;
pub mod screen;
pub mod settings;
pub mod state;
mod update;

pub use event::{Effect, Event};
pub use screen::{EventFilter, PlaceFilter, Screen};
pub use settings::{Settings, TextSize, Theme};
pub use state::{AlertRead, Freshness, Stage, State, Visit};
pub use update::{IDLE_SECS, WARNING_SECS, update};
