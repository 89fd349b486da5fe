//! What programs must not be built from.

use std::collections::BTreeSet;
use wayside_tests::{dependencies, features};

/// Packages that speak to the network, or encrypt what is sent over it.
const NETWORK: &[&str] = &[
    "attohttpc",
    "awc",
    "axum",
    "curl",
    "curl-sys",
    "h2",
    "h3",
    "hyper",
    "hyper-util",
    "isahc",
    "minreq",
    "native-tls",
    "openssl",
    "openssl-sys",
    "quinn",
    "reqwest",
    "rustls",
    "rustls-webpki",
    "socket2",
    "surf",
    "tokio-rustls",
    "tower-http",
    "tungstenite",
    "ureq",
    "webpki-roots",
    "websocket",
    "zbus",
];

/// Packages that draw or open windows.
const SCREENS: &[&str] = &["egui", "epaint", "wgpu", "winit", "accesskit", "wayside-screens"];

fn check(package: &str, absent: &[&str]) -> BTreeSet<String> {
    let found = dependencies(package);
    assert!(found.contains(package), "{package} is not among {found:?}");
    let bad: Vec<_> = found
        .iter()
        .filter(|name| absent.contains(&name.as_str()) || (absent == SCREENS && name.starts_with("bevy")))
        .collect();
    assert!(bad.is_empty(), "{package} is built from {bad:?}");
    found
}

#[test]
fn the_domain_knows_no_screens_and_no_network() {
    for package in ["wayside-model", "wayside-schedule", "wayside-core", "wayside-language", "wayside-store"] {
        check(package, SCREENS);
        let found = check(package, NETWORK);
        assert!(!found.contains("tokio"), "{package} needs no runtime");
    }
}

#[test]
fn the_domain_does_no_input_or_output() {
    for package in ["wayside-model", "wayside-schedule", "wayside-core"] {
        let found = check(package, &["rusqlite", "memmap2", "tempfile", "wayside-store", "wayside-repository"]);
        assert!(found.len() > 5, "{package}: {found:?}");
    }
}

#[test]
fn the_screens_know_no_bevy() {
    let found = check("wayside-screens", NETWORK);
    let bevy: Vec<_> = found.iter().filter(|name| name.starts_with("bevy")).collect();
    assert!(bevy.is_empty(), "{bevy:?}");
    assert!(found.contains("egui"), "this looks at the right package");
}

#[test]
fn the_kiosk_has_no_network() {
    let found = check("wayside-kiosk", NETWORK);
    assert!(found.contains("bevy") && found.contains("wayside-store"), "this looks at the right package");
    for package in ["wayside-agent", "wayside-hub", "wayside-sync", "wayside-repository", "tokio"] {
        assert!(!found.contains(package), "the kiosk reads the store and nothing else, but has {package}");
    }
}

#[test]
fn only_the_agent_asks_and_only_the_hub_answers() {
    assert!(dependencies("wayside-agent").contains("reqwest"), "what is forbidden elsewhere is found where it is");
    assert!(dependencies("wayside-hub").contains("axum"));
    assert!(!dependencies("wayside-agent").contains("axum"));
    assert!(!dependencies("wayside-hub").contains("reqwest"));
}

/// A feature that only a test asks for would compile everything above it twice, Bevy among it.
#[test]
fn the_tests_build_on_the_programs() {
    let (programs, tests) = (features(false), features(true));
    assert!(programs.iter().any(|line| line.starts_with("bevy v")), "this looks at the kiosk as well");
    let twice: Vec<_> = programs.difference(&tests).collect();
    assert!(twice.is_empty(), "built with other features for tests: {twice:?}");
}
