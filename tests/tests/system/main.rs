//! The whole system: from an editor's keyboard to the street, what goes wrong on the way, and what may not be there.

mod dependencies;
mod screen;
mod street;
mod window;

use std::path::PathBuf;
use wayside_tests::Bench;

/// Where drawn pictures are kept from one test to the next.
fn cache() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("pictures")
}

/// A bench whose store holds the sample city.
fn filled() -> Bench {
    Bench::filled(&cache())
}
