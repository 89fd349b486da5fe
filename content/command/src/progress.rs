//! Shows on the terminal how far a long task has come.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A bar on the terminal; nothing where there is no terminal.
#[derive(Debug)]
pub struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// Shows progress on the error stream, where it does not mix with the result.
    pub fn on_terminal() -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
        let style = ProgressStyle::with_template("{msg:24} {wide_bar} {pos}/{len}");
        Self { bar: style.map_or(bar.clone(), |style| bar.with_style(style)) }
    }

    /// Shows nothing.
    pub fn hidden() -> Self {
        Self { bar: ProgressBar::hidden() }
    }

    pub(crate) fn start(&self, what: &'static str, count: u64) {
        self.bar.reset();
        self.bar.set_length(count);
        self.bar.set_message(what);
    }

    pub(crate) fn advance(&self, count: u64) {
        self.bar.inc(count);
    }

    pub(crate) fn set(&self, position: u64) {
        self.bar.set_position(position);
    }

    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
