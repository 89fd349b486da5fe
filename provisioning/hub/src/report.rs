//! How the repository stands: what the status page and `/status.json` say.

use crate::asked::Asked;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::path::Path;
use wayside_repository::{Client, FolderTransport, METADATA, Role, Transport, TransportError, Verified};

/// Largest file in bytes that a report reads.
const MAX_LEN: u64 = 5_000_000;

/// How the repository and its kiosks stand at one moment.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    pub at: DateTime<Utc>,
    /// The current release; none where nothing has been published.
    pub release: Option<ReleaseReport>,
    /// What is wrong, with the way out; none while kiosks accept the repository.
    pub problem: Option<String>,
    /// When each role's signature expires, where its file can be read.
    pub expiries: Vec<Expiry>,
    pub kiosks: Vec<Asked>,
}

/// The current release, as its signed list and its first document name it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReleaseReport {
    pub version: u64,
    pub published: DateTime<Utc>,
    /// Bytes of all files together.
    pub len: u64,
    pub files: Vec<ListedFile>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListedFile {
    pub name: String,
    /// Length in bytes.
    pub len: u64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Expiry {
    pub role: &'static str,
    pub version: u64,
    pub expires: DateTime<Utc>,
}

/// What a report needs of a metadata file; the client has checked the rest.
#[derive(Deserialize)]
struct Metadata {
    signed: Signed,
}

#[derive(Deserialize)]
struct Signed {
    version: u64,
    expires: DateTime<Utc>,
    #[serde(default)]
    meta: std::collections::BTreeMap<String, Pin>,
}

#[derive(Deserialize)]
struct Pin {
    version: u64,
}

/// What a report needs of the first document.
#[derive(Deserialize)]
struct Head {
    version: u64,
    published: DateTime<Utc>,
}

impl Report {
    /// Looks at a repository as a kiosk would that trusts its first root; lists no kiosks.
    ///
    /// It blocks while it reads the folder.
    pub async fn of(repository: &Path, now: DateTime<Utc>) -> Self {
        let folder = FolderTransport::new(repository);
        let mut report = Self { at: now, release: None, problem: None, expiries: Vec::new(), kiosks: Vec::new() };
        let root = match folder.fetch(&format!("{METADATA}/1.root.json"), MAX_LEN).await {
            Ok(root) => root,
            Err(TransportError::NotFound) => return report,
            Err(error) => {
                report.problem = Some(format!("`{METADATA}/1.root.json` cannot be read: {error}"));
                return report;
            }
        };
        report.expiries = expiries(&folder).await;
        let verified = match Client::forgetful(&root, folder.clone()) {
            Ok(mut client) => client.refresh(now).await,
            Err(error) => Err(error),
        };
        match verified {
            Ok(verified) => match release(&folder, &verified).await {
                Ok(release) => report.release = Some(release),
                Err(problem) => report.problem = Some(problem),
            },
            Err(error) => report.problem = Some(error.to_string()),
        }
        report
    }
}

/// Reads the expiry of each role from the files that the timestamp leads to; leaves out what cannot be read.
async fn expiries(folder: &FolderTransport) -> Vec<Expiry> {
    let mut expiries = Vec::new();
    let mut root_version = 1;
    let mut root = None;
    while let Some(next) = signed(folder, &format!("{root_version}.root.json")).await {
        root = Some(next);
        root_version += 1;
    }
    expiries.extend(root.map(|root| root.expiry(Role::Root)));
    let Some(timestamp) = signed(folder, "timestamp.json").await else { return expiries };
    let pinned = |signed: &Signed, name: &str| signed.meta.get(name).map(|pin| pin.version);
    let snapshot = match pinned(&timestamp, "snapshot.json") {
        Some(version) => signed(folder, &format!("{version}.snapshot.json")).await,
        None => None,
    };
    let targets = match snapshot.as_ref().and_then(|snapshot| pinned(snapshot, "targets.json")) {
        Some(version) => signed(folder, &format!("{version}.targets.json")).await,
        None => None,
    };
    expiries.extend(targets.map(|signed| signed.expiry(Role::Targets)));
    expiries.extend(snapshot.map(|signed| signed.expiry(Role::Snapshot)));
    expiries.push(timestamp.expiry(Role::Timestamp));
    expiries
}

impl Signed {
    fn expiry(&self, role: Role) -> Expiry {
        Expiry { role: role.name(), version: self.version, expires: self.expires }
    }
}

async fn signed(folder: &FolderTransport, name: &str) -> Option<Signed> {
    let bytes = folder.fetch(&format!("{METADATA}/{name}"), MAX_LEN).await.ok()?;
    serde_json::from_slice::<Metadata>(&bytes).ok().map(|metadata| metadata.signed)
}

async fn release(folder: &FolderTransport, verified: &Verified) -> Result<ReleaseReport, String> {
    let head = verified.target("release.json").ok_or("the signed list lacks `release.json`: publish again")?;
    let bytes = folder
        .fetch(&head.path(), MAX_LEN)
        .await
        .map_err(|error| format!("`{}` cannot be read: {error}: publish again", head.path()))?;
    let head: Head = serde_json::from_slice(&bytes)
        .map_err(|error| format!("`{}` is damaged: {error}: publish again", head.path()))?;
    let files: Vec<ListedFile> =
        verified.targets().map(|target| ListedFile { name: target.name().to_owned(), len: target.len() }).collect();
    let len = files.iter().map(|file| file.len).sum();
    Ok(ReleaseReport { version: head.version, published: head.published, len, files })
}
