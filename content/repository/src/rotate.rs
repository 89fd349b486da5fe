//! Changing a city's keys while kiosks keep reading.

use crate::disk::Step;
use crate::draft::SignedMetadata;
use crate::publish::perform;
use crate::sign::{self, RootTerms};
use crate::{Keys, Lifetimes, PublishError, Repository, Role};
use chrono::{DateTime, Utc};
use std::path::Path;

/// Replaces all keys of a repository by new ones, which are saved to `new_folder` first.
///
/// Two roots are written: one that accepts old and new keys, and, once everything is signed anew, one that accepts
/// the new ones alone.
/// A reader at any moment between finds metadata that its root accepts.
pub fn rotate_keys(
    folder: &Path,
    old: &Keys,
    new_folder: &Path,
    now: DateTime<Utc>,
    lifetimes: &Lifetimes,
) -> Result<Keys, PublishError> {
    let (_locked, steps, new) = plan(folder, old, now, lifetimes)?;
    let new = new.save(new_folder)?;
    perform(&steps)?;
    Ok(new)
}

/// Plans a change of keys; the repository comes back with the steps because it stays locked until they are done.
pub(crate) fn plan(
    folder: &Path,
    old: &Keys,
    now: DateTime<Utc>,
    lifetimes: &Lifetimes,
) -> Result<(Repository, Vec<Step>, Keys), PublishError> {
    let repository = Repository::open(folder, old)?;
    let root = repository.root().ok_or_else(|| PublishError::NothingPublished(folder.to_owned()))?;
    let new = Keys::generate(now, lifetimes)?;
    let (mut both, mut alone) = (Vec::new(), Vec::new());
    for &role in Role::ALL {
        // A lower key that is lost need not be listed again; the old root key has to sign.
        both.extend(old.signer(role).ok().map(|signer| (role, signer)));
        both.push((role, new.signer(role)?));
        alone.push((role, new.signer(role)?));
    }
    let (old_root, new_root) = (old.signer(Role::Root)?, new.signer(Role::Root)?);
    let bridge_version = root.version + 1;
    let bridge = RootTerms { version: bridge_version, keys: &both, signers: &[old_root], now, lifetimes };
    let last = RootTerms { version: bridge_version + 1, keys: &alone, signers: &[new_root], now, lifetimes };
    let (bridge_json, last_json) = (sign::root(&bridge)?, sign::root(&last)?);

    let mut steps = Vec::new();
    steps.extend(repository.metadata_steps(Role::Root, bridge_version, bridge_json));
    if let Some(current) = repository.current() {
        let metadata = SignedMetadata::new(&repository, current.targets.values(), &new, now, lifetimes)?;
        steps.extend(repository.release_steps(metadata));
    }
    steps.extend(repository.metadata_steps(Role::Root, bridge_version + 1, last_json.clone()));
    Ok((repository, steps, new.with_root(last_json)))
}
