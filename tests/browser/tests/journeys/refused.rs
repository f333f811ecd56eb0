//! Browsers that refuse something: storage, or the app itself.

use browser::words::{self, Walk, labels, legends, nav, on_prepare};
use browser::{Route, SOON, Stage, journeys, scripts, site, until};

use crate::search::{label, query};
use crate::walking::{position_is, secs, start_held, state_is};

journeys!(storage_is_refused, wasm_is_refused);

fn storage_is_refused(stage: &Stage) {
    let host = stage.plain_host(site::root(), "/");
    stage.watch(&host, &[scripts::NO_STORAGE, scripts::CLOCK]);
    let page = stage.page();
    for route in words::routes() {
        page.open_ready(&host, route);
        page.is_clean();
    }
    let walk = Walk::shortest();
    start_held(&page, &host, &walk);
    let third = walk.steps[2];
    page.clock().advance(secs(third.begins + 5));
    position_is(&page, third.id);
    let notices = page.css("main [role=status], main [role=alert], main [role=note], main .notice");
    let told = notices.texts().iter().filter(|text| **text == *labels().not_kept()).count();
    assert_eq!(told, 1, "notices: {:?}", notices.texts());
    page.clock().advance(secs(walk.seconds() - third.begins - 5));
    state_is(&page, "ended");
    let (query, some) = query();
    page.open_ready(&host, &format!("/faq/?q={query}"));
    until("what was found", SOON, || some.contains(&crate::search::shown(&page)));
    page.is_clean();
}

fn wasm_is_refused(stage: &Stage) {
    let host = stage.host();
    host.refuse("*.wasm");
    let page = stage.page();
    for route in words::routes() {
        page.open(&host, route);
        // These have a program of their own, and do not ask for the other.
        if route == "/faq/" {
            page.role("searchbox", label()).type_text(query().0);
        }
        // Each page says so in its own words.
        let (notice, told) = match route {
            "/prepare/" => ("#desk[data-failed] .desk__failed", on_prepare().failed.to_string()),
            "/faq/" => ("#faq-count", legends().search_missing.to_string()),
            _ => ("#failed", format!("{} {}", labels().failed(), labels().reload())),
        };
        page.css(notice).wait_for("to say so", |it| it.texts() == [&*told]);
        // Those with a program of their own do not miss the other.
        let spare = ["/prepare/", "/faq/"].contains(&route);
        assert!(spare || page.app() == "failed", "{route}: the app is {}", page.app());
        assert!(!page.heading().is_empty(), "{route}");
        page.eval(scripts::COME_NEAR, &[]);
        assert!(page.css("main").text().split(' ').count() > 60, "{route}");
    }
    assert!(!page.button(labels().start()).is_there());
    page.link(nav(Route::Safety)).click();
    until("the link to lead there", SOON, || page.route() == "/safety/");
    page.open(&host, "/faq/");
    page.css("#faq-list details > summary").click();
    until("a question to open", SOON, || page.css("#faq-list details[open]").count() == 1);
}
