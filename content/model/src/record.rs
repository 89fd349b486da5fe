//! Places, events, offers, services, notices and surveys.

use crate::{
    DateRange, EventId, MediaId, NoticeId, OfferId, OpeningHours, PlaceId, Position, ServiceId, SurveyId, Targets,
    Text, When,
};
use serde::{Deserialize, Serialize};

/// Declares a closed set of kinds with the name that source and wire form give each.
macro_rules! kinds {
    ($(#[$doc:meta])* $name:ident { $($variant:ident $tag:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $(#[serde(rename = $tag)] $variant),* }

        impl $name {
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The name used in the source and wire forms, and as a suffix of interface strings.
            pub const fn tag(self) -> &'static str {
                match self { $(Self::$variant => $tag),* }
            }

            pub fn from_tag(tag: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|k| k.tag() == tag)
            }
        }
    };
}

kinds! {
    /// What a place is; it decides the place's icon and the list that it stands in.
    PlaceKind {
        Landmark "landmark", Museum "museum", Library "library", Park "park", Restroom "restroom", Station "station",
        Venue "venue", Market "market", Theatre "theatre", Civic "civic", Beach "beach", School "school", Hospital "hospital",
        Shelter "shelter", Food "food",
    }
}

kinds! {
    /// What an event is about.
    EventKind {
        Music "music", Art "art", Film "film", Market "market", Sport "sport", Games "games", Festival "festival", Tour "tour",
        Talk "talk", Civic "civic", Family "family", Holiday "holiday",
    }
}

kinds! {
    /// What an offer is for.
    OfferKind { Food "food", Coffee "coffee", Shop "shop", Books "books", Culture "culture", Wellness "wellness", Service "service" }
}

kinds! {
    /// The group that a service page stands in.
    ServiceKind {
        Streets "streets", Waste "waste", Housing "housing", Health "health", Library "library", Parks "parks", Transport "transport",
        Safety "safety", Permits "permits", Voting "voting", Internet "internet", Animals "animals", Work "work",
    }
}

kinds! {
    /// What is known of a place's accessibility; what is not listed is unknown, never assumed.
    Access {
        StepFree "step-free", PartlyStepFree "partly-step-free", Steps "steps", AccessibleRestroom "accessible-restroom",
        Elevator "elevator", AccessibleParking "accessible-parking", AssistiveListening "assistive-listening",
        SignLanguage "sign-language", AudioDescription "audio-description", TactilePaving "tactile-paving", Quiet "quiet",
    }
}

kinds! {
    /// How urgent a notice is.
    NoticeLevel { Info "info", Advice "advice", Emergency "emergency" }
}

/// A place that a visitor can go to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Place {
    pub id: PlaceId,
    pub kind: PlaceKind,
    pub name: Text,
    /// One line.
    pub summary: Text,
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub description: Text,
    pub position: Position,
    /// Postal address as it stands on the building.
    #[serde(default)]
    pub address: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<OpeningHours>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<MediaId>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub access: Vec<Access>,
    /// Entry costs nothing.
    #[serde(default)]
    pub free: bool,
    /// One of the city's chief places, shown first and complete in every language.
    #[serde(default)]
    pub chief: bool,
}

/// An event, once or recurring.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    pub id: EventId,
    pub kind: EventKind,
    pub title: Text,
    /// One line.
    pub summary: Text,
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub description: Text,
    pub when: When,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<PlaceId>,
    /// Where it is, when that is no listed place or a spot inside one.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub spot: Text,
    #[serde(default)]
    pub free: bool,
    #[serde(default)]
    pub children: bool,
    /// What it costs, where it is not free.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub price: Text,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<MediaId>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub access: Vec<Access>,
}

/// An offer by a local business.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Offer {
    pub id: OfferId,
    pub kind: OfferKind,
    /// The business's name, never translated.
    pub business: String,
    pub title: Text,
    pub summary: Text,
    /// The conditions; an offer without them is not published.
    pub terms: Text,
    /// Days on which it is valid, both included, in the city's zone.
    pub valid: DateRange,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<PlaceId>,
    pub position: Position,
    #[serde(default)]
    pub address: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<OpeningHours>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<MediaId>,
    /// Made up to show how offers look; every screen says so.
    #[serde(default)]
    pub sample: bool,
}

/// A page of city help.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Service {
    pub id: ServiceId,
    pub kind: ServiceKind,
    pub title: Text,
    /// One line.
    pub summary: Text,
    /// What to do, in order.
    pub steps: Vec<Text>,
    /// What else there is to know.
    #[serde(default, skip_serializing_if = "std::collections::BTreeMap::is_empty")]
    pub body: std::collections::BTreeMap<crate::Language, Vec<Block>>,
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub eligibility: Text,
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub cost: Text,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<OpeningHours>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Places where a person can walk in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub walk_in: Vec<PlaceId>,
    /// Code of the city's request type (Open311 `service_code`), where it takes requests.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service_code: Option<String>,
    /// A page that many ask for, shown first.
    #[serde(default)]
    pub chief: bool,
}

/// One block of a longer text, made from the editor's Markdown when the draft is checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Block {
    Heading(String),
    Paragraph(String),
    Bullets(Vec<String>),
    Steps(Vec<String>),
}

/// A notice to the public, shown above everything else of its kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Notice {
    pub id: NoticeId,
    pub level: NoticeLevel,
    pub title: Text,
    pub body: Text,
    /// Who says so.
    pub source: String,
    pub valid: DateRange,
    #[serde(default)]
    pub targets: Targets,
    /// A video in American Sign Language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sign_language: Option<MediaId>,
}

/// A question to passers-by.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Survey {
    pub id: SurveyId,
    pub question: Text,
    /// Two to five answers.
    pub answers: Vec<Text>,
    pub valid: DateRange,
    #[serde(default)]
    pub targets: Targets,
}

/// A reference to a record that a screen can open; written `place:union-station` in source and wire form.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum RecordRef {
    Place(PlaceId),
    Event(EventId),
    Offer(OfferId),
    Service(ServiceId),
}

/// Why a string is not a reference.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a reference: write `place:`, `event:`, `offer:` or `service:` and the record's id")]
pub struct BadRef(pub String);

impl TryFrom<String> for RecordRef {
    type Error = BadRef;
    fn try_from(s: String) -> Result<Self, BadRef> {
        let bad = || BadRef(s.clone());
        let (kind, id) = s.split_once(':').ok_or_else(bad)?;
        match kind {
            "place" => PlaceId::new(id).map(Self::Place),
            "event" => EventId::new(id).map(Self::Event),
            "offer" => OfferId::new(id).map(Self::Offer),
            "service" => ServiceId::new(id).map(Self::Service),
            _ => return Err(bad()),
        }
        .map_err(|_| bad())
    }
}

impl From<RecordRef> for String {
    fn from(r: RecordRef) -> String {
        match r {
            RecordRef::Place(id) => format!("place:{id}"),
            RecordRef::Event(id) => format!("event:{id}"),
            RecordRef::Offer(id) => format!("offer:{id}"),
            RecordRef::Service(id) => format!("service:{id}"),
        }
    }
}
