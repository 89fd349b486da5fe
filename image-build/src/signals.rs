//! Signals, process groups and the promise that nothing outlives this program.
#![allow(unsafe_code, reason = "signal handlers and process groups have no safe interface in the standard library")]

use std::{
    io,
    os::unix::process::CommandExt,
    process::Command,
    sync::atomic::{AtomicI32, Ordering},
};

pub use libc::{SIGHUP, SIGINT, SIGKILL, SIGTERM};

/// The last signal that asked this program to end; 0 for none.
static ASKED: AtomicI32 = AtomicI32::new(0);

extern "C" fn note(signal: libc::c_int) {
    ASKED.store(signal, Ordering::Relaxed);
}

/// Notes interrupt, terminate and hang-up instead of dying of them.
///
/// A hang-up that is ignored stays ignored (`nohup`); shells ignore the interrupt for what they start in the
/// background, but one that is sent to this program means it.
pub fn catch() {
    for signal in [SIGINT, SIGTERM, SIGHUP] {
        // SAFETY: `note` only stores to an atomic, which a signal handler may do.
        unsafe {
            let before = libc::signal(signal, note as *const () as libc::sighandler_t);
            if signal == SIGHUP && before == libc::SIG_IGN {
                libc::signal(signal, libc::SIG_IGN);
            }
        }
    }
}

/// Returns the signal that asked this program to end, if one has.
pub fn asked() -> Option<i32> {
    match ASKED.load(Ordering::Relaxed) {
        0 => None,
        signal => Some(signal),
    }
}

/// Sends a signal to a process group; one that has ended already is no error.
pub fn send_to_group(leader: u32, signal: i32) {
    if let Ok(leader @ 2..) = i32::try_from(leader) {
        // SAFETY: `kill` takes plain numbers; a group above 1 is one that `die_with_us` made for a child of ours.
        unsafe { libc::kill(-leader, signal) };
    }
}

/// Makes the command a process group of its own that is killed when this program ends, however it ends.
///
/// It must be spawned from the main thread: the kernel watches the thread that forks.
pub fn die_with_us(command: &mut Command) {
    let us = std::process::id();
    command.process_group(0);
    // SAFETY: between fork and exec the closure makes two system calls and touches no memory of other threads.
    unsafe {
        command.pre_exec(move || {
            if libc::prctl(libc::PR_SET_PDEATHSIG, SIGKILL) != 0 {
                return Err(io::Error::last_os_error());
            }
            // We may have died before the kernel was asked to watch.
            if u32::try_from(libc::getppid()) == Ok(us) { Ok(()) } else { Err(io::ErrorKind::Interrupted.into()) }
        });
    }
}
