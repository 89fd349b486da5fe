//! A connection's bytes, and the moment at which it has to end.

use crate::{connections::Limits, peers::Admission};
use std::{
    io,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll},
    time::Duration,
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
    sync::OwnedSemaphorePermit,
    time::{Instant, Sleep, sleep_until},
};

/// Whether a whole request has been heard that is not yet being answered.
///
/// Only the server can tell where a request's head ends, so it says so here, and the stream reads it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Heard(Arc<AtomicBool>);

impl Heard {
    pub fn set(&self, is_heard: bool) {
        self.0.store(is_heard, Ordering::Relaxed);
    }

    fn get(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// A connection that ends by itself when it idles, dawdles over a request or grows old.
pub(crate) struct BoundedStream {
    stream: TcpStream,
    idle: Duration,
    head: Duration,
    ends: Instant,
    /// When bytes last went either way.
    moved: Instant,
    /// When the request that has begun must be whole; none between an answer and the next request.
    head_ends: Option<Instant>,
    heard: Heard,
    /// Whether a part of an answer waits for the client to take it.
    is_sending: bool,
    alarm: Pin<Box<Sleep>>,
    /// Both given back when the connection is dropped.
    _places: (OwnedSemaphorePermit, Admission),
}

impl BoundedStream {
    pub fn new(stream: TcpStream, limits: &Limits, places: (OwnedSemaphorePermit, Admission)) -> Self {
        let now = Instant::now();
        Self {
            stream,
            idle: limits.idle,
            head: limits.head,
            ends: now + limits.age,
            moved: now,
            head_ends: Some(now + limits.head),
            heard: Heard::default(),
            is_sending: false,
            alarm: Box::pin(sleep_until(now + limits.head.min(limits.idle))),
            _places: places,
        }
    }

    pub fn heard(&self) -> &Heard {
        &self.heard
    }

    /// When the connection ends unless something happens.
    fn due(&self) -> Instant {
        let due = self.ends.min(self.moved + self.idle);
        // While the hub answers, the next request may lie about half sent: the client is not the one to wait for.
        let is_answering = self.is_sending || self.heard.get();
        self.head_ends.filter(|_| !is_answering).map_or(due, |head_ends| due.min(head_ends))
    }

    /// Lets a result pass until the connection is due, and wakes the task then.
    fn watch<T>(&mut self, cx: &mut Context<'_>, polled: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        let now = Instant::now();
        if polled.is_ready() {
            self.moved = now;
        }
        let due = self.due();
        if now >= due {
            return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
        }
        if polled.is_pending() {
            if self.alarm.deadline() != due {
                self.alarm.as_mut().reset(due);
            }
            if self.alarm.as_mut().poll(cx).is_ready() {
                return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
            }
        }
        polled
    }

    /// Notes what came of an attempt to send.
    fn sent(&mut self, cx: &mut Context<'_>, polled: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        self.is_sending = polled.is_pending();
        if matches!(polled, Poll::Ready(Ok(1..))) {
            self.heard.set(false);
            self.head_ends = None;
        }
        self.watch(cx, polled)
    }
}

impl AsyncRead for BoundedStream {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let had = buf.filled().len();
        let polled = Pin::new(&mut self.stream).poll_read(cx, buf);
        if buf.filled().len() > had && !self.heard.get() {
            let head_ends = Instant::now() + self.head;
            // Further bytes of the same head do not put its end off.
            self.head_ends.get_or_insert(head_ends);
        }
        self.watch(cx, polled)
    }
}

impl AsyncWrite for BoundedStream {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        let polled = Pin::new(&mut self.stream).poll_write(cx, buf);
        self.sent(cx, polled)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let polled = Pin::new(&mut self.stream).poll_write_vectored(cx, bufs);
        self.sent(cx, polled)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
