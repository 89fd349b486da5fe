//! Memory and processor time of a program with all its processes, from `/proc`.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

/// Clock ticks per second in which the kernel reports processor time (always 100 on Linux).
const TICKS_PER_SEC: f64 = 100.0;

/// What `/proc/PID/stat` says of a process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stat {
    pub pid: u32,
    pub parent: u32,
    pub group: u32,
    /// Processor time that it has used, in user and kernel mode.
    pub ticks: u64,
}

impl Stat {
    /// Reads the line; none where it is not one.
    pub fn parse(line: &str) -> Option<Self> {
        // The program's name stands in parentheses and may hold spaces and parentheses itself.
        let (head, tail) = line.rsplit_once(')')?;
        let pid = head.split_once(' ')?.0.parse().ok()?;
        let fields: Vec<&str> = tail.split_whitespace().collect();
        let field = |number: usize| fields.get(number - 3).copied();
        let ticks = |number| field(number)?.parse::<u64>().ok();
        Some(Self {
            pid,
            parent: field(4)?.parse().ok()?,
            group: field(5)?.parse().ok()?,
            ticks: ticks(14)? + ticks(15)?,
        })
    }
}

/// Returns the share of memory in kB that `/proc/PID/smaps_rollup` assigns to the process.
pub fn pss_kb(rollup: &str) -> Option<u64> {
    let value = rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    value.trim().strip_suffix("kB")?.trim().parse().ok()
}

/// Returns the processes of these leaders: themselves, their groups and whatever descends from either.
pub fn family(all: &[Stat], leaders: &[u32]) -> BTreeMap<u32, Stat> {
    let mut members: BTreeSet<u32> =
        all.iter().filter(|p| leaders.contains(&p.pid) || leaders.contains(&p.group)).map(|p| p.pid).collect();
    loop {
        let before = members.len();
        members.extend(all.iter().filter(|p| members.contains(&p.parent)).map(|p| p.pid).collect::<Vec<_>>());
        if members.len() == before {
            return all.iter().filter(|p| members.contains(&p.pid)).map(|p| (p.pid, *p)).collect();
        }
    }
}

/// Returns what runs now under these leaders.
pub fn running(leaders: &[u32]) -> BTreeMap<u32, Stat> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    let all: Vec<Stat> = entries
        .filter(|entry| entry.file_name().to_string_lossy().bytes().all(|b| b.is_ascii_digit()))
        .filter_map(|entry| Stat::parse(&fs::read_to_string(entry.path().join("stat")).ok()?))
        .collect();
    family(&all, leaders)
}

/// Returns the memory of all processes under these leaders in MB (1,000,000 bytes), and how many they are.
///
/// None where not one of them could be read.
pub fn memory_mb(leaders: &[u32]) -> Option<(f64, usize)> {
    let shares: Vec<u64> = running(leaders)
        .keys()
        .filter_map(|pid| pss_kb(&fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).ok()?))
        .collect();
    (!shares.is_empty()).then(|| (shares.iter().sum::<u64>() as f64 * 1024.0 / 1e6, shares.len()))
}

/// Returns the processor time that was used from one look to another, in percent of one core over that many seconds.
///
/// A process that came in between counts in full; one that went is not seen any more.
pub fn core_percent(before: &BTreeMap<u32, Stat>, after: &BTreeMap<u32, Stat>, secs: f64) -> f64 {
    let ticks: u64 =
        after.values().map(|now| now.ticks.saturating_sub(before.get(&now.pid).map_or(0, |then| then.ticks))).sum();
    ticks as f64 / TICKS_PER_SEC / secs * 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stat(pid: u32, parent: u32, group: u32, ticks: u64) -> Stat {
        Stat { pid, parent, group, ticks }
    }

    #[test]
    fn reads_the_line_of_a_process() {
        let check = |line: &str, expect| assert_eq!(Stat::parse(line), expect, "{line}");
        let tail = "S 7 40 40 0 -1 4194560 900 0 3 0 250 17 0 0 20 0 9 0 88 1000 200";
        check(&format!("42 (kiosk) {tail}"), Some(stat(42, 7, 40, 267)));
        check(&format!("42 (a (b) c) {tail}"), Some(stat(42, 7, 40, 267)));
        check("42 (kiosk) S 7 40", None);
        check("42 kiosk S 7 40", None);
        check("", None);
    }

    #[test]
    fn reads_the_share_of_memory() {
        let check = |rollup, expect| assert_eq!(pss_kb(rollup), expect, "{rollup}");
        check("5581 - 7ffe [rollup]\nRss:  2004 kB\nPss:     512 kB\nPss_Anon:  100 kB\n", Some(512));
        check("Pss_Dirty:   100 kB\n", None);
        check("Pss: many kB\n", None);
        check("", None);
    }

    #[test]
    fn finds_groups_and_descendants() {
        let all = [
            stat(1, 0, 1, 0),
            stat(10, 1, 10, 0),
            // In the group, although its parent is gone.
            stat(11, 1, 10, 0),
            // A group of its own, two steps down.
            stat(12, 11, 12, 0),
            stat(13, 12, 12, 0),
            stat(20, 1, 20, 0),
            stat(30, 1, 30, 0),
        ];
        let check = |leaders: &[u32], expect: &[u32]| {
            assert_eq!(family(&all, leaders).into_keys().collect::<Vec<_>>(), expect, "{leaders:?}");
        };
        check(&[10], &[10, 11, 12, 13]);
        check(&[10, 20], &[10, 11, 12, 13, 20]);
        check(&[99], &[]);
    }

    #[test]
    fn shares_of_a_core_follow_from_ticks() {
        let look = |stats: &[Stat]| stats.iter().map(|s| (s.pid, *s)).collect::<BTreeMap<_, _>>();
        let check = |before: &[Stat], after: &[Stat], expect: f64| {
            let percent = core_percent(&look(before), &look(after), 20.0);
            assert!((percent - expect).abs() < 1e-9, "{before:?} {after:?}: {percent}");
        };
        check(&[stat(1, 0, 1, 100)], &[stat(1, 0, 1, 120)], 1.0);
        check(&[stat(1, 0, 1, 100)], &[stat(1, 0, 1, 100), stat(2, 1, 1, 2000)], 100.0);
        check(&[stat(1, 0, 1, 100), stat(2, 1, 1, 50)], &[stat(1, 0, 1, 100)], 0.0);
        check(&[], &[], 0.0);
    }

    #[test]
    fn this_process_runs_and_has_memory() {
        let us = std::process::id();
        assert!(running(&[us]).contains_key(&us));
        assert!(memory_mb(&[us]).is_some_and(|(mb, count)| mb > 0.1 && count >= 1));
    }
}
