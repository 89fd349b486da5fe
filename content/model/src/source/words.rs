//! Texts by language: what is written in the record, what overlays add, and what is still missing.

use super::desk::{Desk, Kind};
use super::fields::Fields;
use super::overlay::{Wording, wording};
use super::suggest::or_list;
use super::value::describe;
use crate::{Language, Provenance, Text};
use std::collections::{BTreeMap, BTreeSet};
use toml::Spanned;
use toml::de::DeValue;

/// Longest wording in bytes.
pub(super) const MAX_TEXT_LEN: usize = 100_000;
/// Most characters of a title that fit on its line.
const TITLE_CHARS: usize = 60;
/// Most characters of a headline that fit on signage.
const HEADLINE_CHARS: usize = 48;
/// Most characters of a figure on signage, which is set very large.
const FIGURE_CHARS: usize = 24;
/// Most characters of an emergency's title that are read in passing.
const EMERGENCY_TITLE_CHARS: usize = 80;
/// Most characters of an emergency's body that are read before walking on.
const EMERGENCY_BODY_CHARS: usize = 400;

/// What a text must be like.
#[derive(Clone, Copy)]
pub(crate) struct Rule {
    is_required: bool,
    pub is_one_line: bool,
    length: Length,
}

/// How many characters a text may have.
#[derive(Clone, Copy)]
enum Length {
    Any,
    /// A longer one may not fit on its line, which is a warning.
    Fits(usize),
    /// A longer one takes too long to read in an emergency, which is a warning.
    IsReadFast(usize),
    /// A longer one cannot be shown, which is an error.
    Most(usize),
}

/// A title: there must be one, and it should fit on its line.
pub(crate) const TITLE: Rule = Rule { is_required: true, is_one_line: true, length: Length::Fits(TITLE_CHARS) };
/// A headline on signage.
pub(crate) const HEADLINE: Rule = Rule { is_required: true, is_one_line: true, length: Length::Fits(HEADLINE_CHARS) };
/// A figure on signage.
pub(crate) const FIGURE: Rule = Rule { is_required: true, is_one_line: true, length: Length::Most(FIGURE_CHARS) };
/// The title of an emergency, which has the whole screen and several lines to itself.
pub(crate) const EMERGENCY_TITLE: Rule = Rule { length: Length::IsReadFast(EMERGENCY_TITLE_CHARS), ..TITLE };
/// The body of an emergency.
pub(crate) const EMERGENCY_BODY: Rule = Rule { length: Length::IsReadFast(EMERGENCY_BODY_CHARS), ..BODY };
/// One line that must be there.
pub(crate) const LINE: Rule = Rule { is_required: true, is_one_line: true, length: Length::Any };
/// One line that may be left out.
pub(crate) const MAY_LINE: Rule = Rule { is_required: false, is_one_line: true, length: Length::Any };
/// Any number of lines that must be there.
pub(crate) const BODY: Rule = Rule { is_required: true, is_one_line: false, length: Length::Any };
/// Any number of lines that may be left out.
pub(crate) const MAY_BODY: Rule = Rule { is_required: false, is_one_line: false, length: Length::Any };

impl Fields<'_> {
    /// Reads a text and everything that overlays say of it.
    pub fn text(&self, key: &'static str, rule: Rule) -> Text {
        self.note_text_key(key);
        let mut faulty = BTreeSet::new();
        let mut wordings = self.value(key).map_or_else(Vec::new, |value| self.wordings(key, value, &mut faulty));
        let is_written_here = self.has(key);
        if let Some(record) = &self.record {
            wordings.extend(self.desk.overlays.borrow_mut().take(record, key));
        }
        let site = Site { file: self.document.path, line: Some(self.line_of(key)), name: &self.name, key };
        if wordings.is_empty() {
            if rule.is_required && !is_written_here {
                let (what, fix) = match self.plain_texts {
                    Some(_) => (format!("`{key}` is missing"), format!("add a line `{key} = \"…\"`")),
                    None => (format!("`{key}` is missing"), format!("add a line `{key}.en = \"…\"`")),
                };
                self.error_at(self.line, what, fix);
            }
            return Text::default();
        }
        site.text(self.desk, wordings, faulty, rule)
    }

    /// Reads a list of texts and everything that overlays say of it.
    pub fn texts(&self, key: &'static str, rule: Rule) -> Vec<Text> {
        self.note_text_key(key);
        let items = self.items(key);
        let mut added = match &self.record {
            Some(record) => self.desk.overlays.borrow_mut().take_list(record, key),
            None => BTreeMap::new(),
        };
        self.compare_lengths(key, items.len(), &added);
        items
            .iter()
            .enumerate()
            .map(|(n, item)| {
                let mut faulty = BTreeSet::new();
                let mut wordings = self.wordings(key, item, &mut faulty);
                if wordings.is_empty() && item.get_ref().as_table().is_none_or(|languages| !languages.is_empty()) {
                    // What is wrong with it is reported.
                    return Text::default();
                }
                wordings.extend(added.remove(&n).unwrap_or_default());
                let name = format!("{}.{}", key, n + 1);
                let line = Some(self.document.line(&item.span()));
                let site = Site { file: self.document.path, line, name: &self.name, key: &name };
                site.text(self.desk, wordings, faulty, rule)
            })
            .collect()
    }

    /// Reports translations of a list that have more or fewer items than the list.
    fn compare_lengths(&self, key: &str, len: usize, added: &BTreeMap<usize, Vec<Wording>>) {
        let mut by_language: BTreeMap<(Language, &str), (usize, Option<u32>)> = BTreeMap::new();
        for wording in added.values().flatten() {
            let (count, _) = by_language.entry((wording.language, &wording.file)).or_insert((0, wording.line));
            *count += 1;
        }
        for ((language, file), (count, line)) in by_language {
            if count != len {
                self.desk.error(
                    file,
                    line,
                    format!(
                        "{}: `{key}` has {count} items in {}, but {len} where it is written",
                        self.name,
                        name(language)
                    ),
                    format!("translate each item of `{key}` in {}, in the same order", self.document.path),
                );
            }
        }
    }

    fn note_text_key(&self, key: &'static str) {
        if let Some(record) = &self.record {
            self.desk.note_text(record, key);
        }
    }

    /// Reads what is written here; languages whose wording does not fit are added to `faulty`.
    fn wordings(&self, key: &str, value: &Spanned<DeValue<'_>>, faulty: &mut BTreeSet<Language>) -> Vec<Wording> {
        let line = self.document.line(&value.span());
        let file = self.document.path.to_owned();
        match (value.get_ref(), self.plain_texts) {
            (DeValue::Table(languages), None) => {
                let mut wordings = Vec::new();
                for (tag, value) in languages {
                    let line = self.document.line(&tag.span());
                    let Ok(language) = tag.get_ref().parse::<Language>() else {
                        self.error_at(
                            line,
                            format!("`{key}.{}` names no language of a kiosk", tag.get_ref()),
                            or_list(tag.get_ref(), Language::ALL.iter().map(|l| l.tag())),
                        );
                        continue;
                    };
                    let Some((text, own)) = wording(value.get_ref()) else {
                        faulty.insert(language);
                        self.error_at(
                            line,
                            format!("`{key}.{language}` is {}, but a text is wanted", describe(value.get_ref())),
                            format!("write `{key}.{language} = \"…\"` or `{key}.{language} = {{ machine = \"…\" }}`"),
                        );
                        continue;
                    };
                    let provenance = own.unwrap_or(Provenance::Written);
                    wordings.push(Wording { language, text, provenance, file: file.clone(), line: Some(line) });
                }
                wordings
            }
            (DeValue::String(_), None) => {
                self.error_at(
                    line,
                    format!("`{key}` does not say which language it is in"),
                    format!("write `{key}.en = \"…\"`"),
                );
                Vec::new()
            }
            (value, plain) => {
                if let (Some((text, own)), Some((language, provenance))) = (wording(value), plain) {
                    let provenance = own.unwrap_or(provenance);
                    return vec![Wording { language, text, provenance, file, line: Some(line) }];
                }
                faulty.extend(plain.map(|(language, _)| language));
                let what = format!("`{key}` is {}, but a text is wanted", describe(value));
                self.error_at(line, what, "put the text between quotation marks");
                Vec::new()
            }
        }
    }
}

/// Where a text is written, for messages.
pub(super) struct Site<'a> {
    pub file: &'a str,
    pub line: Option<u32>,
    pub name: &'a str,
    pub key: &'a str,
}

impl Site<'_> {
    /// Makes a text of its wordings and reports what is wrong with them or missing.
    pub fn text(&self, desk: &Desk, wordings: Vec<Wording>, faulty: BTreeSet<Language>, rule: Rule) -> Text {
        let (text, given) = self.gather(desk, wordings, rule);
        self.report_missing(desk, &given.into_iter().chain(faulty).collect());
        text
    }

    /// Makes a text of an imported wording and of what overlays add, and reports what is wrong with any of them.
    ///
    /// Required languages that are missing are counted for the whole list by whoever reads it.
    pub fn imported_text(
        &self,
        desk: &Desk,
        record: &(Kind, String),
        key: &'static str,
        own: Option<Wording>,
        rule: Rule,
    ) -> Text {
        desk.note_text(record, key);
        let added = desk.overlays.borrow_mut().take(record, key);
        self.gather(desk, own.into_iter().chain(added).collect(), rule).0
    }

    /// Makes a text of its wordings, reports what is wrong with them, and returns the languages that were given.
    fn gather(&self, desk: &Desk, wordings: Vec<Wording>, rule: Rule) -> (Text, BTreeSet<Language>) {
        let mut text = Text::default();
        let mut seen: BTreeMap<Language, (String, Option<u32>)> = BTreeMap::new();
        for w in wordings {
            if let Some((file, line)) = seen.get(&w.language) {
                let first = line.map_or_else(|| file.clone(), |line| format!("{file}:{line}"));
                desk.error(
                    &w.file,
                    w.line,
                    format!(
                        "{}: `{}` in {} is given twice, here and in {first}",
                        self.name,
                        self.key,
                        name(w.language)
                    ),
                    "delete one of the two",
                );
                continue;
            }
            seen.insert(w.language, (w.file.clone(), w.line));
            if self.check(desk, &w, rule) {
                if w.provenance == Provenance::Machine && desk.city.required.contains(&w.language) {
                    *desk.drafts.borrow_mut().entry((w.file.clone(), w.language)).or_default() += 1;
                }
                text = text.with(w.language, w.text.trim(), w.provenance);
            }
        }
        (text, seen.into_keys().collect())
    }

    fn report_missing(&self, desk: &Desk, languages: &BTreeSet<Language>) {
        for language in desk.city.required.iter().filter(|l| !languages.contains(l)) {
            desk.error(
                self.file,
                self.line,
                format!("{}: `{}` is missing in {}", self.name, self.key, name(*language)),
                format!("add it here for `{language}`, or in a file of translations/{language}/"),
            );
        }
    }

    /// Reports what is wrong with a wording; false where it cannot be shown.
    fn check(&self, desk: &Desk, w: &Wording, rule: Rule) -> bool {
        let what = |rest: &str| format!("{}: `{}` in {} {rest}", self.name, self.key, name(w.language));
        if w.text.trim().is_empty() {
            desk.error(&w.file, w.line, what("is empty"), "write the text, or delete the line");
            return false;
        }
        if let Some((why, fix)) = unfit(&w.text) {
            desk.error(&w.file, w.line, what(&why), fix);
            return false;
        }
        if rule.is_one_line && w.text.trim().contains('\n') {
            desk.error(&w.file, w.line, what("has several lines"), "write it on one line");
            return false;
        }
        let chars = w.text.trim().chars().count();
        let shorten = |most: usize| format!("shorten it to {most} characters or fewer");
        match rule.length {
            Length::Fits(most) if chars > most => {
                let why = what(&format!("has {chars} characters and may not fit on its line"));
                desk.warning(&w.file, w.line, why, shorten(most));
            }
            Length::IsReadFast(most) if chars > most => {
                let why = what(&format!("has {chars} characters; in an emergency, shorter reads faster"));
                desk.warning(&w.file, w.line, why, shorten(most));
            }
            Length::Most(most) if chars > most => {
                let why = what(&format!("has {chars} characters, more than the {most} that can be set so large"));
                desk.error(&w.file, w.line, why, shorten(most));
                return false;
            }
            _ => {}
        }
        true
    }
}

/// Returns why a string cannot be a text at all, and how to mend it.
pub(super) fn unfit(text: &str) -> Option<(String, &'static str)> {
    if text.len() > MAX_TEXT_LEN {
        let why = format!("is {} bytes long, more than 100 kB", text.len());
        return Some((why, "shorten it, and give the address of a page with the rest"));
    }
    let odd = unwanted_character(text)?;
    let why = format!("holds the character {}, which no screen can show", odd.escape_unicode());
    Some((why, "delete that character; type the text anew where it was pasted"))
}

/// Returns the first character that must not stand in a text: controls, overrides of direction, marks of damage.
pub(super) fn unwanted_character(text: &str) -> Option<char> {
    text.chars().find(|c| {
        (c.is_control() && *c != '\n' && *c != '\r')
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fffd}')
    })
}

/// Names a language for an editor.
pub(super) fn name(language: Language) -> String {
    format!("{} ({language})", language.english_name())
}

/// Reports, once per file and language, how many texts are machine drafts.
pub(super) fn report_drafts(desk: &Desk) {
    for ((file, language), count) in &*desk.drafts.borrow() {
        let texts = if *count == 1 {
            "1 text is a machine draft".to_owned()
        } else {
            format!("{count} texts are machine drafts")
        };
        desk.warning(
            file,
            None,
            format!("{texts} in {}, which nobody has reviewed", name(*language)),
            "have a reader of the language check them, then mark them as reviewed",
        );
    }
}
