//! The local store of a kiosk: what the agent writes and the screen reads.
//!
//! ```text
//! DIR/wayside.db            releases as rows, the one active release, what the agent last heard from the hub
//! DIR/objects/ab/<sha256>   every file of the kept releases, under its hash
//! DIR/partial/<sha256>      files that are still coming in
//! DIR/tuf/                  trusted metadata, written by the repository's client
//! DIR/store.lock            held by the one writer
//! ```
//!
//! A release comes in three steps, each durable before the next: files into `objects/`, rows in one transaction
//! ([`Writer::stage`]), and one switch ([`Writer::switch`]).
//! A power cut between any two of them leaves the old release on the screen.
//!
//! A database that is damaged is rebuilt from `objects/`: each release by its own list of files, where the list is whole.
//!
//! The screen's process opens a [`Reader`]: it cannot write, and it gives out no row and no file whose hash is wrong.

mod digest;
mod disk;
mod error;
mod layout;
mod objects;
mod partial;
mod reader;
mod recovery;
mod releases;
mod rows;
mod salvage;
mod schema;
mod status;
mod writer;

pub use digest::Digest;
pub use error::{ReadError, StoreError};
pub use layout::Layout;
pub use objects::{MAX_READ_LEN, Objects};
pub use partial::{Incoming, PartialObject};
pub use reader::Reader;
pub use recovery::Opened;
pub use status::{Contact, SyncProblem, SyncStatus};
pub use writer::{Pruned, Staged, Writer};
