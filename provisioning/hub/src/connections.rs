//! Connections are bounded in number, in idleness and in age.

use axum::serve::Listener;
use std::{
    io,
    net::SocketAddr,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore},
    time::{Instant, Sleep, sleep_until},
};

/// How much a client may take up.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Connections at once; further ones wait to be accepted.
    pub connections: usize,
    /// How long neither side may send a byte.
    pub idle: Duration,
    /// How long a connection lives, however busy it is.
    pub age: Duration,
    /// How long an answer may take to begin.
    pub answer: Duration,
    /// How long open downloads may go on after the hub was told to stop.
    pub stop: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 512,
            idle: Duration::from_mins(1),
            age: Duration::from_mins(30),
            answer: Duration::from_secs(20),
            stop: Duration::from_secs(5),
        }
    }
}

/// A listener that accepts within limits.
pub(crate) struct BoundedListener {
    listener: TcpListener,
    free: Arc<Semaphore>,
    limits: Limits,
}

impl BoundedListener {
    pub fn new(listener: TcpListener, limits: Limits) -> Self {
        Self { listener, free: Arc::new(Semaphore::new(limits.connections)), limits }
    }
}

impl Listener for BoundedListener {
    type Io = BoundedStream;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        let permit =
            Arc::clone(&self.free).acquire_owned().await.expect("nobody closes the semaphore of free connections");
        let (stream, address) = Listener::accept(&mut self.listener).await;
        let now = Instant::now();
        let stream = BoundedStream {
            stream,
            idle: self.limits.idle,
            ends: now + self.limits.age,
            alarm: Box::pin(sleep_until(now + self.limits.idle)),
            _permit: permit,
        };
        (stream, address)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

/// A connection that ends by itself when it idles or grows old.
pub(crate) struct BoundedStream {
    stream: TcpStream,
    idle: Duration,
    ends: Instant,
    alarm: Pin<Box<Sleep>>,
    /// Given back when the connection is dropped.
    _permit: OwnedSemaphorePermit,
}

impl BoundedStream {
    /// Puts the alarm off after progress, and raises it where there was none for too long.
    fn watch<T>(&mut self, cx: &mut Context<'_>, polled: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        if polled.is_ready() {
            let next = (Instant::now() + self.idle).min(self.ends);
            self.alarm.as_mut().reset(next);
        }
        if (polled.is_pending() || Instant::now() >= self.ends) && self.alarm.as_mut().poll(cx).is_ready() {
            return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
        }
        polled
    }
}

impl AsyncRead for BoundedStream {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let polled = Pin::new(&mut self.stream).poll_read(cx, buf);
        self.watch(cx, polled)
    }
}

impl AsyncWrite for BoundedStream {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        let polled = Pin::new(&mut self.stream).poll_write(cx, buf);
        self.watch(cx, polled)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let polled = Pin::new(&mut self.stream).poll_write_vectored(cx, bufs);
        self.watch(cx, polled)
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
