//! One turn of one item in a loop, and why it is there.

use serde::Serialize;
use std::fmt;
use wayside_model::{CampaignId, Layer, MediaId, Release, Scene, SignageId};

/// Shortest time in seconds that an item is shown; a shorter one in a release counts as this.
pub const SHORTEST_SECS: u32 = 3;

/// Longest time in seconds that an item is shown at a stretch; a longer one in a release counts as this.
pub const LONGEST_SECS: u32 = 3600;

/// How long the built-in picture stays, in seconds.
const BUILT_IN_SECS: u32 = 10;

/// What a slot shows.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Show {
    /// An item of the release; it exists and so does its picture.
    Item(SignageId),
    /// What the kiosk itself can draw without any content, such as the city's name.
    BuiltIn,
}

impl Show {
    pub fn item(&self) -> Option<&SignageId> {
        match self {
            Self::Item(id) => Some(id),
            Self::BuiltIn => None,
        }
    }
}

impl fmt::Display for Show {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Item(id) => write!(f, "{id}"),
            Self::BuiltIn => f.write_str("(built in)"),
        }
    }
}

/// Why a slot is in the loop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    Emergency,
    Takeover,
    Campaign,
    Base,
    /// The city's fallback, where no base is scheduled.
    Fallback,
    /// The fallback itself cannot be shown.
    BuiltIn,
}

impl Reason {
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Emergency => "emergency",
            Self::Takeover => "takeover",
            Self::Campaign => "campaign",
            Self::Base => "base",
            Self::Fallback => "fallback",
            Self::BuiltIn => "built-in",
        }
    }
}

impl From<Layer> for Reason {
    fn from(layer: Layer) -> Self {
        match layer {
            Layer::Base => Self::Base,
            Layer::Campaign => Self::Campaign,
            Layer::Takeover => Self::Takeover,
            Layer::Emergency => Self::Emergency,
        }
    }
}

/// One turn of one item in a loop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Slot {
    pub show: Show,
    /// How long it stays, in seconds.
    pub seconds: u32,
    /// The campaign that it plays for; none for the fallback.
    pub campaign: Option<CampaignId>,
    pub reason: Reason,
}

/// Why an item that is scheduled is not shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SkipReason {
    /// The release has no such item.
    NoSuchItem,
    /// The release has no such picture.
    NoSuchPicture(MediaId),
    /// The media is a video or a sound.
    NotAPicture(MediaId),
}

impl fmt::Display for SkipReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSuchItem => f.write_str("no such item in the release"),
            Self::NoSuchPicture(media) => write!(f, "its picture {media} is not in the release"),
            Self::NotAPicture(media) => write!(f, "{media} is not a picture"),
        }
    }
}

/// An item that is scheduled and left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Skipped {
    /// The campaign whose playlist names it; none for the city's fallback.
    pub campaign: Option<CampaignId>,
    pub item: SignageId,
    pub why: SkipReason,
}

/// Returns how long an item stays in seconds, or why it cannot be shown.
pub(crate) fn playable(release: &Release, id: &SignageId) -> Result<u32, SkipReason> {
    let item = release.signage.get(id).ok_or(SkipReason::NoSuchItem)?;
    let art = match &item.scene {
        Scene::Poster { art, .. } | Scene::Picture { art } => Some(art),
        Scene::Fact { .. } => None,
    };
    if let Some(art) = art {
        let media = release.media.get(art).ok_or_else(|| SkipReason::NoSuchPicture(art.clone()))?;
        if media.picture(true).is_none() {
            return Err(SkipReason::NotAPicture(art.clone()));
        }
    }
    Ok(item.seconds.clamp(SHORTEST_SECS, LONGEST_SECS))
}

/// Returns the slot that fills a loop where nothing is scheduled, and the fallback item where that cannot be shown.
pub(crate) fn fallback(release: &Release) -> (Slot, Option<Skipped>) {
    let id = &release.city.fallback;
    match playable(release, id) {
        Ok(seconds) => (Slot { show: Show::Item(id.clone()), seconds, campaign: None, reason: Reason::Fallback }, None),
        Err(why) => (
            Slot { show: Show::BuiltIn, seconds: BUILT_IN_SECS, campaign: None, reason: Reason::BuiltIn },
            Some(Skipped { campaign: None, item: id.clone(), why }),
        ),
    }
}
