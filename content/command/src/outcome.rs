//! What a command has to say.

use crate::Paint;
use serde_json::{Value, json};
use std::fmt::Write;
use wayside_model::{Problem, Problems, Severity};

/// What a command has to say, for people and for programs.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// Whether all is well; decides the exit code.
    pub is_ok: bool,
    /// For people; ends with a line break.
    pub text: String,
    /// For programs.
    pub json: Value,
}

impl Outcome {
    pub(crate) fn good(text: String, json: Value) -> Self {
        Self { is_ok: true, text, json }
    }

    /// Says what is wrong with a folder.
    pub(crate) fn problems(problems: &Problems, paint: Paint) -> Self {
        let json = json!({
            "ok": !problems.has_errors(),
            "errors": problems.count(Severity::Error),
            "warnings": problems.count(Severity::Warning),
            "problems": problems,
        });
        Self { is_ok: !problems.has_errors(), text: problems_text(problems, paint), json }
    }

    /// Says why a command failed.
    pub fn failure(error: &dyn std::error::Error, paint: Paint) -> Self {
        let what = error.to_string();
        Self {
            is_ok: false,
            text: format!("{}: {what}\n", paint.bad("error")),
            json: json!({ "ok": false, "error": what }),
        }
    }

    /// The process's exit code: 0 where all is well, 1 where something is wrong; 2 is wrong usage.
    pub fn exit_code(&self) -> u8 {
        u8::from(!self.is_ok)
    }
}

/// Writes every problem, and how many there are.
pub(crate) fn problems_text(problems: &Problems, paint: Paint) -> String {
    let mut text = String::new();
    // Errors last, where they are still in sight when many warnings stand before them.
    let of = |wanted| problems.0.iter().filter(move |problem| problem.severity == wanted);
    for Problem { severity, file, line, what, fix } in of(Severity::Warning).chain(of(Severity::Error)) {
        let kind = match severity {
            Severity::Error => paint.bad("error"),
            Severity::Warning => paint.doubtful("warning"),
        };
        let place = line.map_or_else(|| file.clone(), |line| format!("{file}:{line}"));
        let _ = writeln!(text, "{kind}: {}: {what}\n  {} {fix}", paint.strong(&place), paint.faint("fix:"));
    }
    let (errors, warnings) = (problems.count(Severity::Error), problems.count(Severity::Warning));
    let counted = |count: usize, word: &str| match count {
        1 => format!("1 {word}"),
        _ => format!("{count} {word}s"),
    };
    let verdict = match (errors, warnings) {
        (0, 0) => paint.good("no problems"),
        (0, _) => paint.doubtful(&counted(warnings, "warning")),
        (_, 0) => paint.bad(&counted(errors, "error")),
        _ => paint.bad(&format!("{}, {}", counted(errors, "error"), counted(warnings, "warning"))),
    };
    let _ = writeln!(text, "{verdict}");
    text
}
