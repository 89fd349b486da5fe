//! Signing: Ed25519 over the canonical form of metadata.

use crate::{Lifetimes, Role, Target};
use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair};
use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use sigstore_tuf::{Key, Root, canonical_json};
use std::collections::{BTreeMap, BTreeSet};

/// Version of the specification that the metadata is written in.
const SPEC_VERSION: &str = "1.0.31";

/// Why something could not be signed.
#[derive(Debug, thiserror::Error)]
pub enum SignError {
    #[error("the metadata has no canonical form: {0}")]
    NoCanonicalForm(#[source] sigstore_tuf::Error),
    #[error("the metadata cannot be written as JSON: {0}")]
    NoJson(#[source] serde_json::Error),
    #[error("the {0} key refused to sign")]
    Refused(String),
    #[error("the date {0} lies outside what can be signed")]
    DateOutOfRange(DateTime<Utc>),
}

/// A key that can sign, with its public part as metadata names it.
pub(crate) struct Signer {
    pair: Ed25519KeyPair,
    public: Value,
    id: String,
}

impl Signer {
    pub(crate) fn new(pair: Ed25519KeyPair) -> Result<Self, SignError> {
        let public = json!({
            "keytype": "ed25519",
            "scheme": "ed25519",
            "keyval": { "public": hex::encode(pair.public_key().as_ref()) },
        });
        let key: Key = serde_json::from_value(public.clone()).map_err(SignError::NoJson)?;
        let id = key.key_id().map_err(SignError::NoCanonicalForm)?;
        Ok(Self { pair, public, id })
    }

    /// Identifier of the public part, as root metadata lists it.
    pub(crate) fn id(&self) -> &str {
        &self.id
    }

    pub(crate) fn pair(&self) -> &Ed25519KeyPair {
        &self.pair
    }
}

/// Signs a metadata object and returns the file's bytes.
pub(crate) fn seal(signed: &Value, signers: &[&Signer]) -> Result<Vec<u8>, SignError> {
    let canonical = canonical_json::to_canonical_bytes(signed).map_err(SignError::NoCanonicalForm)?;
    let mut signatures = Vec::new();
    let mut used = BTreeSet::new();
    for signer in signers {
        // A key that signs twice makes metadata invalid.
        if used.insert(signer.id()) {
            let signature = signer.pair.try_sign(&canonical).map_err(|_| SignError::Refused(signer.id.clone()))?;
            signatures.push(json!({ "keyid": signer.id, "sig": hex::encode(signature.as_ref()) }));
        }
    }
    serde_json::to_vec(&json!({ "signatures": signatures, "signed": signed })).map_err(SignError::NoJson)
}

/// Writes the instant `lifetime` after `now` as metadata writes it.
fn expiry(now: DateTime<Utc>, lifetime: TimeDelta) -> Result<String, SignError> {
    let expires = now.checked_add_signed(lifetime).ok_or(SignError::DateOutOfRange(now))?;
    Ok(expires.to_rfc3339_opts(SecondsFormat::Secs, true))
}

/// What a root is to say: which keys count for which role.
pub(crate) struct RootTerms<'a> {
    pub version: u64,
    pub keys: &'a [(Role, &'a Signer)],
    /// Who signs it: its own root key, and the former one when that changes.
    pub signers: &'a [&'a Signer],
    pub now: DateTime<Utc>,
    pub lifetimes: &'a Lifetimes,
}

/// Signs root metadata; each of a role's keys is enough alone.
pub(crate) fn root(terms: &RootTerms<'_>) -> Result<Vec<u8>, SignError> {
    let mut keys = serde_json::Map::new();
    let mut ids_by_role: BTreeMap<Role, BTreeSet<&str>> = BTreeMap::new();
    for (role, signer) in terms.keys {
        keys.insert(signer.id.clone(), signer.public.clone());
        ids_by_role.entry(*role).or_default().insert(signer.id());
    }
    let roles: serde_json::Map<_, _> = ids_by_role
        .into_iter()
        .map(|(role, ids)| (role.name().to_owned(), json!({ "keyids": ids, "threshold": 1 })))
        .collect();
    let body = json!({
        "_type": "root",
        "spec_version": SPEC_VERSION,
        "version": terms.version,
        "expires": expiry(terms.now, terms.lifetimes.root)?,
        "consistent_snapshot": true,
        "keys": keys,
        "roles": roles,
    });
    seal(&body, terms.signers)
}

/// Signs the same root again with a later expiry.
pub(crate) fn renewed_root(
    root: &Root,
    version: u64,
    signer: &Signer,
    now: DateTime<Utc>,
    lifetimes: &Lifetimes,
) -> Result<Vec<u8>, SignError> {
    let mut body = serde_json::to_value(root).map_err(SignError::NoJson)?;
    body["version"] = json!(version);
    body["expires"] = json!(expiry(now, lifetimes.root)?);
    seal(&body, &[signer])
}

/// Signs the list of files.
pub(crate) fn targets<'a>(
    version: u64,
    targets: impl Iterator<Item = &'a Target>,
    signer: &Signer,
    now: DateTime<Utc>,
    lifetimes: &Lifetimes,
) -> Result<Vec<u8>, SignError> {
    let targets: serde_json::Map<_, _> = targets
        .map(|t| (t.name().to_owned(), json!({ "length": t.len(), "hashes": { "sha256": t.sha256() } })))
        .collect();
    let body = json!({
        "_type": "targets",
        "spec_version": SPEC_VERSION,
        "version": version,
        "expires": expiry(now, lifetimes.release)?,
        "targets": targets,
    });
    seal(&body, &[signer])
}

/// Signs the snapshot that pins this list of files.
pub(crate) fn snapshot(
    version: u64,
    targets_version: u64,
    targets_json: &[u8],
    signer: &Signer,
    now: DateTime<Utc>,
    lifetimes: &Lifetimes,
) -> Result<Vec<u8>, SignError> {
    let body = json!({
        "_type": "snapshot",
        "spec_version": SPEC_VERSION,
        "version": version,
        "expires": expiry(now, lifetimes.release)?,
        "meta": { "targets.json": pin(targets_version, targets_json) },
    });
    seal(&body, &[signer])
}

/// Signs the timestamp that pins this snapshot.
pub(crate) fn timestamp(
    version: u64,
    snapshot_version: u64,
    snapshot_json: &[u8],
    signer: &Signer,
    now: DateTime<Utc>,
    lifetimes: &Lifetimes,
) -> Result<Vec<u8>, SignError> {
    let body = json!({
        "_type": "timestamp",
        "spec_version": SPEC_VERSION,
        "version": version,
        "expires": expiry(now, lifetimes.timestamp)?,
        "meta": { "snapshot.json": pin(snapshot_version, snapshot_json) },
    });
    seal(&body, &[signer])
}

/// Makes the reference by which one metadata file pins another.
fn pin(version: u64, bytes: &[u8]) -> Value {
    json!({ "version": version, "length": bytes.len(), "hashes": { "sha256": hex::encode(Sha256::digest(bytes)) } })
}
