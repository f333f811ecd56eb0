//! The questions: opening, searching, addresses.

use browser::{Page, SOON, Stage, journeys, until};

journeys!(everywhere: typing_filters_and_marks);
journeys!(nothing_matches, query_in_address, answer_in_address);

pub const LABEL: &str = "Search everything here";

/// How many questions are shown.
pub fn shown(page: &Page) -> usize {
    page.css("#faq-list details.answer").count()
}

fn typing_filters_and_marks(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    page.open_ready(&host, "/faq/");
    let all = shown(&page);
    assert!(all >= 48, "{all} questions");
    let summaries = page.css("#faq-list details.answer > summary").count();
    assert_eq!(summaries, all);
    let field = page.role("searchbox", LABEL);
    field.type_text("clothes");
    until("fewer questions", SOON, || (1..all).contains(&shown(&page)));
    let found = page.css("#faq-list :is(details.answer, .hits__places a)").count();
    page.css("#faq-count[role=status]")
        .wait_for("to say how many", |it| it.text().contains(&found.to_string()));
    let marked = page.any("#faq-list mark").texts();
    assert!(marked.iter().any(|it| it.to_lowercase().starts_with("cloth")), "{marked:?}");
    until("the query in the address", SOON, || page.route() == "/faq/?q=clothes");
    assert!(field.has_focus());
    field.clear();
    until("all questions again", SOON, || shown(&page) == all);
    until("a plain address again", SOON, || page.route() == "/faq/");
    assert_eq!(page.any("#faq-list mark").count(), 0);
    page.is_clean();
}

fn nothing_matches(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    page.open_ready(&host, "/faq/");
    let all = shown(&page);
    let before = page.css("#faq-count").texts();
    page.role("searchbox", LABEL).type_text("qqxzzvw");
    until("a word about it", SOON, || page.css("#faq-count").texts() != before);
    let offered = shown(&page) + page.css("main a[href*='#']").count();
    assert!(offered > 0 && shown(&page) < all, "{offered} offered");
    page.is_clean();
}

fn query_in_address(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    page.open_ready(&host, "/faq/?q=cost");
    let field = page.role("searchbox", LABEL);
    field.wait_for("to hold the query", |it| it.property("value") == "cost");
    until("what was found", SOON, || (1..48).contains(&shown(&page)));
    assert!(page.any("#faq-list mark").count() > 0);
    page.is_clean();
}

fn answer_in_address(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    for slug in ["cost", "is-it-safe"] {
        // A new address with another fragment only would not load the page.
        page.go("about:blank");
        page.open_ready(&host, &format!("/faq/#{slug}"));
        let open = format!(
            "const answer = document.getElementById('{slug}');
             const box = (answer.closest('details') ?? answer.querySelector('details'));
             const top = box.getBoundingClientRect().top;
             return box.open && top > -60 && top < innerHeight"
        );
        page.until("the answer to be open and in view", &open);
        page.is_clean();
    }
}
