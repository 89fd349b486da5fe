//! Says in words what plays on a kiosk and why everything else does not.

use crate::{
    Miss, Program, Show, Skipped,
    cast::{Candidate, Cast},
    local::day_of,
    notices_for,
    program::program,
    window::miss_on,
};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::Serialize;
use std::{collections::BTreeMap, fmt};
use wayside_model::{CampaignId, KioskFacts, KioskId, Layer, NoticeId, PlaylistId, Release};

/// Whether a campaign plays, and if not, why not.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    Plays(Share),
    /// Neither this kiosk nor one of its groups is among its targets.
    NotTargeted,
    /// It does not run at this instant.
    NotNow(Miss),
    /// Its playlist is not in the release.
    NoPlaylist(PlaylistId),
    /// Its playlist has no item that can be shown.
    Empty(PlaylistId),
    /// A higher layer has the screen.
    Hidden {
        by: Layer,
    },
    /// Its share is 0 %, or the others' shares leave nothing.
    NoShare,
}

/// Shares of a loop's time, in percent.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Share {
    /// What the campaign layer owes it; none on the other layers.
    pub due_percent: Option<f64>,
    /// What it has in the loop.
    pub has_percent: f64,
}

/// One campaign in an [`Explanation`].
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CampaignReport {
    pub campaign: CampaignId,
    pub layer: Layer,
    pub verdict: Verdict,
    /// Items of its playlist that cannot be shown.
    pub skipped: Vec<Skipped>,
}

/// What plays on a kiosk at an instant, and why.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Explanation {
    pub kiosk: KioskId,
    /// The instant on the kiosk's own clock.
    pub instant: DateTime<Tz>,
    /// What is on the screen at the instant.
    pub shows: Show,
    pub program: Program,
    /// Every campaign of the release, the highest layer first.
    pub campaigns: Vec<CampaignReport>,
    /// Notices shown, the most urgent first.
    pub notices: Vec<NoticeId>,
}

/// Explains what plays on a kiosk at an instant.
pub fn explain(release: &Release, kiosk: &KioskFacts, instant: DateTime<Utc>) -> Explanation {
    let day = day_of(kiosk.time_zone, instant);
    let cast = Cast::new(release, kiosk, day);
    let program = program(release, &cast, instant);
    let due: BTreeMap<usize, f64> = cast.due_percent(instant).into_iter().collect();
    let players = cast.players(instant);
    let verdict = |index: usize, candidate: &Candidate| {
        let campaign = candidate.campaign;
        if !candidate.is_targeted {
            return Verdict::NotTargeted;
        }
        if !candidate.spans.iter().any(|s| s.contains(instant)) {
            return Verdict::NotNow(miss_on(campaign, day));
        }
        if !candidate.has_playlist {
            return Verdict::NoPlaylist(campaign.playlist.clone());
        }
        if candidate.slots.is_empty() {
            return Verdict::Empty(campaign.playlist.clone());
        }
        if candidate.is_muted() {
            return Verdict::NoShare;
        }
        if !players.contains(&index) {
            // A ready campaign that does not play has a ready one above it.
            return Verdict::Hidden { by: program.layer.unwrap_or(campaign.layer) };
        }
        let has_percent = program.share_percent(|slot| slot.campaign.as_ref() == Some(&campaign.id));
        if has_percent > 0.0 {
            Verdict::Plays(Share { due_percent: due.get(&index).copied(), has_percent })
        } else {
            Verdict::NoShare
        }
    };
    let mut campaigns: Vec<CampaignReport> = cast
        .candidates
        .iter()
        .enumerate()
        .map(|(index, candidate)| CampaignReport {
            campaign: candidate.campaign.id.clone(),
            layer: candidate.campaign.layer,
            verdict: verdict(index, candidate),
            skipped: candidate.skipped.clone(),
        })
        .collect();
    campaigns.sort_by_key(|report| std::cmp::Reverse(report.layer));
    Explanation {
        kiosk: kiosk.id.clone(),
        instant: instant.with_timezone(&kiosk.time_zone),
        shows: program.item_at(instant).slot.show.clone(),
        campaigns,
        notices: notices_for(release, kiosk, instant).into_iter().map(|n| n.id.clone()).collect(),
        program,
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Plays(Share { due_percent: Some(due), has_percent }) => {
                write!(f, "plays, {has_percent:.1} % of the loop (due {due:.1} %)")
            }
            Self::Plays(Share { due_percent: None, has_percent }) => write!(f, "plays, {has_percent:.1} % of the loop"),
            Self::NotTargeted => f.write_str("not for this kiosk"),
            Self::NotNow(miss) => write!(f, "not now: {miss}"),
            Self::NoPlaylist(playlist) => write!(f, "the release has no playlist {playlist}"),
            Self::Empty(playlist) => write!(f, "playlist {playlist} has nothing to show"),
            Self::Hidden { by } => write!(f, "hidden by the {} layer", by.tag()),
            Self::NoShare => f.write_str("no share of the loop is left for it"),
        }
    }
}

/// Most slots that are written out one by one.
const SLOTS_WRITTEN: usize = 40;

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let program = &self.program;
        let zone = self.instant.timezone();
        let clock = |at: DateTime<Utc>| at.with_timezone(&zone).format("%Y-%m-%d %H:%M:%S");
        writeln!(f, "{} at {}", self.kiosk, self.instant.format("%a %Y-%m-%d %H:%M:%S %Z"))?;
        writeln!(f, "  shows {}", self.shows)?;
        match program.layer {
            Some(layer) => writeln!(f, "  layer {}", layer.tag())?,
            None => writeln!(f, "  nothing is scheduled; the fallback stands in")?,
        }
        writeln!(f, "  this loop plays from {} until {}", clock(program.from), clock(program.until))?;
        if !self.campaigns.is_empty() {
            writeln!(f, "\ncampaigns")?;
        }
        let width = self.campaigns.iter().map(|c| c.campaign.as_str().len()).max().unwrap_or(0);
        for report in &self.campaigns {
            writeln!(f, "  {:<9}  {:<width$}  {}", report.layer.tag(), report.campaign.as_str(), report.verdict)?;
            for skipped in &report.skipped {
                writeln!(f, "             leaves out {}: {}", skipped.item, skipped.why)?;
            }
        }
        for skipped in program.skipped.iter().filter(|s| s.campaign.is_none()) {
            writeln!(f, "  the fallback {} cannot be shown: {}", skipped.item, skipped.why)?;
        }
        writeln!(f, "\nloop of {} items, {} s", program.slots.len(), program.loop_secs())?;
        for slot in program.slots.iter().take(SLOTS_WRITTEN) {
            let whose = slot.campaign.as_ref().map_or("", CampaignId::as_str);
            writeln!(f, "  {:>4} s  {:<9}  {}  {whose}", slot.seconds, slot.reason.tag(), slot.show)?;
        }
        if let Some(more) = program.slots.len().checked_sub(SLOTS_WRITTEN + 1) {
            writeln!(f, "  … and {} more", more + 1)?;
        }
        if !self.notices.is_empty() {
            let ids: Vec<&str> = self.notices.iter().map(NoticeId::as_str).collect();
            writeln!(f, "\nnotices: {}", ids.join(", "))?;
        }
        Ok(())
    }
}
