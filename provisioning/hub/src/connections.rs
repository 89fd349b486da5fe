//! Connections are bounded in number, in idleness and in age, all together and for each peer.

use crate::{
    peers::Peers,
    stream::{BoundedStream, Heard},
};
use axum::{
    extract::connect_info::Connected,
    serve::{IncomingStream, Listener},
};
use std::{io, net::SocketAddr, sync::Arc, time::Duration};
use tokio::{net::TcpListener, sync::Semaphore};

/// How much clients may take up.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Connections at once; further ones wait to be accepted.
    pub connections: usize,
    /// Connections at once of one peer, an IPv4 address or an IPv6 network; further ones are closed at once.
    pub peer_connections: usize,
    /// How long a request's head may take to arrive, however steadily its bytes come.
    pub head: Duration,
    /// How long neither side may send a byte.
    pub idle: Duration,
    /// How long a connection lives, however busy it is.
    pub age: Duration,
    /// How long an answer may take to begin.
    pub answer: Duration,
    /// How long a look at the repository stands for further requests before the hub looks again.
    pub report: Duration,
    /// How long open downloads may go on after the hub was told to stop.
    pub stop: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 512,
            peer_connections: 64,
            head: Duration::from_secs(10),
            idle: Duration::from_mins(1),
            age: Duration::from_mins(30),
            answer: Duration::from_secs(20),
            report: Duration::from_secs(1),
            stop: Duration::from_secs(5),
        }
    }
}

/// A listener that accepts within limits.
pub(crate) struct BoundedListener {
    listener: TcpListener,
    free: Arc<Semaphore>,
    peers: Arc<Peers>,
    limits: Limits,
}

impl BoundedListener {
    pub fn new(listener: TcpListener, limits: Limits) -> Self {
        Self { listener, free: Arc::new(Semaphore::new(limits.connections)), peers: Arc::default(), limits }
    }
}

impl Listener for BoundedListener {
    type Io = BoundedStream;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        let permit =
            Arc::clone(&self.free).acquire_owned().await.expect("nobody closes the semaphore of free connections");
        loop {
            let (stream, address) = Listener::accept(&mut self.listener).await;
            if let Some(admission) = self.peers.admit(address.ip(), self.limits.peer_connections) {
                return (BoundedStream::new(stream, &self.limits, (permit, admission)), address);
            }
            // Not louder: whoever opens too many connections could fill the log as well.
            tracing::debug!(%address, "closed a connection of a peer that has too many");
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

impl Connected<IncomingStream<'_, BoundedListener>> for Heard {
    fn connect_info(incoming: IncomingStream<'_, BoundedListener>) -> Self {
        incoming.io().heard().clone()
    }
}
