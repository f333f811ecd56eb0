//! Every route: the page that was sent is the page that wakes.

use browser::{Page, Stage, journeys, words};

journeys!(everywhere: every_route);
journeys!(every_page_has_its_parts);

/// The page as it came from the host, before any script changed it.
fn as_sent(page: &Page, answer: &str) -> String {
    let script = format!(
        "const done = arguments[0];
         fetch(location.href).then((it) => it.text()).then((text) => {{
           const sent = new DOMParser().parseFromString(text, 'text/html');
           done({answer});
         }});"
    );
    page.eval_async(&script, &[]).as_str().unwrap_or_default().to_owned()
}

fn every_route(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    for route in words::routes() {
        page.open_ready(&host, route);
        assert_eq!(as_sent(&page, "sent.documentElement.dataset.app"), "waiting", "{route}");
        let heading = as_sent(&page, "squeeze(sent.querySelector('h1').textContent)");
        assert_eq!(page.heading(), heading, "{route}");
        assert!(!page.title().is_empty(), "{route}");
        page.is_clean();
    }
    for seen in host.requests() {
        assert!(seen.status < 400, "{} {}", seen.status, seen.path);
    }
}

fn every_page_has_its_parts(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    for route in words::routes() {
        page.open_ready(&host, route);
        let lang: String = page.get("return document.documentElement.lang");
        assert_eq!(lang, *words::words().language, "{route}");
        let first: String = page.get(
            "const focusable = 'a[href], button, input, summary, [tabindex=\"0\"]';
             const first = [...document.querySelectorAll(focusable)].find(shown);
             return first?.getAttribute('href') ?? ''",
        );
        assert!(first.ends_with("#main"), "{route}: the skip link is not first but {first:?}");
        assert_eq!(page.any("main#main").count(), 1, "{route}");
        assert!(page.css("nav").is_there(), "{route}");
        let unnamed: Vec<String> = page.get(
            "return [...document.querySelectorAll('nav')].length < 2 ? []
             : [...document.querySelectorAll('nav')].filter((it) => !named(it).trim()).map((it) => it.className)",
        );
        assert!(unnamed.is_empty(), "{route}: landmarks without a name: {unnamed:?}");
    }
}
