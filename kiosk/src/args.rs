//! The command line.

use crate::{app, gallery, replay, stills};
use anyhow::{Context, Result, bail};
use chrono::{DateTime, Utc};
use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;
use wayside_core::{EventFilter, PlaceFilter, Screen, TextSize, Theme};
use wayside_model::{KioskId, Language, Release};

/// Shows a city's content fullscreen from the local store. It opens no network connection.
#[derive(Debug, Parser)]
#[command(version)]
pub struct Args {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    common: Common,
    /// Opens a window of this size instead of the whole screen, or sizes the still picture, such as 1080x1920.
    #[arg(long, value_parser = parse_size)]
    size: Option<(u32, u32)>,
    /// Opens a window with a frame instead of the whole screen.
    #[arg(long)]
    windowed: bool,
    /// Rewrites this PNG whenever the picture changes, at most once a second.
    #[arg(long, value_name = "FILE")]
    live_screenshot: Option<PathBuf>,
    /// Records what visitors do into this file (nothing private is in it).
    #[arg(long, value_name = "FILE")]
    record: Option<PathBuf>,
    /// Plays this recording on the screen, in the time that it took.
    #[arg(long, value_name = "FILE")]
    play: Option<PathBuf>,
    /// Exits after this many seconds, with code 0; for measurements and tests.
    #[arg(long, value_name = "SECONDS")]
    exit_after: Option<u64>,
    /// Logs each frame into this file; for measurements.
    #[arg(long, value_name = "FILE", hide = true)]
    frame_log: Option<PathBuf>,
    /// Writes one picture without opening a window, and ends.
    #[arg(long, requires = "screenshot")]
    once: bool,
    /// Where `--once` writes its PNG.
    #[arg(long, value_name = "FILE")]
    screenshot: Option<PathBuf>,
    #[command(flatten)]
    still: StillArgs,
}

#[derive(Debug, Clone, clap::Args)]
pub struct Common {
    /// The local store that the agent fills.
    #[arg(long, global = true, value_name = "DIR", default_value = "/var/lib/wayside/store")]
    pub store: PathBuf,
    /// Which kiosk this is.
    #[arg(long, global = true, value_name = "ID", default_value = "union-station")]
    pub kiosk: String,
    /// Folders with fonts, searched before the system's.
    #[arg(long, global = true, value_name = "DIR")]
    pub fonts: Vec<PathBuf>,
}

impl Common {
    pub fn kiosk_id(&self) -> Result<KioskId> {
        KioskId::new(self.kiosk.as_str()).context("--kiosk")
    }
}

#[derive(Debug, Clone, clap::Args)]
pub struct StillArgs {
    /// attract, home, places, places-museum, place, events, events-weekend, event, offers, offer, services, service,
    /// languages, settings, help, timeout, alert, empty, error, or a record such as place:union-station.
    #[arg(long, default_value = "home")]
    pub screen: String,
    #[arg(long, default_value = "en", value_parser = str::parse::<Language>)]
    pub language: Language,
    #[arg(long, default_value = "dark", value_parser = parse_theme)]
    pub theme: Theme,
    /// Text size in percent: 100, 125, 150 or 200.
    #[arg(long, default_value = "100", value_parser = parse_scale)]
    pub scale: TextSize,
    /// Moves everything within reach from a wheelchair.
    #[arg(long)]
    pub lower_reach: bool,
    /// The instant to show instead of now.
    #[arg(long, value_name = "RFC3339")]
    pub at: Option<DateTime<Utc>>,
    /// Shows the kiosk as if it had been offline since this instant.
    #[arg(long, value_name = "RFC3339")]
    pub offline_since: Option<DateTime<Utc>>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Renders every screen, language, theme and panel into one page.
    Gallery {
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// Only these languages.
        #[arg(long, value_delimiter = ',', value_parser = str::parse::<Language>)]
        languages: Vec<Language>,
        /// Only these screens.
        #[arg(long, value_delimiter = ',')]
        screens: Vec<String>,
        /// Only these themes.
        #[arg(long, value_delimiter = ',', value_parser = parse_theme)]
        themes: Vec<Theme>,
        /// Only these kiosks' panels.
        #[arg(long, value_delimiter = ',')]
        panels: Vec<String>,
        /// The instant to show instead of now.
        #[arg(long, value_name = "RFC3339")]
        at: Option<DateTime<Utc>>,
    },
    /// Replays a recording without a screen and checks what it expects.
    Replay { file: PathBuf },
}

impl Args {
    pub fn run(self) -> Result<ExitCode> {
        match self.command {
            Some(Command::Gallery { out, languages, screens, themes, panels, at }) => {
                let wanted = gallery::Wanted { languages, screens, themes, panels };
                gallery::run(&self.common, &out, &wanted, at.unwrap_or_else(Utc::now))?;
                Ok(ExitCode::SUCCESS)
            }
            Some(Command::Replay { file }) => replay::run(&file),
            None if self.once => {
                let Some(out) = self.screenshot else { bail!("--once needs --screenshot FILE") };
                stills::run_once(&self.common, &self.still, self.size, &out)?;
                Ok(ExitCode::SUCCESS)
            }
            None => app::run(app::Options {
                common: self.common,
                size: self.size,
                is_windowed: self.windowed,
                live_screenshot: self.live_screenshot,
                record: self.record,
                play: self.play,
                exit_after: self.exit_after,
                frame_log: self.frame_log,
            }),
        }
    }
}

fn parse_size(text: &str) -> Result<(u32, u32), String> {
    let (width, height) = text.split_once('x').ok_or("write a size as WIDTHxHEIGHT, such as 1080x1920")?;
    let side = |s: &str| s.parse::<u32>().ok().filter(|n| (240..=8192).contains(n));
    match (side(width), side(height)) {
        (Some(width), Some(height)) => Ok((width, height)),
        _ => Err("each side is a number of pixels from 240 to 8192".to_owned()),
    }
}

fn parse_theme(text: &str) -> Result<Theme, String> {
    Theme::from_tag(text).ok_or_else(|| "a theme is dark, light or contrast".to_owned())
}

fn parse_scale(text: &str) -> Result<TextSize, String> {
    let percent = text.trim_end_matches('%').parse().map_err(|_| "a text size is a percentage".to_owned())?;
    TextSize::from_percent(percent).ok_or_else(|| "a text size is 100, 125, 150 or 200".to_owned())
}

/// The screen that a name on the command line means; a bare kind of record picks a chief one.
pub fn screen_named(name: &str, release: &Release) -> Result<Screen> {
    let first = |r: Option<Screen>| r.with_context(|| format!("the release has nothing to show as `{name}`"));
    Ok(match name {
        "home" => Screen::Home,
        "places" => Screen::places(),
        "places-museum" => Screen::Places { filter: PlaceFilter::Kind(wayside_model::PlaceKind::Museum), page: 0 },
        "events" => Screen::events(),
        "events-weekend" => Screen::Events { filter: EventFilter::Weekend, page: 0 },
        "offers" => Screen::offers(),
        "services" => Screen::services(),
        "languages" => Screen::Languages,
        "settings" => Screen::Settings,
        "help" => Screen::Help,
        "place" => first(
            release
                .places
                .values()
                .find(|p| p.id.as_str() == "griffith-observatory")
                .or_else(|| release.places.values().find(|p| p.chief))
                .map(|p| Screen::Place(p.id.clone())),
        )?,
        "event" => first(release.events.keys().next().map(|e| Screen::Event(e.clone())))?,
        "offer" => first(release.offers.keys().next().map(|o| Screen::Offer(o.clone())))?,
        "service" => first(
            release
                .services
                .values()
                .find(|s| s.chief)
                .or_else(|| release.services.values().next())
                .map(|s| Screen::Service(s.id.clone())),
        )?,
        other => match wayside_model::RecordRef::try_from(other.to_owned()) {
            Ok(record) => record.into(),
            Err(_) => bail!(
                "there is no screen `{other}`: name one of {}, or a record such as place:union-station",
                gallery::SCREENS.join(", ")
            ),
        },
    })
}
