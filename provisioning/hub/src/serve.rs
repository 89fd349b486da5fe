//! The server: routes, limits, and a graceful end.

use crate::{
    asked::AskedKiosks,
    connections::{BoundedListener, Limits},
    etag,
    files::{self, Shared},
    latest::LatestReport,
    page,
    report::Report,
    stream::Heard,
};
use axum::{
    Json, Router,
    extract::{ConnectInfo, Request, State},
    http::{Extensions, HeaderMap, HeaderValue, StatusCode, Version, header},
    middleware::{map_request, map_response},
    response::{Html, IntoResponse, Response},
    routing::get,
};
use chrono::Utc;
use std::{io, path::PathBuf, sync::Arc};
use tokio::{net::TcpListener, time::Instant};
use tower_http::{compression::CompressionLayer, timeout::TimeoutLayer};

/// Shortest body in bytes that is worth compressing.
const MIN_COMPRESSED_LEN: u64 = 1024;

/// Nothing on the status page comes from elsewhere, and it runs no script.
const PAGE_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; \
                           frame-ancestors 'none'";

/// Serves a repository folder until `shutdown`; downloads that are under way then get a few seconds to end.
///
/// The folder need not exist yet: the hub answers from the moment it is started, and finds each release when it is
/// published.
pub async fn serve(
    listener: TcpListener,
    repository: impl Into<PathBuf>,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    serve_within(listener, repository, Limits::default(), shutdown).await
}

/// Serves within limits other than the usual ones.
pub async fn serve_within(
    listener: TcpListener,
    repository: impl Into<PathBuf>,
    limits: Limits,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let repository = repository.into();
    tracing::info!(address = %listener.local_addr()?, repository = %repository.display(), "hub is serving");
    let (stopping, mut stopped) = tokio::sync::watch::channel(false);
    let service =
        router(repository, limits).layer(map_request(note_heard)).into_make_service_with_connect_info::<Heard>();
    let serving = axum::serve(BoundedListener::new(listener, limits), service).with_graceful_shutdown(async move {
        shutdown.await;
        tracing::info!("hub is stopping");
        let _ = stopping.send(true);
    });
    let too_late = async move {
        // The sender goes away only together with the server itself.
        let _ = stopped.wait_for(|is_stopping| *is_stopping).await;
        tokio::time::sleep(limits.stop).await;
    };
    tokio::select! {
        ended = serving => ended,
        () = too_late => {
            tracing::warn!("some downloads were cut off; agents resume them");
            Ok(())
        }
    }
}

/// The hub as a service, for a server of one's own.
pub fn router(repository: PathBuf, limits: Limits) -> Router {
    let latest = LatestReport::new(repository.clone(), limits.report);
    let shared = Arc::new(Shared { repository, asked: AskedKiosks::default(), latest });
    Router::new()
        .route("/", get(status_page))
        .route("/status.json", get(status_json))
        .route("/metadata/{name}", get(files::metadata))
        .route("/targets/{name}", get(files::target))
        .fallback(async || files::absent())
        .with_state(shared)
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, limits.answer))
        .layer(CompressionLayer::new().compress_when(is_worth_compressing))
        .layer(map_response(finish_headers))
}

/// Only whole JSON answers of some length; pictures are compressed already.
fn is_worth_compressing(status: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions) -> bool {
    let text = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
    let len = text(header::CONTENT_LENGTH).and_then(|len| len.parse::<u64>().ok());
    status == StatusCode::OK
        && text(header::CONTENT_TYPE).is_some_and(|kind| kind.starts_with("application/json"))
        && len.is_none_or(|len| len >= MIN_COMPRESSED_LEN)
}

/// Tells the connection that a request's head is whole.
async fn note_heard(ConnectInfo(heard): ConnectInfo<Heard>, request: Request) -> Request {
    heard.set(true);
    request
}

async fn finish_headers(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if headers.contains_key(header::CONTENT_ENCODING) {
        etag::weaken(headers);
    }
    response
}

/// What `/` and `/status.json` say: the repository as last looked at, and the kiosks and the time as of now.
async fn report(shared: &Shared) -> Result<Report, StatusCode> {
    match shared.latest.at(Instant::now()).await {
        Ok(latest) => Ok(Report { at: Utc::now(), kiosks: shared.asked.list(), ..Report::clone(&latest) }),
        Err(error) => {
            tracing::error!(%error, "the repository could not be looked at");
            Err(StatusCode::INTERNAL_SERVER_ERROR)
        }
    }
}

async fn status_page(State(shared): State<Arc<Shared>>) -> Result<impl IntoResponse, StatusCode> {
    let headers = [(header::CONTENT_SECURITY_POLICY, PAGE_POLICY), (header::CACHE_CONTROL, "no-store")];
    Ok((headers, Html(page::render(&report(&shared).await?).into_string())))
}

async fn status_json(State(shared): State<Arc<Shared>>) -> Result<impl IntoResponse, StatusCode> {
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(report(&shared).await?)))
}
