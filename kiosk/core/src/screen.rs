//! The screens that a visit can be on.

use serde::{Deserialize, Serialize};
use wayside_model::{EventId, OfferId, PlaceId, PlaceKind, RecordRef, ServiceId, ServiceKind};

/// Which places a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PlaceFilter {
    /// Nearest first.
    #[default]
    Near,
    Kind(PlaceKind),
}

/// Which events a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EventFilter {
    #[default]
    All,
    Today,
    Weekend,
    Free,
    Children,
}

impl EventFilter {
    pub const ALL: [Self; 5] = [Self::All, Self::Today, Self::Weekend, Self::Free, Self::Children];

    /// Suffix of the interface string `filter-…`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Today => "today",
            Self::Weekend => "weekend",
            Self::Free => "free",
            Self::Children => "children",
        }
    }
}

/// One screen of a visit, with what it shows; going back restores it as it was left.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Screen {
    Home,
    Places { filter: PlaceFilter, page: usize },
    Place(PlaceId),
    Events { filter: EventFilter, page: usize },
    Event(EventId),
    Offers { page: usize },
    Offer(OfferId),
    Services { filter: Option<ServiceKind>, page: usize },
    Service(ServiceId),
    Languages,
    Settings,
    Help,
}

impl Screen {
    pub const fn places() -> Self {
        Self::Places { filter: PlaceFilter::Near, page: 0 }
    }

    pub const fn events() -> Self {
        Self::Events { filter: EventFilter::All, page: 0 }
    }

    pub const fn offers() -> Self {
        Self::Offers { page: 0 }
    }

    pub const fn services() -> Self {
        Self::Services { filter: None, page: 0 }
    }

    /// The page of a list screen.
    pub const fn page(&self) -> Option<usize> {
        match self {
            Self::Places { page, .. }
            | Self::Events { page, .. }
            | Self::Offers { page }
            | Self::Services { page, .. } => Some(*page),
            _ => None,
        }
    }

    /// The same list on another page; other screens stay as they are.
    #[must_use]
    pub fn with_page(mut self, to: usize) -> Self {
        if let Self::Places { page, .. }
        | Self::Events { page, .. }
        | Self::Offers { page }
        | Self::Services { page, .. } = &mut self
        {
            *page = to;
        }
        self
    }

    /// A short name for logs, recordings and the gallery.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Places { .. } => "places",
            Self::Place(_) => "place",
            Self::Events { .. } => "events",
            Self::Event(_) => "event",
            Self::Offers { .. } => "offers",
            Self::Offer(_) => "offer",
            Self::Services { .. } => "services",
            Self::Service(_) => "service",
            Self::Languages => "languages",
            Self::Settings => "settings",
            Self::Help => "help",
        }
    }
}

impl From<RecordRef> for Screen {
    fn from(r: RecordRef) -> Self {
        match r {
            RecordRef::Place(id) => Self::Place(id),
            RecordRef::Event(id) => Self::Event(id),
            RecordRef::Offer(id) => Self::Offer(id),
            RecordRef::Service(id) => Self::Service(id),
        }
    }
}
