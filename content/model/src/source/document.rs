//! A TOML text together with the lines on which its parts stand.

use crate::Problems;
use std::ops::Range;
use toml::de::DeTable;

/// Longest TOML or Markdown file in bytes that is read.
pub(super) const MAX_TEXT_LEN: usize = 4 * 1024 * 1024;

/// A parsed TOML text.
pub(crate) struct Document<'d> {
    /// The file that it stands in.
    pub path: &'d str,
    pub table: DeTable<'d>,
    /// Whether it is free of syntax errors; what was understood of a faulty one is a guess.
    pub is_sound: bool,
    lines: Lines,
}

/// Where the lines of a text begin.
pub(crate) struct Lines {
    starts: Vec<usize>,
    /// Lines of the file that come before the text.
    before: u32,
}

impl Lines {
    pub fn new(text: &str, before: u32) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { starts, before }
    }

    /// Returns the line of the file, counted from 1, that holds a byte of the text.
    pub fn of(&self, byte: usize) -> u32 {
        self.before + u32::try_from(self.starts.partition_point(|start| *start <= byte)).unwrap_or(u32::MAX)
    }
}

impl<'d> Document<'d> {
    /// Parses a text that begins after `before` lines of its file, and reports each syntax error.
    pub fn parse(path: &'d str, text: &'d str, before: u32, problems: &mut Problems) -> Self {
        let lines = Lines::new(text, before);
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in &errors {
            let line = error.span().map(|span| lines.of(span.start));
            let (what, fix) = explain(error.message());
            problems.error(path, line, what, fix);
        }
        Self { path, table: table.into_inner(), is_sound: errors.is_empty(), lines }
    }

    /// Returns the line on which a part begins.
    pub fn line(&self, span: &Range<usize>) -> u32 {
        self.lines.of(span.start)
    }
}

fn explain(message: &str) -> (String, String) {
    let message = message.lines().collect::<Vec<_>>().join(", ");
    let fix = if message.contains("duplicate key") {
        "keep one of the two"
    } else if message.contains("string") || message.contains("quot") {
        "put the text between quotation marks, or long text between three of them"
    } else {
        "write `key = value`, with texts between quotation marks, lists between [ ] and dates as 2028-07-14"
    };
    (format!("this is not TOML: {message}"), fix.to_owned())
}

/// Returns a file's text, or reports why there is none.
pub(super) fn text_of<'d>(path: &str, bytes: &'d [u8], problems: &mut Problems) -> Option<&'d str> {
    if bytes.len() > MAX_TEXT_LEN {
        problems.error(
            path,
            None,
            format!("the file is {} bytes long, more than {MAX_TEXT_LEN}", bytes.len()),
            "split it into several files",
        );
        return None;
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(text.strip_prefix('\u{feff}').unwrap_or(text)),
        Err(e) => {
            let line = bytes[..e.valid_up_to()].split(|b| *b == b'\n').count();
            problems.error(
                path,
                u32::try_from(line).ok(),
                "the file is not UTF-8 text from here on",
                "save it as UTF-8 in your editor",
            );
            None
        }
    }
}
