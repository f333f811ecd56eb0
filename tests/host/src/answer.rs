//! One request in, one answer out: the site's files as a static host sends them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use http_body_util::BodyExt;
use hyper::body::{Bytes, Incoming};
use hyper::header::{self, HeaderMap, HeaderValue};
use hyper::{Method, Request, Response, StatusCode, Uri};
use tower_http::services::ServeDir;

use crate::Seen;
use crate::body::Sent;
use crate::headers::Rules;
use crate::script::Script;

/// What is told about a page changed on its way, so that no cache takes it for
/// the page in the folder.
const VALIDATORS: [header::HeaderName; 2] = [header::ETAG, header::LAST_MODIFIED];

#[derive(Debug)]
pub struct Site {
    dir: PathBuf,
    /// The base without its last slash: empty for `/`.
    base: String,
    files: ServeDir,
    script: Arc<Script>,
}

impl Site {
    pub fn new(dir: PathBuf, base: &str, script: Arc<Script>) -> Self {
        let base = base.trim_end_matches('/').to_owned();
        let files = ServeDir::new(&dir)
            .precompressed_br()
            .precompressed_gzip()
            .ignore_multi_range_requests(true)
            .redirect_path_prefix(base.clone());
        Self { dir, base, files, script }
    }

    pub async fn answer(&self, request: Request<Incoming>) -> Response<Sent> {
        let (method, uri) = (request.method().clone(), request.uri().clone());
        self.script.may_answer(uri.path()).await;
        let mut response = self.choose(&method, &uri, request.headers()).await;
        if method == Method::HEAD {
            *response.body_mut() = Bytes::new();
        }
        let kind = content_type(&response);
        self.script.log(Seen {
            method: method.to_string(),
            path: uri.path_and_query().map_or("*", |it| it.as_str()).into(),
            status: response.status().as_u16(),
            bytes: response.body().len() as u64,
            kind: kind.split(';').next().unwrap_or_default().trim().to_owned(),
        });
        let cut = self.script.cuts(uri.path()) && !response.body().is_empty();
        if cut {
            // What is promised is the whole.
            let length = HeaderValue::from(response.body().len());
            response.headers_mut().insert(header::CONTENT_LENGTH, length);
        }
        response.map(|body| Sent::new(body, cut))
    }

    async fn choose(&self, method: &Method, uri: &Uri, asked: &HeaderMap) -> Response<Bytes> {
        let path = uri.path();
        if method != Method::GET && method != Method::HEAD {
            let mut no = plain(StatusCode::METHOD_NOT_ALLOWED);
            let allow = HeaderValue::from_static("GET, HEAD");
            no.headers_mut().insert(header::ALLOW, allow);
            return no;
        }
        if self.script.refuses(path) {
            return plain(StatusCode::NOT_FOUND);
        }
        if self.script.fails(path) {
            return plain(StatusCode::SERVICE_UNAVAILABLE);
        }
        if self.script.strays(path) {
            return self.file(&Method::GET, "/index.html", &HeaderMap::new()).await;
        }
        if let Some(extra) = self.script.extra_at(path) {
            let mut answer = Response::new(Bytes::from(extra.body));
            if let Ok(kind) = HeaderValue::from_str(&extra.kind) {
                answer.headers_mut().insert(header::CONTENT_TYPE, kind);
            }
            return answer;
        }
        let Some(inner) = path.strip_prefix(self.base.as_str()) else {
            return plain(StatusCode::NOT_FOUND);
        };
        if inner.is_empty() {
            return moved(&format!("{}/", self.base));
        }
        if !inner.starts_with('/') {
            return plain(StatusCode::NOT_FOUND);
        }
        let mut inner = inner.to_owned();
        if self.script.takes_slashes_off() && self.dir.join(&inner[1..]).join("index.html").is_file() {
            match inner.strip_suffix('/') {
                None => inner.push('/'),
                Some("") => {}
                Some(short) => {
                    let mut answer = moved(&[&self.base, short].concat());
                    *answer.status_mut() = StatusCode::PERMANENT_REDIRECT;
                    return answer;
                }
            }
        }
        let inner = inner.as_str();
        // A page that is to be changed must be readable here, and whole.
        let changed = self.script.head().is_some() && is_page(inner);
        let asked = if changed { &HeaderMap::new() } else { asked };
        let query = uri.query().map(|it| format!("?{it}")).unwrap_or_default();
        let mut answer = match inner {
            // Hosts read this file, they do not show it.
            "/_headers" => plain(StatusCode::NOT_FOUND),
            _ => self.file(method, &format!("{inner}{query}"), asked).await,
        };
        if answer.status() == StatusCode::NOT_FOUND {
            answer = self.missing(method, asked).await;
        }
        let head = self.script.head().filter(|_| content_type(&answer).starts_with("text/html"));
        if let Some(head) = head.filter(|_| method == Method::GET) {
            answer = insert(answer, &head);
        }
        self.rules().apply(&[inner, path], answer.headers_mut());
        answer
    }

    /// The file at `path_and_query`, or whatever says why not.
    async fn file(&self, method: &Method, target: &str, asked: &HeaderMap) -> Response<Bytes> {
        let mut request = Request::new(());
        *request.method_mut() = method.clone();
        *request.headers_mut() = asked.clone();
        match target.parse() {
            Ok(uri) => *request.uri_mut() = uri,
            Err(_) => return plain(StatusCode::NOT_FOUND),
        }
        // A missing file is an error here; any other trouble with a static
        // folder (no right to read, a file used as a folder) is no more to a
        // visitor than that.
        let Ok(answer) = self.files.clone().try_call(request).await else {
            return plain(StatusCode::NOT_FOUND);
        };
        let (mut parts, body) = answer.into_parts();
        let Ok(body) = body.collect().await else {
            return plain(StatusCode::INTERNAL_SERVER_ERROR);
        };
        if parts.status == StatusCode::TEMPORARY_REDIRECT {
            parts.status = StatusCode::MOVED_PERMANENTLY;
        }
        name_charset(&mut parts.headers);
        Response::from_parts(parts, body.to_bytes())
    }

    /// The site's 404 page, or plain words if it has none.
    async fn missing(&self, method: &Method, asked: &HeaderMap) -> Response<Bytes> {
        let mut ask = HeaderMap::new();
        let encodings = asked.get(header::ACCEPT_ENCODING);
        if let Some(encodings) = encodings.filter(|_| self.script.head().is_none()) {
            ask.insert(header::ACCEPT_ENCODING, encodings.clone());
        }
        let mut page = self.file(method, "/404.html", &ask).await;
        *page.status_mut() = StatusCode::NOT_FOUND;
        for name in VALIDATORS {
            page.headers_mut().remove(name);
        }
        page
    }

    /// Read anew for each answer: the folder may be built again while served.
    fn rules(&self) -> Rules {
        let text = std::fs::read_to_string(self.dir.join("_headers")).unwrap_or_default();
        Rules::read(&text)
    }
}

/// Whether a path names a page: a folder, an `.html` file, or no type at all.
fn is_page(path: &str) -> bool {
    let last = path.rsplit('/').next().unwrap_or_default();
    Path::new(last).extension().is_none_or(|end| end == "html")
}

fn content_type<B>(answer: &Response<B>) -> String {
    let value = answer.headers().get(header::CONTENT_TYPE);
    let text = value.and_then(|it| it.to_str().ok());
    text.unwrap_or_default().to_owned()
}

/// Hosts name the charset of text; the guess from the file name does not.
fn name_charset(headers: &mut HeaderMap) {
    let kind = headers.get(header::CONTENT_TYPE);
    let Some(kind) = kind.and_then(|it| it.to_str().ok()) else {
        return;
    };
    if kind.starts_with("text/")
        && !kind.contains("charset")
        && let Ok(named) = HeaderValue::from_str(&format!("{kind}; charset=utf-8"))
    {
        headers.insert(header::CONTENT_TYPE, named);
    }
}

fn insert(answer: Response<Bytes>, html: &str) -> Response<Bytes> {
    let (mut parts, body) = answer.into_parts();
    let page = String::from_utf8_lossy(&body);
    let end = page.find("<head").and_then(|at| Some(at + page[at..].find('>')? + 1));
    let Some(end) = end else {
        return Response::from_parts(parts, body);
    };
    let changed = [&page[..end], html, &page[end..]].concat();
    for name in VALIDATORS {
        parts.headers.remove(name);
    }
    parts.headers.remove(header::ACCEPT_RANGES);
    parts.headers.insert(header::CONTENT_LENGTH, HeaderValue::from(changed.len()));
    Response::from_parts(parts, Bytes::from(changed))
}

fn plain(status: StatusCode) -> Response<Bytes> {
    let mut answer = Response::new(Bytes::from(format!("{status}\n")));
    *answer.status_mut() = status;
    let kind = HeaderValue::from_static("text/plain; charset=utf-8");
    answer.headers_mut().insert(header::CONTENT_TYPE, kind);
    answer
}

fn moved(to: &str) -> Response<Bytes> {
    let mut answer = plain(StatusCode::MOVED_PERMANENTLY);
    if let Ok(to) = HeaderValue::from_str(to) {
        answer.headers_mut().insert(header::LOCATION, to);
    }
    answer
}
