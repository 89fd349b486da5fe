//! Which campaigns a kiosk plays at an instant: targets, windows and layers.

use crate::{
    Reason, Show, Skipped, Slot,
    local::{day_after, start_of},
    share::Voice,
    slot::{fallback, playable},
    window::{Span, spans_within},
};
use chrono::{DateTime, NaiveDate, Utc};
use wayside_model::{Campaign, KioskFacts, Layer, Release};

/// A campaign with all that decides whether it plays on one kiosk on one local day.
#[derive(Debug)]
pub(crate) struct Candidate<'a> {
    pub campaign: &'a Campaign,
    pub is_targeted: bool,
    /// When it runs within the day.
    pub spans: Vec<Span>,
    pub has_playlist: bool,
    pub slots: Vec<Slot>,
    pub skipped: Vec<Skipped>,
}

impl<'a> Candidate<'a> {
    fn new(release: &Release, kiosk: &KioskFacts, day: NaiveDate, campaign: &'a Campaign) -> Self {
        let playlist = release.playlists.get(&campaign.playlist);
        let (mut slots, mut skipped) = (Vec::new(), Vec::new());
        for item in playlist.iter().flat_map(|p| &p.items) {
            match playable(release, item) {
                Ok(seconds) => slots.push(Slot {
                    show: Show::Item(item.clone()),
                    seconds,
                    campaign: Some(campaign.id.clone()),
                    reason: Reason::from(campaign.layer),
                }),
                Err(why) => {
                    skipped.push(Skipped { campaign: Some(campaign.id.clone()), item: item.clone(), why });
                }
            }
        }
        Self {
            campaign,
            is_targeted: campaign.targets.include(kiosk),
            spans: spans_within(campaign, kiosk.time_zone, day),
            has_playlist: playlist.is_some(),
            slots,
            skipped,
        }
    }

    /// Whether it has something to show on this kiosk at the instant, whatever other layers say.
    pub fn is_ready(&self, instant: DateTime<Utc>) -> bool {
        self.is_targeted && !self.slots.is_empty() && !self.is_muted() && self.spans.iter().any(|s| s.contains(instant))
    }

    /// Whether its share of voice is nothing.
    pub fn is_muted(&self) -> bool {
        self.campaign.layer == Layer::Campaign && self.campaign.share_percent == Some(0)
    }
}

/// Every campaign of a release as it stands to one kiosk on one local day, in the order of identifiers.
#[derive(Debug)]
pub(crate) struct Cast<'a> {
    pub candidates: Vec<Candidate<'a>>,
    day: Span,
}

impl<'a> Cast<'a> {
    pub fn new(release: &'a Release, kiosk: &KioskFacts, day: NaiveDate) -> Self {
        Self {
            candidates: release.campaigns.values().map(|c| Candidate::new(release, kiosk, day, c)).collect(),
            day: Span { from: start_of(kiosk.time_zone, day), until: start_of(kiosk.time_zone, day_after(day)) },
        }
    }

    /// Returns the layer that shows at the instant, where anything is scheduled: the campaign layer counts as base.
    pub fn top_layer(&self, instant: DateTime<Utc>) -> Option<Layer> {
        self.candidates.iter().filter(|c| c.is_ready(instant)).map(|c| c.campaign.layer).max()
    }

    /// Returns the indices of the campaigns that share the screen at the instant.
    pub fn players(&self, instant: DateTime<Utc>) -> Vec<usize> {
        let Some(top) = self.top_layer(instant) else { return Vec::new() };
        let shown = |layer: Layer| if top <= Layer::Campaign { layer <= Layer::Campaign } else { layer == top };
        (0..self.candidates.len())
            .filter(|&i| shown(self.candidates[i].campaign.layer) && self.candidates[i].is_ready(instant))
            .collect()
    }

    /// Returns the time around the instant, within the day, for which the players stay the same.
    pub fn stretch(&self, instant: DateTime<Utc>) -> Span {
        let mut cuts: Vec<DateTime<Utc>> =
            self.candidates.iter().flat_map(|c| &c.spans).flat_map(|s| [s.from, s.until]).collect();
        cuts.extend([self.day.from, self.day.until]);
        cuts.sort_unstable();
        cuts.dedup();
        let players = self.players(instant);
        let here = cuts.partition_point(|cut| *cut <= instant);
        let mut first = here.saturating_sub(1);
        while first > 0 && self.players(cuts[first - 1]) == players {
            first -= 1;
        }
        let mut last = here.min(cuts.len() - 1);
        while last + 1 < cuts.len() && self.players(cuts[last]) == players {
            last += 1;
        }
        Span { from: cuts[first], until: cuts[last] }
    }

    /// Returns the voices that the loop is made of at the instant, and what could not be shown.
    pub fn voices(&self, release: &Release, instant: DateTime<Utc>) -> (Vec<Voice>, Vec<Skipped>) {
        let players: Vec<&Candidate> = self.players(instant).into_iter().map(|i| &self.candidates[i]).collect();
        let mut skipped: Vec<Skipped> = players.iter().flat_map(|c| c.skipped.clone()).collect();
        let mut fall_back = || {
            let (slot, missing) = fallback(release);
            skipped.extend(missing);
            vec![slot]
        };
        let of_layer = |layer| players.iter().filter(move |c| c.campaign.layer == layer);
        let slots_of = |layer| of_layer(layer).flat_map(|c| c.slots.clone()).collect::<Vec<_>>();
        for alone in [Layer::Emergency, Layer::Takeover] {
            let slots = slots_of(alone);
            if !slots.is_empty() {
                return (vec![Voice { weight: 1, slots }], skipped);
            }
        }
        let sharing: Vec<&&Candidate> = of_layer(Layer::Campaign).collect();
        let weights = weigh(&sharing.iter().map(|c| c.campaign.share_percent).collect::<Vec<_>>());
        let mut voices = Vec::new();
        if weights.base > 0 {
            let base = slots_of(Layer::Base);
            voices.push(Voice { weight: weights.base, slots: if base.is_empty() { fall_back() } else { base } });
        }
        let campaigns = sharing.iter().zip(&weights.campaigns).filter(|(_, weight)| **weight > 0);
        voices.extend(campaigns.map(|(c, weight)| Voice { weight: *weight, slots: c.slots.clone() }));
        (voices, skipped)
    }

    /// Returns the share of time in percent that each of these players of the campaign layer is due.
    pub fn due_percent(&self, instant: DateTime<Utc>) -> Vec<(usize, f64)> {
        let players = self.players(instant);
        let sharing: Vec<usize> =
            players.into_iter().filter(|i| self.candidates[*i].campaign.layer == Layer::Campaign).collect();
        let shares: Vec<Option<u8>> = sharing.iter().map(|i| self.candidates[*i].campaign.share_percent).collect();
        let weights = weigh(&shares);
        let total = (weights.base + weights.campaigns.iter().sum::<u64>()).max(1);
        sharing.into_iter().zip(weights.campaigns).map(|(i, w)| (i, 100.0 * w as f64 / total as f64)).collect()
    }
}

/// Weights of the base and of each campaign, in whole numbers.
struct Weights {
    base: u64,
    campaigns: Vec<u64>,
}

/// Turns shares in percent into weights.
///
/// Campaigns without a share divide what is left evenly with the base; nothing is left where the shares reach 100 %.
fn weigh(shares: &[Option<u8>]) -> Weights {
    let taken: u64 = shares.iter().flatten().map(|s| u64::from(*s)).sum();
    let rest = 100_u64.saturating_sub(taken);
    let dividers = 1 + shares.iter().filter(|s| s.is_none()).count() as u64;
    let weight = |share: &Option<u8>| share.map_or(rest, |s| u64::from(s) * dividers);
    Weights { base: rest, campaigns: shares.iter().map(weight).collect() }
}
