//! Every page as it is written to disk: whole without a script, and no link into nothing.

use crate::content::english;
use std::collections::BTreeSet;
use stillpoint::content::{Pack, Words};
use stillpoint::prerender::document::{Assets, document};
use stillpoint::prerender::{app_html, pack};
use stillpoint::route::Route;

/// All documents of a site under `base`, and the words that its rooms get.
fn made(base: &str) -> (Vec<(Route, String)>, Pack) {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let book = english(base);
    let pack = tokio::task::LocalSet::new().block_on(&runtime, pack(&book, "audio-0"));
    let words = Words::new(pack.clone());
    let at = |file: &str| format!("{base}{file}");
    let assets = Assets {
        base: base.to_owned(),
        site: None,
        css: "p{margin:0}".to_owned(),
        early: "\"use strict\";".to_owned(),
        letters: at("letters.css"),
        still: at("still.js"),
        desk_glue: at("desk.js"),
        desk: at("desk_bg.wasm"),
        finder_glue: at("finder.js"),
        finder: at("finder_bg.wasm"),
        glue: at("app.js"),
        wasm: at("app_bg.wasm"),
        pack: at("en.pack"),
    };
    let render = |route: Route| {
        let app =
            tokio::task::LocalSet::new().block_on(&runtime, app_html(&book, &words, "/find-en.pack", route));
        (route, document(&book, route, &app, "", &assets))
    };
    (Route::ALL.into_iter().map(render).collect(), pack)
}

fn documents(base: &str) -> Vec<(Route, String)> {
    made(base).0
}

/// What a page of the walk shows already does not travel twice; nothing else is left out.
#[test]
fn the_pack_leaves_to_the_page_what_stands_in_it() {
    let (documents, whole) = made("/");
    let page = &documents[Route::Walk.place()].1;
    let mut left = whole.clone();
    left.leave_to_the_page(page);
    let [size, of_whole] = [&left, &whole].map(|pack| postcard::to_stdvec(pack).expect("bytes").len());
    assert!(size + 1_000 < of_whole, "{size} of {of_whole} bytes");
    for (left, whole) in [(&left.sound.hear, &whole.sound.hear), (&left.sound.form, &whole.sound.form)] {
        assert!(left.is_empty() && page.contains(&**whole) && !whole.is_empty());
    }
    // The browser's half: whatever was left out comes back from the page.
    let bytes = postcard::to_stdvec(&left).expect("bytes");
    let of_page = |selector: &str| match selector {
        ".chooser__hear" => Some(whole.sound.hear.to_string()),
        ".chooser__form" => Some(whole.sound.form.to_string()),
        _ => panic!("{selector}"),
    };
    assert_eq!(*Words::open(&bytes, of_page).expect("a pack"), whole);
    assert!(Words::open(&bytes[..9], |_| None).is_err());
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
        let state = if matches!(route, Route::Prepare | Route::Faq) { "asleep" } else { "waiting" };
        assert!(html.contains(&format!("<html lang=\"en\" data-app=\"{state}\">")));
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
    let leaves = english("/app/").legends.leaves;
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
                // A register’s own page, a paper: plain links out, and they say so.
                let says = format!("{link}\" rel=\"noreferrer\">");
                let after = body.split(&says).nth(1).unwrap_or_default();
                let told = after.split("</p>").next().unwrap_or_default().contains(&*leaves);
                let may = matches!(route, Route::Practitioners | Route::Evidence);
                assert!(may && told, "{link} on {route:?} leaves the site unsaid");
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

/// Who goes to a page gets it in two pieces: what comes later is marked.
#[test]
fn what_lies_below_is_marked() {
    for (route, html) in documents("/") {
        let least = match route {
            Route::Missing => 1,
            Route::Home => 2,
            Route::Walk => 3,
            _ => 4,
        };
        let marked = html.matches(" data-below=\"\"").count();
        assert!(marked >= least, "{marked} pieces of {route:?} are marked");
    }
}

/// The first piece of the two rooms that people go to most is one screen of a phone: the time to it is made of
/// what stands in it.
#[test]
fn the_first_screen_is_small() {
    let documents = documents("/");
    let of = |route: Route| documents[route.place()].1.as_str();
    let questions = of(Route::Faq);
    let first = questions.find("<section").and_then(|begin| {
        let end = begin + questions[begin..].find("</section>")?;
        Some(&questions[begin..end])
    });
    let first = first.expect("a group of questions");
    assert_eq!(first.matches("<details class=\"answer\"").count(), 6, "questions in the first piece");
    let sections = questions.matches("class=\"answers\"").count();
    let below = questions.matches("data-below=\"\" class=\"answers\"").count();
    assert_eq!(sections - below, 1, "groups in the first piece");
    let walk = of(Route::Walk);
    let form = walk.find("class=\"chooser__form\"").expect("the form of the wishes");
    assert_eq!(walk[form..].matches("data-below=\"\" class=\"more").count(), 3, "the wishes come later");
}

#[test]
fn what_is_asked_for_stands_in_the_html() {
    let documents = documents("/");
    let of = |route: Route| &documents[route.place()].1;
    assert!(of(Route::Faq).matches(" class=\"answer\"><summary>").count() >= 48);
    for id in ["feet-opening", "sacrum", "spine", "diaphragm", "upper-chest"] {
        assert!(of(Route::Walk).contains(&format!("id=\"{id}\"")), "{id}");
    }
    assert!(of(Route::Safety).contains("local emergency number"));
}

/// The text of some HTML as a person reads it, words apart by single spaces.
fn read_aloud(html: &str) -> String {
    let (mut text, mut inside) = (String::new(), false);
    for c in html.chars() {
        match c {
            '<' => {
                inside = true;
                text.push(' ');
            }
            '>' => inside = false,
            c if !inside => text.push(c),
            _ => {}
        }
    }
    let text = text.replace("&quot;", "\"").replace("&#39;", "'").replace("&#x27;", "'").replace("&lt;", "<");
    let text = text.replace("&gt;", ">").replace("&amp;", "&");
    let words: Vec<&str> = text.split_whitespace().collect();
    words
        .join(" ")
        .replace(" .", ".")
        .replace(" ,", ",")
        .replace(" ;", ";")
        .replace(" :", ":")
        .replace(" )", ")")
        .replace("( ", "(")
}

/// What search engines are told stands on the page, word for word.
#[test]
fn structured_data_says_what_the_page_says() {
    for (route, html) in documents("/") {
        let data = html.split("<script type=\"application/ld+json\">").nth(1);
        let Some(data) = data.and_then(|rest| rest.split("</script>").next()) else {
            assert!(matches!(route, Route::Home | Route::Missing), "{route:?} has no structured data");
            continue;
        };
        let foot = html.find("</footer>").expect("a foot");
        assert!(html.find(data) > Some(foot), "{route:?}: what people read waits for structured data");
        let data: serde_json::Value = serde_json::from_str(data).expect("JSON");
        let app = read_aloud(html.split("<div id=\"app\"").nth(1).expect("the app"));
        let things = data["@graph"].as_array().expect("a graph");
        assert!(things.iter().any(|it| it["@type"] == "BreadcrumbList"), "{route:?}");
        for thing in things {
            for question in thing["mainEntity"].as_array().into_iter().flatten() {
                let said = [&question["name"], &question["acceptedAnswer"]["text"]];
                for line in said.into_iter().flat_map(|it| it.as_str().expect("a text").lines()) {
                    let line = read_aloud(&line.replace('&', "&amp;"));
                    assert!(app.contains(&line), "{route:?} does not show: {line}");
                }
            }
            if thing["@type"] == "MedicalWebPage" {
                assert!(app.contains(thing["name"].as_str().expect("a name")));
                let (year, month) =
                    thing["lastReviewed"].as_str().expect("a day").split_once('-').expect("a day");
                assert!(month.starts_with("11") && app.contains(&format!("November {year}")), "{route:?}");
            }
        }
        if route == Route::Faq {
            let questions = english("/").questions.len();
            assert_eq!(things[0]["mainEntity"].as_array().map(Vec::len), Some(questions));
        }
    }
}

#[test]
fn every_place_that_can_be_marked_is_drawn_and_named() {
    let book = english("/");
    let named: Vec<&str> = book.prepare.places.iter().map(|(id, _)| &**id).collect();
    let drawn: Vec<&str> = stillpoint::prerender::figure::standing::places().collect();
    assert_eq!(named, drawn);
}
