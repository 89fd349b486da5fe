//! Campaigns: each must be on some day on some kiosk, and their shares must fit on each screen.

use crate::calendar::{matching_days, next_matching_day};
use crate::source::Records;
use crate::source::desk::{Desk, Kind};
use crate::{Campaign, KioskFacts, Layer};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use std::collections::BTreeSet;

/// How many days of a rule are looked at, from the first on which its campaign may run: a year and a leap day.
const LOOK_AHEAD_DAYS: i64 = 366;
/// Most days on which shares are added up, so that no folder keeps an editor waiting.
const MAX_DAYS: usize = 4_000;

/// Reports campaigns that are never on and shares that add up to more than a screen.
pub(super) fn check(desk: &Desk, records: &Records) {
    for campaign in records.campaigns.values() {
        check_is_ever_on(desk, records, campaign);
    }
    let sharing = sharing(desk.today, records);
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

/// A campaign that shares the screen, with the days that its rule picks: looked up once, asked at many moments.
struct Sharing<'c> {
    campaign: &'c Campaign,
    percent: u8,
    /// The first day, from today on, on which it may run.
    first: NaiveDate,
    /// The days that `repeats` picks, from yesterday on, as a part of the day may run past midnight; none where it
    /// has no rule.
    recurs_on: Option<BTreeSet<NaiveDate>>,
}

impl Sharing<'_> {
    fn is_on(&self, moment: NaiveDateTime) -> bool {
        self.campaign.is_on_where(moment, |day| self.recurs_on.as_ref().is_none_or(|days| days.contains(&day)))
    }

    /// Returns the days on which it may begin: a week from its first one, and those of its rule for a year.
    fn days(&self) -> impl Iterator<Item = NaiveDate> {
        let week = (0..7).filter_map(|n| later(self.first, n));
        let year = self.first..=later(self.first, LOOK_AHEAD_DAYS).unwrap_or(self.first);
        week.chain(self.recurs_on.iter().flat_map(move |days| days.range(year.clone()).copied()))
    }
}

/// Returns the campaigns of the campaign layer that ask for a share.
fn sharing(today: NaiveDate, records: &Records) -> Vec<Sharing<'_>> {
    let first = |c: &Campaign| c.days.map_or(today, |days| days.from.max(today));
    let of_layer = || records.campaigns.values().filter(|c| c.layer == Layer::Campaign);
    let last = of_layer().map(first).max().and_then(|day| later(day, LOOK_AHEAD_DAYS)).unwrap_or(today);
    let from = today.pred_opt().unwrap_or(today);
    of_layer()
        .filter_map(|campaign| {
            let recurs_on = campaign.repeats.as_ref().map(|rule| matching_days(rule, campaign.first_day(), from, last));
            Some(Sharing { campaign, percent: campaign.share_percent?, first: first(campaign), recurs_on })
        })
        .collect()
}

fn later(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    day.checked_add_signed(TimeDelta::days(days))
}

/// Reports the first moment at which the campaigns of a kiosk ask for more than the whole screen.
///
/// Shares only rise when a campaign begins: on the first day of its range, on a day that its rule picks, or at one of
/// its dayparts, which come round every week.
/// So a week from each first day is looked at and the days of each rule for a year, at the hours at which any begins.
fn check_shares(desk: &Desk, kiosk: &KioskFacts, sharing: &[Sharing<'_>]) {
    let here: Vec<&Sharing<'_>> = sharing.iter().filter(|s| s.campaign.targets.include(kiosk)).collect();
    let sum = |of: &[&Sharing<'_>]| of.iter().map(|s| u32::from(s.percent)).sum::<u32>();
    if sum(&here) <= 100 {
        return;
    }
    for moment in moments(&here) {
        let on: Vec<&Sharing<'_>> = here.iter().copied().filter(|s| s.is_on(moment)).collect();
        let total = sum(&on);
        let Some(last) = on.last().filter(|_| total > 100) else { continue };
        let shares: Vec<String> = on.iter().map(|s| format!("`{}` {} %", s.campaign.id, s.percent)).collect();
        let origin = desk.origin(Kind::Campaign, last.campaign.id.as_str());
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
fn moments(campaigns: &[&Sharing<'_>]) -> impl Iterator<Item = NaiveDateTime> {
    let days: BTreeSet<NaiveDate> = campaigns.iter().flat_map(|s| s.days()).collect();
    let times: BTreeSet<NaiveTime> = campaigns
        .iter()
        .flat_map(|s| s.campaign.dayparts.iter().map(|part| part.from))
        .chain(std::iter::once(NaiveTime::MIN))
        .collect();
    days.into_iter().take(MAX_DAYS).flat_map(move |day| times.clone().into_iter().map(move |time| day.and_time(time)))
}
