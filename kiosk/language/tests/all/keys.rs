//! Keys of messages in the program: each exists, and each message is used.

use fluent_syntax::ast::Entry;
use fluent_syntax::parser::parse;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use wayside_language::ENGLISH_SOURCE;
use wayside_model::{Access, EventKind, OfferKind, PlaceKind, ServiceKind};

/// Folders of sources that say messages, seen from this crate.
const FOLDERS: [&str; 4] = ["src", "../core/src", "../screens/src", "../src"];

/// Beginnings of keys that the program puts together, such as `place-` and the tag of a kind of place.
const COMPUTED_PREFIXES: [&str; 8] =
    ["access-", "direction-", "event-", "filter-", "offer-", "place-", "service-", "theme-"];

fn english_keys() -> BTreeSet<&'static str> {
    let resource = parse(ENGLISH_SOURCE).expect("another test says why the file does not parse");
    let keys = resource.body.iter().filter_map(|entry| match entry {
        Entry::Message(message) => Some(message.id.name),
        _ => None,
    });
    keys.collect()
}

/// Reads every Rust file of the kiosk.
fn sources() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for folder in FOLDERS {
        let folder = Path::new(&std::env::var("CARGO_MANIFEST_DIR").unwrap()).join(folder);
        let before = found.len();
        read_folder(&folder, &mut found);
        assert!(found.len() > before, "{} holds no Rust file", folder.display());
    }
    found
}

fn read_folder(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_folder(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            found.push((path, text));
        }
    }
}

/// Returns the keys that a source says outright, as in `.say("home", …)`, with the line of each.
fn keys_said(text: &str) -> Vec<(usize, &str)> {
    let mut keys = Vec::new();
    for (at, call) in text.match_indices(".say(") {
        let argument = text[at + call.len()..].trim_start();
        if let Some((key, _)) = argument.strip_prefix('"').and_then(|rest| rest.split_once('"')) {
            keys.push((text[..at].lines().count(), key));
        }
    }
    keys
}

/// Returns what stands between quotes in a source; good enough to find keys in lists and matches.
fn literals(text: &str) -> impl Iterator<Item = &str> {
    text.lines().flat_map(|line| line.split('"').skip(1).step_by(2))
}

/// Leaves out the tests at the end of a source.
fn without_tests(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap_or(text)
}

#[test]
fn keys_are_found_in_calls() {
    let text = "a.say(\"home\", &[]);\nb\n  .say(\n    \"open-until\", x); c.say(key, &[])";
    assert_eq!(keys_said(text), [(1, "home"), (3, "open-until")]);
    let found: Vec<_> = literals("(\"places\", 3, \"offers\")\n\"home\"").collect();
    assert_eq!(found, ["places", "offers", "home"]);
}

#[test]
fn every_key_that_the_program_says_exists() {
    let keys = english_keys();
    let mut wrong = Vec::new();
    for (path, text) in &sources() {
        for (line, key) in keys_said(without_tests(text)) {
            if !keys.contains(key) {
                wrong.push(format!("{}:{line}: en.ftl has no `{key}`", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_kind_has_its_message() {
    let keys = english_keys();
    let kinds = PlaceKind::ALL.iter().map(|kind| format!("place-{}", kind.tag()));
    let kinds = kinds.chain(EventKind::ALL.iter().map(|kind| format!("event-{}", kind.tag())));
    let kinds = kinds.chain(OfferKind::ALL.iter().map(|kind| format!("offer-{}", kind.tag())));
    let kinds = kinds.chain(ServiceKind::ALL.iter().map(|kind| format!("service-{}", kind.tag())));
    let kinds = kinds.chain(Access::ALL.iter().map(|access| format!("access-{}", access.tag())));
    let missing: Vec<_> = kinds.filter(|key| !keys.contains(key.as_str())).collect();
    assert!(missing.is_empty(), "en.ftl lacks {}", missing.join(", "));
}

#[test]
fn every_message_is_used() {
    let sources = sources();
    let used: BTreeSet<&str> = sources.iter().flat_map(|(_, text)| literals(without_tests(text))).collect();
    let is_used = |key: &str| used.contains(key) || COMPUTED_PREFIXES.iter().any(|prefix| key.starts_with(prefix));
    let unused: Vec<_> = english_keys().into_iter().filter(|key| !is_used(key)).collect();
    assert!(unused.is_empty(), "nothing says {}", unused.join(", "));
}
