//! Every kind of file that a page asks for: gone, late, cut in the middle, never answered, or answered with the host's
//! home page. Whatever it is, the page is read, and what doesn't work is said within ten seconds.

use browser::words::{Walk, labels, legends, pack};
use browser::{Page, SOON, Stage, holds_within, journeys, until};

use crate::faults::{NO_WAIT, TOLD, Way, arrive, is_read, is_told, leads_on};
use crate::offline::wait_for_worker;
use crate::search::{label, query, shown};
use crate::walking::{route, secs, state_is};

/// The five ways of one kind of file, each a journey of its own.
macro_rules! each_way {
    ($kind:ident, $check:ident) => {
        mod $kind {
            use super::{Stage, Way, journeys};
            journeys!(long everywhere: refused, slow, cut, never, strayed);
            fn refused(stage: &Stage) {
                super::$check(stage, Way::Refused);
            }
            fn slow(stage: &Stage) {
                super::$check(stage, Way::Slow);
            }
            fn cut(stage: &Stage) {
                super::$check(stage, Way::Cut);
            }
            fn never(stage: &Stage) {
                super::$check(stage, Way::Never);
            }
            fn strayed(stage: &Stage) {
                super::$check(stage, Way::Strayed);
            }
        }
    };
}

each_way!(program, program_is);
each_way!(glue, glue_is);
each_way!(page, page_is);
each_way!(index, index_is);
each_way!(recording, recording_is);
each_way!(drawing, drawing_is);
each_way!(font, font_is);
each_way!(worker, worker_is);
each_way!(kept_file, kept_file_is);
each_way!(manifest, manifest_is);

/// The pages whose islands wake with them.
const NEEDED: [&str; 3] = ["/walkthrough/", "/faq/", "/prepare/"];

fn needed_is(stage: &Stage, way: Way, pattern: &str) {
    let host = stage.plain_host(browser::site::root(), "/");
    way.befalls(&host, pattern);
    let page = stage.page_with(NO_WAIT);
    for needs in NEEDED {
        arrive(&page, &host, needs);
        is_read(&page);
        if way.comes() {
            page.ready();
            assert!(!page.css("#failed").is_there(), "{needs}");
            continue;
        }
        is_told(&page);
        if way == Way::Never {
            break;
        }
    }
    if way == Way::Never {
        host.release();
        page.ready();
        assert!(!page.css("#failed").is_there(), "it has come, and is said to be missing");
    }
    leads_on(&page);
}

fn program_is(stage: &Stage, way: Way) {
    needed_is(stage, way, "*/app_bg.wasm");
}

fn glue_is(stage: &Stage, way: Way) {
    needed_is(stage, way, "*/program-*/app.js");
}

/// A page that a link leads to. What can't be shown inside the visit is left to the browser, which knows the line.
fn page_is(stage: &Stage, way: Way) {
    let host = stage.host();
    let page = stage.page_with(NO_WAIT);
    page.open_ready(&host, "/");
    page.eval("window.__same = true", &[]);
    way.befalls(&host, "/glossary/");
    page.eval("document.querySelector('a[href$=\"/glossary/\"]').click()", &[]);
    if matches!(way, Way::Slow | Way::Never) {
        let sign = || page.get("return document.documentElement.hasAttribute('data-loading')");
        until("a sign that it's on its way", secs(2), sign);
    }
    if way == Way::Never {
        is_read(&page);
        // No script is answered while the browser is on its way: the host tells when it is let go there.
        let asked = host.arrived("/glossary/");
        until("the browser to be let go there", TOLD, || host.arrived("/glossary/") > asked);
        host.release();
    }
    // Where the browser got nothing to show, or a bare 404, the address is the page's and the words are its own.
    until("the address", TOLD, || page.url().ends_with("/glossary/"));
    match way {
        Way::Slow => assert!(page.get::<bool>("return window.__same === true"), "it was loaded anew"),
        Way::Cut | Way::Refused => {}
        Way::Never | Way::Strayed => until("a page of ours", SOON, || page.css("#main h1").is_there()),
    }
}

fn index_is(stage: &Stage, way: Way) {
    let host = stage.host();
    way.befalls(&host, "*.pack");
    let page = stage.page();
    page.open_ready(&host, "/faq/");
    let all = shown(&page);
    let (query, some) = query();
    page.role("searchbox", label()).type_text(&query);
    until("the plain search at work", SOON, || (1..all).contains(&shown(&page)));
    let marked = || page.any("#faq-list mark").count() > 0;
    if way.comes() {
        until("the whole search", SOON, marked);
        return;
    }
    let missing = &*legends().search_missing;
    page.css(".search__count").wait();
    let told = holds_within(TOLD, || page.css(".search__count").texts() == [missing]);
    assert!(told, "{:?}", page.css(".search__count").texts());
    if way == Way::Never {
        host.release();
        until("the whole search after all", SOON, || marked() && some.contains(&shown(&page)));
    }
}

/// Words and bells don't come: the session goes on, and everything that's said can be read.
fn recording_is(stage: &Stage, way: Way) {
    let host = stage.host();
    way.befalls(&host, "*/audio-*");
    let page = stage.page();
    let walk = Walk::shortest();
    page.open_ready(&host, &route(&walk));
    page.button(labels().start()).click();
    state_is(&page, "holding");
    let notice = || page.css("main .notice").texts();
    if way.comes() {
        // Three seconds are no reason for a message; a device without sound has its own.
        page.until("five seconds in the page", "return performance.now() > 5000");
        assert!(!notice().contains(&labels().sound_missing().to_string()), "{:?}", notice());
    } else {
        let told = holds_within(TOLD, || notice() == [&*labels().sound_missing()]);
        assert!(told, "{:?}", notice());
    }
    assert!(!page.css(".held__caption").text().is_empty());
    page.button(labels().next_position()).click();
    crate::walking::position_is(&page, walk.steps[1].id);
    page.button(labels().end()).click();
    state_is(&page, "ended");
}

/// A picture doesn't come: what it shows is in words as well.
fn drawing_is(stage: &Stage, way: Way) {
    let host = stage.host();
    way.befalls(&host, "*/figure/*");
    let page = stage.page_with(NO_WAIT);
    arrive(&page, &host, &route(&Walk::shortest()));
    page.ready();
    page.button(labels().start()).click();
    state_is(&page, "holding");
    let step = Walk::shortest().steps[0];
    let pack = pack();
    let words = pack.steps.iter().find(|it| *it.id == *step.id).expect("the step").drawn.to_string();
    assert!(!words.is_empty());
    let held = page.eval("return document.querySelector('.held').textContent", &[]).to_string();
    assert!(held.contains(&words), "the picture isn't said in words");
}

/// Letters of the device stand in for those that don't come.
fn font_is(stage: &Stage, way: Way) {
    let host = stage.host();
    way.befalls(&host, "*.woff2");
    let page = stage.page_with(NO_WAIT);
    arrive(&page, &host, "/safety/");
    page.ready();
    is_read(&page);
    // Text whose letters don't come is drawn in others at once.
    let drawn = "const it = document.querySelector('h1').getBoundingClientRect(); return it.width > 50 && it.height > 10";
    page.until("the heading", drawn);
    let swap = "const rules = (list) => [...list].flatMap((it) => (it.cssRules?.length ? rules(it.cssRules) : [it]));
        const faces = [...document.styleSheets].flatMap((it) => rules(it.cssRules)).filter((it) => it instanceof CSSFontFaceRule);
        const fetched = faces.filter((it) => it.style.getPropertyValue('src').includes('url('));
        return fetched.map((it) => it.style.getPropertyValue('font-display'))";
    let swap: Vec<String> = page.get(swap);
    assert!(!swap.is_empty() && swap.iter().all(|it| it == "swap"), "{swap:?}");
    leads_on(&page);
}

/// The worker's own script: everything works, but not offline.
fn worker_is(stage: &Stage, way: Way) {
    let host = stage.plain_host(browser::site::root(), "/");
    way.befalls(&host, "/sw.js");
    let page = stage.page();
    page.open_ready(&host, "/");
    if way.comes() {
        wait_for_worker(&page);
        return;
    }
    page.open_ready(&host, "/faq/");
    is_read(&page);
    let none = "const done = arguments[0];
        navigator.serviceWorker.getRegistration().then((it) => done(it?.active ? 'active' : 'none'), () => done('none'))";
    assert_eq!(page.eval_async(none, &[]), "none");
    leads_on(&page);
    host.release();
}

/// A file that the worker is to keep: a release is kept whole or not at all, and pages work meanwhile.
fn kept_file_is(stage: &Stage, way: Way) {
    let host = stage.plain_host(browser::site::root(), "/");
    way.befalls(&host, "*/noscript.css");
    let page = stage.page();
    page.open_ready(&host, "/");
    if way.comes() {
        wait_for_worker(&page);
        return;
    }
    // What was asked for has been answered, but for what never is.
    let asked = || host.requests().iter().filter(|it| it.path == "/noscript.css").count();
    until("it to be asked for", secs(30), || way == Way::Never || asked() > 0);
    page.open_ready(&host, "/faq/");
    is_read(&page);
    let whole = "const done = arguments[0];
        navigator.serviceWorker.getRegistration().then((it) => done(it?.active ? 'active' : 'none'), () => done('none'))";
    let active = holds_within(secs(3), || page.eval_async(whole, &[]) == "active");
    assert!(!active, "half a release is kept");
    host.release();
    leads_on(&page);
}

/// What only an installed app has need of: its manifest and its icons.
fn manifest_is(stage: &Stage, way: Way) {
    let host = stage.plain_host(browser::site::root(), "/");
    way.befalls(&host, "/manifest.webmanifest");
    // A browser has six lines to a host without HTTP/2: icons that never come take all of them in WebKit.
    if way != Way::Never {
        way.befalls(&host, "/icons/*");
    }
    let page: Page = stage.page_with(NO_WAIT);
    arrive(&page, &host, "/");
    page.ready();
    is_read(&page);
    leads_on(&page);
    host.release();
}
