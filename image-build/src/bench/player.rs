//! The figures of the player: the kiosk with its agent.

use super::{
    frames,
    logged::{Logged, pass, until},
    processes,
    stage::Stage,
    visit,
};
use crate::Failure;
use std::{fs, path::PathBuf, time::Duration};

/// How long a first frame, or a new release, is waited for.
const PATIENCE: Duration = Duration::from_secs(30);

/// How long the attract loop plays before memory is looked at.
const ATTRACT: Duration = Duration::from_secs(40);

/// How long the screen is left alone before anything is measured on it.
pub const SETTLE: Duration = Duration::from_secs(6);

/// How long idleness is watched; with [`SETTLE`] and the start it ends before a visitor would be asked (60 s).
pub const IDLE: Duration = Duration::from_secs(20);

/// Seconds between two questions of an agent on a street.
const STREET_SECS: u32 = 60;

/// A kiosk that logs its frames.
struct Kiosk {
    program: Logged,
    log: PathBuf,
    started_ms: u64,
}

impl Kiosk {
    /// Starts it, with a recording to play.
    fn start(stage: &Stage, recording: Option<fn(&str, u64) -> String>) -> Result<Self, Failure> {
        let log = stage.file("frames");
        let mut command = stage.kiosk();
        command.arg("--frame-log").arg(&log);
        if let Some(recording) = recording {
            let file = stage.file("visit.jsonl");
            let text = recording(&stage.options.kiosk, frames::unix_ms());
            fs::write(&file, text).map_err(|e| Failure::file("write", &file, &e))?;
            command.arg("--play").arg(&file);
        }
        // An earlier kiosk's frames would be taken for this one's.
        fs::write(&log, "").map_err(|e| Failure::file("write", &log, &e))?;
        let started_ms = frames::unix_ms();
        let program = Logged::start("the kiosk", stage.state.logs().join("kiosk.log"), command)?;
        Ok(Self { program, log, started_ms })
    }

    fn frames(&self) -> Vec<frames::Frame> {
        frames::read(&fs::read_to_string(&self.log).unwrap_or_default())
    }

    /// Waits for the first complete frame and returns when it was handed to the display.
    fn first_frame_ms(&mut self) -> Result<u64, Failure> {
        let log = self.log.clone();
        until("the kiosk's first complete frame", PATIENCE, &mut [&mut self.program], || {
            let frames = frames::read(&fs::read_to_string(&log).ok()?);
            frames.iter().find(|f| f.is_complete).map(|f| f.unix_ms)
        })
    }
}

/// How long one start took, in seconds.
#[derive(Debug, Clone, Copy)]
pub struct Start {
    /// As the kiosk itself says: to the end of the turn that made the first complete frame.
    pub told_secs: f64,
    /// From before the program was started to the frame's hand-over to the display.
    pub shown_secs: f64,
}

/// Measures one start on a filled store.
pub fn start(stage: &Stage) -> Result<Start, Failure> {
    let mut kiosk = Kiosk::start(stage, None)?;
    let shown_ms = kiosk.first_frame_ms()?;
    let told_secs = frames::told_secs(&kiosk.program.said()).ok_or_else(|| {
        Failure::new(
            "the kiosk did not say how long its first complete frame took",
            "its log level must let `kiosk=info` through: unset RUST_LOG",
        )
    })?;
    Ok(Start { told_secs, shown_secs: shown_ms.saturating_sub(kiosk.started_ms) as f64 / 1e3 })
}

/// Memory of the player in MB.
#[derive(Debug, Clone, Copy, Default)]
pub struct Memory {
    pub all_mb: f64,
    pub agent_mb: f64,
    /// The most at any look.
    pub highest_mb: f64,
}

/// Measures memory after the attract loop has played for a while.
pub fn memory_of_attract(stage: &Stage) -> Result<Memory, Failure> {
    memory(stage, None, ATTRACT)
}

/// Measures memory after a visit through all kinds of screens.
pub fn memory_of_visit(stage: &Stage) -> Result<Memory, Failure> {
    memory(stage, Some(visit::long), Duration::from_secs(visit::VISIT_SECS) + SETTLE)
}

fn memory(stage: &Stage, recording: Option<fn(&str, u64) -> String>, span: Duration) -> Result<Memory, Failure> {
    let mut agent = stage.agent(STREET_SECS)?;
    let mut kiosk = Kiosk::start(stage, recording)?;
    kiosk.first_frame_ms()?;
    let mut memory = Memory::default();
    for _ in 0..span.as_secs() {
        pass(Duration::from_secs(1), &mut [&mut agent, &mut kiosk.program])?;
        memory.all_mb = memory_mb(&[kiosk.program.id(), agent.id()])?;
        memory.highest_mb = memory.highest_mb.max(memory.all_mb);
    }
    memory.agent_mb = memory_mb(&[agent.id()])?;
    Ok(memory)
}

/// Returns the memory of some programs.
pub fn memory_mb(leaders: &[u32]) -> Result<f64, Failure> {
    processes::memory_mb(leaders).map(|(mb, _)| mb).ok_or_else(|| {
        Failure::new(
            "/proc does not tell how much memory programs use",
            "this takes Linux 4.14 or later with /proc mounted",
        )
    })
}

/// What happens while nothing does.
#[derive(Debug, Clone, Copy)]
pub struct Idle {
    pub core_percent: f64,
    pub frames: usize,
}

/// Measures the player on a home screen that nobody touches.
pub fn idle(stage: &Stage) -> Result<Idle, Failure> {
    let mut agent = stage.agent(STREET_SECS)?;
    let mut kiosk = Kiosk::start(stage, Some(visit::still))?;
    kiosk.first_frame_ms()?;
    pass(SETTLE, &mut [&mut agent, &mut kiosk.program])?;
    let leaders = [kiosk.program.id(), agent.id()];
    let from_ms = frames::unix_ms();
    let core_percent = core_percent(&leaders, &mut [&mut agent, &mut kiosk.program])?;
    let drawn = frames::between(&kiosk.frames(), from_ms, frames::unix_ms()).count();
    Ok(Idle { core_percent, frames: drawn })
}

/// Watches some programs for [`IDLE`] and returns their processor time in percent of one core.
pub fn core_percent(leaders: &[u32], programs: &mut [&mut Logged]) -> Result<f64, Failure> {
    let (began, before) = (std::time::Instant::now(), processes::running(leaders));
    pass(IDLE, programs)?;
    Ok(processes::core_percent(&before, &processes::running(leaders), began.elapsed().as_secs_f64()))
}

/// A live release switch.
#[derive(Debug, Clone, Copy)]
pub struct Switch {
    /// From the start of `content publish` to the release on screen.
    pub to_screen_secs: f64,
    /// What `content publish` took of it: checks, pictures, signatures.
    pub publish_secs: f64,
    /// The longest frame from the start of the publication to well after the switch.
    pub longest_frame_ms: f64,
    /// Frames in the quiet seconds before.
    pub quiet_frames: usize,
}

/// Edits an event's title while the kiosk shows home, publishes, and watches the screen.
pub fn switch(stage: &Stage) -> Result<Switch, Failure> {
    let mut agent = stage.agent(crate::hub::EAGER_SECS)?;
    let mut kiosk = Kiosk::start(stage, Some(visit::still))?;
    let first_ms = kiosk.first_frame_ms()?;
    pass(SETTLE, &mut [&mut agent, &mut kiosk.program])?;
    edit(stage)?;
    let quiet = kiosk.frames();
    let before = quiet.last().and_then(|f| f.release);
    let began_ms = frames::unix_ms();
    stage.publish()?;
    let published_ms = frames::unix_ms();
    let log = kiosk.log.clone();
    let shown_ms = until("the new release", PATIENCE, &mut [&mut agent, &mut kiosk.program], || {
        let frames = frames::read(&fs::read_to_string(&log).ok()?);
        frames.iter().find(|f| f.release > before).map(|f| f.unix_ms)
    })?;
    pass(Duration::from_secs(2), &mut [&mut agent, &mut kiosk.program])?;
    let all = kiosk.frames();
    let longest_frame_ms = frames::longest_ms(frames::between(&all, began_ms, frames::unix_ms())).unwrap_or(f64::NAN);
    Ok(Switch {
        to_screen_secs: shown_ms.saturating_sub(began_ms) as f64 / 1e3,
        publish_secs: published_ms.saturating_sub(began_ms) as f64 / 1e3,
        longest_frame_ms,
        quiet_frames: frames::between(&quiet, first_ms.max(began_ms.saturating_sub(5000)), began_ms).count(),
    })
}

/// Puts a word after an event's title in the copied city.
fn edit(stage: &Stage) -> Result<(), Failure> {
    let file = stage.city().join("events/museums.toml");
    let source = fs::read_to_string(&file).map_err(|e| Failure::file("read", &file, &e))?;
    let edited = visit::with_edited_title(&source, "(edited)").ok_or_else(|| {
        Failure::new(
            format!("`{}` has no line `title.en = \"…\"` to edit", file.display()),
            "give an event of the sample city an English title in one line",
        )
    })?;
    fs::write(&file, edited).map_err(|e| Failure::file("write", &file, &e))
}
