//! Why a command ends early.

use std::{fmt, path::Path};

/// Why a command ends early, as it is told to the person at the terminal.
#[derive(Debug)]
pub enum Failure {
    /// The arguments cannot be read.
    Usage(String),
    /// Something is wrong or missing, and what to do about it.
    Failed { what: String, fix: String },
    /// A program ended with this exit code, having said itself why.
    Program { name: String, code: u8 },
    /// A signal asked for the end.
    Interrupted(i32),
}

impl Failure {
    pub fn new(what: impl Into<String>, fix: impl Into<String>) -> Self {
        Self::Failed { what: what.into(), fix: fix.into() }
    }

    /// Makes the failure to do something with a file.
    pub fn file(doing: &str, path: &Path, error: &std::io::Error) -> Self {
        Self::new(
            format!("cannot {doing} `{}`: {error}", path.display()),
            "check that the folder exists, may be written to and has space left; another one is chosen with --state DIR",
        )
    }

    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Failed { .. } => 1,
            Self::Usage(_) => 2,
            Self::Program { code, .. } => *code,
            // As shells report the end by a signal.
            Self::Interrupted(signal) => u8::try_from(128 + signal).unwrap_or(1),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(what) => write!(f, "error: {what}\n  fix: `cargo appliance help` lists the commands"),
            Self::Failed { what, fix } => write!(f, "error: {what}\n  fix: {fix}"),
            Self::Program { name, code } => write!(f, "error: {name} ended with code {code}; see above"),
            Self::Interrupted(_) => f.write_str("stopped"),
        }
    }
}

impl std::error::Error for Failure {}
