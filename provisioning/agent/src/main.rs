//! `agent`: keeps a kiosk's store at the city's newest release.

use anyhow::Context;
use clap::{Parser, ValueEnum};
use std::{io::IsTerminal, path::PathBuf, sync::Arc, time::Duration};
use tokio::signal::unix::{SignalKind, signal};
use tracing_subscriber::EnvFilter;
use wayside_agent::{Config, Notify};
use wayside_model::KioskId;

/// Keeps a kiosk's store at the city's newest release; SIGUSR1 makes it ask at once.
#[derive(Debug, Parser)]
#[command(version)]
struct Args {
    /// Address of the hub, or of any web server with the same files.
    #[arg(long, value_name = "URL")]
    hub: String,
    /// Folder of the kiosk's store; made where there is none.
    #[arg(long, value_name = "DIR")]
    store: PathBuf,
    /// The root that the kiosk was delivered with; nothing else is trusted.
    #[arg(long, value_name = "FILE")]
    root: PathBuf,
    /// Seconds between two questions while all is well.
    #[arg(long, value_name = "N", default_value_t = 60, value_parser = clap::value_parser!(u64).range(1..=86_400))]
    interval_secs: u64,
    /// Name of this kiosk, for the hub's status page.
    #[arg(long, value_name = "ID", value_parser = |id: &str| KioskId::new(id))]
    kiosk: Option<KioskId>,
    /// Ask once and end; the exit code says whether it worked.
    #[arg(long)]
    once: bool,
    /// How the log is written.
    #[arg(long, value_enum, default_value_t = Log::Text)]
    log: Log,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Log {
    Text,
    Json,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let args = Args::parse();
    start_log(args.log);
    let wake = Arc::new(Notify::new());
    let config = Config {
        interval: Duration::from_secs(args.interval_secs),
        kiosk: args.kiosk,
        once: args.once,
        wake: Arc::clone(&wake),
        ..Config::new(args.hub, args.store, args.root)
    };
    let mut usr1 = signal(SignalKind::user_defined1()).context("cannot listen for SIGUSR1")?;
    tokio::spawn(async move {
        while usr1.recv().await.is_some() {
            wake.notify_one();
        }
    });
    let mut terminate = signal(SignalKind::terminate()).context("cannot listen for SIGTERM")?;
    let mut interrupt = signal(SignalKind::interrupt()).context("cannot listen for SIGINT")?;
    let shutdown = async move {
        tokio::select! { _ = terminate.recv() => {}, _ = interrupt.recv() => {} }
    };
    wayside_agent::run(config, shutdown).await?;
    Ok(())
}

fn start_log(log: Log) {
    let filter = EnvFilter::builder().with_default_directive(tracing::Level::INFO.into()).from_env_lossy();
    let log_to_stderr = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal());
    match log {
        Log::Text => log_to_stderr.init(),
        Log::Json => log_to_stderr.json().init(),
    }
}
