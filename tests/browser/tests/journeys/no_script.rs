//! Without JavaScript: everything can be read, nothing visible is dead.

use browser::words::{self, Walk};
use browser::{Route, SOON, Stage, With, journeys, scripts, site, until};

journeys!(only Chromium, Firefox: readable_without_script);

const QUIET: With = With { dark: false, no_script: true, no_wait: false };

fn readable_without_script(stage: &Stage) {
    let host = stage.plain_host(site::root(), "/");
    let page = stage.page_with(QUIET);
    for route in words::routes() {
        page.open(&host, route);
        page.eval(scripts::COME_NEAR, &[]);
        assert_eq!(page.app(), "waiting", "{route}");
        assert!(!page.heading().is_empty(), "{route}");
        let words = page.css("main").text().split(' ').count();
        assert!(words > 60, "{route} shows {words} words");
        let dead =
            page.css(":is(button, input, select, textarea, [role=button]):not(.selfcheck *, .ask *)").names();
        assert!(dead.is_empty(), "{route} shows what cannot work: {dead:?}");
        assert!(page.css("nav a").is_there(), "{route}");
    }
    page.open(&host, "/walkthrough/");
    page.eval(scripts::COME_NEAR, &[]);
    for id in Walk::longest().steps.iter().map(|step| step.id) {
        let position = page.css(&format!("#positions > li#{id}"));
        assert_eq!(position.count(), 1, "{id}");
        assert!(position.text().len() > 40, "{id}");
    }
    page.open(&host, "/faq/");
    page.eval(scripts::COME_NEAR, &[]);
    let all = page.css("#faq-list details.answer").count();
    assert_eq!(all, words::words().questions.len(), "questions");
    for opened in 1..=all {
        page.css("#faq-list details.answer:not([open]) > summary").click();
        until("one more to open by itself", SOON, || {
            page.css("#faq-list details.answer[open]").count() == opened
        });
    }
    page.link(words::nav(Route::Safety)).click();
    until("the link to lead there", SOON, || page.route() == "/safety/");
}
