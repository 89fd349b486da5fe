//! Finds and installs Debian packages.

use crate::{Failure, packages::Package, process, signals};
use std::{
    collections::BTreeSet,
    fs,
    os::unix::fs::MetadataExt,
    process::{Command, Stdio},
    thread,
};

/// Returns the packages of these that are not installed.
///
/// None where this system has no `dpkg-query` to ask.
pub fn missing(packages: &[&'static Package]) -> Option<Vec<&'static Package>> {
    let mut command = Command::new("dpkg-query");
    command.args(["--show", "--showformat", "${Package} ${db:Status-Status}\n"]).args(packages.iter().map(|p| p.name));
    // It fails where it does not know one of them; what it prints of the others counts.
    let output = command.env("LC_ALL", "C").stderr(Stdio::null()).output().ok()?;
    let installed = installed(&String::from_utf8_lossy(&output.stdout));
    Some(packages.iter().copied().filter(|p| !installed.contains(p.name)).collect())
}

/// Reads the installed packages out of lines of a name and a status.
fn installed(lines: &str) -> BTreeSet<String> {
    lines.lines().filter_map(|line| line.strip_suffix(" installed")).map(str::to_owned).collect()
}

/// Returns the command that installs packages, for a person to copy.
pub fn install_line(packages: &[&Package]) -> String {
    let names: Vec<&str> = packages.iter().map(|p| p.name).collect();
    let sudo = if is_root() { "" } else { "sudo " };
    format!("{sudo}apt-get install --yes --no-install-recommends {}", names.join(" "))
}

/// Sees to it that the packages are installed, saying what is missing and why it is needed.
pub fn provide(packages: &[&'static Package], may_install: bool) -> Result<(), Failure> {
    let Some(missing) = missing(packages) else {
        let names: Vec<&str> = packages.iter().map(|p| p.name).collect();
        eprintln!("{} is not Debian: what its packages hold must be there already.", system_name());
        eprintln!("On Debian 12 these would be: {}", names.join(" "));
        return Ok(());
    };
    if missing.is_empty() {
        return Ok(());
    }
    eprintln!("{} of {} Debian packages are missing:", missing.len(), packages.len());
    for package in &missing {
        eprintln!("  {:<20} {}", package.name, package.why);
    }
    let line = install_line(&missing);
    if !may_install {
        // To standard output, so that a script can take it.
        println!("{line}");
        return Err(Failure::new("packages are missing", format!("run: {line}")));
    }
    if !is_root() && !process::is_on_path("sudo") {
        return Err(Failure::new("packages are missing, and there is no sudo here", format!("as root, run: {line}")));
    }
    if lists_are_empty() {
        apt_get(&["update"])?;
    }
    let mut install = vec!["install", "--yes", "--no-install-recommends"];
    install.extend(missing.iter().map(|p| p.name));
    if apt_get(&install).is_err() {
        if let Some(signal) = signals::asked() {
            return Err(Failure::Interrupted(signal));
        }
        eprintln!("The package lists may be out of date; fetching them and trying once more.");
        apt_get(&["update"])?;
        apt_get(&install)?;
    }
    Ok(())
}

/// Whether apt has never fetched its lists, as in a fresh container.
fn lists_are_empty() -> bool {
    fs::read_dir("/var/lib/apt/lists").map_or(true, |entries| {
        !entries.flatten().any(|e| {
            e.file_name().to_string_lossy().ends_with("_Packages")
                || e.file_name().to_string_lossy().ends_with("_Packages.lz4")
        })
    })
}

/// Runs `apt-get`, with its output in view.
fn apt_get(arguments: &[&str]) -> Result<(), Failure> {
    let mut command = if is_root() {
        Command::new("apt-get")
    } else {
        let mut sudo = Command::new("sudo");
        sudo.arg("DEBIAN_FRONTEND=noninteractive").arg("apt-get");
        sudo
    };
    command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    let shown = format!("apt-get {}", arguments.join(" "));
    eprintln!("$ {shown}");
    let failed = |why: String| Failure::new(format!("`{shown}` {why}"), format!("run it yourself: {shown}"));
    // In our own process group, so that sudo can ask for the password.
    let mut child = command.spawn().map_err(|error| failed(format!("cannot be started: {error}")))?;
    loop {
        if let Some(status) = child.try_wait().map_err(|error| failed(error.to_string()))? {
            return if status.success() { Ok(()) } else { Err(failed(format!("failed ({status})"))) };
        }
        thread::sleep(process::POLL);
    }
}

pub fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|m| m.uid() == 0)
}

/// Returns the system's name as it calls itself.
pub fn system_name() -> String {
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    field(&release, "PRETTY_NAME").unwrap_or_else(|| "this system".to_owned())
}

/// Whether this is Debian 12.
pub fn is_debian_12() -> bool {
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    field(&release, "ID").as_deref() == Some("debian") && field(&release, "VERSION_ID").as_deref() == Some("12")
}

fn field(os_release: &str, name: &str) -> Option<String> {
    let value = os_release.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('='))?;
    Some(value.trim_matches(['"', '\'']).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_is_installed() {
        let lines =
            "xvfb installed\nchromium not-installed\nlibx11-6 installed\nlibx11-6 installed\nhalf half-configured\n";
        let expect: BTreeSet<String> = ["libx11-6", "xvfb"].map(str::to_owned).into();
        assert_eq!(installed(lines), expect);
        assert!(installed("").is_empty());
    }

    #[test]
    fn reads_the_systems_name() {
        let release = "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nVERSION_ID=\"12\"\nID=debian\n";
        let check = |name, expect: Option<&str>| assert_eq!(field(release, name).as_deref(), expect, "{name}");
        check("PRETTY_NAME", Some("Debian GNU/Linux 12 (bookworm)"));
        check("ID", Some("debian"));
        check("VERSION_ID", Some("12"));
        check("VERSION", None);
    }
}
