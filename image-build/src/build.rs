//! Builds the programs with cargo, and finds them.

use crate::{Failure, arguments::Options, process};
use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

/// A program of this workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Program {
    pub package: &'static str,
    pub name: &'static str,
}

pub const CONTENT: Program = Program { package: "wayside-content", name: "content" };
pub const HUB: Program = Program { package: "wayside-hub", name: "hub" };
pub const AGENT: Program = Program { package: "wayside-agent", name: "agent" };
pub const KIOSK: Program = Program { package: "wayside-kiosk", name: "kiosk" };

/// All that a running kiosk needs, from the editor's tool to the screen.
pub const ALL: &[Program] = &[CONTENT, HUB, AGENT, KIOSK];

/// Returns the repository's root.
pub fn root() -> PathBuf {
    // `cargo run` says where the manifest is now; a program started by itself knows where it was.
    let manifest = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let crate_folder = manifest.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")));
    crate_folder.parent().map_or_else(|| PathBuf::from("."), Path::to_owned)
}

/// Returns the folder of the sample city.
pub fn sample_city() -> PathBuf {
    root().join("content/los-angeles")
}

/// Returns the folder that cargo builds into; outside the repository, so that a fresh clone builds on what is there.
pub fn target_folder() -> PathBuf {
    let chosen = env::var_os("CARGO_TARGET_DIR").filter(|folder| !folder.is_empty()).map(PathBuf::from);
    let cache = || env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache/wayside-target"));
    let folder = chosen.or_else(cache).unwrap_or_else(|| root().join("target"));
    std::path::absolute(&folder).unwrap_or(folder)
}

/// Returns the folder that the built programs are in.
pub fn program_folder() -> PathBuf {
    target_folder().join("release")
}

/// Makes a command of a built program.
pub fn program(name: &str) -> Command {
    Command::new(program_folder().join(name))
}

/// Makes a cargo command that builds where all commands build.
pub fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments).current_dir(root()).env("CARGO_TARGET_DIR", target_folder());
    // Set by `cargo run` for this program; to another cargo they look like changes.
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") || text == "CARGO_BIN_NAME" {
            command.env_remove(&name);
        }
    }
    command
}

/// Builds programs, with cargo's own progress in view.
///
/// All of them are built together: cargo unifies features over what it builds,
/// and a selection would compile the same crates again with other features.
/// Only a machine that never built the kiosk, such as an editor's, builds the content tool alone.
pub fn build(options: &Options, programs: &[Program]) -> Result<(), Failure> {
    if options.may_build {
        let has_kiosk = program_folder().join(KIOSK.name).is_file();
        if programs == [CONTENT] && !has_kiosk {
            process::succeed("cargo build", cargo(&["build", "--release", "--package", CONTENT.package]))?;
        } else {
            process::succeed("cargo build", cargo(&["build", "--release", "--workspace", "--bins"]))?;
        }
    }
    for program in programs {
        let path = program_folder().join(program.name);
        if !path.is_file() {
            return Err(Failure::new(
                format!("`{}` was not built", path.display()),
                "leave out --no-build; CARGO_TARGET_DIR chooses the folder",
            ));
        }
    }
    Ok(())
}

/// Runs a built program with arguments as they are and returns its exit code.
pub fn pass_through(name: &str, arguments: &[String]) -> Result<u8, Failure> {
    let mut command = program(name);
    command.args(arguments);
    process::finish(name, command).map(process::code_of)
}
