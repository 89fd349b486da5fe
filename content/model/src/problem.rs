//! What is wrong with a draft, where, and how to mend it.

use serde::Serialize;
use std::fmt;

/// Whether a draft can be published in spite of the problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    Error,
    Warning,
}

/// One problem in an editor's folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    pub severity: Severity,
    /// Path inside the folder, with forward slashes.
    pub file: String,
    /// Line, counted from 1, where there is one.
    pub line: Option<u32>,
    /// What is wrong, as a sentence for an editor.
    pub what: String,
    /// How to mend it.
    pub fix: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        write!(f, "{kind}: {}", self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}\n  fix: {}", self.what, self.fix)
    }
}

/// Every problem of a draft, in the order of file and line.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    pub fn push(
        &mut self,
        severity: Severity,
        file: &str,
        line: Option<u32>,
        what: impl Into<String>,
        fix: impl Into<String>,
    ) {
        self.0.push(Problem { severity, file: file.to_owned(), line, what: what.into(), fix: fix.into() });
    }

    pub fn error(&mut self, file: &str, line: Option<u32>, what: impl Into<String>, fix: impl Into<String>) {
        self.push(Severity::Error, file, line, what, fix);
    }

    pub fn warning(&mut self, file: &str, line: Option<u32>, what: impl Into<String>, fix: impl Into<String>) {
        self.push(Severity::Warning, file, line, what, fix);
    }

    pub fn count(&self, severity: Severity) -> usize {
        self.0.iter().filter(|p| p.severity == severity).count()
    }

    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    pub fn sort(&mut self) {
        self.0.sort_by(|a, b| (&a.file, a.line, a.severity, &a.what).cmp(&(&b.file, b.line, b.severity, &b.what)));
    }
}
