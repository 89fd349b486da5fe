//! What is gathered while a folder is read: problems, names, references and drafts.

use super::overlay::Overlays;
use crate::{Bounds, Language, Problems};
use chrono::NaiveDate;
use chrono_tz::Tz;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// The kinds of records, by the name of their table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    City,
    Kiosk,
    Place,
    Event,
    Offer,
    Service,
    Notice,
    Media,
    Signage,
    Playlist,
    Campaign,
    Survey,
}

impl Kind {
    pub const ALL: [Self; 12] = [
        Self::City,
        Self::Kiosk,
        Self::Place,
        Self::Event,
        Self::Offer,
        Self::Service,
        Self::Notice,
        Self::Media,
        Self::Signage,
        Self::Playlist,
        Self::Campaign,
        Self::Survey,
    ];

    pub const fn tag(self) -> &'static str {
        match self {
            Self::City => "city",
            Self::Kiosk => "kiosk",
            Self::Place => "place",
            Self::Event => "event",
            Self::Offer => "offer",
            Self::Service => "service",
            Self::Notice => "notice",
            Self::Media => "media",
            Self::Signage => "signage",
            Self::Playlist => "playlist",
            Self::Campaign => "campaign",
            Self::Survey => "survey",
        }
    }

    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.tag() == tag)
    }

    /// The kinds that stand in `[[tables]]`.
    pub fn in_tables() -> impl Iterator<Item = Self> + Clone {
        Self::ALL.into_iter().filter(|kind| !matches!(kind, Self::City | Self::Service))
    }
}

/// Where a record was written.
#[derive(Debug, Clone)]
pub(crate) struct Origin {
    pub file: String,
    pub line: Option<u32>,
    /// Lines of the record's keys.
    pub keys: BTreeMap<String, u32>,
}

impl Origin {
    /// Returns the line of a key, or else of the record.
    pub fn line_of(&self, key: &str) -> Option<u32> {
        self.keys.get(key).copied().or(self.line)
    }
}

impl std::fmt::Display for Origin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.file)?;
        self.line.map_or(Ok(()), |line| write!(f, ":{line}"))
    }
}

/// One record's mention of another.
pub(crate) struct Reference {
    pub file: String,
    pub line: u32,
    /// The record and the key that mention it, for messages.
    pub from: String,
    pub to: (Kind, String),
}

/// Facts about the city that the reading of everything else depends on.
pub(crate) struct CityFacts {
    pub required: Vec<Language>,
    pub bounds: Option<Bounds>,
    /// UTC where the city does not say.
    pub time_zone: Tz,
    pub is_zone_known: bool,
}

/// What is gathered while a folder is read.
pub(crate) struct Desk {
    pub today: NaiveDate,
    pub city: CityFacts,
    pub problems: RefCell<Problems>,
    pub overlays: RefCell<Overlays>,
    /// Every record that was named, even one too broken to be read.
    pub declared: RefCell<BTreeMap<(Kind, String), Origin>>,
    pub references: RefCell<Vec<Reference>>,
    /// How many texts in required languages are machine drafts, by file and language.
    pub drafts: RefCell<BTreeMap<(String, Language), u32>>,
    /// The keys of each kind that hold texts.
    pub text_keys: RefCell<BTreeMap<Kind, BTreeSet<&'static str>>>,
    /// The records whose texts were read; those of a file with syntax errors never are.
    pub worded: RefCell<BTreeSet<(Kind, String)>>,
}

impl Desk {
    pub fn new(today: NaiveDate, city: CityFacts, problems: Problems) -> Self {
        Self {
            today,
            city,
            problems: RefCell::new(problems),
            overlays: RefCell::default(),
            declared: RefCell::default(),
            references: RefCell::default(),
            drafts: RefCell::default(),
            text_keys: RefCell::default(),
            worded: RefCell::default(),
        }
    }

    pub fn error(&self, file: &str, line: Option<u32>, what: impl Into<String>, fix: impl Into<String>) {
        self.problems.borrow_mut().error(file, line, what, fix);
    }

    pub fn warning(&self, file: &str, line: Option<u32>, what: impl Into<String>, fix: impl Into<String>) {
        self.problems.borrow_mut().warning(file, line, what, fix);
    }

    /// Notes a record's name, or returns where the name is taken already.
    pub fn declare(&self, kind: Kind, id: &str, origin: Origin) -> Result<(), Origin> {
        let mut declared = self.declared.borrow_mut();
        if let Some(first) = declared.get(&(kind, id.to_owned())) {
            return Err(first.clone());
        }
        declared.insert((kind, id.to_owned()), origin);
        Ok(())
    }

    /// Notes that a record's text was asked for.
    pub fn note_text(&self, record: &(Kind, String), key: &'static str) {
        self.text_keys.borrow_mut().entry(record.0).or_default().insert(key);
        self.worded.borrow_mut().insert(record.clone());
    }

    /// Whether every kiosk that was named could be read, given how many were.
    pub fn knows_all_kiosks(&self, count: usize) -> bool {
        self.declared.borrow().keys().filter(|(kind, _)| *kind == Kind::Kiosk).count() == count
    }

    /// Returns where a record was written.
    pub fn origin(&self, kind: Kind, id: &str) -> Origin {
        let unknown = || Origin { file: String::new(), line: None, keys: BTreeMap::new() };
        self.declared.borrow().get(&(kind, id.to_owned())).cloned().unwrap_or_else(unknown)
    }
}
