//! References: each must lead to a record, and to one of the right sort.

use crate::source::Records;
use crate::source::desk::{Desk, Kind};
use crate::source::media::Use;
use crate::source::suggest::did_you_mean;
use crate::{MediaId, MediaKind, Targets};
use std::collections::{BTreeMap, BTreeSet};

/// Reports references to records that do not exist.
pub(super) fn check(desk: &Desk) {
    let declared = desk.declared.borrow();
    for reference in &*desk.references.borrow() {
        let (kind, id) = &reference.to;
        if !declared.contains_key(&reference.to) {
            let others = declared.keys().filter(|(k, _)| k == kind).map(|(_, id)| id.as_str());
            desk.error(
                &reference.file,
                Some(reference.line),
                format!("{} names {} `{id}`, which does not exist", reference.from, kind.tag()),
                did_you_mean(id, others, format!("write that {} first, or name another", kind.tag())),
            );
        }
    }
}

/// What a record needs a piece of media to be.
#[derive(Clone, Copy, PartialEq)]
enum Wanted {
    Card,
    Signage,
    Video,
}

/// Reports references to media of the wrong sort.
pub(super) fn check_media(desk: &Desk, records: &Records, uses: &BTreeMap<MediaId, Use>) {
    let cards = (records.places.values().map(|p| (Kind::Place, p.id.as_str(), p.picture.as_ref())))
        .chain(records.events.values().map(|e| (Kind::Event, e.id.as_str(), e.picture.as_ref())))
        .chain(records.offers.values().map(|o| (Kind::Offer, o.id.as_str(), o.picture.as_ref())))
        .map(|(kind, id, media)| (kind, id, "picture", media, Wanted::Card));
    let art = records.signage.values().map(|s| (Kind::Signage, s.id.as_str(), "art", s.scene.art(), Wanted::Signage));
    let signed = records
        .notices
        .values()
        .map(|n| (Kind::Notice, n.id.as_str(), "sign_language", n.sign_language.as_ref(), Wanted::Video));
    for (kind, id, key, media, wanted) in cards.chain(art).chain(signed) {
        let Some(media) = media.and_then(|media| records.media.get(media)) else { continue };
        let is_picture = matches!(media.kind, MediaKind::Picture { .. });
        let (what, fix) = match (wanted, uses.get(&media.id)) {
            (Wanted::Video, _) if !matches!(media.kind, MediaKind::Video { .. }) => ("is not a video", "name a video"),
            (Wanted::Card | Wanted::Signage, _) if !is_picture => ("is not a picture", "name a picture"),
            (Wanted::Signage, Some(Use::Card)) => {
                ("is made for cards, not for signage", "name a picture with `use = \"signage\"`")
            }
            (Wanted::Card, Some(Use::Signage)) => {
                ("is made for signage, not for cards", "name a picture with `use = \"card\"`")
            }
            _ => continue,
        };
        let origin = desk.origin(kind, id);
        desk.error(
            &origin.file,
            origin.line_of(key),
            format!("{} `{id}`: media `{}` {what}", kind.tag(), media.id),
            fix,
        );
    }
}

/// Reports groups of kiosks that no kiosk is in.
pub(super) fn check_groups(desk: &Desk, records: &Records) {
    if !desk.knows_all_kiosks(records.kiosks.len()) {
        return;
    }
    let groups: BTreeSet<&str> = records.kiosks.values().flat_map(|k| &k.groups).map(String::as_str).collect();
    for (kind, id, targets) in targeted(records) {
        for group in targets.groups.iter().filter(|group| !groups.contains(group.as_str())) {
            let origin = desk.origin(kind, id);
            desk.error(
                &origin.file,
                origin.line_of("targets"),
                format!("{} `{id}`: no kiosk is in the group `{group}`", kind.tag()),
                did_you_mean(group, groups.iter().copied(), "add the group to a kiosk's `groups`, or name another"),
            );
        }
    }
}

/// Reports kiosks that keep another time than their city: dates of events are in the city's, clocks on screen in the kiosk's.
pub(super) fn check_zones(desk: &Desk, records: &Records) {
    let zone = desk.city.time_zone;
    for kiosk in records.kiosks.values().filter(|kiosk| desk.city.is_zone_known && kiosk.time_zone != zone) {
        let origin = desk.origin(Kind::Kiosk, kiosk.id.as_str());
        desk.error(
            &origin.file,
            origin.line_of("time_zone"),
            format!("kiosk `{}` keeps the time of {}, and its city that of {zone}", kiosk.id, kiosk.time_zone),
            format!("write `time_zone = \"{zone}\"`; a place with another time is another city's"),
        );
    }
}

/// Returns every record that is for some kiosks only.
fn targeted(records: &Records) -> impl Iterator<Item = (Kind, &str, &Targets)> {
    (records.campaigns.values().map(|c| (Kind::Campaign, c.id.as_str(), &c.targets)))
        .chain(records.notices.values().map(|n| (Kind::Notice, n.id.as_str(), &n.targets)))
        .chain(records.surveys.values().map(|s| (Kind::Survey, s.id.as_str(), &s.targets)))
}
