//! Pictures from the store to the graphics card: a worker reads, verifies, decodes and scales; the screen never waits.

use crate::wake::Waker;
use anyhow::{Context, Result};
use bevy::asset::RenderAssetUsages;
use bevy::prelude::{Assets, Image, Resource};
use bevy::render::render_resource::{Extent3d, TextureDimension, TextureFormat};
use bevy_egui::{EguiTextureHandle, EguiUserTextures};
use image::imageops::FilterType;
use std::collections::{HashMap, HashSet};
use std::panic;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::thread;
use std::time::{Duration, Instant};
use wayside_model::{MediaId, Release};
use wayside_screens::{Picture, PictureSize, Pictures};
use wayside_store::Objects;

/// Width in pixels that a card's picture is scaled to.
const CARD_WIDTH_PX: u32 = 520;

/// Bytes of pictures kept on the graphics card: two of a 1080 × 1920 panel, the one on and the one before or next.
const BUDGET_BYTES: usize = 18 * 1024 * 1024;

/// Longest picture side that is decoded, in pixels.
const MAX_SIDE_PX: u32 = 4096;

/// Most bytes that decoding one picture may take.
const MAX_DECODING_BYTES: u64 = 128 * 1024 * 1024;

/// How long a picture that could not be had is left alone before it is asked for again: the agent may mend it.
const RETRY_AFTER: Duration = Duration::from_mins(1);

type Key = (String, PictureSize);

struct Decoded {
    key: Key,
    /// None where the picture cannot be had.
    pixels: Option<(u32, u32, Vec<u8>)>,
}

struct Kept {
    handle: bevy::asset::Handle<Image>,
    picture: Picture,
    bytes: usize,
    used: u64,
}

/// Pictures on the graphics card and on their way there.
#[derive(Resource)]
pub struct PictureStore {
    ask: SyncSender<(Key, String)>,
    done: Mutex<Receiver<Decoded>>,
    kept: HashMap<Key, Kept>,
    pending: HashSet<Key>,
    failed: HashMap<Key, Instant>,
    frame: u64,
}

impl PictureStore {
    pub fn start(objects: Objects, waker: Waker) -> Self {
        let (ask, asked) = sync_channel::<(Key, String)>(64);
        let (send, done) = sync_channel(4);
        let spawned = thread::Builder::new().name("pictures".into()).spawn(move || {
            for (key, sha256) in asked {
                // A decoder that gives up on one picture must not take the others along.
                let decoded = panic::catch_unwind(|| decode(&objects, &sha256, key.1));
                let pixels = match decoded.unwrap_or_else(|_| Err(anyhow::anyhow!("its decoder gave up"))) {
                    Ok(pixels) => Some(pixels),
                    Err(error) => {
                        tracing::error!("picture {sha256} is left out: {error:#}");
                        None
                    }
                };
                if send.send(Decoded { key, pixels }).is_err() {
                    return;
                }
                waker.wake_now();
            }
        });
        if let Err(error) = spawned {
            tracing::error!("no thread for pictures, so none will show: {error}");
        }
        Self {
            ask,
            done: Mutex::new(done),
            kept: HashMap::new(),
            pending: HashSet::new(),
            failed: HashMap::new(),
            frame: 0,
        }
    }

    /// Whether any picture is on its way.
    pub fn is_waiting(&self) -> bool {
        !self.pending.is_empty()
    }

    /// Puts what the worker finished on the graphics card and drops what was not used for longest.
    pub fn take_in(&mut self, images: &mut Assets<Image>, textures: &mut EguiUserTextures) {
        self.frame += 1;
        let done: Vec<Decoded> = self.done.lock().map(|d| d.try_iter().collect()).unwrap_or_default();
        for Decoded { key, pixels } in done {
            self.pending.remove(&key);
            let Some((width, height, bytes)) = pixels else {
                self.failed.insert(key, Instant::now());
                continue;
            };
            let len = bytes.len();
            let size = Extent3d { width, height, depth_or_array_layers: 1 };
            let mut image = Image::new(
                size,
                TextureDimension::D2,
                bytes,
                TextureFormat::Rgba8UnormSrgb,
                // Only the graphics card keeps it.
                RenderAssetUsages::RENDER_WORLD,
            );
            image.sampler = bevy::image::ImageSampler::linear();
            let handle = images.add(image);
            let texture = textures.add_image(EguiTextureHandle::Strong(handle.clone()));
            let picture = Picture { texture, size_px: egui::vec2(width as f32, height as f32) };
            self.kept.insert(key, Kept { handle, picture, bytes: len, used: self.frame });
        }
        self.failed.retain(|_, since| since.elapsed() < RETRY_AFTER);
        let mut total: usize = self.kept.values().map(|k| k.bytes).sum();
        while total > BUDGET_BYTES {
            let oldest = self.kept.iter().filter(|(_, k)| k.used + 1 < self.frame).min_by_key(|(_, k)| k.used);
            let Some(key) = oldest.map(|(key, _)| key.clone()) else { break };
            if let Some(kept) = self.kept.remove(&key) {
                total -= kept.bytes;
                textures.remove_image(kept.handle.id());
                images.remove(kept.handle.id());
            }
        }
    }

    /// Lends pictures of one release to one frame.
    pub fn of<'a>(&'a mut self, release: &'a Release, is_portrait: bool) -> ReleasePictures<'a> {
        ReleasePictures { store: self, release, is_portrait }
    }
}

/// Pictures of one release, for a panel of one orientation.
pub struct ReleasePictures<'a> {
    store: &'a mut PictureStore,
    release: &'a Release,
    is_portrait: bool,
}

impl Pictures for ReleasePictures<'_> {
    fn picture(&mut self, media: &MediaId, size: PictureSize) -> Option<Picture> {
        let file = self.release.media.get(media)?.picture(self.is_portrait)?;
        let key = (file.file.sha256.clone(), size);
        if let Some(kept) = self.store.kept.get_mut(&key) {
            kept.used = self.store.frame;
            return Some(kept.picture);
        }
        if !self.store.failed.contains_key(&key) && !self.store.pending.contains(&key) {
            match self.store.ask.try_send((key.clone(), key.0.clone())) {
                Ok(()) => {
                    self.store.pending.insert(key);
                }
                // The next frame asks again.
                Err(TrySendError::Full(_) | TrySendError::Disconnected(_)) => {}
            }
        }
        None
    }

    fn has_failed(&self, media: &MediaId, size: PictureSize) -> bool {
        let file = self.release.media.get(media).and_then(|m| m.picture(self.is_portrait));
        file.is_none_or(|file| self.store.failed.contains_key(&(file.file.sha256.clone(), size)))
    }
}

fn decode(objects: &Objects, sha256: &str, size: PictureSize) -> Result<(u32, u32, Vec<u8>)> {
    let bytes = objects.read_verified(sha256)?;
    let mut reader = image::ImageReader::new(std::io::Cursor::new(bytes)).with_guessed_format().context("format")?;
    let mut limits = image::Limits::default();
    limits.max_image_width = Some(MAX_SIDE_PX);
    limits.max_image_height = Some(MAX_SIDE_PX);
    limits.max_alloc = Some(MAX_DECODING_BYTES);
    reader.limits(limits);
    let picture = reader.decode().context("decoding")?;
    let picture = match size {
        PictureSize::Card if picture.width() > CARD_WIDTH_PX => {
            let height =
                u32::try_from(u64::from(picture.height()) * u64::from(CARD_WIDTH_PX) / u64::from(picture.width()))
                    .unwrap_or(CARD_WIDTH_PX);
            picture.resize_exact(CARD_WIDTH_PX, height.max(1), FilterType::Triangle)
        }
        _ => picture,
    };
    let rgba = picture.into_rgba8();
    Ok((rgba.width(), rgba.height(), rgba.into_raw()))
}
