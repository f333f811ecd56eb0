//! The built site on real servers, with the files that the build makes for them: what each address gives, and whether
//! the app works there, also offline and behind a password. A server that isn't installed is left out, and said so.

mod ask;
mod servers;
mod table;

use browser::{Engine, Stage, becomes, holds_within, play, scripts, site, until};
use serde_json::json;
use servers::{Kind, Server};
use std::time::Duration;

const LONG: &str = "played by `cargo xtask test --hosts`";

#[test]
#[ignore = "played by `cargo xtask test --hosts`"]
fn every_address_gives_what_it_should() {
    let mut faults = Vec::new();
    for (base, folder) in [("/", site::root()), ("/app/", site::app())] {
        let mut columns = Vec::new();
        for kind in Kind::ALL {
            let Some(server) = Server::start(kind, base, &folder, false) else { continue };
            columns.push((kind, table::column(&server, base, &folder)));
        }
        faults.extend(table::print(base, &columns));
    }
    assert!(faults.is_empty(), "{LONG}: {} faults\n{}", faults.len(), faults.join("\n"));
}

#[test]
#[ignore = "played by `cargo xtask test --hosts`"]
fn a_password_is_asked_for() {
    for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Lists) {
        let Some(server) = Server::start(kind, "/", &site::root(), true) else { continue };
        let refused = ask::get(server.port, "/", &[]);
        assert_eq!(refused.status, 401, "{kind:?}");
        assert!(refused.header("www-authenticate").starts_with("Basic"), "{kind:?}");
        assert_eq!(refused.header("x-content-type-options"), "nosniff", "{kind:?}");
        // user:word
        let let_in = ask::get(server.port, "/faq/", &[("authorization", "Basic dXNlcjp3b3Jk")]);
        assert_eq!(let_in.status, 200, "{kind:?}");
    }
}

/// A page, an island that wakes, and a second visit without the server.
fn works(stage: &Stage) {
    for kind in Kind::ALL {
        for (base, folder, locked) in
            [("/", site::root(), false), ("/app/", site::app(), false), ("/", site::root(), true)]
        {
            if locked && kind == Kind::Lists {
                continue;
            }
            let Some(server) = Server::start(kind, base, &folder, locked) else { continue };
            let page = stage.page();
            page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": scripts::ERRORS.text }));
            let at = |door: &str, route: &str| format!("http://{door}127.0.0.1:{}{base}{route}", server.port);
            if locked {
                // As in the browser's own dialog: the addresses that follow are without the words.
                page.go(&at("user:word@", "robots.txt"));
            }
            page.go(&at("", "faq/"));
            page.ready();
            let all = page.css("#faq-list details.answer").count();
            page.css("#search").type_text("xylophone");
            until("an answer of the search", Duration::from_secs(10), || {
                page.css("#faq-list details.answer").count() < all
            });
            let isolated: bool = page.get("return crossOriginIsolated");
            assert!(isolated, "{kind:?} {base}: the page is not isolated");
            let kept = holds_within(Duration::from_secs(60), || {
                let state = page.eval_async(
                    "const done = arguments[0]; navigator.serviceWorker.getRegistration().then((it) => done(it?.active?.state ?? ''))",
                    &[],
                );
                state.as_str() == Some("activated")
            });
            assert!(kept, "{kind:?} {base}: the worker keeps nothing");
            page.is_clean();
            let about = at("", "about/");
            drop(server);
            page.go(&about);
            page.ready();
            becomes("a heading", &1, || page.css("h1").count());
            page.is_clean();
            println!(
                "{kind:?} {base}{}: page, island, offline",
                if locked { " with a password" } else { "" }
            );
        }
    }
}

#[test]
#[ignore = "played by `cargo xtask test --hosts`"]
fn the_app_works() {
    play(Engine::Chromium, "hosts::the_app_works", works);
}
