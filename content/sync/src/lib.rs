//! Brings the city's newest release into a kiosk's store: refresh, download, verify, write, switch.
//!
//! [`sync_once`] owns the order of the steps and knows no transport: metadata comes through the repository's client,
//! files through a [`TargetSource`].
//! Whatever fails, the active release stays; what has come so far is kept for the next go.
//! [`restore`] does without a hub what can be done without one, after the store has lost its database.

mod download;
mod error;
mod restore;
mod source;
mod sync;

pub use error::SyncError;
pub use restore::restore;
pub use source::{Fetching, FolderSource, SourceError, TargetSource};
pub use sync::{Downloaded, Outcome, Synced, sync_once};
