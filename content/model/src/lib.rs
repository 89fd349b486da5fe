//! What a Wayside kiosk shows and knows: the types of a content release.
//!
//! A [`Release`] is everything that a city publishes at one moment: places, events, offers, services, notices, media,
//! signage and the campaigns that schedule them, and the facts about each kiosk.
//! It is plain data: this crate does no I/O, reads no clock and knows nothing of screens.
//!
//! Editors write the source form (a folder of TOML, Markdown, CSV, `GeoJSON`, iCalendar and pictures);
//! [`source`] reads it from memory and returns the release together with every [`Problem`] found.
//! Kiosks read the wire form ([`wire`]): one JSON document per kind of record.

pub mod calendar;
mod checks;
pub mod geo;
pub mod id;
pub mod kiosk;
pub mod language;
pub mod media;
pub mod problem;
pub mod record;
pub mod release;
pub mod signage;
pub mod source;
pub mod text;
pub mod wire;

pub use calendar::{DateRange, Occurrence, OpenState, OpeningHours, When};
pub use geo::{Bounds, Position};
pub use id::{
    CampaignId, EventId, KioskId, MediaId, NoticeId, OfferId, PlaceId, PlaylistId, ServiceId, SignageId, SurveyId,
};
pub use kiosk::{KioskFacts, Panel};
pub use language::{Direction, Language};
pub use media::{Media, MediaKind, PictureFile};
pub use problem::{Problem, Problems, Severity};
pub use record::{
    Access, Block, Event, EventKind, Notice, NoticeLevel, Offer, OfferKind, Place, PlaceKind, RecordRef, Service,
    ServiceKind, Survey,
};
pub use release::{City, Release};
pub use signage::{Campaign, Daypart, Layer, Playlist, Scene, Signage, Targets};
pub use text::{Provenance, Text, Written};
