//! Publishing: a signed release becomes files, in an order that is safe to interrupt.

use crate::disk::{self, Bounded, DiskError, Step};
use crate::draft::{SignedMetadata, sign_timestamp};
use crate::target::MAX_TARGET_LEN;
use crate::{
    Checked, Keys, Lifetimes, METADATA, PublishError, Repository, Role, Signed, TARGETS, Target, is_flat_name,
};
use chrono::{DateTime, Utc};
use serde::Serialize;
use sigstore_tuf::{Metadata, Targets};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// What a publication did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Published {
    /// Version of the release.
    pub version: u64,
    /// Names of the files that differ from the release before, or are new.
    pub changed: Vec<String>,
    /// How many files are those of the release before.
    pub unchanged: usize,
    /// Bytes of targets written.
    pub written_bytes: u64,
    /// How many files of old releases were removed.
    pub removed: usize,
}

/// Signs a checked draft and publishes it into a folder; the folder is made where there is none.
pub fn publish(
    folder: &Path,
    checked: Checked,
    keys: &Keys,
    now: DateTime<Utc>,
    lifetimes: &Lifetimes,
) -> Result<Published, PublishError> {
    let repository = Repository::open(folder, keys)?;
    checked.sign(repository, keys, now, lifetimes)?.publish(lifetimes)
}

/// Signs a new timestamp over the current release, and the release's own metadata where half its life is over.
///
/// Run every few days so that kiosks know the release to be current; needs no draft.
/// Returns the version of the release.
pub fn resign_timestamp(
    folder: &Path,
    keys: &Keys,
    now: DateTime<Utc>,
    lifetimes: &Lifetimes,
) -> Result<u64, PublishError> {
    let repository = Repository::open(folder, keys)?;
    let current = repository.current().ok_or_else(|| PublishError::NothingPublished(folder.to_owned()))?;
    let mut steps = Vec::new();
    if let Some((version, bytes)) = repository.root_to_write(keys, now, lifetimes)? {
        steps.extend(repository.metadata_steps(Role::Root, version, bytes));
    }
    let expires = current.targets_expires.min(current.snapshot.expires);
    let is_half_over = expires.as_second() - now.timestamp() < lifetimes.release.num_seconds() / 2;
    let has_keys = keys.has(Role::Targets) && keys.has(Role::Snapshot);
    let is_expired = expires.as_second() < now.timestamp();
    let version = if is_half_over && (has_keys || is_expired) {
        let metadata = SignedMetadata::new(&repository, current.targets.values(), keys, now, lifetimes)?;
        let version = metadata.version;
        steps.extend(repository.release_steps(metadata));
        version
    } else {
        let bytes =
            sign_timestamp(&repository, current.snapshot.version, &current.snapshot_json, keys, now, lifetimes)?;
        steps.extend(repository.metadata_steps(Role::Timestamp, 0, bytes));
        current.targets_version
    };
    perform(&steps)?;
    Ok(version)
}

/// Performs steps in order; what is done when one fails is still a consistent repository.
pub(crate) fn perform(steps: &[Step]) -> Result<(), DiskError> {
    steps.iter().try_for_each(Step::perform)
}

impl Signed {
    /// Writes the release into its repository.
    pub fn publish(self, lifetimes: &Lifetimes) -> Result<Published, PublishError> {
        let (_locked, steps, published) = self.plan(lifetimes)?;
        perform(&steps)?;
        Ok(published)
    }

    /// Plans the steps of a publication: files first, then what lists them, the timestamp last, then the removals.
    ///
    /// The repository comes back with the steps because it stays locked until they are done.
    pub(crate) fn plan(self, lifetimes: &Lifetimes) -> Result<(Repository, Vec<Step>, Published), PublishError> {
        let Self { repository, files, root, metadata } = self;
        let mut published =
            Published { version: metadata.version, changed: Vec::new(), unchanged: 0, written_bytes: 0, removed: 0 };
        let mut steps = Vec::new();
        if let Some((version, bytes)) = root {
            steps.extend(repository.metadata_steps(Role::Root, version, bytes));
        }
        let targets = repository.folder().join(TARGETS);
        let mut kept: BTreeSet<String> = BTreeSet::new();
        for (name, (target, bytes)) in files {
            if repository.current().and_then(|c| c.targets.get(&name)).is_some_and(|old| *old == target) {
                published.unchanged += 1;
            } else {
                published.changed.push(name);
            }
            kept.insert(target.file_name());
            let path = targets.join(target.file_name());
            if !holds(&path, &bytes)? {
                published.written_bytes += target.len();
                steps.push(Step::Write { path, bytes });
            }
        }
        steps.push(Step::SyncFolder(targets));
        let version = metadata.version;
        steps.extend(repository.release_steps(metadata));
        let removals = repository.removals(version, kept, lifetimes)?;
        published.removed = removals.len();
        steps.extend(removals.into_iter().map(Step::Remove));
        Ok((repository, steps, published))
    }
}

impl Repository {
    /// Steps that write one metadata file durably.
    pub(crate) fn metadata_steps(&self, role: Role, version: u64, bytes: Vec<u8>) -> [Step; 2] {
        let path = self.metadata_path(role, version);
        [Step::Write { path, bytes }, Step::SyncFolder(self.folder().join(METADATA))]
    }

    /// Steps that write the three lower metadata files, the timestamp last.
    pub(crate) fn release_steps(&self, metadata: SignedMetadata) -> Vec<Step> {
        let SignedMetadata { version, targets_json, snapshot_json, timestamp_json } = metadata;
        [(Role::Targets, targets_json), (Role::Snapshot, snapshot_json), (Role::Timestamp, timestamp_json)]
            .into_iter()
            .flat_map(|(role, bytes)| self.metadata_steps(role, version, bytes))
            .collect()
    }

    /// Lists what only releases before the kept ones need; `kept` starts with the new release's files.
    fn removals(
        &self,
        version: u64,
        mut kept: BTreeSet<String>,
        lifetimes: &Lifetimes,
    ) -> Result<Vec<PathBuf>, PublishError> {
        let oldest = version.saturating_sub(lifetimes.kept_releases.max(1) - 1);
        let metadata = self.folder().join(METADATA);
        let mut removals = Vec::new();
        for name in disk::names(&metadata)? {
            let Some((at, role)) = version_and_role(&name) else { continue };
            let path = metadata.join(&name);
            if at < oldest {
                removals.push(path);
            } else if role == Role::Targets && at < version {
                // A list that cannot be read says nothing about what it needs: then everything stays.
                let Some(names) = listed_files(&path)? else { return Ok(Vec::new()) };
                kept.extend(names);
            }
        }
        let targets = self.folder().join(TARGETS);
        removals.extend(
            disk::names(&targets)?
                .into_iter()
                .filter(|name| is_target_file(name) && !kept.contains(name))
                .map(|name| targets.join(name)),
        );
        Ok(removals)
    }
}

/// Whether a file is there with these very bytes.
fn holds(path: &Path, bytes: &[u8]) -> Result<bool, DiskError> {
    match std::fs::metadata(path) {
        Ok(facts) if facts.len() == bytes.len() as u64 => {}
        _ => return Ok(false),
    }
    Ok(matches!(disk::read_bounded(path, MAX_TARGET_LEN)?, Bounded::Bytes(held) if held == bytes))
}

/// Splits the name of a list of files or of a snapshot; other names have no version that can grow old.
fn version_and_role(name: &str) -> Option<(u64, Role)> {
    let (version, rest) = name.split_once('.')?;
    let role = match rest {
        "targets.json" => Role::Targets,
        "snapshot.json" => Role::Snapshot,
        _ => return None,
    };
    Some((version.parse().ok()?, role))
}

/// Names of the files that a list of files needs; none where it cannot be read.
fn listed_files(path: &Path) -> Result<Option<Vec<String>>, DiskError> {
    let Bounded::Bytes(bytes) = disk::read_bounded(path, crate::client::MAX_LIST_LEN)? else { return Ok(None) };
    let Ok(metadata) = Metadata::<Targets>::from_slice(&bytes) else { return Ok(None) };
    let Ok(targets) = crate::repository::list(metadata.signed()) else { return Ok(None) };
    Ok(Some(targets.values().map(Target::file_name).collect()))
}

/// Whether a name is one that a publication gave.
fn is_target_file(name: &str) -> bool {
    name.split_once('.').is_some_and(|(sha256, rest)| {
        sha256.len() == 64 && sha256.bytes().all(|b| b.is_ascii_hexdigit()) && is_flat_name(rest)
    })
}
