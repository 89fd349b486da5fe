//! `hub`: serves a city's signed repository to its kiosks.

use anyhow::Context;
use clap::Parser;
use std::{
    io::IsTerminal,
    net::SocketAddr,
    path::{Path, PathBuf},
};
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
};
use wayside_hub::{Limits, serve_within};

/// Serves a signed repository to kiosks, and a status page at `/`.
#[derive(Debug, Parser)]
#[command(version)]
struct Args {
    /// Folder that `content publish` writes; it may still be empty.
    #[arg(long, value_name = "DIR")]
    repository: PathBuf,
    /// Address to listen on; port 0 takes a free one.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8311")]
    listen: SocketAddr,
    /// Connections at once from one address; raise it where a proxy stands in front of the hub.
    #[arg(long, value_name = "NUMBER", default_value_t = Limits::default().peer_connections)]
    peer_connections: usize,
    /// File to write the port into once the hub listens.
    #[arg(long, value_name = "FILE")]
    port_file: Option<PathBuf>,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let args = Args::parse();
    tracing_subscriber::fmt()
        .with_env_filter(
            tracing_subscriber::EnvFilter::builder()
                .with_default_directive(tracing::Level::INFO.into())
                .from_env_lossy(),
        )
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .init();
    let listener = TcpListener::bind(args.listen)
        .await
        .with_context(|| format!("cannot listen on {}: choose another address with --listen", args.listen))?;
    if let Some(path) = &args.port_file {
        write_port(path, listener.local_addr()?.port())
            .with_context(|| format!("cannot write the port file `{}`", path.display()))?;
    }
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let shutdown = async move {
        tokio::select! { _ = terminate.recv() => {}, _ = interrupt.recv() => {} }
    };
    let limits = Limits { peer_connections: args.peer_connections, ..Limits::default() };
    serve_within(listener, args.repository, limits, shutdown).await.context("the hub ended")
}

/// Writes the port whole, so that a waiting script never reads half of it.
fn write_port(path: &Path, port: u16) -> std::io::Result<()> {
    let mut unfinished = path.as_os_str().to_owned();
    unfinished.push(".new");
    std::fs::write(&unfinished, format!("{port}\n"))?;
    std::fs::rename(&unfinished, path)
}
