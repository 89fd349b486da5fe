//! Prepares the pictures of a draft on all cores, each only once.

use crate::cache::{PictureCache, PictureKey};
use crate::{Progress, picture};
use chrono::NaiveDate;
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::SystemTime;
use wayside_model::source::{self, Draft, Folder, PictureStudio, PreparedPicture};

type Prepared = Result<PreparedPicture, String>;

/// Prepares pictures and remembers them.
#[derive(Debug, Default)]
pub struct Studio {
    cache: Option<PictureCache>,
    /// What this run has prepared.
    prepared: Mutex<HashMap<PictureKey, Prepared>>,
}

impl Studio {
    /// Makes a studio that remembers pictures in this folder.
    pub fn with_cache(folder: std::path::PathBuf) -> Self {
        Self { cache: Some(PictureCache::new(folder)), ..Self::default() }
    }

    /// Makes a studio that remembers pictures where the system keeps caches of the person who runs this.
    pub fn of_user() -> Self {
        Self { cache: PictureCache::of_user(), ..Self::default() }
    }

    fn known(&self, key: &PictureKey) -> Option<Prepared> {
        if let Some(prepared) = self.lock().get(key) {
            return Some(prepared.clone());
        }
        self.cache.as_ref()?.get(key).map(Ok)
    }

    fn make(&self, job: &Job) {
        let prepared = picture::prepare(&job.bytes, &job.extension, job.target_px);
        if let (Some(cache), Ok(picture)) = (&self.cache, &prepared) {
            cache.put(&job.key, picture);
        }
        self.lock().insert(job.key.clone(), prepared);
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<PictureKey, Prepared>> {
        self.prepared.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Prepares many pictures, one per core at a time.
    fn make_all(&self, jobs: &[Job], progress: &Progress) {
        let next = AtomicUsize::new(0);
        let workers = thread::available_parallelism().map_or(1, usize::from).min(jobs.len());
        thread::scope(|scope| {
            for _ in 0..workers {
                scope.spawn(|| {
                    while let Some(job) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
                        self.make(job);
                        progress.advance(1);
                    }
                });
            }
        });
    }
}

impl PictureStudio for Studio {
    fn prepare(&self, bytes: &[u8], extension: &str, target_px: (u32, u32)) -> Prepared {
        let job = Job::new(bytes, extension, target_px);
        self.known(&job.key).unwrap_or_else(|| {
            self.make(&job);
            self.known(&job.key).unwrap_or_else(|| Err("it was prepared and forgotten".to_owned()))
        })
    }
}

/// A picture to prepare.
struct Job {
    key: PictureKey,
    bytes: Vec<u8>,
    extension: String,
    target_px: (u32, u32),
}

impl Job {
    fn new(bytes: &[u8], extension: &str, target_px: (u32, u32)) -> Self {
        let key = PictureKey::of(bytes, extension, target_px);
        Self { key, bytes: bytes.to_vec(), extension: extension.to_owned(), target_px }
    }
}

/// Hands out what is known and writes down what is not.
struct Collector<'s> {
    studio: &'s Studio,
    jobs: RefCell<Vec<Job>>,
}

impl PictureStudio for Collector<'_> {
    fn prepare(&self, bytes: &[u8], extension: &str, target_px: (u32, u32)) -> Prepared {
        let key = PictureKey::of(bytes, extension, target_px);
        self.studio.known(&key).unwrap_or_else(|| {
            let mut jobs = self.jobs.borrow_mut();
            if !jobs.iter().any(|job| job.key == key) {
                jobs.push(Job::new(bytes, extension, target_px));
            }
            Err("it is not prepared yet".to_owned())
        })
    }
}

/// Reads a draft; pictures that are not known yet are prepared on all cores.
///
/// Which pictures a draft needs, and how large, is known once it has been read:
/// so it is read, the missing pictures are prepared, and only then, where any were missing, it is read for good.
pub fn read_draft(folder: &Folder, studio: &Studio, today: NaiveDate, progress: &Progress) -> Draft {
    let collector = Collector { studio, jobs: RefCell::default() };
    let draft = source::read(folder, &collector, today);
    let jobs = collector.jobs.into_inner();
    if jobs.is_empty() {
        return draft;
    }
    progress.start("drawing pictures", jobs.len() as u64);
    studio.make_all(&jobs, progress);
    progress.finish();
    if let Some(cache) = &studio.cache {
        cache.prune(SystemTime::now());
    }
    source::read(folder, studio, today)
}
