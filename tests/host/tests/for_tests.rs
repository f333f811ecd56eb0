//! What only tests ask of a host: a log, slow and withheld files, an end.

mod tcp;

use std::io::{ErrorKind, Read};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use host::{Host, Seen};
use tcp::{Folder, get, read, send};

fn site() -> Folder {
    Folder::new(&[
        ("index.html", "<!doctype html><html><head lang=\"en\"><title>x</title></head></html>"),
        ("index.html.br", "unreadable"),
        ("404.html", "<head></head>none"),
        ("app.wasm", "wasm"),
        ("app.js", "js"),
    ])
}

#[test]
fn the_log_says_what_was_asked_and_sent() {
    let folder = site();
    let host = Host::start(folder.path(), "/");
    get(&host, "/app.js?v=1", &[]);
    tcp::ask(&host, "HEAD", "/app.js", &[]);
    get(&host, "/none", &[]);
    let seen = |method: &str, path: &str, status, bytes, kind: &str| Seen {
        method: method.into(),
        path: path.into(),
        status,
        bytes,
        kind: kind.into(),
    };
    let expected = [
        seen("GET", "/app.js?v=1", 200, 2, "text/javascript"),
        seen("HEAD", "/app.js", 200, 0, "text/javascript"),
        seen("GET", "/none", 404, 17, "text/html"),
    ];
    assert_eq!(host.requests(), expected);
    host.forget_requests();
    assert!(host.requests().is_empty());
}

#[test]
fn a_held_file_comes_after_release_and_others_meanwhile() {
    let folder = site();
    let host = Host::start(folder.path(), "/");
    host.hold("*.wasm");
    let mut waiting = send(&host, "GET", "/app.wasm", &[]);
    assert_eq!(get(&host, "/app.js", &[]).text(), "js");
    waiting.set_read_timeout(Some(Duration::from_millis(100))).unwrap();
    let early = waiting.read(&mut [0; 1]).unwrap_err().kind();
    assert!(matches!(early, ErrorKind::WouldBlock | ErrorKind::TimedOut));
    host.release();
    waiting.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    assert_eq!(read(waiting).text(), "wasm");
    assert_eq!(get(&host, "/app.wasm", &[]).text(), "wasm");
}

#[test]
fn a_delay_is_kept_and_can_be_taken_back() {
    let folder = site();
    let host = Host::start(folder.path(), "/");
    let delay = Duration::from_millis(150);
    host.delay("/app.js", delay);
    let start = Instant::now();
    assert_eq!(get(&host, "/app.js", &[]).text(), "js");
    assert!(start.elapsed() >= delay);
    host.delay("/app.js", Duration::ZERO);
    let start = Instant::now();
    get(&host, "/app.js", &[]);
    assert!(start.elapsed() < delay);
}

#[test]
fn a_refused_file_is_gone() {
    let folder = site();
    let host = Host::start(folder.path(), "/");
    host.refuse("*.wasm");
    assert_eq!(get(&host, "/app.wasm", &[]).status, 404);
    assert_eq!(get(&host, "/app.js", &[]).status, 200);
}

#[test]
fn a_cut_file_promises_more_than_comes() {
    let folder = site();
    let host = Host::start(folder.path(), "/");
    host.cut("*.wasm");
    let cut = get(&host, "/app.wasm", &[]);
    assert_eq!((cut.header("content-length"), &*cut.text()), ("4", "wa"));
    assert_eq!(get(&host, "/app.js", &[]).text(), "js");
}

#[test]
fn a_stray_answer_is_the_home_page() {
    let folder = site();
    let host = Host::start(folder.path(), "/");
    host.stray("*.wasm");
    let stray = get(&host, "/app.wasm", &[]);
    assert_eq!((stray.status, stray.header("content-type")), (200, "text/html; charset=utf-8"));
    assert!(stray.text().contains("<title>x</title>"));
    assert_eq!(get(&host, "/app.js", &[]).text(), "js");
}

#[test]
fn pages_carry_what_is_inserted() {
    let folder = site();
    let host = Host::start(folder.path(), "/");
    host.insert_head("<script src=\"/__test/a.js\"></script>");
    host.extra("/__test/a.js", "text/javascript", "1");
    let br = [("accept-encoding", "br")];
    let page = get(&host, "/", &br);
    assert!(page.text().contains("<head lang=\"en\"><script src=\"/__test/a.js\">"));
    assert_eq!(page.header("content-encoding"), "");
    assert_eq!(page.header("etag"), "");
    assert_eq!(page.header("last-modified"), "");
    assert!(get(&host, "/none", &br).text().contains("<head><script src="));
    assert_eq!(get(&host, "/__test/a.js", &[]).text(), "1");
    assert_eq!(get(&host, "/app.js", &[]).text(), "js");
}

#[test]
fn it_takes_slashes_off() {
    let folder = Folder::new(&[("index.html", "home"), ("faq/index.html", "faq"), ("app.js", "js")]);
    let host = Host::start(folder.path(), "/");
    assert_eq!(get(&host, "/faq/", &[]).text(), "faq");
    host.take_slashes_off();
    let moved = get(&host, "/faq/", &[]);
    assert_eq!((moved.status, moved.header("location")), (308, "/faq"));
    for (path, text) in [("/faq", "faq"), ("/app.js", "js")] {
        assert_eq!(get(&host, path, &[]).text(), text);
    }
    assert_eq!(get(&host, "/", &[]).status, 200);
}

#[test]
fn stop_closes_the_port_and_open_connections() {
    let folder = site();
    let host = Host::start(folder.path(), "/");
    let port = host.port();
    host.hold("*");
    let mut open = send(&host, "GET", "/", &[]);
    let start = Instant::now();
    host.stop();
    host.stop();
    assert!(start.elapsed() < Duration::from_secs(2));
    assert!(matches!(open.read(&mut [0; 1]), Ok(0) | Err(_)));
    assert!(TcpStream::connect(("127.0.0.1", port)).is_err());
    // The same port can be taken up again: a server that comes back.
    let back = Host::on_port(folder.path(), "/", port).unwrap();
    assert_eq!(get(&back, "/app.js", &[]).text(), "js");
}

#[test]
fn a_taken_port_and_a_wrong_base_are_told_apart() {
    let folder = site();
    let host = Host::start(folder.path(), "/");
    let kind = |base, port| Host::on_port(folder.path(), base, port).unwrap_err().kind();
    assert_eq!(kind("/", host.port()), ErrorKind::AddrInUse);
    assert_eq!(kind("/app", 0), ErrorKind::InvalidInput);
    let missing = Host::on_port(&folder.path().join("none"), "/", 0);
    assert_eq!(missing.unwrap_err().kind(), ErrorKind::NotADirectory);
}
