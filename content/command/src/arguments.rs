//! The command line.

use crate::time::{self, Moment};
use chrono::{DateTime, NaiveDate, Utc};
use clap::{Parser, Subcommand};
use std::path::PathBuf;

/// Checks, previews, signs and publishes what kiosks show.
#[derive(Debug, Parser)]
#[command(name = "content", version, max_term_width = 100)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
    /// Write the result as JSON.
    #[arg(long, global = true)]
    pub json: bool,
    /// Take this instant for now, such as 2026-07-04T21:00:00-07:00.
    #[arg(long, global = true, value_parser = time::instant, value_name = "TIME")]
    pub now: Option<DateTime<Utc>>,
    /// Keep drawn pictures in this folder instead of your own cache.
    #[arg(long, global = true, value_name = "DIR")]
    pub cache: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make the keys of a city: one per role, in a new folder.
    InitKeys {
        /// Folder to make; keep it secret and keep a copy.
        keys: PathBuf,
    },
    /// List everything that is wrong with a folder of content.
    Check {
        /// The folder, such as content/los-angeles.
        folder: PathBuf,
    },
    /// Show what plays on a kiosk over a day.
    Preview {
        folder: PathBuf,
        /// Id of the kiosk.
        #[arg(long)]
        kiosk: String,
        /// The day, such as 2026-07-04; today where it is left out.
        #[arg(long)]
        day: Option<NaiveDate>,
    },
    /// Say what plays on a kiosk at an instant, and why everything else does not.
    Explain {
        folder: PathBuf,
        /// Id of the kiosk.
        #[arg(long)]
        kiosk: String,
        /// The time on the kiosk's clock, such as 2026-07-04T21:00; now where it is left out.
        #[arg(long, value_parser = time::moment, value_name = "TIME")]
        at: Option<Moment>,
    },
    /// Check a folder, sign it and publish it.
    Publish {
        folder: PathBuf,
        /// Folder that a web server serves to kiosks; made where there is none.
        #[arg(long, value_name = "DIR")]
        repository: PathBuf,
        /// Folder of keys.
        #[arg(long, value_name = "DIR")]
        keys: PathBuf,
    },
    /// Check a repository as a kiosk would, and every file in it.
    Verify {
        repository: PathBuf,
        /// The root to trust: root.json from the folder of keys.
        #[arg(long, value_name = "FILE")]
        root: PathBuf,
    },
    /// Sign a repository again, so that kiosks know its release to be current; run it every few days.
    ResignTimestamp {
        repository: PathBuf,
        /// Folder of keys; the timestamp's alone is enough.
        #[arg(long, value_name = "DIR")]
        keys: PathBuf,
    },
    /// Replace all keys of a repository by new ones.
    RotateKeys {
        repository: PathBuf,
        /// Folder of the keys used so far.
        #[arg(long, value_name = "DIR")]
        keys: PathBuf,
        /// Folder to make for the new keys.
        #[arg(long, value_name = "DIR")]
        new_keys: PathBuf,
    },
}
