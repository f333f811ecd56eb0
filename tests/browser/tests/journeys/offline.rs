//! One visit, then the server is gone.

use browser::{Host, Page, Stage, journeys, site, until};

use crate::walking::{position_is, secs, state_is};

journeys!(every_route_and_a_walk_without_a_server);

/// Waits until the worker has everything and would answer: it only becomes
/// active when its cache is whole.
pub fn wait_for_worker(page: &Page) {
    let active = "const done = arguments[0];
        if (!('serviceWorker' in navigator)) done('none');
        else navigator.serviceWorker.getRegistration().then((it) => done(it?.active?.state ?? 'no'), () => done('no'))";
    until("the worker to be active", secs(60), || page.eval_async(active, &[]) == "activated");
}

/// Opens every route from nothing but the cache.
pub fn every_route_opens(page: &Page, host: &Host) {
    for route in site::ROUTES {
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

    page.open_ready(&host, "/walkthrough/?plan=3");
    page.reload();
    page.ready();
    page.inject_clock();
    let clock = page.clock();
    clock.hold();
    page.button("Start").click();
    state_is(&page, "holding");
    for (id, seconds) in site::THREE_MINUTES {
        position_is(&page, id);
        clock.advance(secs(u64::from(seconds)));
    }
    state_is(&page, "ended");

    page.open_ready(&host, "/faq/?q=cost");
    until("a search without a server", secs(10), || (1..48).contains(&crate::search::shown(&page)));
}
