//! Every page as it is written to disk: whole without a script, and no link into nothing.

use crate::content::english;
use std::collections::BTreeSet;
use stillpoint::app::islands::Island;
use stillpoint::content::book::{Book, Outcome};
use stillpoint::content::{Pack, Words, fill};
use stillpoint::core::position::Kind;
use stillpoint::prerender::document::{Assets, document};
use stillpoint::prerender::{app_html, pack, settings};
use stillpoint::route::Route;

/// A site as it is made: the words, what its rooms get of them, and all documents.
struct Made {
    book: Book,
    pack: Pack,
    documents: Vec<(Route, String)>,
}

impl Made {
    fn of(&self, route: Route) -> &str {
        &self.documents[route.place()].1
    }
}

/// A site under `base`; `None` while there is a mistake in the words.
fn made(base: &str) -> Option<Made> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let book = english(base)?;
    let pack = tokio::task::LocalSet::new().block_on(&runtime, pack(&book, "audio-0"));
    let words = Words::new(pack.clone());
    let at = |file: &str| format!("{base}{file}");
    let assets = Assets {
        base: base.to_owned(),
        site: None,
        css: "p{margin:0}".to_owned(),
        early: "\"use strict\";".to_owned(),
        settings: tokio::task::LocalSet::new().block_on(&runtime, settings::dialog(&book)),
        program: at("program-0"),
        chunks: Island::ALL.map(|it| (it.name().into(), vec![format!("split_{}", it.name())])).into(),
        release: "0123".to_owned(),
    };
    let render = |route: Route| {
        let app =
            tokio::task::LocalSet::new().block_on(&runtime, app_html(&book, &words, "/find-en.pack", route));
        (route, document(&book, route, &app, "", &assets))
    };
    let documents = Route::ALL.into_iter().map(render).collect();
    Some(Made { book, pack, documents })
}

/// Every page of a site under `base`.
pub fn documents(base: &str) -> Vec<(Route, String)> {
    made(base).map(|made| made.documents).unwrap_or_default()
}

/// The props of an island, as the browser reads them.
#[test]
fn every_route_has_its_head() {
    let Some(book) = english("/") else { return };
    let heads: Vec<&str> = book.pages.iter().map(|page| &*page.path).collect();
    assert_eq!(heads, Route::ALL.map(Route::path), "pages.toml and src/route.rs name other pages");
}

#[test]
fn props_come_back_as_they_were() {
    let Some(made) = made("/") else { return };
    let (page, pack) = (made.of(Route::Walk), &made.pack);
    let json = page.split("data-props=\"\">").nth(1).and_then(|rest| rest.split("</script>").next());
    let props: serde_json::Value = serde_json::from_str(json.expect("props in the page")).expect("JSON");
    let words: Words = serde_json::from_value(props["words"].clone()).expect("the words");
    assert_eq!(*words, *pack);
}

/// Each island stands once, on the pages that the table names, and its files are asked for in the head.
#[test]
fn islands_stand_where_the_table_says() {
    for (route, html) in documents("/") {
        for island in Island::ALL {
            let count = usize::from(island.routes().contains(&route));
            let found = html.matches(&format!("data-island=\"{}\"", island.name())).count();
            assert_eq!(found, count, "{island:?} on {route:?}");
            let file = format!("href=\"/program-0/split_{}.wasm\"", island.name());
            let asked = if island.wakes_on_use() { 0 } else { count };
            assert_eq!(html.matches(&file).count(), asked, "{file} on {route:?}");
        }
    }
}

/// What the program of the page to prepare with looks for is there, and each button does something.
#[test]
fn preparing_finds_what_it_looks_for() {
    use stillpoint::prepare::names::{Button, *};
    let Some(made) = made("/") else { return };
    // Not what is in the dialog of the settings, which is every page's.
    let page = made.of(Route::Prepare).split("<dialog id=\"settings\"").next().expect("the page");
    let buttons = values(page, "data-do");
    for name in &buttons {
        assert!(Button::from_name(name).is_some(), "the button “{name}” does nothing");
    }
    for button in Button::ALL {
        assert!(buttons.contains(&button.name()), "there is no button for {button:?}");
    }
    let ids = values(page, "id");
    for id in spot::ALL.into_iter().chain([FORM, SHEET, OWN_QUESTION]) {
        assert_eq!(ids.iter().filter(|known| **known == id).count(), 1, "#{id}");
    }
    let fields = values(page, "name");
    for name in
        [DOCTOR, NAME, LARGE, SENTENCE, SENTENCE_OWN, VISITS, LENGTH, ALARM, CALLED, CALLED_OWN, VISIT_PLACE]
    {
        assert!(fields.contains(&name), "there is no field “{name}”");
    }
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
        one("<html lang=\"en\" data-base=\"/\" data-release=\"0123\" data-app=\"waiting\">");
        assert!(!html.contains(" style="), "a style attribute on {route:?}: the policy ignores it");
        for outcome in Outcome::ALL {
            let names = [":", "-if:"].map(|end| format!("{{{}{end}", outcome.name()));
            assert!(!names.iter().any(|name| html.contains(name)), "a condition is not put in on {route:?}");
        }
        assert!(!html.contains(" onclick="), "an inline handler on {route:?}");
        let title = html.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next());
        assert!(titles.insert(title.map(str::to_owned)), "two pages have the title {title:?}");
        let mut ids = BTreeSet::new();
        for id in values(&html, "id") {
            assert!(ids.insert(id), "the id {id} stands twice on {route:?}");
            assert!(id.is_ascii(), "{id} on {route:?}: scripts look for an address's anchor as it stands");
        }
    }
}

#[test]
fn every_link_leads_somewhere() {
    let Some(Made { book, documents, .. }) = made("/app/") else { return };
    let mut known = BTreeSet::from(["/app/".to_owned()]);
    for (route, html) in &documents {
        let path = format!("/app{}", route.path());
        known.extend(values(html, "id").into_iter().map(|id| format!("{path}#{id}")));
        known.insert(path);
    }
    for (route, html) in &documents {
        let body = html.split("<div id=\"app\"").nth(1).expect("the app");
        for link in values(body, "href") {
            // Numbers to call: that they are the ones shown is held where the words are read.
            if link.starts_with("tel:") || link.starts_with("sms:") {
                continue;
            }
            if link.starts_with("https://") {
                // A register’s own page, a paper: plain links out, and they say so.
                let says = format!("{link}\" rel=\"noreferrer\">");
                let after = body.split(&says).nth(1).unwrap_or_default();
                let told = after.split("</p>").next().unwrap_or_default().contains(&*book.legends.leaves);
                let may = matches!(route, Route::Practitioners | Route::Evidence);
                // Help elsewhere shows the address it leads to.
                let shown = format!("<a href=\"{link}\">{}</a>", link.trim_start_matches("https://"));
                assert!(may && told || body.contains(&shown), "{link} on {route:?} leaves the site unsaid");
                continue;
            }
            let whole =
                if link.starts_with('#') { format!("/app{}{link}", route.path()) } else { link.to_owned() };
            let drawn = link.starts_with("#glyph-") || link.starts_with("/app/figure/");
            assert!(drawn || known.contains(&whole), "{link} on {route:?} leads nowhere");
        }
    }
}

#[test]
fn what_is_asked_for_stands_in_the_html() {
    let Some(made) = made("/") else { return };
    let book = &made.book;
    let stands = |route: Route, id: &str| {
        assert!(made.of(route).contains(&format!(" id=\"{id}\"")), "{id} does not stand on {route:?}");
    };
    let questions = made.of(Route::Faq).matches(" class=\"answer\"><summary>").count();
    assert_eq!(questions, book.questions.len());
    book.questions.iter().for_each(|it| stands(Route::Faq, &it.id));
    book.steps.iter().filter(|it| it.kind == Kind::Position).for_each(|it| stands(Route::Walk, &it.id));
    book.safety.sections.iter().for_each(|it| stands(Route::Safety, &it.id));
    book.claims.iter().for_each(|it| stands(Route::Evidence, &it.id));
    book.terms.iter().for_each(|it| stands(Route::Glossary, &it.id));
    book.prepare.steps.iter().for_each(|it| stands(Route::Prepare, &it.id));
    let studies = made.of(Route::Evidence).matches("<details class=\"study\"").count();
    assert_eq!(studies, book.evidence.studies.len());
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
    let Some(Made { book, documents, .. }) = made("/") else { return };
    for (route, html) in documents {
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
                let day = book.reviewed();
                let iso = format!("{}-{:02}-{:02}", day.0, day.1, day.2);
                assert_eq!(thing["lastReviewed"].as_str(), Some(&*iso), "{route:?}");
                let line = fill(&book.legends.reviewed, &[("date", &book.month(day))]);
                assert!(app.contains(&read_aloud(&line)), "{route:?} does not show: {line}");
            }
        }
        if route == Route::Faq {
            assert_eq!(things[0]["mainEntity"].as_array().map(Vec::len), Some(book.questions.len()));
        }
    }
}

#[test]
fn every_place_that_can_be_marked_is_drawn_and_named() {
    let Some(book) = english("/") else { return };
    let named: Vec<&str> = book.prepare.places.iter().map(|(id, _)| &**id).collect();
    let drawn: Vec<&str> = stillpoint::prerender::figure::body_map::places().collect();
    assert_eq!(named, drawn);
}
