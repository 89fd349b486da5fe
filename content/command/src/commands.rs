//! What each command does.

use crate::outcome::problems_text;
use crate::preview::{day_at, table};
use crate::{
    Arguments, Command, Outcome, Paint, Progress, PublishFolderError, Studio, day_preview, publish_folder, read_draft,
    read_folder, time,
};
use chrono::{DateTime, Utc};
use serde_json::json;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use wayside_model::{KioskFacts, Problems, Release};
use wayside_repository::{
    Checked, ClientError, Keys, KeysError, Lifetimes, PublishError, resign_timestamp, rotate_keys, verify_folder,
};

/// Largest root file in bytes.
const MAX_ROOT_LEN: u64 = 512_000;

/// Why a command could not do its work.
#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    #[error("cannot read `{}`: {source}", path.display())]
    Read { path: PathBuf, source: std::io::Error },
    #[error("`{}` is larger than a root can be: use root.json from the folder of keys", .0.display())]
    RootTooLarge(PathBuf),
    #[error("there is no kiosk `{asked}` in this folder: use one of {known}")]
    NoSuchKiosk { asked: String, known: String },
    #[error(transparent)]
    Keys(#[from] KeysError),
    #[error(transparent)]
    Publish(#[from] PublishError),
    #[error(transparent)]
    Client(#[from] ClientError),
    #[error("no worker can be started: {0}")]
    Runtime(std::io::Error),
}

/// Does what the arguments ask for; `now` counts where they name no time.
pub fn run(
    arguments: Arguments,
    now: DateTime<Utc>,
    paint: Paint,
    progress: &Progress,
) -> Result<Outcome, CommandError> {
    let now = arguments.now.unwrap_or(now);
    let studio = arguments.cache.map_or_else(Studio::of_user, Studio::with_cache);
    let desk = Desk { now, paint, progress, studio, lifetimes: Lifetimes::default() };
    match arguments.command {
        Command::InitKeys { keys } => desk.init_keys(&keys),
        Command::Check { folder } => Ok(desk.check(&folder)),
        Command::Preview { folder, kiosk, day } => desk.with_kiosk(&folder, &kiosk, |release, kiosk| {
            let day = day.unwrap_or_else(|| day_at(kiosk, now));
            let rows = day_preview(release, kiosk, day);
            (table(kiosk, day, &rows, paint), json!({ "kiosk": kiosk.id, "day": day, "programs": rows }))
        }),
        Command::Explain { folder, kiosk, at } => desk.with_kiosk(&folder, &kiosk, |release, kiosk| {
            let at = at.map_or(now, |at| at.in_zone(kiosk.time_zone));
            let explanation = wayside_schedule::explain(release, kiosk, at);
            (explanation.to_string(), json!({ "explanation": explanation }))
        }),
        Command::Publish { folder, repository, keys } => desk.publish(&folder, &repository, &keys),
        Command::Verify { repository, root } => desk.verify(&repository, &root),
        Command::ResignTimestamp { repository, keys } => desk.resign(&repository, &keys),
        Command::RotateKeys { repository, keys, new_keys } => desk.rotate(&repository, &keys, &new_keys),
    }
}

/// What every command needs.
struct Desk<'p> {
    now: DateTime<Utc>,
    paint: Paint,
    progress: &'p Progress,
    studio: Studio,
    lifetimes: Lifetimes,
}

/// Most warnings that a publication lists; an editor who has more knows them by now.
const SHOWN_WARNINGS: usize = 5;

impl Desk<'_> {
    fn done(&self) -> String {
        self.paint.good("done")
    }

    fn init_keys(&self, folder: &Path) -> Result<Outcome, CommandError> {
        Keys::generate(self.now, &self.lifetimes)?.save(folder)?;
        let root = folder.join("root.json");
        let text = format!(
            "{}: keys are in `{}`; keep them secret and keep a copy\n  kiosks trust `{}`: give it to each of them\n",
            self.done(),
            folder.display(),
            root.display(),
        );
        Ok(Outcome::good(text, json!({ "ok": true, "keys": folder, "root": root })))
    }

    fn check(&self, folder: &Path) -> Outcome {
        let checked = read_folder(folder)
            .and_then(|files| Checked::new(read_draft(&files, &self.studio, self.today(), self.progress)));
        match checked {
            Ok(checked) => Outcome::problems(checked.warnings(), self.paint),
            Err(problems) => Outcome::problems(&problems, self.paint),
        }
    }

    fn today(&self) -> chrono::NaiveDate {
        time::today_somewhere(self.now)
    }

    /// Reads a folder and says something about one of its kiosks.
    ///
    /// A draft with errors is shown as far as it can be read, and the errors are said.
    fn with_kiosk(
        &self,
        folder: &Path,
        asked: &str,
        say: impl FnOnce(&Release, &KioskFacts) -> (String, serde_json::Value),
    ) -> Result<Outcome, CommandError> {
        let draft = match read_folder(folder) {
            Ok(files) => read_draft(&files, &self.studio, self.today(), self.progress),
            Err(problems) => return Ok(Outcome::problems(&problems, self.paint)),
        };
        let Some(release) = &draft.release else {
            return Ok(Outcome::problems(&draft.problems, self.paint));
        };
        let kiosk = release.kiosks.get(asked).ok_or_else(|| CommandError::NoSuchKiosk {
            asked: asked.to_owned(),
            known: release.kiosks.keys().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        })?;
        let (mut text, mut json) = say(release, kiosk);
        let errors =
            Problems(draft.problems.0.into_iter().filter(|p| p.severity == wayside_model::Severity::Error).collect());
        json["ok"] = json!(!errors.has_errors());
        if errors.has_errors() {
            json["problems"] = json!(errors);
            let _ = write!(text, "\nThis is not the whole folder, which has errors:\n");
            text.push_str(&problems_text(&errors, self.paint));
        }
        Ok(Outcome { is_ok: !errors.has_errors(), text, json })
    }

    fn publish(&self, folder: &Path, repository: &Path, keys: &Path) -> Result<Outcome, CommandError> {
        let keys = Keys::load(keys)?;
        let published =
            publish_folder(folder, repository, &keys, &self.studio, self.now, &self.lifetimes, self.progress);
        let (published, warnings) = match published {
            Ok(done) => done,
            Err(PublishFolderError::Problems(problems)) => return Ok(Outcome::problems(&problems, self.paint)),
            Err(PublishFolderError::Publish(error)) => return Err(error.into()),
        };
        let mut text = String::new();
        match warnings.0.len() {
            0 => {}
            few if few <= SHOWN_WARNINGS => text.push_str(&problems_text(&warnings, self.paint)),
            many => {
                let counted = self.paint.doubtful(&format!("{many} warnings"));
                let _ = writeln!(text, "{counted}: `content check {}` lists them", folder.display());
            }
        }
        let changed = match published.changed.as_slice() {
            names if names.len() <= 6 => names.join(", "),
            names => format!("{} and {} more", names[..5].join(", "), names.len() - 5),
        };
        let _ = writeln!(
            text,
            "{}: release {} is in `{}`\n  changed: {changed}\n  unchanged: {} files; written: {} KB; removed: {} old files",
            self.done(),
            published.version,
            repository.display(),
            published.unchanged,
            published.written_bytes.div_ceil(1000),
            published.removed,
        );
        let json = json!({ "ok": true, "published": published, "warnings": warnings });
        Ok(Outcome::good(text, json))
    }

    fn verify(&self, repository: &Path, root: &Path) -> Result<Outcome, CommandError> {
        let root_json = read_root(root)?;
        let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(CommandError::Runtime)?;
        self.progress.start("checking bytes", 0);
        let report = runtime.block_on(verify_folder(repository, &root_json, self.now, |len| self.progress.set(len)));
        self.progress.finish();
        let report = report?;
        let verified = &report.verified;
        let mut text = String::new();
        for wrong in &report.wrong {
            let _ =
                writeln!(text, "{}: {wrong}\n  {} publish again", self.paint.bad("error"), self.paint.faint("fix:"));
        }
        let is_ok = report.wrong.is_empty();
        let verdict = if is_ok { self.paint.good("verified") } else { self.paint.bad("not as it was signed") };
        let _ = writeln!(
            text,
            "{verdict}: release {}, {} files, {} KB, good until {}",
            verified.version(),
            verified.targets().len(),
            report.len.div_ceil(1000),
            verified.expires(),
        );
        let json = json!({
            "ok": is_ok,
            "version": verified.version(),
            "files": verified.targets().len(),
            "bytes": report.len,
            "expires": verified.expires(),
            "wrong": report.wrong.iter().map(ToString::to_string).collect::<Vec<_>>(),
        });
        Ok(Outcome { is_ok, text, json })
    }

    fn resign(&self, repository: &Path, keys: &Path) -> Result<Outcome, CommandError> {
        let version = resign_timestamp(repository, &Keys::load(keys)?, self.now, &self.lifetimes)?;
        let expires = self.now + self.lifetimes.timestamp;
        let text = format!("{}: list {version} is signed again, good until {expires}\n", self.done());
        Ok(Outcome::good(text, json!({ "ok": true, "version": version, "expires": expires })))
    }

    fn rotate(&self, repository: &Path, keys: &Path, new_keys: &Path) -> Result<Outcome, CommandError> {
        rotate_keys(repository, &Keys::load(keys)?, new_keys, self.now, &self.lifetimes)?;
        let text = format!(
            "{}: the keys are now those in `{}`\n  kiosks follow by themselves; keep the old keys until all have\n",
            self.done(),
            new_keys.display(),
        );
        Ok(Outcome::good(text, json!({ "ok": true, "keys": new_keys })))
    }
}

fn read_root(path: &Path) -> Result<Vec<u8>, CommandError> {
    use std::io::Read;
    let mut bytes = Vec::new();
    std::fs::File::open(path)
        .and_then(|file| file.take(MAX_ROOT_LEN + 1).read_to_end(&mut bytes))
        .map_err(|source| CommandError::Read { path: path.to_owned(), source })?;
    if bytes.len() as u64 > MAX_ROOT_LEN {
        return Err(CommandError::RootTooLarge(path.to_owned()));
    }
    Ok(bytes)
}
