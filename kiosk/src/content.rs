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
use wayside_screens::Trouble;
use wayside_store::{Contact, ReadError, Reader, SyncStatus};

/// How often the worker looks whether the store changed.
const LOOK_EVERY: Duration = Duration::from_millis(250);

/// How long the worker waits before it looks again at a store that it could not read.
const LOOK_AGAIN: Duration = Duration::from_secs(2);

/// How long the city may be out of reach before the screen says so.
const OFFLINE_AFTER: TimeDelta = TimeDelta::minutes(5);

/// How long before times and dates count as doubtful.
const STALE_AFTER: TimeDelta = TimeDelta::days(3);

/// What the worker found.
pub enum News {
    Release(Arc<Release>),
    Status(SyncStatus),
    /// There is a store, but it cannot be read.
    Unreadable,
}

/// The release on screen and where more comes from.
#[derive(Resource)]
pub struct Content {
    pub release: Option<Arc<Release>>,
    pub status: Option<SyncStatus>,
    pub kiosk: KioskFacts,
    /// Whether the last look at the store failed.
    pub is_unreadable: bool,
    /// Size in pixels that the command line asked for.
    panel_px: Option<(u32, u32)>,
    news: Mutex<Receiver<News>>,
}

impl Content {
    /// Reads the store once, then watches it; an unreadable store counts as empty and is looked at again.
    pub fn watch(store: &Path, kiosk_id: &KioskId, panel_px: Option<(u32, u32)>, waker: &Waker) -> Self {
        let mut reader = Reader::open(store);
        reader.changed();
        let found = read(&mut reader);
        let is_unreadable = found.is_err();
        let release = found.unwrap_or_default();
        let status = reader.sync_status().ok();
        let (send, receive) = sync_channel(4);
        let version = release.as_ref().map(|r| r.version);
        let waker = waker.clone();
        let spawned = thread::Builder::new().name("store".into()).spawn(move || look(reader, version, &send, &waker));
        if let Err(error) = spawned {
            tracing::error!("no thread to watch the store, so the screen will not follow it: {error}");
        }
        let kiosk = facts(release.as_deref(), kiosk_id, panel_px);
        Self { release, status, kiosk, is_unreadable, panel_px, news: Mutex::new(receive) }
    }

    /// Puts another release on screen, with what it knows of this kiosk.
    pub fn take(&mut self, release: Arc<Release>) {
        self.kiosk = facts(Some(&release), &self.kiosk.id, self.panel_px);
        self.release = Some(release);
        self.is_unreadable = false;
    }

    /// What to say instead of content; a store that broke while content is on screen changes nothing there.
    pub fn trouble(&self) -> Option<Trouble> {
        match (&self.release, self.is_unreadable) {
            (Some(_), _) => None,
            (None, true) => Some(Trouble::Error),
            (None, false) => Some(Trouble::Empty),
        }
    }

    /// Takes what the worker found since the last call.
    pub fn take_news(&self) -> Vec<News> {
        self.news.lock().map(|news| news.try_iter().collect()).unwrap_or_default()
    }

    /// How fresh the content is at an instant.
    pub fn freshness(&self, now: DateTime<Utc>) -> Freshness {
        let Some(status) = &self.status else { return Freshness::default() };
        // A clock that was wrong then must not count as fresh for ever.
        let since = status.last_success.or(status.last_contact).map(|since| since.min(now));
        let has_expired = status.stale_since(now).is_some();
        match since {
            Some(since) if has_expired || now - since >= STALE_AFTER => Freshness::Stale { since },
            Some(since) if status.contact != Contact::Online && now - since >= OFFLINE_AFTER => {
                Freshness::Offline { since: Some(since) }
            }
            _ => Freshness::Current,
        }
    }
}

fn read(reader: &mut Reader) -> Result<Option<Arc<Release>>, ReadError> {
    reader
        .active_release()
        .map(|release| release.map(Arc::new))
        .inspect_err(|error| tracing::error!("the store cannot be read, what is on screen stays: {error}"))
}

fn look(mut reader: Reader, mut known: Option<u64>, send: &SyncSender<News>, waker: &Waker) {
    // A change that could not be read is looked at again: the store tells of each only once.
    let mut is_behind = true;
    let mut is_told = false;
    loop {
        thread::sleep(LOOK_EVERY);
        is_behind |= reader.changed();
        if !is_behind {
            continue;
        }
        let news = match look_once(&mut reader, known) {
            Ok(news) => {
                (is_behind, is_told) = (false, false);
                news
            }
            // Somebody is writing; the next look will see it.
            Err(ReadError::Busy { .. }) => continue,
            Err(_) if is_told => Vec::new(),
            Err(_) => {
                is_told = true;
                vec![News::Unreadable]
            }
        };
        for item in news {
            if let News::Release(release) = &item {
                tracing::info!(version = release.version, "another release is active");
                known = Some(release.version);
            }
            if send.send(item).is_err() {
                return;
            }
            waker.wake_now();
        }
        if is_behind {
            thread::sleep(LOOK_AGAIN);
        }
    }
}

/// What is new in the store since the release that is known.
fn look_once(reader: &mut Reader, known: Option<u64>) -> Result<Vec<News>, ReadError> {
    let mut news = vec![News::Status(reader.sync_status()?)];
    let version = reader.active_version()?;
    if version.is_some()
        && version != known
        && let Some(release) = read(reader)?
    {
        news.push(News::Release(release));
    }
    Ok(news)
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
