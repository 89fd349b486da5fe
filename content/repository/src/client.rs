//! The kiosks' side: trusts one root and refuses everything else.

use crate::repository::list;
use crate::store::StoreError;
use crate::target::BadTarget;
use crate::{METADATA, MetadataFolder, Target, Transport, TransportError};
use chrono::{DateTime, Utc};
use sigstore_tuf::transport::FetchFuture;
use sigstore_tuf::{Error as LibraryError, Updater, UpdaterConfig};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Largest metadata file in bytes; a publisher makes no larger one.
pub(crate) const MAX_LIST_LEN: u64 = 5_000_000;

/// Document that every release has.
const HEAD: &str = "release.json";

/// Why a repository's metadata was refused or could not be had; what was trusted before stays.
#[derive(Debug, thiserror::Error)]
pub enum ClientError {
    #[error("the root that this program was given is not one ({0}): copy `root.json` from the folder of keys again")]
    BadTrustedRoot(String),
    #[error("`{role}` expired at {expires}: publish again, or run `content resign-timestamp`; check the clock too")]
    Expired { role: String, expires: String },
    #[error("`{role}` goes back from version {trusted} to {offered}: somebody is serving old content")]
    RolledBack { role: String, trusted: u64, offered: u64 },
    #[error("`{file}` carries no signature")]
    Unsigned { file: String },
    #[error("`{file}` is signed with keys that the trusted root does not know")]
    WrongKey { file: String },
    #[error("`{file}` is not what was signed")]
    BadSignature { file: String },
    #[error("`{file}` is not the file that the signed metadata names: {reason}")]
    Differs { file: String, reason: String },
    #[error("`{file}` is malformed: {reason}")]
    Malformed { file: String, reason: String },
    #[error("`{file}` is not in the repository")]
    NotFound { file: String },
    #[error("`{file}` is longer than the {max_len} bytes allowed")]
    TooLarge { file: String, max_len: u64 },
    #[error("`{file}` did not arrive: {reason}")]
    Unreachable { file: String, reason: String },
    #[error(transparent)]
    BadTarget(#[from] BadTarget),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ClientError {
    /// Whether the repository could not be asked, as opposed to an answer that was refused.
    pub fn is_unreachable(&self) -> bool {
        matches!(self, Self::Unreachable { .. })
    }
}

/// The files of a release whose metadata has passed every check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    version: u64,
    expires: DateTime<Utc>,
    targets: BTreeMap<String, Target>,
}

impl Verified {
    /// Version of the signed list; counts up with every publication and with every new signature.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// When the first of the signatures expires; until then the release is known to be current.
    pub fn expires(&self) -> DateTime<Utc> {
        self.expires
    }

    /// Every file of the release in the order of their names.
    pub fn targets(&self) -> impl ExactSizeIterator<Item = &Target> {
        self.targets.values()
    }

    pub fn target(&self, name: &str) -> Option<&Target> {
        self.targets.get(name)
    }
}

/// A reader of one repository.
#[derive(Debug)]
pub struct Client {
    updater: Updater,
    memory: Option<MetadataFolder>,
    last: Arc<Mutex<LastFetch>>,
}

impl Client {
    /// Makes a client that trusts this root and remembers in `memory` what it has seen.
    pub fn open(
        trusted_root: &[u8],
        memory: MetadataFolder,
        transport: impl Transport + 'static,
    ) -> Result<Self, ClientError> {
        let mut client = Self::forgetful(trusted_root, transport)?;
        client.updater = client.updater.with_store(memory.clone());
        if let Some(failure) = memory.take_failure() {
            return Err(failure.into());
        }
        client.memory = Some(memory);
        Ok(client)
    }

    /// Makes a client without memory, which sees no rollback between runs; for checking a folder once.
    pub fn forgetful(trusted_root: &[u8], transport: impl Transport + 'static) -> Result<Self, ClientError> {
        let last = Arc::new(Mutex::new(LastFetch::default()));
        let watched = Watched { transport, last: Arc::clone(&last) };
        let mut config = UpdaterConfig::default();
        config.targets_max_length = MAX_LIST_LEN;
        let updater = Updater::new(watched, trusted_root)
            .map_err(|error| ClientError::BadTrustedRoot(chain(&error)))?
            .with_config(config);
        Ok(Self { updater, memory: None, last })
    }

    /// Fetches what is new and checks it: roots, timestamp, snapshot and list of files.
    pub async fn refresh(&mut self, now: DateTime<Utc>) -> Result<Verified, ClientError> {
        let now = jiff::Timestamp::from_second(now.timestamp()).map_err(|_| ClientError::Expired {
            role: "root".to_owned(),
            expires: self.updater.trusted().root().expires.to_string(),
        })?;
        let refreshed = match self.updater.refresh(now).await {
            // Asking for one file makes the library check that all parts belong together.
            Ok(()) => self.updater.get_target_info(HEAD, now).await,
            Err(error) => Err(error),
        };
        let head = refreshed.map_err(|error| self.explain(error))?;
        if let Some(failure) = self.memory.as_ref().and_then(MetadataFolder::take_failure) {
            return Err(failure.into());
        }
        if head.is_none() {
            return Err(ClientError::NotFound { file: HEAD.to_owned() });
        }
        self.verified()
    }

    /// Lists the files of what is trusted now.
    fn verified(&self) -> Result<Verified, ClientError> {
        let trusted = self.updater.trusted();
        let (Some(timestamp), Some(snapshot), Some(targets)) =
            (trusted.timestamp(), trusted.snapshot(), trusted.targets_role("targets"))
        else {
            return Err(ClientError::NotFound { file: "targets.json".to_owned() });
        };
        let expires = [trusted.root().expires, timestamp.expires, snapshot.expires, targets.expires];
        let first = expires.into_iter().map(jiff::Timestamp::as_second).min().unwrap_or_default();
        Ok(Verified {
            version: targets.version,
            expires: DateTime::from_timestamp(first, 0).unwrap_or(DateTime::<Utc>::MAX_UTC),
            targets: list(targets)?,
        })
    }

    /// Turns the library's error into one that names the file.
    fn explain(&self, error: LibraryError) -> ClientError {
        let last = lock(&self.last);
        let file = last.name.clone();
        match error {
            LibraryError::Expired { role, expires } => ClientError::Expired { role, expires: expires.to_string() },
            LibraryError::Rollback { role, trusted, new } => ClientError::RolledBack { role, trusted, offered: new },
            LibraryError::BadRootVersion { new, .. } => {
                ClientError::Differs { file, reason: format!("it says that it is version {new}") }
            }
            LibraryError::ThresholdNotMet { role, .. } => self.explain_signature(&role, &last),
            LibraryError::IntegrityMismatch(reason) => ClientError::Differs { file, reason },
            LibraryError::TargetNotFound(name) => ClientError::NotFound { file: name },
            LibraryError::Transport { message, source } => {
                match source.map(|source| source.downcast::<TransportError>().map(|error| *error)) {
                    Some(Ok(TransportError::NotFound)) => ClientError::NotFound { file },
                    Some(Ok(TransportError::TooLarge { max_len })) => ClientError::TooLarge { file, max_len },
                    Some(Ok(TransportError::Failed(source))) => {
                        ClientError::Unreachable { file, reason: chain(&*source) }
                    }
                    Some(Err(source)) => ClientError::Unreachable { file, reason: chain(&*source) },
                    None => ClientError::Unreachable { file, reason: message },
                }
            }
            other => ClientError::Malformed { file, reason: chain(&other) },
        }
    }

    /// Says why a file's signatures do not count.
    fn explain_signature(&self, role: &str, last: &LastFetch) -> ClientError {
        #[derive(serde::Deserialize)]
        struct Envelope {
            signatures: Vec<Signature>,
        }
        #[derive(serde::Deserialize)]
        struct Signature {
            keyid: String,
        }
        let file = last.name.clone();
        let known = self.updater.trusted().root().role(role);
        match serde_json::from_slice::<Envelope>(&last.bytes) {
            Ok(envelope) if envelope.signatures.is_empty() => ClientError::Unsigned { file },
            Ok(envelope)
                if !envelope.signatures.iter().any(|s| known.is_some_and(|keys| keys.keyids.contains(&s.keyid))) =>
            {
                ClientError::WrongKey { file }
            }
            _ => ClientError::BadSignature { file },
        }
    }
}

/// The metadata file fetched last, so that an error can name it.
#[derive(Debug, Default)]
struct LastFetch {
    name: String,
    bytes: Vec<u8>,
}

fn lock(last: &Mutex<LastFetch>) -> MutexGuard<'_, LastFetch> {
    last.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Gives a transport to the library and remembers what it fetched last.
struct Watched<T> {
    transport: T,
    last: Arc<Mutex<LastFetch>>,
}

impl<T: Transport> sigstore_tuf::Repository for Watched<T> {
    fn fetch_metadata<'a>(&'a self, name: &'a str, max_length: u64) -> FetchFuture<'a> {
        Box::pin(async move {
            let fetched = self.transport.fetch(&format!("{METADATA}/{name}"), max_length).await;
            let fetched = match fetched {
                // A transport that does not keep its promise is not believed.
                Ok(bytes) if bytes.len() as u64 > max_length => Err(TransportError::TooLarge { max_len: max_length }),
                other => other,
            };
            // The chain of roots ends where the next one is absent; that says nothing of a file that matters.
            if matches!(fetched, Err(TransportError::NotFound)) && name.ends_with(".root.json") {
                return Ok(None);
            }
            let mut last = lock(&self.last);
            name.clone_into(&mut last.name);
            match fetched {
                Ok(bytes) => {
                    last.bytes.clone_from(&bytes);
                    Ok(Some(bytes))
                }
                Err(error) => {
                    last.bytes.clear();
                    Err(LibraryError::transport_with_source(name, error))
                }
            }
        })
    }

    fn fetch_target<'a>(&'a self, path: &'a str, _max_length: u64) -> FetchFuture<'a> {
        // Files are streamed by the caller; the library would hold them in memory whole.
        Box::pin(async move { Err(LibraryError::transport(format!("{path} is not fetched through this client"))) })
    }
}

/// Writes an error with its causes.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        source = cause.source();
    }
    text
}
