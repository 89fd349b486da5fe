//! Imported lists: what rows become, and what is said of those that do not fit.

use crate::city::{check, check_all, check_warning, draft, with};
use wayside_model::Severity::{Error, Warning};
use wayside_model::source::{Draft, Folder};
use wayside_model::{Event, EventId, Language, Place, PlaceId};

const LIST: &str = "import/lists.toml";
const CSV: &str = "import/libraries.csv";
const GEO: &str = "import/fountains.geojson";
const ICS: &str = "import/events.ics";

const CSV_IMPORT: &str = r#"[[import]]
kind = "places"
place_kind = "library"
format = "csv"
file = "import/libraries.csv"
language = "en"
id_prefix = "lib"
columns = { id = "ID", name = "NAME", lat = "Y", lon = "X", address = "ADDR", hours = "HOURS", phone = "TEL" }
"#;

const GEO_IMPORT: &str = r#"[[import]]
kind = "places"
place_kind = "park"
format = "geojson"
file = "import/fountains.geojson"
language = "en"
columns = { name = "title", summary = "what" }
"#;

const ICS_IMPORT: &str = r#"[[import]]
kind = "events"
event_kind = "civic"
format = "icalendar"
file = "import/events.ics"
language = "en"
id_prefix = "hall"
"#;

/// The city with a list; Spanish is not required, as a list has one language.
fn listed(import: &str, path: &str, list: impl AsRef<[u8]>) -> Folder {
    let mut folder = with(LIST, import);
    folder.0.insert(path.to_owned(), list.as_ref().to_vec());
    let city = String::from_utf8(folder.0["city.toml"].clone()).unwrap().replace("[\"en\", \"es\"]", "[\"en\"]");
    folder.0.insert("city.toml".to_owned(), city.into_bytes());
    folder
}

fn place(draft: &Draft, id: &str) -> Place {
    draft.release.as_ref().unwrap().places[&PlaceId::new(id).unwrap()].clone()
}

fn event(draft: &Draft, id: &str) -> Event {
    let events = &draft.release.as_ref().unwrap().events;
    events.get(&EventId::new(id).unwrap()).unwrap_or_else(|| panic!("no {id} in {:?}", events.keys())).clone()
}

const HEAD: &str = "ID,NAME,Y,X,ADDR,HOURS,TEL,EXTRA\n";

#[test]
fn rows_of_a_csv_become_places() {
    let rows = "1,Central Library,34.0505,-118.2551,\"630 W 5th St, Los Angeles\",Mo-Sa 10:00-17:30,213-228-7000,x\n\
                2,\"Little Tokyo\nBranch\",34.0473,-118.2391,203 S Los Angeles St,,,\n";
    let folder = listed(CSV_IMPORT, CSV, format!("\u{feff}{HEAD}{rows}"));
    let draft =
        check_all(&folder, &[(Warning, CSV, 3, "row 2: its name has several lines", "on one line in the list")]);
    let central = place(&draft, "lib-1");
    assert_eq!(central.name.best_str(Language::English), "Central Library");
    assert_eq!(central.address, "630 W 5th St, Los Angeles");
    assert_eq!(central.hours.unwrap().0, "Mo-Sa 10:00-17:30");
    assert_eq!((central.position.lat, central.position.lon), (34.0505, -118.2551));
    let branch = place(&draft, "lib-2");
    assert_eq!(branch.name.best_str(Language::English), "Little Tokyo Branch");
    assert!(branch.phone.is_none());
}

#[test]
fn rows_that_do_not_fit_are_left_out_and_the_others_go_on() {
    let rows = [
        "1,Central Library,34.0505,-118.2551,630 W 5th St,,,",
        "2,,34.0505,-118.2551,,,,",
        "3,No position,,,,,,",
        "4,Words for numbers,north,west,,,,",
        "5,New York,40.7128,-74.0060,,,,",
        "6,Too few cells,34.05",
        "1,Same id,34.05,-118.25,,,,",
        "8,Odd hours,34.05,-118.25,,whenever,,",
        "9,Bell\u{7},34.05,-118.25,,,,",
        "10,Not a number,NaN,-118.25,,,,",
    ];
    let folder = listed(CSV_IMPORT, CSV, format!("{HEAD}{}\n", rows.join("\n")));
    let draft = check_all(
        &folder,
        &[
            (Warning, CSV, 3, "row 2: it has no name; the row is left out", "columns.name"),
            (Warning, CSV, 4, "row 3: it has no position", "latitude"),
            (Warning, CSV, 5, "row 4: it has no position", "latitude"),
            (Warning, CSV, 6, "row 5: its position [40.7128, -74.006] lies outside", "bounds"),
            (Warning, CSV, 7, "row 6: it has 3 cells, but there are 8 columns", "quotation marks"),
            (Warning, CSV, 8, "row 7: its id `lib-1` is that of row 1", "ids"),
            (Warning, CSV, 9, "row 8: `whenever` is not understood as opening hours; this part", "OpenStreetMap"),
            (Warning, CSV, 10, "row 9: its name holds the character \\u{7}", "delete"),
            (Warning, CSV, 11, "row 10: it has no position", "latitude"),
        ],
    );
    assert_eq!(draft.release.unwrap().places.len(), 3);
    let latin = [HEAD.as_bytes(), b"1,Caf\xe9,34.05,-118.25,,,,\n2,Tea,34.05,-118.25,,,,\n"].concat();
    let folder = listed(CSV_IMPORT, CSV, latin);
    check_all(&folder, &[(Warning, CSV, 2, "row 1: it is not UTF-8 text", "save the list as UTF-8")]);
}

#[test]
fn a_csv_that_is_not_what_the_import_says() {
    let folder = listed(CSV_IMPORT, CSV, "ID,NAM,Y,X,ADDR,HOURS,TEL\n");
    check(&folder, LIST, 8, "`import/libraries.csv` has no column `NAME`", "did you mean `NAM`?");
    let folder = listed(&CSV_IMPORT.replace("columns = ", "# columns = "), CSV, HEAD);
    check(&folder, LIST, 1, "does not say what the columns hold", "there are ID, NAME");
    let many = "7,A,34.05,-118.25,,,,\n".repeat(20_001);
    let draft = draft(&listed(CSV_IMPORT, CSV, format!("{HEAD}{many}")));
    assert!(
        draft.problems.0.iter().any(|p| p.file == LIST && p.line == Some(5) && p.what.contains("more than 20000 rows"))
    );
}

#[test]
fn an_import_that_does_not_fit() {
    let table = [
        ("kind = \"places\"", "kind = \"place\"", 2, "`place` cannot be imported", "did you mean `places`?"),
        ("place_kind = \"library\"\n", "", 1, "`place_kind` is missing", "place_kind"),
        ("place_kind = \"library\"", "place_kind = \"libary\"", 3, "`libary`", "did you mean `library`?"),
        ("format = \"csv\"", "format = \"xls\"", 4, "`xls` is not a format", "write one of csv, geojson"),
        ("format = \"csv\"", "format = \"icalendar\"", 4, "iCalendar holds events, not places", "events"),
        ("libraries.csv", "library.csv", 5, "no file `import/library.csv`", "did you mean"),
        ("language = \"en\"", "language = \"english\"", 6, "`english` is not a language", "en"),
        ("id_prefix", "prefix", 7, "`prefix` is not a key", "delete"),
        ("phone = \"TEL\"", "fone = \"TEL\"", 8, "`fone` is not a key", "did you mean `phone`?"),
        ("[[import]]", "[[imports]]", 1, "`imports` does not belong", "did you mean `import`?"),
    ];
    for (from, to, line, what, fix) in table {
        check(&listed(&CSV_IMPORT.replace(from, to), CSV, HEAD), LIST, line, what, fix);
    }
}

#[test]
fn a_prefix_that_is_no_identifier_is_an_error_and_no_panic() {
    let prefixed = |prefix: &str| {
        listed(&CSV_IMPORT.replace("\"lib\"", &format!("\"{prefix}\"")), CSV, format!("{HEAD}1,A,34.05,-118.25,,,,\n"))
    };
    let cut_in_a_letter = format!("{}é", "x".repeat(47));
    for (prefix, fix) in [
        ("Lib Räume", "write \"lib-r-ume\""),
        (cut_in_a_letter.as_str(), "write \"xxx"),
        ("駅", "write for example \"library\""),
        ("-lib", "write \"lib\""),
    ] {
        check(&prefixed(prefix), LIST, 7, "is not an identifier", fix);
    }
    let long = check_all(&prefixed(&"x".repeat(64)), &[]).release.unwrap();
    let lengths: Vec<usize> = long.places.keys().map(|id| id.as_str().len()).filter(|len| *len > 48).collect();
    assert_eq!(lengths, [57]);
    check(&prefixed(""), LIST, 7, "`id_prefix` is empty", "leave the key out");
}

#[test]
fn a_list_in_one_language_is_one_warning_and_overlays_add_the_other() {
    let mut folder =
        listed(CSV_IMPORT, CSV, format!("{HEAD}1,Central Library,34.05,-118.25,,,,\n2,B,34.05,-118.25,,,,\n"));
    let city = folder.0["city.toml"].clone();
    let city = String::from_utf8(city).unwrap().replace("[\"en\"]", "[\"en\", \"es\"]");
    folder.0.insert("city.toml".into(), city.into_bytes());
    check_all(
        &folder,
        &[(Warning, LIST, 5, "2 of the 2 records of `import/libraries.csv` are not in Spanish", "translations/es/")],
    );
    folder.0.insert("translations/es.toml".into(), "[place.lib-1]\nname = \"Biblioteca Central\"\n".into());
    let draft = check_all(&folder, &[(Warning, LIST, 5, "1 of the 2 records", "translations/es/")]);
    assert_eq!(place(&draft, "lib-1").name.best_str(Language::Spanish), "Biblioteca Central");
}

#[test]
fn translations_of_imported_records_are_checked_as_others_are() {
    const ES: &str = "translations/es.toml";
    let mut folder = listed(CSV_IMPORT, CSV, format!("{HEAD}1,Central Library,34.05,-118.25,,,,\n"));
    let city = String::from_utf8(folder.0["city.toml"].clone()).unwrap().replace("[\"en\"]", "[\"en\", \"es\"]");
    folder.0.insert("city.toml".into(), city.into_bytes());
    for (name, what, fix) in [
        ("", "place `lib-1`: `name` in Spanish (es) is empty", "delete the line"),
        ("   ", "is empty", "delete the line"),
        ("Biblioteca\\u0007", "holds the character \\u{7}", "delete that character"),
        ("Biblioteca \\u202Elartnec", "holds the character \\u{202e}", "delete that character"),
        ("Biblioteca\\nCentral", "has several lines", "one line"),
        (&"B".repeat(100_001), "more than 100 kB", "shorten"),
    ] {
        folder.0.insert(ES.into(), format!("[place.lib-1]\nname = \"{name}\"\n").into_bytes());
        // What cannot be shown does not count as a translation.
        let lacking = (Warning, LIST, 5, "1 of the 1 records of `import/libraries.csv` are not in Spanish", "");
        check_all(&folder, &[(Error, ES, 2, what, fix), lacking]);
    }
    let long = format!("[place.lib-1]\nname = \" {} \"\n", "B".repeat(61));
    folder.0.insert(ES.into(), long.into_bytes());
    let draft = check_warning(&folder, ES, 2, "61 characters", "60 characters or fewer");
    assert_eq!(place(&draft, "lib-1").name.best_str(Language::Spanish).len(), 61);
    folder.0.insert(ES.into(), "provenance = \"machine\"\n[place.lib-1]\nname = \"Biblioteca\"\n".into());
    check_warning(&folder, ES, 0, "1 text is a machine draft in Spanish", "reviewed");
    folder.0.insert("translations/en.toml".into(), "[place.lib-1]\nname = \"Main Library\"\n".into());
    folder.0.remove(ES);
    let twice = (Error, "translations/en.toml", 2, "is given twice, here and in import/libraries.csv:2", "delete");
    check_all(&folder, &[twice, (Warning, LIST, 5, "1 of the 1 records", "")]);
}

#[test]
fn imported_texts_have_the_lengths_of_others() {
    let import = CSV_IMPORT.replace("address = \"ADDR\"", "summary = \"ADDR\"");
    let row =
        |name: &str, summary: &str| listed(&import, CSV, format!("{HEAD}1,{name},34.05,-118.25,\"{summary}\",,,\n"));
    check_warning(&row(&"A".repeat(61), ""), CSV, 2, "`name` in English (en) has 61 characters", "60 characters or");
    let draft =
        check_warning(&row("A", "Books\r\nand films"), CSV, 2, "row 1: its summary has several lines", "one line");
    assert_eq!(place(&draft, "lib-1").summary.best_str(Language::English), "Books and films");
    let whole = "A".repeat(100_001);
    check_warning(&row("A", &whole), CSV, 2, "its summary is 100001 bytes long, more than 100 kB; the row", "shorten");
    check_warning(&row(&whole, ""), CSV, 2, "its name is 100001 bytes long", "shorten");
    let place = calendar(&["UID:1\nSUMMARY:A\nDTSTART:20270105T100000\nDURATION:PT1H\nLOCATION:City Hall\\nRoom 3"]);
    let draft = check_warning(&place, ICS, 3, "event 1: its spot has several lines", "one line");
    assert_eq!(event(&draft, "hall-1").spot.best_str(Language::English), "City Hall Room 3");
}

#[test]
fn an_imported_id_that_is_taken() {
    let import = CSV_IMPORT.replace("id_prefix = \"lib\"\n", "");
    let folder = listed(&import, CSV, format!("{HEAD}union-station,Other,34.05,-118.25,,,,\n"));
    check_all(
        &folder,
        &[(Warning, CSV, 2, "place `union-station` stands in places/places.toml:1 already", "id_prefix")],
    );
}

#[test]
fn events_of_a_csv() {
    let import = "[[import]]\nkind = \"events\"\nevent_kind = \"film\"\nformat = \"csv\"\nfile = \"import/libraries.csv\"\nlanguage = \"en\"\n\
                  columns = { name = \"T\", starts = \"S\", ends = \"E\", repeats = \"R\", address = \"W\" }\n";
    let rows = "T,S,E,R,W\n\
                Evening,2027-07-14 19:30,2027-07-14 21:00,,City Hall\n\
                All day,2027-07-14,2027-07-16,,Park\n\
                American,7/14/2027 7:30 PM,7/14/2027 9:00 PM,,Park\n\
                Instant,2027-07-15T02:30:00Z,2027-07-15T04:00:00Z,,Park\n\
                Weekly,2026-01-08 10:00,2026-01-08 12:00,FREQ=WEEKLY,Park\n\
                Never,soon,later,,Park\n\
                No end,2027-07-14 19:30,,,Park\n\
                Mixed,2027-07-14,2027-07-14 21:00,,Park\n\
                Hostile,2026-01-08 10:00,2026-01-08 12:00,FREQ=SECONDLY,Park\n";
    let draft = check_all(
        &listed(import, CSV, rows),
        &[
            (Warning, CSV, 7, "row 6: its starts `soon` is not a time", "2028-07-14 19:30"),
            (Warning, CSV, 8, "row 7: it does not say when it ends", "2028-07-14"),
            (Warning, CSV, 9, "row 8: one of its start and end has a time", "2028-07-14"),
            (Warning, CSV, 10, "row 9: `FREQ=SECONDLY` is not a recurrence rule", "2028-07-14"),
        ],
    );
    let starts = |id: &str| event(&draft, id).when.starts.to_string();
    assert_eq!(starts("evening"), "2027-07-14 19:30:00");
    assert_eq!(starts("american"), "2027-07-14 19:30:00");
    assert_eq!(starts("instant"), "2027-07-14 19:30:00");
    let all_day = event(&draft, "all-day").when;
    assert!(all_day.all_day);
    assert_eq!(all_day.ends.to_string(), "2027-07-17 00:00:00");
    assert_eq!(event(&draft, "weekly").spot.best_str(Language::English), "Park");
}

#[test]
fn features_become_places_and_bad_ones_are_left_out() {
    let features = r#"{"type": "FeatureCollection", "features": [
      {"type": "Feature", "geometry": {"type": "Point", "coordinates": [-118.25, 34.05]}, "properties": {"title": "Grand Park", "what": "Water"}},
      {"type": "Feature", "geometry": {"type": "Point", "coordinates": [-118.25]}, "properties": {"title": "Half a point"}},
      {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [[[-118.2, 34.0], [-118.1, 34.0], [-118.1, 34.1], [-118.2, 34.0]]]}, "properties": {"title": "An area"}},
      {"type": "Feature", "geometry": null, "properties": {"title": "Nowhere"}},
      {"type": "Feature", "geometry": {"type": "Point", "coordinates": [34.05, -118.25]}, "properties": {"title": "Swapped"}},
      {"type": "Feature", "geometry": {"type": "Point", "coordinates": [-118.25, 34.05]}, "properties": null},
      {"type": "Featur"},
      7,
      {"type": "Feature", "geometry": {"type": "Point", "coordinates": [-118.24, 34.06]}, "properties": {"title": "강변 분수"}}
    ]}"#;
    let draft = check_all(
        &listed(GEO_IMPORT, GEO, features),
        &[
            (Warning, GEO, 0, "feature 2: it", ""),
            (Warning, GEO, 0, "feature 3: it is a Polygon, not a point", "export points"),
            (Warning, GEO, 0, "feature 4: it has no position", "latitude"),
            (Warning, GEO, 0, "feature 5: its position [-118.25, 34.05] lies outside", "bounds"),
            (Warning, GEO, 0, "feature 6: it has no name", "columns.name"),
            (Warning, GEO, 0, "feature 7: it is not a GeoJSON feature", "export"),
            (Warning, GEO, 0, "feature 8: it is not a GeoJSON feature", "export"),
        ],
    );
    assert_eq!(place(&draft, "grand-park").summary.best_str(Language::English), "Water");
    // A name without Latin letters still has an identifier, and a lasting one.
    assert_eq!(draft.release.unwrap().places.len(), 3);
}

#[test]
fn what_is_not_geojson() {
    let table = [
        ("{\"type\": \"FeatureCollection\",\n\"features\": [}", 2, "this is not JSON", "export the list anew"),
        ("[]", 0, "not a GeoJSON feature collection", "FeatureCollection"),
        ("{\"type\": \"Topology\"}", 0, "not a GeoJSON feature collection", "FeatureCollection"),
        ("{\"type\": \"FeatureCollection\", \"features\": 3}", 0, "not a GeoJSON feature collection", "features"),
        ("", 1, "this is not JSON", "export"),
    ];
    for (text, line, what, fix) in table {
        check(&listed(GEO_IMPORT, GEO, text), GEO, line, what, fix);
    }
    let deep = "[".repeat(100_000);
    assert!(draft(&listed(GEO_IMPORT, GEO, deep)).problems.0.iter().any(|p| p.what.contains("not JSON")));
}

/// A calendar of events, each given by its lines.
fn calendar(events: &[&str]) -> Folder {
    let events: Vec<String> = events.iter().map(|lines| format!("BEGIN:VEVENT\n{lines}\nEND:VEVENT\n")).collect();
    let text = format!("BEGIN:VCALENDAR\nVERSION:2.0\n{}END:VCALENDAR\n", events.concat()).replace('\n', "\r\n");
    listed(ICS_IMPORT, ICS, text)
}

#[test]
fn events_of_a_calendar() {
    let draft = check_all(
        &calendar(&[
            "UID:1\nSUMMARY:Council\\, open to all\nDTSTART;TZID=America/Los_Angeles:20270105T100000\nDTEND;TZID=America/Los_Angeles:20270105T120000\nLOCATION:City Hall\nDESCRIPTION:Bring\n  questions.\\nAll welcome.\nURL:https://lacity.gov/x",
            "UID:2\nSUMMARY:From New York\nDTSTART;TZID=\"America/New_York\":20270105T200000\nDURATION:PT1H30M",
            "UID:3\nSUMMARY:In UTC\nDTSTART:20270106T030000Z\nDTEND:20270106T050000Z",
            "UID:4\nSUMMARY:Holiday\nDTSTART;VALUE=DATE:20270704\nDTEND;VALUE=DATE:20270705",
            "UID:5\nSUMMARY:Weekly\nDTSTART:20260106T180000\nDTEND:20260106T190000\nRRULE:FREQ=WEEKLY;UNTIL=20281231T235959Z\nEXDATE;TZID=America/Los_Angeles:20261124T180000\nEXDATE:20261201T180000,20261208T180000",
            "UID:5\nRECURRENCE-ID:20261215T180000\nSUMMARY:Weekly\\, moved\nDTSTART:20261216T180000\nDTEND:20261216T190000",
            "UID:5\nRECURRENCE-ID:20261222T180000\nSUMMARY:Weekly\nSTATUS:CANCELLED\nDTSTART:20261222T180000\nDTEND:20261222T190000",
            "UID:6\nSUMMARY:Cancelled\nSTATUS:CANCELLED\nDTSTART;VALUE=DATE:20270704",
        ]),
        &[],
    );
    let council = event(&draft, "hall-1");
    assert_eq!(council.title.best_str(Language::English), "Council, open to all");
    assert_eq!(council.description.best_str(Language::English), "Bring questions.\nAll welcome.");
    assert_eq!(council.spot.best_str(Language::English), "City Hall");
    assert_eq!(council.url.as_deref(), Some("https://lacity.gov/x"));
    let times = |id: &str| {
        let when = event(&draft, id).when;
        (when.starts.to_string(), when.ends.to_string())
    };
    assert_eq!(times("hall-2"), ("2027-01-05 17:00:00".into(), "2027-01-05 18:30:00".into()));
    assert_eq!(times("hall-3"), ("2027-01-05 19:00:00".into(), "2027-01-05 21:00:00".into()));
    assert_eq!(times("hall-4"), ("2027-07-04 00:00:00".into(), "2027-07-05 00:00:00".into()));
    assert!(event(&draft, "hall-4").when.all_day);
    let except: Vec<String> = event(&draft, "hall-5").when.except.iter().map(ToString::to_string).collect();
    assert_eq!(except, ["2026-11-24", "2026-12-01", "2026-12-08", "2026-12-15", "2026-12-22"]);
    assert_eq!(times("hall-5-20261215t180000").0, "2026-12-16 18:00:00");
    assert_eq!(draft.release.unwrap().events.len(), 7);
}

#[test]
fn events_of_a_calendar_that_do_not_fit() {
    let at = "DTSTART:20270105T100000\nDTEND:20270105T120000";
    let private = format!("UID:1\nSUMMARY:A\nCLASS:PRIVATE\n{at}");
    let no_uid = format!("SUMMARY:A\n{at}");
    let no_title = format!("UID:3\n{at}");
    let further = format!("UID:11\nSUMMARY:A\n{at}\nRDATE:20270107T100000");
    let odd = format!("UID:12\nSUMMARY:A\u{202e}\n{at}");
    let garbage = format!("UID:13\nSUMMARY:A\n%%% not a property %%%\n{at}");
    let nested = format!("UID:14\nSUMMARY:A\n{}{}{at}", "BEGIN:VALARM\n".repeat(5_000), "END:VALARM\n".repeat(5_000));
    let table: [(&str, &str); 16] = [
        (&private, "it is marked PRIVATE"),
        (&no_uid, "it has no UID"),
        (&no_title, "it has no SUMMARY"),
        ("UID:4\nSUMMARY:A", "it has no DTSTART"),
        ("UID:5\nSUMMARY:A\nDTSTART:20270105T100000", "it has neither DTEND nor DURATION"),
        (
            "UID:6\nSUMMARY:A\nDTSTART;TZID=US-Mountain:20270105T100000\nDURATION:PT1H",
            "unknown time zone `US-Mountain`",
        ),
        ("UID:7\nSUMMARY:A\nDTSTART:tomorrow\nDURATION:PT1H", "its DTSTART `tomorrow` is not a time"),
        ("UID:8\nSUMMARY:A\nDTSTART:20270105T100000\nDURATION:-PT1H", "its DURATION `-PT1H` is not one"),
        ("UID:9\nSUMMARY:A\nDTSTART:20270105T100000\nDTEND:20270105T090000", "before or when it starts"),
        ("UID:10\nSUMMARY:A\nDTSTART:20270105T100000\nDURATION:PT1H\nRRULE:FREQ=SECONDLY", "not a recurrence rule"),
        (&further, "further days (RDATE)"),
        (&odd, "holds the character \\u{202e}"),
        (&garbage, "it cannot be read"),
        (&nested, "nested too deeply"),
        ("UID:15\nSUMMARY:A\nDTSTART:20270105T100000\nDTEND;VALUE=DATE:20270106", "the other has none"),
        (
            "UID:16\nSUMMARY:A\nDTSTART:20270106T030000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;BYDAY=WE",
            "in another time zone",
        ),
    ];
    for (lines, what) in table {
        let good = "UID:good\nSUMMARY:Good\nDTSTART:20270105T100000\nDURATION:PT1H";
        let draft = check_all(&calendar(&[lines, good]), &[(Warning, ICS, 3, what, "")]);
        assert!(draft.release.as_ref().unwrap().events.contains_key(&EventId::new("hall-good").unwrap()), "{what}");
    }
}

#[test]
fn what_is_not_a_calendar() {
    check(&listed(ICS_IMPORT, ICS, "hello"), ICS, 0, "there is no event in this file", "BEGIN:VCALENDAR");
    check(&listed(ICS_IMPORT, ICS, ""), ICS, 0, "there is no event in this file", "BEGIN:VCALENDAR");
    let cut_off = listed(ICS_IMPORT, ICS, "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n");
    check_all(&cut_off, &[(Warning, ICS, 2, "event 1: it has no END:VEVENT", "export")]);
    let latin = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Caf\xe9\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    check_all(&listed(ICS_IMPORT, ICS, latin), &[(Warning, ICS, 2, "it is not UTF-8 text", "export")]);
}
