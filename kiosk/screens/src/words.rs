//! A text together with the language that it is in, which decides its font, its direction and its voice.

use wayside_model::{Language, Provenance, Text};

/// Words in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    pub text: String,
    pub language: Language,
    /// A machine drafted them and nobody has checked them.
    pub is_machine_draft: bool,
}

impl Words {
    pub fn new(text: impl Into<String>, language: Language) -> Self {
        Self { text: text.into(), language, is_machine_draft: false }
    }

    /// The best wording of a text for a reader of `language`; empty where the text is.
    pub fn of(text: &Text, language: Language) -> Self {
        match text.best(language) {
            Some((language, written)) => Self {
                text: written.text.clone(),
                language,
                is_machine_draft: written.provenance == Provenance::Machine,
            },
            None => Self::new("", language),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}
