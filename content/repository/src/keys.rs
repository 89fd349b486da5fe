//! The keys of a city: one per role, each in a file that only its owner can read.

use crate::disk::{self, Bounded, DiskError};
use crate::sign::{self, RootTerms, SignError, Signer};
use crate::{Lifetimes, Role};
use aws_lc_rs::signature::Ed25519KeyPair;
use chrono::{DateTime, Utc};
use std::collections::BTreeMap;
use std::fmt;
use std::fs::{self, DirBuilder, OpenOptions, Permissions};
use std::io::Write;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

/// Name of the public part in the folder of keys.
const ROOT_JSON: &str = "root.json";

/// Largest key file in bytes.
const MAX_KEY_LEN: u64 = 4096;

/// Largest root file in bytes.
pub(crate) const MAX_ROOT_LEN: u64 = 512_000;

/// Why keys cannot be made, saved or read.
#[derive(Debug, thiserror::Error)]
pub enum KeysError {
    #[error("`{}` is missing: make the keys with `content init-keys`, or bring this one from where it is kept", .0.display())]
    Missing(PathBuf),
    #[error("`{}` exists already and is not overwritten: choose a new folder", .0.display())]
    Exists(PathBuf),
    #[error("`{}` can be read by others (mode {mode:03o}): run `chmod 600` on it", path.display())]
    ReadableByOthers { path: PathBuf, mode: u32 },
    #[error("`{}` is not an Ed25519 key in PKCS#8: restore it from your backup", .0.display())]
    NotAKey(PathBuf),
    #[error("`{}` is larger than a root file can be: restore it from your backup", .0.display())]
    RootTooLarge(PathBuf),
    #[error("`{}` is not the root that came with the keys ({reason}): restore it from your backup", path.display())]
    DamagedRoot { path: PathBuf, reason: String },
    #[error("no random numbers to make a key from")]
    NoRandomness,
    #[error(transparent)]
    Sign(#[from] SignError),
    #[error(transparent)]
    Disk(#[from] DiskError),
}

/// The keys of a city, with the first root metadata that names their public parts.
///
/// Keys of single roles can be absent: a city keeps its root key in a safe and still publishes.
pub struct Keys {
    folder: PathBuf,
    signers: BTreeMap<Role, Signer>,
    root_json: Vec<u8>,
}

impl fmt::Debug for Keys {
    /// Shows public parts only.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.signers.iter().map(|(role, signer)| (role.name(), signer.id()))).finish()
    }
}

impl Keys {
    /// Makes new keys in memory and signs a first root with them; writes nothing.
    pub fn generate(now: DateTime<Utc>, lifetimes: &Lifetimes) -> Result<Self, KeysError> {
        let mut signers = BTreeMap::new();
        for &role in Role::ALL {
            let pair = Ed25519KeyPair::generate().map_err(|_| KeysError::NoRandomness)?;
            signers.insert(role, Signer::new(pair)?);
        }
        let named: Vec<_> = signers.iter().map(|(role, signer)| (*role, signer)).collect();
        let root_json =
            sign::root(&RootTerms { version: 1, keys: &named, signers: &[&signers[&Role::Root]], now, lifetimes })?;
        Ok(Self { folder: PathBuf::new(), signers, root_json })
    }

    /// Saves the keys to a new or empty folder, all of them or none.
    pub fn save(mut self, folder: &Path) -> Result<Self, KeysError> {
        if folder.exists() && (!folder.is_dir() || !disk::names(folder)?.is_empty()) {
            return Err(KeysError::Exists(folder.to_owned()));
        }
        let parent = match folder.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            _ => Path::new("."),
        };
        disk::create_folder(parent)?;
        let unfinished = disk::unfinished_path(folder);
        if unfinished.exists() {
            fs::remove_dir_all(&unfinished).map_err(DiskError::at("remove", &unfinished))?;
        }
        DirBuilder::new().mode(0o700).create(&unfinished).map_err(DiskError::at("create", &unfinished))?;
        for (role, signer) in &self.signers {
            let der = signer.pair().to_pkcs8v1().map_err(|_| SignError::Refused(role.name().to_owned()))?;
            write_private(&unfinished.join(key_file_name(*role)), der.as_ref())?;
        }
        disk::write_whole(&unfinished.join(ROOT_JSON), &self.root_json)?;
        disk::sync_folder(&unfinished)?;
        // Onto an empty folder a rename succeeds, onto any other it fails: nothing is ever overwritten.
        fs::rename(&unfinished, folder).map_err(DiskError::at("create", folder))?;
        disk::sync_folder(parent)?;
        folder.clone_into(&mut self.folder);
        Ok(self)
    }

    /// Reads the keys that a folder holds; one that is absent is reported when it is needed.
    pub fn load(folder: &Path) -> Result<Self, KeysError> {
        let root_path = folder.join(ROOT_JSON);
        let root_json = match disk::read_bounded(&root_path, MAX_ROOT_LEN)? {
            Bounded::Bytes(bytes) => bytes,
            Bounded::Missing => return Err(KeysError::Missing(root_path)),
            Bounded::TooLarge => return Err(KeysError::RootTooLarge(root_path)),
        };
        let mut signers = BTreeMap::new();
        for &role in Role::ALL {
            let path = folder.join(key_file_name(role));
            let der = match disk::read_bounded(&path, MAX_KEY_LEN)? {
                Bounded::Bytes(der) => der,
                Bounded::Missing => continue,
                Bounded::TooLarge => return Err(KeysError::NotAKey(path)),
            };
            let mode = fs::metadata(&path).map_err(DiskError::at("read", &path))?.permissions().mode() & 0o777;
            if mode & 0o077 != 0 {
                return Err(KeysError::ReadableByOthers { path, mode });
            }
            let pair = Ed25519KeyPair::from_pkcs8(&der).map_err(|_| KeysError::NotAKey(path))?;
            signers.insert(role, Signer::new(pair)?);
        }
        Ok(Self { folder: folder.to_owned(), signers, root_json })
    }

    /// Replaces the root that goes with the keys.
    pub(crate) fn with_root(mut self, root_json: Vec<u8>) -> Self {
        self.root_json = root_json;
        self
    }

    /// The first root metadata: what a kiosk is given to trust.
    pub fn root_json(&self) -> &[u8] {
        &self.root_json
    }

    pub fn has(&self, role: Role) -> bool {
        self.signers.contains_key(&role)
    }

    /// Says that the root that came with the keys is none.
    pub(crate) fn damaged_root(&self, error: &sigstore_tuf::Error) -> KeysError {
        KeysError::DamagedRoot { path: self.folder.join(ROOT_JSON), reason: error.to_string() }
    }

    /// Returns the role's key, or says which file would hold it.
    pub(crate) fn signer(&self, role: Role) -> Result<&Signer, KeysError> {
        self.signers.get(&role).ok_or_else(|| KeysError::Missing(self.folder.join(key_file_name(role))))
    }
}

fn key_file_name(role: Role) -> String {
    format!("{role}.pk8")
}

/// Writes a new file that only its owner can read.
fn write_private(path: &Path, bytes: &[u8]) -> Result<(), DiskError> {
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .map_err(DiskError::at("create", path))?;
    // The process's umask may have narrowed the mode, never widened it.
    file.set_permissions(Permissions::from_mode(0o600)).map_err(DiskError::at("protect", path))?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(DiskError::at("write", path))
}
