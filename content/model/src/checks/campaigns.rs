//! Campaigns: each must be on some day on some kiosk, and their shares must fit on each screen.

use crate::calendar::next_matching_day;
use crate::source::Records;
use crate::source::desk::{Desk, Kind};
use crate::{Campaign, KioskFacts, Layer};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use std::collections::BTreeSet;

/// Reports campaigns that are never on and shares that add up to more than a screen.
pub(super) fn check(desk: &Desk, records: &Records) {
    for campaign in records.campaigns.values() {
        check_is_ever_on(desk, records, campaign);
    }
    let sharing: Vec<&Campaign> =
        records.campaigns.values().filter(|c| c.layer == Layer::Campaign && c.share_percent.is_some()).collect();
    for kiosk in records.kiosks.values() {
        check_shares(desk, kiosk, &sharing);
    }
}

fn check_is_ever_on(desk: &Desk, records: &Records, campaign: &Campaign) {
    let origin = desk.origin(Kind::Campaign, campaign.id.as_str());
    let never = |key: &str, why: &str, fix: &str| {
        let what = format!("campaign `{}` is never on: {why}", campaign.id);
        desk.warning(&origin.file, origin.line_of(key), what, fix);
    };
    if !records.kiosks.is_empty()
        && desk.knows_all_kiosks(records.kiosks.len())
        && !records.kiosks.values().any(|kiosk| campaign.targets.include(kiosk))
    {
        never("targets", "no kiosk is among its targets", "name kiosks or groups that exist");
    }
    let Some(days) = campaign.days else { return };
    if days.is_over(desk.today) {
        return never("days", "its days are over", "delete it, or give it days to come");
    }
    if let Some(rule) = &campaign.repeats {
        let next = next_matching_day(rule, days.from, desk.today.max(days.from));
        if next.is_none_or(|day| !days.contains(day)) {
            never("repeats", "`repeats` picks none of its days to come", "widen `days`, or change the rule");
        }
    }
}

/// Reports the first moment at which the campaigns of a kiosk ask for more than the whole screen.
///
/// Shares only rise when a campaign begins, on the first day of its range or at one of its dayparts,
/// so a week from each first day is looked at.
fn check_shares(desk: &Desk, kiosk: &KioskFacts, sharing: &[&Campaign]) {
    let here: Vec<&Campaign> = sharing.iter().copied().filter(|c| c.targets.include(kiosk)).collect();
    let total: u32 = here.iter().filter_map(|c| c.share_percent).map(u32::from).sum();
    if total <= 100 {
        return;
    }
    for moment in moments(desk.today, &here) {
        let on: Vec<&Campaign> = here.iter().copied().filter(|c| c.is_on(moment)).collect();
        let total: u32 = on.iter().filter_map(|c| c.share_percent).map(u32::from).sum();
        let Some(last) = on.last().filter(|_| total > 100) else { continue };
        let shares: Vec<String> =
            on.iter().map(|c| format!("`{}` {} %", c.id, c.share_percent.unwrap_or_default())).collect();
        let origin = desk.origin(Kind::Campaign, last.id.as_str());
        desk.error(
            &origin.file,
            origin.line_of("share_percent"),
            format!(
                "kiosk `{}`: shares add up to {total} % on {}: {}",
                kiosk.id,
                moment.format("%Y-%m-%d at %H:%M"),
                shares.join(", ")
            ),
            "lower a share, or move a campaign to other days or hours",
        );
        return;
    }
}

/// Returns the local times at which a campaign may begin, ascending.
fn moments(today: NaiveDate, campaigns: &[&Campaign]) -> BTreeSet<NaiveDateTime> {
    let days: BTreeSet<NaiveDate> = campaigns
        .iter()
        .map(|c| c.days.map_or(today, |days| days.from.max(today)))
        .flat_map(|first| (0..7).filter_map(move |n| first.checked_add_signed(TimeDelta::days(n))))
        .collect();
    let times: BTreeSet<NaiveTime> = campaigns
        .iter()
        .flat_map(|c| c.dayparts.iter().map(|part| part.from))
        .chain(std::iter::once(NaiveTime::MIN))
        .collect();
    days.iter().flat_map(|day| times.iter().map(move |time| day.and_time(*time))).collect()
}
