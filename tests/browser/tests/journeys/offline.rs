//! One visit, then the server is gone.

use browser::words::{self, Walk, labels};
use browser::{Host, Page, Stage, holds_within, journeys, site, until};

use crate::walking::{pass, position_is, route, secs, state_is};

journeys!(everywhere: every_route_and_a_walk_without_a_server);
journeys!(a_lost_answer_is_asked_for_again, a_host_that_takes_slashes_off_is_as_good);

/// Waits until the worker has everything and would answer: it only becomes
/// active when its cache is whole.
pub fn wait_for_worker(page: &Page) {
    let states = "const done = arguments[0];
        const tell = (it) => ['active', 'waiting', 'installing'].map((of) => it?.[of]?.state ?? 'none').join();
        if (!('serviceWorker' in navigator)) done('refused');
        else navigator.serviceWorker.getRegistration().then((it) => done(tell(it)), (why) => done(String(why)))";
    let mut seen = String::new();
    let active = holds_within(secs(60), || {
        seen = page.eval_async(states, &[]).as_str().unwrap_or_default().to_owned();
        seen.starts_with("activated")
    });
    assert!(active, "no worker within 60 s (active, waiting, installing: {seen})");
}

/// Opens every route from nothing but the cache.
pub fn every_route_opens(page: &Page, host: &Host) {
    for route in words::routes() {
        page.open_ready(host, route);
        assert!(!page.heading().is_empty(), "{route}");
        assert!(page.css("nav a").is_there(), "{route}");
    }
}

fn every_route_and_a_walk_without_a_server(stage: &Stage) {
    // Nothing is put into the pages here: what is cached is what was built.
    let host = stage.plain_host(site::root(), "/");
    let page = stage.page();
    page.open_ready(&host, "/");
    wait_for_worker(&page);
    host.stop();
    every_route_opens(&page, &host);

    let walk = Walk::shortest();
    page.open_ready(&host, &route(&walk));
    page.reload();
    page.ready();
    page.inject_clock();
    let clock = page.clock();
    clock.hold();
    page.button(labels().start()).click();
    state_is(&page, "holding");
    for step in walk.steps {
        position_is(&page, step.id);
        pass(&page, step.seconds);
    }
    state_is(&page, "ended");

    let (query, some) = crate::search::query();
    page.open_ready(&host, &format!("/faq/?q={query}"));
    until("a search without a server", secs(10), || some.contains(&crate::search::shown(&page)));
}

fn a_lost_answer_is_asked_for_again(stage: &Stage) {
    let host = stage.plain_host(site::root(), "/");
    host.fail_once("/safety/");
    let page = stage.page();
    page.open_ready(&host, "/about/");
    wait_for_worker(&page);
    host.stop();
    page.open_ready(&host, "/safety/");
}

/// It answers `/faq/` with a redirect to `/faq`; browsers refuse a redirected answer from a worker.
fn a_host_that_takes_slashes_off_is_as_good(stage: &Stage) {
    let host = stage.plain_host(site::root(), "/");
    host.take_slashes_off();
    let page = stage.page();
    page.open_ready(&host, "/");
    wait_for_worker(&page);
    every_route_opens(&page, &host);
    page.open_ready(&host, "/walkthrough");
    host.stop();
    page.open_ready(&host, "/faq/");
    page.open_ready(&host, "/walkthrough");
}
