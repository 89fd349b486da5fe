//! The agent: the one program on a kiosk that talks to the network.
//!
//! It asks a hub, or any web server with the same files, for the city's newest signed release, brings it into the local
//! store and switches to it; the screen's program notices by itself.
//! It trusts the one root that it was given, survives a hub that is down, and resumes what was cut off.

mod agent;
mod config;
mod hub;
mod memory;
mod pace;
mod round;
mod rows_check;
mod run;

pub use config::{Config, Patience};
pub use hub::BadHub;
pub use pace::Pace;
pub use run::{AgentError, run};
pub use tokio::sync::Notify;
