//! The kiosk's screens: what is drawn, touched and told for a given state.
//!
//! [`Face`] draws one frame of whatever the state says and returns what the visitor did as [`wayside_core::Event`]s.
//! It knows egui and the domain; it knows neither Bevy nor where pictures and content come from.

mod alert;
pub mod attract;
mod bars;
mod detail;
mod doors;
mod events;
mod face;
mod flow;
pub mod handover;
mod help;
mod home;
pub mod icon;
mod icons_of;
pub mod kit;
mod languages;
mod lettering;
mod list;
pub mod memo;
mod offers;
mod places;
mod qr;
mod records;
mod services;
mod settings;
pub mod system;
pub mod text;
pub mod theme;
mod timeout;
mod view;
mod words;

pub use face::{Face, Frame, FrameInput};
pub use flow::Flow;
pub use kit::{Picture, PictureSize, Pictures};
pub use system::Trouble;
pub use view::View;
pub use words::Words;
