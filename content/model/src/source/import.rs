//! Lists that a city already has, read into ordinary records.
//!
//! A row that does not fit is left out and reported with its line or feature; the other rows go on.

mod from_csv;
mod from_geojson;
mod from_icalendar;
mod row;

use super::Records;
use super::desk::{Desk, Kind, Origin};
use super::document::Document;
use super::fields::Fields;
use super::folder::{Folder, extension};
use super::overlay::Wording;
use super::suggest::{did_you_mean, or_list, slug};
use super::words::{LINE, MAY_BODY, MAY_LINE, Rule, Site, TITLE, name, unfit};
use crate::id::{BadId, is_valid};
use crate::{Event, EventId, EventKind, Language, Place, PlaceId, PlaceKind, Provenance, Text};
use row::Row;
use sha2::{Digest, Sha256};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use toml::de::DeValue;

/// Most rows of one list that are read.
const MAX_ROWS: usize = 20_000;
/// Largest list in bytes that is read.
const MAX_LIST_LEN: usize = 32 * 1024 * 1024;
/// Longest identifier in bytes that is used as it is; of a longer one the end becomes a hash.
const MAX_PLAIN_ID_LEN: usize = 48;
/// What a column of a list can hold.
const ROLES: [&str; 14] = [
    "id",
    "name",
    "summary",
    "description",
    "lat",
    "lon",
    "address",
    "hours",
    "phone",
    "url",
    "starts",
    "ends",
    "repeats",
    "price",
];

/// Reads the lists that a file in `import/` names.
pub(super) fn read(desk: &Desk, folder: &Folder, document: &Document<'_>, records: &mut Records) {
    for (key, value) in &document.table {
        let tables = match (key.get_ref().as_ref(), value.get_ref()) {
            ("import", DeValue::Array(tables)) => tables,
            (other, _) => {
                let line = Some(document.line(&key.span()));
                let fix = did_you_mean(other, ["import"], "write [[import]] above each list, with two brackets");
                desk.error(
                    document.path,
                    line,
                    format!("`{other}` does not belong into a file that imports lists"),
                    fix,
                );
                continue;
            }
        };
        for item in tables {
            let line = document.line(&item.span());
            if let DeValue::Table(table) = item.get_ref() {
                let f = Fields::new(desk, document, table, line, "this import".to_owned());
                read_list(&f, folder, records);
            } else {
                desk.error(document.path, Some(line), "`import` is not a list of tables", "write [[import]]");
            }
        }
    }
}

/// What a list's rows become.
#[derive(Clone, Copy)]
enum Makes {
    Places(PlaceKind),
    Events(EventKind),
}

/// A list while its rows become records.
struct List<'d> {
    desk: &'d Desk,
    path: String,
    makes: Makes,
    language: Language,
    id_prefix: String,
    /// The column of each role.
    columns: BTreeMap<&'static str, String>,
    /// Where each identifier of the list was first used.
    seen: RefCell<BTreeMap<String, String>>,
    /// How many records lack each required language.
    lacking: RefCell<BTreeMap<Language, usize>>,
    made: Cell<usize>,
}

fn read_list(f: &Fields<'_>, folder: &Folder, records: &mut Records) {
    let kind: Option<String> = f.need("kind");
    let format: Option<String> = f.need("format");
    let path: Option<String> = f.need("file");
    let language: Option<Language> = f.need("language");
    let id_prefix: Option<String> = f.may("id_prefix");
    let makes = match kind.as_deref() {
        Some("places") => f.need("place_kind").map(Makes::Places),
        Some("events") => f.need("event_kind").map(Makes::Events),
        Some(other) => {
            f.error("kind", format!("`{other}` cannot be imported"), or_list(other, ["places", "events"].into_iter()));
            f.leave(["place_kind", "event_kind"]);
            None
        }
        None => None,
    };
    let mut columns = BTreeMap::new();
    if let Some(inner) = f.table("columns") {
        for role in ROLES {
            columns.extend(inner.may::<String>(role).map(|column| (role, column)));
        }
        inner.finish();
    }
    f.finish();
    if let Some(prefix) = id_prefix.as_ref().filter(|prefix| !is_valid(prefix)) {
        let example = || "write for example \"library\"".to_owned();
        let fix = slug(prefix).map_or_else(example, |better| format!("write \"{better}\""));
        return f.error("id_prefix", BadId(prefix.clone()), fix);
    }
    let (Some(format), Some(path), Some(language), Some(makes)) = (format, path, language, makes) else { return };
    let bytes = match folder.file(&path) {
        Ok(bytes) if bytes.len() > MAX_LIST_LEN => {
            f.error(
                "file",
                format!("`{path}` is {} bytes long, more than {MAX_LIST_LEN}", bytes.len()),
                "split the list",
            );
            return;
        }
        Ok(bytes) => bytes,
        Err((what, fix)) => return f.error("file", what, fix),
    };
    let list = List {
        desk: f.desk,
        path,
        makes,
        language,
        id_prefix: id_prefix.unwrap_or_default(),
        columns,
        seen: RefCell::default(),
        lacking: RefCell::default(),
        made: Cell::default(),
    };
    match (format.as_str(), makes) {
        ("csv", _) => from_csv::read(f, &list, bytes).into_iter().for_each(|row| list.row(&row, records)),
        ("geojson", _) => from_geojson::read(f, &list, bytes).into_iter().for_each(|row| list.row(&row, records)),
        ("icalendar", Makes::Events(kind)) => from_icalendar::read(&list, kind, bytes, records),
        ("icalendar", Makes::Places(_)) => {
            f.error("format", "iCalendar holds events, not places", "write `kind = \"events\"`");
        }
        (other, _) => {
            let formats = ["csv", "geojson", "icalendar"];
            let guess = or_list(&extension(other), formats.into_iter());
            f.error("format", format!("`{other}` is not a format of lists"), guess);
        }
    }
    for (language, count) in &*list.lacking.borrow() {
        f.warning(
            "file",
            format!("{count} of the {} records of `{}` are not in {}", list.made.get(), list.path, name(*language)),
            format!(
                "add wordings in a file of translations/{language}/; until then visitors see them in {}",
                name(list.language)
            ),
        );
    }
}

impl List<'_> {
    /// Reports a row that is left out.
    fn left_out(&self, at: &Spot, what: impl std::fmt::Display, fix: impl Into<String>) {
        self.desk.warning(&self.path, at.line, format!("{}: {what}; the row is left out", at.label), fix);
    }

    /// Reports a part of a row that is left out.
    fn part_left_out(&self, at: &Spot, what: impl std::fmt::Display, fix: impl Into<String>) {
        self.desk.warning(&self.path, at.line, format!("{}: {what}; this part is left out", at.label), fix);
    }

    /// Makes an identifier of a row's own one or of its name: the same row gives the same one next time.
    fn id(&self, raw: &str) -> String {
        let hash = || hex::encode(&Sha256::digest(raw)[..4]);
        let slug = slug(raw).unwrap_or_else(hash);
        let id =
            if self.id_prefix.is_empty() { slug } else { format!("{}-{slug}", self.id_prefix.trim_end_matches('-')) };
        if id.len() <= MAX_PLAIN_ID_LEN {
            return id;
        }
        let beginning = &id[..id.floor_char_boundary(MAX_PLAIN_ID_LEN)];
        format!("{}-{}", beginning.trim_end_matches('-'), hash())
    }

    /// Notes a row's identifier; false, and reported, where it is taken.
    fn claim(&self, at: &Spot, kind: Kind, id: &str) -> bool {
        if let Some(first) = self.seen.borrow().get(id) {
            self.left_out(at, format!("its id `{id}` is that of {first} too"), "map a column with ids in `columns`");
            return false;
        }
        let origin = Origin { file: self.path.clone(), line: at.line, keys: BTreeMap::new() };
        if let Err(first) = self.desk.declare(kind, id, origin) {
            let fix = "write another `id_prefix`";
            self.left_out(at, format!("{} `{id}` stands in {first} already", kind.tag()), fix);
            return false;
        }
        self.seen.borrow_mut().insert(id.to_owned(), at.label.clone());
        true
    }

    /// Makes a text of an imported string and what overlays say of it.
    fn text(&self, at: &Spot, record: &(Kind, String), key: &'static str, words: Option<&str>, rule: Rule) -> Text {
        let own = words.map(|words| Wording {
            language: self.language,
            text: self.in_line(at, key, words, rule),
            provenance: Provenance::Written,
            file: self.path.clone(),
            line: at.line,
        });
        let name = format!("{} `{}`", record.0.tag(), record.1);
        Site { file: &self.path, line: at.line, name: &name, key }.imported_text(self.desk, record, key, own, rule)
    }

    /// Puts an imported string on one line where it must be, as calendars break the lines of an address.
    fn in_line(&self, at: &Spot, key: &str, words: &str, rule: Rule) -> String {
        if !rule.is_one_line || !words.trim().contains(['\n', '\r']) {
            return words.to_owned();
        }
        let what = format!("{}: its {key} has several lines; they are put on one", at.label);
        self.desk.warning(&self.path, at.line, what, "write it on one line in the list");
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Counts a record and the required languages that it lacks.
    fn count(&self, texts: &[&Text]) {
        self.made.set(self.made.get() + 1);
        for language in &self.desk.city.required {
            if texts.iter().any(|text| !text.is_empty() && text.get(*language).is_none()) {
                *self.lacking.borrow_mut().entry(*language).or_default() += 1;
            }
        }
    }

    fn row(&self, row: &Row, records: &mut Records) {
        if let Some((role, (why, fix))) = row.values.iter().find_map(|(role, v)| Some((role, unfit(v)?))) {
            return self.left_out(&row.at, format!("its {role} {why}"), fix);
        }
        match self.makes {
            Makes::Places(kind) => {
                if let Some(place) = self.place(row, kind) {
                    records.places.insert(place.id.clone(), place);
                }
            }
            Makes::Events(kind) => {
                if let Some(event) = self.event(row, kind) {
                    records.events.insert(event.id.clone(), event);
                }
            }
        }
    }

    fn place(&self, row: &Row, kind: PlaceKind) -> Option<Place> {
        let name = row.name(self)?;
        let position = row.position(self)?;
        let id = self.id(row.values.get("id").map_or(name, String::as_str));
        let place_id = PlaceId::new(id.clone())
            .map_err(|e| self.left_out(&row.at, e, "write an `id_prefix` of lower-case letters"))
            .ok()?;
        if !self.claim(&row.at, Kind::Place, &id) {
            return None;
        }
        let record = (Kind::Place, id);
        let place = Place {
            id: place_id,
            kind,
            name: self.text(&row.at, &record, "name", Some(name), TITLE),
            summary: self.text(&row.at, &record, "summary", row.get("summary"), LINE),
            description: self.text(&row.at, &record, "description", row.get("description"), MAY_BODY),
            position,
            address: row.get("address").unwrap_or_default().to_owned(),
            hours: row.hours(self),
            phone: row.get("phone").map(str::to_owned),
            url: row.get("url").map(str::to_owned),
            picture: None,
            access: Vec::new(),
            free: false,
            chief: false,
        };
        self.count(&[&place.name, &place.summary, &place.description]);
        Some(place)
    }

    fn event(&self, row: &Row, kind: EventKind) -> Option<Event> {
        let title = row.name(self)?;
        let when = row.when(self)?;
        let id = self.id(row.values.get("id").map_or(title, String::as_str));
        self.make_event(&row.at, kind, id, when, |role| if role == "name" { Some(title) } else { row.get(role) })
    }

    /// Makes an event of what is known under each role.
    fn make_event<'r>(
        &self,
        at: &Spot,
        kind: EventKind,
        id: String,
        when: crate::When,
        get: impl Fn(&str) -> Option<&'r str>,
    ) -> Option<Event> {
        let event_id = EventId::new(id.clone())
            .map_err(|e| self.left_out(at, e, "write an `id_prefix` of lower-case letters"))
            .ok()?;
        if !self.claim(at, Kind::Event, &id) {
            return None;
        }
        let record = (Kind::Event, id);
        let event = Event {
            id: event_id,
            kind,
            title: self.text(at, &record, "title", get("name"), TITLE),
            summary: self.text(at, &record, "summary", get("summary"), LINE),
            description: self.text(at, &record, "description", get("description"), MAY_BODY),
            when,
            place: None,
            spot: self.text(at, &record, "spot", get("address"), MAY_LINE),
            free: false,
            children: false,
            price: self.text(at, &record, "price", get("price"), MAY_LINE),
            url: get("url").map(str::to_owned),
            picture: None,
            access: Vec::new(),
        };
        self.count(&[&event.title, &event.summary, &event.description, &event.spot, &event.price]);
        Some(event)
    }
}

/// Where a row stands in its list.
struct Spot {
    line: Option<u32>,
    /// For messages, such as "feature 3".
    label: String,
}
