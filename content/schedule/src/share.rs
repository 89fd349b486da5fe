//! Interleaves several voices into one loop by their share of its time.
//!
//! Each voice plays its own items in order, again and again.
//! The next turn goes to the voice that is not ahead of its share and would finish its next item soonest by it
//! (worst-case fair queueing): at every moment each voice has had its share to within one item's length.

use crate::Slot;

/// Longest loop in seconds: a program never outlasts a local day, and the longest has 25 hours.
const LONGEST_LOOP_SECS: u64 = 25 * 3600;

/// How long, in seconds, a loop may grow in search of a point where every voice has finished its playlist.
const EVEN_LOOP_SECS: u64 = 2 * 3600;

/// How far a share may be off at the loop's end, in parts of a thousand of the loop.
const TOLERANCE_PER_MILLE: u64 = 5;

/// A list of items that takes turns with others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Voice {
    /// In relation to the other voices' weights; above 0 and at most a few million.
    pub weight: u64,
    /// Never empty, each at least a second long.
    pub slots: Vec<Slot>,
}

struct Turn {
    next: usize,
    passes: u64,
    played_secs: u64,
}

/// Returns the loop in which every voice has its share; empty only where there is no voice.
pub(crate) fn interleave(voices: &[Voice]) -> Vec<Slot> {
    if let [only] = voices {
        return only.slots.clone();
    }
    let total_weight: u64 = voices.iter().map(|v| v.weight).sum();
    let mut turns: Vec<Turn> = voices.iter().map(|_| Turn { next: 0, passes: 0, played_secs: 0 }).collect();
    let mut slots: Vec<Slot> = Vec::new();
    let mut good_len = None;
    let mut loop_secs = 0;
    while let Some(chosen) = next_voice(voices, &turns, total_weight, loop_secs) {
        let slot = &voices[chosen].slots[turns[chosen].next];
        let turn = &mut turns[chosen];
        turn.played_secs += u64::from(slot.seconds);
        turn.next = (turn.next + 1) % voices[chosen].slots.len();
        turn.passes += u64::from(turn.next == 0);
        loop_secs += u64::from(slot.seconds);
        slots.push(slot.clone());

        let heard = turns.iter().all(|t| t.passes > 0);
        let fair = voices.iter().zip(&turns).all(|(v, t)| {
            let off = (t.played_secs * total_weight).abs_diff(v.weight * loop_secs);
            off * 1000 <= TOLERANCE_PER_MILLE * total_weight * loop_secs
        });
        if heard && fair {
            good_len.get_or_insert(slots.len());
            if turns.iter().all(|t| t.next == 0) {
                return slots;
            }
        }
        if (loop_secs >= EVEN_LOOP_SECS && good_len.is_some()) || loop_secs >= LONGEST_LOOP_SECS {
            break;
        }
    }
    slots.truncate(good_len.unwrap_or(slots.len()));
    slots
}

/// Returns the voice that has the next turn.
fn next_voice(voices: &[Voice], turns: &[Turn], total_weight: u64, loop_secs: u64) -> Option<usize> {
    voices
        .iter()
        .zip(turns)
        .enumerate()
        .filter(|(_, (voice, turn))| turn.played_secs * total_weight <= voice.weight * loop_secs)
        .min_by(|(_, (a, at)), (_, (b, bt))| {
            let finish = |v: &Voice, t: &Turn| t.played_secs + u64::from(v.slots[t.next].seconds);
            // a's finish over a's weight against b's, without a fraction.
            (finish(a, at) * b.weight).cmp(&(finish(b, bt) * a.weight))
        })
        .map(|(index, _)| index)
}
