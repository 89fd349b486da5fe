//! Recorded visits: reading them, playing them, and what a broken one says.

use std::fs;
use std::path::Path;
use wayside_core::recording::{Recording, RecordingError};
use wayside_model::Language;

const HEAD: &str = r#"{"kiosk":"union-station","language":"en","release":3}"#;
const START: &str = r#"{"at":"2026-11-22T18:00:00Z","event":{"start":{"opens":null}}}"#;

#[test]
fn every_recorded_visit_holds() {
    let folder = Path::new(&std::env::var("CARGO_MANIFEST_DIR").unwrap()).join("tests/recordings");
    let mut names = Vec::new();
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        assert_eq!(path.extension().and_then(|e| e.to_str()), Some("jsonl"), "{} is no recording", path.display());
        let text = fs::read_to_string(&path).unwrap();
        let recording = Recording::parse(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        recording.replay().unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let expectations = text.lines().filter(|l| l.starts_with(r#"{"expect""#)).count();
        assert!(expectations >= 3, "{} expects hardly anything", path.display());
        // Time runs forward, so that the window can play it in the time that it took.
        let times: Vec<_> =
            text.lines().filter_map(|l| l.strip_prefix(r#"{"at":""#)).map(|l| l[..20].to_owned()).collect();
        assert!(times.is_sorted(), "{}: time runs backward", path.display());
        names.push(path.file_stem().unwrap().to_string_lossy().into_owned());
    }
    assert!(names.len() >= 6, "only {names:?}");
}

#[test]
fn a_recording_starts_as_its_head_says() {
    let recording = Recording::parse("# kept by hand\n\n{\"kiosk\":\"plaza\",\"language\":\"es\"}\n").unwrap();
    let state = recording.start();
    assert_eq!((state.language(), state.release, state.visit()), (Language::Spanish, None, None));
    assert_eq!(recording.replay().unwrap(), state);
    assert_eq!(Recording::parse(HEAD).unwrap().start().release, Some(3));
}

#[test]
fn what_is_written_is_read_again() {
    let text = format!("{HEAD}\n{START}\n{}\n", r#"{"expect":{"screen":"home"}}"#);
    let recording = Recording::parse(&text).unwrap();
    let mut written = serde_json::to_string(&recording.head).unwrap() + "\n";
    for (_, line) in &recording.lines {
        written += &(serde_json::to_string(line).unwrap() + "\n");
    }
    assert_eq!(written, text);
}

/// Reads a broken recording; the error names `line` and says every one of `says`.
fn check_malformed(text: &str, line: usize, says: &[&str]) {
    let error = Recording::parse(text).unwrap_err();
    let RecordingError::Malformed { line: found, .. } = &error else { panic!("{error} for {text:.200}") };
    let message = error.to_string();
    assert_eq!(*found, line, "{message}");
    assert!(message.starts_with(&format!("line {line}: ")), "{message}");
    for word in says {
        assert!(message.contains(word), "`{message}` does not say `{word}`");
    }
}

#[test]
fn a_broken_recording_names_the_line() {
    check_malformed("", 1, &["kiosk", "language"]);
    check_malformed("# only a remark\n\n", 1, &["kiosk", "language"]);
    check_malformed("not json", 1, &["expected"]);
    check_malformed(r#"{"kiosk":"Union Station","language":"en"}"#, 1, &["Union Station", "identifier"]);
    check_malformed(r#"{"kiosk":"union-station","language":"tlh"}"#, 1, &["tlh"]);
    check_malformed(r#"{"kiosk":"union-station","language":"en","visitor":"Ann"}"#, 1, &["visitor"]);
    check_malformed(START, 1, &["at"]);
    let after = |line: &str| format!("{HEAD}\n# a remark\n\n{line}\n");
    check_malformed(&after("{"), 4, &["EOF"]);
    check_malformed(&after("{}"), 4, &["`at`", "`event`", "`expect`"]);
    check_malformed(&after(HEAD), 4, &["kiosk"]);
    check_malformed(&after(r#"{"event":"tick"}"#), 4, &["`at`"]);
    check_malformed(&after(r#"{"at":"2026-11-22T18:00:00Z"}"#), 4, &["`event`"]);
    check_malformed(&after(r#"{"at":"yesterday","event":"tick"}"#), 4, &["yesterday"]);
    check_malformed(&after(r#"{"at":"2026-11-22T18:00:00Z","event":"dance"}"#), 4, &["dance"]);
    check_malformed(&after(r#"{"at":"2026-11-22T18:00:00Z","event":{"open":{"place":"Nowhere!"}}}"#), 4, &["Nowhere!"]);
    check_malformed(&after(r#"{"at":"2026-11-22T18:00:00Z","event":"tick","typed":"my secret"}"#), 4, &["typed"]);
    check_malformed(&after(r#"{"expect":{"screne":"home"}}"#), 4, &["screne"]);
    check_malformed(&after(r#"{"at":"2026-11-22T18:00:00Z","event":"tick","expect":{}}"#), 4, &["expect"]);
}

#[test]
fn a_huge_recording_is_refused_in_good_time() {
    check_malformed(&format!("{HEAD}\n{}", "x".repeat(65 * 1024)), 2, &["65536"]);
    check_malformed(&format!("{HEAD}\n{}", "\n".repeat(100_001)), 100_001, &["100000"]);
    let deep = format!("{HEAD}\n{}", "[".repeat(60_000));
    check_malformed(&deep, 2, &[]);
}

#[test]
fn an_unmet_expectation_says_what_was_and_where() {
    let play = |expect: &str| Recording::parse(&format!("{HEAD}\n{START}\n{expect}\n")).unwrap().replay();
    let cases = [
        (r#"{"expect":{"screen":"attract"}}"#, r#"screen "attract""#, "home"),
        (r#"{"expect":{"language":"ko"}}"#, "language Korean", "English"),
        (r#"{"expect":{"warning":true}}"#, "warning true", "false"),
    ];
    for (line, want, was) in cases {
        let error = play(line).unwrap_err();
        let RecordingError::Unmet { line: at, expected, found } = &error else { panic!("{error}") };
        assert_eq!((*at, expected.as_str()), (3, want));
        assert!(found.contains(was), "{error}");
        assert!(error.to_string().starts_with("line 3: expected"), "{error}");
    }
    assert!(play(r#"{"expect":{}}"#).is_ok(), "what is left out is not looked at");
    assert!(play(r#"{"expect":{"screen":"home","language":"en","warning":false}}"#).is_ok());
}
