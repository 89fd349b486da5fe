//! The text of a formatted value together with what its parts are.

use std::fmt;
use writeable::{Part, PartsWrite, Writeable};

/// A formatted value, taken apart.
#[derive(Default)]
pub(crate) struct Parts {
    pub text: String,
    /// Byte ranges of `text` and what they are.
    marks: Vec<(usize, usize, Part)>,
}

impl Parts {
    pub fn of(value: &impl Writeable) -> Self {
        let mut parts = Self::default();
        value.write_to_parts(&mut parts).expect("a string takes every write");
        parts
    }

    /// Whether any part is `part`.
    pub fn has(&self, part: Part) -> bool {
        self.range(|p| p == part).is_some()
    }

    /// Returns the byte range from the first to the last of the parts that `is_wanted` names.
    pub fn range(&self, is_wanted: impl Fn(Part) -> bool) -> Option<(usize, usize)> {
        let wanted = self.marks.iter().filter(|(_, _, part)| is_wanted(*part));
        wanted.map(|(start, end, _)| (*start, *end)).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
    }
}

impl fmt::Write for Parts {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.text.push_str(text);
        Ok(())
    }
}

impl PartsWrite for Parts {
    type SubPartsWrite = Self;

    fn with_part(&mut self, part: Part, mut write: impl FnMut(&mut Self) -> fmt::Result) -> fmt::Result {
        let start = self.text.len();
        write(self)?;
        self.marks.push((start, self.text.len(), part));
        Ok(())
    }
}
