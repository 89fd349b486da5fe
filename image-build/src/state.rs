//! The folder in which keys, repository, stores and logs of the developer commands are.

use crate::{Failure, arguments::Options, build, process, size::Size};
use std::{
    env, fs,
    fs::{File, TryLockError},
    io::Write as _,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, SystemTime},
};

/// After this long a release is signed afresh although nothing changed: kiosks refuse metadata that has expired.
const SIGNATURE_AGE: Duration = Duration::from_hours(6);

/// Panel that is taken where the source says nothing of the kiosk's.
const USUAL_PANEL: Size = Size { width_px: 1080, height_px: 1920 };

/// The folder of the developer commands.
#[derive(Debug, Clone)]
pub struct State {
    root: PathBuf,
}

impl State {
    /// Opens the folder that the options name, or the user's own; makes it where it is missing.
    pub fn open(options: &Options) -> Result<Self, Failure> {
        let root = options.state.clone().or_else(default_folder).ok_or_else(|| {
            Failure::new(
                "neither XDG_STATE_HOME nor HOME is set",
                "say where to keep keys and content with --state DIR",
            )
        })?;
        let root = std::path::absolute(&root).map_err(|e| Failure::file("find", &root, &e))?;
        let state = Self { root };
        for folder in [state.root.clone(), state.logs()] {
            fs::create_dir_all(&folder).map_err(|e| Failure::file("make", &folder, &e))?;
        }
        Ok(state)
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    pub fn keys(&self) -> PathBuf {
        self.root.join("keys")
    }

    /// The root of trust that an agent is given, as it is built into an image for the street.
    pub fn trusted_root(&self) -> PathBuf {
        self.keys().join("root.json")
    }

    pub fn repository(&self) -> PathBuf {
        self.root.join("repository")
    }

    pub fn store(&self, kiosk: &str) -> PathBuf {
        self.root.join("store").join(kiosk)
    }

    pub fn logs(&self) -> PathBuf {
        self.root.join("logs")
    }

    pub fn live_picture(&self) -> PathBuf {
        self.root.join("live.png")
    }

    pub fn port_file(&self) -> PathBuf {
        self.root.join("hub.port")
    }

    /// Takes the folder for a running kiosk; none where another command has it.
    pub fn lock(&self) -> Result<Option<File>, Failure> {
        let path = self.root.join("lock");
        let file = File::create(&path).map_err(|e| Failure::file("open", &path, &e))?;
        match file.try_lock() {
            Ok(()) => Ok(Some(file)),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(e)) => Err(Failure::file("lock", &path, &e)),
        }
    }

    /// Publishes a folder, or the sample city; makes keys first where there are none.
    pub fn publish(&self, folder: Option<&Path>) -> Result<(), Failure> {
        let folder = folder.map_or_else(build::sample_city, Path::to_owned);
        let folder = std::path::absolute(&folder).map_err(|e| Failure::file("find", &folder, &e))?;
        if !self.trusted_root().is_file() {
            process::succeed("content init-keys", self.init_keys())?;
        }
        // An edit that is saved while the folder is read must count as not published.
        let began = SystemTime::now();
        process::succeed("content publish", self.publication(&folder))?;
        let path = self.stamp();
        let stamp = || -> std::io::Result<()> {
            let mut stamp = File::create(&path)?;
            stamp.write_all(folder.to_string_lossy().as_bytes())?;
            stamp.set_modified(began)
        };
        stamp().map_err(|e| Failure::file("write", &path, &e))
    }

    /// Makes the command that makes the city's keys.
    pub fn init_keys(&self) -> Command {
        let mut command = build::program(build::CONTENT.name);
        command.arg("init-keys").arg(self.keys());
        command
    }

    /// Makes the command that publishes a folder.
    pub fn publication(&self, folder: &Path) -> Command {
        let mut command = build::program(build::CONTENT.name);
        command.arg("publish").arg(folder).arg("--repository").arg(self.repository()).arg("--keys").arg(self.keys());
        command
    }

    /// Publishes what was published last, or the sample city, where that was not done since it changed.
    pub fn publish_if_needed(&self) -> Result<(), Failure> {
        let folder = self.folder();
        if self.is_published(&folder, SystemTime::now()) { Ok(()) } else { self.publish(Some(&folder)) }
    }

    /// Whether the repository holds a release from before.
    pub fn has_release(&self) -> bool {
        self.repository().join("metadata/timestamp.json").is_file()
    }

    /// Refuses a kiosk that the folder does not know; a folder without readable kiosks is left to the editors' tool.
    pub fn check_kiosk(&self, kiosk: &str) -> Result<(), Failure> {
        let folder = self.folder();
        let known = kiosks_of(&folder);
        if known.is_empty() || known.iter().any(|id| id == kiosk) {
            return Ok(());
        }
        Err(Failure::new(
            format!("there is no kiosk `{kiosk}` in {}", folder.display()),
            format!("use --kiosk with one of {}", known.join(", ")),
        ))
    }

    /// Returns the folder that was published last, or the sample city.
    pub fn folder(&self) -> PathBuf {
        let last = fs::read_to_string(self.stamp()).ok().map(PathBuf::from).filter(|folder| folder.is_dir());
        last.unwrap_or_else(build::sample_city)
    }

    fn stamp(&self) -> PathBuf {
        self.root.join("published")
    }

    fn is_published(&self, folder: &Path, now: SystemTime) -> bool {
        let is_same = fs::read(self.stamp()).is_ok_and(|was| was == folder.to_string_lossy().as_bytes());
        let Some(at) = modified(&self.stamp()).filter(|_| is_same && self.repository().is_dir()) else { return false };
        let is_fresh = now.duration_since(at).is_ok_and(|age| age < SIGNATURE_AGE);
        let tool = modified(&build::program_folder().join(build::CONTENT.name));
        is_fresh && newest(folder).max(tool).is_none_or(|changed| changed <= at)
    }
}

fn default_folder() -> Option<PathBuf> {
    let given = |name| env::var_os(name).filter(|v| !v.is_empty()).map(PathBuf::from);
    given("XDG_STATE_HOME").or_else(|| Some(given("HOME")?.join(".local/state"))).map(|folder| folder.join("wayside"))
}

fn modified(path: &Path) -> Option<SystemTime> {
    fs::symlink_metadata(path).and_then(|m| m.modified()).ok()
}

/// Returns when anything in a folder last changed; links are not followed.
fn newest(path: &Path) -> Option<SystemTime> {
    let inside = fs::read_dir(path).into_iter().flatten().flatten();
    let below = inside.filter_map(|entry| match entry.file_type() {
        Ok(kind) if kind.is_dir() => newest(&entry.path()),
        _ => modified(&entry.path()),
    });
    below.max().max(modified(path))
}

/// Returns the size of a kiosk's panel, as the sample city's source has it.
pub fn panel_of(kiosk: &str) -> Size {
    let files = fs::read_dir(build::sample_city().join("kiosks")).into_iter().flatten().flatten();
    files
        .filter_map(|file| fs::read_to_string(file.path()).ok())
        .find_map(|source| panel_in(&source, kiosk))
        .unwrap_or(USUAL_PANEL)
}

/// The ids of a folder's kiosks, in the order of their files.
fn kiosks_of(folder: &Path) -> Vec<String> {
    let files = fs::read_dir(folder.join("kiosks")).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = files.map(|file| file.path()).collect();
    paths.sort();
    let sources = paths.iter().filter_map(|path| fs::read_to_string(path).ok());
    sources.flat_map(|source| source.split("[[kiosk]]").skip(1).filter_map(id_in).collect::<Vec<_>>()).collect()
}

/// The id in the source of a record.
fn id_in(record: &str) -> Option<String> {
    let mut pairs = record.lines().filter_map(|line| line.split_once('='));
    pairs.find(|(key, _)| key.trim() == "id").map(|(_, value)| {
        let value = value.split('#').next().unwrap_or_default();
        value.trim().trim_matches('"').to_owned()
    })
}

/// Finds a kiosk's panel in the source of its record; enough of TOML for the size of a display.
fn panel_in(source: &str, kiosk: &str) -> Option<Size> {
    let record = source.split("[[kiosk]]").find(|record| id_in(record).as_deref() == Some(kiosk))?;
    let number = |name: &str| {
        let after = record.split_once(name)?.1.trim_start().strip_prefix('=')?.trim_start();
        after.split(|c: char| !c.is_ascii_digit()).next()?.parse::<u32>().ok()
    };
    format!("{}x{}", number("width_px")?, number("height_px")?).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_a_kiosks_panel_in_its_source() {
        let source = "\
[[kiosk]]
id = \"union-station\"
panel = { width_px = 1080, height_px = 1920, width_mm = 680 }

[[kiosk]]
id = \"exposition-park\"
[kiosk.panel]
width_px = 1920
height_px = 1080

[[kiosk]]
id = \"bare\"
";
        let check = |kiosk, expect: Option<&str>| {
            assert_eq!(panel_in(source, kiosk).map(|s| s.to_string()).as_deref(), expect, "{kiosk}");
        };
        check("union-station", Some("1080x1920"));
        check("exposition-park", Some("1920x1080"));
        check("bare", None);
        check("union", None);
    }
}
