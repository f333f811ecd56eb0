//! Going about: links, history, deep links, addresses that lead nowhere.

use std::collections::BTreeSet;

use browser::{Key, Page, SOON, Stage, journeys, until, words};
use serde_json::json;

journeys!(everywhere: every_link_of_the_navigation, back_restores_scroll);
journeys!(
    deep_link,
    nowhere,
    a_link_within_a_page_loads_nothing,
    going_on_at_once,
    left_too_early_it_wakes_on_coming_back,
);

/// Follows the navigation's link to `path` by the keyboard: a click would
/// scroll to it first, and one made by script is no act of a person, whose
/// history entry WebKit passes over on the way back.
fn follow(page: &Page, path: &str) {
    let script = "const [path] = arguments;
        const links = [...document.querySelectorAll('nav a')];
        const link = links.find((it) => it.pathname === path && shown(it));
        link?.focus({ preventScroll: true }); return Boolean(link)";
    let found = page.eval(script, &[json!(path)]);
    assert_eq!(found, true, "no link to {path} in {}", page.url());
    page.press_key(Key::Enter);
}

fn every_link_of_the_navigation(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    page.open_ready(&host, "/");
    page.eval("window.__same = true", &[]);
    let mut titles = BTreeSet::from([page.title()]);
    let script = "return [...new Set([...document.querySelectorAll('nav a')].map((it) => it.pathname))]";
    let paths: Vec<String> = page.get(script);
    for path in &paths {
        assert!(words::routes().contains(&path.as_str()), "the navigation leads to {path}");
    }
    for route in words::routes().into_iter().skip(1).chain(["/"]) {
        let before = page.heading();
        follow(&page, route);
        page.comes_to(route, |it| it != before);
        page.css("h1").wait_for("to have the focus", browser::Locator::has_focus);
        until("a title of its own", SOON, || titles.insert(page.title()) || route == "/");
        assert!(page.get::<bool>("return window.__same === true"), "{route} was loaded anew");
    }
    assert_eq!(titles.len(), words::routes().len(), "{titles:?}");
    page.is_clean();
}

fn back_restores_scroll(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    page.open_ready(&host, "/faq/");
    let heading = page.heading();
    let scrolled = || page.get::<f64>("return scrollY");
    page.settled();
    page.eval("scrollTo(0, 700)", &[]);
    until("the page to scroll", SOON, || (scrolled() - 700.0).abs() < 2.0);
    follow(&page, "/about/");
    page.comes_to("/about/", |it| it != heading);
    until("its top", SOON, || scrolled() < 200.0);
    page.back();
    page.comes_to("/faq/", |it| it == heading);
    until("the former place", SOON, || (scrolled() - 700.0).abs() < 2.0);
    page.is_clean();
}

fn left_too_early_it_wakes_on_coming_back(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    host.hold("*/program-*/app.js");
    page.open(&host, "/");
    until("the page", SOON, || page.css("nav a").is_there() && page.app() == "waiting");
    let heading = page.heading();
    follow(&page, "/about/");
    page.comes_to("/about/", |it| it != heading);
    host.release();
    page.back();
    page.comes_to("/", |it| it == heading);
    until("the app", SOON, || page.app() == "ready");
}

fn deep_link(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    let parts = &words::words().guide.parts;
    let id = &parts[parts.len() / 2].id;
    page.open_ready(&host, &format!("/what-to-expect/#{id}"));
    let in_view = format!(
        "const top = document.getElementById('{id}').getBoundingClientRect().top;
        return top > -60 && top < innerHeight / 2"
    );
    page.until("the part that was asked for", &in_view);
    page.is_clean();
}

fn nowhere(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    page.open_ready(&host, "/no/such/page/");
    let asked = host.requests().into_iter().find(|it| it.path == "/no/such/page/");
    assert_eq!(asked.map(|it| it.status), Some(404));
    assert!(!page.heading().is_empty());
    page.is_clean();
    follow(&page, "/faq/");
    until("a page that exists", SOON, || page.css("#faq-list").is_there());
    page.is_clean();
}

/// Also where the address isn't the one that the page's file names.
fn a_link_within_a_page_loads_nothing(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    for address in ["/no/such/page/", "/faq/index.html"] {
        page.go("about:blank");
        page.open_ready(&host, address);
        page.eval("window.__same = true", &[]);
        page.settled();
        host.forget_requests();
        let asked = |what: &str| host.requests().iter().filter(|it| it.path == what).count();
        for times in 1..=2 {
            page.eval("document.querySelector('a[href$=\"#main\"]').click()", &[]);
            until("the anchor", SOON, || page.route() == format!("{address}#main"));
            // Whatever the page asks for now, it has asked for before this.
            page.eval_async(
                "requestAnimationFrame(() => requestAnimationFrame(() => fetch('/robots.txt', { cache: 'no-store' }).then(arguments[0])))",
                &[],
            );
            until("the other answer", SOON, || asked("/robots.txt") == times);
        }
        // The worker asks for much, but not for this.
        assert_eq!(asked(address), 0, "{address} was asked for again");
        assert!(page.get::<bool>("return window.__same === true"), "{address} was loaded anew");
    }
    // Back at such an address, its page is shown.
    let heading = page.heading();
    follow(&page, "/about/");
    page.comes_to("/about/", |it| it != heading);
    page.back();
    page.comes_to("/faq/index.html#main", |it| it == heading);
    assert!(page.get::<bool>("return window.__same === true"), "it was loaded anew");
}

/// Somebody taps on before the page they came to has woken: the next one works all the same.
fn going_on_at_once(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    page.open_ready(&host, "/");
    // Read once, pages are there at once.
    for route in ["/faq/", "/what-to-expect/", "/about/"] {
        follow(&page, route);
        until("the page", SOON, || page.route() == route && page.app() == "ready");
    }
    let tap = |routes: &[&str]| {
        let script = "for (const path of arguments[0])
            [...document.querySelectorAll('nav a')].find((it) => it.pathname === path).click()";
        page.eval(script, &[json!(routes)]);
    };
    // Both are in the head of the page; its foot comes when the head has been seen.
    tap(&["/faq/", "/what-to-expect/"]);
    until("the last page", SOON, || page.route() == "/what-to-expect/" && page.app() == "ready");
    assert!(!page.css("#search").is_there(), "the page between is still shown");
    tap(&["/faq/"]);
    until("the questions", SOON, || page.css("#search").is_there());
    let (query, some) = crate::search::query();
    page.role("searchbox", crate::search::label()).type_text(&query);
    until("the search", SOON, || some.contains(&crate::search::shown(&page)) && page.app() == "ready");
    page.is_clean();
}
