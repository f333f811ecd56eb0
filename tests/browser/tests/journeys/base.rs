//! The site under a path of its own, as on project pages.

use browser::{Stage, journeys, site, words};

use crate::offline::{every_route_opens, wait_for_worker};

journeys!(everything_stays_under_its_path, offline_under_a_path);

const BASE: &str = "/app/";

fn everything_stays_under_its_path(stage: &Stage) {
    let host = stage.plain_host(site::app(), BASE);
    stage.watch(&host, &[]);
    let page = stage.page();
    for route in words::routes() {
        page.open_ready(&host, route);
        let out = "return [...document.querySelectorAll('a[href]')]
            .filter((it) => it.origin === location.origin && !it.pathname.startsWith('/app/'))
            .map((it) => it.href)";
        let out: Vec<String> = page.get(out);
        assert!(out.is_empty(), "{route} leads out: {out:?}");
        page.is_clean();
    }
    page.open_ready(&host, "/");
    for route in ["/faq/", "/walkthrough/", "/"] {
        let path = format!("{BASE}{}", &route[1..]);
        let before = page.heading();
        page.eval(
            "const [path] = arguments; [...document.querySelectorAll('nav a')].find((it) => it.pathname === path).click()",
            &[path.clone().into()],
        );
        page.comes_to(&path, |it| it != before);
        // The foot, with links of its own, comes after the head.
        page.ready();
    }
    page.open_ready(&host, "/nothing/here/");
    assert!(!page.heading().is_empty());
    page.is_clean();
    for seen in host.requests() {
        let ours = seen.path.starts_with(BASE) || seen.path.starts_with("/__test/");
        // Browsers ask for this one by themselves where no page names an icon.
        assert!(ours || seen.path == "/favicon.ico", "{} was asked for", seen.path);
    }
}

fn offline_under_a_path(stage: &Stage) {
    let host = stage.plain_host(site::app(), BASE);
    let page = stage.page();
    page.open_ready(&host, "/");
    wait_for_worker(&page);
    let script = "const done = arguments[0];
        navigator.serviceWorker.getRegistration().then((it) => done(new URL(it.scope).pathname))";
    assert_eq!(page.eval_async(script, &[]), BASE);
    host.stop();
    every_route_opens(&page, &host);
}
