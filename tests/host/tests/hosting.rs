//! What any static host does, asked over real TCP.

mod tcp;

use host::Host;
use tcp::{Folder, get};

fn site() -> Folder {
    Folder::new(&[
        ("index.html", "<!doctype html><html><head><title>Home</title></head></html>"),
        ("404.html", "<!doctype html><head></head><p>Not here</p>"),
        ("faq/index.html", "<p>Questions</p>"),
        ("app.wasm", "\0asm-and-so-on"),
        ("app.wasm.br", "small"),
        ("app.wasm.gz", "smallish"),
        ("app.js", "let a;"),
        ("en.pack", "words"),
        ("manifest.webmanifest", "{}"),
        ("_headers", "/*\n  X-Whole: yes\n/faq/*\n  X-Faq: yes\n"),
    ])
}

#[test]
fn pages_of_folders_and_their_types() {
    let folder = site();
    let host = Host::start(folder.path(), "/");
    for (path, kind) in [
        ("/", "text/html; charset=utf-8"),
        ("/faq/", "text/html; charset=utf-8"),
        ("/faq/?q=cost", "text/html; charset=utf-8"),
        ("/app.wasm", "application/wasm"),
        ("/app.js", "text/javascript; charset=utf-8"),
        ("/en.pack", "application/octet-stream"),
        ("/manifest.webmanifest", "application/manifest+json"),
    ] {
        let answer = get(&host, path, &[]);
        assert_eq!(answer.status, 200, "{path}");
        assert_eq!(answer.header("content-type"), kind, "{path}");
        assert_eq!(answer.header("x-whole"), "yes", "{path}");
    }
    assert_eq!(get(&host, "/faq/", &[]).header("x-faq"), "yes");
    assert_eq!(get(&host, "/", &[]).header("x-faq"), "");
}

#[test]
fn a_folder_without_slash_moves_for_good() {
    let folder = site();
    let host = Host::start(folder.path(), "/");
    let answer = get(&host, "/faq?q=cost", &[]);
    assert_eq!((answer.status, answer.header("location")), (301, "/faq/?q=cost"));
}

#[test]
fn what_is_missing_gets_the_404_page() {
    let folder = site();
    let host = Host::start(folder.path(), "/");
    for path in ["/nothing", "/nothing/at/all/", "/faq/x", "/app.js/", "/_headers"] {
        let answer = get(&host, path, &[]);
        assert_eq!(answer.status, 404, "{path}");
        assert!(answer.text().contains("Not here"), "{path}");
        assert_eq!(answer.header("content-type"), "text/html; charset=utf-8");
        assert_eq!(answer.header("etag"), "");
    }
}

#[test]
fn no_path_leads_out_of_the_folder() {
    let folder = site();
    let inner = folder.path().join("faq");
    let host = Host::start(&inner, "/");
    for path in ["/../app.js", "/..%2fapp.js", "/%2e%2e/app.js", "//../app.js", "/..\\app.js"] {
        assert!(matches!(get(&host, path, &[]).status, 400 | 404), "{path}");
    }
}

#[test]
fn a_base_path_is_the_whole_world() {
    let folder = site();
    let host = Host::start(folder.path(), "/app/");
    assert!(host.url().ends_with("/app/"));
    let page = get(&host, "/app/faq/", &[]);
    assert_eq!((page.status, page.header("x-faq")), (200, "yes"));
    for (path, to) in [("/app", "/app/"), ("/app/faq", "/app/faq/")] {
        let answer = get(&host, path, &[]);
        assert_eq!((answer.status, answer.header("location")), (301, to));
    }
    assert!(get(&host, "/app/nothing", &[]).text().contains("Not here"));
    for path in ["/", "/faq/", "/application/", "/app.js"] {
        let answer = get(&host, path, &[]);
        assert_eq!(answer.status, 404, "{path}");
        assert!(!answer.text().contains("Not here"), "{path}");
    }
}

#[test]
fn compressed_siblings_for_who_can_read_them() {
    let folder = site();
    let host = Host::start(folder.path(), "/");
    for (accepts, encoding, body) in [
        ("gzip, deflate, br", "br", "small"),
        ("gzip", "gzip", "smallish"),
        ("identity", "", "\0asm-and-so-on"),
    ] {
        let answer = get(&host, "/app.wasm", &[("accept-encoding", accepts)]);
        assert_eq!(answer.header("content-encoding"), encoding);
        assert_eq!(answer.header("content-type"), "application/wasm");
        assert_eq!(answer.header("vary"), "accept-encoding");
        assert_eq!(answer.text(), body);
    }
}

#[test]
fn ranges_and_validators() {
    let folder = site();
    let host = Host::start(folder.path(), "/");
    let part = get(&host, "/app.js", &[("range", "bytes=0-2")]);
    assert_eq!((part.status, part.text().as_str()), (206, "let"));
    assert_eq!(part.header("content-range"), "bytes 0-2/6");
    assert_eq!(get(&host, "/app.js", &[("range", "bytes=9-")]).status, 416);

    let whole = get(&host, "/app.js", &[]);
    for (name, value) in
        [("if-none-match", whole.header("etag")), ("if-modified-since", whole.header("last-modified"))]
    {
        assert_ne!(value, "", "{name}");
        let again = get(&host, "/app.js", &[(name, value)]);
        assert_eq!((again.status, again.text().as_str()), (304, ""), "{name}");
    }
}

#[test]
fn only_get_and_head() {
    let folder = site();
    let host = Host::start(folder.path(), "/");
    let head = tcp::ask(&host, "HEAD", "/app.js", &[]);
    assert_eq!((head.status, head.text().as_str()), (200, ""));
    assert_eq!(head.header("content-length"), "6");
    let post = tcp::ask(&host, "POST", "/app.js", &[]);
    assert_eq!((post.status, post.header("allow")), (405, "GET, HEAD"));
}
