//! Browsers that refuse something: storage, or the app itself.

use browser::words::{self, Walk, labels, nav};
use browser::{Route, SOON, Stage, journeys, scripts, site, until};

use crate::search::{label, query};
use crate::walking::{pass, position_is, secs, start_held, state_is};

journeys!(storage_is_refused, wasm_is_refused, help_needs_no_program);

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
    pass(&page, walk.seconds() - third.begins - 5);
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
        let told = format!("{} {}", labels().failed(), labels().reload());
        page.css("#failed").wait_for("to say so", |it| it.texts() == [&*told]);
        assert_eq!(page.app(), "failed", "{route}");
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

/// Whoever may be in danger sees the crisis lines while they type, whatever does not come.
fn help_needs_no_program(stage: &Stage) {
    let host = stage.host();
    host.refuse("*.wasm");
    let page = stage.page();
    page.open(&host, "/faq/");
    let lines = || page.css("#crisis a[href$='/safety/#crisis-lines']");
    assert!(!lines().is_there());
    let field = page.role("searchbox", label());
    field.type_text("Suicid");
    lines().wait();
    field.type_text("al thoughts");
    lines().wait();
    field.clear();
    until("the notice to go", SOON, || !lines().is_there());
    // Beside the box there is a way that nothing has to be typed for.
    page.css(".search__help a").click();
    until("the crisis lines", SOON, || page.route() == "/safety/#crisis-lines");
}
