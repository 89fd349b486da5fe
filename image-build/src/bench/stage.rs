//! What is measured on: a display, a hub with the sample city, a filled store.

use super::logged::Logged;
use crate::{Failure, arguments::Options, display::Display, hub, picture, size::Size, state, state::State};
use std::{
    fs,
    fs::File,
    path::{Path, PathBuf},
    process::Command,
};

/// A hub, a store and a display of the bench's own, whatever else is running.
#[derive(Debug)]
pub struct Stage {
    pub options: Options,
    pub state: State,
    pub size: Size,
    pub display: Display,
    port: u16,
    // Dropped last: the lock is held for as long as the hub runs.
    _hub: Logged,
    _lock: File,
}

impl Stage {
    /// Publishes a copy of the sample city, serves it and fills a store with it.
    pub fn set_up(options: &Options) -> Result<Self, Failure> {
        let root = State::open(options)?.root().join("bench");
        let options = Options { state: Some(root), ..options.clone() };
        let state = State::open(&options)?;
        let Some(lock) = state.lock()? else {
            return Err(Failure::new(
                format!("another bench is using {}", state.root().display()),
                "end that one: two at a time measure nothing",
            ));
        };
        empty(state.root())?;
        fs::create_dir_all(state.logs()).map_err(|e| Failure::file("make", &state.logs(), &e))?;
        copy(&crate::build::sample_city(), &city(&state))?;
        finish("content init-keys", &state, state.init_keys())?;
        finish("content publish", &state, state.publication(&city(&state)))?;
        let mut hub = Logged::start("the hub", state.logs().join("hub.log"), hub::hub(&state, 0))?;
        let port = hub::wait_for_port(&state.port_file(), || hub.check().is_ok())?;
        let mut agent = hub::agent(&state, &options.kiosk, port, hub::EAGER_SECS);
        agent.arg("--once");
        finish("agent", &state, agent)?;
        let size = options.size.unwrap_or_else(|| state::panel_of(&options.kiosk));
        Ok(Self { size, display: Display::headless(size)?, options, state, port, _hub: hub, _lock: lock })
    }

    /// Returns a file of the bench's own.
    pub fn file(&self, name: &str) -> PathBuf {
        self.state.root().join(name)
    }

    /// Returns the folder of the copied city, which may be edited.
    pub fn city(&self) -> PathBuf {
        city(&self.state)
    }

    /// Makes the command of the kiosk as it is on a street.
    pub fn kiosk(&self) -> Command {
        let mut command = picture::kiosk(&self.state.store(&self.options.kiosk), &self.options);
        // Without a window manager nobody would make its window as large as the screen.
        command.arg("--size").arg(self.size.to_string());
        command.args(&self.options.kiosk_arguments);
        self.display.give_to(&mut command);
        command
    }

    /// Starts the agent, which asks the hub every so many seconds.
    pub fn agent(&self, interval_secs: u32) -> Result<Logged, Failure> {
        let command = hub::agent(&self.state, &self.options.kiosk, self.port, interval_secs);
        Logged::start("the agent", self.state.logs().join("agent.log"), command)
    }

    /// Draws the home screen into a file, for the peer to show.
    pub fn draw_home(&self, out: &Path) -> Result<(), Failure> {
        let store = self.state.store(&self.options.kiosk);
        let mut command = picture::once(&store, &self.options, self.size, out);
        command.args(["--screen", "home"]);
        self.display.give_to(&mut command);
        finish("kiosk", &self.state, command)
    }

    /// Publishes the copied city.
    pub fn publish(&self) -> Result<(), Failure> {
        finish("content publish", &self.state, self.state.publication(&self.city()))
    }
}

/// Runs a program to its end, whose words are told only where it fails.
fn finish(name: &str, state: &State, command: Command) -> Result<(), Failure> {
    let log = state.logs().join(name.replace(' ', "-")).with_extension("log");
    Logged::start(name, log, command)?.succeed()
}

fn city(state: &State) -> PathBuf {
    state.root().join("city")
}

/// Removes what an earlier bench left, but for the lock.
fn empty(folder: &Path) -> Result<(), Failure> {
    for entry in fs::read_dir(folder).map_err(|e| Failure::file("read", folder, &e))?.flatten() {
        let path = entry.path();
        let removed = match entry.file_type() {
            _ if entry.file_name() == "lock" => Ok(()),
            Ok(kind) if kind.is_dir() => fs::remove_dir_all(&path),
            _ => fs::remove_file(&path),
        };
        removed.map_err(|e| Failure::file("remove", &path, &e))?;
    }
    Ok(())
}

/// Copies a folder with all that is in it; links are left out, as the content tool refuses them anyway.
fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    fs::create_dir_all(to).map_err(|e| Failure::file("make", to, &e))?;
    for entry in fs::read_dir(from).map_err(|e| Failure::file("read", from, &e))?.flatten() {
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => copy(&path, &target)?,
            Ok(kind) if kind.is_file() => {
                fs::copy(&path, &target).map_err(|e| Failure::file("copy", &path, &e))?;
            }
            _ => {}
        }
    }
    Ok(())
}
