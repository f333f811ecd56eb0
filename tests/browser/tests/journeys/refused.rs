//! Browsers that refuse something: storage, or the app itself.

use browser::{SOON, Stage, journeys, scripts, site, until};

use crate::search::LABEL;
use crate::walking::{position_is, secs, start_held, state_is};

journeys!(storage_is_refused, wasm_is_refused, help_needs_no_program);

fn storage_is_refused(stage: &Stage) {
    let host = stage.plain_host(site::root(), "/");
    stage.watch(&host, &[scripts::NO_STORAGE, scripts::CLOCK]);
    let page = stage.page();
    for route in site::ROUTES {
        page.open_ready(&host, route);
        page.is_clean();
    }
    start_held(&page, &host, "?plan=3");
    page.clock().advance(secs(40));
    position_is(&page, "sacrum");
    let notices = page.css("main [role=status], main [role=alert], main [role=note], main .notice");
    let about_it = |text: &String| {
        let text = text.to_lowercase();
        ["store", "storage", "keep", "remember", "save"].iter().any(|word| text.contains(word))
    };
    let told: Vec<String> = notices.texts().into_iter().filter(about_it).collect();
    assert_eq!(told.len(), 1, "notices: {:?}", notices.texts());
    page.clock().advance(secs(140));
    state_is(&page, "ended");
    page.open_ready(&host, "/faq/?q=cost");
    until("what was found", SOON, || (1..48).contains(&crate::search::shown(&page)));
    page.is_clean();
}

fn wasm_is_refused(stage: &Stage) {
    let host = stage.host();
    host.refuse("*.wasm");
    let page = stage.page();
    for route in site::ROUTES {
        page.open(&host, route);
        // These have a program of their own, and do not ask for the other.
        if route == "/faq/" {
            page.role("searchbox", LABEL).type_text("clothes");
        }
        until("the program to have failed", SOON, || match route {
            "/prepare/" => page.css("#desk[data-failed]").is_there(),
            "/faq/" => page.css("#faq-count").text().starts_with("Only a plain search"),
            _ => page.app() == "failed",
        });
        let notices = page.css("[role=alert], [role=status], .notice");
        notices.wait_for("to say so", |it| it.texts().iter().any(|it| it.len() > 20));
        assert!(!page.heading().is_empty(), "{route}");
        page.eval(scripts::COME_NEAR, &[]);
        assert!(page.css("main").text().split(' ').count() > 60, "{route}");
    }
    assert!(!page.button("Start").is_there());
    page.link("Safety").click();
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
    let lines = || page.css("#faq-crisis a[href$='/safety/#crisis-lines']");
    assert!(!lines().is_there());
    let field = page.role("searchbox", LABEL);
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
