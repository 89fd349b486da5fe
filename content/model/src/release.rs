//! Everything that a city publishes at one moment.

use crate::{
    Bounds, Campaign, CampaignId, Event, EventId, KioskFacts, KioskId, Language, Media, MediaId, Notice, NoticeId,
    Offer, OfferId, Place, PlaceId, Playlist, PlaylistId, Service, ServiceId, Signage, SignageId, Survey, SurveyId,
    Text,
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Facts about the city as a whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct City {
    pub name: Text,
    pub bounds: Bounds,
    pub time_zone: chrono_tz::Tz,
    /// Languages that every record must be complete in.
    pub required_languages: Vec<Language>,
    /// Shown when nothing else is scheduled; always one of the release's own items.
    pub fallback: SignageId,
    /// Whom the public can call about anything.
    pub help_phone: String,
    /// Address of the city's own page, for the help screen.
    pub help_url: String,
}

/// Everything that a city publishes at one moment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Release {
    /// Counts up with every publication; 0 in a draft.
    pub version: u64,
    /// When it was signed.
    pub published: DateTime<Utc>,
    pub city: City,
    pub kiosks: BTreeMap<KioskId, KioskFacts>,
    pub places: BTreeMap<PlaceId, Place>,
    pub events: BTreeMap<EventId, Event>,
    pub offers: BTreeMap<OfferId, Offer>,
    pub services: BTreeMap<ServiceId, Service>,
    pub notices: BTreeMap<NoticeId, Notice>,
    pub media: BTreeMap<MediaId, Media>,
    pub signage: BTreeMap<SignageId, Signage>,
    pub playlists: BTreeMap<PlaylistId, Playlist>,
    pub campaigns: BTreeMap<CampaignId, Campaign>,
    pub surveys: BTreeMap<SurveyId, Survey>,
}

impl Release {
    /// Makes a release of this city with nothing in it.
    pub fn empty(city: City) -> Self {
        Self {
            version: 0,
            published: DateTime::UNIX_EPOCH,
            city,
            kiosks: BTreeMap::new(),
            places: BTreeMap::new(),
            events: BTreeMap::new(),
            offers: BTreeMap::new(),
            services: BTreeMap::new(),
            notices: BTreeMap::new(),
            media: BTreeMap::new(),
            signage: BTreeMap::new(),
            playlists: BTreeMap::new(),
            campaigns: BTreeMap::new(),
            surveys: BTreeMap::new(),
        }
    }
}
