//! The peer: Chromium in kiosk mode with the same picture.

use super::{
    logged::{Logged, pass, until},
    player,
    stage::Stage,
};
use crate::{Failure, debian, process, size::Size};
use std::{
    fs,
    io::{Read, Write},
    net::TcpStream,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

/// Debian's name of the program and of its package.
pub const CHROMIUM: &str = "chromium";

/// How long its picture is waited for.
const PATIENCE: Duration = Duration::from_mins(1);

/// Longest answer of its own web server that is read.
const MAX_ANSWER_LEN: usize = 64 * 1024;

/// Shows the picture on the whole window, and says in its title when two frames have come after it was there.
const PAGE: &str = "\
<!doctype html><meta charset=utf-8><title>not yet</title>
<style>html,body{margin:0;height:100%;overflow:hidden;background:#0E1420}
img{display:block;width:100vw;height:100vh}</style>
<img src=home.png alt=''>
<script>addEventListener('load',()=>requestAnimationFrame(()=>requestAnimationFrame(()=>{
document.title=`READY ${innerWidth}x${innerHeight}`})))</script>
";

/// Keeps it from everything that a kiosk would not want of it either.
const FLAGS: &[&str] = &[
    "--kiosk",
    "--disable-gpu",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--password-store=basic",
    "--window-position=0,0",
    // It answers on loopback only, at a port that it writes into its profile.
    "--remote-debugging-port=0",
];

/// Chromium that shows the picture.
#[derive(Debug)]
pub struct Peer {
    program: Logged,
    profile: PathBuf,
    /// From the start of the program to the picture.
    pub start_secs: f64,
    /// Size of the page, which should be the whole screen.
    pub size: Size,
}

impl Peer {
    /// Starts it with a fresh profile and waits for the picture.
    pub fn start(stage: &Stage) -> Result<Self, Failure> {
        let page = stage.file("home.html");
        fs::write(&page, PAGE).map_err(|e| Failure::file("write", &page, &e))?;
        let profile = stage.file("chromium-profile");
        forget(&profile);
        let mut command = Command::new(CHROMIUM);
        command.args(FLAGS).arg(format!("--window-size={},{}", stage.size.width_px, stage.size.height_px));
        command.arg(format!("--user-data-dir={}", profile.display()));
        if debian::is_root() {
            command.arg("--no-sandbox");
        }
        command.arg(format!("file://{}", page.display()));
        stage.display.give_to(&mut command);
        let began = Instant::now();
        let mut program = Logged::start(CHROMIUM, stage.state.logs().join("chromium.log"), command)?;
        let size = until("Chromium's picture", PATIENCE, &mut [&mut program], || {
            let port = fs::read_to_string(profile.join("DevToolsActivePort")).ok()?;
            ready_size(&pages(port.lines().next()?.parse().ok()?)?)
        })?;
        Ok(Self { program, profile, start_secs: began.elapsed().as_secs_f64(), size })
    }

    /// Lets it rest, and returns its memory in MB and the processor time that it uses in percent of one core.
    pub fn rest(&mut self) -> Result<(f64, f64), Failure> {
        pass(player::SETTLE, &mut [&mut self.program])?;
        let leaders = [self.program.id()];
        let percent = player::core_percent(&leaders, &mut [&mut self.program])?;
        Ok((player::memory_mb(&leaders)?, percent))
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        forget(&self.profile);
    }
}

/// Removes a profile; one that stays does no harm, as each start removes it first.
fn forget(profile: &Path) {
    let _ = fs::remove_dir_all(profile);
}

/// Returns Chromium's version as it tells it, such as `Chromium 156.0.1`; none where there is none.
pub fn version() -> Option<String> {
    if !process::is_on_path(CHROMIUM) {
        return None;
    }
    let said = process::ask(CHROMIUM, &["--version"]).unwrap_or_default();
    Some(said.split_whitespace().take(2).collect::<Vec<_>>().join(" ")).filter(|version| !version.is_empty())
}

/// Asks Chromium on this port for the list of its pages.
fn pages(port: u16) -> Option<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).ok()?;
    stream.set_read_timeout(Some(Duration::from_millis(500))).ok()?;
    stream.write_all(b"GET /json/list HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n").ok()?;
    let (mut answer, mut part) = (Vec::new(), [0; 4096]);
    // The server may keep the line open, so the length that it tells is the end.
    while !is_whole(&answer) && answer.len() < MAX_ANSWER_LEN {
        let len = stream.read(&mut part).ok().filter(|len| *len > 0)?;
        answer.extend_from_slice(&part[..len]);
    }
    Some(String::from_utf8_lossy(&answer).into_owned())
}

/// Whether an answer has all the bytes that its head promises.
fn is_whole(answer: &[u8]) -> bool {
    let text = String::from_utf8_lossy(answer);
    let Some((head, _)) = text.split_once("\r\n\r\n") else { return false };
    let promised = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok())?
    });
    promised.is_none_or(|len| answer.len() >= head.len() + 4 + len)
}

/// Finds the size that a ready page tells in its title.
fn ready_size(pages: &str) -> Option<Size> {
    pages.split("READY ").nth(1)?.split('"').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_whole_when_its_head_says_so() {
        let check = |answer: &str, expect| assert_eq!(is_whole(answer.as_bytes()), expect, "{answer:?}");
        check("", false);
        check("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n", false);
        check("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[", false);
        check("HTTP/1.1 200 OK\r\ncontent-length:2\r\n\r\n[]", true);
        check("HTTP/1.1 404 Not Found\r\n\r\n", true);
    }

    #[test]
    fn a_ready_page_tells_its_size() {
        let check = |pages, expect: Option<&str>| {
            assert_eq!(ready_size(pages).map(|s| s.to_string()).as_deref(), expect, "{pages}");
        };
        check("[ {\n \"title\": \"READY 1080x1920\",\n \"type\": \"page\" } ]", Some("1080x1920"));
        check("[ { \"title\": \"not yet\" } ]", None);
        check("[ { \"title\": \"READY\" } ]", None);
        check("", None);
    }
}
