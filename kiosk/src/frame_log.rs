//! `--frame-log`: writes down when each frame reached the display and how long it took, for the bench.
//!
//! One line per turn of the loop, from which nothing private can be read:
//!
//! ```text
//! <unix time, ms> <how long it took, ms> <release on screen, or -> <complete|partial>
//! ```
//!
//! A frame takes from the start of its turn to the end of its drawing.
//! Where the frame before was still being drawn then, it counts from that one's end: the next turn is worked out
//! meanwhile, and two frames would claim the same time.

use crate::session::Session;
use anyhow::{Context, Result};
use bevy::prelude::*;
use bevy::render::{Extract, ExtractSchedule, Render, RenderApp, RenderSystems};
use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

/// The turn of the loop that is going on, as the drawing side needs to know it.
#[derive(Clone, Copy, Resource)]
struct Turn {
    began: Instant,
    release: Option<u64>,
    is_complete: bool,
}

/// The file, on the drawing side.
#[derive(Resource)]
struct FrameLog {
    file: File,
    /// The turn that is being drawn.
    turn: Option<Turn>,
    /// When the frame before was done.
    last_done: Option<Instant>,
}

/// Makes the kiosk log its frames into a new file.
pub fn start(app: &mut App, path: &Path) -> Result<()> {
    let file = File::create(path).with_context(|| format!("creating the frame log {}", path.display()))?;
    app.insert_resource(Turn { began: Instant::now(), release: None, is_complete: false })
        .add_systems(First, begin)
        .add_systems(Last, note_what_shows);
    let drawing = app.get_sub_app_mut(RenderApp).context("nothing draws, so there are no frames to log")?;
    drawing
        .insert_resource(FrameLog { file, turn: None, last_done: None })
        .add_systems(ExtractSchedule, hand_over)
        // Presenting is the last step of drawing.
        .add_systems(Render, write.in_set(RenderSystems::Cleanup));
    Ok(())
}

fn begin(mut turn: ResMut<Turn>) {
    turn.began = Instant::now();
}

fn note_what_shows(mut turn: ResMut<Turn>, session: Res<Session>) {
    turn.release = session.state.release;
    turn.is_complete = session.frames > 0 && session.is_complete;
}

fn hand_over(turn: Extract<Res<Turn>>, mut log: ResMut<FrameLog>) {
    log.turn = Some(**turn);
}

fn write(mut log: ResMut<FrameLog>) {
    let Some(turn) = log.turn.take() else { return };
    let done = Instant::now();
    let from = log.last_done.replace(done).map_or(turn.began, |last| last.max(turn.began));
    let took_ms = (done - from).as_secs_f64() * 1e3;
    let unix_ms = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
    let release = turn.release.map_or_else(|| "-".to_owned(), |version| version.to_string());
    let picture = if turn.is_complete { "complete" } else { "partial" };
    // A full disk costs the measurement, never the picture.
    let _ = writeln!(log.file, "{unix_ms} {took_ms:.1} {release} {picture}");
}
