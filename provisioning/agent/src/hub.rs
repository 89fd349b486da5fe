//! The hub over HTTP: bounded in time and size, conditional, resumable.

use crate::Patience;
use reqwest::{
    Client, ClientBuilder, RequestBuilder, Response, StatusCode, Url,
    header::{ACCEPT_ENCODING, CONTENT_RANGE, ETAG, HeaderValue, IF_NONE_MATCH, RANGE},
    redirect::Policy,
};
use std::{
    error::Error,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};
use wayside_model::KioskId;
use wayside_repository::{Target, Transport, TransportError};
use wayside_store::PartialObject;
use wayside_sync::{Fetching, SourceError, TargetSource};

/// The one file that is asked for at every round.
const TIMESTAMP: &str = "metadata/timestamp.json";

/// Shorter than a server keeps an idle connection, so that no question meets a closing one.
const POOL_IDLE: Duration = Duration::from_secs(30);

/// Why a hub's address cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum BadHub {
    #[error(
        "`{0}` is not the address of a hub: write it like `http://127.0.0.1:8311` or `https://content.example.org`"
    )]
    Address(String),
    #[error("no connection can be prepared for `{hub}`: {source}")]
    Client { hub: String, source: reqwest::Error },
}

/// What a server did wrong.
#[derive(Debug, thiserror::Error)]
enum BadAnswer {
    #[error("the hub answered {0}")]
    Status(StatusCode),
    #[error("no answer within {} s", .0.as_secs_f32())]
    TooSlow(Duration),
    #[error("the hub sent another part of the file than it was asked for")]
    OtherPart,
}

/// A redirect that is not followed.
///
/// A client is made for the scheme and host of its hub: whether it loads certificates, and whether it asks a proxy.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{from}` redirects to `{to}`, and another scheme or host is not followed: \
     if that is the city's hub, start the agent with `--hub` and the address there, such as `{origin}`"
)]
struct BadRedirect {
    from: Url,
    to: Url,
    origin: String,
}

impl BadRedirect {
    /// Says what is wrong with a redirect, where it leaves the scheme or the host.
    fn of(from: &Url, to: &Url) -> Option<Self> {
        let is_same = from.scheme() == to.scheme() && from.host() == to.host();
        (!is_same).then(|| Self { from: from.clone(), to: to.clone(), origin: to.origin().ascii_serialization() })
    }

    /// The cause of an error, where it is this one: the library's own words say neither address.
    fn cause(error: &reqwest::Error) -> Option<Self> {
        error.source()?.downcast_ref::<Self>().cloned()
    }
}

/// Unwraps an error that says more than what the library says around it.
fn failure(error: reqwest::Error) -> Box<dyn Error + Send + Sync> {
    match BadRedirect::cause(&error) {
        Some(redirect) => redirect.into(),
        None => error.into(),
    }
}

/// A hub, or any web server with the same files.
#[derive(Debug)]
pub(crate) struct Hub {
    http: Client,
    base: Url,
    kiosk: Option<HeaderValue>,
    /// The release on the screen, for the hub's status page; 0 is none.
    release: AtomicU64,
    /// The last timestamp with its tag, so that a question without news is a few bytes.
    timestamp: Mutex<Option<(HeaderValue, Vec<u8>)>>,
    patience: Patience,
}

impl Hub {
    pub fn new(address: &str, kiosk: Option<&KioskId>, patience: Patience) -> Result<Self, BadHub> {
        let bad = || BadHub::Address(address.to_owned());
        let mut base = Url::parse(address).map_err(|_| bad())?;
        if !matches!(base.scheme(), "http" | "https") || base.cannot_be_a_base() {
            return Err(bad());
        }
        if !base.path().ends_with('/') {
            base.set_path(&format!("{}/", base.path()));
        }
        let http = http_client(&base, patience)
            .build()
            .map_err(|source| BadHub::Client { hub: address.to_owned(), source })?;
        let kiosk =
            kiosk.map(|id| HeaderValue::from_str(id.as_str()).expect("an identifier is letters, digits and hyphens"));
        Ok(Self { http, base, kiosk, release: AtomicU64::new(0), timestamp: Mutex::default(), patience })
    }

    /// Tells the hub from now on that this release is on the screen.
    pub fn set_release(&self, version: Option<u64>) {
        self.release.store(version.unwrap_or(0), Ordering::Relaxed);
    }

    fn get(&self, path: &str) -> Result<RequestBuilder, Box<dyn Error + Send + Sync>> {
        let mut request = self.http.get(self.base.join(path)?);
        if let Some(kiosk) = &self.kiosk {
            request = request.header("wayside-kiosk", kiosk);
            match self.release.load(Ordering::Relaxed) {
                0 => {}
                version => request = request.header("wayside-release", version),
            }
        }
        Ok(request)
    }

    async fn metadata(&self, path: &str, max_len: u64) -> Result<Vec<u8>, TransportError> {
        let failed = |e: reqwest::Error| TransportError::Failed(failure(e));
        let known = if path == TIMESTAMP { self.lock_timestamp().clone() } else { None };
        let mut request = self.get(path).map_err(TransportError::Failed)?;
        if let Some((tag, _)) = &known {
            request = request.header(IF_NONE_MATCH, tag);
        }
        let mut response = request.send().await.map_err(failed)?;
        match (response.status(), known) {
            (StatusCode::OK, _) => {}
            (StatusCode::NOT_MODIFIED, Some((_, bytes))) => return Ok(bytes),
            (StatusCode::NOT_FOUND, _) => return Err(TransportError::NotFound),
            (status, _) => return Err(TransportError::Failed(BadAnswer::Status(status).into())),
        }
        let tag = response.headers().get(ETAG).cloned();
        let mut bytes = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(failed)? {
            if (bytes.len() + chunk.len()) as u64 > max_len {
                return Err(TransportError::TooLarge { max_len });
            }
            bytes.extend_from_slice(&chunk);
        }
        if path == TIMESTAMP {
            *self.lock_timestamp() = tag.map(|tag| (tag, bytes.clone()));
        }
        Ok(bytes)
    }

    /// Forgets the remembered timestamp, so that bytes that were refused are not answered with again.
    pub fn forget_timestamp(&self) {
        *self.lock_timestamp() = None;
    }

    fn lock_timestamp(&self) -> std::sync::MutexGuard<'_, Option<(HeaderValue, Vec<u8>)>> {
        self.timestamp.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn target(&self, target: &Target, into: &mut PartialObject) -> Result<(), SourceError> {
        let failed = |e: reqwest::Error| SourceError::Failed(failure(e));
        let mut request = self.get(&target.path()).map_err(SourceError::Failed)?;
        if into.have() > 0 {
            // A part of the file as it is, not of a compressed form of it.
            request = request.header(RANGE, format!("bytes={}-", into.have())).header(ACCEPT_ENCODING, "identity");
        }
        let mut response = request.send().await.map_err(failed)?;
        match response.status() {
            StatusCode::PARTIAL_CONTENT if range_start(&response) == Some(into.have()) => {}
            // The server does not do parts: from the first byte.
            StatusCode::OK => into.restart()?,
            StatusCode::NOT_FOUND => return Err(SourceError::NotFound),
            StatusCode::PARTIAL_CONTENT | StatusCode::RANGE_NOT_SATISFIABLE => {
                // Whatever is here is of no use: the next go starts from the first byte.
                into.restart()?;
                return Err(SourceError::Failed(BadAnswer::OtherPart.into()));
            }
            status => return Err(SourceError::Failed(BadAnswer::Status(status).into())),
        }
        while let Some(chunk) = response.chunk().await.map_err(failed)? {
            into.write(&chunk)?;
        }
        Ok(())
    }
}

fn http_client(base: &Url, patience: Patience) -> ClientBuilder {
    let mut http = Client::builder()
        .user_agent(concat!("wayside-agent/", env!("CARGO_PKG_VERSION")))
        .connect_timeout(patience.connect)
        .read_timeout(patience.byte)
        .pool_idle_timeout(POOL_IDLE)
        .redirect(redirects());
    if base.scheme() == "http" {
        // No certificates are needed, and a bare system has none to load.
        http = http.tls_certs_only([]);
    }
    let is_loopback = match base.host_str() {
        Some("localhost") => true,
        Some(host) => {
            host.trim_matches(['[', ']']).parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
        }
        None => false,
    };
    if is_loopback { http.no_proxy() } else { http }
}

/// Follows a few redirects within the hub's own scheme and host.
fn redirects() -> Policy {
    Policy::custom(|attempt| match attempt.previous().last().and_then(|from| BadRedirect::of(from, attempt.url())) {
        Some(bad) => attempt.error(bad),
        None => Policy::limited(3).redirect(attempt),
    })
}

/// Where the part begins that the server sends.
fn range_start(response: &Response) -> Option<u64> {
    let range = response.headers().get(CONTENT_RANGE)?.to_str().ok()?;
    range.strip_prefix("bytes ")?.split_once('-')?.0.parse().ok()
}

/// A hub that metadata and files come from; cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct SharedHub(pub std::sync::Arc<Hub>);

impl Transport for SharedHub {
    async fn fetch(&self, path: &str, max_len: u64) -> Result<Vec<u8>, TransportError> {
        let limit = self.0.patience.answer;
        tokio::time::timeout(limit, self.0.metadata(path, max_len))
            .await
            .unwrap_or_else(|_| Err(TransportError::Failed(BadAnswer::TooSlow(limit).into())))
    }
}

impl TargetSource for SharedHub {
    fn fetch<'a>(&'a self, target: &'a Target, into: &'a mut PartialObject) -> Fetching<'a> {
        Box::pin(async move {
            let limit = self.0.patience.for_len(target.len().saturating_sub(into.have()));
            tokio::time::timeout(limit, self.0.target(target, into))
                .await
                .unwrap_or_else(|_| Err(SourceError::Failed(BadAnswer::TooSlow(limit).into())))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_web_address() {
        let check = |address: &str, expect: Option<&str>| {
            let hub = Hub::new(address, None, Patience::default());
            assert_eq!(hub.ok().map(|hub| hub.base.to_string()).as_deref(), expect, "{address}");
        };
        check("http://127.0.0.1:8311", Some("http://127.0.0.1:8311/"));
        check("http://[::1]:8311/la", Some("http://[::1]:8311/la/"));
        check("127.0.0.1:8311", None);
        check("ftp://example.org", None);
        check("file:///etc", None);
        check("", None);
    }
}
