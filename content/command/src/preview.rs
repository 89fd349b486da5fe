//! What plays on a kiosk over one day.

use crate::time;
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write;
use wayside_model::{KioskFacts, Layer, Release};
use wayside_schedule::{Skipped, now_playing};

/// Most items of a voice that the table writes out; the JSON form has all of them.
const ITEMS_WRITTEN: usize = 4;

/// One stretch of the day during which the loop stays the same.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PreviewRow {
    pub from: DateTime<Tz>,
    pub until: DateTime<Tz>,
    /// None where only the fallback plays.
    pub layer: Option<Layer>,
    pub loop_secs: u64,
    /// Who plays, the largest share first.
    pub voices: Vec<Voice>,
    /// What is scheduled and cannot be shown.
    pub skipped: Vec<Skipped>,
}

/// The part of a loop that one campaign has.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Voice {
    /// The campaign, or `fallback`.
    pub name: String,
    pub share_percent: f64,
    /// The items that it shows, in order, each once.
    pub items: Vec<String>,
}

/// Lists what plays on a kiosk from one local midnight to the next.
pub fn day_preview(release: &Release, kiosk: &KioskFacts, day: NaiveDate) -> Vec<PreviewRow> {
    let (mut at, end) = time::day_span(kiosk.time_zone, day);
    let mut rows = Vec::new();
    while at < end {
        let program = now_playing(release, kiosk, at);
        let until = program.until.min(end);
        let mut voices: BTreeMap<String, (u64, Vec<String>)> = BTreeMap::new();
        for slot in &program.slots {
            let name = slot.campaign.as_ref().map_or_else(|| slot.reason.tag().to_owned(), ToString::to_string);
            let (secs, items) = voices.entry(name).or_default();
            *secs += u64::from(slot.seconds);
            let item = slot.show.to_string();
            if !items.contains(&item) {
                items.push(item);
            }
        }
        let loop_secs = program.loop_secs();
        let mut voices: Vec<Voice> = voices
            .into_iter()
            .map(|(name, (secs, items))| Voice {
                name,
                share_percent: 100.0 * secs as f64 / loop_secs.max(1) as f64,
                items,
            })
            .collect();
        voices.sort_by(|a, b| b.share_percent.total_cmp(&a.share_percent));
        rows.push(PreviewRow {
            from: at.with_timezone(&kiosk.time_zone),
            until: until.with_timezone(&kiosk.time_zone),
            layer: program.layer,
            loop_secs,
            voices,
            skipped: program.skipped,
        });
        // A program always ends after the instant that it was asked for; were it not so, this must still end.
        at = if until > at { until } else { end };
    }
    rows
}

/// Writes a day as a table.
pub(crate) fn table(kiosk: &KioskFacts, day: NaiveDate, rows: &[PreviewRow], paint: crate::Paint) -> String {
    let title = format!("{} on {}, {}", kiosk.id, day.format("%A %Y-%m-%d"), kiosk.time_zone);
    let mut text = format!("{}\n", paint.strong(&title));
    let voices = || rows.iter().flat_map(|row| &row.voices);
    let width = voices().map(|v| v.name.chars().count()).max().unwrap_or(0);
    for row in rows {
        let layer = row.layer.map_or("fallback", Layer::tag);
        // A day ends at midnight, which is read more easily as 24:00.
        let until = match row.until.format("%H:%M").to_string().as_str() {
            "00:00" => "24:00".to_owned(),
            other => other.to_owned(),
        };
        let head = format!("{}–{until}  {layer:<9}  loop of {} s", row.from.format("%H:%M"), row.loop_secs);
        let _ = writeln!(text, "\n{head}");
        for voice in &row.voices {
            let items = match voice.items.as_slice() {
                items if items.len() <= ITEMS_WRITTEN => items.join(", "),
                items => format!("{} and {} more", items[..ITEMS_WRITTEN].join(", "), items.len() - ITEMS_WRITTEN),
            };
            let items = paint.faint(&items);
            let _ = writeln!(text, "  {:>5.1} %  {:<width$}  {items}", voice.share_percent, voice.name);
        }
        for skipped in &row.skipped {
            let _ = writeln!(text, "  {}  {}: {}", paint.doubtful("left out"), skipped.item, skipped.why);
        }
    }
    text
}

/// The day that it is at a kiosk.
pub(crate) fn day_at(kiosk: &KioskFacts, now: DateTime<Utc>) -> NaiveDate {
    now.with_timezone(&kiosk.time_zone).date_naive()
}
