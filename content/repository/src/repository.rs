//! A repository folder as its publisher sees it: locked, read and checked before anything is signed.

use crate::disk::{self, Bounded, DiskError};
use crate::keys::MAX_ROOT_LEN;
use crate::sign::{self, SignError};
use crate::target::BadTarget;
use crate::{Keys, KeysError, Lifetimes, METADATA, Role, TARGETS, Target};
use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use sigstore_tuf::{MetaFile, Metadata, Root, Snapshot, Targets, Timestamp, TrustedMetadataSet};
use std::collections::BTreeMap;
use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

/// Name of the file that a publisher locks.
const LOCK: &str = ".lock";

/// Why nothing was published; the repository still serves what it served before.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    #[error("somebody else is publishing into `{}` now: try again when they are done", .0.display())]
    Busy(PathBuf),
    #[error("`{}` was signed with other keys: use the folder of keys that it was made with", .0.display())]
    OtherKeys(PathBuf),
    #[error("`{}` is damaged ({reason}): restore the repository from a copy, or publish into a new folder", path.display())]
    Damaged { path: PathBuf, reason: String },
    #[error("`{}` holds no release yet: publish one first", .0.display())]
    NothingPublished(PathBuf),
    #[error("the root expired at {expires} and its key is not here to renew it: {source}")]
    RootExpired { expires: String, source: KeysError },
    #[error(
        "the release has so many files that their list is {len} bytes long, more than kiosks accept: use fewer media"
    )]
    TooManyFiles { len: u64 },
    #[error(transparent)]
    BadTarget(#[from] BadTarget),
    #[error(transparent)]
    Wire(#[from] wayside_model::wire::WireError),
    #[error(transparent)]
    Keys(#[from] KeysError),
    #[error(transparent)]
    Sign(#[from] SignError),
    #[error(transparent)]
    Disk(#[from] DiskError),
}

/// A repository folder that this process alone may publish into, and what it holds.
#[derive(Debug)]
pub struct Repository {
    folder: PathBuf,
    /// Released by the system when this is dropped or the process dies.
    _lock: File,
    root: Option<Root>,
    current: Option<Current>,
}

/// The metadata that the repository's timestamp leads to.
#[derive(Debug)]
pub(crate) struct Current {
    pub timestamp_version: u64,
    pub snapshot: Snapshot,
    pub snapshot_json: Vec<u8>,
    pub targets_version: u64,
    pub targets: BTreeMap<String, Target>,
    pub targets_expires: jiff::Timestamp,
}

impl Repository {
    /// Locks a folder, making it where there is none, and reads what it holds.
    ///
    /// Every signature is checked against the root that came with the keys; expiry is not, because an expired
    /// repository is mended by publishing into it.
    pub fn open(folder: &Path, keys: &Keys) -> Result<Self, PublishError> {
        let metadata = folder.join(METADATA);
        disk::create_folder(&metadata)?;
        disk::create_folder(&folder.join(TARGETS))?;
        let lock_path = folder.join(LOCK);
        let lock = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&lock_path)
            .map_err(DiskError::at("open", &lock_path))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(PublishError::Busy(folder.to_owned())),
            Err(TryLockError::Error(source)) => return Err(DiskError::at("lock", &lock_path)(source).into()),
        }
        disk::remove_unfinished(&metadata)?;
        disk::remove_unfinished(&folder.join(TARGETS))?;
        let root = read_root(folder, keys)?;
        let current = match &root {
            Some(root) => Current::read(folder, root)?,
            None => None,
        };
        Ok(Self { folder: folder.to_owned(), _lock: lock, root, current })
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Version that the next release will have.
    pub fn next_version(&self) -> u64 {
        self.current.as_ref().map_or(1, |c| c.targets_version.max(c.snapshot.version) + 1)
    }

    pub(crate) fn next_timestamp_version(&self) -> u64 {
        self.current.as_ref().map_or(1, |c| c.timestamp_version + 1)
    }

    pub(crate) fn current(&self) -> Option<&Current> {
        self.current.as_ref()
    }

    pub(crate) fn root(&self) -> Option<&Root> {
        self.root.as_ref()
    }

    pub(crate) fn metadata_path(&self, role: Role, version: u64) -> PathBuf {
        metadata_path(&self.folder, role, version)
    }

    /// Returns version and bytes of a root to write: the first one, or a renewed one when a quarter of its life is left.
    pub(crate) fn root_to_write(
        &self,
        keys: &Keys,
        now: DateTime<Utc>,
        lifetimes: &Lifetimes,
    ) -> Result<Option<(u64, Vec<u8>)>, PublishError> {
        let Some(root) = &self.root else {
            let first = first_root(keys)?;
            return Ok(Some((first.version, keys.root_json().to_vec())));
        };
        let left_secs = root.expires.as_second() - now.timestamp();
        if left_secs > lifetimes.root.num_seconds() / 4 {
            return Ok(None);
        }
        match keys.signer(Role::Root) {
            Ok(signer) => {
                let version = root.version + 1;
                Ok(Some((version, sign::renewed_root(root, version, signer, now, lifetimes)?)))
            }
            Err(source) if left_secs < 0 => {
                Err(PublishError::RootExpired { expires: root.expires.to_string(), source })
            }
            // There is time left for the holder of the root key to renew it.
            Err(_) => Ok(None),
        }
    }
}

fn metadata_path(folder: &Path, role: Role, version: u64) -> PathBuf {
    folder.join(METADATA).join(role.file_name(version))
}

/// Reads the root that came with the keys.
fn first_root(keys: &Keys) -> Result<Root, PublishError> {
    Ok(TrustedMetadataSet::from_root(keys.root_json()).map_err(|e| keys.damaged_root(&e))?.root().clone())
}

/// Follows the chain of roots in the folder from the one that came with the keys; none where the folder is new.
fn read_root(folder: &Path, keys: &Keys) -> Result<Option<Root>, PublishError> {
    let mut trusted = TrustedMetadataSet::from_root(keys.root_json()).map_err(|e| keys.damaged_root(&e))?;
    let has_roots = disk::names(&folder.join(METADATA))?.iter().any(|name| name.ends_with(".root.json"));
    match read(&metadata_path(folder, Role::Root, trusted.root().version), MAX_ROOT_LEN)? {
        Some(bytes) if bytes == keys.root_json() => {}
        None if !has_roots => return Ok(None),
        _ => return Err(PublishError::OtherKeys(folder.to_owned())),
    }
    loop {
        let path = metadata_path(folder, Role::Root, trusted.root().version + 1);
        match read(&path, MAX_ROOT_LEN)? {
            Some(bytes) => trusted.update_root(&bytes).map_err(damaged(&path))?,
            None => break,
        }
    }
    let root = trusted.root().clone();
    for &role in Role::ALL {
        if let Ok(signer) = keys.signer(role)
            && !root.role(role.name()).is_some_and(|r| r.keyids.iter().any(|id| id == signer.id()))
        {
            return Err(PublishError::OtherKeys(folder.to_owned()));
        }
    }
    Ok(Some(root))
}

impl Current {
    /// Reads what the timestamp leads to; none where nothing has been published yet.
    fn read(folder: &Path, root: &Root) -> Result<Option<Self>, PublishError> {
        let timestamp_path = metadata_path(folder, Role::Timestamp, 0);
        let Some(timestamp_json) = read(&timestamp_path, crate::client::MAX_LIST_LEN)? else {
            return Ok(None);
        };
        let timestamp: Timestamp = authentic(&timestamp_path, &timestamp_json, root, Role::Timestamp)?;
        let pin = timestamp.snapshot_meta().ok_or_else(|| PublishError::Damaged {
            path: timestamp_path.clone(),
            reason: "it names no snapshot".to_owned(),
        })?;
        let snapshot_path = metadata_path(folder, Role::Snapshot, pin.version);
        let snapshot_json = pinned(&snapshot_path, pin)?;
        let snapshot: Snapshot = authentic(&snapshot_path, &snapshot_json, root, Role::Snapshot)?;
        let pin = snapshot.meta.get("targets.json").ok_or_else(|| PublishError::Damaged {
            path: snapshot_path.clone(),
            reason: "it names no list of files".to_owned(),
        })?;
        let targets_path = metadata_path(folder, Role::Targets, pin.version);
        let targets_json = pinned(&targets_path, pin)?;
        let targets: Targets = authentic(&targets_path, &targets_json, root, Role::Targets)?;
        Ok(Some(Self {
            timestamp_version: timestamp.version,
            snapshot,
            snapshot_json,
            targets_version: targets.version,
            targets: list(&targets).map_err(|e| PublishError::Damaged { path: targets_path, reason: e.to_string() })?,
            targets_expires: targets.expires,
        }))
    }
}

/// Reads a list of files into targets by name.
pub(crate) fn list(targets: &Targets) -> Result<BTreeMap<String, Target>, BadTarget> {
    targets
        .targets
        .iter()
        .map(|(name, file)| {
            let sha256 = file.hashes.get("sha256").map_or("", String::as_str);
            Ok((name.clone(), Target::new(name, file.length, sha256)?))
        })
        .collect()
}

/// Returns a function that makes an error of a file that is not what it should be.
fn damaged(path: &Path) -> impl FnOnce(sigstore_tuf::Error) -> PublishError {
    let path = path.to_owned();
    move |error| PublishError::Damaged { path, reason: error.to_string() }
}

fn read(path: &Path, max_len: u64) -> Result<Option<Vec<u8>>, PublishError> {
    match disk::read_bounded(path, max_len)? {
        Bounded::Bytes(bytes) => Ok(Some(bytes)),
        Bounded::Missing => Ok(None),
        Bounded::TooLarge => {
            Err(PublishError::Damaged { path: path.to_owned(), reason: format!("it is longer than {max_len} bytes") })
        }
    }
}

/// Reads the metadata file that another one pins.
fn pinned(path: &Path, pin: &MetaFile) -> Result<Vec<u8>, PublishError> {
    let damaged = |reason: &str| PublishError::Damaged { path: path.to_owned(), reason: reason.to_owned() };
    let bytes = read(path, crate::client::MAX_LIST_LEN)?.ok_or_else(|| damaged("it is missing"))?;
    let sha256 = pin.hashes.as_ref().and_then(|hashes| hashes.get("sha256"));
    if sha256.is_some_and(|expected| *expected != hex::encode(Sha256::digest(&bytes))) {
        return Err(damaged("its contents have changed"));
    }
    Ok(bytes)
}

/// Parses a metadata file and checks that the role's keys signed it.
fn authentic<T: sigstore_tuf::Role>(path: &Path, bytes: &[u8], root: &Root, role: Role) -> Result<T, PublishError> {
    let metadata = Metadata::<T>::from_slice(bytes).map_err(damaged(path))?;
    let keys = root.role(role.name()).ok_or_else(|| PublishError::Damaged {
        path: path.to_owned(),
        reason: format!("the root names no keys for {role}"),
    })?;
    metadata.verify_threshold(&root.keys, keys, role.name()).map_err(damaged(path))?;
    Ok(metadata.into_signed())
}
