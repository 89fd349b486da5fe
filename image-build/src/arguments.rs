//! The command line of `cargo appliance`.

use crate::{Failure, size::Size};
use std::path::PathBuf;

/// What `cargo appliance help` prints.
pub const USAGE: &str = "\
cargo appliance <command>

  run       start hub, agent and kiosk on the sample city; Ctrl-C ends all of it
              --kiosk ID        which kiosk to be (union-station)
              --size WxH        panel in pixels (the kiosk's own)
              --windowed        in a window instead of the whole screen
              --headless        in memory even where there is a desktop
  run --once --screenshot FILE  make one picture and end
              --screen NAME  --language TAG  --theme dark|light|contrast  --size WxH  --scale PERCENT
  publish [FOLDER]              publish content/los-angeles, or FOLDER, to the running kiosk
  content <arguments>           the editors' command-line tool: check, preview, explain, verify …
  test [FILTER]                 the whole test suite
  gallery [--out FOLDER]        every screen, language, theme and panel in one HTML page
  pictures [--out FOLDER]       the README's pictures, drawn anew
  bench                         speed and memory, with a peer beside them
              --strict          fail where a figure is over its limit
  doctor                        what works on this machine, and how to mend what does not

every command
  --state DIR     where keys, repository, stores and logs are (~/.local/state/wayside)
  --no-install    print the command that installs missing Debian packages instead of running it
  --no-build      use the programs as they were built last
  -- ARGUMENTS    hand the rest to the kiosk as it is
";

/// The kiosk that is run where none is named.
const FIRST_KIOSK: &str = "union-station";

/// Flags with a value that are the kiosk's own.
const KIOSK_FLAGS: &[&str] = &["--screen", "--language", "--theme", "--scale"];

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    Run,
    /// Make one picture, into this file.
    Picture(PathBuf),
    /// Publish this folder, or the sample city.
    Publish(Option<PathBuf>),
    /// Hand the rest to the content tool.
    Content,
    Test,
    Gallery,
    /// Draw the README's pictures.
    Pictures,
    Bench,
    Doctor,
    Help,
}

/// Where a running kiosk is to be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// On the whole of the desktop's screen, or in memory where there is none.
    Whole,
    /// In a window, or in memory where there is no desktop.
    Window,
    /// In memory even where there is a desktop.
    Memory,
}

/// Everything that the command line says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    pub command: Command,
    pub may_install: bool,
    pub may_build: bool,
    /// Whether `bench` fails where a figure is over its limit.
    pub is_strict: bool,
    pub state: Option<PathBuf>,
    pub kiosk: String,
    pub size: Option<Size>,
    pub screen: Screen,
    pub out: Option<PathBuf>,
    /// Arguments that the kiosk is given as they are.
    pub kiosk_arguments: Vec<String>,
    /// What `content` or `test` is given as it is.
    pub rest: Vec<String>,
}

/// Reads the command line, without the program's name.
pub fn parse(arguments: impl IntoIterator<Item = String>) -> Result<Options, Failure> {
    let mut arguments = arguments.into_iter();
    let name = arguments.next().unwrap_or_else(|| "help".to_owned());
    let mut options = Options {
        command: command_named(&name)?,
        may_install: true,
        may_build: true,
        is_strict: false,
        state: None,
        kiosk: FIRST_KIOSK.to_owned(),
        size: None,
        screen: Screen::Whole,
        out: None,
        kiosk_arguments: Vec::new(),
        rest: Vec::new(),
    };
    if options.command == Command::Content {
        options.rest = arguments.collect();
        return Ok(options);
    }
    let (mut once, mut screenshot) = (false, None);
    while let Some(argument) = arguments.next() {
        let (flag, glued) = match argument.split_once('=') {
            Some((flag, value)) if flag.starts_with("--") => (flag.to_owned(), Some(value.to_owned())),
            _ => (argument, None),
        };
        let mut value = || {
            let given = glued.clone().or_else(|| arguments.next());
            given.ok_or_else(|| Failure::Usage(format!("{flag} needs a value")))
        };
        match flag.as_str() {
            "--no-install" => options.may_install = false,
            "--no-build" => options.may_build = false,
            "--strict" if options.command == Command::Bench => options.is_strict = true,
            "--state" => options.state = Some(value()?.into()),
            "--kiosk" => options.kiosk = kiosk_named(value()?)?,
            "--size" => options.size = Some(value()?.parse().map_err(Failure::Usage)?),
            "--windowed" => options.screen = Screen::Window,
            "--headless" => options.screen = Screen::Memory,
            "--once" => once = true,
            "--screenshot" => screenshot = Some(PathBuf::from(value()?)),
            "--out" => options.out = Some(value()?.into()),
            "--help" | "-h" => options.command = Command::Help,
            "--" => {
                options.kiosk_arguments.extend(arguments);
                break;
            }
            known if KIOSK_FLAGS.contains(&known) => {
                let value = value()?;
                options.kiosk_arguments.extend([flag, value]);
            }
            unknown if unknown.starts_with('-') => {
                return Err(Failure::Usage(format!("`cargo appliance {name}` has no flag {unknown}")));
            }
            _ => options.rest.push(flag),
        }
    }
    options.command = settle(options.command, once, screenshot, &mut options.rest)?;
    Ok(options)
}

fn command_named(name: &str) -> Result<Command, Failure> {
    Ok(match name {
        "run" => Command::Run,
        "publish" => Command::Publish(None),
        "content" => Command::Content,
        "test" => Command::Test,
        "gallery" => Command::Gallery,
        "pictures" => Command::Pictures,
        "bench" => Command::Bench,
        "doctor" => Command::Doctor,
        "help" | "--help" | "-h" => Command::Help,
        other => return Err(Failure::Usage(format!("there is no command `{other}`"))),
    })
}

/// Checks a kiosk's identifier, which becomes the name of a folder.
fn kiosk_named(id: String) -> Result<String, Failure> {
    let is_id = !id.is_empty()
        && id.len() <= 64
        && !id.starts_with('-')
        && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if is_id {
        Ok(id)
    } else {
        Err(Failure::Usage(format!("`{id}` is not a kiosk: use lower-case letters, digits and hyphens")))
    }
}

/// Settles on the command, now that all flags are known.
fn settle(
    command: Command,
    once: bool,
    screenshot: Option<PathBuf>,
    rest: &mut Vec<String>,
) -> Result<Command, Failure> {
    let usage = |what: &str| Err(Failure::Usage(what.to_owned()));
    let command = match (command, once, screenshot) {
        (Command::Run, true, Some(file)) => Command::Picture(file),
        (Command::Run, true, None) => return usage("--once needs --screenshot FILE"),
        (Command::Run, false, Some(_)) => {
            return usage("--screenshot needs --once; `run` says where its live screenshot is");
        }
        (_, true, _) | (_, _, Some(_)) => return usage("--once and --screenshot belong to `run`"),
        (Command::Publish(_), ..) => Command::Publish((!rest.is_empty()).then(|| rest.remove(0).into())),
        (command, ..) => command,
    };
    match rest.first() {
        Some(stray) if command != Command::Test => Err(Failure::Usage(format!("`{stray}` is one argument too many"))),
        _ => Ok(command),
    }
}
