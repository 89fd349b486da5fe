//! `bench`: speed and memory of the player, with a peer beside them, in one run on this machine.

pub mod frames;
pub mod logged;
pub mod peer;
pub mod player;
pub mod processes;
pub mod stage;
pub mod table;
pub mod visit;

use crate::{Failure, arguments::Options, build, size::Size};
use peer::{CHROMIUM, Peer};
use stage::Stage;
use std::{fs, thread};
use table::{Row, median};

/// How often the kiosk is started.
const STARTS: usize = 7;

/// How often the peer is started.
const PEER_STARTS: usize = 5;

/// Most seconds from a start to the first complete frame.
const START_SECS: f64 = 1.0;

/// Most memory of all processes of the player, in MB.
const MEMORY_MB: f64 = 250.0;

/// Most processor time on a still screen, in percent of one core.
const IDLE_PERCENT: f64 = 1.0;

/// Most seconds from an editor's publication to the screen.
const SWITCH_SECS: f64 = 5.0;

/// Longest frame during a live release switch, in milliseconds.
const FRAME_MS: f64 = 100.0;

/// Figures of the peer.
struct PeerFigures {
    start_secs: Option<f64>,
    memory_mb: f64,
    idle_percent: f64,
}

/// Measures, prints the table and returns the exit code: 1 where a figure is over its limit and `--strict` was given.
pub fn measure(options: &Options) -> Result<u8, Failure> {
    build::build(options, build::ALL)?;
    let peer_version = peer::version();
    if peer_version.is_none() {
        eprintln!("{CHROMIUM} is missing, so there will be no peer; on Debian: apt-get install {CHROMIUM}");
    }
    let load_before = load();
    let stage = Stage::set_up(options)?;
    let mut notes = Vec::new();

    eprintln!("Starting the kiosk {STARTS} times …");
    let starts = (0..STARTS).map(|_| player::start(&stage)).collect::<Result<Vec<_>, _>>()?;
    eprintln!("Watching its memory in the attract loop …");
    let attract = player::memory_of_attract(&stage)?;
    eprintln!("Watching its memory over a visit …");
    let visit = player::memory_of_visit(&stage)?;
    eprintln!("Watching a still screen for {} s …", player::IDLE.as_secs());
    let idle = player::idle(&stage)?;
    eprintln!("Publishing an edited title …");
    let switch = player::switch(&stage)?;
    let peer = match &peer_version {
        Some(version) => Some(measure_peer(&stage, version, &mut notes)?),
        None => None,
    };

    let row = |what: &str, unit, decimals, ours, limit, peer| Row {
        what: what.to_owned(),
        unit,
        decimals,
        ours,
        limit,
        peer,
    };
    let middle =
        |secs: fn(&player::Start) -> f64| median(&starts.iter().map(secs).collect::<Vec<_>>()).unwrap_or(f64::NAN);
    let peer_start = peer.as_ref().and_then(|p| p.start_secs);
    let peer_memory = peer.as_ref().map(|p| p.memory_mb);
    let rows = [
        row(
            "start to first complete frame, as the kiosk logs it",
            "s",
            2,
            middle(|s| s.told_secs),
            Some(START_SECS),
            peer_start,
        ),
        row(
            "start to first complete frame, handed to the display",
            "s",
            2,
            middle(|s| s.shown_secs),
            Some(START_SECS),
            peer_start,
        ),
        row("memory (PSS) after the attract loop", "MB", 0, attract.all_mb, Some(MEMORY_MB), peer_memory),
        row("memory (PSS) after a visit", "MB", 0, visit.all_mb, Some(MEMORY_MB), peer_memory),
        row(
            "memory (PSS) at its highest in either",
            "MB",
            0,
            attract.highest_mb.max(visit.highest_mb),
            Some(MEMORY_MB),
            peer_memory,
        ),
        row(
            "processor, idle on a still screen",
            "%",
            2,
            idle.core_percent,
            Some(IDLE_PERCENT),
            peer.as_ref().map(|p| p.idle_percent),
        ),
        row("frames drawn meanwhile", "", 0, idle.frames as f64, None, None),
        row("publish to screen", "s", 2, switch.to_screen_secs, Some(SWITCH_SECS), None),
        row("longest frame in the release switch", "ms", 0, switch.longest_frame_ms, Some(FRAME_MS), None),
    ];
    println!("\n{}", machine());
    println!(
        "load {load_before} at the start, {} at the end; kiosk {} at {}, software Vulkan",
        load(),
        stage.options.kiosk,
        stage.size
    );
    println!("peer: {}\n", peer_version.as_deref().unwrap_or("none, Debian's package chromium is missing"));
    print!("{}", table::draw(&rows, CHROMIUM));
    println!();
    println!("starts: median of {STARTS} ({})", list(starts.iter().map(|s| s.shown_secs)));
    println!("memory: of it the agent {:.0} MB; the peer shows one picture of the home screen", visit.agent_mb);
    println!("idle:   over {} s, all processes; the agent asks the hub every minute", player::IDLE.as_secs());
    println!(
        "switch: from the start of `content publish`, which took {:.2} s of it; the agent asks every second, \
         frames in the 5 s before: {}; a web page has no such switch",
        switch.publish_secs, switch.quiet_frames
    );
    for note in &notes {
        println!("{note}");
    }
    let over = rows.iter().filter(|row| row.is_over()).count();
    println!("{over} of {} limits exceeded", rows.iter().filter(|row| row.limit.is_some()).count());
    Ok(u8::from(options.is_strict && over > 0))
}

fn measure_peer(stage: &Stage, version: &str, notes: &mut Vec<String>) -> Result<PeerFigures, Failure> {
    stage.draw_home(&stage.file("home.png"))?;
    eprintln!("Starting {version} {PEER_STARTS} times …");
    let mut starts = Vec::new();
    for _ in 0..PEER_STARTS {
        starts.push(Peer::start(stage)?.start_secs);
    }
    eprintln!("Watching its memory and a still screen …");
    let mut peer = Peer::start(stage)?;
    let (memory_mb, idle_percent) = peer.rest()?;
    notes.push(format!("peer:   starts, median of {PEER_STARTS} ({})", list(starts.iter().copied())));
    // Without a window manager it leaves out the last row and column.
    let is_short = |side: fn(&Size) -> u32| side(&peer.size).abs_diff(side(&stage.size)) > 1;
    if is_short(|s| s.width_px) || is_short(|s| s.height_px) {
        notes.push(format!("peer:   its page is {}, not the whole {}", peer.size, stage.size));
    }
    Ok(PeerFigures { start_secs: median(&starts), memory_mb, idle_percent })
}

/// Writes some seconds in a row.
fn list(secs: impl Iterator<Item = f64>) -> String {
    secs.map(|secs| format!("{secs:.2}")).collect::<Vec<_>>().join(" ")
}

/// Describes this machine's processor.
fn machine() -> String {
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model =
        info.lines().find_map(|line| line.strip_prefix("model name")?.split_once(':')).map(|(_, name)| name.trim());
    let cores = thread::available_parallelism().map_or(1, usize::from);
    format!("{} × {}", cores, model.unwrap_or("an unnamed processor"))
}

/// Returns the load of the last minute, as the kernel writes it.
fn load() -> String {
    let text = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split_whitespace().next().unwrap_or("unknown").to_owned()
}
