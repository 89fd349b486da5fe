//! A display for the kiosk: the desktop's, or one of our own in memory.

use crate::{Failure, process, process::Guarded, signals, size::Size, vulkan};
use std::{
    env,
    io::Read,
    net::TcpStream,
    os::unix::net::UnixStream,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::mpsc,
    thread,
    time::{Duration, Instant},
};

/// How long Xvfb may take to say which display it is.
const XVFB_START: Duration = Duration::from_secs(20);

/// Where the kiosk draws.
#[derive(Debug)]
pub enum Display {
    /// On the desktop that this program was started from.
    Desktop,
    /// In memory, on a display of this name (`:99`).
    Headless { name: String, xvfb: Guarded, size: Size },
}

impl Display {
    /// Takes the desktop where one answers, else starts Xvfb.
    pub fn open(size: Size, may_use_desktop: bool) -> Result<Self, Failure> {
        if may_use_desktop && has_desktop() { Ok(Self::Desktop) } else { Self::headless(size) }
    }

    /// Starts Xvfb on a free display.
    pub fn headless(size: Size) -> Result<Self, Failure> {
        // It writes the number of the display that it found free to its standard output.
        let mut command = xvfb(size);
        command.args(["-displayfd", "1"]).stdout(Stdio::piped());
        let mut xvfb = Guarded::spawn("Xvfb", command)?;
        let (sender, receiver) = mpsc::sync_channel(1);
        if let Some(mut stdout) = xvfb.take_stdout() {
            thread::spawn(move || {
                // To the end: Xvfb writes the line's end by itself and would die of a closed pipe.
                let mut number = String::new();
                let read = stdout.read_to_string(&mut number);
                // Nobody listens any more where the wait is over.
                let _ = sender.send(read.map(|_| number.trim().to_owned()).unwrap_or_default());
            });
        }
        let deadline = Instant::now() + XVFB_START;
        loop {
            match receiver.recv_timeout(process::POLL) {
                Ok(number) if !number.is_empty() => {
                    return Ok(Self::Headless { name: format!(":{number}"), xvfb, size });
                }
                Err(mpsc::RecvTimeoutError::Timeout) if Instant::now() < deadline => {
                    if let Some(signal) = signals::asked() {
                        return Err(Failure::Interrupted(signal));
                    }
                }
                _ => {
                    return Err(Failure::new(
                        "Xvfb did not start",
                        "run `Xvfb :99 -screen 0 1080x1920x24` to see why; /tmp must be writable",
                    ));
                }
            }
        }
    }

    pub fn is_headless(&self) -> bool {
        matches!(self, Self::Headless { .. })
    }

    /// Gives a program this display and the graphics driver that fits it.
    pub fn give_to(&self, command: &mut Command) {
        if let Self::Headless { name, .. } = self {
            command.env("DISPLAY", name).env_remove("WAYLAND_DISPLAY").env_remove("WAYLAND_SOCKET");
            command.env_remove("XAUTHORITY");
            // The graphics driver looks for Wayland there and complains where the variable is missing.
            if env::var_os("XDG_RUNTIME_DIR").is_none() {
                command.env("XDG_RUNTIME_DIR", env::temp_dir());
            }
        }
        vulkan::choose_for(command, self.is_headless());
    }

    /// Starts Xvfb again, on the same display, where it has ended; returns whether it had.
    pub fn revive(&mut self) -> Result<bool, Failure> {
        let Self::Headless { name, xvfb: running, size } = self else { return Ok(false) };
        if running.ended().is_none() {
            return Ok(false);
        }
        let mut command = xvfb(*size);
        command.arg(name.as_str());
        *running = Guarded::spawn("Xvfb", command)?;
        Ok(true)
    }
}

/// The Xvfb that has one screen of this size and answers nobody from the network.
fn xvfb(size: Size) -> Command {
    let mut command = Command::new("Xvfb");
    command.args(["-screen", "0", &format!("{size}x24"), "-nolisten", "tcp", "-noreset"]);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// Whether a desktop answers: a Wayland compositor or an X server.
pub fn has_desktop() -> bool {
    let wayland = env::var_os("WAYLAND_DISPLAY").filter(|name| !name.is_empty()).is_some_and(|name| {
        // An absolute name replaces the folder.
        let folder = env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).unwrap_or_default();
        UnixStream::connect(folder.join(name)).is_ok()
    });
    wayland || env::var("DISPLAY").is_ok_and(|name| x_answers(&name))
}

/// Whether an X server answers at a display such as `:0`, `:10.0` or `host:1`.
fn x_answers(name: &str) -> bool {
    let Some((host, number)) = x_address(name) else { return false };
    if host.is_empty() || host == "unix" {
        let socket = format!("/tmp/.X11-unix/X{number}");
        return UnixStream::connect(Path::new(&socket)).is_ok();
    }
    TcpStream::connect((host, 6000 + number)).is_ok()
}

/// Splits a display's name into its host and number.
fn x_address(name: &str) -> Option<(&str, u16)> {
    let (host, rest) = name.rsplit_once(':')?;
    let number = rest.split('.').next()?.parse().ok()?;
    (number < 1000).then_some((host, number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_names_of_displays() {
        let check = |name, expect| assert_eq!(x_address(name), expect, "{name}");
        check(":0", Some(("", 0)));
        check(":10.0", Some(("", 10)));
        check("desk:1.0", Some(("desk", 1)));
        check("unix:2", Some(("unix", 2)));
        check("", None);
        check("0", None);
        check(":x", None);
        check(":99999", None);
    }

    #[test]
    fn nobody_answers_at_a_display_that_is_not_there() {
        assert!(!x_answers(":997"));
        assert!(!x_answers("nonsense"));
    }
}
