//! The source form: the folder that editors edit, read from memory.
//!
//! [`read`] turns a [`Folder`] into a [`Draft`]: the release, the media files that go with it, and every problem found.
//! It never stops at the first problem, and never guesses: what does not fit is reported with its file, its line and
//! the fix, and is left out of the draft.
//!
//! Any TOML file may hold any kind of record; `city.toml` holds the facts about the city.
//! Overlays in `translations/` add wordings, lists in `import/` become ordinary records,
//! and each page in `services/` is one service.

mod city;
pub(crate) mod desk;
mod document;
mod fields;
mod folder;
mod import;
mod markdown;
pub(crate) mod media;
mod overlay;
mod playing;
mod record;
mod service;
pub(crate) mod suggest;
mod value;
mod words;

pub use folder::Folder;
pub use media::{PictureStudio, PreparedPicture, UNWANTED_ELEMENTS};

use crate::release::City;
use crate::{Language, Problems, Release};
use chrono::NaiveDate;
use desk::{CityFacts, Desk, Kind};
use document::{Document, text_of};
use fields::Fields;
use media::Gallery;
use std::collections::BTreeMap;
use suggest::did_you_mean;
use toml::de::DeValue;

/// What was read of an editor's folder.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    /// The release, version 0; none where not even the city could be read.
    /// While `problems` holds errors it is incomplete and must not be published.
    pub release: Option<Release>,
    /// The media files by target name.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Everything that is wrong, in the order of file and line.
    pub problems: Problems,
}

/// Reads an editor's folder; `today` tells what is over already.
pub fn read(folder: &Folder, studio: &dyn PictureStudio, today: NaiveDate) -> Draft {
    let mut problems = Problems::default();
    folder.check_paths(&mut problems);
    let documents: Vec<Document<'_>> = folder
        .toml_files()
        .filter_map(|(path, bytes)| {
            let text = text_of(path, bytes, &mut problems)?;
            Some(Document::parse(path, text, 0, &mut problems))
        })
        .collect();
    let city_document = documents.iter().find(|d| d.path == city::FILE);
    if !folder.0.contains_key(city::FILE) {
        problems.error(city::FILE, None, "the file is missing", "write the facts about the city into city.toml");
    }
    let desk = Desk::new(today, CityFacts::peek(city_document), problems);

    for document in documents.iter().filter(|d| d.is_sound) {
        if let Some(rest) = document.path.strip_prefix("translations/") {
            read_overlay(&desk, document, rest);
        }
    }
    let pages = service::pages(folder, &desk);
    let bodies = service::read_translations(&desk, &pages);

    let mut reading = Reading {
        desk: &desk,
        gallery: Gallery { folder, studio, files: BTreeMap::new(), uses: BTreeMap::new() },
        records: Records::default(),
    };
    for document in documents.iter().filter(|d| holds_records(d.path)) {
        reading.document(document);
    }
    reading.records.services = service::read_services(&desk, &pages, bodies);
    for document in documents.iter().filter(|d| d.is_sound && d.path.starts_with("import/")) {
        import::read(&desk, folder, document, &mut reading.records);
    }
    let Reading { gallery: Gallery { files, uses, .. }, records, .. } = reading;

    overlay::report_leftovers(&desk);
    words::report_drafts(&desk);
    crate::checks::run(&desk, &records, &uses);

    let mut problems = desk.problems.into_inner();
    problems.sort();
    Draft { release: records.release(), files, problems }
}

fn holds_records(path: &str) -> bool {
    !path.starts_with("translations/") && !path.starts_with("import/")
}

fn read_overlay(desk: &Desk, document: &Document<'_>, rest: &str) {
    let tag = rest.split('/').next().unwrap_or(rest).trim_end_matches(".toml");
    match tag.parse::<Language>() {
        Ok(language) => overlay::read_overlay(desk, document, language),
        Err(e) => desk.error(
            document.path,
            None,
            format!("the file's name does not say its language: {e}"),
            suggest::or_list(tag, Language::ALL.iter().map(|l| l.tag())),
        ),
    }
}

/// The records of a release while they are gathered.
#[derive(Default)]
pub(crate) struct Records {
    pub city: Option<City>,
    pub kiosks: BTreeMap<crate::KioskId, crate::KioskFacts>,
    pub places: BTreeMap<crate::PlaceId, crate::Place>,
    pub events: BTreeMap<crate::EventId, crate::Event>,
    pub offers: BTreeMap<crate::OfferId, crate::Offer>,
    pub services: BTreeMap<crate::ServiceId, crate::Service>,
    pub notices: BTreeMap<crate::NoticeId, crate::Notice>,
    pub media: BTreeMap<crate::MediaId, crate::Media>,
    pub signage: BTreeMap<crate::SignageId, crate::Signage>,
    pub playlists: BTreeMap<crate::PlaylistId, crate::Playlist>,
    pub campaigns: BTreeMap<crate::CampaignId, crate::Campaign>,
    pub surveys: BTreeMap<crate::SurveyId, crate::Survey>,
}

impl Records {
    fn release(self) -> Option<Release> {
        Some(Release {
            kiosks: self.kiosks,
            places: self.places,
            events: self.events,
            offers: self.offers,
            services: self.services,
            notices: self.notices,
            media: self.media,
            signage: self.signage,
            playlists: self.playlists,
            campaigns: self.campaigns,
            surveys: self.surveys,
            ..Release::empty(self.city?)
        })
    }
}

/// The reading of records, one document after the other.
struct Reading<'d> {
    desk: &'d Desk,
    gallery: Gallery<'d>,
    records: Records,
}

impl Reading<'_> {
    fn document(&mut self, document: &Document<'_>) {
        let is_city = document.path == city::FILE;
        if is_city && document.is_sound {
            let mut f = Fields::new(self.desk, document, &document.table, 1, "the city".to_owned());
            f.record = Some((Kind::City, "city".to_owned()));
            self.records.city = city::city(&f);
        }
        for (key, value) in &document.table {
            let tag: &str = key.get_ref();
            let kind = Kind::in_tables().find(|kind| kind.tag() == tag);
            match (kind, value.get_ref()) {
                (Some(kind), DeValue::Array(tables)) => {
                    for item in tables {
                        let line = document.line(&item.span());
                        match item.get_ref() {
                            DeValue::Table(table) => {
                                let f = Fields::record(self.desk, document, table, line, kind, None);
                                self.record(kind, &f);
                            }
                            _ => self.not_a_table(document, line, tag),
                        }
                    }
                }
                (Some(_), _) => self.not_a_table(document, document.line(&key.span()), tag),
                (None, _) if is_city || !document.is_sound => {}
                (None, _) => self.desk.error(
                    document.path,
                    Some(document.line(&key.span())),
                    format!("`{tag}` is not a kind of record"),
                    did_you_mean(
                        tag,
                        Kind::in_tables().map(Kind::tag),
                        format!(
                            "write [[{}]] above each record",
                            Kind::in_tables().map(Kind::tag).collect::<Vec<_>>().join("]], [[")
                        ),
                    ),
                ),
            }
        }
    }

    fn not_a_table(&self, document: &Document<'_>, line: u32, tag: &str) {
        if document.is_sound {
            let what = format!("`{tag}` is not a list of tables");
            self.desk.error(document.path, Some(line), what, format!("write [[{tag}]], with two brackets"));
        }
    }

    /// Reads one record; of a file with syntax errors only the name, so that references to it are not called dead.
    fn record(&mut self, kind: Kind, f: &Fields<'_>) {
        if !f.document.is_sound {
            if let Some((kind, id)) = &f.record {
                f.declare(*kind, id);
            }
            return;
        }
        let r = &mut self.records;
        match kind {
            Kind::Kiosk => put(&mut r.kiosks, city::kiosk(f), |x| &x.id),
            Kind::Place => put(&mut r.places, record::place(f), |x| &x.id),
            Kind::Event => put(&mut r.events, record::event(f), |x| &x.id),
            Kind::Offer => put(&mut r.offers, record::offer(f), |x| &x.id),
            Kind::Notice => put(&mut r.notices, record::notice(f), |x| &x.id),
            Kind::Survey => put(&mut r.surveys, record::survey(f), |x| &x.id),
            Kind::Signage => put(&mut r.signage, playing::signage(f), |x| &x.id),
            Kind::Playlist => put(&mut r.playlists, playing::playlist(f), |x| &x.id),
            Kind::Campaign => put(&mut r.campaigns, playing::campaign(f), |x| &x.id),
            Kind::Media => {
                let media = self.gallery.media(f);
                put(&mut r.media, media, |x| &x.id);
            }
            // The city stands in a file of its own, and each service too.
            Kind::City | Kind::Service => {}
        }
    }
}

fn put<I: Ord + Clone, T>(map: &mut BTreeMap<I, T>, record: Option<T>, id: impl Fn(&T) -> &I) {
    if let Some(record) = record {
        map.insert(id(&record).clone(), record);
    }
}
