//! What the store holds, watched by a worker: the screen never waits for the disk.

use crate::wake::Waker;
use bevy::prelude::Resource;
use chrono::{DateTime, TimeDelta, Utc};
use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;
use wayside_core::state::Freshness;
use wayside_model::{KioskFacts, KioskId, Language, Panel, Position, Release, Text};
use wayside_store::{Contact, ReadError, Reader, SyncStatus};

/// How often the worker looks whether the store changed.
const LOOK_EVERY: Duration = Duration::from_millis(250);

/// How long the city may be out of reach before the screen says so.
const OFFLINE_AFTER: TimeDelta = TimeDelta::minutes(5);

/// How long before times and dates count as doubtful.
const STALE_AFTER: TimeDelta = TimeDelta::days(3);

/// What the worker found.
pub enum News {
    Release(Arc<Release>),
    Status(SyncStatus),
}

/// The release on screen and where more comes from.
#[derive(Resource)]
pub struct Content {
    pub release: Option<Arc<Release>>,
    pub status: Option<SyncStatus>,
    pub kiosk: KioskFacts,
    news: Mutex<Receiver<News>>,
}

impl Content {
    /// Reads the store once, then watches it; an unreadable store counts as empty and is looked at again.
    pub fn watch(store: &Path, kiosk_id: &KioskId, panel_px: Option<(u32, u32)>, waker: &Waker) -> Self {
        let mut reader = Reader::open(store);
        reader.changed();
        let release = read(&mut reader);
        let status = reader.sync_status().ok();
        let (send, receive) = sync_channel(4);
        let version = release.as_ref().map(|r| (r.version, r.published));
        let waker = waker.clone();
        let spawned = thread::Builder::new().name("store".into()).spawn(move || look(reader, version, &send, &waker));
        if let Err(error) = spawned {
            tracing::error!("no thread to watch the store, so the screen will not follow it: {error}");
        }
        let kiosk = facts(release.as_deref(), kiosk_id, panel_px);
        Self { release, status, kiosk, news: Mutex::new(receive) }
    }

    /// Takes what the worker found since the last call.
    pub fn take_news(&self) -> Vec<News> {
        self.news.lock().map(|news| news.try_iter().collect()).unwrap_or_default()
    }

    /// How fresh the content is at an instant.
    pub fn freshness(&self, now: DateTime<Utc>) -> Freshness {
        let Some(status) = &self.status else { return Freshness::default() };
        let since = status.last_success.or(status.last_contact);
        match (status.contact, since) {
            (Contact::Online, Some(since)) if now - since < OFFLINE_AFTER => Freshness::Current,
            (_, Some(since)) if now - since >= STALE_AFTER => Freshness::Stale { since },
            (_, Some(since)) if now - since >= OFFLINE_AFTER => Freshness::Offline { since: Some(since) },
            _ => Freshness::Current,
        }
    }
}

fn read(reader: &mut Reader) -> Option<Arc<Release>> {
    match reader.active_release() {
        Ok(release) => release.map(Arc::new),
        Err(error) => {
            tracing::error!("the store cannot be read, what is on screen stays: {error}");
            None
        }
    }
}

fn look(mut reader: Reader, mut known: Option<(u64, DateTime<Utc>)>, send: &SyncSender<News>, waker: &Waker) {
    loop {
        thread::sleep(LOOK_EVERY);
        if !reader.changed() {
            continue;
        }
        match reader.active_version() {
            Ok(version) if version.is_some() && version != known.map(|(v, _)| v) => {
                if let Some(release) = read(&mut reader) {
                    tracing::info!(version = release.version, "another release is active");
                    known = Some((release.version, release.published));
                    if send.send(News::Release(release)).is_err() {
                        return;
                    }
                    waker.wake_now();
                }
            }
            Ok(_) | Err(ReadError::Busy { .. }) => {}
            Err(error) => tracing::error!("the store cannot be read, what is on screen stays: {error}"),
        }
        if let Ok(status) = reader.sync_status() {
            if send.send(News::Status(status)).is_err() {
                return;
            }
            waker.wake_now();
        }
    }
}

/// The kiosk's facts from the release; a kiosk that the release does not know gets plain ones, so that it still serves.
pub fn facts(release: Option<&Release>, id: &KioskId, panel_px: Option<(u32, u32)>) -> KioskFacts {
    let known = release.and_then(|r| r.kiosks.get(id).cloned());
    if release.is_some() && known.is_none() {
        tracing::warn!("the release does not know the kiosk `{id}`: it goes by the city's middle");
    }
    let mut facts = known.unwrap_or_else(|| unknown_kiosk(release, id));
    if let Some((width_px, height_px)) = panel_px {
        let is_turned = (width_px > height_px) != (facts.panel.width_px > facts.panel.height_px);
        let (width_mm, height_mm) = if is_turned {
            (facts.panel.height_mm, facts.panel.width_mm)
        } else {
            (facts.panel.width_mm, facts.panel.height_mm)
        };
        facts.panel = Panel { width_px, height_px, width_mm, height_mm, bottom_mm: facts.panel.bottom_mm };
    }
    facts
}

fn unknown_kiosk(release: Option<&Release>, id: &KioskId) -> KioskFacts {
    let bounds = release.map(|r| r.city.bounds);
    KioskFacts {
        id: id.clone(),
        name: release.map_or_else(|| Text::written(Language::English, id.as_str()), |r| r.city.name.clone()),
        position: bounds.map_or(Position { lat: 0.0, lon: 0.0 }, |b| Position {
            lat: f64::midpoint(b.south, b.north),
            lon: f64::midpoint(b.west, b.east),
        }),
        faces_deg: 0.0,
        panel: Panel { width_px: 1080, height_px: 1920, width_mm: 680.0, height_mm: 1210.0, bottom_mm: 550.0 },
        groups: Vec::new(),
        languages: Language::ALL.to_vec(),
        time_zone: release.map_or(chrono_tz::UTC, |r| r.city.time_zone),
    }
}
