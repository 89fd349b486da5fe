//! What must be absent from the crates' own code; what they are built from is checked in `tests/`.

use std::{
    fs,
    path::{Path, PathBuf},
};
use wayside_appliance::build::root;

/// Words by which a source opens a connection.
const NETWORK_WORDS: &[&str] =
    &["std::net", "os::unix::net", "TcpStream", "TcpListener", "UdpSocket", "UnixStream", "UnixListener"];

/// Words by which a source does input or output, or reads a clock, the environment or chance.
const IMPURE_WORDS: &[&str] = &[
    "fs::",
    "File::",
    "OpenOptions",
    "stdin",
    "env::var",
    "env::args",
    "env::current",
    "process::",
    "SystemTime",
    "Instant::now",
    "Utc::now",
    "Local::now",
    "Zoned::now",
    "Timestamp::now",
    "rand::",
    "getrandom",
    "fastrand",
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

/// The crates that a crate asks for itself, without those of its tests.
fn asked_for(crate_folder: &str) -> Vec<String> {
    let manifest = fs::read_to_string(root().join(crate_folder).join("Cargo.toml")).unwrap();
    let section = manifest.split_once("\n[dependencies]\n").unwrap().1.split("\n[").next().unwrap();
    section
        .lines()
        .filter_map(|line| line.split(['.', ' ', '=']).next())
        .filter(|n| !n.is_empty())
        .map(str::to_owned)
        .collect()
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
    let screens = asked_for("kiosk/screens");
    for absent in ["wayside-store", "wayside-repository", "wayside-sync", "rusqlite", "bevy", "bevy_egui", "winit"] {
        assert!(!screens.iter().any(|name| name == absent), "{absent}");
    }
    assert!(screens.iter().any(|name| name == "egui"), "{screens:?}");
}

#[test]
fn the_developer_commands_depend_on_next_to_nothing() {
    assert_eq!(asked_for("image-build"), ["libc"]);
}
