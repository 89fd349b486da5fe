//! What must be absent from the code, as the README's invariants say.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};
use wayside_appliance::build::root;

/// Crates that speak HTTP, or encrypt connections.
const NETWORK_CRATES: &[&str] =
    &["axum", "curl", "h2", "hyper", "isahc", "native-tls", "quinn", "reqwest", "rustls", "tungstenite", "ureq"];

/// Words by which a source opens a connection.
const NETWORK_WORDS: &[&str] =
    &["std::net", "os::unix::net", "TcpStream", "TcpListener", "UdpSocket", "UnixStream", "UnixListener"];

/// Words by which a source does input or output, or reads a clock, the environment or chance.
const IMPURE_WORDS: &[&str] = &[
    "std::fs", "std::io::stdin", "std::env::", "std::process", "std::time::", "SystemTime", "Instant::now", "Utc::now",
    "Local::now", "Zoned::now", "Timestamp::now", "rand::", "getrandom", "fastrand", "uuid::",
];

/// The Rust sources below a folder.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
    found
}

/// The places in a crate's sources, comments left out, where one of these words stands.
fn places_of(words: &[&str], crate_folder: &str) -> Vec<String> {
    let files = sources(&root().join(crate_folder).join("src"));
    assert!(!files.is_empty(), "{crate_folder} has no sources");
    let mut places = Vec::new();
    for file in files {
        for (line, number) in fs::read_to_string(&file).unwrap().lines().zip(1..) {
            let code = line.split("//").next().unwrap_or_default();
            let found = words.iter().filter(|word| code.contains(**word));
            places.extend(found.map(|word| format!("{}:{number}: {word}", file.display())));
        }
    }
    places
}

/// Every crate that a crate is linked from, as the lock file has it, whatever the features chosen.
fn linked_from(name: &str) -> BTreeSet<String> {
    let lock = fs::read_to_string(root().join("Cargo.lock")).unwrap();
    let mut crates: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for package in lock.split("[[package]]").skip(1) {
        let value = |line: &'static str| package.lines().find_map(|l| l.strip_prefix(line)).unwrap_or_default();
        let needs = package.split_once("dependencies = [").map_or("", |(_, rest)| rest.split(']').next().unwrap());
        let needs = needs.split('"').skip(1).step_by(2).map(|need| need.split(' ').next().unwrap());
        crates.entry(value("name = ").trim_matches('"')).or_default().extend(needs);
    }
    assert!(crates.contains_key(name), "{name} is in no lock file");
    let (mut found, mut waiting) = (BTreeSet::new(), vec![name]);
    while let Some(next) = waiting.pop() {
        if found.insert(next.to_owned()) {
            waiting.extend(crates.get(next).into_iter().flatten());
        }
    }
    found
}

#[test]
fn the_kiosk_links_nothing_that_speaks_http() {
    let kiosk = linked_from("wayside-kiosk");
    assert!(kiosk.contains("bevy_egui") && kiosk.contains("wayside-store"), "the lock file was not understood");
    let found: Vec<_> = NETWORK_CRATES.iter().filter(|name| kiosk.contains(**name)).collect();
    assert!(found.is_empty(), "{found:?}");
    let agent = linked_from("wayside-agent");
    assert!(NETWORK_CRATES.iter().any(|name| agent.contains(*name)), "the agent's would be found");
}

#[test]
fn the_kiosks_own_code_opens_no_socket() {
    for folder in ["kiosk", "kiosk/core", "kiosk/language", "kiosk/screens", "content/store"] {
        assert_eq!(places_of(NETWORK_WORDS, folder), Vec::<String>::new());
    }
    assert!(!places_of(NETWORK_WORDS, "provisioning/hub").is_empty(), "the hub's would be found");
}

#[test]
fn domain_crates_do_no_io_and_read_no_clock() {
    for folder in ["content/model", "content/schedule", "kiosk/core", "kiosk/language"] {
        assert_eq!(places_of(IMPURE_WORDS, folder), Vec::<String>::new());
    }
    assert!(!places_of(IMPURE_WORDS, "content/store").is_empty(), "the store's would be found");
}

#[test]
fn screens_know_neither_store_nor_repository_nor_window() {
    let screens = linked_from("wayside-screens");
    for absent in ["wayside-store", "wayside-repository", "wayside-sync", "rusqlite", "bevy", "winit"] {
        assert!(!screens.contains(absent), "{absent}");
    }
    assert!(screens.contains("egui"));
}

#[test]
fn the_developer_commands_depend_on_next_to_nothing() {
    let appliance: Vec<_> = linked_from("wayside-appliance").into_iter().collect();
    assert_eq!(appliance, ["libc", "wayside-appliance"]);
}
