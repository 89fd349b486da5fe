//! The way of a release from an editor's [`Draft`] to signed files: [`Checked`] → [`Signed`].

use crate::sign;
use crate::{Keys, Lifetimes, PublishError, Repository, Role, Target, is_flat_name};
use chrono::{DateTime, Utc};
use std::collections::BTreeMap;
use wayside_model::source::Draft;
use wayside_model::{Problems, Release, wire};

/// A draft without errors whose files are all there.
#[derive(Debug, Clone)]
pub struct Checked {
    release: Release,
    files: BTreeMap<String, Vec<u8>>,
    warnings: Problems,
}

impl Checked {
    /// Accepts a draft without errors, or returns every problem of the draft.
    pub fn new(draft: Draft) -> Result<Self, Problems> {
        let Draft { release, files, mut problems } = draft;
        let Some(release) = release else {
            if !problems.has_errors() {
                problems.error("", None, "there is no release in this draft", "add `city.toml`, then check again");
            }
            return Err(problems);
        };
        check_files(&release, &files, &mut problems);
        if problems.has_errors() {
            problems.sort();
            return Err(problems);
        }
        Ok(Self { release, files, warnings: problems })
    }

    pub fn release(&self) -> &Release {
        &self.release
    }

    /// What could be better but does not stop a publication.
    pub fn warnings(&self) -> &Problems {
        &self.warnings
    }

    /// Signs the release as the next one of this repository; writes nothing.
    pub fn sign(
        self,
        repository: Repository,
        keys: &Keys,
        now: DateTime<Utc>,
        lifetimes: &Lifetimes,
    ) -> Result<Signed, PublishError> {
        let Self { mut release, mut files, .. } = self;
        release.version = repository.next_version();
        release.published = now;
        files.extend(wire::to_documents(&release)?);
        let mut measured = BTreeMap::new();
        for (name, bytes) in files {
            measured.insert(name.clone(), (Target::of(&name, &bytes)?, bytes));
        }
        let root = repository.root_to_write(keys, now, lifetimes)?;
        let metadata =
            SignedMetadata::new(&repository, measured.values().map(|(target, _)| target), keys, now, lifetimes)?;
        Ok(Signed { repository, files: measured, root, metadata })
    }
}

/// Checks that the files are those that the media records name, under names that the repository can hold.
fn check_files(release: &Release, files: &BTreeMap<String, Vec<u8>>, problems: &mut Problems) {
    for (name, bytes) in files {
        if !is_flat_name(name) || wire::DOCUMENTS.contains(&name.as_str()) {
            problems.error(
                name,
                None,
                "this file's name cannot stand in a release",
                "use letters, digits, `-`, `_` and `.`, starting with a letter or digit, and no name of a document",
            );
        } else if bytes.len() as u64 > crate::target::MAX_TARGET_LEN {
            problems.error(name, None, "this file is too large for a release", "make it smaller than 4 GiB");
        }
    }
    for media in release.media.values() {
        for file in media.files() {
            let there = files.get(&file.target).and_then(|bytes| Target::of(&file.target, bytes).ok());
            if !there.is_some_and(|target| target.is(file)) {
                problems.error(
                    &file.target,
                    None,
                    format!("media `{}` names this file, which is missing or another one", media.id),
                    "put the file beside the record and check the folder again",
                );
            }
        }
    }
}

/// A signed release in memory, with the locked repository that it was signed for.
#[derive(Debug)]
pub struct Signed {
    pub(crate) repository: Repository,
    pub(crate) files: BTreeMap<String, (Target, Vec<u8>)>,
    /// Version and bytes of the root that has to be written first, where there is one.
    pub(crate) root: Option<(u64, Vec<u8>)>,
    pub(crate) metadata: SignedMetadata,
}

impl Signed {
    /// Version that this release will have.
    pub fn version(&self) -> u64 {
        self.metadata.version
    }

    /// Every file of the release, documents included, in the order of their names.
    pub fn targets(&self) -> impl Iterator<Item = &Target> {
        self.files.values().map(|(target, _)| target)
    }
}

/// The three lower metadata files of one version.
#[derive(Debug)]
pub(crate) struct SignedMetadata {
    pub version: u64,
    pub targets_json: Vec<u8>,
    pub snapshot_json: Vec<u8>,
    pub timestamp_json: Vec<u8>,
}

impl SignedMetadata {
    /// Signs a list of files as the repository's next version.
    pub(crate) fn new<'a>(
        repository: &Repository,
        targets: impl Iterator<Item = &'a Target>,
        keys: &Keys,
        now: DateTime<Utc>,
        lifetimes: &Lifetimes,
    ) -> Result<Self, PublishError> {
        let version = repository.next_version();
        let targets_json = sign::targets(version, targets, keys.signer(Role::Targets)?, now, lifetimes)?;
        if targets_json.len() as u64 > crate::client::MAX_LIST_LEN {
            return Err(PublishError::TooManyFiles { len: targets_json.len() as u64 });
        }
        let snapshot_json =
            sign::snapshot(version, version, &targets_json, keys.signer(Role::Snapshot)?, now, lifetimes)?;
        let timestamp_json = sign_timestamp(repository, version, &snapshot_json, keys, now, lifetimes)?;
        Ok(Self { version, targets_json, snapshot_json, timestamp_json })
    }
}

/// Signs the repository's next timestamp over this snapshot.
pub(crate) fn sign_timestamp(
    repository: &Repository,
    snapshot_version: u64,
    snapshot_json: &[u8],
    keys: &Keys,
    now: DateTime<Utc>,
    lifetimes: &Lifetimes,
) -> Result<Vec<u8>, PublishError> {
    let signer = keys.signer(Role::Timestamp)?;
    let version = repository.next_timestamp_version();
    Ok(sign::timestamp(version, snapshot_version, snapshot_json, signer, now, lifetimes)?)
}
