//! A server with the repository's files whose line can be made bad for some of them.

use crate::{bench::Running, fixture::City};
use axum::{
    Router,
    body::Body,
    extract::{Request, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use futures_util::stream;
use std::{
    convert::Infallible,
    fs, io,
    path::PathBuf,
    sync::{Arc, Mutex},
    time::Duration,
};
use tokio::{net::TcpListener, time::sleep};

/// A path before the path under which every file lies as well.
pub const MOVED: &str = "/moved";

/// What is wrong with the line, or with the server at its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The connection breaks after so many bytes of the body.
    CutAfter(usize),
    /// The body never ends.
    Endless,
    /// One byte now and then.
    Dripping,
    /// No byte at all after the head.
    Silent,
    /// No answer at all.
    Unanswered,
    /// Parts are asked for, the whole comes.
    WholeOnly,
    /// Another part comes than was asked for.
    OtherPart,
    /// The server sends on to the same path at another address.
    Redirect(&'static str),
    /// The server is in trouble.
    Status(u16),
}

#[derive(Debug)]
struct Line {
    repository: PathBuf,
    /// The end of the path that the fault befalls, and the fault.
    fault: Mutex<Option<(&'static str, Fault)>>,
    /// Every path asked for, with its `Range` and `If-None-Match`.
    asked: Mutex<Vec<Asked>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    pub path: String,
    pub range: Option<String>,
    pub if_none_match: Option<String>,
    pub status: u16,
}

pub struct SlowLine {
    pub address: String,
    line: Arc<Line>,
    _server: Running<io::Result<()>>,
}

impl SlowLine {
    pub async fn start(city: &City) -> Self {
        let line = Arc::new(Line { repository: city.repository(), fault: Mutex::default(), asked: Mutex::default() });
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let router = Router::new().fallback(answer).with_state(Arc::clone(&line));
        let server = Running::start(|_| async move { axum::serve(listener, router).await });
        Self { address, line, _server: server }
    }

    /// Makes the line bad for paths that end like this.
    pub fn break_for(&self, end: &'static str, fault: Fault) {
        *self.line.fault.lock().unwrap() = Some((end, fault));
    }

    pub fn mend(&self) {
        *self.line.fault.lock().unwrap() = None;
    }

    /// Takes the questions since the last call for paths that end like this.
    pub fn take_asked(&self, end: &str) -> Vec<Asked> {
        let asked = std::mem::take(&mut *self.line.asked.lock().unwrap());
        asked.into_iter().filter(|asked| asked.path.ends_with(end)).collect()
    }
}

async fn answer(State(line): State<Arc<Line>>, request: Request) -> Response {
    let path = request.uri().path().to_owned();
    let fault = line.fault.lock().unwrap().filter(|(end, _)| path.ends_with(end)).map(|(_, fault)| fault);
    if fault == Some(Fault::Unanswered) {
        sleep(Duration::from_hours(1)).await;
    }
    let response = match fault {
        // Where it sends on to is no longer in trouble.
        Some(Fault::Redirect(to)) if !path.starts_with(MOVED) => {
            (StatusCode::MOVED_PERMANENTLY, [(header::LOCATION, format!("{to}{path}"))]).into_response()
        }
        _ => whole(&line, &path, request.headers(), fault),
    };
    let text = |name| request.headers().get(name).map(|value| value.to_str().unwrap().to_owned());
    line.asked.lock().unwrap().push(Asked {
        path,
        range: text(header::RANGE),
        if_none_match: text(header::IF_NONE_MATCH),
        status: response.status().as_u16(),
    });
    response
}

fn whole(line: &Line, path: &str, asked: &HeaderMap, fault: Option<Fault>) -> Response {
    let path = path.strip_prefix(MOVED).unwrap_or(path);
    match fs::read(line.repository.join(path.trim_start_matches('/'))) {
        Ok(bytes) => reply(&bytes, asked, fault),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

fn reply(bytes: &[u8], asked: &HeaderMap, fault: Option<Fault>) -> Response {
    let tag = format!("\"{}-{}\"", bytes.len(), bytes.iter().map(|b| u64::from(*b)).sum::<u64>());
    if asked.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes()) {
        return (StatusCode::NOT_MODIFIED, [(header::ETAG, tag)]).into_response();
    }
    let range = asked.get(header::RANGE).and_then(|range| range.to_str().ok());
    let start = range.and_then(|range| range.strip_prefix("bytes=")?.strip_suffix('-')?.parse::<usize>().ok());
    let start = if fault == Some(Fault::WholeOnly) { None } else { start };
    let said = if fault == Some(Fault::OtherPart) { start.map(|start| start + 1) } else { start };
    let part = bytes[start.unwrap_or(0)..].to_vec();
    let len = part.len();
    let first = |bytes: Vec<u8>| stream::iter([Ok::<_, io::Error>(bytes)]);
    let (body, len) = match fault {
        Some(Fault::Status(status)) => return StatusCode::from_u16(status).unwrap().into_response(),
        Some(Fault::CutAfter(after)) => {
            let parts = [Ok(part[..after.min(len)].to_vec()), Err(io::Error::other("cut"))];
            let parts = futures_util::StreamExt::then(stream::iter(parts), async |part| {
                // Gives the bytes before the cut time to leave.
                sleep(Duration::from_millis(50)).await;
                part
            });
            (Body::from_stream(Box::pin(parts)), Some(len))
        }
        Some(Fault::Endless) => {
            (Body::from_stream(stream::repeat_with(|| Ok::<_, Infallible>(vec![b' '; 65536]))), None)
        }
        Some(Fault::Dripping) => {
            let drip = futures_util::StreamExt::then(stream::iter(part), async |byte| {
                sleep(Duration::from_millis(20)).await;
                Ok::<_, Infallible>(vec![byte])
            });
            (Body::from_stream(Box::pin(drip)), Some(len))
        }
        Some(Fault::Silent) => {
            let silent = futures_util::StreamExt::chain(first(part[..1].to_vec()), stream::pending());
            (Body::from_stream(silent), Some(len))
        }
        _ => (Body::from(part), Some(len)),
    };
    let mut response = Response::builder().header(header::ETAG, tag);
    if let Some(len) = len {
        response = response.header(header::CONTENT_LENGTH, len);
    }
    if let Some(said) = said {
        let range = format!("bytes {said}-{}/{}", bytes.len() - 1, bytes.len());
        response = response.status(StatusCode::PARTIAL_CONTENT).header(header::CONTENT_RANGE, range);
    }
    response.body(body).unwrap()
}
