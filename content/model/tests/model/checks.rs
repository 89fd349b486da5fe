//! Checks of records and between records.

use crate::city::{EVENT, PLACE, changed, check, check_all, check_warning, city, draft, with};
use wayside_model::Severity::{Error, Warning};

const PLACES: &str = "places/places.toml";
const EVENTS: &str = "events/events.toml";
const OFFERS: &str = "offers/offers.toml";
const PLAYING: &str = "signage/signage.toml";
const KIOSKS: &str = "kiosks/kiosks.toml";

#[test]
fn dead_references() {
    let table = [
        (
            EVENTS,
            "place = \"union-station\"",
            "place = \"union-staton\"",
            12,
            "names place `union-staton`",
            "`union-station`",
        ),
        (
            PLACES,
            "\"station-card\"",
            "\"station-crd\"",
            11,
            "names media `station-crd`",
            "did you mean `station-card`?",
        ),
        (PLAYING, "\"welcome-art\"", "\"welcme-art\"", 4, "names media `welcme-art`", "did you mean `welcome-art`?"),
        (
            PLAYING,
            "\"place:union-station\"",
            "\"place:nowhere\"",
            12,
            "`opens` names place `nowhere`",
            "write that place first",
        ),
        (
            PLAYING,
            "items = [\"welcome\"]",
            "items = [\"welcome\", \"welcom\"]",
            16,
            "names signage `welcom`",
            "`welcome`",
        ),
        (PLAYING, "playlist = \"everyday\"", "playlist = \"evryday\"", 21, "names playlist `evryday`", "`everyday`"),
        ("city.toml", "fallback = \"welcome\"", "fallback = \"wellcome\"", 6, "names signage `wellcome`", "`welcome`"),
        (
            "services/bulky-items.md",
            "[\"union-station\"]",
            "[\"union-sation\"]",
            7,
            "names place `union-sation`",
            "`union-station`",
        ),
        (OFFERS, "sample = true", "place = \"union-stations\"", 13, "names place `union-stations`", "`union-station`"),
        (
            "notices/notices.toml",
            "source =",
            "sign_language = \"asl-heat\"\nsource =",
            8,
            "names media `asl-heat`",
            "write that media",
        ),
    ];
    for (file, from, to, line, what, fix) in table {
        check(&changed(file, from, to), file, line, what, fix);
    }
    let folder = changed(
        PLAYING,
        "layer = \"base\"",
        "layer = \"base\"\ntargets = { kiosks = [\"almeda\"], groups = [\"dwntown\"] }",
    );
    check_all(
        &folder,
        &[
            (Error, PLAYING, 21, "names kiosk `almeda`", "did you mean `alameda`?"),
            (Error, PLAYING, 21, "no kiosk is in the group `dwntown`", "did you mean `downtown`?"),
            (Warning, PLAYING, 21, "never on: no kiosk is among its targets", "name kiosks"),
        ],
    );
}

#[test]
fn a_reference_to_a_broken_record_is_not_dead() {
    check(&changed(PLACES, "kind = \"station\"\n", ""), PLACES, 1, "`kind` is missing", "add a line `kind = …`");
    let mut folder = changed(PLACES, "free = true", "free = true true");
    folder.0.insert("translations/ko.toml".into(), "[place.union-station]\nname = \"역\"\n".into());
    check(&folder, PLACES, 13, "this is not TOML", "quotation marks");
}

#[test]
fn media_of_the_wrong_sort() {
    let folder = changed(PLACES, "\"station-card\"", "\"welcome-art\"");
    check(&folder, PLACES, 11, "`welcome-art` is made for signage, not for cards", "use = \"card\"");
    let folder = changed(PLAYING, "\"welcome-art\"", "\"station-card\"");
    check(&folder, PLAYING, 4, "`station-card` is made for cards, not for signage", "use = \"signage\"");
    let folder = changed("notices/notices.toml", "source =", "sign_language = \"welcome-art\"\nsource =");
    check(&folder, "notices/notices.toml", 8, "`welcome-art` is not a video", "name a video");
}

#[test]
fn duplicate_ids_name_both_places() {
    let mut folder = with("places/more.toml", PLACE);
    check(&folder, "places/places.toml", 2, "there is one already in places/more.toml:1", "another id");
    folder = changed(PLACES, "free = true\n", &format!("free = true\n{PLACE}"));
    check(&folder, PLACES, 15, "place `union-station`: there is one already in places/places.toml:1", "another id");
    // Different kinds may share an id.
    check_all(&changed(EVENTS, "id = \"thursday-market\"", "id = \"union-station\""), &[]);
}

#[test]
fn unknown_keys_get_a_suggestion() {
    let table = [
        (PLACES, "hours =", "hour =", 10, "`hour` is not a key", "did you mean `hours`?"),
        (EVENTS, "except =", "exept =", 11, "`exept` is not a key", "did you mean `except`?"),
        (KIOSKS, "bottom_mm = 500", "bottom_mm = 500, depth_mm = 90", 7, "`depth_mm` is not a key", "delete the line"),
        ("city.toml", "help_url", "color = \"blue\"\nhelp_url", 8, "`color` is not a key", "delete the line"),
        (
            PLAYING,
            "kicker.en = \"Los Angeles\"",
            "figure.en = \"3\"\nfigure.es = \"3\"\nkicker.en = \"Los Angeles\"",
            5,
            "`figure` is not a key",
            "delete",
        ),
        ("services/bulky-items.md", "phone =", "fone =", 6, "`fone` is not a key", "did you mean `phone`?"),
    ];
    for (file, from, to, line, what, fix) in table {
        check(&changed(file, from, to), file, line, what, fix);
    }
    check(&with("places/x.toml", "[[plaec]]\nid = \"x\"\n"), "places/x.toml", 1, "`plaec` is not a kind", "`place`");
    check(&with("places/x.toml", "[place]\nid = \"x\"\n"), "places/x.toml", 1, "not a list of tables", "[[place]]");
}

#[test]
fn wrong_types() {
    let table = [
        (PLACES, "free = true", "free = \"yes\"", 13, "`free` is a text, but true or false", "without quotes"),
        (
            PLACES,
            "address = \"800 N Alameda St\"",
            "address = 800",
            9,
            "`address` is a whole number, but a text",
            "quotation marks",
        ),
        (
            PLACES,
            "access = [\"step-free\", \"elevator\"]",
            "access = \"step-free\"",
            12,
            "a text, but a list",
            "access = […]",
        ),
        (KIOSKS, "faces_deg = 90", "faces_deg = \"east\"", 6, "`faces_deg` is a text, but a number", "34.05"),
        (KIOSKS, "width_px = 1080", "width_px = 1080.5", 7, "`width_px` is a number, but a whole number", "such as 8"),
        (KIOSKS, "width_px = 1080", "width_px = -5", 7, "`width_px` is -5", "from 0"),
        (KIOSKS, "faces_deg = 90", "faces_deg = nan", 6, "`faces_deg` is a number, but a number", "34.05"),
        (EVENTS, "except = [2026-11-26]", "except = [\"Thanksgiving\"]", 11, "a text, but a day", "2028-07-14"),
        (EVENTS, "starts = 2026-01-08T10:00:00", "starts = 2026-01-08T10:00:00-08:00", 8, "has an offset", "leave"),
        (
            KIOSKS,
            "\"America/Los_Angeles\"",
            "\"Pacific Time\"",
            10,
            "`Pacific Time` is not a time zone",
            "America/Los_Angeles",
        ),
        (
            KIOSKS,
            "\"America/Los_Angeles\"",
            "\"America/Denver\"",
            10,
            "keeps the time of America/Denver",
            "America/Los_Angeles",
        ),
        (KIOSKS, "[\"en\", \"es\"]", "[\"en\", \"es\", \"xx\"]", 9, "`xx` is not a language", "write one of en"),
        (
            PLACES,
            "id = \"union-station\"",
            "id = \"Union Station\"",
            2,
            "is not an identifier",
            "write \"union-station\"",
        ),
        (
            PLAYING,
            "opens = \"place:union-station\"",
            "opens = \"union-station\"",
            12,
            "is not a reference",
            "\"place:union-station\"",
        ),
        (PLAYING, "scene = \"poster\"", "scene = \"postr\"", 3, "`postr` is not a scene", "did you mean `poster`?"),
        (PLAYING, "layer = \"base\"", "layer = \"bass\"", 20, "`bass` is not one", "did you mean `base`?"),
    ];
    for (file, from, to, line, what, fix) in table {
        let draft = draft(&changed(file, from, to));
        let all: Vec<String> = draft.problems.0.iter().map(ToString::to_string).collect();
        let fits = draft.problems.0.iter().any(|p| {
            p.severity == Error
                && p.file == file
                && p.line == Some(line)
                && p.what.contains(what)
                && p.fix.contains(fix)
        });
        assert!(fits, "missing: {file}:{line} {what}; {fix}\nfound:\n{}", all.join("\n"));
    }
}

#[test]
fn positions() {
    let place = |position: &str| changed(PLACES, "[34.0561, -118.2365]", position);
    check(&place("[40.7128, -74.0060]"), PLACES, 8, "lies outside the city", "`bounds` in city.toml");
    check(&place("[-118.2365, 34.0561]"), PLACES, 8, "nowhere on Earth", "write [34.0561, -118.2365]");
    check(&place("[34.0561]"), PLACES, 8, "is not a position", "latitude and longitude");
    check(&place("\"34.0561, -118.2365\""), PLACES, 8, "is not a position", "[34.0561, -118.2365]");
    check(&place("[34.0561, 1e400]"), PLACES, 8, "`position`", "without quotes");
}

#[test]
fn times_of_events() {
    let market = |from: &str, to: &str| changed(EVENTS, from, to);
    check(&market("ends = 2026-01-08T14:00:00\n", ""), EVENTS, 8, "`ends` is missing", "local time");
    check(&market("T14:00:00", "T09:00:00"), EVENTS, 9, "before or when it starts", "correct the times");
    check(&market("2026-01-08T14:00:00", "2026-01-08"), EVENTS, 9, "the other has none", "both a time");
    check(&market("FREQ=WEEKLY;BYDAY=TH", "FREQ=SECONDLY"), EVENTS, 10, "not a recurrence rule", "FREQ=WEEKLY");
    check(&market("FREQ=WEEKLY;BYDAY=TH", "weekly"), EVENTS, 10, "`weekly` is not a recurrence rule", "FREQ=WEEKLY");
    check_warning(&market("BYDAY=TH", "BYDAY=FR"), EVENTS, 8, "the first start is not one", "first day");
    check_warning(&market("place = \"union-station\"\n", ""), EVENTS, 2, "nothing says where it is", "spot.en");
    let all_day = EVENT.replace("2026-01-08T10:00:00", "2028-07-14").replace("2026-01-08T14:00:00", "2028-07-30");
    let all_day = all_day.replace("repeats = \"FREQ=WEEKLY;BYDAY=TH\"\n", "");
    let draft = check_all(&with(EVENTS, all_day), &[]);
    let when = draft.release.unwrap().events.into_values().next().unwrap().when;
    assert!(when.all_day);
    assert_eq!(
        (when.starts.to_string(), when.ends.to_string()),
        ("2028-07-14 00:00:00".into(), "2028-07-31 00:00:00".into())
    );
}

#[test]
fn what_is_over_is_a_warning() {
    let once = |from: &str, to: &str| EVENT.replace("repeats = \"FREQ=WEEKLY;BYDAY=TH\"\n", "").replace(from, to);
    check_warning(
        &with(EVENTS, once("", "")),
        EVENTS,
        8,
        "event `thursday-market`: it was over on 2026-01-08",
        "days to come",
    );
    let ended = changed(EVENTS, "BYDAY=TH", "BYDAY=TH;UNTIL=20261101");
    check_warning(&ended, EVENTS, 8, "its last time is over", "delete it");
    // What takes place on the very day is not over.
    check_all(&with(EVENTS, once("2026-01-08", "2026-11-22")), &[]);
    let offer = changed(OFFERS, "until = 2028-12-31", "until = 2026-11-21");
    check_warning(&offer, OFFERS, 11, "offer `coffee`: its last day was 2026-11-21", "delete it");
    check_all(&changed(OFFERS, "until = 2028-12-31", "until = 2026-11-22"), &[]);
    let notice = changed("notices/notices.toml", "until = 2028-07-31", "until = 2026-08-31");
    check_warning(&notice, "notices/notices.toml", 9, "notice `heat`: its last day was 2026-08-31", "delete it");
}

#[test]
fn an_offer_without_terms() {
    let folder = changed(OFFERS, "terms.en = \"One per person\"\nterms.es = \"Una por persona\"\n", "");
    check(&folder, OFFERS, 1, "offer `coffee`: `terms` is missing", "terms.en");
    let folder = changed(OFFERS, "valid = { from = 2026-01-01, until = 2028-12-31 }\n", "");
    check(&folder, OFFERS, 1, "`valid` is missing", "from = 2028-01-01");
    let folder = changed(OFFERS, "from = 2026-01-01, until = 2028-12-31", "from = 2028-01-01, until = 2027-12-31");
    check(&folder, OFFERS, 11, "ends before it begins", "earlier day");
}

#[test]
fn signage_and_playlists() {
    let playing = |from: &str, to: &str| changed(PLAYING, from, to);
    check(&playing("seconds = 8", "seconds = 2"), PLAYING, 11, "stays for 2 seconds", "from 3 to 120");
    check(&playing("seconds = 8", "seconds = 121"), PLAYING, 11, "stays for 121 seconds", "from 3 to 120");
    check_all(&playing("seconds = 8", "seconds = 3"), &[]);
    check(&playing("items = [\"welcome\"]", "items = []"), PLAYING, 16, "the playlist is empty", "items = [\"…\"]");
    check(&playing("art = \"welcome-art\"\n", ""), PLAYING, 1, "`art` is missing", "picture for signage");
    check(
        &changed("city.toml", "fallback = \"welcome\"\n", ""),
        "city.toml",
        1,
        "`fallback` is missing",
        "nothing is scheduled",
    );
    let survey = changed("surveys/surveys.toml", "    { en = \"No\", es = \"No\" },\n", "");
    check(&survey, "surveys/surveys.toml", 5, "there are 1 answers", "two to five");
}

#[test]
fn kiosks() {
    let kiosk = |from: &str, to: &str| changed(KIOSKS, from, to);
    check(&kiosk("[\"en\", \"es\"]", "[]"), KIOSKS, 9, "speaks no language", "languages = [\"en\"");
    check(&kiosk("languages = [\"en\", \"es\"]\n", ""), KIOSKS, 1, "speaks no language", "languages = [\"en\"");
    check(&kiosk("[\"en\", \"es\"]", "[\"en\", \"en\"]"), KIOSKS, 9, "`en` is listed twice", "delete one");
    check(&kiosk("faces_deg = 90", "faces_deg = 360"), KIOSKS, 6, "`faces_deg` is 360", "clockwise from north");
    check(&kiosk("width_mm = 680", "width_mm = 0"), KIOSKS, 7, "no panel measures that", "data sheet");
    check(&kiosk("[34.0561, -118.2365]", "[34.0561, -117.0]"), KIOSKS, 5, "outside the city", "bounds");
}

#[test]
fn a_folder_without_a_city_has_no_release() {
    let mut folder = city();
    folder.0.remove("city.toml");
    let draft = check(&folder, "city.toml", 0, "the file is missing", "facts about the city");
    assert!(draft.release.is_none());
    let draft = check(
        &changed("city.toml", "time_zone = \"America/Los_Angeles\"\n", ""),
        "city.toml",
        1,
        "`time_zone` is missing",
        "time_zone",
    );
    assert!(draft.release.is_none());
    let draft = check(
        &changed("city.toml", "north = 34.34", "north = 33.0"),
        "city.toml",
        3,
        "holds no ground",
        "south must be less",
    );
    assert!(draft.problems.has_errors());
}
