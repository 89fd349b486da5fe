//! Lists and calendars as cities and programs really write them, where they are beside the checkout.

use crate::city::{draft, with};
use std::io::Write;
use std::path::{Path, PathBuf};
use wayside_model::source::Draft;
use wayside_model::{EventId, Language};

/// Returns the folder of shared data, or says on the error stream that the test is skipped.
fn shared_data(test: &str) -> Option<PathBuf> {
    let folder = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").unwrap()).join("../../../shared/data");
    if folder.is_dir() {
        return Some(folder);
    }
    // Written past the test harness, which keeps the output of tests that pass to itself.
    let line = format!("SKIPPED {test}: ../shared/data is not here\n");
    std::io::stderr().write_all(line.as_bytes()).unwrap();
    None
}

/// Imports one file into the small city.
fn import(file: &Path, name: &str, rest: &str) -> Draft {
    let bytes = std::fs::read(file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    let import = format!("[[import]]\nfile = \"import/{name}\"\nlanguage = \"en\"\n{rest}\n");
    let mut folder = with("import/lists.toml", import);
    folder.0.insert(format!("import/{name}"), bytes);
    draft(&folder)
}

#[track_caller]
fn problems(draft: &Draft, name: &str) -> Vec<String> {
    assert!(!draft.problems.has_errors(), "{:?}", draft.problems);
    let file = format!("import/{name}");
    draft.problems.0.iter().filter(|p| p.file == file).map(|p| p.what.clone()).collect()
}

#[test]
fn calendars() {
    let Some(data) = shared_data("calendars") else { return };
    let table: [(&str, &[&str]); 7] = [
        // Folded in the middle of a character.
        ("bad_wrapping.ics", &[]),
        ("event.ics", &["event 1: it is marked PRIVATE"]),
        ("nonstandard.ics", &["event 1: it is marked PRIVATE"]),
        ("recurrence.ics", &["event 1: it is marked PRIVATE"]),
        ("single_event_bad_dtstart.ics", &["event 1: it is marked PRIVATE"]),
        ("single_event_bad_line.ics", &["event 1: it is marked PRIVATE"]),
        ("timezone.ics", &[]),
    ];
    for (name, expect) in table {
        let draft = import(
            &data.join("feeds/ical").join(name),
            name,
            "kind = \"events\"\nevent_kind = \"civic\"\nformat = \"icalendar\"",
        );
        let found = problems(&draft, name);
        // Both events of the past are over, which is said of each.
        let found: Vec<&String> = found.iter().filter(|p| !p.contains("over")).collect();
        assert_eq!(found.len(), expect.len(), "{name}: {found:?}");
        assert!(found.iter().zip(expect).all(|(f, e)| f.contains(e)), "{name}: {found:?}");
        let events = draft.release.unwrap().events;
        match name {
            "bad_wrapping.ics" => {
                let event = &events[&EventId::new("6e7d7fe5-6735-4cdd-bfe4-761dfcecd7a7").unwrap()];
                let words = "Event description that puts a UTF-8 multi-octet sequence right\u{a0}here.";
                assert_eq!(event.description.best_str(Language::English).replace(' ', ""), words.replace(' ', ""));
                assert!(event.when.all_day);
            }
            "timezone.ics" => {
                let event = &events[&EventId::new("9b9cb907-f25f-4d27-b6f3-6de3a3397bc2").unwrap()];
                // Seven in the evening in New York.
                assert_eq!(event.when.starts.to_string(), "2012-03-23 16:00:00");
            }
            _ => assert_eq!(events.len(), 1, "{name}"),
        }
    }
}

#[test]
fn bicycle_stations() {
    let Some(data) = shared_data("bicycle_stations") else { return };
    let name = "stations.json";
    let draft = import(
        &data.join("los-angeles/metrobike_station_2020q1.json"),
        name,
        "kind = \"places\"\nplace_kind = \"station\"\nformat = \"geojson\"\nid_prefix = \"bike\"\n\
         columns = { id = \"station\", name = \"station_name\" }",
    );
    let found = problems(&draft, name);
    let release = draft.release.unwrap();
    assert!(release.places.len() > 200, "{} places; {found:?}", release.places.len());
    let flower = release.places.values().find(|p| p.id.as_str() == "bike-3005").unwrap();
    assert_eq!(flower.name.best_str(Language::English), "7th & Flower");
    assert!((flower.position.lat - 34.0485).abs() < 1e-9);
}

#[test]
fn areas_and_bare_lists_of_features_are_explained() {
    let Some(data) = shared_data("areas_and_bare_lists_of_features_are_explained") else { return };
    let rest = "kind = \"places\"\nplace_kind = \"park\"\nformat = \"geojson\"\ncolumns = { name = \"name\" }";
    let draft = import(&data.join("los-angeles/la_neighborhoods_clickthathood.geojson"), "areas.geojson", rest);
    let found = problems(&draft, "areas.geojson");
    assert_eq!(found.len(), 114);
    assert!(found.iter().all(|p| p.contains("not a point")), "{found:?}");
    let draft = import(&data.join("los-angeles/lacmta_pathways_stops.geojson"), "stops.geojson", rest);
    let errors: Vec<&str> =
        draft.problems.0.iter().filter(|p| p.file == "import/stops.geojson").map(|p| p.what.as_str()).collect();
    assert_eq!(errors, ["this is not a GeoJSON feature collection"]);
}
