//! Missing Debian packages, with stand-ins for Debian's tools.

use crate::stage::Stage;
use std::process::Output;

/// Runs `publish` where `dpkg-query` says this and `apt-get` does that.
fn publish(stage: &Stage, dpkg_query: &str, apt_get: &str, flags: &[&str]) -> Output {
    let note = |body: &str| format!("#!/bin/sh\necho \"$*\" >>'{}/apt'\n{body}\n", stage.folder.display());
    stage.program("tools", "dpkg-query", &format!("#!/bin/sh\n{dpkg_query}\n"));
    stage.program("tools", "apt-get", &note(apt_get));
    stage.program(
        "tools",
        "sudo",
        "#!/bin/sh\nwhile case $1 in *=*) ;; *) false ;; esac; do shift; done\nexec \"$@\"\n",
    );
    let path = format!("{}:{}", stage.path("tools"), std::env::var("PATH").unwrap());
    let arguments = [&["publish", "--no-build"], flags].concat();
    stage.appliance(&arguments).env("PATH", path).output().unwrap()
}

/// The runs of `apt-get` that installed something.
fn installs(stage: &Stage) -> Vec<String> {
    let runs = std::fs::read_to_string(stage.path("apt")).unwrap_or_default();
    runs.lines().filter(|line| line.starts_with("install")).map(str::to_owned).collect()
}

const SOME: &str = "echo 'gcc installed'; echo 'libc6-dev installed'; echo 'ca-certificates installed'; exit 1";
const ALL: &str = "shift 2; for p; do echo \"$p installed\"; done";

#[test]
fn without_leave_to_install_the_command_is_printed() {
    let stage = Stage::new();
    let output = publish(&stage, SOME, "exit 0", &["--no-install"]);
    assert_eq!(output.status.code(), Some(1));
    let line = String::from_utf8_lossy(&output.stdout);
    assert!(line.trim().ends_with("apt-get install --yes --no-install-recommends pkg-config libwayland-dev"), "{line}");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        said.contains("2 of 5 Debian packages are missing") && said.contains("finds the Wayland library"),
        "{said}"
    );
    assert!(installs(&stage).is_empty() && stage.calls("content").is_empty());
}

#[test]
fn missing_packages_are_installed_and_the_command_goes_on() {
    let stage = Stage::new();
    let output = publish(&stage, SOME, "exit 0", &[]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(installs(&stage), ["install --yes --no-install-recommends pkg-config libwayland-dev"]);
    assert_eq!(stage.calls("content").len(), 2);
}

#[test]
fn a_failed_installation_is_tried_once_more_after_an_update() {
    let stage = Stage::new();
    let output = publish(&stage, SOME, "[ \"$1\" = update ]", &[]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(installs(&stage).len(), 2);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("run it yourself: apt-get install"), "{said}");
    assert!(stage.calls("content").is_empty());
}

#[test]
fn nothing_is_installed_where_nothing_is_missing() {
    let stage = Stage::new();
    let output = publish(&stage, ALL, "exit 1", &[]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(installs(&stage).is_empty());
}
