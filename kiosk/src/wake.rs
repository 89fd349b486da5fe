//! Wakes the event loop: at a given instant, or from a worker that has something.

use bevy::prelude::Resource;
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;
use std::time::Instant;

type Wake = Box<dyn Fn() + Send + Sync>;

struct Shared {
    state: Mutex<Schedule>,
    changed: Condvar,
}

#[derive(Default)]
struct Schedule {
    at: Option<Instant>,
    wake: Option<Wake>,
}

/// Wakes the event loop. Clones wake the same loop.
#[derive(Clone, Resource)]
pub struct Waker(Arc<Shared>);

impl Waker {
    /// Starts the timer thread; nothing is woken before [`Self::connect`].
    pub fn start() -> Self {
        let shared = Arc::new(Shared { state: Mutex::default(), changed: Condvar::new() });
        let timer = Arc::clone(&shared);
        let spawned = thread::Builder::new().name("wake".into()).spawn(move || run(&timer));
        if let Err(error) = spawned {
            tracing::error!("no timer thread, so clocks on screen stand still: {error}");
        }
        Self(shared)
    }

    /// Gives it the event loop to wake.
    pub fn connect(&self, proxy: &EventLoopProxyWrapper) {
        let proxy = (**proxy).clone();
        let mut state = self.0.state.lock().unwrap_or_else(PoisonError::into_inner);
        // A loop that is gone needs no waking.
        state.wake = Some(Box::new(move || _ = proxy.send_event(WinitUserEvent::WakeUp)));
    }

    /// Wakes the loop at an instant; it replaces the one set before.
    pub fn wake_at(&self, at: Option<Instant>) {
        let mut state = self.0.state.lock().unwrap_or_else(PoisonError::into_inner);
        if state.at != at {
            state.at = at;
            self.0.changed.notify_one();
        }
    }

    /// Wakes the loop at once.
    pub fn wake_now(&self) {
        let state = self.0.state.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(wake) = &state.wake {
            wake();
        }
    }
}

fn run(shared: &Shared) {
    let mut state = shared.state.lock().unwrap_or_else(PoisonError::into_inner);
    loop {
        let now = Instant::now();
        state = match state.at {
            Some(at) if at <= now => {
                state.at = None;
                if let Some(wake) = &state.wake {
                    wake();
                }
                state
            }
            Some(at) => shared.changed.wait_timeout(state, at - now).unwrap_or_else(PoisonError::into_inner).0,
            None => shared.changed.wait(state).unwrap_or_else(PoisonError::into_inner),
        };
    }
}
