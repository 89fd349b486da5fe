//! Reads signage, playlists and campaigns.

use super::desk::Kind;
use super::fields::Fields;
use super::record::{days, targets};
use super::suggest::or_list;
use super::words::{FIGURE, HEADLINE, MAY_LINE};
use crate::calendar::validate_rule;
use crate::{Campaign, Daypart, Layer, MediaId, Playlist, RecordRef, Scene, Signage};

/// The times in seconds that an item may stay.
const SECONDS: std::ops::RangeInclusive<u32> = 3..=120;

/// Reads an item of signage.
pub(super) fn signage(f: &Fields<'_>) -> Option<Signage> {
    let id = f.id(Kind::Signage);
    let scene = scene(f);
    let seconds = f.need::<u32>("seconds");
    if let Some(seconds) = seconds
        && !SECONDS.contains(&seconds)
    {
        f.error("seconds", format!("it stays for {seconds} seconds"), "write a time from 3 to 120 seconds");
    }
    let opens = f.may::<RecordRef>("opens");
    if let Some(opens) = &opens {
        let (kind, id) = match opens {
            RecordRef::Place(id) => (Kind::Place, id.to_string()),
            RecordRef::Event(id) => (Kind::Event, id.to_string()),
            RecordRef::Offer(id) => (Kind::Offer, id.to_string()),
            RecordRef::Service(id) => (Kind::Service, id.to_string()),
        };
        f.note_reference("opens", f.line_of("opens"), kind, &id);
    }
    f.finish();
    Some(Signage { id: id?, scene: scene?, seconds: seconds?, opens })
}

fn scene(f: &Fields<'_>) -> Option<Scene> {
    let scene: String = f.need("scene")?;
    match scene.as_str() {
        "poster" => {
            let art = art(f);
            let (kicker, headline, line) =
                (f.text("kicker", MAY_LINE), f.text("headline", HEADLINE), f.text("line", MAY_LINE));
            Some(Scene::Poster { art: art?, kicker, headline, line })
        }
        "fact" => {
            let (figure, headline, line) =
                (f.text("figure", FIGURE), f.text("headline", HEADLINE), f.text("line", MAY_LINE));
            Some(Scene::Fact { figure, headline, line })
        }
        "picture" => art(f).map(|art| Scene::Picture { art }),
        other => {
            let kinds = ["poster", "fact", "picture"];
            f.error("scene", format!("`{other}` is not a scene"), or_list(other, kinds.into_iter()));
            // What belongs to the scene that was meant is not unknown.
            f.leave(["art", "kicker", "headline", "line", "figure"]);
            None
        }
    }
}

fn art(f: &Fields<'_>) -> Option<MediaId> {
    if !f.has("art") {
        f.error_at(f.line, "`art` is missing", "add `art = \"…\"` with the id of a picture for signage");
    }
    f.refer("art", Kind::Media)
}

/// Reads a playlist.
pub(super) fn playlist(f: &Fields<'_>) -> Option<Playlist> {
    let id = f.id(Kind::Playlist);
    let items = f.refer_all("items", Kind::Signage);
    if f.items("items").is_empty() {
        f.error("items", "the playlist is empty", "list signage in it: `items = [\"…\"]`");
    }
    f.finish();
    Some(Playlist { id: id?, items })
}

/// Reads a campaign.
pub(super) fn campaign(f: &Fields<'_>) -> Option<Campaign> {
    let id = f.id(Kind::Campaign);
    let layer: Option<Layer> = f.need("layer");
    if !f.has("playlist") {
        f.error_at(f.line, "`playlist` is missing", "add `playlist = \"…\"` with a playlist's id");
    }
    let playlist = f.refer("playlist", Kind::Playlist);
    let days = days(f, "days");
    let repeats: Option<String> = f.may("repeats");
    match (&repeats, days) {
        (Some(_), None) if !f.has("days") => {
            f.error("repeats", "`repeats` needs a first day", "add `days = { from = 2028-01-01 }`");
        }
        (Some(rule), Some(days)) => {
            if let Err(e) = validate_rule(rule, days.from) {
                f.error("repeats", e, "write a rule such as \"FREQ=WEEKLY;BYDAY=SA,SU\"");
            }
        }
        _ => {}
    }
    let dayparts = f.tables("dayparts").iter().filter_map(daypart).collect();
    let targets = targets(f);
    let share = f.may::<u32>("share_percent");
    let share_percent = share.and_then(|share| u8::try_from(share).ok()).filter(|share| (1..=100).contains(share));
    if let (Some(share), None) = (share, share_percent) {
        f.error("share_percent", format!("a share of {share} percent"), "write a share from 1 to 100");
    }
    if share.is_some() && layer.is_some_and(|layer| layer != Layer::Campaign) {
        f.warning(
            "share_percent",
            "only the layer `campaign` shares the screen",
            "delete `share_percent`, or write `layer = \"campaign\"`",
        );
    }
    f.finish();
    Some(Campaign { id: id?, layer: layer?, playlist: playlist?, days, repeats, dayparts, targets, share_percent })
}

fn daypart(f: &Fields<'_>) -> Option<Daypart> {
    let (weekdays, from, until) = (f.list("weekdays"), f.need("from"), f.need("until"));
    f.finish();
    Some(Daypart { weekdays, from: from?, until: until? })
}
