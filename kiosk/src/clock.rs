//! The one place where the kiosk reads the clock.

use bevy::prelude::Resource;
use chrono::{DateTime, TimeDelta, Utc};

/// The clock that the screens go by; a fixed one for pictures.
#[derive(Debug, Clone, Copy, Resource)]
pub enum Clock {
    System,
    /// The system's clock moved by a span, to play a recording in its own time.
    Shifted(TimeDelta),
    Fixed(DateTime<Utc>),
}

impl Clock {
    pub fn now(&self) -> DateTime<Utc> {
        match self {
            Self::System => Utc::now(),
            Self::Shifted(by) => Utc::now() + *by,
            Self::Fixed(at) => *at,
        }
    }
}

/// Seconds since this process was started, from the kernel's own record (proc(5), `stat` field 22).
pub fn secs_since_start() -> Option<f64> {
    /// Clock ticks per second that the kernel reports to programs (always 100 on Linux).
    const TICKS: f64 = 100.0;
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    // The program's name stands in parentheses and may hold spaces.
    let after_name = stat.rsplit_once(')')?.1;
    let started: f64 = after_name.split_whitespace().nth(19)?.parse().ok()?;
    let uptime: f64 = std::fs::read_to_string("/proc/uptime").ok()?.split_whitespace().next()?.parse().ok()?;
    Some(uptime - started / TICKS)
}
