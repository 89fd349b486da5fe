//! The programs under test, as they were built.

use std::env;
use std::io::{Write, stderr};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

/// One build at a time.
static BUILDING: Mutex<()> = Mutex::new(());

/// Finds a program beside the tests; where it was never built, builds it once and says so.
///
/// A program that is there is taken as it is: build before testing, as `cargo appliance test` does.
///
/// # Panics
/// When it cannot be built.
pub fn binary(name: &str, package: &str) -> PathBuf {
    let tests = env::current_exe().expect("a running program has a path");
    // target/release/deps/system-… → target/release
    let folder = tests.ancestors().nth(2).expect("test programs lie in a folder of the profile's folder");
    let program = folder.join(name);
    let _one_at_a_time = BUILDING.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if !program.is_file() {
        build(name, package, folder);
    }
    assert!(program.is_file(), "building `{package}` made no {}", program.display());
    program
}

fn build(name: &str, package: &str, folder: &Path) {
    // Past the harness, because it takes minutes; a closed terminal is nobody's fault.
    let _ = writeln!(stderr(), "`{name}` is not built yet: building it, which takes minutes");
    let target = folder.parent().expect("a profile's folder lies in the target folder");
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(crate::root()).env("CARGO_TARGET_DIR", target);
    command.args(["build", "--locked", "--package", package, "--bin", name]);
    if folder.file_name().is_some_and(|profile| profile == "release") {
        command.arg("--release");
    }
    let status = command.status().expect("cargo, which runs this test, can be run again");
    assert!(status.success(), "`{package}` cannot be built: {status}");
}

/// The kiosk's program on software graphics, without a display, a desktop or a session's folders.
pub fn kiosk() -> Command {
    let mut command = Command::new(binary("kiosk", "wayside-kiosk"));
    on_software_graphics(&mut command);
    command
}

/// Takes away what the machine's own desktop would add, so that every machine tests the same.
fn on_software_graphics(command: &mut Command) {
    for name in
        ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "XAUTHORITY", "VK_ICD_FILENAMES", "VK_LOADER_LAYERS_ENABLE"]
    {
        command.env_remove(name);
    }
    command.env("XDG_RUNTIME_DIR", env::temp_dir());
    command.env("VK_DRIVER_FILES", "/usr/share/vulkan/icd.d/lvp_icd.x86_64.json");
}
