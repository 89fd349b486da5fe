//! The one place that passes over a check, and says so.

use std::env;
use std::io::{Write, stderr};
use std::path::Path;
use std::process::{Command, Stdio};

/// Folder of the software graphics driver's description.
const SOFTWARE_VULKAN: &str = "/usr/share/vulkan/icd.d/lvp_icd.x86_64.json";

/// What some machines do not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// Permission to make an empty network namespace.
    Namespaces,
    /// A Vulkan driver that needs no graphics card.
    SoftwareVulkan,
    /// An X server without a screen.
    Xvfb,
}

impl Missing {
    fn is_missing(self) -> bool {
        match self {
            Self::Namespaces => !runs("unshare", &["--net", "true"]),
            Self::SoftwareVulkan => !Path::new(SOFTWARE_VULKAN).is_file(),
            Self::Xvfb => !is_on_path("Xvfb"),
        }
    }

    const fn remedy(self) -> &'static str {
        match self {
            Self::Namespaces => "making an empty network namespace needs root: run the tests as root",
            Self::SoftwareVulkan => "no software graphics driver: install the Debian package mesa-vulkan-drivers",
            Self::Xvfb => "no X server without a screen: install the Debian package xvfb",
        }
    }
}

fn is_on_path(program: &str) -> bool {
    env::var_os("PATH").is_some_and(|path| env::split_paths(&path).any(|folder| folder.join(program).is_file()))
}

fn runs(program: &str, arguments: &[&str]) -> bool {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// Whether this machine has all that a test needs; where it has not, says on the terminal that the test is SKIPPED.
///
/// With `WAYSIDE_TESTS_COMPLETE=1` in the environment, as on a release's machine, what is missing is a failure.
///
/// # Panics
/// When something is missing and the tests are to be complete.
pub fn need(test: &str, needs: &[Missing]) -> bool {
    let Some(missing) = needs.iter().find(|need| need.is_missing()) else { return true };
    let reason = format!("SKIPPED {test}: {}\n", missing.remedy());
    assert!(env::var_os("WAYSIDE_TESTS_COMPLETE").is_none_or(|v| v != "1"), "{reason}");
    // Written past the test harness, which shows only what failing tests print; a closed terminal is nobody's fault.
    let _ = stderr().write_all(reason.as_bytes());
    false
}
