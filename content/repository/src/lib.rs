//! The signed repository between the editors and the kiosks (The Update Framework).
//!
//! The editors' side turns a draft into files that any web server can serve:
//!
//! ```text
//! Draft ──check──▶ Checked ──sign──▶ Signed ──publish──▶ folder
//!                                                         ├── metadata/1.root.json, N.targets.json, N.snapshot.json, timestamp.json
//!                                                         └── targets/<sha256>.<name>
//! ```
//!
//! A draft with errors cannot become [`Checked`], and only what is checked can be [`Signed`].
//! Every file is written whole and `timestamp.json` last, so that a reader, or a power cut, at any moment finds
//! either the old release or the new one.
//!
//! The kiosks' side is a [`Client`]: it trusts one root, refuses what is expired, rolled back, damaged or signed by
//! others, and gives out the list of files of the release as [`Verified`].
//! The files themselves are streamed and checked by the caller, against the length and the hash of each [`Target`];
//! [`verify_folder`] checks every file of a repository that lies in a folder.
//!
//! Verification, canonical JSON and key identifiers come from `sigstore-tuf`, signatures from `aws-lc-rs`;
//! nothing outside this crate knows of either.

mod client;
mod disk;
mod draft;
mod folder;
mod keys;
mod lifetimes;
mod publish;
mod repository;
mod role;
mod rotate;
mod sign;
mod store;
mod target;
mod transport;
mod verify;

#[cfg(test)]
mod tests;

pub use client::{Client, ClientError, Verified};
pub use disk::DiskError;
pub use draft::{Checked, Signed};
pub use folder::FolderTransport;
pub use keys::{Keys, KeysError};
pub use lifetimes::Lifetimes;
pub use publish::{Published, publish, resign_timestamp};
pub use repository::{PublishError, Repository};
pub use role::Role;
pub use rotate::rotate_keys;
pub use sign::SignError;
pub use store::{MetadataFolder, StoreError};
pub use target::{BadTarget, Target, is_flat_name};
pub use transport::{Transport, TransportError};
pub use verify::{FolderReport, TargetError, verify_folder};
pub use wayside_model::source::Draft;

/// Name of the folder of metadata inside a repository.
pub const METADATA: &str = "metadata";

/// Name of the folder of targets inside a repository.
pub const TARGETS: &str = "targets";
