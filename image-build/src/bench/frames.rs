//! The kiosk's log of frames (`kiosk --frame-log`), and its own word of the first one.

use std::time::{SystemTime, UNIX_EPOCH};

/// One frame as it was handed to the display.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// When it was handed over, in milliseconds since 1970.
    pub unix_ms: u64,
    /// From the start of the turn of the loop to there.
    pub took_ms: f64,
    pub release: Option<u64>,
    /// Whether every picture in it was there.
    pub is_complete: bool,
}

/// Reads a log; a last line that is still being written is left out.
pub fn read(log: &str) -> Vec<Frame> {
    let whole = log.rfind('\n').map_or("", |end| &log[..end]);
    whole.lines().filter_map(frame).collect()
}

fn frame(line: &str) -> Option<Frame> {
    let mut words = line.split_whitespace();
    Some(Frame {
        unix_ms: words.next()?.parse().ok()?,
        took_ms: words.next()?.parse().ok()?,
        release: words.next()?.parse().ok(),
        is_complete: words.next()? == "complete",
    })
}

/// Returns the frames that were handed over from one instant to another.
pub fn between(frames: &[Frame], from_ms: u64, to_ms: u64) -> impl Iterator<Item = &Frame> {
    frames.iter().filter(move |f| (from_ms..=to_ms).contains(&f.unix_ms))
}

/// Returns the longest of some frames in milliseconds.
pub fn longest_ms<'a>(frames: impl Iterator<Item = &'a Frame>) -> Option<f64> {
    frames.map(|f| f.took_ms).max_by(f64::total_cmp)
}

/// Returns how long the kiosk says that it took from its start to its first complete frame.
pub fn told_secs(log: &str) -> Option<f64> {
    let line = log.lines().find(|line| line.contains("first complete frame"))?;
    line.split_once("secs=")?.1.split_whitespace().next()?.parse().ok()
}

/// Returns the instant in milliseconds since 1970.
pub fn unix_ms() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_a_log_of_frames() {
        let log = "1000 81.5 - partial\n1016 9.0 7 complete\nnonsense\n1500 120.2 8 complete\n16";
        let frames = read(log);
        assert_eq!(frames[0], Frame { unix_ms: 1000, took_ms: 81.5, release: None, is_complete: false });
        assert_eq!(frames[1], Frame { unix_ms: 1016, took_ms: 9.0, release: Some(7), is_complete: true });
        assert_eq!(frames.len(), 3);
        let check = |from, to, count, longest| {
            assert_eq!(between(&frames, from, to).count(), count, "{from}..={to}");
            assert_eq!(longest_ms(between(&frames, from, to)), longest, "{from}..={to}");
        };
        check(0, 2000, 3, Some(120.2));
        check(1000, 1016, 2, Some(81.5));
        check(1017, 1499, 0, None);
        assert!(read("").is_empty() && read("1000 8").is_empty());
    }

    #[test]
    fn reads_the_kiosks_own_word() {
        let check = |log, expect| assert_eq!(told_secs(log), expect, "{log}");
        check("2026-11-22T19:49:03Z  INFO kiosk::app: first complete frame secs=0.83\n", Some(0.83));
        check("a\nINFO first complete frame secs=1.5 more=2\n", Some(1.5));
        check("INFO first complete frame\n", None);
        check("secs=1\n", None);
    }
}
