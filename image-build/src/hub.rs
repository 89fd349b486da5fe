//! The hub and the agent as the developer commands start them.

use crate::{Failure, arguments::Options, build, process, signals, state::State};
use std::{
    fs,
    net::TcpListener,
    path::{Path, PathBuf},
    process::Command,
    thread,
    time::{Duration, Instant},
};

/// The hub's own port, and those tried after it.
pub const PORTS: std::ops::RangeInclusive<u16> = 8311..=8330;

/// Seconds between two questions of an agent that an editor waits for.
pub const EAGER_SECS: u32 = 1;

/// How long the hub may take to listen.
const HUB_START: Duration = Duration::from_secs(15);

/// Returns the first port of the hub's that is free.
pub fn free_port() -> Result<u16, Failure> {
    PORTS.into_iter().find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok()).ok_or_else(|| {
        let (first, last) = (PORTS.start(), PORTS.end());
        Failure::new(
            format!("ports {first} to {last} of 127.0.0.1 are all taken"),
            "end what listens there (`ss -ltnp`)",
        )
    })
}

/// Makes the command that serves the repository; port 0 takes a free one.
pub fn hub(state: &State, port: u16) -> Command {
    let mut command = build::program(build::HUB.name);
    command.arg("--repository").arg(state.repository()).arg("--listen").arg(format!("127.0.0.1:{port}"));
    command.arg("--port-file").arg(state.port_file());
    command
}

/// Makes the command that keeps a kiosk's store in step with the hub.
pub fn agent(state: &State, kiosk: &str, port: u16, interval_secs: u32) -> Command {
    let mut command = build::program(build::AGENT.name);
    command.arg("--hub").arg(address(port)).arg("--store").arg(state.store(kiosk));
    command.arg("--root").arg(state.trusted_root()).arg("--kiosk").arg(kiosk);
    command.arg("--interval-secs").arg(interval_secs.to_string());
    command
}

pub fn address(port: u16) -> String {
    format!("http://127.0.0.1:{port}")
}

/// Waits until the hub has written the port that it listens on; `is_up` says whether it still runs.
pub fn wait_for_port(file: &Path, mut is_up: impl FnMut() -> bool) -> Result<u16, Failure> {
    let deadline = Instant::now() + HUB_START;
    loop {
        if let Some(port) = fs::read_to_string(file).ok().and_then(|text| text.trim().parse().ok()) {
            return Ok(port);
        }
        if let Some(signal) = signals::asked() {
            return Err(Failure::Interrupted(signal));
        }
        if !is_up() || Instant::now() >= deadline {
            return Err(Failure::new(
                "the hub does not answer",
                "its own words are above or in logs/hub.log of the state folder",
            ));
        }
        thread::sleep(process::POLL);
    }
}

/// Fills a kiosk's store by the way of the street — publish, serve, verify, switch — and returns its folder.
///
/// Where a running kiosk has the state folder its agent does that already.
pub fn filled_store(options: &Options, state: &State) -> Result<PathBuf, Failure> {
    let store = state.store(&options.kiosk);
    let Some(_lock) = state.lock()? else {
        eprintln!("A running kiosk keeps {} up to date.", state.root().display());
        return Ok(store);
    };
    state.publish_if_needed()?;
    forget_port(state)?;
    let mut hub = process::Guarded::spawn("hub", hub(state, 0))?;
    let port = wait_for_port(&state.port_file(), || hub.ended().is_none())?;
    let mut agent = agent(state, &options.kiosk, port, EAGER_SECS);
    agent.arg("--once");
    process::succeed("agent", agent)?;
    Ok(store)
}

/// Removes the port that an earlier hub wrote.
pub fn forget_port(state: &State) -> Result<(), Failure> {
    let file = state.port_file();
    match fs::remove_file(&file) {
        Err(e) if e.kind() != std::io::ErrorKind::NotFound => Err(Failure::file("remove", &file, &e)),
        _ => Ok(()),
    }
}
