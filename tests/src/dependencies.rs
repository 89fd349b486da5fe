//! What a package is built from.

use std::collections::BTreeSet;
use std::env;
use std::process::Command;

/// Names every package that goes into this one's program or library, itself included; build tools and tests do not count.
///
/// # Panics
/// When cargo cannot say.
pub fn dependencies(package: &str) -> BTreeSet<String> {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(crate::root()).args(["tree", "--offline", "--locked", "--quiet", "--package", package]);
    command.args(["--edges", "normal", "--prefix", "none", "--format", "{p}", "--no-dedupe"]);
    let output = command.output().expect("cargo, which runs this test, can be run again");
    assert!(output.status.success(), "{package}: {}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8_lossy(&output.stdout);
    text.lines()
        .filter_map(|line| line.split(' ').next())
        .filter(|name| !name.is_empty())
        .map(ToOwned::to_owned)
        .collect()
}

/// Lists every package with the features that it is built with, as `name vX.Y.Z a,b`: for the programs, or with what the tests add.
///
/// # Panics
/// When cargo cannot say.
pub fn features(with_tests: bool) -> BTreeSet<String> {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(crate::root()).args(["tree", "--offline", "--locked", "--quiet", "--workspace", "--no-dedupe"]);
    command.args(["--edges", if with_tests { "normal,build,dev" } else { "normal,build" }]);
    command.args(["--prefix", "none", "--format", "{p} {f}"]);
    let output = command.output().expect("cargo, which runs this test, can be run again");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).lines().map(|line| line.trim_end().to_owned()).collect()
}
