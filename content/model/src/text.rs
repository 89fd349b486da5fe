//! Text by language, with where each wording comes from.

use crate::Language;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Where a wording comes from; a screen says so when it shows a machine's draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Provenance {
    /// A person wrote it in this language.
    Written,
    /// A machine drafted it and a person who reads the language approved it.
    Reviewed,
    /// A machine drafted it and nobody has approved it yet.
    Machine,
}

/// One wording.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    pub text: String,
    #[serde(rename = "by")]
    pub provenance: Provenance,
}

/// A text in one or more languages.
///
/// In source form a plain string is a written wording;
/// `{ reviewed = "…" }` and `{ machine = "…" }` say otherwise:
///
/// ```toml
/// [place.name]
/// en = "Griffith Observatory"
/// es = { reviewed = "Observatorio Griffith" }
/// ko = { machine = "그리피스 천문대" }
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Text(pub BTreeMap<Language, Written>);

impl Text {
    /// Makes a text with one written wording.
    pub fn written(language: Language, text: impl Into<String>) -> Self {
        Self::default().with(language, text, Provenance::Written)
    }

    /// Adds or replaces a wording.
    #[must_use]
    pub fn with(mut self, language: Language, text: impl Into<String>, provenance: Provenance) -> Self {
        self.0.insert(language, Written { text: text.into(), provenance });
        self
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the wording in exactly this language.
    pub fn get(&self, language: Language) -> Option<&Written> {
        self.0.get(&language)
    }

    /// Returns the best wording for a reader of `language` and the language it is in:
    /// the language itself, its sister script (the two Chinese), English, then whatever there is.
    pub fn best(&self, language: Language) -> Option<(Language, &Written)> {
        let sister = match language {
            Language::ChineseTraditional => Some(Language::ChineseSimplified),
            Language::ChineseSimplified => Some(Language::ChineseTraditional),
            _ => None,
        };
        [Some(language), sister, Some(Language::English)]
            .into_iter()
            .flatten()
            .find_map(|l| self.0.get(&l).map(|w| (l, w)))
            .or_else(|| self.0.iter().next().map(|(l, w)| (*l, w)))
    }

    /// Returns the best wording's string for a reader of `language`, or nothing where the text is empty.
    pub fn best_str(&self, language: Language) -> &str {
        self.best(language).map_or("", |(_, w)| w.text.as_str())
    }
}
