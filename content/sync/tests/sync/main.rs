//! Whole syncs from signed folders into stores on disk.

mod fixture;
mod folder;
