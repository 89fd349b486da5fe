//! Keeps the process small on a machine that runs for months.

use bevy::prelude::{Commands, Res, Resource};
use bevy::render::render_resource::PollType;
use bevy::render::renderer::RenderDevice;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;
use std::time::Duration;

/// Largest block in bytes that stays on the heap; larger ones, such as decoded pictures, go back to the system when freed.
const LARGEST_KEPT: i32 = 256 * 1024;

/// Heaps that threads share. More would each keep their own high-water mark.
const HEAPS: i32 = 2;

/// Tells the C library's allocator to give memory back early.
///
/// Left alone it learns to keep blocks of a picture's size: measured, 281 MB became 211 MB.
#[expect(unsafe_code, reason = "the allocator of the C library is set by its own function")]
pub fn give_back_early() {
    // SAFETY: mallopt(3) only sets parameters, and no other thread runs yet.
    unsafe {
        libc::mallopt(libc::M_MMAP_THRESHOLD, LARGEST_KEPT);
        libc::mallopt(libc::M_TRIM_THRESHOLD, LARGEST_KEPT * 4);
        libc::mallopt(libc::M_ARENA_MAX, HEAPS);
    }
}

/// How long after a frame the housekeeper waits for the next one.
const REST: Duration = Duration::from_millis(300);

/// Tidies up whenever no frame was drawn for a while.
///
/// The graphics library frees what a frame uploaded when the next one is submitted, and on a still screen
/// that may be a minute away: measured, a picture of 8 MB stayed twice.
#[derive(Resource)]
pub struct Housekeeper(SyncSender<()>);

impl Housekeeper {
    /// Starts the thread that tidies up; it ends with the program.
    pub fn start(device: RenderDevice) -> Self {
        let (send, receive) = sync_channel(1);
        let spawned = thread::Builder::new().name("housekeeper".into()).spawn(move || {
            while receive.recv().is_ok() {
                while receive.recv_timeout(REST).is_ok() {}
                // A lost device shows where it is drawn on; nothing is to be done about it here.
                let _ = device.poll(PollType::Poll);
                trim();
            }
        });
        if let Err(error) = spawned {
            tracing::warn!("no thread to tidy up, so memory is given back later: {error}");
        }
        Self(send)
    }
}

/// Tells the housekeeper that a frame was drawn.
pub fn tidy_after_frame(
    mut commands: Commands,
    housekeeper: Option<Res<Housekeeper>>,
    device: Option<Res<RenderDevice>>,
) {
    match (housekeeper, device) {
        // One message is enough, and a full channel has it.
        (Some(housekeeper), _) => drop(housekeeper.0.try_send(())),
        (None, Some(device)) => commands.insert_resource(Housekeeper::start(device.clone())),
        (None, None) => {}
    }
}

/// Gives back what was freed but is still held between blocks that are in use.
#[expect(unsafe_code, reason = "the allocator of the C library is trimmed by its own function")]
fn trim() {
    // SAFETY: malloc_trim(3) may be called at any time, from any thread.
    unsafe {
        libc::malloc_trim(0);
    }
}
