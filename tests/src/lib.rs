//! What whole-system tests stand on: a city to publish, a hub and an agent on loopback, and programs under guard.
//!
//! Everything that is started ends with the value that started it, also when a test panics, and every wait is bounded.

mod bench;
mod dependencies;
mod picture;
mod process;
mod programs;
mod skip;
mod xvfb;

pub use bench::Bench;
pub use dependencies::{dependencies, features};
pub use picture::Picture;
pub use process::{Ended, Guarded};
pub use programs::{binary, kiosk};
pub use skip::{Missing, need};
pub use xvfb::Xvfb;

use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

/// Longer than anything here takes, even on a busy machine.
pub const LONG: Duration = Duration::from_mins(1);

/// Asks again and again until there is an answer; returns it with the time that it took.
///
/// # Panics
/// When there is none within the limit.
pub fn wait_for<T>(what: &str, limit: Duration, mut ask: impl FnMut() -> Option<T>) -> (T, Duration) {
    let began = Instant::now();
    loop {
        if let Some(answer) = ask() {
            return (answer, began.elapsed());
        }
        assert!(began.elapsed() < limit, "{what}: not within {} s", limit.as_secs());
        thread::sleep(Duration::from_millis(10));
    }
}

/// The root of the repository, as the running cargo has it: another checkout may have built this.
///
/// # Panics
/// When the test is not run by cargo.
pub fn root() -> PathBuf {
    Path::new(&std::env::var("CARGO_MANIFEST_DIR").expect("cargo runs this test")).join("..")
}
