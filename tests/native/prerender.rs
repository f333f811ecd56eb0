//! Every page as it is written to disk: whole without a script, and no link into nothing.

use crate::content::english;
use std::collections::BTreeSet;
use stillpoint::content::Words;
use stillpoint::prerender::document::{Assets, document};
use stillpoint::prerender::{app_html, pack, still_pages};
use stillpoint::route::Route;

/// All documents of a site under `base`.
fn documents(base: &str) -> Vec<(Route, String)> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let book = english(base);
    let made = async { (pack(&book, "audio-0").await, still_pages(&book).await) };
    let (pack, still) = tokio::task::LocalSet::new().block_on(&runtime, made);
    let words = Words::new(pack);
    let at = |file: &str| format!("{base}{file}");
    let assets = Assets {
        base: base.to_owned(),
        site: None,
        css: at("site.css"),
        early: at("early.js"),
        glue: at("app.js"),
        wasm: at("app_bg.wasm"),
        pack: at("en.pack"),
    };
    let render = |route: Route| {
        let app = tokio::task::LocalSet::new().block_on(&runtime, app_html(&words, &still, route, base));
        (route, document(&book, route, &app, "", &assets))
    };
    Route::ALL.into_iter().map(render).collect()
}

/// The values of an attribute, in order.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let begin = format!(" {attribute}=\"");
    html.split(&begin).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_page_is_whole() {
    let mut titles = BTreeSet::new();
    for (route, html) in documents("/") {
        let one = |what: &str| assert_eq!(html.matches(what).count(), 1, "{what} on {route:?}");
        [
            "<h1",
            "<main id=\"main\"",
            "<header",
            "<footer",
            "<title>",
            "name=\"description\"",
            "class=\"skip\"",
        ]
        .into_iter()
        .for_each(one);
        assert!(html.contains("<html lang=\"en\" data-app=\"waiting\">"));
        assert!(!html.contains(" style="), "a style attribute on {route:?}: the policy ignores it");
        assert!(!html.contains(" onclick="), "an inline handler on {route:?}");
        let title = html.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next());
        assert!(titles.insert(title.map(str::to_owned)), "two pages have the title {title:?}");
        let mut ids = BTreeSet::new();
        for id in values(&html, "id") {
            assert!(ids.insert(id), "the id {id} stands twice on {route:?}");
        }
    }
}

#[test]
fn every_link_leads_somewhere() {
    let documents = documents("/app/");
    let mut known = BTreeSet::from(["/app/".to_owned()]);
    for (route, html) in &documents {
        let path = format!("/app{}", route.path());
        known.extend(values(html, "id").into_iter().map(|id| format!("{path}#{id}")));
        known.insert(path);
    }
    for (route, html) in &documents {
        let body = html.split("<div id=\"app\"").nth(1).expect("the app");
        for link in values(body, "href") {
            if link.starts_with("https://") {
                // A register's own page: plain links out, and they say so.
                let says = format!("{link}\" rel=\"noreferrer\">");
                let after = body.split(&says).nth(1).unwrap_or_default();
                let told = after.split("</p>").next().unwrap_or_default().contains("(leaves this site)");
                assert!(*route == Route::Practitioners && told, "{link} on {route:?} leaves the site unsaid");
                continue;
            }
            let whole =
                if link.starts_with('#') { format!("/app{}{link}", route.path()) } else { link.to_owned() };
            let drawn =
                link.starts_with("#glyph-") || link.starts_with("#figure-") || link.starts_with("#hand-");
            assert!(drawn || known.contains(&whole), "{link} on {route:?} leads nowhere");
        }
    }
}

#[test]
fn what_is_asked_for_stands_in_the_html() {
    let documents = documents("/");
    let of = |route: Route| &documents[route.place()].1;
    assert!(of(Route::Faq).matches("<details").count() >= 48);
    for id in ["feet-opening", "sacrum", "spine", "diaphragm", "upper-chest"] {
        assert!(of(Route::Walk).contains(&format!("id=\"{id}\"")), "{id}");
    }
    assert!(of(Route::Safety).contains("local emergency number"));
}
