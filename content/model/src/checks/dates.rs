//! What is over already.

use crate::DateRange;
use crate::calendar::instant_of;
use crate::source::Records;
use crate::source::desk::{Desk, Kind};
use chrono::NaiveTime;

/// Reports events, offers, notices and surveys that are over on the day of the check.
pub(super) fn check(desk: &Desk, records: &Records) {
    let tz = desk.city.time_zone;
    let midnight = instant_of(tz, desk.today.and_time(NaiveTime::MIN));
    for event in records.events.values() {
        if event.when.next(tz, midnight).is_none() {
            let last = event.when.ends;
            let what = if event.when.repeats.is_some() {
                "its last time is over".to_owned()
            } else if event.when.all_day {
                format!("it is over since {}", last.date())
            } else {
                format!("it was over on {}", last.date())
            };
            report(desk, Kind::Event, event.id.as_str(), "starts", &what);
        }
    }
    let offers = records.offers.values().map(|o| (Kind::Offer, o.id.as_str(), o.valid));
    let notices = records.notices.values().map(|n| (Kind::Notice, n.id.as_str(), n.valid));
    let surveys = records.surveys.values().map(|s| (Kind::Survey, s.id.as_str(), s.valid));
    for (kind, id, DateRange { until, .. }) in offers.chain(notices).chain(surveys) {
        if let Some(until) = until.filter(|until| *until < desk.today) {
            report(desk, kind, id, "valid", &format!("its last day was {until}"));
        }
    }
}

fn report(desk: &Desk, kind: Kind, id: &str, key: &str, what: &str) {
    let origin = desk.origin(kind, id);
    desk.warning(
        &origin.file,
        origin.line_of(key),
        format!("{} `{id}`: {what}", kind.tag()),
        "delete it, or give it days to come",
    );
}
