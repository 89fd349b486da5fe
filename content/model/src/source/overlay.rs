//! Wordings for records that are written elsewhere: translation overlays and translated service pages.

use super::desk::{Desk, Kind};
use super::document::Document;
use super::suggest::{did_you_mean, or_list};
use super::value::{Value, describe};
use crate::{Language, Problems, Provenance};
use std::collections::{BTreeMap, BTreeSet};
use toml::de::{DeTable, DeValue};

/// One wording with the place where it is written.
#[derive(Debug, Clone)]
pub(crate) struct Wording {
    pub language: Language,
    pub text: String,
    pub provenance: Provenance,
    pub file: String,
    pub line: Option<u32>,
}

/// Wordings that no record has taken yet, by record and path (`name`, or `steps.0` in a list).
#[derive(Debug, Default)]
pub(crate) struct Overlays {
    waiting: BTreeMap<(Kind, String), BTreeMap<String, Vec<Wording>>>,
}

impl Overlays {
    /// Takes the wordings for one text of a record.
    pub fn take(&mut self, record: &(Kind, String), path: &str) -> Vec<Wording> {
        self.waiting.get_mut(record).and_then(|paths| paths.remove(path)).unwrap_or_default()
    }

    /// Takes the wordings for a list of texts, by position.
    pub fn take_list(&mut self, record: &(Kind, String), key: &str) -> BTreeMap<usize, Vec<Wording>> {
        let Some(paths) = self.waiting.get_mut(record) else { return BTreeMap::new() };
        let mut list = BTreeMap::new();
        paths.retain(|path, wordings| {
            let position = path.strip_prefix(key).and_then(|rest| rest.strip_prefix('.')).and_then(|n| n.parse().ok());
            match position {
                Some(position) => {
                    list.insert(position, std::mem::take(wordings));
                    false
                }
                None => true,
            }
        });
        list
    }

    pub fn has(&self, record: &(Kind, String)) -> bool {
        self.waiting.get(record).is_some_and(|paths| !paths.is_empty())
    }

    fn add(&mut self, record: (Kind, String), path: String, wording: Wording) {
        self.waiting.entry(record).or_default().entry(path).or_default().push(wording);
    }
}

/// Reads the provenance that a whole file declares, or else takes its texts as written.
pub(super) fn file_provenance(document: &Document<'_>, problems: &mut Problems) -> Provenance {
    let Some(value) = document.table.get("provenance") else { return Provenance::Written };
    let tag = value.get_ref().as_str().unwrap_or_default();
    provenance(tag).unwrap_or_else(|| {
        problems.error(
            document.path,
            Some(document.line(&value.span())),
            "`provenance` is not one of its values",
            or_list(tag, ["written", "reviewed", "machine"].into_iter()),
        );
        Provenance::Machine
    })
}

pub(super) fn provenance(tag: &str) -> Option<Provenance> {
    match tag {
        "written" => Some(Provenance::Written),
        "reviewed" => Some(Provenance::Reviewed),
        "machine" => Some(Provenance::Machine),
        _ => None,
    }
}

/// Reads an overlay file of one language.
pub(super) fn read_overlay(desk: &Desk, document: &Document<'_>, language: Language) {
    let provenance = file_provenance(document, &mut desk.problems.borrow_mut());
    let mut reader = Reader { desk, document, language, provenance };
    for (key, value) in &document.table {
        let line = document.line(&key.span());
        match (key.get_ref().as_ref(), Kind::from_tag(key.get_ref()), value.get_ref()) {
            ("provenance", ..) => {}
            (_, Some(Kind::City), DeValue::Table(texts)) => reader.texts(&(Kind::City, "city".to_owned()), texts),
            (_, Some(kind), DeValue::Table(records)) => {
                for (id, texts) in records {
                    match texts.get_ref() {
                        DeValue::Table(texts) => reader.texts(&(kind, id.get_ref().to_string()), texts),
                        other => desk.error(
                            document.path,
                            Some(document.line(&id.span())),
                            format!("`{}` is {}, but a table is wanted", id.get_ref(), describe(other)),
                            format!("write [{}.{}] above the record's texts", kind.tag(), id.get_ref()),
                        ),
                    }
                }
            }
            (tag, Some(_), _) => desk.error(
                document.path,
                Some(line),
                format!("`{tag}` does not say which record it translates"),
                format!("write [{tag}.the-id] above its texts"),
            ),
            (tag, None, _) => desk.error(
                document.path,
                Some(line),
                format!("`{tag}` is not a kind of record"),
                or_list(tag, Kind::ALL.iter().map(|kind| kind.tag())),
            ),
        }
    }
}

/// Reads the texts of a translated service page.
pub(super) fn read_translation(desk: &Desk, document: &Document<'_>, language: Language, id: &str) -> Provenance {
    let provenance = file_provenance(document, &mut desk.problems.borrow_mut());
    Reader { desk, document, language, provenance }.texts(&(Kind::Service, id.to_owned()), &document.table);
    provenance
}

struct Reader<'d> {
    desk: &'d Desk,
    document: &'d Document<'d>,
    language: Language,
    provenance: Provenance,
}

impl Reader<'_> {
    fn texts(&mut self, record: &(Kind, String), texts: &DeTable<'_>) {
        for (key, value) in texts {
            let path: &str = key.get_ref();
            if path == "provenance" && record.0 == Kind::Service {
                continue;
            }
            match value.get_ref() {
                DeValue::Array(items) => {
                    for (n, item) in items.iter().enumerate() {
                        self.text(record, format!("{path}.{n}"), item.get_ref(), self.document.line(&item.span()));
                    }
                }
                other => self.text(record, path.to_owned(), other, self.document.line(&key.span())),
            }
        }
    }

    fn text(&mut self, record: &(Kind, String), path: String, value: &DeValue<'_>, line: u32) {
        match wording(value) {
            Some((text, own)) => {
                let provenance = own.unwrap_or(self.provenance);
                let file = self.document.path.to_owned();
                let wording = Wording { language: self.language, text, provenance, file, line: Some(line) };
                self.desk.overlays.borrow_mut().add(record.clone(), path, wording);
            }
            None => self.desk.error(
                self.document.path,
                Some(line),
                format!("`{path}` of {} `{}` is {}, but a text is wanted", record.0.tag(), record.1, describe(value)),
                format!("write `{path} = \"…\"`: the language is the file's"),
            ),
        }
    }
}

/// Reads a wording: a plain string, or one that says where it comes from, as `{ machine = "…" }` does.
pub(super) fn wording(value: &DeValue<'_>) -> Option<(String, Option<Provenance>)> {
    match value {
        DeValue::String(text) => Some((text.to_string(), None)),
        DeValue::Table(table) if table.len() == 1 => {
            let (key, value) = table.iter().next()?;
            Some((value.get_ref().as_str()?.to_owned(), Some(provenance(key.get_ref())?)))
        }
        _ => None,
    }
}

/// Reports the wordings that no record took: their record or their key does not exist.
pub(super) fn report_leftovers(desk: &Desk) {
    let declared = desk.declared.borrow();
    let text_keys = desk.text_keys.borrow();
    for ((kind, id), paths) in &desk.overlays.borrow().waiting {
        if declared.contains_key(&(*kind, id.clone())) {
            // A record that could not be read took nothing, and its own problems are reported already.
            if !desk.worded.borrow().contains(&(*kind, id.clone())) {
                continue;
            }
            let keys = text_keys.get(kind).cloned().unwrap_or_default();
            for (path, wordings) in paths {
                for w in wordings {
                    let key = path.split('.').next().unwrap_or(path);
                    desk.error(
                        &w.file,
                        w.line,
                        format!("{} `{id}` has no text `{key}` to translate", kind.tag()),
                        did_you_mean(key, keys.iter().copied(), "delete the line"),
                    );
                }
            }
            continue;
        }
        let files: BTreeSet<(&str, Option<u32>)> =
            paths.values().flatten().map(|w| (w.file.as_str(), w.line)).collect();
        let mut reported = BTreeSet::new();
        for (file, line) in files {
            if reported.insert(file) {
                let others = declared.keys().filter(|(k, _)| k == kind).map(|(_, id)| id.as_str());
                desk.error(
                    file,
                    line,
                    format!("this translates {} `{id}`, which does not exist", kind.tag()),
                    did_you_mean(id, others, "delete these lines, or write the record first"),
                );
            }
        }
    }
}

impl Value for Provenance {
    fn read(value: &DeValue<'_>) -> Result<Self, super::value::Mistake> {
        let tag = String::read(value)?;
        provenance(&tag).ok_or_else(|| {
            super::value::Mistake::new(
                format!("`{tag}` is not one of its values"),
                or_list(&tag, ["written", "reviewed", "machine"].into_iter()),
            )
        })
    }
}
