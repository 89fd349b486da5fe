//! Colour on terminals that want it.

use std::io::IsTerminal;

/// Paints words, or leaves them as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paint {
    is_colourful: bool,
}

impl Paint {
    pub const PLAIN: Self = Self { is_colourful: false };

    /// Colour where the output is a terminal and `NO_COLOR` is not set to anything.
    pub fn for_stdout() -> Self {
        let is_unwanted = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        Self { is_colourful: std::io::stdout().is_terminal() && !is_unwanted }
    }

    fn with(self, code: &str, words: &str) -> String {
        if self.is_colourful { format!("\x1b[{code}m{words}\x1b[0m") } else { words.to_owned() }
    }

    pub(crate) fn bad(self, words: &str) -> String {
        self.with("1;31", words)
    }

    pub(crate) fn doubtful(self, words: &str) -> String {
        self.with("1;33", words)
    }

    pub(crate) fn good(self, words: &str) -> String {
        self.with("1;32", words)
    }

    pub(crate) fn strong(self, words: &str) -> String {
        self.with("1", words)
    }

    pub(crate) fn faint(self, words: &str) -> String {
        self.with("2", words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_paint_adds_nothing() {
        assert_eq!(Paint::PLAIN.bad("error"), "error");
        assert_eq!(Paint { is_colourful: true }.bad("error"), "\x1b[1;31merror\x1b[0m");
    }
}
