//! Reads places, events, offers, notices and surveys.

use super::desk::Kind;
use super::fields::Fields;
use super::value::LocalTime;
use super::words::{BODY, EMERGENCY_BODY, EMERGENCY_TITLE, LINE, MAY_BODY, MAY_LINE, TITLE};
use crate::{DateRange, Event, Language, Notice, NoticeLevel, Offer, Place, Survey, Targets, When};
use chrono::{NaiveDateTime, NaiveTime};

/// Reads a place.
pub(super) fn place(f: &Fields<'_>) -> Option<Place> {
    let id = f.id(Kind::Place);
    let kind = f.need("kind");
    let name = f.text("name", TITLE);
    let summary = f.text("summary", LINE);
    let description = f.text("description", MAY_BODY);
    let position = f.position();
    let (address, hours, phone, url) = (f.may("address"), f.may("hours"), f.may("phone"), f.may("url"));
    let picture = f.refer("picture", Kind::Media);
    let access = f.list("access");
    let (free, chief) = (f.may("free"), f.may("chief"));
    f.finish();
    if chief == Some(true) {
        let missing: Vec<&str> = Language::ALL
            .iter()
            .filter(|l| name.get(**l).is_none() || summary.get(**l).is_none())
            .map(|l| l.tag())
            .collect();
        if !missing.is_empty() {
            f.warning(
                "chief",
                format!(
                    "a chief place has its name and summary in every language; these lack one: {}",
                    missing.join(", ")
                ),
                "add them in translations/, or delete `chief = true`",
            );
        }
    }
    Some(Place {
        id: id?,
        kind: kind?,
        name,
        summary,
        description,
        position: position?,
        address: address.unwrap_or_default(),
        hours,
        phone,
        url,
        picture,
        access,
        free: free.unwrap_or_default(),
        chief: chief.unwrap_or_default(),
    })
}

/// Reads an event.
pub(super) fn event(f: &Fields<'_>) -> Option<Event> {
    let id = f.id(Kind::Event);
    let kind = f.need("kind");
    let title = f.text("title", TITLE);
    let summary = f.text("summary", LINE);
    let description = f.text("description", MAY_BODY);
    let when = when(f);
    let place = f.refer("place", Kind::Place);
    let spot = f.text("spot", MAY_LINE);
    if !f.has("place") && spot.is_empty() {
        f.warning("id", "nothing says where it is", "add `place = \"…\"` with a place's id, or `spot.en = \"…\"`");
    }
    let (free, children) = (f.may("free"), f.may("children"));
    let price = f.text("price", MAY_LINE);
    let url = f.may("url");
    let picture = f.refer("picture", Kind::Media);
    let access = f.list("access");
    f.finish();
    Some(Event {
        id: id?,
        kind: kind?,
        title,
        summary,
        description,
        when: when?,
        place,
        spot,
        free: free.unwrap_or_default(),
        children: children.unwrap_or_default(),
        price,
        url,
        picture,
        access,
    })
}

fn when(f: &Fields<'_>) -> Option<When> {
    let starts: Option<LocalTime> = f.need("starts");
    let ends: Option<LocalTime> = f.may("ends");
    let repeats = f.may("repeats");
    let except = f.list("except");
    let midnight = |day: chrono::NaiveDate| day.and_time(NaiveTime::MIN);
    // An all-day event ends at the midnight after its last day.
    let after = |day: chrono::NaiveDate| day.succ_opt().map(midnight);
    let (starts, ends, all_day): (NaiveDateTime, NaiveDateTime, bool) = match (starts?, ends) {
        (LocalTime::Day(first), None) => (midnight(first), after(first)?, true),
        (LocalTime::Day(first), Some(LocalTime::Day(last))) => (midnight(first), after(last)?, true),
        (LocalTime::At(starts), Some(LocalTime::At(ends))) => (starts, ends, false),
        (LocalTime::At(_), None) => {
            if !f.has("ends") {
                f.error("starts", "`ends` is missing", "add `ends = …` with a local time");
            }
            return None;
        }
        (LocalTime::Day(_), Some(LocalTime::At(_))) | (LocalTime::At(_), Some(LocalTime::Day(_))) => {
            f.error(
                "ends",
                "one of `starts` and `ends` has a time and the other has none",
                "give both a time, or neither",
            );
            return None;
        }
    };
    let when = When { starts, ends, all_day, repeats, except };
    if let Err(e) = when.validate() {
        let key = if matches!(e, crate::calendar::BadTime::EndsBeforeStart { .. }) { "ends" } else { "repeats" };
        f.error(key, e, "correct the times, or write a rule such as \"FREQ=WEEKLY;BYDAY=TH\"");
        return None;
    }
    if !when.starts_by_its_rule() {
        f.warning(
            "starts",
            "the first start is not one of the times that `repeats` gives",
            "start on the first day that the rule picks",
        );
    }
    Some(when)
}

/// Reads a range of days.
pub(super) fn days(f: &Fields<'_>, key: &'static str) -> Option<DateRange> {
    let inner = f.table(key)?;
    let (from, until) = (inner.need("from"), inner.may("until"));
    inner.finish();
    let range = DateRange { from: from?, until };
    if range.is_over(range.from) {
        f.error(key, format!("`{key}` ends before it begins"), "put the earlier day into `from`");
    }
    Some(range)
}

fn need_days(f: &Fields<'_>, key: &'static str) -> Option<DateRange> {
    if !f.has(key) {
        f.error_at(
            f.line,
            format!("`{key}` is missing"),
            format!("add `{key} = {{ from = 2028-01-01, until = 2028-12-31 }}`"),
        );
    }
    days(f, key)
}

/// Reads which kiosks a record is for.
pub(super) fn targets(f: &Fields<'_>) -> Targets {
    let Some(inner) = f.table("targets") else { return Targets::default() };
    let targets = Targets { kiosks: inner.refer_all("kiosks", Kind::Kiosk), groups: inner.list("groups") };
    inner.finish();
    targets
}

/// Reads an offer.
pub(super) fn offer(f: &Fields<'_>) -> Option<Offer> {
    let id = f.id(Kind::Offer);
    let kind = f.need("kind");
    let business = f.need("business");
    let title = f.text("title", TITLE);
    let summary = f.text("summary", LINE);
    let terms = f.text("terms", BODY);
    let valid = need_days(f, "valid");
    let place = f.refer("place", Kind::Place);
    let position = f.position();
    let (address, hours) = (f.may("address"), f.may("hours"));
    let picture = f.refer("picture", Kind::Media);
    let sample = f.may("sample");
    f.finish();
    Some(Offer {
        id: id?,
        kind: kind?,
        business: business?,
        title,
        summary,
        terms,
        valid: valid?,
        place,
        position: position?,
        address: address.unwrap_or_default(),
        hours,
        picture,
        sample: sample.unwrap_or_default(),
    })
}

/// Reads a notice.
pub(super) fn notice(f: &Fields<'_>) -> Option<Notice> {
    let id = f.id(Kind::Notice);
    let level = f.need("level");
    let (title, body) = match level {
        Some(NoticeLevel::Emergency) => (EMERGENCY_TITLE, EMERGENCY_BODY),
        _ => (TITLE, BODY),
    };
    let (title, body) = (f.text("title", title), f.text("body", body));
    let source = f.need("source");
    let valid = need_days(f, "valid");
    let targets = targets(f);
    let sign_language = f.refer("sign_language", Kind::Media);
    f.finish();
    Some(Notice { id: id?, level: level?, title, body, source: source?, valid: valid?, targets, sign_language })
}

/// Reads a survey.
pub(super) fn survey(f: &Fields<'_>) -> Option<Survey> {
    let id = f.id(Kind::Survey);
    let question = f.text("question", LINE);
    let answers = f.texts("answers", LINE);
    if !(2..=5).contains(&answers.len()) {
        f.error("answers", format!("there are {} answers", answers.len()), "give two to five answers");
    }
    let valid = need_days(f, "valid");
    let targets = targets(f);
    f.finish();
    Some(Survey { id: id?, question, answers, valid: valid?, targets })
}
