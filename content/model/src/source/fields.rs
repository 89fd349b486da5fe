//! The keys of one table, read one by one; what nobody asked for is an unknown key.

use super::desk::{Desk, Kind, Origin, Reference};
use super::document::Document;
use super::suggest::did_you_mean;
use super::value::{Mistake, Value, describe};
use crate::{Language, Position, Provenance};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt::Display;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A table while it is read.
pub(crate) struct Fields<'d> {
    pub desk: &'d Desk,
    pub document: &'d Document<'d>,
    pub line: u32,
    /// The record that it is (part of), for messages, such as "place `union-station`".
    pub name: String,
    /// The record that its texts belong to.
    pub record: Option<(Kind, String)>,
    /// The language that texts without one are in, as in a service's front matter.
    pub plain_texts: Option<(Language, Provenance)>,
    table: &'d DeTable<'d>,
    asked: RefCell<BTreeSet<&'static str>>,
}

impl<'d> Fields<'d> {
    pub fn new(desk: &'d Desk, document: &'d Document<'d>, table: &'d DeTable<'d>, line: u32, name: String) -> Self {
        Self { desk, document, line, name, record: None, plain_texts: None, table, asked: RefCell::default() }
    }

    /// Begins a record, whose name in messages is its kind and its identifier.
    pub fn record(
        desk: &'d Desk,
        document: &'d Document<'d>,
        table: &'d DeTable<'d>,
        line: u32,
        kind: Kind,
        id: Option<&str>,
    ) -> Self {
        let id = id.map(str::to_owned).or_else(|| table.get("id")?.get_ref().as_str().map(str::to_owned));
        let name = match &id {
            Some(id) => format!("{} `{id}`", kind.tag()),
            None => format!("this {}", kind.tag()),
        };
        let mut fields = Self::new(desk, document, table, line, name);
        fields.record = id.map(|id| (kind, id));
        fields
    }

    pub fn value(&self, key: &'static str) -> Option<&'d Spanned<DeValue<'d>>> {
        self.asked.borrow_mut().insert(key);
        self.table.get(key)
    }

    pub fn has(&self, key: &'static str) -> bool {
        self.value(key).is_some()
    }

    /// Returns the line of a key, or else of the table.
    pub fn line_of(&self, key: &str) -> u32 {
        self.table.get_key_value(key).map_or(self.line, |(key, _)| self.document.line(&key.span()))
    }

    pub fn error(&self, key: &str, what: impl Display, fix: impl Into<String>) {
        self.error_at(self.line_of(key), what, fix);
    }

    pub fn error_at(&self, line: u32, what: impl Display, fix: impl Into<String>) {
        self.desk.error(self.document.path, Some(line), format!("{}: {what}", self.name), fix);
    }

    pub fn warning(&self, key: &str, what: impl Display, fix: impl Into<String>) {
        self.desk.warning(self.document.path, Some(self.line_of(key)), format!("{}: {what}", self.name), fix);
    }

    fn read<T: Value>(&self, key: &str, value: &Spanned<DeValue<'d>>) -> Option<T> {
        match T::read(value.get_ref()) {
            Ok(read) => Some(read),
            Err(Mistake { what, fix }) => {
                self.error_at(self.document.line(&value.span()), format!("`{key}` {what}"), fix);
                None
            }
        }
    }

    /// Reads a value that may be left out.
    pub fn may<T: Value>(&self, key: &'static str) -> Option<T> {
        self.value(key).and_then(|value| self.read(key, value))
    }

    /// Reads a value that must be there.
    pub fn need<T: Value>(&self, key: &'static str) -> Option<T> {
        let Some(value) = self.value(key) else {
            self.error_at(self.line, format!("`{key}` is missing"), format!("add a line `{key} = …`"));
            return None;
        };
        self.read(key, value)
    }

    /// Reads a list that may be left out; items that do not fit are reported and left out.
    pub fn list<T: Value>(&self, key: &'static str) -> Vec<T> {
        self.items(key).into_iter().filter_map(|item| self.read(key, item)).collect()
    }

    /// Returns the items of a list that may be left out.
    pub fn items(&self, key: &'static str) -> Vec<&'d Spanned<DeValue<'d>>> {
        match self.value(key).map(|value| (value, value.get_ref())) {
            None => Vec::new(),
            Some((_, DeValue::Array(items))) => items.iter().collect(),
            Some((value, other)) => {
                self.error_at(
                    self.document.line(&value.span()),
                    format!("`{key}` is {}, but a list is wanted", describe(other)),
                    format!("write `{key} = […]`"),
                );
                Vec::new()
            }
        }
    }

    /// Returns a table inside this one, if it is there.
    pub fn table(&self, key: &'static str) -> Option<Fields<'d>> {
        let value = self.value(key)?;
        self.inner(key, value)
    }

    /// Returns the tables of a list inside this one.
    pub fn tables(&self, key: &'static str) -> Vec<Fields<'d>> {
        self.items(key).into_iter().filter_map(|item| self.inner(key, item)).collect()
    }

    fn inner(&self, key: &str, value: &'d Spanned<DeValue<'d>>) -> Option<Fields<'d>> {
        // A table made of dotted keys has no line of its own, but its first key has.
        let line = self.document.line(&value.span());
        let Some(table) = value.get_ref().as_table() else {
            self.error_at(
                line,
                format!("`{key}` is {}, but a table is wanted", describe(value.get_ref())),
                format!("write `{key} = {{ … }}`"),
            );
            return None;
        };
        Some(Fields::new(self.desk, self.document, table, line, format!("{}: `{key}`", self.name)))
    }

    /// Reads and notes the record's own identifier.
    pub fn id<T: Value + Display>(&self, kind: Kind) -> Option<T> {
        let id: T = self.need("id")?;
        self.declare(kind, &id.to_string()).then_some(id)
    }

    /// Notes the record's name; false where another record has it already.
    pub fn declare(&self, kind: Kind, id: &str) -> bool {
        let keys = self.table.iter().map(|(k, _)| (k.get_ref().to_string(), self.document.line(&k.span()))).collect();
        let origin = Origin { file: self.document.path.to_owned(), line: Some(self.line), keys };
        let Err(first) = self.desk.declare(kind, id, origin) else { return true };
        self.error("id", format!("there is one already in {first}"), "give one of the two another id, or delete it");
        false
    }

    /// Reads the identifier of another record and notes that it must exist.
    pub fn refer<T: Value + Display>(&self, key: &'static str, kind: Kind) -> Option<T> {
        let id: T = self.may(key)?;
        self.note_reference(key, self.line_of(key), kind, &id.to_string());
        Some(id)
    }

    /// Reads the identifiers of other records and notes that they must exist.
    pub fn refer_all<T: Value + Display>(&self, key: &'static str, kind: Kind) -> Vec<T> {
        let mut ids = Vec::new();
        for item in self.items(key) {
            if let Some(id) = self.read::<T>(key, item) {
                self.note_reference(key, self.document.line(&item.span()), kind, &id.to_string());
                ids.push(id);
            }
        }
        ids
    }

    pub fn note_reference(&self, key: &str, line: u32, kind: Kind, id: &str) {
        self.desk.references.borrow_mut().push(Reference {
            file: self.document.path.to_owned(),
            line,
            from: format!("{}: `{key}`", self.name),
            to: (kind, id.to_owned()),
        });
    }

    /// Reads a position, which must lie inside the city.
    pub fn position(&self) -> Option<Position> {
        let position: Position = self.need("position")?;
        if let Some(bounds) = self.desk.city.bounds
            && !bounds.contains(position)
        {
            self.error(
                "position",
                format!("[{}, {}] lies outside the city", position.lat, position.lon),
                "correct the position, or widen `bounds` in city.toml",
            );
        }
        Some(position)
    }

    /// Reports the keys that nobody asked for.
    pub fn finish(&self) {
        let asked = self.asked.borrow();
        for (key, _) in self.table {
            let key_text: &str = key.get_ref();
            if !asked.contains(key_text) {
                self.error_at(
                    self.document.line(&key.span()),
                    format!("`{key_text}` is not a key of this table"),
                    did_you_mean(key_text, asked.iter().copied(), "delete the line"),
                );
            }
        }
    }

    /// Leaves keys to others that read the same table.
    pub fn leave(&self, keys: impl IntoIterator<Item = &'static str>) {
        self.asked.borrow_mut().extend(keys);
    }
}
