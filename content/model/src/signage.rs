//! What plays while nobody touches: scenes, playlists and the campaigns that schedule them.

use crate::calendar::days_matching;
use crate::{CampaignId, DateRange, KioskId, MediaId, PlaylistId, RecordRef, SignageId, Text};
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Weekday};
use serde::{Deserialize, Serialize};

/// One thing that signage can show.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Signage {
    pub id: SignageId,
    #[serde(flatten)]
    pub scene: Scene,
    /// How long it stays, in seconds.
    pub seconds: u32,
    /// What a touch on it opens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opens: Option<RecordRef>,
}

/// How an item is drawn.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "scene", rename_all = "lowercase")]
pub enum Scene {
    /// A picture over the whole panel with words set over its quiet part.
    Poster { art: MediaId, kicker: Text, headline: Text, line: Text },
    /// A figure or a few words, very large, on the theme's base.
    Fact { figure: Text, headline: Text, line: Text },
    /// A picture alone, such as a finished poster of a partner.
    Picture { art: MediaId },
}

impl Scene {
    pub fn art(&self) -> Option<&MediaId> {
        match self {
            Self::Poster { art, .. } | Self::Picture { art } => Some(art),
            Self::Fact { .. } => None,
        }
    }
}

/// An ordered list of signage.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Playlist {
    pub id: PlaylistId,
    pub items: Vec<SignageId>,
}

/// The layers of the schedule; a higher one that has anything to show hides all lower ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Layer {
    /// The city's everyday loop.
    Base,
    /// Shares the loop with the base, by its share of voice.
    Campaign,
    /// Alone on the screen while it lasts.
    Takeover,
    /// Alone on the screen, above all.
    Emergency,
}

impl Layer {
    pub const ALL: &[Self] = &[Self::Base, Self::Campaign, Self::Takeover, Self::Emergency];

    pub const fn tag(self) -> &'static str {
        match self {
            Self::Base => "base",
            Self::Campaign => "campaign",
            Self::Takeover => "takeover",
            Self::Emergency => "emergency",
        }
    }
}

/// A playlist with a when, a where and a layer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Campaign {
    pub id: CampaignId,
    pub layer: Layer,
    pub playlist: PlaylistId,
    /// Days on which it runs, both included, in the kiosk's zone; none means always.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<DateRange>,
    /// A recurrence rule (RFC 5545 `RRULE` value) that picks days from `days`; its start is the range's first day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeats: Option<String>,
    /// Parts of the day; none means all day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dayparts: Vec<Daypart>,
    #[serde(default)]
    pub targets: Targets,
    /// Share of voice in percent of the loop's time, for the campaign layer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share_percent: Option<u8>,
}

/// The day that a recurrence without a date range counts from: a Monday, so that weekly intervals are stable.
const FIRST_DAY: NaiveDate = NaiveDate::from_ymd_opt(2024, 1, 1).expect("1 January 2024 is a day");

impl Campaign {
    /// Whether its days, its rule and its dayparts include this local time; on which kiosks is left to its targets.
    ///
    /// A daypart that runs past midnight belongs to the day on which it began.
    pub fn is_on(&self, local: NaiveDateTime) -> bool {
        self.is_on_where(local, |day| self.recurs_on(day))
    }

    /// Says the same as [`is_on`](Self::is_on) for whoever knows already on which days the campaign recurs.
    pub(crate) fn is_on_where(&self, local: NaiveDateTime, recurs_on: impl Fn(NaiveDate) -> bool) -> bool {
        let includes = |day: NaiveDate| self.days.is_none_or(|days| days.contains(day)) && recurs_on(day);
        let day = local.date();
        if self.dayparts.is_empty() {
            return includes(day);
        }
        self.dayparts.iter().any(|part| {
            (part.includes(day, local) && includes(day))
                || day.pred_opt().is_some_and(|before| part.includes(before, local) && includes(before))
        })
    }

    /// The day that the recurrence counts from.
    pub fn first_day(&self) -> NaiveDate {
        self.days.map_or(FIRST_DAY, |days| days.from)
    }

    /// Whether the recurrence picks a day; without one, every day.
    pub fn recurs_on(&self, day: NaiveDate) -> bool {
        self.repeats.as_ref().is_none_or(|rule| days_matching(rule, self.first_day(), day))
    }
}

impl Daypart {
    /// Whether the part that begins on `day` includes a local time.
    pub fn includes(&self, day: NaiveDate, local: NaiveDateTime) -> bool {
        let runs_over_midnight = self.until <= self.from;
        let last = if runs_over_midnight { day.succ_opt() } else { Some(day) };
        (self.weekdays.is_empty() || self.weekdays.contains(&day.weekday()))
            && day.and_time(self.from) <= local
            && last.is_some_and(|last| local < last.and_time(self.until))
    }
}

/// A part of the day in the kiosk's zone; `until` at or before `from` runs past midnight into the next day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Daypart {
    /// Weekdays on which it begins; none means every day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub weekdays: Vec<Weekday>,
    pub from: NaiveTime,
    pub until: NaiveTime,
}

/// Which kiosks something is for; all empty means every kiosk.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Targets {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kiosks: Vec<KioskId>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<String>,
}

impl Targets {
    pub fn include(&self, kiosk: &crate::KioskFacts) -> bool {
        (self.kiosks.is_empty() && self.groups.is_empty())
            || self.kiosks.contains(&kiosk.id)
            || self.groups.iter().any(|g| kiosk.groups.contains(g))
    }
}
