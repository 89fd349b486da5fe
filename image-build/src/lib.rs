//! The developer commands: `cargo appliance run`, `test`, `gallery`, `pictures`, `bench`, `doctor`, `publish`
//! and `content`.
//!
//! This crate is the first thing that a bare machine compiles, so it depends on next to nothing.
//! Each command finds out which Debian packages are missing and installs them, builds what it needs with cargo,
//! and then starts the real programs with the arguments that they have on a street:
//!
//! ```text
//! content/los-angeles ─▶ content publish ─▶ STATE/repository ─▶ hub ─▶ agent ─▶ STATE/store/<kiosk> ─▶ kiosk
//! ```
//!
//! Every program that it starts runs in a process group of its own and dies with it, even when it is killed.

pub mod arguments;
pub mod bench;
pub mod build;
pub mod debian;
pub mod display;
pub mod doctor;
pub mod failure;
pub mod gallery;
pub mod hub;
pub mod live;
pub mod packages;
pub mod picture;
pub mod pictures;
pub mod process;
pub mod service;
pub mod signals;
pub mod size;
pub mod state;
pub mod suite;
pub mod tally;
pub mod vulkan;

pub use failure::Failure;
